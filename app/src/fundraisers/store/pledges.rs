//! The SQL of pledges. Each step from one state to the next is an update that names the state it leaves, so that it is
//! done once, whoever does it.

use super::{PROMISE, promise, unreadable};
use crate::fundraisers::charging::pause;
use crate::fundraisers::{Pledge, Said, State};
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
}

pub async fn add(c: &mut Connection, new: &New, now: i64) -> Result<i64> {
    let said = &new.said;
    query(
        "insert into pledge (group_id, campaign_id, fundraiser_id, language, address_key, email, name, organisation, \
         memory, words, is_named, is_amount_shown, source, amount, fees, state, provider, looks, charges, created_at, \
         changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'begun', $16, 0, 0, $17, $17) \
         returning id",
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
    .one(c, |row| row.get("id"))
    .await
}

fn pledge(row: &Row) -> Result<Pledge> {
    let state: String = row.get("state")?;
    let item: Option<String> = row.get("item")?;
    let number: Option<i64> = row.get("item_number")?;
    Ok(Pledge {
        id: row.get("id")?,
        promise: promise(row)?,
        language: row.get("language")?,
        address_key: row.get("address_key")?,
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
        look_at: row.get("look_at")?,
        looks: row.get("looks")?,
        charges: row.get("charges")?,
        grace_until: row.get("grace_until")?,
        receipt: row.get("receipt")?,
        created_at: row.get("created_at")?,
        promised_at: row.get("promised_at")?,
        paid_at: row.get("paid_at")?,
        changed_at: row.get("changed_at")?,
    })
}

/// Those that a condition names, as `p`; `f` is their fundraiser.
fn pledges(condition: &str) -> Query {
    query_composed(format!(
        "select p.*, {PROMISE} from pledge p join fundraiser f on f.id = p.fundraiser_id where {condition}"
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
    pledges("p.fundraiser_id = $1 and p.state <> 'begun' and ($2 is null or p.id < $2) order by p.id desc limit $3")
        .bind(fundraiser)
        .bind(before)
        .bind(most)
        .all(c, pledge)
        .await
}

/// Those whose session the provider is to be asked about.
pub async fn to_look_at(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Pledge>> {
    // At the end of a fundraiser whoever was never asked about is asked at once; it waits for the others’ time.
    pledges(
        "p.session is not null and p.state in ('begun', 'declined') and (p.look_at <= $1 or (p.look_at is not null and p.looks = 0 and p.state = 'begun' \
         and f.state = 'open' and f.kind = 'all-or-nothing' and f.ends_at <= $1)) order by p.look_at, p.id limit $2",
    ).bind(now).bind(most).all(c, pledge).await
}

/// Pledges that are to be charged: promised, of fundraisers that met their goal, or asked for before and not known.
pub async fn to_charge(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Pledge>> {
    // One that was asked for is asked about, whoever was erased meanwhile.
    pledges(
        "f.state = 'met' and ((p.state = 'pledged' and p.email <> '') \
         or (p.state = 'charging' and (p.look_at is null or p.look_at <= $1))) order by p.state, p.id limit $2",
    )
        .bind(now)
        .bind(most)
        .all(c, pledge)
        .await
}

/// Pledges that will not be charged: their fundraiser missed its goal or is gone, or whoever gave them was erased.
pub async fn to_release(c: &mut Connection, most: i64) -> Result<Vec<Pledge>> {
    pledges(
        "(p.state = 'pledged' and (f.state in ('missed', 'gone') or p.email = '')) \
         or (p.state = 'declined' and p.email = '') order by p.id limit $1",
    )
    .bind(most)
    .all(c, pledge)
    .await
}

pub async fn to_lapse(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Pledge>> {
    pledges("p.state = 'declined' and p.grace_until <= $1 order by p.id limit $2")
        .bind(now)
        .bind(most)
        .all(c, pledge)
        .await
}

/// Those that are to be paid back: asked for at the desk, or since their fundraiser gives everything back.
pub async fn to_refund(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Pledge>> {
    pledges(
        "(p.state = 'refunding' and (p.look_at is null or p.look_at <= $1)) or (p.state = 'paid' and f.is_given_back) \
         order by p.id limit $2",
    )
    .bind(now)
    .bind(most)
    .all(c, pledge)
    .await
}

/// Leaves one state for another; false where it is in another one by now.
pub async fn step(c: &mut Connection, id: i64, (from, to): (State, State), now: i64) -> Result<bool> {
    let done = query("update pledge set state = $3, changed_at = $4 where id = $1 and state = $2")
        .bind(id)
        .bind(from.word())
        .bind(to.word())
        .bind(now)
        .run(c)
        .await?;
    Ok(done == 1)
}

/// Notes the provider's page, and when to ask about it.
pub async fn set_session(c: &mut Connection, id: i64, session: &str, look_at: i64, now: i64) -> Result<()> {
    query("update pledge set session = $2, look_at = $3, looks = 0, changed_at = $4 where id = $1")
        .bind(id)
        .bind(session)
        .bind(look_at)
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}

/// Notes when the provider is asked about a session again; nothing where nothing comes of it any more.
pub async fn look_again(c: &mut Connection, pledge: &Pledge, at: Option<i64>) -> Result<()> {
    query("update pledge set look_at = $3, looks = looks + 1 where id = $1 and session = $2")
        .bind(pledge.id)
        .bind(pledge.session.clone())
        .bind(at)
        .run(c)
        .await?;
    Ok(())
}

/// A provider that did not say what became of a call is asked again after a while.
pub async fn ask_later(c: &mut Connection, pledge: &Pledge, now: i64) -> Result<()> {
    query("update pledge set look_at = $3, looks = looks + 1 where id = $1 and state = $2")
        .bind(pledge.id)
        .bind(pledge.state.word())
        .bind(now + pause(pledge.looks))
        .run(c)
        .await?;
    Ok(())
}

/// Notes what does not agree with what the provider says, or that it agrees.
pub async fn doubt(c: &mut Connection, id: i64, doubt: Option<&str>) -> Result<()> {
    query("update pledge set doubt = $2 where id = $1")
        .bind(id)
        .bind(doubt.map(str::to_owned))
        .run(c)
        .await?;
    Ok(())
}

/// Takes what the provider calls payer and way to pay; false where the pledge is past that.
pub async fn set_up(
    c: &mut Connection,
    pledge: &Pledge,
    (payer, method): (&str, &str),
    item: Option<&(String, i64)>,
    now: i64,
) -> Result<bool> {
    let done = query(
        "update pledge set state = 'pledged', payer = $3, method = $4, item = coalesce(item, $5), \
         item_number = coalesce(item_number, $6), look_at = null, looks = 0, promised_at = coalesce(promised_at, $7), changed_at = $7 \
         where id = $1 and state = $2 and state in ('begun', 'declined')",
    )
    .bind(pledge.id)
    .bind(pledge.state.word())
    .bind(payer)
    .bind(method)
    .bind(item.map(|(slug, _)| slug.clone()))
    .bind(item.map(|(_, number)| *number))
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Notes a payment and the number of its receipt; false where that is noted already.
pub async fn paid(
    c: &mut Connection,
    pledge: &Pledge,
    (payment, receipt, paid_at): (&str, i64, i64),
    item: Option<&(String, i64)>,
    now: i64,
) -> Result<bool> {
    let done = query(
        "update pledge set state = 'paid', payment = $2, receipt = $3, item = coalesce(item, $4), \
         item_number = coalesce(item_number, $5), look_at = null, grace_until = null, \
         promised_at = coalesce(promised_at, $6), paid_at = $7, changed_at = $6 \
         where id = $1 and state in ('begun', 'pledged', 'charging', 'declined', 'lapsed')",
    )
    .bind(pledge.id)
    .bind(payment)
    .bind(receipt)
    .bind(item.map(|(slug, _)| slug.clone()))
    .bind(item.map(|(_, number)| *number))
    .bind(now)
    .bind(paid_at)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Notes that a charge was declined. The time to pay in another way runs from the first time on.
pub async fn declined(c: &mut Connection, id: i64, until: i64, now: i64) -> Result<bool> {
    let done = query(
        "update pledge set state = 'declined', look_at = null, grace_until = coalesce(grace_until, $2), changed_at = $3 where id = $1 \
         and state = 'charging'",
    )
    .bind(id)
    .bind(until)
    .bind(now)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Begins the charge of a pledge; answers which it is.
pub async fn begin_charge(c: &mut Connection, id: i64, now: i64) -> Result<Option<i64>> {
    query(
        "update pledge set state = 'charging', charges = charges + 1, look_at = null, looks = 0, changed_at = $2 where id = $1 and state = 'pledged' \
         returning charges",
    )
    .bind(id)
    .bind(now)
    .first(c, |row| row.get("charges"))
    .await
}

/// Deletes what was begun before a time and came to nothing; what is to be transferred, before another, unless it may be
/// what a statement told of.
pub async fn delete_begun(c: &mut Connection, (cards, transfers): (i64, i64), most: i64) -> Result<u64> {
    let ids = query(
        "select id from pledge p where state = 'begun' and (look_at is null or session is null) and created_at < case when provider = 'transfer' \
         then cast($2 as bigint) else cast($1 as bigint) end and not exists (select 1 from transfer_line l where l.pledge_id = p.id) \
         order by id limit $3",
    )
        .bind(cards)
        .bind(transfers)
        .bind(most)
        .all(c, |row| row.get::<i64>("id"))
        .await?;
    for id in &ids {
        query("delete from payment_call where pledge_id = $1").bind(*id).run(c).await?;
        query("delete from pledge where id = $1 and state = 'begun'").bind(*id).run(c).await?;
    }
    Ok(ids.len() as u64)
}

/// Paid pledges whose provider was not asked about them for a while.
pub async fn to_check(
    c: &mut Connection,
    (asked_before, paid_since): (i64, i64),
    most: i64,
) -> Result<Vec<Pledge>> {
    pledges(
        "p.state in ('paid', 'disputed') and p.provider <> 'transfer' and coalesce(p.checked_at, p.paid_at) <= $1 and p.paid_at > $2 \
         order by p.id limit $3",
    )
    .bind(asked_before)
    .bind(paid_since)
    .bind(most)
    .all(c, pledge)
    .await
}

pub async fn checked(c: &mut Connection, id: i64, doubt: Option<&str>, now: i64) -> Result<()> {
    query("update pledge set checked_at = $2, doubt = $3 where id = $1")
        .bind(id)
        .bind(now)
        .bind(doubt.map(str::to_owned))
        .run(c)
        .await?;
    Ok(())
}

/// The pledge that a payment is of, as its provider calls it.
pub async fn by_payment(c: &mut Connection, provider: &str, payment: &str) -> Result<Option<Pledge>> {
    pledges("p.provider = $1 and p.payment = $2").bind(provider).bind(payment).first(c, pledge).await
}

/// The pledge that a page is of.
pub async fn by_session(c: &mut Connection, provider: &str, session: &str) -> Result<Option<Pledge>> {
    pledges("p.provider = $1 and p.session = $2").bind(provider).bind(session).first(c, pledge).await
}

/// Whether the organisers show what somebody said; false where it was so already.
pub async fn show_words(c: &mut Connection, id: i64, hidden_at: Option<i64>) -> Result<bool> {
    let done = query(
        "update pledge set words_hidden_at = $2 where id = $1 and (words_hidden_at is null) <> (cast($2 as bigint) is null)",
    )
    .bind(id)
    .bind(hidden_at)
    .run(c)
    .await?;
    Ok(done == 1)
}

/// Whether name and amount are shown to everybody.
pub async fn show(c: &mut Connection, id: i64, (named, amount): (bool, bool), now: i64) -> Result<()> {
    query("update pledge set is_named = $2, is_amount_shown = $3, changed_at = $4 where id = $1")
        .bind(id)
        .bind(named)
        .bind(amount)
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}

/// Sums of a fundraiser's pledges by state: how many, their amounts, and what of those covers fees.
pub async fn sums(c: &mut Connection, fundraiser: i64) -> Result<Vec<(State, Sum)>> {
    query(
        "select state, count(*) as n, cast(sum(amount) as bigint) as amount, cast(sum(fees) as bigint) as fees \
         from pledge where fundraiser_id = $1 and state <> 'begun' and (state <> 'pledged' or email <> '') \
         group by state",
    )
    .bind(fundraiser)
    .all(c, |row| {
        let state: String = row.get("state")?;
        let state = State::parse(&state).ok_or_else(|| unreadable("a pledge’s state"))?;
        Ok((state, Sum { pledges: row.get("n")?, amount: row.get("amount")?, fees: row.get("fees")? }))
    })
    .await
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub pledges: i64,
    pub amount: i64,
    pub fees: i64,
}

impl Sum {
    pub fn counts(self) -> i64 {
        self.amount - self.fees
    }
}

/// What counts towards a goal as it stands.
pub async fn counted(c: &mut Connection, fundraiser: i64) -> Result<i64> {
    counted_of(c, fundraiser, State::counts).await
}

/// What came in, whatever became of it since.
pub async fn came_in(c: &mut Connection, fundraiser: i64) -> Result<i64> {
    counted_of(c, fundraiser, State::came_in).await
}

async fn counted_of(c: &mut Connection, fundraiser: i64, of: fn(State) -> bool) -> Result<i64> {
    let sums = sums(c, fundraiser).await?;
    Ok(sums.into_iter().filter(|(state, _)| of(*state)).map(|(_, sum)| sum.counts()).sum())
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

/// Those with something that does not agree, and what.
pub async fn doubtful(c: &mut Connection, fundraiser: i64, most: i64) -> Result<Vec<(Pledge, String)>> {
    pledges("p.fundraiser_id = $1 and p.doubt is not null order by p.id limit $2")
        .bind(fundraiser)
        .bind(most)
        .all(c, |row| Ok((pledge(row)?, row.get("doubt")?)))
        .await
}

/// The newest of a campaign that say something to everybody.
pub async fn with_words(c: &mut Connection, campaign: i64, most: i64) -> Result<Vec<Pledge>> {
    pledges(
        "p.campaign_id = $1 and p.state not in ('begun', 'cancelled') and (p.is_named or p.words <> '') \
         order by p.id desc limit $2",
    )
    .bind(campaign)
    .bind(most)
    .all(c, pledge)
    .await
}

/// Forgets whose pledges those were that ended before a time without being paid, or were paid before another. Amounts
/// stay for the book. How many.
pub async fn forget(c: &mut Connection, (unpaid, paid): (i64, i64), most: i64) -> Result<u64> {
    query(
        "update pledge set email = '', name = '', organisation = '', memory = '', words = '', source = null, payer = null, \
         method = null, is_named = false where id in (select id from pledge where (email <> '' or name <> '') \
         and ((state in ('lapsed', 'released', 'cancelled') and changed_at < $1) \
         or (state in ('paid', 'refunded', 'disputed') and paid_at < $2)) order by id limit $3)",
    )
    .bind(unpaid)
    .bind(paid)
    .bind(most)
    .run(c)
    .await
}

/// What came in from an address for a group, the oldest first.
pub async fn gifts_of(c: &mut Connection, group: i64, address_key: &[u8]) -> Result<Vec<Pledge>> {
    pledges("p.group_id = $1 and p.address_key = $2 and p.state = 'paid' order by p.paid_at, p.id")
        .bind(group)
        .bind(address_key)
        .all(c, pledge)
        .await
}

/// The pledge that a call was about, by the key of the call.
pub async fn by_call(c: &mut Connection, key: &str) -> Result<Option<Pledge>> {
    pledges("p.id = (select pledge_id from payment_call where key = $1)").bind(key).first(c, pledge).await
}

/// Forgets what leads a provider to whoever gave.
pub async fn forget_payer(c: &mut Connection, id: i64) -> Result<()> {
    query("update pledge set payer = null, method = null where id = $1").bind(id).run(c).await?;
    Ok(())
}

/// The same of those who were erased while money was asked of them, once nothing is any more.
pub async fn forget_payers(c: &mut Connection, most: i64) -> Result<u64> {
    query(
        "update pledge set payer = null, method = null where id in (select id from pledge where email = '' \
         and payer is not null and state not in ('pledged', 'charging', 'declined', 'refunding') order by id limit $1)",
    )
    .bind(most)
    .run(c)
    .await
}
