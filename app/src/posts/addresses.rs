//! The addresses of a campaign's posts: each carries the language and the source along.

use super::{Choice, Visit};
use crate::campaigns::directory::Running;
use crate::networks::Network;
use crate::web::i18n::Language;
use crate::web::source::with_source;

/// Names and values of fields that nobody sees.
pub type Hidden = Vec<(&'static str, String)>;

pub struct Addresses<'c> {
    pub campaign: &'c Running,
    pub language: Language,
    pub source: Option<&'c str>,
}

impl<'c> Addresses<'c> {
    pub fn of(campaign: &'c Running, visit: &'c Visit) -> Self {
        Self { campaign, language: visit.language, source: visit.source.as_deref() }
    }

    /// The same in another language.
    pub fn in_language(&self, language: Language) -> Self {
        Self { language, ..*self }
    }

    /// The campaign's own page.
    pub fn campaign(&self) -> String {
        let address =
            format!("/campaigns/{}{}", self.campaign.definition.slug, self.campaign.query(self.language));
        with_source(&address, self.source)
    }

    /// The page on which this choice is seen and changed.
    pub fn composer(&self, choice: Choice) -> String {
        let query = format!("target={}&network={}", choice.target.slug, choice.way.name());
        self.carrying(&format!("{}?{query}", self.of_post(choice)))
    }

    /// The link that is counted and leads to the network's composer.
    pub fn click(&self, choice: Choice, network: Network) -> String {
        self.carrying(&format!("{}/{network}?target={}", self.of_post(choice), choice.target.slug))
    }

    /// The same for a Mastodon server; `sure` where the visitor has seen its name.
    pub fn server(&self, choice: Choice, server: &str, sure: bool) -> String {
        let sure = if sure { "&sure=1" } else { "" };
        let query = format!("target={}&server={server}{sure}", choice.target.slug);
        self.carrying(&format!("{}/{}?{query}", self.of_post(choice), Network::Mastodon))
    }

    /// Where a form asks for another target, and what it sends along unseen.
    pub fn target_form(&self, choice: Choice) -> (String, Hidden) {
        let mut along = self.hidden();
        along.push(("network", choice.way.name().to_owned()));
        (self.of_post(choice), along)
    }

    /// Where a form asks for a Mastodon server, and what it sends along unseen.
    pub fn server_form(&self, choice: Choice) -> (String, Hidden) {
        let mut along = self.hidden();
        along.push(("target", choice.target.slug.clone()));
        (format!("{}/{}", self.of_post(choice), Network::Mastodon), along)
    }

    /// A form leaves its address's query behind, so fields carry it.
    fn hidden(&self) -> Hidden {
        let mut along = Hidden::new();
        if self.language.tag() != self.campaign.definition.default_language() {
            along.push(("lang", self.language.tag().to_owned()));
        }
        along.extend(self.source.map(|source| ("source", source.to_owned())));
        along
    }

    fn of_post(&self, choice: Choice) -> String {
        format!("/campaigns/{}/posts/{}", self.campaign.definition.slug, choice.post.slug)
    }

    fn carrying(&self, address: &str) -> String {
        let language = self.campaign.query(self.language).replace('?', "&");
        with_source(&(address.to_owned() + &language), self.source)
    }
}
