//! What is entered into the book by hand: what the provider paid out, and what was paid for.

use super::pages::OnePage;
use super::routes::{self, Forms, Seen, find};
use super::sent::{self, File};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::campaigns::files::{MOST_AMOUNT, Rule};
use crate::error::{Error, Result, Rule as Refusal};
use crate::fundraisers::shown;
use crate::fundraisers::store::{self, Beside};
use crate::signatures::names::{TextFault, line_fault};
use crate::state::App;
use crate::web::answer::private;
use crate::web::forms::read;
use crate::web::i18n::Say;
use axum::body::Bytes;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_money::ledger::{Deed, Entry};
use broadside_money::{Amount, Fault};
use std::collections::HashMap;

const MOST_WORDS: usize = 200;
/// No book of ours begins earlier.
const FIRST_DAY: &str = "2000-01-01";
const PDF: &[u8] = b"%PDF-";

/// What was typed, and what is wrong with each field.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub fields: HashMap<String, String>,
    pub errors: HashMap<&'static str, String>,
}

impl Typed {
    pub fn value(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", |typed| typed.trim())
    }

    pub(super) fn wrong(&mut self, name: &'static str, error: String) {
        self.errors.insert(name, error);
    }
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/payouts`
pub async fn enter_payout(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let say = member.here.language.say();
    let mut typed = Typed { fields: read(&body)?, ..Typed::default() };
    let amount = amount(&mut typed, "payout_amount", &seen, &say);
    let day = day(&mut typed, "payout_day", &today(&app, &seen), &say);
    let reference = line(&mut typed, "payout_reference", &say);
    let there = seen.standing.fund(&seen.promise.slug).map_or(0, |fund| fund.went.with_provider);
    if amount.is_some_and(|amount| amount > there) {
        let there = shown::money(&say, there.max(0), &seen.promise);
        typed.wrong("payout_amount", say.with("fundraisers-fault-not-there", &[("there", &there)]));
    }
    let (Some(amount), true) = (amount, typed.errors.is_empty()) else {
        return refused(&app, &member, &seen, Forms { payout: typed, ..Forms::default() }).await;
    };
    // The same payout entered twice counts once.
    let entry = entry(format!("payout {}", plain(&reference)), day, &Deed::Payout { amount })?;
    match enter(&app, &member, &seen, (entry, reference, None), Some(amount)).await? {
        None => {
            typed.wrong("payout_reference", say.text("fundraisers-fault-number-taken"));
            refused(&app, &member, &seen, Forms { payout: typed, ..Forms::default() }).await
        }
        Some(done) => Ok(seen.back(&member, done)),
    }
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/invoices`
pub async fn enter_invoice(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    form: Multipart,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let say = member.here.language.say();
    let sent = sent::read(form).await?;
    let mut typed = Typed { fields: sent.fields, ..Typed::default() };
    let amount = amount(&mut typed, "invoice_amount", &seen, &say);
    let day = day(&mut typed, "invoice_day", &today(&app, &seen), &say);
    let number = line(&mut typed, "invoice_number", &say);
    let words = line(&mut typed, "invoice_words", &say);
    let item = typed.value("invoice_item").to_owned();
    if seen.fundraiser().item(&item).is_none() {
        typed.wrong("invoice_item", say.text("fundraisers-fault-item"));
    }
    let (file, file_error) = match sent.file {
        File::None => (None, String::new()),
        File::Whole(bytes) if bytes.starts_with(PDF) => (Some(bytes), String::new()),
        File::Whole(_) => (None, say.text("fundraisers-fault-file")),
        File::TooLong => (None, say.text("fundraisers-fault-file-too-long")),
    };
    let (Some(amount), true) = (amount, typed.errors.is_empty() && file_error.is_empty()) else {
        return refused(&app, &member, &seen, Forms { invoice: typed, file_error, ..Forms::default() }).await;
    };
    let entry = entry(format!("invoice {}", plain(&number)), day, &Deed::Invoice { item, amount })?;
    match enter(&app, &member, &seen, (entry, words, file), None).await? {
        None => {
            typed.wrong("invoice_number", say.text("fundraisers-fault-number-taken"));
            refused(&app, &member, &seen, Forms { invoice: typed, ..Forms::default() }).await
        }
        Some(done) => Ok(seen.back(&member, done)),
    }
}

pub(super) fn amount(typed: &mut Typed, name: &'static str, seen: &Seen, say: &Say) -> Option<i64> {
    let currency = seen.promise.currency;
    let key = match Amount::typed(typed.value(name), currency) {
        Ok(amount) if (1..=MOST_AMOUNT).contains(&amount.minor) => return Some(amount.minor),
        Ok(Amount { minor: 1.., .. }) | Err(Fault::TooMuch) => {
            let most = shown::money(say, MOST_AMOUNT, &seen.promise);
            typed.wrong(name, say.with("fundraisers-fault-too-much", &[("most", &most)]));
            return None;
        }
        Ok(_) | Err(Fault::NoNumber) => "fundraisers-fault-amount",
        Err(Fault::Missing) => "fundraisers-fault-missing",
        Err(Fault::TooFine { .. }) => "fundraisers-fault-too-fine",
    };
    typed.wrong(name, say.text(key));
    None
}

/// By the campaign’s clock.
pub(super) fn today(app: &App, seen: &Seen) -> String {
    crate::clock::day(app.clock.now(), &seen.campaign.definition.time_zone)
}

pub(super) fn day(typed: &mut Typed, name: &'static str, today: &str, say: &Say) -> String {
    let day = typed.value(name).to_owned();
    if Rule::Date.check(&day).is_err() {
        typed.wrong(name, say.text("fundraisers-fault-day"));
    } else if day.as_str() > today {
        typed.wrong(name, say.text("fundraisers-fault-ahead"));
    } else if day.as_str() < FIRST_DAY {
        typed.wrong(name, say.with("fundraisers-fault-long-ago", &[("first", &FIRST_DAY.to_owned())]));
    }
    day
}

pub(super) fn line(typed: &mut Typed, name: &'static str, say: &Say) -> String {
    let text = typed.value(name).to_owned();
    if text.is_empty() {
        typed.wrong(name, say.text("fundraisers-fault-missing"));
    }
    match line_fault(&text, MOST_WORDS) {
        None => {}
        Some(TextFault::Unprintable) => typed.wrong(name, say.text("fundraisers-fault-unprintable")),
        Some(TextFault::TooLong(_)) => {
            typed.wrong(name, say.with("fundraisers-fault-too-long", &[("most", &200_u64)]));
        }
    }
    text
}

/// A number as a book names it: whoever types it twice in another way means the same, and no journal takes it for a
/// comment.
fn plain(number: &str) -> String {
    number.to_lowercase().replace([';', '#', '|'], "-")
}

fn entry(key: String, day: String, deed: &Deed) -> Result<Entry> {
    Entry::of(key, day, deed).map_err(|_| Error::Broken("an amount that is none".to_owned()))
}

/// What its page says then; nothing where another entry has its number.
async fn enter(
    app: &App,
    member: &CampaignMember,
    seen: &Seen,
    what: (Entry, String, Option<Vec<u8>>),
    from_provider: Option<i64>,
) -> Result<Option<&'static str>> {
    let (entry, words) = (what.0.clone(), what.1.clone());
    let place = (seen.promise.group, seen.promise.id);
    let change = Change::of("ledger-entered", format!("fundraiser {}", seen.promise.slug))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id)
        .field("entry", None, Some(&what.0.key));
    let entered = audit::doing(app, change, what, move |c, (entry, words, file), now| {
        Box::pin(async move {
            if let Some(amount) = from_provider {
                // Whoever enters another at the same moment waits here, and finds what is left.
                store::hold_book(c, place.1).await?;
                if store::with_provider(c, place.1).await? < amount {
                    return Ok(false);
                }
            }
            let file = file.as_ref().map(|bytes| ("invoice.pdf", bytes.as_slice()));
            let beside = Beside { pledge: None, words: words.as_str(), file };
            let key = store::free_key(c, place.1, &entry.key).await?;
            store::enter(c, place, &Entry { key, ..entry.clone() }, beside, now).await
        })
    })
    .await?;
    app.funds.forget(seen.campaign.id);
    if entered {
        return Ok(Some("entered"));
    }
    let mut c = app.db.read().await?;
    let key = store::free_key(&mut c, place.1, &entry.key).await?;
    Ok(match store::entered(&mut c, place.1, &key).await? {
        // As where a form is sent twice.
        Some(before) if before == (entry.day, words, entry.lines) => Some("known"),
        Some(_) => None,
        None => Some("too-late"),
    })
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/entries/{entry}/reversal`: takes back what was entered.
pub async fn take_back(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser, entry)): Path<(String, String, i64)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let (place, day) = ((seen.promise.group, seen.promise.id), today(&app, &seen));
    let change = Change::of("ledger-taken-back", format!("fundraiser {}", seen.promise.slug))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id)
        .field("entry", Some(&entry.to_string()), None);
    let done = audit::doing(&app, change, day, move |c, day, now| {
        Box::pin(async move { store::undo(c, place, (entry, day), now).await })
    })
    .await?;
    app.funds.forget(seen.campaign.id);
    Ok(seen.back(&member, if done { "taken-back" } else { "too-late" }))
}

async fn refused(app: &App, member: &CampaignMember, seen: &Seen, forms: Forms) -> Result<Response> {
    let page: OnePage = routes::page(app, member, seen, None, (forms, String::new())).await?;
    Refusal("ledger-form").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page))
}
