//! The SQL of pledges: what is sent becomes a row, and whose they are is asked.

use super::calls::pledge_in;
use super::{PROMISE, begin_recurrence, promise, unreadable};
use crate::fundraisers::doubt::Doubt;
use crate::fundraisers::recurrence::{Course, Recurrence};
use crate::fundraisers::{Pledge, Promise, Said, State};
use broadside_db::{Connection, Query, Result, Row, query, query_composed};

pub struct New {
    pub group: i64,
    pub campaign: i64,
    pub fundraiser: i64,
    pub language: String,
    pub address_key: Vec<u8>,
    pub said: Said,
    pub source: Option<String>,
    pub provider: &'static str,
    /// The number of the account that whoever transfers is told.
    pub account: Option<String>,
    /// Whether it is the first of a gift every month.
    pub is_monthly: bool,
}

pub async fn add(c: &mut Connection, new: &New, now: i64) -> Result<i64> {
    let said = &new.said;
    let recurrence =
        if new.is_monthly { Some(begin_recurrence(c, new.group, new.fundraiser, now).await?) } else { None };
    query(
        "insert into pledge (group_id, campaign_id, fundraiser_id, language, address_key, email, name, organisation, \
         memory, words, is_named, is_amount_shown, source, amount, fees, state, provider, looks, charges, created_at, \
         changed_at, recurrence_id, month, account, giver) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'begun', \
         $16, 0, 0, $17, $17, $18, $19, $20, (select min(coalesce(q.giver, q.id)) from pledge q where q.fundraiser_id = $3 \
         and q.address_key = $5 and length($5) > 0)) returning id",
    )
    .bind(new.group)
    .bind(new.campaign)
    .bind(new.fundraiser)
    .bind(new.language.as_str())
    .bind(new.address_key.as_slice())
    .bind(said.email.as_str())
    .bind(said.name.as_str())
    .bind(said.organisation.as_str())
    .bind(said.memory.as_str())
    .bind(said.words.as_str())
    .bind(said.is_named)
    .bind(said.is_amount_shown)
    .bind(new.source.clone())
    .bind(said.amount)
    .bind(said.fees)
    .bind(new.provider)
    .bind(now)
    .bind(recurrence)
    .bind(recurrence.map(|_| 1_i64))
    .bind(new.account.clone())
    .one(c, |row| row.get("id"))
    .await
}

fn recurrence(row: &Row) -> Result<Option<Recurrence>> {
    let Some(id) = row.get::<Option<i64>>("recurrence_id")? else { return Ok(None) };
    let course: String = row.get("r_state")?;
    Ok(Some(Recurrence {
        id,
        course: Course::parse(&course).ok_or_else(|| unreadable("a recurrence’s state"))?,
        subscription: row.get("r_subscription")?,
        looks: row.get("r_looks")?,
        since: row.get("r_changed_at")?,
        month: row.get("month")?,
    }))
}

pub(super) fn pledge(row: &Row) -> Result<Pledge> {
    let state: String = row.get("state")?;
    let item: Option<String> = row.get("item")?;
    let number: Option<i64> = row.get("item_number")?;
    Ok(Pledge {
        id: row.get("id")?,
        promise: promise(row)?,
        language: row.get("language")?,
        address_key: row.get("address_key")?,
        giver: row.get::<Option<i64>>("giver")?.unwrap_or(row.get("id")?),
        said: Said {
            name: row.get("name")?,
            email: row.get("email")?,
            organisation: row.get("organisation")?,
            memory: row.get("memory")?,
            words: row.get("words")?,
            is_named: row.get("is_named")?,
            is_amount_shown: row.get("is_amount_shown")?,
            amount: row.get("amount")?,
            fees: row.get("fees")?,
        },
        words_hidden_at: row.get("words_hidden_at")?,
        item: item.zip(number),
        state: State::parse(&state).ok_or_else(|| unreadable("a pledge’s state"))?,
        provider: row.get("provider")?,
        session: row.get("session")?,
        payer: row.get("payer")?,
        method: row.get("method")?,
        payment: row.get("payment")?,
        account: row.get("account")?,
        returned: row.get("returned")?,
        look_at: row.get("look_at")?,
        looks: row.get("looks")?,
        charges: row.get("charges")?,
        grace_until: row.get("grace_until")?,
        receipt: row.get("receipt")?,
        created_at: row.get("created_at")?,
        promised_at: row.get("promised_at")?,
        paid_at: row.get("paid_at")?,
        changed_at: row.get("changed_at")?,
        doubt: {
            let written: Option<String> = row.get("doubt")?;
            let read =
                |written: String| Doubt::read(&written).ok_or_else(|| unreadable("a doubt about a pledge"));
            written.map(read).transpose()?
        },
        recurrence: recurrence(row)?,
    })
}

