//! The members of a group, and the page that shows two changes of one member side by side.

use askama::Template;

use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Page};

#[derive(Template)]
#[template(path = "accounts/members.html")]
pub struct MembersPage {
    pub frame: Frame,
    pub nav: Nav,
    pub query: String,
    pub note: String,
    pub group: String,
    pub slug: String,
    /// Whether this person may invite, change and remove.
    pub manages: bool,
    pub members: Vec<MemberLine>,
    pub invitations: Vec<InvitationLine>,
    /// Of the form that invites.
    pub email: String,
    pub email_error: String,
    pub roles: Vec<RoleChoice>,
    /// Slug and title of the group's campaigns, to invite into one alone.
    pub campaigns: Vec<(String, String)>,
    /// Mails wait, since no mail server is set.
    pub mails_wait: bool,
    /// The version of one's own membership, where one may leave.
    pub own_version: Option<i64>,
    /// Whether the group asks a second step of its members, in words, and where its owners change that.
    pub second_step: SecondStepAsked,
    /// What kept a change from being made.
    pub refused: String,
    pub changed: Option<Changed>,
    pub role_names: [String; 5],
    /// What there is to do, and which of the roles may.
    pub deeds: Vec<(String, [bool; 5])>,
}

pub struct SecondStepAsked {
    pub is_asked: bool,
    pub words: String,
    /// How many have none; nobody knows it but who could change it.
    pub without: String,
}

pub struct MemberLine {
    pub id: i64,
    pub version: i64,
    pub name: String,
    pub email: String,
    pub role: String,
    pub roles: Vec<RoleChoice>,
    pub campaign: Option<String>,
    pub since: String,
    /// Since when it is suspended.
    pub suspended: Option<String>,
    pub is_you: bool,
}

#[derive(Clone)]
pub struct RoleChoice {
    pub word: &'static str,
    pub name: String,
    pub chosen: bool,
}

pub struct InvitationLine {
    pub id: i64,
    pub email: String,
    pub role: String,
    pub until: String,
}

/// Two who changed the same member: what stands now, and what the second one wanted.
pub struct Changed {
    pub id: i64,
    pub name: String,
    pub version: i64,
    pub stands: String,
    pub wanted: String,
    pub wanted_word: &'static str,
}

impl MembersPage {
    fn of_whom(&self, key: &str, name: &str) -> String {
        self.frame.say.with(key, &[("name", &name)])
    }
}

pages_of_the_desk! {
    MembersPage: |page| page.frame.say.with("accounts-members-headline", &[("group", &page.group)]);
}
