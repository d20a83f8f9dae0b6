//! Endorsements at the desk: the queue, one of them, approving, refusing, taking off the page, entering one.

use super::desk_looks::{Further, campaign, list_page, page, path, succeeded};
use super::desk_pages::OnePage;
use super::form::{self, EndorsementForm, Speaker};
use super::mail::MailKind;
use super::pages::FormShown;
use super::store::{self, New};
use super::{Endorsement, State as Standing, mailing};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::campaigns::endorsers::Proof;
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
use std::collections::HashMap;
use std::sync::Arc;

const REASON_MOST: usize = 300;

fn done(query: Option<&str>) -> &str {
    query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("done="))).unwrap_or_default()
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    state: String,
    behind: String,
}

/// `GET /desk/campaigns/{campaign}/endorsements`, where `?state=` and `?behind=` go on with one state.
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked: Asked = forms::query(query.as_deref())?;
    let further = Standing::parse(&asked.state).zip(asked.behind.parse().ok());
    let further = further.map(|(state, behind)| Further { state, behind });
    let mut page = list_page(&app, &member, FormShown::default(), further).await?;
    page.note = match done(query.as_deref()) {
        "entered" => page.frame.say.text("endorsements-desk-done-entered"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

/// `POST /desk/campaigns/{campaign}/endorsements/entries`: enters one that was given elsewhere; the page says so.
pub async fn enter(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let typed: EndorsementForm = forms::read(&body)?;
    let fields: HashMap<String, String> = forms::read(&body)?;
    let campaign = campaign(&app, &member).await?;
    let slug = fields.get("letter").map_or("", String::as_str);
    let letter = campaign.letters.iter().find(|letter| letter.slug == slug).or(campaign.letters.first());
    let letter = letter.ok_or(Error::NotFound)?.id;
    let said = match form::check(&typed, Speaker::Organiser) {
        Ok(said) => said,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let form = FormShown { typed, mistakes, ..FormShown::default() };
            return Rule(rule).refuses(private(
                StatusCode::UNPROCESSABLE_ENTITY,
                &list_page(&app, &member, form, None).await?,
            ));
        }
    };
    let new = New {
        group: campaign.group_id,
        campaign: campaign.id,
        letter,
        language: campaign.spoken(Some(member.here.language)).tag().to_owned(),
        address_key: Vec::new(),
        email: String::new(),
        said,
        state: Standing::Approved,
        proof: Some(Proof::Organiser),
    };
    let (by, group) = (member.here.account.id, member.campaign.group.id);
    let (new, now) = (Arc::new(new), app.clock.now());
    app.db
        .write(Lane::Ordinary, move |c| {
            let new = new.clone();
            Box::pin(async move {
                let id = store::add(c, &new, now).await?;
                if let Some(one) = store::by_id(c, id).await? {
                    let shown = Endorsement { shown: one.to_show(), ..one.clone() };
                    store::save(c, &shown, one.changed_at, now).await?;
                }
                let change = Change::of("endorsement-entered", format!("endorsement {id}"));
                audit::store::record(c, &change.by(by).in_group(group), now).await
            })
        })
        .await?;
    app.sheets.forget(letter);
    Ok(see_other(&member.here.at(&format!("{}?done=entered", path(&member)))))
}

pub async fn find(app: &App, member: &CampaignMember, id: i64) -> Result<Endorsement> {
    store::in_campaign(&mut app.db.read().await?, member.campaign.id, id).await?.ok_or(Error::NotFound)
}

/// `GET /desk/campaigns/{campaign}/endorsements/{endorsement}`
pub async fn show_one(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, id)): Path<(String, i64)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let one = find(&app, &member, id).await?;
    let mut page = page(&app, &member, &one).await?;
    page.note = match done(query.as_deref()) {
        "approved" => page.frame.say.text("endorsements-desk-done-approved"),
        "refused" => page.frame.say.text("endorsements-desk-done-refused"),
        "ended" => page.frame.say.text("endorsements-desk-done-ended"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Deed {
    seen: String,
    reason: String,
}

/// Saves what was done with an endorsement, with its record and the mail to its officer; what it takes the
/// place of ends with it. False where somebody has changed it since the page was read.
async fn carry_out(
    app: &App,
    member: &CampaignMember,
    before: &Endorsement,
    after: Endorsement,
    change: Change,
    mail: Option<MailKind>,
) -> Result<bool> {
    let ends = if after.state == Standing::Approved { succeeded(app, before).await? } else { Vec::new() };
    let change = change.by(member.here.account.id).in_group(member.campaign.group.id);
    let (read_at, now, letter) = (before.changed_at, app.clock.now(), before.letter_id);
    let work = Arc::new((after, ends, change));
    let saved = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (after, ends, change) = &*work;
                if !store::save(c, after, read_at, now).await? {
                    return Ok(false);
                }
                for other in ends {
                    store::save(c, &other.ended(), other.changed_at, now).await?;
                }
                audit::store::record(c, change, now).await?;
                if let Some(kind) = mail.filter(|_| after.has_officer()) {
                    mailing::enqueue(c, kind, after, &after.address_key, now).await?;
                }
                Ok(true)
            })
        })
        .await?;
    app.sheets.forget(letter);
    app.mail_waits.wake();
    Ok(saved)
}

