//! Statements at the desk: the list, entering, correcting, removing, hiding what came by a link.

use super::desk_looks::{Found, campaign, find, keys_of_questions, list_page, page, path, path_of};
use super::desk_pages::{FormShown, Hiding, OnePage};
use super::form::{self, Around, Said, StatementForm};
use super::store::{self, Place};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::campaigns::directory::Running;
use crate::campaigns::record::{Kept, key_of_row};
use crate::campaigns::store::statements;
use crate::clock::day;
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;
use std::sync::Arc;

fn done(query: Option<&str>) -> &str {
    query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("done="))).unwrap_or_default()
}

/// `GET /desk/campaigns/{campaign}/statements`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let mut page = list_page(&app, &member, FormShown::default()).await?;
    page.note = match done(query.as_deref()) {
        "entered" => page.frame.say.text("statements-desk-done-entered"),
        "removed" => page.frame.say.text("statements-desk-done-removed"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

fn checked(
    app: &App,
    campaign: &Running,
    rows: &[Kept],
    typed: &StatementForm,
) -> std::result::Result<Said, form::Faults> {
    let definition = &campaign.definition;
    let today = day(app.clock.now(), &definition.time_zone);
    let questions = keys_of_questions(campaign, rows);
    form::check(typed, &Around { today: &today, questions: &questions, languages: &definition.languages })
}

/// `POST /desk/campaigns/{campaign}/statements/entries`
pub async fn enter(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let typed: StatementForm = forms::read_with_nuls(&body)?;
    let campaign = campaign(&app, &member).await?;
    let rows = statements(&mut app.db.read().await?, campaign.id).await?;
    let said = match checked(&app, &campaign, &rows, &typed) {
        Ok(said) => said,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let typed = typed.seen_whole(&mistakes);
            let page =
                list_page(&app, &member, FormShown { typed, mistakes, ..FormShown::default() }).await?;
            return Rule(rule).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let place = Place {
        group: campaign.group_id,
        campaign: campaign.id,
        link: None,
        asked_words: String::new(),
        asked_language: String::new(),
        speaker: String::new(),
        mailed: None,
    };
    let (by, group, now) = (member.here.account.id, member.campaign.group.id, app.clock.now());
    let work = Arc::new((place, said));
    app.db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (place, said) = &*work;
                let id = store::add(c, place, said, now).await?;
                let change = Change::of("statement-entered", format!("statement {id}"))
                    .field("kind", None, Some(said.kind.word()))
                    .personal(&["whom", "words"]);
                audit::store::record(c, &change.by(by).in_group(group), now).await
            })
        })
        .await?;
    super::forget(&app, &campaign);
    Ok(see_other(&member.here.at(&format!("{}?done=entered", path(&member)))))
}

/// `GET /desk/campaigns/{campaign}/statements/{statement}`
pub async fn show_one(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, key)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &member, &key).await?;
    let mut page = page(&app, &member, &found).await?;
    page.note = match done(query.as_deref()) {
        "corrected" => page.frame.say.text("statements-desk-done-corrected"),
        "hidden" => page.frame.say.text("statements-desk-done-hidden"),
        "shown" => page.frame.say.text("statements-desk-done-shown"),
        "linked" => page.frame.say.text("statements-desk-done-linked"),
        "link-ended" => page.frame.say.text("statements-desk-done-link-ended"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

pub fn back(member: &CampaignMember, key: &str, done: &str) -> Response {
    see_other(&member.here.at(&format!("{}?done={done}", path_of(member, key))))
}

async fn conflict(app: &App, member: &CampaignMember, key: &str) -> Result<Response> {
    let found = find(app, member, key).await?;
    let page = OnePage { conflict: true, ..page(app, member, &found).await? };
    private(StatusCode::CONFLICT, &page)
}

/// A row that was entered here, or came by a link.
fn row_of(found: &Found, by_link: bool) -> Result<Kept> {
    found.row.clone().filter(|row| row.by_link.is_some() == by_link).ok_or(Error::NotFound)
}

/// What is done with a row that stands as it was seen; false where it does not.
async fn carry_out<F>(app: &App, member: &CampaignMember, change: Change, deed: F) -> Result<bool>
where
    F: for<'c> Fn(
            &'c mut broadside_db::Connection,
        ) -> broadside_db::BoxFuture<'c, broadside_db::Result<bool>>
        + Send
        + Sync
        + 'static,
{
    let change = Arc::new(change.by(member.here.account.id).in_group(member.campaign.group.id));
    let (now, deed) = (app.clock.now(), Arc::new(deed));
    let carried = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (change, deed) = (change.clone(), deed.clone());
            Box::pin(async move {
                if !deed(&mut *c).await? {
                    return Ok(false);
                }
                audit::store::record(c, &change, now).await?;
                Ok(true)
            })
        })
        .await?;
    super::forget(app, &*campaign(app, member).await?);
    Ok(carried)
}

