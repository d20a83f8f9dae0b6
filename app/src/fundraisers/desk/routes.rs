//! A campaign's fundraisers at the desk, one with its pledges, its tables, and paying back.

use super::entering::Typed;
use super::pages::{EntryRow, OnePage, PledgeRow};
use super::{doubts, restored_routes};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::campaigns::definition::{Account, Fundraiser, FundraiserKind};
use crate::campaigns::directory::Running;
use crate::error::{Error, Result};
use crate::fundraisers::standing::Standing;
use crate::fundraisers::{Pledge, Promise, State as How, shown, store, view};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::asked::{Ask, Field};
use crate::web::forms::with_query;
use crate::web::i18n::{Language, Say};
use crate::web::layout::Named;
use crate::web::natural;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Connection;
use serde::Deserialize;
use std::sync::Arc;

/// So many pledges stand on a page, and as many are read at once for a table.
pub const AT_ONCE: i64 = 100;

pub fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/fundraisers", member.campaign.slug)
}

/// Where what givers say to everybody is looked at.
pub fn words_path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/fundraiser-words", member.campaign.slug)
}

/// A fundraiser as somebody at the desk sees it.
pub struct Seen {
    pub campaign: Arc<Running>,
    place: usize,
    pub promise: Promise,
    pub standing: Arc<Standing>,
    pub language: Language,
}

impl Seen {
    pub fn fundraiser(&self) -> &Fundraiser {
        &self.campaign.definition.fundraisers[self.place]
    }

    /// Where transfers arrive. Nothing where none are taken: of what is all or nothing, money that is there would count as
    /// promised.
    pub fn account(&self) -> Option<&Account> {
        let keeps =
            [self.fundraiser().kind, self.promise.kind].iter().all(|kind| *kind == FundraiserKind::Keep);
        self.fundraiser().account.as_ref().filter(|_| keeps)
    }

    /// The numbers of the account of now and of all that people were told before.
    pub async fn accounts(&self, c: &mut Connection) -> Result<Vec<String>> {
        let mut all: Vec<String> = self.account().map(|account| account.iban.clone()).into_iter().collect();
        for told in store::accounts_told(c, self.promise.id).await? {
            if !all.contains(&told) {
                all.push(told);
            }
        }
        Ok(all)
    }

    pub fn path(&self, member: &CampaignMember) -> String {
        format!("{}/{}", path(member), self.promise.slug)
    }

    pub fn back(&self, member: &CampaignMember, done: &'static str) -> Response {
        see_other(&member.here.at(&with_query(&self.path(member), &[("done", done.to_owned())])))
    }
}

pub async fn campaign(app: &App, member: &CampaignMember) -> Result<Arc<Running>> {
    app.directory.even_a_draft(app, &member.campaign.slug).await?.ok_or(Error::NotFound)
}

pub async fn find(app: &App, member: &CampaignMember, fundraiser: &str) -> Result<Seen> {
    let campaign = campaign(app, member).await?;
    let place = campaign.definition.fundraisers.iter().position(|one| one.slug == fundraiser);
    let place = place.ok_or(Error::NotFound)?;
    let standing = app.funds.of(app, campaign.id).await?;
    let promise = standing.fund(fundraiser).map(|fund| fund.promise.clone()).ok_or(Error::Busy)?;
    let language = campaign.spoken(Some(member.here.language));
    Ok(Seen { campaign, place, promise, standing, language })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
    before: Option<i64>,
}

