//! What must hold once everything is over: each pledge has the one end that its card brings, and what the provider has,
//! what the pledges say, the book and the mails agree.

use crate::Failure;
use crate::givers::{Card, Giver};
use broadside_db::{Connection, Db, Error, Row, query};
use broadside_payments_proxy::Fees;
use serde_json::Value;
use std::collections::HashMap;

/// What is known past the program.
pub struct Truth<'g> {
    pub givers: &'g [Giver],
    /// Those that brought money, as the provider has them.
    pub payments: Vec<Value>,
    pub fees: Fees,
}

/// How many are left of what has an end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stands {
    pub to_charge: i64,
    pub to_lapse: i64,
    /// The fundraiser, as long as it is not settled.
    pub unsettled: i64,
    /// Payments that the provider was not asked about since a moment.
    pub unasked: i64,
}

pub async fn stands(db: &Db, asked_since: i64) -> Result<Stands, Failure> {
    let mut c = db.read().await?;
    let stands = query(
        "select (select count(*) from pledge where state in ('pledged', 'charging')) as to_charge, \
         (select count(*) from pledge where state = 'declined') as to_lapse, \
         (select count(*) from fundraiser where slug = 'buses' and settled_at is null) as unsettled, \
         (select count(*) from pledge where state = 'paid' and coalesce(checked_at, 0) < $1) as unasked",
    )
    .bind(asked_since)
    .one(&mut c, |row| {
        Ok(Stands {
            to_charge: row.get("to_charge")?,
            to_lapse: row.get("to_lapse")?,
            unsettled: row.get("unsettled")?,
            unasked: row.get("unasked")?,
        })
    })
    .await?;
    Ok(stands)
}

/// Questions whose answer is how many rows are wrong.
const QUESTIONS: [(&str, &str); 12] = [
    (
        "pledges in a state that is no end",
        "select count(*) as n from pledge where state not in ('paid', 'lapsed')",
    ),
    (
        "paid pledges without payment, receipt or time, or others with them",
        "select count(*) as n from pledge where (state = 'paid') <> (payment is not null) \
         or (state = 'paid') <> (receipt is not null) or (state = 'paid') <> (paid_at is not null)",
    ),
    (
        "receipts and payments that two pledges have",
        "select cast(count(receipt) - count(distinct receipt) + count(payment) - count(distinct payment) as bigint) as n \
         from pledge",
    ),
    (
        "numbers of receipts that nobody has",
        "select cast(f.last_receipt - (select count(*) from pledge p where p.fundraiser_id = f.id and p.state = 'paid') \
         as bigint) as n from fundraiser f where f.slug = 'buses'",
    ),
    ("pledges with a doubt", "select count(*) as n from pledge where doubt is not null"),
    (
        "calls of which it is not known what came of them",
        "select count(*) as n from payment_call where finished_at is null or outcome is null",
    ),
    (
        "pledges without the one call of their charge, or with one that ended otherwise",
        "select count(*) as n from pledge p left join payment_call k on k.pledge_id = p.id where k.id is null \
         or k.deed <> 'charge' or k.attempt <> 1 or k.amount <> p.amount or p.charges <> 1 \
         or k.outcome <> (case when p.state = 'paid' then 'done' else 'declined' end) \
         or (p.state = 'paid' and k.detail <> p.payment)",
    ),
    (
        "entries that do not come to nothing",
        "select count(*) as n from (select e.id from ledger_entry e left join ledger_line l on l.entry_id = e.id \
         group by e.id having coalesce(sum(l.minor), 1) <> 0) as uneven",
    ),
    (
        "pledges whose gift stands otherwise in the book",
        "select count(*) as n from (select p.id from pledge p left join ledger_entry e on e.pledge_id = p.id \
         left join ledger_line l on l.entry_id = e.id and l.account = 'income:gifts' group by p.id, p.state, p.amount \
         having coalesce(sum(l.minor), 0) <> (case when p.state = 'paid' then -p.amount else 0 end)) as wrong",
    ),
    (
        "entries beside the gift and the fee of each",
        "select cast(abs((select count(*) from ledger_entry) - 2 * (select count(*) from pledge where state = 'paid')) \
         as bigint) as n",
    ),
    (
        "pledges without their mails, or with more",
        "select count(*) as n from (select p.id from pledge p left join mail m on m.pledge_id = p.id group by p.id, p.state \
         having sum(case when m.kind = 'pledge_receipt' then 1 else 0 end) <> (case when p.state = 'paid' then 1 else 0 end) \
         or sum(case when m.kind in ('pledge_declined', 'pledge_lapsed') then 1 else 0 end) \
         <> (case when p.state = 'paid' then 0 else 2 end) \
         or count(distinct m.kind) <> (case when p.state = 'paid' then 1 else 2 end)) as wrong",
    ),
    (
        "fundraisers that did not meet their goal, or give it back",
        "select count(*) as n from fundraiser where slug = 'buses' and (state <> 'met' or settled_at is null \
         or is_given_back)",
    ),
];

/// A pledge as it ended.
struct Ended {
    state: String,
    amount: i64,
    payment: Option<String>,
}