/// `POST /desk/campaigns/{campaign}/statements/{statement}/words`: corrects what was entered at the desk.
pub async fn correct(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, key)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let typed: StatementForm = forms::read_with_nuls(&body)?;
    let found = find(&app, &member, &key).await?;
    let row = row_of(&found, false)?;
    let said = match checked(&app, &found.campaign, &found.rows, &typed) {
        Ok(said) => said,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let mut page = page(&app, &member, &found).await?;
            let typed = typed.seen_whole(&mistakes);
            page.correct = page.correct.map(|form| FormShown { typed, mistakes, ..form });
            return Rule(rule).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if typed.seen != row.changed_at.to_string() {
        return conflict(&app, &member, &key).await;
    }
    let now = app.clock.now();
    let change = Change::of("statement-corrected", format!("statement {}", row.id))
        .field("kind", Some(row.kind.word()), Some(said.kind.word()))
        .field("on", Some(&row.on), Some(&said.on))
        .personal(&["whom", "words"]);
    let said = Arc::new(said);
    let (id, read_at) = (row.id, row.changed_at);
    let saved = carry_out(&app, &member, change, move |c| {
        let said = said.clone();
        Box::pin(async move { store::correct(c, id, &said, read_at, now).await })
    })
    .await?;
    if saved { Ok(back(&member, &key, "corrected")) } else { conflict(&app, &member, &key).await }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Deed {
    seen: String,
    hidden: String,
    showing: String,
}

/// `POST /desk/campaigns/{campaign}/statements/{statement}/removal`
pub async fn remove(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, key)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let deed: Deed = forms::read(&body)?;
    let row = row_of(&find(&app, &member, &key).await?, false)?;
    if deed.seen != row.changed_at.to_string() {
        return conflict(&app, &member, &key).await;
    }
    let change = Change::of("statement-removed", format!("statement {}", row.id)).field(
        "kind",
        Some(row.kind.word()),
        None,
    );
    let (id, read_at) = (row.id, row.changed_at);
    let removed = carry_out(&app, &member, change, move |c| {
        Box::pin(async move { store::remove(c, id, read_at).await })
    })
    .await?;
    if removed {
        return Ok(see_other(&member.here.at(&format!("{}?done=removed", path(&member)))));
    }
    conflict(&app, &member, &key).await
}

/// `POST /desk/campaigns/{campaign}/statements/{statement}/visibility`: hides a reply that came by a link, with
/// the reason in its place; or shows it again.
pub async fn set_visibility(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, key)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let deed: Deed = forms::read_with_nuls(&body)?;
    let found = find(&app, &member, &key).await?;
    let row = row_of(&found, true)?;
    let shows = deed.showing == "1";
    if let Some(fault) = form::check_hidden(&deed.hidden).filter(|_| !shows) {
        let mut page = page(&app, &member, &found).await?;
        let fault_words = fault.words(&page.frame.say);
        page.hiding = page.hiding.map(|hiding| Hiding { why: deed.hidden, fault: fault_words, ..hiding });
        return Rule(fault.rule()).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    if deed.seen != row.changed_at.to_string() {
        return conflict(&app, &member, &key).await;
    }
    let (action, done) = if shows { ("statement-shown", "shown") } else { ("statement-hidden", "hidden") };
    let change = Change::of(action, format!("statement {}", row.id));
    let why = (!shows).then(|| deed.hidden.trim().to_owned());
    let (id, read_at, now) = (row.id, row.changed_at, app.clock.now());
    let saved = carry_out(&app, &member, change, move |c| {
        let why = why.clone();
        Box::pin(async move { store::set_hidden(c, id, why, read_at, now).await })
    })
    .await?;
    if saved { Ok(back(&member, &key_of_row(id), done)) } else { conflict(&app, &member, &key).await }
}
