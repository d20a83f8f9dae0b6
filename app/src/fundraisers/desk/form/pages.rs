//! The pages of a fundraiser's forms. They take plain words and addresses, and never ask a database.

use crate::web::asked::{Ask, Field};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// For `…/fundraisers/new`, `…/fundraisers/{fundraiser}/words` and `…/account`.
#[derive(Template)]
#[template(path = "fundraisers/desk/form/form.html")]
pub struct FormPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    /// What is to be known before anything is typed.
    pub notes: Vec<String>,
    pub action: String,
    /// What the page was made from: nobody saves over what they have not seen.
    pub version: i64,
    /// Somebody saved meanwhile.
    pub conflict: bool,
    /// What the check of files finds that no field does.
    pub others: Vec<String>,
    pub parts: Vec<Part>,
    /// Fields that are not seen: the slugs of the items.
    pub kept: Vec<(String, String)>,
    /// Other pages of the same fundraiser.
    pub ways: Vec<Named>,
    pub leave: String,
}

pub struct Part {
    pub title: String,
    pub words: String,
    pub fields: Vec<Field>,
}

impl FormPage {
    fn wrong(&self) -> impl Iterator<Item = &Field> {
        self.parts.iter().flat_map(|part| &part.fields).filter(|field| !field.error.is_empty())
    }

    fn counted(&self) -> u64 {
        self.wrong().count() as u64
    }
}

/// For `…/fundraisers/{fundraiser}/removal`.
#[derive(Template)]
#[template(path = "fundraisers/desk/form/removal.html")]
pub struct RemovalPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    /// What happens, or why it cannot be.
    pub words: Vec<String>,
    /// Where it is done; nothing where it cannot be.
    pub action: Option<String>,
    pub version: i64,
    pub leave: String,
}

pages_of_the_desk! {
    FormPage: |page| page.title.clone();
    RemovalPage: |page| page.title.clone();
}
