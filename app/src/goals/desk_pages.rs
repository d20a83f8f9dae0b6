//! The pages of goals at the desk. They take plain words and addresses, and never ask a database.

use crate::web::asked::{Ask, Field};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// For `/desk/campaigns/{campaign}/goals`.
#[derive(Template)]
#[template(path = "goals/desk_list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub rows: Vec<Row>,
    pub new: String,
    /// What everybody sees of them.
    pub public: String,
}

pub struct Row {
    pub goal: Named,
    pub state: String,
    /// What happens once it is reached.
    pub then: String,
    pub earlier: Vec<String>,
}

/// For `/desk/campaigns/{campaign}/goals/{goal}` and `…/new`.
#[derive(Template)]
#[template(path = "goals/form.html")]
pub struct FormPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub state: String,
    pub action: String,
    /// What the page was made from: nobody saves over what they have not seen.
    pub version: i64,
    pub conflict: bool,
    /// What the check of files finds that no field does.
    pub others: Vec<String>,
    /// It would be reached as soon as it is saved.
    pub already: bool,
    pub fields: Vec<Field>,
    /// Where it is taken back; nothing for a new one.
    pub removal: Option<String>,
    pub leave: String,
}

impl FormPage {
    fn wrong(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.error.is_empty())
    }

    fn counted(&self) -> u64 {
        self.wrong().count() as u64
    }
}

pages_of_the_desk! {
    ListPage: |page| page.frame.say.with("goals-desk-headline", &[("campaign", &page.title)]);
    FormPage: |page| page.title.clone();
}
