//! What a partner sees: the terms first, then its own signers, its files and its share. Never anything of the group.

use super::desk_pages::{Seated, Waiting};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::Markup;
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// What is accepted before anybody is seen.
#[derive(Template)]
#[template(path = "partners/terms.html")]
pub struct TermsPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub campaign: Named,
    /// Whether they read otherwise than those that were accepted.
    pub changed: bool,
    pub why: WhyTerms,
    pub clauses: Vec<String>,
    /// The key to which files are encrypted already, where the group gave one.
    pub key: Option<String>,
    pub version: String,
    pub accept: String,
    pub end: String,
}

/// Why somebody reads the terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyTerms {
    /// Nobody has accepted them.
    First,
    /// The group changed what the partner is called or says of itself.
    Changed,
    /// Somebody else accepted them at this time.
    Accepted(String),
}

#[derive(Template)]
#[template(path = "partners/own.html")]
pub struct OwnPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub campaign: Named,
    /// The campaign under the partner's own look.
    pub look: Named,
    pub standing: u64,
    /// Whether there are more than were counted.
    pub more: bool,
    pub joint: u64,
    pub own: u64,
    pub percent: u64,
    pub as_of: String,
    pub sources: Vec<(String, u64)>,
    pub key: KeyForm,
    pub exports: Vec<ExportLine>,
    /// Why no file can be asked for; empty where one can.
    pub exports_refused: String,
    pub signers: Vec<SignerLine>,
    pub older: Option<String>,
    pub accepted: Markup,
    pub terms: Vec<String>,
    pub people: Vec<Seated>,
    pub invitations: Vec<Waiting>,
    pub path: String,
    pub query: String,
}

/// The partner's key, as it stands or was typed.
#[derive(Clone, Debug, Default)]
pub struct KeyForm {
    pub value: String,
    pub error: String,
    /// Where somebody else changed the campaign in the same moment.
    pub conflict: bool,
}

pub struct ExportLine {
    pub number: u64,
    pub asked: String,
    pub is_whole: bool,
    pub given: u64,
    pub changed: u64,
    pub ended: u64,
    /// Where it is taken away; nothing while it is gathered.
    pub url: Option<String>,
}

pub struct SignerLine {
    pub name: String,
    pub email: String,
    pub given: String,
    pub source: String,
}

impl TermsPage {
    /// When they were accepted, for whoever comes later.
    fn lead(&self, on: &str) -> Markup {
        let campaign = self.campaign.link();
        let on = on.to_owned();
        self.frame.say.html_of_two("partners-terms-read", ("campaign", &campaign), ("when", &on))
    }

    fn is_read_only(&self) -> bool {
        matches!(self.why, WhyTerms::Accepted(_))
    }
}

impl OwnPage {
    fn to(&self, form: &str) -> String {
        format!("{}/{form}{}", self.path, self.query)
    }
}

pages_of_the_desk! {
    TermsPage: |page| page.title.clone();
    OwnPage: |page| page.title.clone();
}
