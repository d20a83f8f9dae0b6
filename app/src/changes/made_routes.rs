//! What changes did, and stopping one.

use super::pages::{ChangePage, ChangesPage, Line, Progress};
use super::routes::{campaign_of, change_path, list_path};
use super::{Change, State, store, words};
use crate::accounts::guard::Member;
use crate::accounts::nav;
use crate::audit;
use crate::error::{Error, Result};
use crate::lists::Deed;
use crate::lists::routes::{voice, whose};
use crate::lists::saved_routes::number;
use crate::state::App;
use crate::tasks;
use crate::web::answer::{private, see_other};
use crate::web::i18n::Say;
use crate::web::natural;
use axum::extract::{Query, RawPathParams, State as Extract};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

const ON_A_PAGE: i64 = 50;

/// The change that the path names, where the role may do what it does; others are not there.
pub async fn change(app: &App, member: &Member, path: &RawPathParams) -> Result<Change> {
    let (campaign, id) = (campaign_of(member)?.id, number(path, "change")?);
    let change = store::change_of(&mut app.db.read().await?, campaign, id).await?;
    change
        .filter(|change| change.undoes.is_none() && change.deed.may().contains(&member.role))
        .ok_or(Error::NotFound)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asking {
    below: String,
}

/// `GET /desk/campaigns/{campaign}/changes`
pub async fn all(
    Extract(app): Extract<App>,
    member: Member,
    Query(asked): Query<Asking>,
) -> Result<Response> {
    let (here, campaign) = (&member.here, campaign_of(&member)?);
    let path = format!("/desk/campaigns/{}/changes", campaign.slug);
    let below = asked.below.parse().unwrap_or(i64::MAX);
    let deeds: Vec<Deed> = Deed::ALL.into_iter().filter(|deed| deed.may().contains(&member.role)).collect();
    let mut c = app.db.read().await?;
    let mut changes = store::changes_below(&mut c, campaign.id, &deeds, below, ON_A_PAGE + 1).await?;
    let has_more = changes.len() > usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    changes.truncate(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX));
    let next = changes.last().filter(|_| has_more);
    let next = next.map(|last| here.at(&format!("{path}?below={}", last.id)));
    let shown = (changes.last().map_or(0, |last| last.id), changes.first().map_or(0, |first| first.id));
    let undone = store::undoings_between(&mut c, campaign.id, shown).await?;
    drop(c);
    let voice = voice(&app, &member).await?;
    let say = &voice.say;
    let mut lines = Vec::new();
    for change in &changes {
        lines.push(Line {
            what: say.text(words::done(change.deed)),
            url: here.at(&change_path(&member, change.id)?),
            count: natural(change.changed),
            who: who(say, change),
            when: say.moment(change.created_at, voice.zone()),
            state: state(say, change, undone.get(&change.id)),
        });
    }
    let page = ChangesPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(&app, here, &path),
        headline: say.with("changes-headline", &[("whose", &whose(&member, &voice))]),
        lines,
        next,
        list: here.at(&format!("/desk/campaigns/{}/signatures", campaign.slug)),
    };
    private(StatusCode::OK, &page)
}

fn who(say: &Say, change: &Change) -> String {
    if change.who.is_empty() { say.text("audit-erased") } else { change.who.clone() }
}

fn state(say: &Say, change: &Change, undone: Option<&Change>) -> String {
    say.text(match (change.state, undone.map(|undone| undone.state)) {
        (State::Running, _) => "changes-state-running",
        (_, Some(State::Running)) => "changes-state-undoing",
        (_, Some(_)) => "changes-state-undone",
        (State::Done, None) => "changes-state-done",
        (State::Cancelled, None) => "changes-state-cancelled",
    })
}

