//! A partner's public pages: what it says about data. Its page of the campaign is the letter's own, under its look.

use crate::web::layout::{Frame, GuestLogo, Named, Page};
use askama::Template;

/// For `/campaigns/{campaign}/partners/{partner}/privacy`.
#[derive(Template)]
#[template(path = "partners/privacy.html")]
pub struct PrivacyPage {
    pub frame: Frame,
    /// The partner, and its own site.
    pub partner: Named,
    pub logo: Option<GuestLogo>,
    /// In its own words; empty where it has a page of its own alone.
    pub text: String,
    /// Its page about data.
    pub more: Named,
    /// The words that somebody agrees to; empty where nobody is asked any more.
    pub consent: String,
    /// When it ended that takes part no more.
    pub ended: Option<String>,
    /// Where a lost private link is asked for.
    pub links: String,
}

impl Page for PrivacyPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.with("partners-privacy-headline", &[("partner", &self.partner.name)])
    }

    fn indexed(&self) -> bool {
        true
    }
}