/// The sums, where everything is as it must be.
///
/// # Errors
/// What is wrong.
pub async fn look(db: &Db, truth: &Truth<'_>) -> Result<String, Failure> {
    let mut c = db.read().await?;
    let mut faults = Vec::new();
    for (what, sql) in QUESTIONS {
        let wrong = number(&mut c, sql).await?;
        if wrong != 0 {
            faults.push(format!("{wrong} {what}"));
        }
    }
    let pledges: HashMap<i64, Ended> = query("select id, state, amount, payment from pledge")
        .all(&mut c, |row| Ok((row.get("id")?, ended(row)?)))
        .await?
        .into_iter()
        .collect();
    faults.extend(against_the_givers(truth.givers, &pledges));
    faults.extend(against_the_provider(&truth.payments, truth.givers, &pledges));
    let fee = |amount: i64| amount * truth.fees.hundredths_of_percent / 10_000 + truth.fees.fixed;
    let paid: Vec<i64> = pledges.values().filter(|one| one.state == "paid").map(|one| one.amount).collect();
    let (given, fees) = (paid.iter().sum::<i64>(), paid.iter().copied().map(fee).sum::<i64>());
    for (account, wanted) in
        [("income:gifts", -given), ("expenses:fees", fees), ("assets:provider", given - fees)]
    {
        let stored =
            query("select cast(coalesce(sum(minor), 0) as bigint) as n from ledger_line where account = $1")
                .bind(account)
                .one(&mut c, |row| row.get::<i64>("n"))
                .await?;
        if stored != wanted {
            faults.push(format!("the book has {stored} at {account}, and it is {wanted}"));
        }
    }
    let first: Vec<_> = faults.iter().take(8).cloned().collect();
    if faults.is_empty() {
        Ok(format!(
            "{} pledges: {} paid with {}, {} lapsed; {} payments at the provider, none of them a second one; the book has \
             the same, and {} of fees",
            pledges.len(),
            paid.len(),
            dollars(given),
            pledges.len() - paid.len(),
            truth.payments.len(),
            dollars(fees),
        ))
    } else {
        Err(format!("{} faults: {}", faults.len(), first.join("; ")).into())
    }
}

fn ended(row: &Row) -> Result<Ended, Error> {
    Ok(Ended { state: row.get("state")?, amount: row.get("amount")?, payment: row.get("payment")? })
}

async fn number(c: &mut Connection, sql: &'static str) -> Result<i64, Error> {
    query(sql).one(c, |row| row.get("n")).await
}

fn dollars(cents: i64) -> String {
    format!("USD {}.{:02}", cents / 100, cents % 100)
}

/// Everybody's pledge ended as their card behaves.
fn against_the_givers(givers: &[Giver], pledges: &HashMap<i64, Ended>) -> Vec<String> {
    let mut faults = Vec::new();
    if givers.len() != pledges.len() {
        faults.push(format!("{} pledged, and there are {} pledges", givers.len(), pledges.len()));
    }
    for giver in givers {
        let wanted = if giver.card == Card::Good { "paid" } else { "lapsed" };
        match pledges.get(&giver.pledge) {
            Some(Ended { state, amount, .. }) if state == wanted && *amount == giver.amount => {}
            Some(Ended { state, .. }) => {
                faults.push(format!("pledge {} with a card {:?} is {state}", giver.pledge, giver.card));
            }
            None => faults.push(format!("pledge {} is gone", giver.pledge)),
        }
    }
    faults
}

/// Every payment is that of one pledge, which is paid with it, and every paid pledge has one.
fn against_the_provider(payments: &[Value], givers: &[Giver], pledges: &HashMap<i64, Ended>) -> Vec<String> {
    let payers: HashMap<i64, &str> =
        givers.iter().map(|giver| (giver.pledge, giver.payer.as_str())).collect();
    let mut faults = Vec::new();
    let mut times: HashMap<i64, u32> = HashMap::new();
    for payment in payments {
        let id = payment["id"].as_str().unwrap_or_default();
        let pledge = payment["metadata"]["pledge"].as_str().and_then(|number| number.parse::<i64>().ok());
        let Some((pledge, ended)) = pledge.and_then(|number| Some((number, pledges.get(&number)?))) else {
            faults.push(format!("{id} is of no pledge"));
            continue;
        };
        let times = times.entry(pledge).or_default();
        *times += 1;
        if *times > 1 {
            faults.push(format!("pledge {pledge} was charged {times} times"));
        } else if ended.payment.as_deref() != Some(id)
            || payment["amount"].as_i64() != Some(ended.amount)
            || payment["currency"] != "usd"
            || payment["customer"].as_str() != payers.get(&pledge).copied()
        {
            faults.push(format!("{id} is not what pledge {pledge} says, which is {}", ended.state));
        }
    }
    faults.extend(
        pledges
            .iter()
            .filter(|(number, ended)| ended.state == "paid" && !times.contains_key(number))
            .map(|(number, _)| format!("pledge {number} is paid, and the provider has nothing of it")),
    );
    faults
}
