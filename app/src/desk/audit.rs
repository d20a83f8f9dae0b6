//! The record of a group: what was changed, by whom, when; to be filtered and taken away.

use crate::accounts::guard::Member;
use crate::accounts::nav;
use crate::audit::ACTIONS;
use crate::audit::store::{self, Entry, Filter};
use crate::clock::DAY;
use crate::error::Result;
use crate::state::App;
use crate::web::answer::private;
use crate::web::csv;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::forms;
use crate::web::i18n::Say;
use crate::web::layout::{Frame, Page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Map, Value};

const ON_A_PAGE: i64 = 50;
const IN_A_CHUNK: i64 = 1_000;

#[derive(Template)]
#[template(path = "desk/audit.html")]
pub struct AuditPage {
    pub frame: Frame,
    pub nav: Nav,
    pub group: String,
    pub action: String,
    pub lang: Option<&'static str>,
    pub people: Vec<(String, String, bool)>,
    pub actions: Vec<(&'static str, String, bool)>,
    pub from: String,
    pub until: String,
    pub entries: Vec<Line>,
    pub narrowed: bool,
    pub every: String,
    pub next: Option<String>,
    pub export: String,
}

pub struct Line {
    pub when: String,
    pub who: String,
    pub what: String,
    pub object: String,
    /// Field, before, after; of a personal field the name alone.
    pub fields: Vec<(String, String, String)>,
}

pages_of_the_desk! {
    AuditPage: |page| page.frame.say.with("audit-headline", &[("group", &page.group)]);
}

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    who: String,
    what: String,
    from: String,
    until: String,
    below: String,
}

impl Asked {
    fn filter(&self) -> Filter {
        Filter {
            account: self.who.parse().ok(),
            action: ACTIONS.iter().find(|(word, _)| *word == self.what).map(|(word, _)| (*word).to_owned()),
            from: midnight(&self.from),
            until: midnight(&self.until).map(|day| day + DAY),
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        [("who", &self.who), ("what", &self.what), ("from", &self.from), ("until", &self.until)]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.clone()))
            .collect()
    }
}

/// The beginning of a day in UTC.
fn midnight(day: &str) -> Option<i64> {
    let day: jiff::civil::Date = day.parse().ok()?;
    Some(day.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_microsecond())
}

/// `GET /desk/groups/{group}/audit`
pub async fn show(State(app): State<App>, member: Member, Query(asked): Query<Asked>) -> Result<Response> {
    let (here, group) = (&member.here, &member.group);
    let below = asked.below.parse().unwrap_or(i64::MAX);
    let mut c = app.db.read().await?;
    let mut entries = store::entries(&mut c, group.id, &asked.filter(), below, ON_A_PAGE + 1).await?;
    let people = store::actors(&mut c, group.id).await?;
    drop(c);
    let has_more = entries.len() > usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    if has_more {
        entries.pop();
    }
    let path = format!("/desk/groups/{}/audit", group.slug);
    let pairs = asked.pairs();
    let next = entries.last().filter(|_| has_more).map(|last| {
        let mut pairs = pairs.clone();
        pairs.push(("below", last.id.to_string()));
        here.at(&forms::with_query(&path, &pairs))
    });
    let say = here.language.say();
    let named = |name: String| if name.is_empty() { say.text("audit-erased") } else { name };
    let people =
        people.into_iter().map(|(id, name)| (id.to_string(), named(name), id.to_string() == asked.who));
    let page = AuditPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(&app, here, &forms::with_query(&path, &pairs)),
        group: group.name.clone(),
        lang: here.asked_language.then(|| here.language.tag()),
        people: people.collect(),
        actions: ACTIONS.iter().map(|(word, key)| (*word, say.text(key), *word == asked.what)).collect(),
        entries: entries.into_iter().map(|entry| line(&say, entry)).collect(),
        narrowed: !pairs.is_empty(),
        every: here.at(&path),
        export: here.at(&forms::with_query(&format!("{path}.csv"), &pairs)),
        action: path,
        from: asked.from,
        until: asked.until,
        next,
    };
    private(StatusCode::OK, &page)
}

/// An action in words.
pub fn action(say: &Say, entry: &Entry) -> String {
    let key = ACTIONS.iter().find(|(word, _)| *word == entry.action).map(|(_, key)| *key);
    key.map_or(entry.action.clone(), |key| say.text(key))
}

fn line(say: &Say, entry: Entry) -> Line {
    Line {
        when: say.moment(entry.at, "UTC"),
        who: match entry.who.as_deref() {
            // What the program does when it is time to.
            None if entry.action == "goal-reached" => say.text("audit-by-itself"),
            None => say.text("audit-command-line"),
            Some("") => say.text("audit-erased"),
            Some(name) => name.to_owned(),
        },
        what: action(say, &entry),
        fields: fields(say, &entry),
        object: entry.object,
    }
}

pub fn fields(say: &Say, entry: &Entry) -> Vec<(String, String, String)> {
    let read = |json: &str| serde_json::from_str::<Map<String, Value>>(json).unwrap_or_default();
    let (before, after) = (read(&entry.before), read(&entry.after));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort();
    names.dedup();
    let shown = |value: Option<&Value>| match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    };
    let field = |name: &String| {
        let label = if name == "personal" { say.text("audit-personal") } else { name.clone() };
        (label, shown(before.get(name)), shown(after.get(name)))
    };
    names.into_iter().map(field).collect()
}

/// `GET /desk/groups/{group}/audit.csv`
pub async fn export(State(app): State<App>, member: Member, Query(asked): Query<Asked>) -> Result<Response> {
    let (group, filter) = (member.group.id, asked.filter());
    let file = format!("{}-record.csv", member.group.slug);
    Ok(csv::stream(&file, |rows| async move { write(&app, group, &filter, &rows).await }))
}

async fn write(app: &App, group: i64, filter: &Filter, rows: &csv::Rows) -> Result<()> {
    let mut chunk = csv::row(["at", "who", "action", "object", "before", "after"]);
    let mut below = i64::MAX;
    loop {
        let entries = store::entries(&mut app.db.read().await?, group, filter, below, IN_A_CHUNK).await?;
        for entry in &entries {
            let at = jiff::Timestamp::from_microsecond(entry.at).map(|at| at.to_string()).unwrap_or_default();
            let who = entry.who.as_deref().unwrap_or_default();
            chunk.push_str(&csv::row([&at, who, &entry.action, &entry.object, &entry.before, &entry.after]));
        }
        // Whoever went away needs no more of it.
        if rows.send(Ok(std::mem::take(&mut chunk).into())).await.is_err() {
            return Ok(());
        }
        match entries.last() {
            Some(last) => below = last.id,
            None => return Ok(()),
        }
    }
}