/// `GET /desk/campaigns/{campaign}/changes/{change}`
pub async fn show(Extract(app): Extract<App>, member: Member, path: RawPathParams) -> Result<Response> {
    let change = change(&app, &member, &path).await?;
    let here = &member.here;
    let voice = voice(&app, &member).await?;
    let (say, own) = (&voice.say, change_path(&member, change.id)?);
    let mut c = app.db.read().await?;
    let undone = store::undoing(&mut c, change.id).await?;
    let standing = store::standing(&mut c, change.id, change.deed).await?;
    drop(c);
    let moment = |at: i64| say.moment(at, voice.zone());
    let of = |change: &Change| {
        let (changed, found) = (natural(change.changed), natural(change.found));
        let percent = (changed * 100).checked_div(found).unwrap_or(0).min(100);
        Progress {
            label: say.with("changes-progress", &[("changed", &changed), ("found", &found)]),
            percent,
            again: here.at(&own),
            cancel: here.at(&format!("{own}/cancellation")),
        }
    };
    let runs = undone.iter().chain([&change]).find(|one| one.state == State::Running);
    let mut facts = vec![
        (say.text("changes-who"), who(say, &change)),
        (say.text("changes-when"), moment(change.created_at)),
        (say.text("changes-which"), words::chosen(&voice, &change)),
        (say.text("changes-changed"), say.number(natural(change.changed))),
        (say.text("changes-left-alone"), say.number(natural(change.left_alone))),
        (say.text("changes-state"), state(say, &change, undone.first())),
    ];
    if let Some(class) = change.removes_as {
        facts.insert(3, (say.text("changes-class-of"), say.text(words::class(class))));
    }
    if change.found != change.changed && change.state == State::Done {
        facts.push((say.text("changes-found"), say.number(natural(change.found))));
    }
    let (until, now) = (change.can_be_undone_until(), app.clock.now());
    let may_be_undone = runs.is_none() && standing.as_left > 0 && change.deed.can_be_undone();
    let page = ChangePage {
        nav: nav::nav(here, &own),
        frame: nav::frame(&app, here, &own),
        headline: say.text(words::done(change.deed)),
        lead: lead(say, &change),
        progress: runs.map(of),
        facts,
        undone: undone.iter().map(|one| undone_words(say, one, &moment)).collect(),
        undo: (may_be_undone && now < until).then(|| {
            (say.with("changes-undo-until", &[("when", &moment(until))]), here.at(&format!("{own}/undo")))
        }),
        no_undo: match change.deed.can_be_undone() {
            false => say.text("changes-no-undo"),
            true if now >= until => say.text("changes-undo-over"),
            true => String::new(),
        },
        list: here.at(&list_path(&member, change.deed)?),
        changes: here.at(&format!("/desk/campaigns/{}/changes", campaign_of(&member)?.slug)),
    };
    private(StatusCode::OK, &page)
}

fn lead(say: &Say, change: &Change) -> String {
    let count = natural(change.changed);
    let key = match change.state {
        State::Running => "changes-lead-running",
        State::Done => "changes-lead-done",
        State::Cancelled => "changes-lead-cancelled",
    };
    say.with(key, &[("count", &count)])
}

fn undone_words(say: &Say, undone: &Change, moment: &impl Fn(i64) -> String) -> String {
    let (count, left) = (natural(undone.changed), natural(undone.left_alone));
    let given = [
        ("who", &who(say, undone) as _),
        ("when", &moment(undone.created_at) as _),
        ("count", &count as _),
        ("left", &left as _),
    ];
    let key = match undone.state {
        State::Running => "changes-undoing-by",
        State::Done => "changes-undone-by",
        State::Cancelled => "changes-undo-cancelled-by",
    };
    say.with(key, &given)
}

/// `POST /desk/campaigns/{campaign}/changes/{change}/cancellation`: stops what runs of it, the change or its
/// undoing. What was done until then stays, and can be taken back.
pub async fn cancel(Extract(app): Extract<App>, member: Member, path: RawPathParams) -> Result<Response> {
    let change = change(&app, &member, &path).await?;
    let undone = store::undoing(&mut app.db.read().await?, change.id).await?;
    let runs = undone.iter().chain([&change]).find(|one| one.state == State::Running);
    if let Some(runs) = runs {
        let (id, task, campaign, now) = (runs.id, runs.task, change.campaign, app.clock.now());
        let record = audit::Change::of("list-change-cancelled", format!("change {}", change.id))
            .by(member.here.account.id)
            .in_group(member.group.id)
            .field("deed", None, Some(change.deed.word()));
        app.db
            .write(Lane::Ordinary, move |c| {
                let record = record.clone();
                Box::pin(async move {
                    if store::cancel(c, campaign, id, now).await? {
                        if let Some(task) = task {
                            let (state, reason) = (tasks::State::Cancelled, tasks::Reason::Asker);
                            tasks::store::stop(c, task, state, reason, now).await?;
                        }
                        let done = store::change_of(c, campaign, id).await?.map_or(0, |done| done.changed);
                        let record = record.field("rows", None, Some(&done.to_string()));
                        audit::store::record(c, &record, now).await?;
                    }
                    Ok(())
                })
            })
            .await?;
    }
    Ok(see_other(&member.here.at(&change_path(&member, change.id)?)))
}
