//! The pages of deliveries at the desk. They take plain words and addresses, and never ask a database.

use super::Fault;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// All deliveries of a campaign, and the form that asks for another.
#[derive(Template)]
#[template(path = "deliveries/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub refused: String,
    pub action: String,
    /// Letter and language in one word, and what they are called.
    pub choices: Vec<(String, String)>,
    pub rows: Vec<Row>,
}

pub struct Row {
    pub letter: Named,
    pub asked: String,
    pub state: String,
}

/// One delivery: its files, and the form that tells its day.
#[derive(Template)]
#[template(path = "deliveries/one.html")]
pub struct OnePage {
    pub frame: Frame,
    pub nav: Nav,
    pub note: String,
    pub conflict: bool,
    pub title: String,
    pub back: String,
    pub state: String,
    /// Where its files are being made: how far that is, and where to look again.
    pub under_way: Option<(u64, String)>,
    pub made: Option<Made>,
}

pub struct Made {
    pub signatures: u64,
    pub unnamed: u64,
    pub as_of: String,
    /// How many signatures that are in them do not count any more, and of how many something else was changed.
    pub gone: u64,
    pub changed: u64,
    /// Until when the files can be taken away; empty where they are gone.
    pub until: String,
    pub files: Vec<FileShown>,
    pub handed: Option<String>,
    pub day: DayShown,
}

pub struct FileShown {
    pub name: String,
    pub size: String,
    pub sha256: String,
    /// Nothing where it is gone.
    pub url: Option<String>,
}

/// The form of the day, with what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct DayShown {
    pub action: String,
    pub on: String,
    pub to: String,
    pub seen: String,
    pub fault: Option<Fault>,
}

impl DayShown {
    fn error(&self, say: &Say, of_day: bool) -> String {
        let own = self.fault.filter(|fault| fault.is_of_day() == of_day);
        own.map(|fault| say.text(fault.key())).unwrap_or_default()
    }
}

pages_of_the_desk! {
    ListPage: |page| page.frame.say.with("deliveries-headline", &[("campaign", &page.title)]);
    OnePage: |page| page.frame.say.with("deliveries-one-headline", &[("letter", &page.title)]);
}
