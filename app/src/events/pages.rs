//! The public pages of events: all of a campaign’s, one of them with its form, the inbox, and the private page of an
//! RSVP. They take plain words, and never ask a database.

use super::State;
use super::form::{Fault, Field, RsvpForm};
use super::shown::When;
use crate::web::i18n::{Markup, Say};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;

/// One event in few words.
#[derive(Clone, Debug)]
pub struct Teaser {
    pub title: Named,
    pub kind: String,
    pub when: String,
    pub place: String,
    pub is_cancelled: bool,
}

/// For `/campaigns/{campaign}/events`.
#[derive(Template)]
#[template(path = "events/list.html")]
pub struct ListPage {
    pub frame: Frame,
    pub ahead: Vec<Teaser>,
    pub over: Vec<Teaser>,
    /// What a calendar subscribes to.
    pub feed: String,
}

/// One time and place of an event.
#[derive(Clone, Debug)]
pub struct SlotShown {
    pub slug: String,
    pub name: String,
    pub when: When,
    /// Empty where it is told to those alone who come.
    pub place: String,
    /// How many come, as the organisers show it; empty where they do not.
    pub numbers: String,
    /// What is said of the places that are left; empty where everybody fits.
    pub room: String,
    pub is_over: bool,
}

/// A question of the form, with what was answered and what is wrong with it.
#[derive(Clone, Debug)]
pub struct QuestionShown {
    /// The field’s name.
    pub field: String,
    pub label: String,
    pub is_needed: bool,
    /// Slug and words; a line is written where there are none.
    pub choices: Vec<(String, String)>,
    pub answer: String,
    pub error: String,
}

/// The form with what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct FormShown {
    /// Where it is sent.
    pub action: String,
    pub typed: RsvpForm,
    pub mistakes: Vec<(Field, Fault)>,
    /// 429: in how many seconds this network may send again.
    pub again_in: Option<u64>,
    pub party_most: u32,
    pub questions: Vec<QuestionShown>,
    /// Whether it is the private page’s, which asks for neither address nor time.
    pub is_own: bool,
    pub button: &'static str,
}

impl FormShown {
    pub fn error(&self, name: &str, say: &Say) -> String {
        let found = self.mistakes.iter().find(|(field, _)| field.name() == name);
        found.map(|(_, fault)| fault.words(say)).unwrap_or_default()
    }

    pub fn label(&self, field: &Field, say: &Say) -> String {
        match field {
            Field::Slot => say.text("events-slot"),
            Field::Name => say.text("events-name"),
            Field::Email => say.text("events-email"),
            Field::People => say.text("events-people"),
            Field::Answer(_) => {
                let own = field.name();
                self.questions
                    .iter()
                    .find(|one| one.field == own)
                    .map(|one| one.label.clone())
                    .unwrap_or_default()
            }
        }
    }

    pub fn counted(&self) -> u64 {
        self.mistakes.len() as u64
    }

    pub fn most(&self) -> u64 {
        u64::from(self.party_most)
    }

    pub fn people(&self) -> String {
        if self.typed.people.is_empty() { "1".to_owned() } else { self.typed.people.clone() }
    }
}

/// Why nobody can say that they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    Closed,
    Cancelled,
    Over,
}

/// For `/campaigns/{campaign}/events/{event}`.
#[derive(Template)]
#[template(path = "events/event.html")]
pub struct EventPage {
    pub frame: Frame,
    pub title: String,
    pub kind: String,
    pub words: String,
    pub bring: String,
    pub access: String,
    pub hosts: Vec<Named>,
    pub slots: Vec<SlotShown>,
    pub shut: Option<Shut>,
    pub form: FormShown,
    /// The event as a calendar’s file.
    pub calendar: String,
    pub feed: String,
    pub notice: String,
    /// Until how many days after it whoever comes is known.
    pub days: u64,
}

impl EventPage {
    fn several(&self) -> bool {
        self.slots.len() > 1
    }

    fn host_list(&self) -> Markup {
        let links: Vec<String> = self.hosts.iter().map(|host| host.link().as_str().to_owned()).collect();
        Markup::ours(links.join(self.frame.say.language().comma()))
    }
}

/// “Check your inbox”, the same for everybody.
#[derive(Template)]
#[template(path = "events/inbox.html")]
pub struct InboxPage {
    pub frame: Frame,
    pub event: Named,
    pub days: u64,
}

/// What somebody has just done behind their link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Confirmed,
    Accepted,
    Corrected,
    Cancelled,
    TooLate,
    Known,
}

impl Done {
    const ALL: [Self; 6] =
        [Self::Confirmed, Self::Accepted, Self::Corrected, Self::Cancelled, Self::TooLate, Self::Known];

    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Accepted => "accepted",
            Self::Corrected => "corrected",
            Self::Cancelled => "cancelled",
            Self::TooLate => "too-late",
            Self::Known => "known",
        }
    }

    /// `?done=confirmed`
    pub fn asked(query: Option<&str>) -> Option<Self> {
        let word = query?.split('&').find_map(|pair| pair.strip_prefix("done="))?;
        Self::ALL.into_iter().find(|done| done.word() == word)
    }

    fn key(self) -> Option<&'static str> {
        match self {
            // The page itself says how it stands.
            Self::Confirmed | Self::Cancelled => None,
            Self::Accepted => Some("events-done-accepted"),
            Self::Corrected => Some("events-done-corrected"),
            Self::TooLate => Some("events-done-too-late"),
            Self::Known => Some("events-done-known"),
        }
    }
}