/// What stands in the page's forms.
#[derive(Default)]
pub struct Forms {
    pub payout: Typed,
    pub invoice: Typed,
    pub file_error: String,
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let say = member.here.language.say();
    let note = match asked.done.as_str() {
        "entered" => say.text("fundraisers-desk-done-entered"),
        "known" => say.text("fundraisers-desk-done-known"),
        "refunding" => say.text("fundraisers-desk-done-refunding"),
        "ending" => say.text("fundraisers-own-monthly-ending"),
        "taken-back" => say.text("fundraisers-desk-done-taken-back"),
        "went-back" => say.text("fundraisers-done-reversed"),
        "being-asked" => say.text("fundraisers-desk-being-asked"),
        "given-up" => say.text("fundraisers-desk-done-given-up"),
        "catching-up" => say.text("fundraisers-desk-catching-up"),
        "gone-on" => say.text("fundraisers-desk-done-gone-on"),
        "too-late" => say.text("fundraisers-done-too-late"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page(&app, &member, &seen, asked.before, (Forms::default(), note)).await?)
}

pub async fn page(
    app: &App,
    member: &CampaignMember,
    seen: &Seen,
    before: Option<i64>,
    (forms, note): (Forms, String),
) -> Result<OnePage> {
    let (here, own) = (&member.here, seen.path(member));
    let say = here.language.say();
    let fund = seen.standing.fund(&seen.promise.slug).ok_or(Error::Busy)?;
    let mut c = app.db.read().await?;
    let pledges = store::newest(&mut c, seen.promise.id, before, AT_ONCE).await?;
    let doubtful = store::doubtful(&mut c, seen.promise.id, AT_ONCE).await?;
    let by_hand = store::by_hand(&mut c, seen.promise.id, AT_ONCE).await?;
    let has_statements = !seen.accounts(&mut c).await?.is_empty();
    let on_their_way = store::on_their_way(&mut c, seen.promise.id).await?;
    let (monthly, every_month) = store::every_month(&mut c, seen.promise.id).await?;
    drop(c);
    let gauge = view::gauge(app, &seen.campaign, fund, seen.standing.as_of, &say);
    let sums = How::ALL.into_iter().map(|state| (state_key(state), fund.of(state)));
    let sums = sums.chain([(ON_ITS_WAY, on_their_way)]).filter(|(_, sum)| sum.pledges > 0);
    let sums = sums.map(|(key, sum)| {
        (say.text(key), natural(sum.pledges), shown::money(&say, sum.amount, &seen.promise))
    });
    let older = pledges.last().filter(|_| i64::try_from(pledges.len()).is_ok_and(|n| n == AT_ONCE));
    Ok(OnePage {
        nav: nav::nav(here, &path(member)),
        frame: nav::frame(app, here, &own),
        title: shown::spoken(&seen.campaign, &seen.fundraiser().title, seen.language),
        note,
        waits: restored_routes::words(&say, seen.promise.restored_at, &seen.campaign.definition.time_zone),
        state: gauge.state,
        outcome: gauge.outcome,
        sums: sums.collect(),
        monthly: if monthly > 0 {
            let sum = shown::money(&say, every_month, &seen.promise);
            say.with("fundraisers-desk-monthly", &[("n", &natural(monthly)), ("sum", &sum)])
        } else {
            String::new()
        },
        went: view::went(&seen.campaign, seen.fundraiser(), fund, seen.language, &say)
            .into_iter()
            .map(|line| (line.label, line.amount))
            .collect(),
        doubts: doubtful.iter().map(|one| doubts::row(member, seen, &say, one)).collect(),
        older: older.map(|last| here.at(&with_query(&own, &[("before", last.id.to_string())]))),
        pledges: pledges.iter().map(|one| row(&say, seen, one)).collect(),
        ways: [
            ("fundraisers-statements", "statements"),
            ("fundraisers-desk-pledges-table", "pledges.csv"),
            ("fundraisers-desk-ledger-table", "ledger.csv"),
            ("fundraisers-desk-journal", "ledger.journal"),
        ]
        .into_iter()
        .filter(|(_, rest)| *rest != "statements" || has_statements)
        .map(|(key, rest)| Named { name: say.text(key), url: here.at(&format!("{own}/{rest}")) })
        .collect(),
        query: here.at(&own).strip_prefix(own.as_str()).unwrap_or_default().to_owned(),
        path: own,
        entries: by_hand.into_iter().map(|one| entry(&say, seen, one)).collect(),
        payout: payout_fields(&say, &forms.payout),
        invoice: invoice_fields(&say, seen, &forms.invoice),
        file_error: forms.file_error,
    })
}

fn row(say: &Say, seen: &Seen, one: &Pledge) -> PledgeRow {
    PledgeRow {
        id: one.id,
        name: match one.said.name.as_str() {
            "" => say.text("fundraisers-anonymous"),
            name => name.to_owned(),
        },
        email: one.said.email.clone(),
        amount: {
            let amount = shown::money(say, one.said.amount, &seen.promise);
            match &one.recurrence {
                Some(all) => {
                    say.with("fundraisers-desk-month", &[("amount", &amount), ("n", &natural(all.month))])
                }
                None => amount,
            }
        },
        state: state(say, one),
        reference: reference(one),
        when: say.moment(one.created_at, &seen.campaign.definition.time_zone),
        deed: match one.state {
            // What came by transfer goes back from the bank.
            How::Paid if one.is_transfer() => say.text("fundraisers-desk-went-back"),
            How::Paid => say.text("fundraisers-desk-refund"),
            // What is paid back already can go on every month.
            _ if one.can_be_ended() => say.text("fundraisers-desk-monthly-end"),
            _ => String::new(),
        },
    }
}

/// What was entered by hand, with its kind in words: `payout po_1`.
fn entry(say: &Say, seen: &Seen, one: store::ByHand) -> EntryRow {
    let (kind, number) = one.key.split_once(' ').unwrap_or_default();
    let kind =
        if kind == "payout" { "fundraisers-desk-entry-payout" } else { "fundraisers-desk-entry-invoice" };
    EntryRow {
        id: one.id,
        day: one.day,
        kind: say.text(kind),
        number: number.to_owned(),
        words: if one.words == number { String::new() } else { one.words },
        amount: shown::money(say, one.minor, &seen.promise),
    }
}

/// By which a pledge is found in the book and at the provider.
pub fn reference(one: &Pledge) -> String {
    let number = one.receipt_number().unwrap_or_else(|| format!("{} #{}", one.promise.slug, one.id));
    one.payment.as_ref().map_or_else(|| number.clone(), |payment| format!("{number} · {payment}"))
}

/// How it stands, and what of it was paid back.
fn state(say: &Say, one: &Pledge) -> String {
    if one.is_on_its_way() {
        return say.text(ON_ITS_WAY);
    }
    if one.did_not_arrive() {
        return say.text("fundraisers-pledge-not-arrived");
    }
    let state = say.text(state_key(one.state));
    if one.returned == 0 || one.state == How::Refunded {
        return state;
    }
    let returned = shown::money(say, one.returned, &one.promise);
    say.with("fundraisers-pledge-returned", &[("state", &state), ("returned", &returned)])
}

/// Of what takes days to arrive.
const ON_ITS_WAY: &str = "fundraisers-pledge-on-its-way";

pub fn state_key(state: How) -> &'static str {
    match state {
        How::Begun => "fundraisers-pledge-begun",
        How::Pledged => "fundraisers-pledge-pledged",
        How::Charging => "fundraisers-pledge-charging",
        How::Declined => "fundraisers-pledge-declined",
        How::Paid => "fundraisers-pledge-paid",
        How::Lapsed => "fundraisers-pledge-lapsed",
        How::Released => "fundraisers-pledge-released",
        How::Cancelled => "fundraisers-pledge-cancelled",
        How::Refunding => "fundraisers-pledge-refunding",
        How::Refunded => "fundraisers-pledge-refunded",
        How::Disputed => "fundraisers-pledge-disputed",
    }
}

