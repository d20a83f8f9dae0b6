//! The pages of events at the desk: all of them, one with who comes, the sheet for the door and the door itself. They
//! take plain words, and never ask a database.

use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// For `/desk/campaigns/{campaign}/events`.
#[derive(Template)]
#[template(path = "events/desk_list.html")]
pub struct DeskListPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub events: Vec<EventRow>,
    /// Where another is made; nothing for who may not.
    pub new: Option<String>,
}

pub struct EventRow {
    pub event: Named,
    pub kind: String,
    pub state: String,
    pub slots: Vec<SlotRow>,
}

pub struct SlotRow {
    pub name: String,
    pub when: String,
    pub coming: u64,
    /// Of how many; empty where everybody fits.
    pub capacity: String,
    pub offered: u64,
    pub waiting: u64,
    pub arrived: u64,
}

/// For `/desk/campaigns/{campaign}/events/{event}`.
#[derive(Template)]
#[template(path = "events/desk_event.html")]
pub struct DeskEventPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub note: String,
    pub state: String,
    /// More people come than there is room for.
    pub is_over_full: bool,
    pub slots: Vec<SlotRow>,
    pub ways: Vec<Named>,
    pub questions: Vec<String>,
    /// Whose e-mail is shown to whom.
    pub shows_addresses: bool,
    pub parts: Vec<Part>,
}

/// RSVPs in one state.
pub struct Part {
    pub title: String,
    pub rows: Vec<Row>,
    pub next: Option<String>,
}

pub struct Row {
    pub name: String,
    pub email: String,
    pub people: u64,
    pub slot: String,
    pub answers: Vec<String>,
    pub when: String,
    pub arrived: String,
}

/// The list to print, for a door without a phone.
#[derive(Template)]
#[template(path = "events/sheet.html")]
pub struct SheetPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub as_of: String,
    pub slots: Vec<SheetSlot>,
}

pub struct SheetSlot {
    pub name: String,
    pub when: String,
    pub people: u64,
    /// Name, how many, answers.
    pub rows: Vec<(String, u64, String)>,
}

/// The door.
#[derive(Template)]
#[template(path = "events/door.html")]
pub struct DoorPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    pub script: String,
    pub worker: String,
    /// Where what is noted goes.
    pub action: String,
    /// The page itself, without a ticket.
    pub path: String,
    pub note: String,
    pub is_wrong: bool,
    pub arrived: u64,
    pub coming: u64,
    /// Number and name of each.
    pub slots: Vec<(i64, String)>,
    pub guests: Vec<Guest>,
    /// More come than the page shows.
    pub is_cut: bool,
    /// Whoever’s ticket was read.
    pub ticket: Option<Guest>,
    /// Drawn for the walk-in of this page, where no script draws one.
    pub mark: String,
    /// When the page was made, in milliseconds since 1970: what the phone heard later holds.
    pub now: i64,
    pub words: DoorWords,
    /// Slot and mark of whoever was counted last without an RSVP; empty where nobody was.
    pub last_walk_in: String,
}

/// Sentences that the door’s script fills in: who and when for `%1` and `%2`.
pub struct DoorWords {
    pub already: String,
    pub since: String,
    pub by_ticket: String,
}

impl DoorWords {
    pub fn of(say: &Say) -> Self {
        let (first, second) = ("%1".to_owned(), "%2".to_owned());
        Self {
            already: say.with("events-door-already", &[("who", &first), ("when", &second)]),
            since: say.with("events-door-since", &[("when", &first)]),
            by_ticket: say.with("events-door-by-ticket", &[("people", &first)]),
        }
    }
}

#[derive(Clone, Debug)]
pub struct Guest {
    pub id: i64,
    pub name: String,
    pub people: u64,
    pub slot: String,
    /// By which a ticket that is read is found without the server.
    pub mark: String,
    pub arrived: u64,
    /// When they were let in last: in milliseconds since 1970, and in words.
    pub at: i64,
    pub since: String,
    /// Said where it is no plain coming: waiting, cancelled.
    pub state: String,
}

pages_of_the_desk! {
    DeskListPage: |page| page.frame.say.with("events-desk-headline", &[("campaign", &page.title)]);
    DeskEventPage: |page| page.title.clone();
    SheetPage: |page| page.title.clone();
}

impl Page for DoorPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.with("events-door-headline", &[("event", &self.title)])
    }

    fn fetching_script(&self) -> Option<&str> {
        Some(&self.script)
    }

    fn referrer(&self) -> &'static str {
        "same-origin"
    }
}

impl DeskPage for DoorPage {
    fn nav(&self) -> &Nav {
        &self.nav
    }
}
