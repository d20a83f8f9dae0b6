//! A statement that is uploaded: what it tells is booked where it is certain, and kept where a person must look. Nothing of
//! a file is kept but those lines.

use super::sent::{self, File};
use super::statement_pages::StatementsPage;
use super::statement_routes::{back, change, find, place, refused};
use super::statement_view::{Asking, Forms, page};
use super::{routes::Seen, told};
use crate::accounts::guard::CampaignMember;
use crate::audit;
use crate::error::{Error, Result};
use crate::fundraisers::transfers::booking::{self, Counts};
use crate::fundraisers::transfers::mapping::{self, Mistakes};
use crate::fundraisers::transfers::readings::{self, Reading};
use crate::fundraisers::transfers::sorting::{self, Against, Fate};
use crate::fundraisers::transfers::{fault_words, store};
use crate::state::App;
use crate::web::answer::private;
use crate::web::i18n::Say;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_transfers::statement::{self, Fault, Kind, Line};
use broadside_transfers::{CsvMapping, Hint, Iban};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/statements`: a table comes twice, the second time with what
/// its columns are.
pub async fn upload(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    form: Multipart,
) -> Result<Response> {
    let (seen, accounts) = find(&app, &member, &fundraiser).await?;
    let say = member.here.language.say();
    let sent = sent::read(form).await?;
    let bytes = match sent.file {
        File::Whole(bytes) => Arc::new(bytes),
        File::None | File::TooLong => {
            let is_none = matches!(sent.file, File::None);
            let key = if is_none { "fundraisers-fault-missing" } else { "fundraisers-statement-too-long" };
            let forms = without_file(&say, &sent.fields, say.text(key));
            return refused(&shown(&app, &member, &seen, forms).await?);
        }
    };
    let is_table = statement::kind_of(&bytes) == Ok(Kind::Csv);
    let before = if is_table { as_before(&app, &say, &seen, (&sent.fields, &bytes)).await? } else { None };
    let is_as_before = before.is_some();
    let typed = before.unwrap_or(sent.fields);
    let chosen = if is_table { mapping::read(&say, &typed) } else { Ok(None) };
    let chosen = match chosen {
        Ok(None) if is_table => return propose(&app, &member, &seen, &bytes).await,
        Ok(chosen) => chosen,
        Err(mistakes) => {
            let forms = asked_again(&say, &bytes, (&typed, &mistakes));
            return refused(&shown(&app, &member, &seen, forms).await?);
        }
    };
    let (lines, pending) = match sorted(&app, &seen, &accounts, (bytes.clone(), chosen.clone())).await? {
        Ok(sorted) => sorted,
        Err(wrong) => {
            let forms = not_taken(&say, &accounts, (&bytes, &typed), (wrong, chosen));
            return refused(&shown(&app, &member, &seen, forms).await?);
        }
    };
    let reading = chosen.and_then(|chosen| Reading::of(&bytes, &chosen, &typed));
    let counts = booked(&app, &member, &seen, (lines, reading)).await?;
    let read = told::seal(&app.keys.links, seen.promise.id, Counts { pending, ..counts }, app.clock.now());
    let how = is_as_before.then(|| ("as", "before".to_owned()));
    Ok(back(&member, &seen, &[Some(("read", read)), how].into_iter().flatten().collect::<Vec<_>>()))
}

/// What was said of a table with the same heads, unless somebody says it now or wants to.
async fn as_before(
    app: &App,
    say: &Say,
    seen: &Seen,
    (typed, bytes): (&HashMap<String, String>, &[u8]),
) -> Result<Option<HashMap<String, String>>> {
    if typed.contains_key("map_delimiter") || typed.contains_key("ask") {
        return Ok(None);
    }
    Ok(readings::known(&mut app.db.read().await?, say, seen.promise.group, bytes).await?)
}

async fn shown(app: &App, member: &CampaignMember, seen: &Seen, forms: Forms) -> Result<StatementsPage> {
    page(app, member, seen, (forms, Asking::default())).await
}

/// Asks what the columns of a table are, with what they may be.
async fn propose(app: &App, member: &CampaignMember, seen: &Seen, bytes: &[u8]) -> Result<Response> {
    let say = member.here.language.say();
    let file_error =
        statement::propose(bytes).err().map(|fault| fault_words(&say, &fault)).unwrap_or_default();
    let is_wrong = !file_error.is_empty();
    let forms = Forms { file_error, ..asked_again(&say, bytes, (&HashMap::new(), &Vec::new())) };
    let page = shown(app, member, seen, forms).await?;
    if is_wrong { refused(&page) } else { private(StatusCode::OK, &page) }
}

/// Why a file is not taken.
enum Wrong {
    File(Fault),
    /// All of it is of another account.
    Account(String),
}

type Sorted = (Vec<(Line, Fate)>, u64);

/// The lines of a file with what becomes of each, and how many the bank has not booked.
async fn sorted(
    app: &App,
    seen: &Seen,
    accounts: &[String],
    (bytes, mapping): (Arc<Vec<u8>>, Option<CsvMapping>),
) -> Result<std::result::Result<Sorted, Wrong>> {
    let promise = &seen.promise;
    let hint = Hint { currency: promise.currency, mapping };
    let announced = store::announced(&mut app.db.read().await?, promise.id, promise.currency).await?;
    let zone = seen.campaign.definition.time_zone.clone();
    let own: Vec<Iban> = accounts.iter().filter_map(|account| Iban::parse(account).ok()).collect();
    let against = Against { own, announced, now: app.clock.now(), zone };
    let sorted = tokio::task::spawn_blocking(move || {
        let read = statement::read(&bytes, &hint).map_err(Wrong::File)?;
        if let Some(other) = sorting::other_account(&read.lines, &against.own) {
            return Err(Wrong::Account(other.to_owned()));
        }
        let fates = sorting::sort(&read.lines, against);
        Ok((read.lines.into_iter().zip(fates).collect(), read.pending as u64))
    });
    sorted.await.map_err(|lost| Error::Broken(lost.to_string()))
}

async fn booked(
    app: &App,
    member: &CampaignMember,
    seen: &Seen,
    (lines, reading): (Vec<(Line, Fate)>, Option<Reading>),
) -> Result<Counts> {
    let counts = Arc::new(Mutex::new(Counts::default()));
    let with = (place(seen), (lines, reading), counts.clone());
    let change = change(member, seen, "statement-read");
    audit::doing(app, change, with, |c, (place, (lines, reading), counts), now| {
        Box::pin(async move {
            let booked = booking::book(c, place, lines, now).await?;
            if let Some(reading) = reading {
                readings::keep(c, place.promise.group, reading, now).await?;
            }
            *counts.lock().unwrap_or_else(PoisonError::into_inner) = booked;
            Ok(true)
        })
    })
    .await?;
    app.mail_waits.wake();
    app.funds.forget(seen.campaign.id);
    let counts = *counts.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(counts)
}

/// What was wrong with a file, beside the field that says so.
fn not_taken(
    say: &Say,
    accounts: &[String],
    (bytes, typed): (&[u8], &HashMap<String, String>),
    (wrong, chosen): (Wrong, Option<CsvMapping>),
) -> Forms {
    let fault = match wrong {
        Wrong::File(fault) => fault,
        Wrong::Account(other) => {
            let (own, other) = (accounts.first().map(|own| ending(own)).unwrap_or_default(), ending(&other));
            let file_error =
                say.with("fundraisers-statement-other-account", &[("other", &other), ("own", &own)]);
            return Forms { file_error, ..Forms::default() };
        }
    };
    let words = fault_words(say, &fault);
    let Some(mapping) = chosen else { return Forms { file_error: words, ..Forms::default() } };
    match mapping::at_fault(&fault, &mapping) {
        Some(field) => asked_again(say, bytes, (typed, &vec![(field, words)])),
        None => Forms { file_error: words, ..asked_again(say, bytes, (typed, &Vec::new())) },
    }
}

/// As much of an account’s number as tells it from others, and no more.
fn ending(number: &str) -> String {
    let plain: Vec<char> = number.chars().filter(|c| c.is_alphanumeric()).collect();
    let last: String = plain[plain.len().saturating_sub(4)..].iter().collect();
    format!("…{last}")
}

/// The form with what the columns of a table may be, as it was filled in.
fn asked_again(say: &Say, bytes: &[u8], (typed, mistakes): (&HashMap<String, String>, &Mistakes)) -> Forms {
    let begun = mapping::begun(bytes, typed);
    let preview = mapping::table(bytes, &begun);
    let heads = preview.first().cloned().unwrap_or_default();
    let fields = mapping::fields(say, &begun, &heads);
    Forms { mapping: mapping::as_typed(fields, typed, mistakes), preview, ..Forms::default() }
}

/// The form as it was filled in, where there is no file to show.
fn without_file(say: &Say, typed: &HashMap<String, String>, file_error: String) -> Forms {
    let mapping = if typed.contains_key("map_delimiter") {
        asked_again(say, &[], (typed, &Vec::new())).mapping
    } else {
        Vec::new()
    };
    Forms { file_error, mapping, ..Forms::default() }
}