/// The private page of an RSVP.
#[derive(Template)]
#[template(path = "events/own.html")]
pub struct OwnPage {
    pub frame: Frame,
    pub event: Named,
    /// `/rsvps/{token}`: the forms are sent below it.
    pub path: String,
    /// `?lang=es`, or empty.
    pub query: String,
    pub state: State,
    pub done: Option<Done>,
    pub when: When,
    pub slot: String,
    /// Empty where it is not told yet.
    pub place: String,
    pub name: String,
    pub people: u64,
    pub answers: Vec<(String, String)>,
    /// How many wait before one.
    pub before: u64,
    /// How many places are left, fewer than one needs.
    pub left: u64,
    /// How many people there is room for in all.
    pub capacity: Option<u64>,
    /// What else the same mailbox has said and not confirmed: when, and its page.
    pub others: Vec<(String, Named)>,
    /// Until when a place is kept.
    pub until: String,
    /// Why nobody more can say that they come; whoever does, can cancel and change while it is closed alone.
    pub shut: Option<Shut>,
    /// There is no room for so many more.
    pub no_room: bool,
    /// What is shown at the door; nothing for who has no place.
    pub ticket: Option<Markup>,
    pub bring: String,
    pub access: String,
    pub form: FormShown,
}

impl OwnPage {
    fn to(&self, form: &str) -> String {
        format!("{}/{form}{}", self.path, self.query)
    }

    fn lead(&self) -> String {
        let say = &self.frame.say;
        match self.shut {
            Some(Shut::Cancelled) => return say.text("events-lead-called-off"),
            Some(Shut::Over) => return say.text("events-lead-over"),
            Some(Shut::Closed) | None => {}
        }
        match self.state {
            State::Unconfirmed if !self.takes_names() => say.text("events-shut-closed"),
            State::Unconfirmed => say.text("events-lead-unconfirmed"),
            State::Coming => say.with("events-lead-coming", &[("people", &self.people)]),
            State::Waiting if self.capacity.is_some_and(|capacity| self.people > capacity) => {
                let capacity = self.capacity.unwrap_or_default();
                say.with("events-lead-waiting-never", &[("people", &self.people), ("capacity", &capacity)])
            }
            State::Waiting if self.left > 0 && self.left < self.people => {
                let waits = say.with(
                    "events-lead-waiting-fewer",
                    &[("before", &self.before), ("people", &self.people), ("left", &self.left)],
                );
                let together = say.with("events-lead-waiting-together", &[("people", &self.people)]);
                format!("{waits} {together}")
            }
            State::Waiting => {
                let waits = say.with("events-lead-waiting", &[("before", &self.before)]);
                if self.people > 1 {
                    let together = say.with("events-lead-waiting-together", &[("people", &self.people)]);
                    format!("{waits} {together}")
                } else {
                    waits
                }
            }
            State::Offered => say.with("events-lead-offered", &[("until", &self.until)]),
            State::Cancelled => say.text("events-lead-cancelled"),
            State::Lapsed => say.text("events-lead-lapsed"),
        }
    }

    /// Whether anything can be done.
    fn is_live(&self) -> bool {
        matches!(self.shut, None | Some(Shut::Closed))
    }

    /// Whether one may still say that one comes.
    fn takes_names(&self) -> bool {
        self.shut.is_none()
    }

    fn headline_key(&self) -> &'static str {
        match self.state {
            _ if self.shut == Some(Shut::Cancelled) => "events-own-called-off",
            State::Unconfirmed => "events-own-unconfirmed",
            State::Coming => "events-own-coming",
            State::Waiting => "events-own-waiting",
            State::Offered => "events-own-offered",
            State::Cancelled => "events-own-cancelled",
            State::Lapsed => "events-own-lapsed",
        }
    }
}

/// A private link that leads nowhere.
#[derive(Template)]
#[template(path = "events/gone.html")]
pub struct GonePage {
    pub frame: Frame,
}

macro_rules! pages {
    ($($page:ident: $headline:expr;)*) => {$(
        impl Page for $page {
            fn frame(&self) -> &Frame {
                &self.frame
            }

            fn headline(&self) -> String {
                let headline: fn(&$page) -> String = $headline;
                headline(self)
            }
        }
    )*};
}

pages! {
    ListPage: |page| page.frame.say.text("events-list-headline");
    EventPage: |page| page.title.clone();
    InboxPage: |page| page.frame.say.text("events-inbox-headline");
    OwnPage: |page| page.frame.say.text(page.headline_key());
    GonePage: |page| page.frame.say.text("events-gone-headline");
}
