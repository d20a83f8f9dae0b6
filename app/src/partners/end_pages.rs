//! What stands between the wish to end a partnership and its end: how many consents end with it, for good.

use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Page};
use askama::Template;

/// So many consents are counted for the page.
pub const COUNTED: i64 = 100_000;

#[derive(Template)]
#[template(path = "partners/end.html")]
pub struct EndPage {
    pub frame: Frame,
    pub nav: Nav,
    pub words: String,
    pub consents: u64,
    /// Whether there are more than were counted.
    pub more: bool,
    pub action: String,
    pub leave: String,
}

pages_of_the_desk! {
    EndPage: |page| page.frame.say.text("partners-end");
}
