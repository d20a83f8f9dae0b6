//! The SQL of what a practice provider holds.

use super::Card;
use crate::fundraisers::provider::{Charged, Mode};
use broadside_db::{Connection, Error, Result, Row, decode_error, query};
use broadside_money::{Amount, Currency};

pub struct NewSession {
    pub id: String,
    pub key: String,
    pub mode: Mode,
    pub amount: Amount,
    pub back: String,
}

pub struct Session {
    pub mode: Mode,
    pub amount: Amount,
    pub back: String,
    pub state: String,
    pub card: Option<Card>,
}

pub struct NewPayment {
    pub id: String,
    pub key: String,
    pub card: Card,
    pub amount: i64,
    pub fee: i64,
}

fn word(mode: Mode) -> &'static str {
    match mode {
        Mode::SetUp => "set-up",
        Mode::Pay => "pay",
    }
}

/// Opens a page, or finds the one of its key.
pub async fn begin(c: &mut Connection, new: &NewSession, now: i64) -> Result<String> {
    query(
        "insert into practice_session (id, key, mode, currency, amount, back, state, created_at) \
         values ($1, $2, $3, $4, $5, $6, 'open', $7) on conflict (key) do nothing",
    )
    .bind(new.id.as_str())
    .bind(new.key.as_str())
    .bind(word(new.mode))
    .bind(new.amount.currency.code())
    .bind(new.amount.minor)
    .bind(new.back.as_str())
    .bind(now)
    .run(c)
    .await?;
    query("select id from practice_session where key = $1")
        .bind(new.key.as_str())
        .one(c, |row| row.get("id"))
        .await
}

fn read(row: &Row) -> Result<Session> {
    let (mode, currency): (String, String) = (row.get("mode")?, row.get("currency")?);
    let unreadable = || Error::Other(decode_error(std::io::Error::other("a session’s currency")));
    let currency = Currency::parse(&currency).ok_or_else(unreadable)?;
    Ok(Session {
        mode: if mode == "pay" { Mode::Pay } else { Mode::SetUp },
        amount: Amount::new(row.get("amount")?, currency),
        back: row.get("back")?,
        state: row.get("state")?,
        card: row.get::<Option<String>>("card")?.as_deref().and_then(Card::parse),
    })
}

pub async fn session(c: &mut Connection, id: &str) -> Result<Option<Session>> {
    query("select * from practice_session where id = $1").bind(id).first(c, read).await
}

/// What the payment of a session is called that was paid at once.
pub fn payment_of_session(session: &str) -> String {
    format!("payment_of_{session}")
}

/// Ends a session, with a card or without; where it pays, that is a payment. False where it had ended.
pub async fn end(c: &mut Connection, id: &str, (card, fee): (Option<Card>, i64), now: i64) -> Result<bool> {
    let ended = query("update practice_session set state = $2, card = $3 where id = $1 and state = 'open'")
        .bind(id)
        .bind(if card.is_some() { "done" } else { "left" })
        .bind(card.map(|card| card.word().to_owned()))
        .run(c)
        .await?;
    if ended == 1
        && let Some(card) = card
        && let Some(session) = session(c, id).await?
        && session.mode == Mode::Pay
    {
        let payment = payment_of_session(id);
        let amount = session.amount.minor;
        pay(c, &NewPayment { id: payment, key: format!("session {id}"), card, amount, fee }, now).await?;
    }
    Ok(ended == 1)
}

/// Pays, once for each key.
pub async fn pay(c: &mut Connection, new: &NewPayment, now: i64) -> Result<Charged> {
    query(
        "insert into practice_payment (id, key, card, amount, fee, is_declined, refunded, created_at) \
         values ($1, $2, $3, $4, $5, $6, 0, $7) on conflict (key) do nothing",
    )
    .bind(new.id.as_str())
    .bind(new.key.as_str())
    .bind(new.card.word())
    .bind(new.amount)
    .bind(new.fee)
    .bind(new.card == Card::Declines)
    .bind(now)
    .run(c)
    .await?;
    let charged = payment_by_key(c, &new.key).await?;
    Ok(charged.unwrap_or(Charged::Pending))
}

pub async fn payment_by_key(c: &mut Connection, key: &str) -> Result<Option<Charged>> {
    query("select id, fee, is_declined from practice_payment where key = $1")
        .bind(key)
        .first(c, |row| {
            Ok(if row.get("is_declined")? {
                Charged::Declined { why: "card_declined".to_owned() }
            } else {
                Charged::Paid { payment: row.get("id")?, fee: Some(row.get("fee")?) }
            })
        })
        .await
}

/// Pays back, as much as there is and no more; false where there is no such payment.
pub async fn pay_back(c: &mut Connection, payment: &str, minor: i64) -> Result<bool> {
    let known =
        query("update practice_payment set refunded = $2 where id = $1 and amount >= $2 and not is_declined")
            .bind(payment)
            .bind(minor)
            .run(c)
            .await?;
    Ok(known == 1)
}

/// How much of a payment was paid back; nothing where there is no such payment.
pub async fn refunded(c: &mut Connection, payment: &str) -> Result<Option<i64>> {
    query("select refunded from practice_payment where id = $1 and not is_declined")
        .bind(payment)
        .first(c, |row| row.get("refunded"))
        .await
}
