//! Statements of a fundraiser's account at the desk: what was announced and told, what a person decides of it, and what is
//! entered by hand.

use super::entering::{Typed, amount, day, line, today};
use super::routes::{self, Seen};
use super::statement_pages::StatementsPage;
use super::statement_view::{Asking, Forms, page};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::error::{Error, Result, Rule};
use crate::fundraisers::transfers::booking::{self, Place};
use crate::fundraisers::transfers::store;
use crate::state::App;
use crate::web::answer::{hex, private, see_other};
use crate::web::forms::{read, read_with_nuls, with_query};
use crate::web::i18n::Say;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_money::Amount;
use broadside_transfers::statement::{Line, Turn};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// A fundraiser to which people transfer, or announced to, and the numbers of its accounts, the one of now first; there is
/// no statement of any other.
pub(super) async fn find(
    app: &App,
    member: &CampaignMember,
    fundraiser: &str,
) -> Result<(Seen, Vec<String>)> {
    let seen = routes::find(app, member, fundraiser).await?;
    let accounts = seen.accounts(&mut app.db.read().await?).await?;
    if accounts.is_empty() {
        return Err(Error::NotFound);
    }
    Ok((seen, accounts))
}

pub(super) fn place(seen: &Seen) -> Place {
    Place {
        promise: seen.promise.clone(),
        items: seen.fundraiser().items.clone(),
        zone: seen.campaign.definition.time_zone.clone(),
        language: seen.campaign.spoken(None).tag().to_owned(),
    }
}

pub(super) fn change(member: &CampaignMember, seen: &Seen, action: &'static str) -> Change {
    Change::of(action, format!("fundraiser {}", seen.promise.slug))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id)
}

pub(super) fn back(member: &CampaignMember, seen: &Seen, pairs: &[(&'static str, String)]) -> Response {
    see_other(&member.here.at(&with_query(&format!("{}/statements", seen.path(member)), pairs)))
}

pub(super) fn refused(page: &StatementsPage) -> Result<Response> {
    Rule("transfer-form").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/statements`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    Query(asked): Query<Asking>,
) -> Result<Response> {
    let (seen, _) = find(&app, &member, &fundraiser).await?;
    private(StatusCode::OK, &page(&app, &member, &seen, (Forms::default(), asked)).await?)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Decision {
    deed: String,
    reference: String,
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/transfers/{transfer}`: what a line is, a person says.
pub async fn decide(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser, transfer)): Path<(String, String, i64)>,
    body: Bytes,
) -> Result<Response> {
    let (seen, _) = find(&app, &member, &fundraiser).await?;
    let typed: Decision = read(&body)?;
    let mut c = app.db.read().await?;
    let announced = store::announced(&mut c, seen.promise.id, seen.promise.currency).await?;
    // Asked after it, so that no transfer is called unknown that this very line has paid meanwhile.
    let is_decided = store::is_decided(&mut c, seen.promise.id, transfer).await?.ok_or(Error::NotFound)?;
    drop(c);
    if is_decided {
        return Ok(back(&member, &seen, &[("done", "too-late".to_owned())]));
    }
    let place = place(&seen);
    let done = match typed.deed.as_str() {
        "assign" => {
            let Some(pledge) = super::statement_view::named(&typed.reference, &announced) else {
                let wrong = Some((transfer, typed.reference));
                let forms = Forms { wrong, ..Forms::default() };
                return refused(&page(&app, &member, &seen, (forms, Asking::default())).await?);
            };
            let change =
                change(&member, &seen, "transfer-assigned").field("pledge", None, Some(&pledge.to_string()));
            audit::doing(&app, change, (place, (transfer, pledge)), |c, (place, both), now| {
                Box::pin(booking::assign(c, place, *both, now))
            })
            .await?
        }
        "give" => {
            let change = change(&member, &seen, "transfer-entered");
            audit::doing(&app, change, (place, transfer), |c, (place, line), now| {
                Box::pin(booking::give(c, place, *line, now))
            })
            .await?
        }
        "reverse" => {
            let change = change(&member, &seen, "transfer-reversed");
            audit::doing(&app, change, (place, transfer), |c, (place, line), now| {
                Box::pin(booking::reverse(c, place, *line, now))
            })
            .await?
        }
        "leave" => {
            let change = change(&member, &seen, "transfer-left");
            audit::doing(&app, change, (place, transfer), |c, (place, line), now| {
                Box::pin(booking::leave(c, place, *line, now))
            })
            .await?
        }
        _ => return Err(Error::Unreadable),
    };
    app.mail_waits.wake();
    app.funds.forget(seen.campaign.id);
    let word = if done { typed.deed.as_str() } else { "too-late" };
    Ok(back(&member, &seen, &[("done", word.to_owned())]))
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/transfers`: a gift that no file told of.
pub async fn enter(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let (seen, _) = find(&app, &member, &fundraiser).await?;
    let say = member.here.language.say();
    let mut typed = Typed { fields: read_with_nuls(&body)?, ..Typed::default() };
    let minor = amount(&mut typed, "transfer_amount", &seen, &say);
    let day = day(&mut typed, "transfer_day", &today(&app, &seen), &say);
    let name = line(&mut typed, "transfer_name", &say);
    let pledge = announced(&app, &mut typed, &seen, &say).await?;
    let (Some(minor), true) = (minor, typed.errors.is_empty()) else {
        let forms = Forms { hand: typed, ..Forms::default() };
        return refused(&page(&app, &member, &seen, (forms, Asking::default())).await?);
    };
    let line = Line {
        // The same one sent twice counts once.
        key: by_hand(&day, minor, &name),
        account: String::new(),
        day,
        amount: Amount::new(minor, seen.promise.currency),
        turn: Turn::Incoming,
        name,
        iban: None,
        reference: None,
        text: String::new(),
        is_batch: false,
    };
    let change = change(&member, &seen, "transfer-entered");
    let done = audit::doing(&app, change, (place(&seen), line), move |c, (place, line), now| {
        Box::pin(booking::enter(c, place, (line, pledge), now))
    })
    .await?;
    app.mail_waits.wake();
    app.funds.forget(seen.campaign.id);
    Ok(back(&member, &seen, &[("done", if done { "give" } else { "known" }.to_owned())]))
}

/// Which announced transfer it is, where a reference is typed.
async fn announced(app: &App, typed: &mut Typed, seen: &Seen, say: &Say) -> Result<Option<i64>> {
    let reference = typed.value("transfer_reference").to_owned();
    if reference.is_empty() {
        return Ok(None);
    }
    let mut c = app.db.read().await?;
    let announced = store::announced(&mut c, seen.promise.id, seen.promise.currency).await?;
    let pledge = super::statement_view::named(&reference, &announced);
    if pledge.is_none() {
        typed.wrong("transfer_reference", say.text("fundraisers-fault-reference"));
    }
    Ok(pledge)
}

/// By which a gift that was entered by hand is known, without its giver’s name.
fn by_hand(day: &str, minor: i64, name: &str) -> String {
    let hash = Sha256::digest(format!("{day} {minor} {}", name.trim().to_lowercase()));
    format!("hand-{}", hex(&hash[..16]))
}
