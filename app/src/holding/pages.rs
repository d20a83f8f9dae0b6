//! The page of what is held.

use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Page};
use askama::Template;

#[derive(Template)]
#[template(path = "holding/page.html")]
pub struct HoldingPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    /// What was done a moment ago, or is wrong.
    pub note: String,
    pub is_wrong: bool,
    /// Until when the campaign is taken to be under attack; empty where it is not.
    pub attacked: String,
    pub held: u64,
    /// Sign-ons that look false and were not confirmed: nothing counts of them, and nobody need look.
    pub unconfirmed: u64,
    pub to_held: String,
    pub tables: Vec<Table>,
    pub weights: Vec<Weight>,
    pub threshold: Weight,
    pub to_weights: String,
    /// What stood when the page was made, as `signal:weight` with spaces between: what somebody else changed since
    /// and this one did not stays as it is.
    pub weights_seen: String,
    pub venues: Vec<Place>,
    pub venue: Form,
    pub to_venues: String,
    /// The campaign's clock.
    pub zone: String,
}

/// Those who share something, the largest crowds first.
pub struct Table {
    pub name: String,
    pub head: String,
    pub rows: Vec<Row>,
}

impl Table {
    /// Whether a row's time is not its name.
    pub fn tells_when(&self) -> bool {
        self.rows.iter().any(|row| !row.when.is_empty())
    }
}

pub struct Row {
    pub what: String,
    pub url: String,
    /// Nothing where `what` says it.
    pub when: String,
    pub held: u64,
}

/// A signal in the table of weights.
pub struct Weight {
    pub word: &'static str,
    pub label: String,
    pub value: String,
    pub usual: u64,
    /// Of the signatures that are held now, how many showed it.
    pub seen: u64,
    pub error: String,
}

pub struct Place {
    pub name: String,
    pub network: String,
    pub when: String,
    pub removal: String,
}

/// The form of a venue: what was typed, and what is wrong with it.
#[derive(Default)]
pub struct Form {
    pub name: String,
    pub network: String,
    pub from: String,
    pub until: String,
    pub name_error: String,
    pub network_error: String,
    pub from_error: String,
    pub until_error: String,
}

pages_of_the_desk! {
    HoldingPage: |page| page.frame.say.with("holding-headline", &[("title", &page.title)]);
}
