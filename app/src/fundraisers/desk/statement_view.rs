//! What the page of statements shows: announced transfers, and lines to decide and decided.

use super::entering::Typed;
use super::routes::{Seen, field, path};
use super::statement_pages::{AnnouncedRow, DecidedRow, LineRow, StatementsPage};
use super::told;
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::error::Result;
use crate::fundraisers::transfers::booking::{Counts, can_be_given};
use crate::fundraisers::transfers::store::{self, Announced, Kept, Standing};
use crate::fundraisers::transfers::{readings, reference};
use crate::fundraisers::{shown, store as pledges};
use crate::state::App;
use crate::web::asked::{Ask, Field};
use crate::web::i18n::Say;
use crate::web::layout::Named;
use broadside_money::{Amount, Currency};
use broadside_transfers::Reference;
use serde::Deserialize;

/// So many lines stand on a page.
const SHOWN: i64 = 100;

/// What was just done, as the address says.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Asking {
    done: String,
    /// What a file came to, sealed.
    read: String,
    /// `before` where a table was read as the one before.
    r#as: String,
}

/// What stands in the page's forms.
#[derive(Default)]
pub struct Forms {
    pub file_error: String,
    pub mapping: Vec<Field>,
    pub preview: Vec<Vec<String>>,
    pub hand: Typed,
    /// A line, and what was typed beside it that names no transfer.
    pub wrong: Option<(i64, String)>,
}

/// The announced transfer that somebody names by its reference or its number; only one that has not come.
pub fn named(typed: &str, announced: &[Announced]) -> Option<i64> {
    let mut open = announced.iter().filter(|one| one.standing == Standing::Open);
    if let Ok(reference) = Reference::parse(typed) {
        return open.find(|one| one.expected.reference.is(&reference)).map(|one| one.pledge);
    }
    let number: i64 = typed.trim().trim_start_matches('#').parse().ok()?;
    open.find(|one| one.pledge == number).map(|one| one.pledge)
}

pub async fn page(
    app: &App,
    member: &CampaignMember,
    seen: &Seen,
    (forms, asked): (Forms, Asking),
) -> Result<StatementsPage> {
    let (here, own) = (&member.here, seen.path(member));
    let say = here.language.say();
    let mut c = app.db.read().await?;
    let announced = store::announced(&mut c, seen.promise.id, seen.promise.currency).await?;
    let undecided = store::undecided(&mut c, seen.promise.id, SHOWN).await?;
    let is_known = readings::any(&mut c, seen.promise.group).await?;
    let waiting = store::waiting(&mut c, seen.promise.id).await?;
    let mut decided = Vec::new();
    for line in store::decided(&mut c, seen.promise.id, SHOWN).await? {
        let pledge = match line.pledge {
            Some(pledge) => pledges::by_id(&mut c, pledge).await?,
            None => None,
        };
        decided.push(DecidedRow {
            amount: money(&say, &line),
            state: say.text(state_key(&line.state)),
            receipt: pledge.and_then(|one| one.receipt_number()).unwrap_or_default(),
            day: line.day,
        });
    }
    drop(c);
    let title = shown::spoken(&seen.campaign, &seen.fundraiser().title, seen.language);
    let statements = format!("{own}/statements");
    Ok(StatementsPage {
        nav: nav::nav(here, &path(member)),
        frame: nav::frame(app, here, &statements),
        fundraiser: Named { name: title.clone(), url: here.at(&own) },
        title,
        notes: notes(app, &say, seen, &asked),
        open: open(&say, seen, &announced),
        announced: newest(&say, &announced),
        file_error: forms.file_error,
        ask: (is_known && forms.mapping.is_empty())
            .then(|| field(&say, &Typed::default(), ("ask", "fundraisers-map-ask", ""), Ask::Tick)),
        mapping: forms.mapping,
        preview: forms.preview,
        lines: undecided
            .into_iter()
            .map(|line| row(&say, seen, line, (&announced, forms.wrong.as_ref())))
            .collect(),
        more: more(&say, waiting),
        decided,
        hand: hand(&say, &forms.hand),
        query: here.at(&own).strip_prefix(own.as_str()).unwrap_or_default().to_owned(),
        path: own,
    })
}

fn hand(say: &Say, typed: &Typed) -> Vec<Field> {
    [
        ("transfer_amount", "fundraisers-amount", ""),
        ("transfer_day", "fundraisers-desk-day", "fundraisers-desk-day-hint"),
        ("transfer_name", "fundraisers-hand-name", "fundraisers-hand-name-hint"),
        ("transfer_reference", "fundraisers-transfer-reference", "fundraisers-hand-reference-hint"),
    ]
    .map(|one| field(say, typed, one, Ask::Line))
    .into()
}

/// How many wait that are not shown: they are once some of the others are decided.
fn more(say: &Say, waiting: i64) -> String {
    let more = u64::try_from(waiting - SHOWN).unwrap_or_default();
    if more == 0 { String::new() } else { say.with("fundraisers-lines-more", &[("n", &more)]) }
}

