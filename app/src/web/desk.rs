//! What every page of the desk has around it: where one can go, who sits here, and the way out.

use super::layout::{Named, Page};

/// The line under the masthead.
#[derive(Clone, Debug, Default)]
pub struct Nav {
    /// Where one can go; a group's pages stand under its name.
    pub places: Vec<Entry>,
    pub groups: Vec<Section>,
    /// Who sits here, with the way to the account.
    pub person: Named,
    /// Where the form goes that signs out.
    pub sign_out: String,
}

#[derive(Clone, Debug)]
pub struct Section {
    pub name: String,
    pub places: Vec<Entry>,
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub name: String,
    pub url: String,
    pub current: bool,
}

/// A page behind the door; its template extends `web/desk.html`.
pub trait DeskPage: Page {
    fn nav(&self) -> &Nav;
}