async fn conflict(app: &App, member: &CampaignMember, id: i64) -> Result<Response> {
    let one = find(app, member, id).await?;
    let page = OnePage { conflict: true, ..page(app, member, &one).await? };
    private(StatusCode::CONFLICT, &page)
}

fn back(member: &CampaignMember, id: i64, done: &str) -> Response {
    see_other(&member.here.at(&format!("{}/{id}?done={done}", path(member))))
}

/// `POST /desk/campaigns/{campaign}/endorsements/{endorsement}/approval`
pub async fn approve(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, id)): Path<(String, i64)>,
    body: Bytes,
) -> Result<Response> {
    let deed: Deed = forms::read(&body)?;
    let one = find(&app, &member, id).await?;
    if one.state == Standing::Approved {
        return Ok(back(&member, id, "approved"));
    }
    if !one.can_be_approved() || deed.seen != one.changed_at.to_string() {
        return conflict(&app, &member, id).await;
    }
    let after = Endorsement { state: Standing::Approved, shown: one.to_show(), reason: None, ..one.clone() };
    let change = Change::of("endorsement-approved", format!("endorsement {id}"))
        .field("proof", None, one.proof.map(Proof::word))
        .field("state", Some(one.state.word()), Some(after.state.word()));
    if carry_out(&app, &member, &one, after, change, Some(MailKind::Approved)).await? {
        return Ok(back(&member, id, "approved"));
    }
    conflict(&app, &member, id).await
}

/// `POST /desk/campaigns/{campaign}/endorsements/{endorsement}/refusal`: with a reason, which its officer gets.
pub async fn refuse(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, id)): Path<(String, i64)>,
    body: Bytes,
) -> Result<Response> {
    let deed: Deed = forms::read(&body)?;
    let one = find(&app, &member, id).await?;
    let reason = deed.reason.trim();
    let fault =
        if reason.is_empty() { Some(form::Fault::Missing) } else { form::line_fault(reason, REASON_MOST) };
    if let Some(fault) = fault {
        let mut page = page(&app, &member, &one).await?;
        page.reason_fault = fault.words(&page.frame.say);
        page.reason = deed.reason;
        return Rule("endorsement-refusal-reason").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    if !matches!(one.state, Standing::Waiting | Standing::Unproved) || deed.seen != one.changed_at.to_string()
    {
        return conflict(&app, &member, id).await;
    }
    let after = Endorsement { state: Standing::Refused, reason: Some(reason.to_owned()), ..one.clone() };
    let change = Change::of("endorsement-refused", format!("endorsement {id}"))
        .field("state", Some(one.state.word()), Some(after.state.word()))
        .personal(&["reason"]);
    if carry_out(&app, &member, &one, after, change, Some(MailKind::Refused)).await? {
        return Ok(back(&member, id, "refused"));
    }
    conflict(&app, &member, id).await
}

/// `POST /desk/campaigns/{campaign}/endorsements/{endorsement}/end`: takes it off the page.
pub async fn end(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, id)): Path<(String, i64)>,
    body: Bytes,
) -> Result<Response> {
    let deed: Deed = forms::read(&body)?;
    let one = find(&app, &member, id).await?;
    if one.state == Standing::Ended {
        return Ok(back(&member, id, "ended"));
    }
    if deed.seen != one.changed_at.to_string() {
        return conflict(&app, &member, id).await;
    }
    let change = Change::of("endorsement-ended", format!("endorsement {id}")).field(
        "state",
        Some(one.state.word()),
        Some(Standing::Ended.word()),
    );
    if carry_out(&app, &member, &one, one.ended(), change, None).await? {
        return Ok(back(&member, id, "ended"));
    }
    conflict(&app, &member, id).await
}
