//! The SQL of what a practice provider holds.

use super::Card;
use crate::fundraisers::provider::{Charged, Mode, PaymentStanding};
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
        Mode::Pay | Mode::Monthly => "pay",
    }
}

/// Opens a page, or finds the one of its key.
pub async fn begin(c: &mut Connection, new: &NewSession, now: i64) -> Result<String> {
    query(
        "insert into practice_session (id, key, mode, currency, amount, back, state, created_at, is_monthly) \
         values ($1, $2, $3, $4, $5, $6, 'open', $7, $8) on conflict (key) do nothing",
    )
    .bind(new.id.as_str())
    .bind(new.key.as_str())
    .bind(word(new.mode))
    .bind(new.amount.currency.code())
    .bind(new.amount.minor)
    .bind(new.back.as_str())
    .bind(now)
    .bind(new.mode == Mode::Monthly)
    .run(c)
    .await?;
    query("select id from practice_session where key = $1")
        .bind(new.key.as_str())
        .one(c, |row| row.get("id"))
        .await
}

fn unreadable(what: &'static str) -> Error {
    Error::Other(decode_error(std::io::Error::other(what)))
}

fn amount(minor: i64, currency: &str) -> Result<Amount> {
    let currency = Currency::parse(currency).ok_or_else(|| unreadable("a currency of practice"))?;
    Ok(Amount::new(minor, currency))
}

fn read(row: &Row) -> Result<Session> {
    let (mode, currency): (String, String) = (row.get("mode")?, row.get("currency")?);
    Ok(Session {
        mode: match (mode.as_str(), row.get("is_monthly")?) {
            ("pay", true) => Mode::Monthly,
            ("pay", false) => Mode::Pay,
            _ => Mode::SetUp,
        },
        amount: amount(row.get("amount")?, &currency)?,
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

/// What the subscription of a session is called.
pub fn subscription_of_session(session: &str) -> String {
    format!("subscription_of_{session}")
}

/// Ends a session, with a card or without; where it pays, that is a payment, or a subscription. False where it had ended.
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
    {
        let amount = session.amount.minor;
        match session.mode {
            Mode::SetUp => {}
            Mode::Pay => {
                let new = NewPayment {
                    id: payment_of_session(id),
                    key: format!("session {id}"),
                    card,
                    amount,
                    fee,
                };
                pay(c, &new, now).await?;
            }
            Mode::Monthly => {
                query(
                    "insert into practice_subscription (id, card, currency, amount, fee, created_at) \
                     values ($1, $2, $3, $4, $5, $6)",
                )
                .bind(subscription_of_session(id))
                .bind(card.word())
                .bind(session.amount.currency.code())
                .bind(amount)
                .bind(fee)
                .bind(now)
                .run(c)
                .await?;
            }
        }
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

/// How a payment stands; nothing where there is no such payment.
pub async fn payment(c: &mut Connection, payment: &str) -> Result<Option<PaymentStanding>> {
    query("select refunded, fee from practice_payment where id = $1 and not is_declined")
        .bind(payment)
        .first(c, |row| {
            let (refunded, fee) = (row.get("refunded")?, row.get("fee")?);
            Ok(PaymentStanding { refunded, fee: Some(fee), disputes: Vec::new() })
        })
        .await
}

pub struct Subscription {
    pub card: Card,
    pub amount: Amount,
    pub fee: i64,
    pub created_at: i64,
    pub ended_at: Option<i64>,
}

pub async fn subscription(c: &mut Connection, id: &str) -> Result<Option<Subscription>> {
    query("select * from practice_subscription where id = $1")
        .bind(id)
        .first(c, |row| {
            let (card, currency): (String, String) = (row.get("card")?, row.get("currency")?);
            Ok(Subscription {
                card: Card::parse(&card).ok_or_else(|| unreadable("a subscription’s card"))?,
                amount: amount(row.get("amount")?, &currency)?,
                fee: row.get("fee")?,
                created_at: row.get("created_at")?,
                ended_at: row.get("ended_at")?,
            })
        })
        .await
}

/// Ends a subscription; one that has ended stays so.
pub async fn end_subscription(c: &mut Connection, id: &str, now: i64) -> Result<()> {
    query("update practice_subscription set ended_at = $2 where id = $1 and ended_at is null")
        .bind(id)
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}