/// Those that a condition names, as `p`; `f` is their fundraiser, and `r` what they recur by.
pub(super) fn pledges(condition: &str) -> Query {
    query_composed(format!(
        "select p.*, {PROMISE}, r.state as r_state, r.subscription as r_subscription, r.looks as r_looks, \
         r.changed_at as r_changed_at \
         from pledge p join fundraiser f on f.id = p.fundraiser_id left join recurrence r on r.id = p.recurrence_id \
         where {condition}"
    ))
}

pub async fn by_id(c: &mut Connection, id: i64) -> Result<Option<Pledge>> {
    pledges("p.id = $1").bind(id).first(c, pledge).await
}

/// The newest of a fundraiser, before one where that is given.
pub async fn newest(
    c: &mut Connection,
    fundraiser: i64,
    before: Option<i64>,
    most: i64,
) -> Result<Vec<Pledge>> {
    pledges("p.fundraiser_id = $1 and (p.state <> 'begun' or p.payment is not null or p.doubt is not null) and ($2 is null or p.id < $2) order by p.id desc limit $3")
        .bind(fundraiser)
        .bind(before)
        .bind(most)
        .all(c, pledge)
        .await
}

/// The newest givers of a fundraiser: of those who give every month, the first month that stands.
pub async fn newest_givers(c: &mut Connection, fundraiser: i64, most: i64) -> Result<Vec<Pledge>> {
    pledges(
        "p.fundraiser_id = $1 and p.state <> 'begun' and (p.month is null or p.month = coalesce((select min(q.month) \
         from pledge q where q.recurrence_id = p.recurrence_id and q.state = 'paid'), 1)) order by p.id desc limit $2",
    )
    .bind(fundraiser)
    .bind(most)
    .all(c, pledge)
    .await
}

/// The numbers of all accounts that people were told to transfer to, then and in between.
pub async fn accounts_told(c: &mut Connection, fundraiser: i64) -> Result<Vec<String>> {
    let mut told: Vec<String> =
        query("select distinct account from pledge where fundraiser_id = $1 and account is not null order by account")
            .bind(fundraiser)
            .all(c, |row| row.get("account"))
            .await?;
    if !told.is_empty() {
        let named: String = query("select accounts from fundraiser where id = $1")
            .bind(fundraiser)
            .one(c, |row| row.get("accounts"))
            .await?;
        told.extend(named.split_whitespace().map(str::to_owned));
    }
    Ok(told)
}

/// The pledge that a payment is of, as its provider calls it.
pub async fn by_payment(c: &mut Connection, provider: &str, payment: &str) -> Result<Option<Pledge>> {
    pledges("p.provider = $1 and p.payment = $2").bind(provider).bind(payment).first(c, pledge).await
}

/// The pledge that a page is of.
pub async fn by_session(c: &mut Connection, provider: &str, session: &str) -> Result<Option<Pledge>> {
    pledges("p.provider = $1 and p.session = $2").bind(provider).bind(session).first(c, pledge).await
}

/// Whoever was erased pays nothing of what they pledged.
const STANDS: &str = "fundraiser_id = $1 and state <> 'begun' and (state <> 'pledged' or email <> '')";

/// Sums of a fundraiser's pledges by state: how many, their amounts, and what of those covers fees and was paid back.
pub async fn sums(c: &mut Connection, fundraiser: i64) -> Result<Vec<(State, Sum)>> {
    query_composed(format!(
        "select state, count(*) as n, cast(sum(amount) as bigint) as amount, cast(sum(fees) as bigint) as fees, \
         cast(sum(case when returned > amount - fees then amount - fees else returned end) as bigint) as returned \
         from pledge where {STANDS} group by state",
    ))
    .bind(fundraiser)
    .all(c, |row| {
        let state: String = row.get("state")?;
        let state = State::parse(&state).ok_or_else(|| unreadable("a pledge’s state"))?;
        Ok((state, Sum { pledges: row.get("n")?, amount: row.get("amount")?, fees: row.get("fees")?, returned: row.get("returned")? }))
    })
    .await
}

