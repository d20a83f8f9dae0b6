//! The list of campaigns at `/`. It never shows one that is not published.

use askama::Template;

use crate::web::layout::{Frame, Named, Page};

#[derive(Template)]
#[template(path = "campaigns/home.html")]
pub struct HomePage {
    pub frame: Frame,
    pub campaigns: Vec<Card>,
}

/// One published campaign.
#[derive(Clone, Debug)]
pub struct Card {
    pub campaign: Named,
    pub ask: String,
    pub group: String,
    pub signatures: u64,
    pub closed: bool,
}

impl Page for HomePage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("campaigns-home-headline")
    }

    fn description(&self) -> String {
        self.frame.say.text("campaigns-home-description")
    }

    fn indexed(&self) -> bool {
        true
    }
}
