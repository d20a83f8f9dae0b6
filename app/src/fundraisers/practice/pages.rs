//! The page of the practice provider.

use crate::web::layout::{Frame, Page};
use askama::Template;

/// For `/practice/{session}`.
#[derive(Template)]
#[template(path = "fundraisers/practice/page.html")]
pub struct PracticePage {
    pub frame: Frame,
    pub path: String,
    /// What a real provider would do, in a sentence.
    pub words: String,
    /// Whether the card is charged later, so that it may be declined then.
    pub is_asked_again: bool,
    pub is_over: bool,
    /// Where it leads back to.
    pub back: String,
}

impl Page for PracticePage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.text("fundraisers-practice-title")
    }
}