/// Those that have not come.
fn newest(say: &Say, announced: &[Announced]) -> Vec<AnnouncedRow> {
    let open = announced.iter().rev().filter(|one| one.standing == Standing::Open);
    open.take(usize::try_from(SHOWN).unwrap_or_default())
        .map(|one| AnnouncedRow {
            name: one.expected.name.clone(),
            amount: say.money(one.expected.amount),
            reference: one.expected.reference.to_string(),
        })
        .collect()
}

fn open(say: &Say, seen: &Seen, announced: &[Announced]) -> String {
    let open = announced.iter().filter(|one| one.standing == Standing::Open);
    let (n, sum) =
        open.fold((0_u64, 0_i64), |(n, sum), one| (n + 1, sum.saturating_add(one.expected.amount.minor)));
    say.with("fundraisers-announced", &[("n", &n), ("sum", &shown::money(say, sum, &seen.promise))])
}

/// Of whatever currency the line is.
fn money(say: &Say, line: &Kept) -> String {
    Currency::parse(&line.currency).map_or_else(
        || format!("{} {}", line.minor, line.currency),
        |currency| say.money(Amount::new(line.minor, currency)),
    )
}

fn row(
    say: &Say,
    seen: &Seen,
    line: Kept,
    (announced, wrong): (&[Announced], Option<&(i64, String)>),
) -> LineRow {
    let whose = line.pledge.and_then(|pledge| announced.iter().find(|one| one.pledge == pledge));
    let is_open = whose.is_some_and(|one| one.standing == Standing::Open);
    let likely = whose.filter(|_| is_open).map(|one| reference(one.pledge).to_string());
    let wrong = wrong.filter(|(id, _)| *id == line.id);
    let is_reversal = line.is_reversal();
    let goes_back = whose.is_some_and(|one| {
        one.standing == Standing::Paid && one.expected.amount.minor >= line.minor.saturating_neg()
    });
    LineRow {
        id: line.id,
        amount: money(say, &line),
        why: line.why.split(' ').filter_map(why_key).map(|key| say.text(key)).collect::<Vec<_>>().join(" "),
        whose: whose
            .map(|one| {
                let amount = say.money(one.expected.amount);
                let name = one.expected.name.clone();
                say.with("fundraisers-line-whose", &[("name", &name), ("amount", &amount)])
            })
            .unwrap_or_default(),
        can_be_booked: if is_reversal { goes_back } else { can_be_given(&line, &seen.promise) },
        is_reversal,
        assigned: Field {
            name: format!("reference-{}", line.id),
            label: say.text("fundraisers-transfer-reference"),
            hint: String::new(),
            error: wrong.map(|_| say.text("fundraisers-fault-reference")).unwrap_or_default(),
            value: wrong.map(|(_, typed)| typed.clone()).or(likely).unwrap_or_default(),
            ask: Ask::Line,
        },
        day: line.day,
        name: line.name,
        iban: line.iban,
        reference: line.reference,
        words: line.words,
    }
}

fn why_key(word: &str) -> Option<&'static str> {
    Some(match word {
        "other-amount" => "fundraisers-why-other-amount",
        "other-currency" => "fundraisers-why-other-currency",
        "slip" => "fundraisers-why-slip",
        "name-only" => "fundraisers-why-name-only",
        "other-reference" => "fundraisers-why-other-reference",
        "several" => "fundraisers-why-several",
        "batch" => "fundraisers-why-batch",
        "reversal" => "fundraisers-why-reversal",
        "paid-before" => "fundraisers-why-paid-before",
        "not-known" => "fundraisers-why-not-known",
        "other-day" => "fundraisers-why-other-day",
        _ => return None,
    })
}

fn state_key(state: &str) -> &'static str {
    match state {
        "matched" => "fundraisers-line-matched",
        "reversed" => "fundraisers-line-reversed",
        _ => "fundraisers-line-left",
    }
}

fn notes(app: &App, say: &Say, seen: &Seen, asked: &Asking) -> Vec<String> {
    if let Some(counts) = told::open(&app.keys.links, seen.promise.id, &asked.read, app.clock.now()) {
        let how = (asked.r#as == "before").then(|| say.text("fundraisers-read-as-before"));
        return counted(say, counts).into_iter().chain(how).collect();
    }
    let told = match asked.done.as_str() {
        "assign" | "give" => "fundraisers-desk-done-entered",
        "reverse" => "fundraisers-done-reversed",
        "leave" => "fundraisers-done-left",
        "known" => "fundraisers-desk-done-known",
        "too-late" => "fundraisers-done-too-late",
        _ => return Vec::new(),
    };
    vec![say.text(told)]
}

fn counted(say: &Say, counts: Counts) -> Vec<String> {
    [
        ("fundraisers-read-booked", counts.booked),
        ("fundraisers-read-asked", counts.asked),
        ("fundraisers-read-known", counts.known),
        ("fundraisers-read-foreign", counts.foreign),
        ("fundraisers-read-pending", counts.pending),
    ]
    .into_iter()
    .filter(|(key, n)| *n > 0 || *key == "fundraisers-read-booked")
    .map(|(key, n)| say.with(key, &[("n", &n)]))
    .collect()
}