pub(super) fn field(
    say: &Say,
    typed: &Typed,
    (name, key, hint): (&'static str, &str, &str),
    ask: Ask,
) -> Field {
    Field {
        name: name.to_owned(),
        label: say.text(key),
        hint: if hint.is_empty() { String::new() } else { say.text(hint) },
        error: typed.errors.get(name).cloned().unwrap_or_default(),
        value: typed.fields.get(name).cloned().unwrap_or_default(),
        ask,
    }
}

fn payout_fields(say: &Say, typed: &Typed) -> Vec<Field> {
    [
        ("payout_amount", "fundraisers-amount", ""),
        ("payout_day", "fundraisers-desk-day", "fundraisers-desk-day-hint"),
        ("payout_reference", "fundraisers-desk-reference", "fundraisers-desk-reference-hint"),
    ]
    .map(|one| field(say, typed, one, Ask::Line))
    .into()
}

fn invoice_fields(say: &Say, seen: &Seen, typed: &Typed) -> Vec<Field> {
    let chosen = typed.value("invoice_item");
    let choices = seen.fundraiser().items.iter().map(|item| {
        let name = shown::spoken(&seen.campaign, &item.name, seen.language);
        (item.slug.clone(), name, item.slug == chosen)
    });
    vec![
        field(say, typed, ("invoice_item", "fundraisers-desk-item", ""), Ask::Choice(choices.collect())),
        field(say, typed, ("invoice_amount", "fundraisers-amount", ""), Ask::Line),
        field(say, typed, ("invoice_day", "fundraisers-desk-day", "fundraisers-desk-day-hint"), Ask::Line),
        field(
            say,
            typed,
            ("invoice_number", "fundraisers-desk-number", "fundraisers-desk-number-hint"),
            Ask::Line,
        ),
        field(
            say,
            typed,
            ("invoice_words", "fundraisers-desk-what", "fundraisers-desk-what-hint"),
            Ask::Line,
        ),
    ]
}
