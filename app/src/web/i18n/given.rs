//! What is set into a sentence: names, numbers and links. Nothing that came from a person passes
//! into HTML unescaped, or turns the writing direction of what stands around it.

use std::fmt;

use fluent_bundle::FluentValue;

use super::Language;

/// HTML made by us out of escaped parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// Only for HTML that our own code or our own Markdown renderer has made.
    pub fn ours(html: String) -> Self {
        Self(html)
    }

    /// Words that came from a person or a file: escaped, and isolated from what stands around them.
    pub fn words(words: &str) -> Self {
        Self(isolated(words))
    }

    /// Words for where markup cannot stand: escaped alone.
    pub fn text(words: &str) -> Self {
        Self(escaped(words))
    }

    /// A sentence for a terminal, whose commands stand between backticks: on a page they are code.
    pub fn with_code(sentence: &str) -> Self {
        let escaped = escaped(sentence);
        let pieces = escaped.split('`').enumerate().map(|(place, piece)| match place % 2 {
            0 => piece.to_owned(),
            _ => format!("<code dir=\"ltr\">{piece}</code>"),
        });
        Self(pieces.collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Markup {}

/// A link whose words came from a person or a file.
pub fn link(url: &str, words: &str) -> Markup {
    Markup(format!("<a href=\"{}\">{}</a>", escaped(url), isolated(words)))
}

/// A value that a sentence can hold.
pub trait Given {
    /// As plain text; words that may run the other way are isolated where the language runs right to left.
    fn plain(&self, language: Language) -> FluentValue<'static>;
    /// As HTML, escaped.
    fn markup(&self) -> FluentValue<'static>;
}

impl Given for str {
    fn plain(&self, language: Language) -> FluentValue<'static> {
        match language.dir() {
            "rtl" => format!("\u{2068}{self}\u{2069}").into(),
            _ => self.to_owned().into(),
        }
    }

    fn markup(&self) -> FluentValue<'static> {
        isolated(self).into()
    }
}

impl Given for String {
    fn plain(&self, language: Language) -> FluentValue<'static> {
        self.as_str().plain(language)
    }

    fn markup(&self) -> FluentValue<'static> {
        self.as_str().markup()
    }
}

impl Given for Markup {
    fn plain(&self, _: Language) -> FluentValue<'static> {
        self.0.clone().into()
    }

    fn markup(&self) -> FluentValue<'static> {
        self.0.clone().into()
    }
}

impl Given for u64 {
    fn plain(&self, _: Language) -> FluentValue<'static> {
        (*self).into()
    }

    fn markup(&self) -> FluentValue<'static> {
        (*self).into()
    }
}

impl Given for u32 {
    fn plain(&self, _: Language) -> FluentValue<'static> {
        (*self).into()
    }

    fn markup(&self) -> FluentValue<'static> {
        (*self).into()
    }
}

impl<T: Given + ?Sized> Given for &T {
    fn plain(&self, language: Language) -> FluentValue<'static> {
        (**self).plain(language)
    }

    fn markup(&self) -> FluentValue<'static> {
        (**self).markup()
    }
}

fn isolated(words: &str) -> String {
    format!("<bdi>{}</bdi>", escaped(words))
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}
