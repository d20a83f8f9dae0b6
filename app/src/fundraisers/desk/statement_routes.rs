//! Statements of a fundraiser's account at the desk: what a file tells is booked where it is certain, and shown where a
//! person must look. Nothing of a file is kept but those lines.

use super::entering::{MOST_BYTES, Typed, amount, day, line, parts, today};
use super::routes::{Seen, find};
use super::statement_pages::StatementsPage;
use super::statement_view::{Asking, Forms, page};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::error::{Error, Result, Rule};
use crate::fundraisers::transfers::booking::{self, Counts, Place};
use crate::fundraisers::transfers::{fault_words, mapping, sorting, store};
use crate::state::App;
use crate::web::answer::{hex, private, see_other};
use crate::web::forms::{read, with_query};
use crate::web::i18n::Say;
use axum::body::Bytes;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_money::Amount;
use broadside_transfers::statement::{self, Fault, Kind, Line, Turn};
use broadside_transfers::{CsvMapping, Hint};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, PoisonError};

/// Of a statement, and what stands around it in the form.
pub const MOST_UPLOADED: usize = MOST_BYTES;

pub fn place(seen: &Seen) -> Place {
    Place {
        promise: seen.promise.clone(),
        items: seen.fundraiser().items.clone(),
        zone: seen.campaign.definition.time_zone.clone(),
        language: seen.campaign.spoken(None).tag().to_owned(),
    }
}

fn change(member: &CampaignMember, seen: &Seen, action: &'static str) -> Change {
    Change::of(action, format!("fundraiser {}", seen.promise.slug))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id)
}

fn back(member: &CampaignMember, seen: &Seen, pairs: &[(&'static str, String)]) -> Response {
    see_other(&member.here.at(&with_query(&format!("{}/statements", seen.path(member)), pairs)))
}

fn refused(page: &StatementsPage) -> Result<Response> {
    Rule("transfer-form").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, page))
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/statements`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    Query(asked): Query<Asking>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    private(StatusCode::OK, &page(&app, &member, &seen, (Forms::default(), asked)).await?)
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/statements`: a table comes twice, the second time with what
/// its columns are.
pub async fn upload(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    form: Multipart,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let say = app.texts.say(member.here.language);
    let (fields, file) = parts(form).await?;
    let Some(bytes) = file else {
        let forms = Forms { file_error: say.text("fundraisers-fault-missing"), ..Forms::default() };
        return refused(&page(&app, &member, &seen, (forms, Asking::default())).await?);
    };
    let chosen = mapping::read(&fields);
    let is_table = statement::kind_of(&bytes) == Ok(Kind::Csv);
    let chosen = match chosen {
        Ok(chosen) if !is_table || chosen.is_some() => chosen,
        other => {
            let proposed = statement::propose(&bytes);
            let file_error = match (&other, &proposed) {
                (Err(()), _) => say.text("fundraisers-fault-mapping"),
                (Ok(_), Err(fault)) => fault_words(&say, fault),
                (Ok(_), Ok(_)) => String::new(),
            };
            let is_wrong = !file_error.is_empty();
            let mapping = proposed.unwrap_or_else(|_| mapping::blank(&bytes));
            let forms = asked_again(&say, &bytes, &mapping, file_error);
            let page = page(&app, &member, &seen, (forms, Asking::default())).await?;
            return if is_wrong { refused(&page) } else { private(StatusCode::OK, &page) };
        }
    };
    let hint = Hint { currency: seen.promise.currency, mapping: chosen.clone() };
    let announced =
        store::announced(&mut app.db.read().await?, seen.promise.id, seen.promise.currency).await?;
    let bytes = Arc::new(bytes);
    let file = bytes.clone();
    let sorted = tokio::task::spawn_blocking(move || {
        let lines = statement::read(&file, &hint)?.lines;
        let fates = sorting::sort(&lines, announced);
        Ok::<_, Fault>(lines.into_iter().zip(fates).collect::<Vec<_>>())
    });
    let lines = match sorted.await.map_err(|lost| Error::Broken(lost.to_string()))? {
        Ok(lines) => lines,
        Err(fault) => {
            let words = fault_words(&say, &fault);
            let forms = match &chosen {
                Some(mapping) => asked_again(&say, &bytes, mapping, words),
                None => Forms { file_error: words, ..Forms::default() },
            };
            return refused(&page(&app, &member, &seen, (forms, Asking::default())).await?);
        }
    };
    let counts = Arc::new(Mutex::new(Counts::default()));
    let with = (place(&seen), lines, counts.clone());
    audit::doing(&app, change(&member, &seen, "statement-read"), with, |c, (place, lines, counts), now| {
        Box::pin(async move {
            let booked = booking::book(c, place, lines, now).await?;
            *counts.lock().unwrap_or_else(PoisonError::into_inner) = booked;
            Ok(true)
        })
    })
    .await?;
    app.mail_waits.wake();
    app.funds.forget(seen.campaign.id);
    let Counts { booked, asked, known, foreign } = *counts.lock().unwrap_or_else(PoisonError::into_inner);
    let pairs = [("booked", booked), ("asked", asked), ("known", known), ("foreign", foreign)];
    let mut all = vec![("done", "read".to_owned())];
    all.extend(pairs.map(|(name, n)| (name, n.to_string())));
    Ok(back(&member, &seen, &all))
}

/// The form with what the columns of a table may be.
fn asked_again(say: &Say, bytes: &[u8], mapping: &CsvMapping, file_error: String) -> Forms {
    let preview = mapping::table(bytes, mapping);
    let heads = preview.first().cloned().unwrap_or_default();
    Forms { file_error, mapping: mapping::fields(say, mapping, &heads), preview, ..Forms::default() }
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
    let seen = find(&app, &member, &fundraiser).await?;
    let typed: Decision = read(&body)?;
    let mut c = app.db.read().await?;
    store::by_id(&mut c, seen.promise.id, transfer).await?.ok_or(Error::NotFound)?;
    let announced = store::announced(&mut c, seen.promise.id, seen.promise.currency).await?;
    drop(c);
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
                Box::pin(booking::give(c, place, (*line, ""), now))
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
    let seen = find(&app, &member, &fundraiser).await?;
    let say = app.texts.say(member.here.language);
    let mut typed = Typed { fields: read(&body)?, ..Typed::default() };
    let minor = amount(&mut typed, "transfer_amount", &seen, &say);
    let day = day(&mut typed, "transfer_day", &today(&app, &seen), &say);
    let name = line(&mut typed, "transfer_name", &say);
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
    };
    let change = change(&member, &seen, "transfer-entered");
    let done = audit::doing(&app, change, (place(&seen), line), |c, (place, line), now| {
        Box::pin(booking::enter(c, place, line, now))
    })
    .await?;
    app.funds.forget(seen.campaign.id);
    Ok(back(&member, &seen, &[("done", if done { "give" } else { "known" }.to_owned())]))
}

/// By which a gift that was entered by hand is known, without its giver’s name.
fn by_hand(day: &str, minor: i64, name: &str) -> String {
    let hash = Sha256::digest(format!("{day} {minor} {}", name.trim().to_lowercase()));
    format!("hand-{}", hex(&hash[..16]))
}
