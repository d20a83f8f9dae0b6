//! The page on which the form of an export is chosen.

use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Page};
use askama::Template;

#[derive(Template)]
#[template(path = "lists/export.html")]
pub struct ExportPage {
    pub frame: Frame,
    pub nav: Nav,
    pub headline: String,
    pub action: String,
    pub list: &'static str,
    /// The filters and search words, as the list's own query.
    pub query: String,
    /// What narrows the list, in words: label and value.
    pub narrowed: Vec<(String, String)>,
    pub formats: Vec<(&'static str, String, bool)>,
    /// Why it was not taken.
    pub refused: String,
    pub back: String,
    pub tasks: String,
}

pages_of_the_desk! {
    ExportPage: |page| page.headline.clone();
}