/// By how many people those pledges are that stand towards the goal. A mailbox is one of them however often it gave; where
/// none is known, each gift is, and what is given every month is one.
pub async fn givers(c: &mut Connection, promise: &Promise) -> Result<i64> {
    let states = State::ALL.into_iter().filter(|state| promise.stage.counts(*state));
    let states: Vec<_> = states.map(|state| format!("'{}'", state.word())).collect();
    query_composed(format!(
        "select count(distinct coalesce(giver, id)) as n from pledge where {STANDS} and state in ({})",
        states.join(", ")
    ))
    .bind(promise.id)
    .one(c, |row| row.get("n"))
    .await
}

/// The same of payments that take days to arrive: they count for nothing yet.
pub async fn on_their_way(c: &mut Connection, fundraiser: i64) -> Result<Sum> {
    query(
        "select count(*) as n, cast(coalesce(sum(amount), 0) as bigint) as amount from pledge \
         where fundraiser_id = $1 and state = 'begun' and payment is not null",
    )
    .bind(fundraiser)
    .one(c, |row| Ok(Sum { pledges: row.get("n")?, amount: row.get("amount")?, ..Sum::default() }))
    .await
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub pledges: i64,
    pub amount: i64,
    pub fees: i64,
    /// No more than what is not for fees.
    pub returned: i64,
}

impl Sum {
    pub fn came(self) -> i64 {
        self.amount - self.fees
    }

    pub fn counts(self) -> i64 {
        self.came() - self.returned
    }
}

/// What counts towards a goal as it stands.
pub async fn counted(c: &mut Connection, fundraiser: i64) -> Result<i64> {
    sum_of(c, fundraiser, State::counts, Sum::counts).await
}

/// What came in, whatever became of it since.
pub async fn came_in(c: &mut Connection, fundraiser: i64) -> Result<i64> {
    sum_of(c, fundraiser, State::came_in, Sum::came).await
}

/// What stands towards the goal, before the end and after it.
pub async fn towards(c: &mut Connection, promise: &Promise) -> Result<i64> {
    sum_of(c, promise.id, |state| promise.stage.counts(state), Sum::counts).await
}

async fn sum_of(
    c: &mut Connection,
    fundraiser: i64,
    of: impl Fn(State) -> bool,
    what: impl Fn(Sum) -> i64,
) -> Result<i64> {
    let sums = sums(c, fundraiser).await?;
    Ok(sums.into_iter().filter(|(state, _)| of(*state)).map(|(_, sum)| what(sum)).sum())
}

/// How many mails that a form asked for went to an address since a time.
pub async fn mails_since(c: &mut Connection, address_key: &[u8], since: i64) -> Result<i64> {
    query(
        "select count(*) as n from mail where address_key = $1 and created_at > $2 and kind in ('pledge_link', 'pledge_transfer')",
    )
    .bind(address_key)
    .bind(since)
    .one(c, |row| row.get("n"))
    .await
}

/// Those with something that does not agree.
pub async fn doubtful(c: &mut Connection, fundraiser: i64, most: i64) -> Result<Vec<Pledge>> {
    pledges("p.fundraiser_id = $1 and p.doubt is not null order by p.id limit $2")
        .bind(fundraiser)
        .bind(most)
        .all(c, pledge)
        .await
}

/// The newest of a campaign that say something to everybody.
pub async fn with_words(c: &mut Connection, campaign: i64, most: i64) -> Result<Vec<Pledge>> {
    pledges(
        "p.campaign_id = $1 and p.state not in ('begun', 'cancelled') and (p.is_named or p.words <> '') \
         and (p.month is null or p.month = 1) order by p.id desc limit $2",
    )
    .bind(campaign)
    .bind(most)
    .all(c, pledge)
    .await
}

/// What came in from an address for a group, the oldest first.
pub async fn gifts_of(c: &mut Connection, group: i64, address_key: &[u8]) -> Result<Vec<Pledge>> {
    // Whose they are is not known of those who were erased, nor of what somebody entered without an address.
    if address_key.is_empty() {
        return Ok(Vec::new());
    }
    pledges("p.group_id = $1 and p.address_key = $2 and p.state = 'paid' order by p.paid_at, p.id")
        .bind(group)
        .bind(address_key)
        .all(c, pledge)
        .await
}

/// The pledge that a call was about, by the key of the call: one that was made after the backup was taken which was
/// restored since is not written down.
pub async fn by_call(c: &mut Connection, key: &str) -> Result<Option<Pledge>> {
    let known = pledges("p.id = (select pledge_id from payment_call where key = $1)")
        .bind(key)
        .first(c, pledge)
        .await?;
    let Some(link) = pledge_in(key).filter(|_| known.is_none()) else { return Ok(known) };
    Ok(by_id(c, link.number).await?.filter(|one| link.means(one.link())))
}
