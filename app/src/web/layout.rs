//! What every page of the house has around it: head, masthead, banner, footer, and the one inline
//! style that carries the campaign's colour. It never knows what a page is about.

mod poster;
mod signal;

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

pub use poster::Poster;
pub use signal::{Colour, NIGHT, PAPER, Signal};

use super::i18n::{Language, Markup, Say, link};

/// What a page is told about its surroundings.
#[derive(Clone, Debug)]
pub struct Frame {
    pub say: Say,
    /// URL of the joined stylesheet.
    pub stylesheet: String,
    /// URL of what some pages add to it: the desk’s, and those with statements.
    pub further_stylesheet: Option<String>,
    /// URLs of the fonts that the first view needs; not fetched early where the script is another.
    pub fonts: Vec<String>,
    pub signal: Signal,
    /// URL of the script that reloads the page while somebody works on it; none in earnest.
    pub reload: Option<String>,
    /// The time a test clock shows, where one runs.
    pub clock: Option<String>,
    /// The same page in the other languages.
    pub languages: Vec<Translation>,
    /// Absolute URL of this page, for search engines and shared links.
    pub canonical: Option<String>,
    /// What is shown elsewhere where this page is linked to.
    pub card: Option<ShareCard>,
    /// Who speaks on this page, and the way back to the campaign; the house itself where there is none.
    pub masthead: Masthead,
}

#[derive(Clone, Debug)]
pub struct Translation {
    pub language: Language,
    pub url: String,
}

#[derive(Clone, Debug, Default)]
pub struct Masthead {
    /// Name of the group, and its own site.
    pub group: Option<Named>,
    /// The campaign's page, where this is not it.
    pub campaign: Option<Named>,
    /// The partner under whose look this page stands.
    pub guest: Option<Guest>,
}

/// A partner organisation that shows the campaign to its own people.
#[derive(Clone, Debug)]
pub struct Guest {
    pub name: Named,
    pub logo: Option<GuestLogo>,
}

#[derive(Clone, Debug)]
pub struct GuestLogo {
    pub url: String,
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// The picture of a shared link, 1200 by 630 pixels.
#[derive(Clone, Debug)]
pub struct ShareCard {
    pub url: String,
    /// Its words, for those who cannot see it.
    pub alt: String,
    /// Where the same is said in oEmbed's form.
    pub oembed: String,
}

/// A name with the address it leads to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub url: String,
}

impl Frame {
    pub fn new(say: Say, stylesheet: String) -> Self {
        Self {
            say,
            stylesheet,
            further_stylesheet: None,
            fonts: Vec::new(),
            signal: Signal::default(),
            reload: None,
            clock: None,
            languages: Vec::new(),
            canonical: None,
            card: None,
            masthead: Masthead::default(),
        }
    }

    fn colours(&self) -> String {
        let Signal { day, on_day, night, on_night } = self.signal;
        format!(
            ":root{{--signal-day:{};--on-signal-day:{};--signal-night:{};--on-signal-night:{}}}",
            day.hex(),
            on_day.hex(),
            night.hex(),
            on_night.hex()
        )
    }
}

impl Masthead {
    /// Under whose name this page stands, where that is a partner's.
    pub(crate) fn with(&self, say: &Say) -> Option<Markup> {
        let guest = self.guest.as_ref()?;
        Some(say.html("web-masthead-with", "partner", guest.name.link()))
    }

    pub(crate) fn run_by(&self, say: &Say) -> Option<Markup> {
        let group = self.group.as_ref()?;
        Some(say.html("web-masthead-run-by", "group", group.link()))
    }
}

impl Named {
    /// A link; plain words where there is no address.
    pub fn link(&self) -> Markup {
        if self.url.is_empty() { Markup::words(&self.name) } else { link(&self.url, &self.name) }
    }
}

/// A page as it goes out, with the source that lets its inline style through the policy.
pub struct Printed {
    pub html: String,
    /// For `style-src` in Content-Security-Policy: `'sha256-…'`, quotes included.
    pub style_source: String,
}

/// Every page is one of these; its template extends `web/layout.html`.
pub trait Page: Template {
    fn frame(&self) -> &Frame;

    /// The one `h1`.
    fn headline(&self) -> String;

    /// For the browser's tab.
    fn title(&self) -> String {
        self.headline()
    }

    /// For search engines and shared links.
    fn description(&self) -> String {
        String::new()
    }

    /// Whether search engines may list it. Private pages never say yes.
    fn indexed(&self) -> bool {
        false
    }

    /// URL of the one script of our own that the page works better with; most have none.
    fn script(&self) -> Option<&str> {
        None
    }

    /// The same where the script asks our own server for something, too.
    fn fetching_script(&self) -> Option<&str> {
        None
    }

    /// What a browser tells others of where its visitor was. A page with forms tells our own pages, so
    /// that they can see that a form is theirs; nobody else ever hears of a private page.
    fn referrer(&self) -> &'static str {
        "no-referrer"
    }

    fn poster(&self) -> Poster {
        Poster::set(&self.headline())
    }

    fn style(&self) -> Markup {
        Markup::ours(self.frame().colours() + &self.poster().css())
    }

    fn print(&self) -> askama::Result<Printed> {
        let hash = STANDARD.encode(Sha256::digest(self.style().as_str()));
        Ok(Printed { html: self.render()?, style_source: format!("'sha256-{hash}'") })
    }
}
