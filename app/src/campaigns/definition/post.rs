//! Posts: ready-made texts, with other words for some targets and networks where the organiser wrote
//! such. Nothing here invents a variation: what is not written does not exist.

use super::{ByLanguage, Target};
use crate::networks::Way;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    pub slug: String,
    /// Targets and kinds of targets that it is for; empty where it is for all.
    pub to: Vec<String>,
    /// With `{target}`, `{url}` and `{count}`; in each of the campaign's languages.
    pub text: ByLanguage,
    /// Of a mail; empty, or in each of the campaign's languages.
    pub subject: ByLanguage,
    pub instead: Vec<Instead>,
}

/// Other words for a target, a kind of targets, a way, or some of these together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instead {
    pub target: Option<String>,
    pub kind: Option<String>,
    /// The name of a network, or `email`, `sms`, `copy`.
    pub network: Option<String>,
    pub text: ByLanguage,
}

/// What can stand in a text in braces.
pub const PLACEHOLDERS: [&str; 3] = ["target", "url", "count"];

impl Post {
    pub fn is_for(&self, target: &Target) -> bool {
        self.to.is_empty() || self.to.iter().any(|to| *to == target.slug || *to == target.kind)
    }

    /// The words for a target on a way, as they were written: the narrowest that fit.
    pub fn text_for(&self, target: &Target, way: Way, language: &str) -> &str {
        let narrowest = self
            .instead
            .iter()
            .filter(|other| other.fits(target, way) && other.text.contains_key(language))
            // Of two that are equally narrow the first stands: the last of equals would win here.
            .rev()
            .max_by_key(|other| other.narrowness());
        let text = narrowest.map_or(&self.text, |other| &other.text);
        text.get(language).map_or("", String::as_str)
    }
}

impl Instead {
    fn fits(&self, target: &Target, way: Way) -> bool {
        let is =
            |wanted: &Option<String>, found: &str| wanted.as_deref().is_none_or(|wanted| wanted == found);
        is(&self.target, &target.slug) && is(&self.kind, &target.kind) && is(&self.network, way.name())
    }

    /// A target is narrower than its kind, and either than a network alone.
    fn narrowness(&self) -> u8 {
        u8::from(self.target.is_some()) * 4
            + u8::from(self.kind.is_some()) * 2
            + u8::from(self.network.is_some())
    }
}

/// What is set into a text.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    pub target: &'a str,
    /// Nothing where the link goes in a field of its own.
    pub url: Option<&'a str>,
    pub count: &'a str,
}

/// A text with everything set in. What is set in is never looked at for placeholders.
pub fn filled(text: &str, filling: Filling) -> String {
    let mut words = String::with_capacity(text.len() + 80);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        words.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            words.push('{');
            rest = after;
            continue;
        };
        rest = behind;
        match (name, filling.url) {
            ("target", _) => words.push_str(filling.target),
            ("count", _) => words.push_str(filling.count),
            ("url", Some(url)) => words.push_str(url),
            ("url", None) => {
                // The space before the link goes with it.
                words.truncate(words.trim_end().len());
                if words.is_empty() {
                    rest = rest.trim_start();
                }
            }
            _ => {
                words.push('{');
                words.push_str(name);
                words.push('}');
            }
        }
    }
    words.push_str(rest);
    words
}

/// The campaign's page as a post links to it: in the post's language, with a code by which a signature
/// can be followed to the post. `language` is nothing for the campaign's own.
pub fn shared_link(base: &str, campaign: &str, language: Option<&str>, post: &str) -> String {
    let language = language.map(|tag| format!("lang={tag}&")).unwrap_or_default();
    format!("{base}/campaigns/{campaign}?{language}source=post-{post}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::Network;

    fn target(slug: &str, kind: &str) -> Target {
        Target {
            slug: slug.to_owned(),
            kind: kind.to_owned(),
            name: ByLanguage::from([("en".to_owned(), slug.to_owned())]),
            handles: [("x".to_owned(), format!("@{slug}"))].into(),
            ..Target::default()
        }
    }

    fn words(text: &str) -> ByLanguage {
        ByLanguage::from([("en".to_owned(), text.to_owned())])
    }

    #[test]
    fn the_narrowest_words_are_taken() {
        let other = |target: Option<&str>, kind: Option<&str>, network: Option<&str>, text: &str| Instead {
            target: target.map(str::to_owned),
            kind: kind.map(str::to_owned),
            network: network.map(str::to_owned),
            text: words(text),
        };
        let post = Post {
            slug: "one".to_owned(),
            to: Vec::new(),
            text: words("all"),
            subject: ByLanguage::new(),
            instead: vec![
                other(None, None, Some("x"), "on x"),
                other(None, Some("speaker"), None, "speakers"),
                other(Some("gore"), None, None, "gore"),
                other(None, Some("speaker"), Some("x"), "speakers on x"),
                other(None, Some("speaker"), Some("x"), "written twice"),
            ],
        };
        let (x, sms) = (Way::Network(Network::X), Way::Sms);
        let (ceo, gore, will) = (target("ceo", "ceo"), target("gore", "speaker"), target("will", "speaker"));
        let said = |target, way| post.text_for(target, way, "en");
        assert_eq!(
            [
                said(&ceo, sms),
                said(&ceo, x),
                said(&will, sms),
                said(&will, x),
                said(&gore, x),
                said(&gore, sms)
            ],
            ["all", "on x", "speakers", "speakers on x", "gore", "gore"]
        );
    }

    #[test]
    fn several_are_called_each_by_what_is_known_of_them() {
        let mut all = vec![target("gore", "speaker"), target("will", "speaker"), target("both", "speaker")];
        all[1].handles.clear();
        all[2].together = vec!["gore".to_owned(), "will".to_owned(), "both".to_owned()];
        assert_eq!(all[2].called(Way::Network(Network::X), "en", &all), "@gore, will");
        assert_eq!(all[2].called(Way::Email, "en", &all), "gore, will");
        assert_eq!(all[0].called(Way::Network(Network::LinkedIn), "en", &all), "gore");
    }

    #[test]
    fn what_is_set_in_is_set_in_once() {
        let filling = Filling { target: "{url}", url: Some("https://e.org"), count: "7" };
        assert_eq!(filled("{target}: {count} of us. {url} {", filling), "{url}: 7 of us. https://e.org {");
        let apart = Filling { url: None, ..filling };
        assert_eq!(filled("One. {url}", apart), "One.");
        assert_eq!(filled("Read {url}, please.", apart), "Read, please.");
        assert_eq!(filled("{url} One.", apart), "One.");
    }
}
