//! The page of one's tasks: how far each has come, and what it gave.

use super::{Asked, Reason, State, Task};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Named, Page};
use crate::web::natural;
use askama::Template;

#[derive(Template)]
#[template(path = "tasks/tasks.html")]
pub struct TasksPage {
    pub frame: Frame,
    pub nav: Nav,
    pub headline: String,
    /// What was done a moment ago.
    pub note: String,
    pub tasks: Vec<TaskPart>,
    /// This page, to look again at what is under way; nothing where nothing is.
    pub again: Option<String>,
    /// Where a list to begin with stands.
    pub lists: String,
}

pub struct TaskPart {
    pub what: String,
    pub campaign: Option<String>,
    pub state: String,
    /// What there is to know besides: why, until when.
    pub about: Vec<String>,
    pub progress: Option<Progress>,
    pub file: Option<File>,
    /// A page that tells more of it.
    pub page: Option<Named>,
    pub cancel: Option<Cancel>,
}

pub struct Progress {
    pub label: String,
    pub percent: u64,
}

pub struct File {
    pub url: String,
    pub label: String,
}

pub struct Cancel {
    pub action: String,
    pub label: String,
}

pages_of_the_desk! {
    TasksPage: |page| page.headline.clone();
}

/// What is asked for, in words.
pub fn what(say: &Say, asked: Option<&Asked>) -> String {
    match asked {
        Some(Asked::Export { list, format, .. }) => {
            let list = say.text(match list.as_str() {
                "signatures" => "lists-signatures",
                "sign-ons" => "lists-sign-ons",
                "people" => "lists-people",
                _ => "lists-mails",
            });
            say.with("tasks-export", &[("list", &list), ("format", &format.word().to_uppercase())])
        }
        Some(Asked::Change { .. }) => say.text("tasks-change"),
        Some(Asked::Undo { .. }) => say.text("tasks-undo"),
        Some(Asked::Delivery) => say.text("tasks-delivery"),
        None => say.text("tasks-unknown"),
    }
}

fn state_key(state: State) -> &'static str {
    match state {
        State::Waiting => "tasks-state-waiting",
        State::Running => "tasks-state-running",
        State::Done => "tasks-state-done",
        State::Cancelled => "tasks-state-cancelled",
        State::Failed => "tasks-state-failed",
    }
}

pub fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::Asker => "tasks-reason-asker",
        Reason::Member => "tasks-reason-member",
        Reason::Erased => "tasks-reason-erased",
        Reason::Expired => "tasks-reason-expired",
        Reason::Gone => "tasks-reason-gone",
        Reason::Restored => "tasks-reason-restored",
        Reason::Disk => "tasks-reason-disk",
        Reason::Fault => "tasks-reason-fault",
    }
}

/// A task in words. `at` makes a path a link of this page.
pub fn part(say: &Say, task: &Task, now: i64, at: impl Fn(&str) -> String) -> TaskPart {
    let what = what(say, task.asked.as_ref());
    let base = format!("{}/tasks/{}", task.base(), task.id);
    let mut about = vec![say.with("tasks-asked", &[("moment", &say.moment(task.created_at, "UTC"))])];
    let rows = natural(task.stand.rows);
    match task.state {
        State::Waiting => {}
        State::Done => about.push(say.with("tasks-rows-all", &[("rows", &rows)])),
        _ => about.push(say.with("tasks-rows", &[("rows", &rows)])),
    }
    about.extend(task.reason.map(|reason| say.text(reason_key(reason))));
    let offers = task.offers_file(now);
    if offers && let Some(end) = task.expires_at {
        about.push(say.with("tasks-until", &[("moment", &say.moment(end, "UTC"))]));
    }
    let percent = match task.stand.total {
        total if total > 0 => natural(task.stand.done.saturating_mul(100) / total).min(100),
        _ => 0,
    };
    let is_open = task.state.is_open();
    let way =
        |key: &str, rest: &str| Named { name: say.text(key), url: at(&format!("{}/{rest}", task.base())) };
    TaskPart {
        campaign: task.campaign.as_ref().map(|(_, slug)| slug.clone()),
        state: say.text(state_key(task.state)),
        about,
        progress: is_open
            .then(|| Progress { label: say.with("tasks-progress", &[("percent", &percent)]), percent }),
        file: offers.then_some(()).filter(|()| task.asked != Some(Asked::Delivery)).map(|()| File {
            url: at(&format!("{base}/file")),
            label: say.with("tasks-take", &[("what", &what)]),
        }),
        page: match &task.asked {
            Some(Asked::Change { change } | Asked::Undo { undoes: change, .. }) => {
                Some(way("tasks-page", &format!("changes/{change}")))
            }
            Some(Asked::Delivery) => Some(way("tasks-delivery-page", "deliveries")),
            Some(Asked::Export { .. }) | None => None,
        },
        cancel: is_open.then(|| Cancel {
            action: at(&format!("{base}/cancellation")),
            label: say.with("tasks-cancel-label", &[("what", &what)]),
        }),
        what,
    }
}
