//! A provider for practice, in the demo: nobody's money moves. It keeps to what real ones do: pages of its own, keys by
//! which a repeated call is known, cards that are declined once they are charged, answers that get lost.

mod monthly;
mod pages;
pub mod routes;
mod store;

use super::provider::{
    About, Answer, Charge, Charged, Failure, Mode, Months, Order, PaymentStanding, Provider, Refunded,
    Session, Standing,
};
use crate::clock::{Clock, Dice};
use crate::web::answer::hex;
use broadside_db::{BoxFuture, Connection, Db, Lane};
use broadside_money::Amount;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// How a card of practice behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    Works,
    /// It can be noted, and is declined when it is charged.
    Declines,
}

impl Card {
    pub const ALL: [Self; 2] = [Self::Works, Self::Declines];

    pub fn word(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::Declines => "declines",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|card| card.word() == word)
    }
}

/// What goes wrong on the way, for stories of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The call does not arrive.
    Call,
    /// It is done, and its answer does not come back.
    Answer,
}

pub struct Practice {
    db: Db,
    clock: Clock,
    dice: Dice,
    losses: Mutex<VecDeque<Option<Loss>>>,
}

/// As the program's name is noted beside pledges.
pub const WORD: &str = "practice";

/// Where the page of a session is.
pub fn path(session: &str) -> String {
    format!("/practice/{session}")
}

impl Practice {
    pub fn new(db: Db, clock: Clock, dice: Dice) -> Self {
        Self { db, clock, dice, losses: Mutex::default() }
    }

    /// What goes wrong with the next calls, one after another.
    #[cfg(test)]
    pub fn lose(&self, losses: impl IntoIterator<Item = Option<Loss>>) {
        self.losses.lock().unwrap_or_else(PoisonError::into_inner).extend(losses);
    }

    fn loss(&self) -> Option<Loss> {
        self.losses.lock().unwrap_or_else(PoisonError::into_inner).pop_front().flatten()
    }

    /// A name that nobody guesses.
    fn name(&self, kind: &str) -> String {
        format!("{kind}_{}", hex(&self.dice.bytes::<12>()))
    }

    async fn write<T, D>(&self, deed: D) -> Result<T, Failure>
    where
        T: Send + 'static,
        D: for<'c> Fn(&'c mut Connection) -> BoxFuture<'c, broadside_db::Result<T>> + Send + Sync + 'static,
    {
        let loss = self.loss();
        if loss == Some(Loss::Call) {
            return Err(Failure::Unknown("the call was lost".to_owned()));
        }
        let deed = Arc::new(deed);
        let done = self.db.write(Lane::Ordinary, move |c| {
            let deed = deed.clone();
            Box::pin(async move { deed(c).await })
        });
        let done = done.await.map_err(|error| Failure::Unknown(error.to_string()))?;
        if loss == Some(Loss::Answer) {
            return Err(Failure::Unknown("the answer was lost".to_owned()));
        }
        Ok(done)
    }
}

/// What a real one keeps of a payment: 2.9 % and 30 smallest units.
fn fee(amount: i64) -> i64 {
    (amount.saturating_mul(29) / 1_000 + 30).min(amount)
}

fn silent(error: &broadside_db::Error) -> Failure {
    Failure::Unknown(error.to_string())
}

impl Provider for Practice {
    fn word(&self) -> &'static str {
        WORD
    }

    fn begin<'a>(&'a self, order: &'a Order) -> Answer<'a, Session> {
        Box::pin(async move {
            let new = store::NewSession {
                id: self.name("session"),
                key: order.key.clone(),
                mode: order.mode,
                amount: order.amount,
                back: order.back.clone(),
            };
            let now = self.clock.now();
            let new = Arc::new(new);
            let reference = self
                .write(move |c| {
                    let new = new.clone();
                    Box::pin(async move { store::begin(c, &new, now).await })
                })
                .await?;
            Ok(Session { reference })
        })
    }

    fn close<'a>(&'a self, session: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            let (session, now) = (session.to_owned(), self.clock.now());
            self.write(move |c| {
                let session = session.clone();
                Box::pin(async move { store::end(c, &session, (None, 0), now).await })
            })
            .await
            .map(|_| ())
        })
    }

    fn page<'a>(&'a self, session: &'a str) -> Answer<'a, Option<String>> {
        Box::pin(async move { Ok(Some(path(session))) })
    }

    fn look<'a>(&'a self, session: &'a str) -> Answer<'a, Standing> {
        Box::pin(async move {
            let mut c = self.db.read().await.map_err(|error| silent(&error))?;
            let found = store::session(&mut c, session).await.map_err(|error| silent(&error))?;
            let Some(found) = found else { return Err(Failure::Refused("no such session".to_owned())) };
            let card = match (found.state.as_str(), found.card) {
                ("left", _) => return Ok(Standing::Left),
                ("done", Some(card)) => card,
                _ => return Ok(Standing::Open),
            };
            Ok(match found.mode {
                Mode::SetUp => Standing::SetUp {
                    payer: format!("payer_{session}"),
                    method: format!("{}:{session}", card.word()),
                },
                Mode::Pay => {
                    let amount = found.amount.minor;
                    Standing::Paid { payment: store::payment_of_session(session), fee: Some(fee(amount)) }
                }
                Mode::Monthly => {
                    Standing::Recurring { subscription: store::subscription_of_session(session) }
                }
            })
        })
    }

    fn charge<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Charged> {
        Box::pin(async move {
            let card = charge.method.split(':').next().and_then(Card::parse);
            let Some(card) = card else { return Err(Failure::Refused("no such card".to_owned())) };
            let new = store::NewPayment {
                id: self.name("payment"),
                key: charge.key.clone(),
                card,
                amount: charge.amount.minor,
                fee: fee(charge.amount.minor),
            };
            let now = self.clock.now();
            let new = Arc::new(new);
            self.write(move |c| {
                let new = new.clone();
                Box::pin(async move { store::pay(c, &new, now).await })
            })
            .await
        })
    }

    fn find<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Option<Charged>> {
        Box::pin(async move {
            let mut c = self.db.read().await.map_err(|error| silent(&error))?;
            store::payment_by_key(&mut c, &charge.key).await.map_err(|error| silent(&error))
        })
    }

    /// Its payments stand in the same database, and go with it.
    fn paid_since(&self, _since: i64) -> Answer<'_, Vec<String>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn refund<'a>(&'a self, key: &'a str, payment: &'a str, amount: Amount) -> Answer<'a, Refunded> {
        Box::pin(async move {
            let (payment, minor) = (payment.to_owned(), amount.minor);
            let known = self
                .write(move |c| {
                    let payment = payment.clone();
                    Box::pin(async move { store::pay_back(c, &payment, minor).await })
                })
                .await?;
            if known {
                Ok(Refunded::Done(format!("refund of {key}")))
            } else {
                Err(Failure::Refused("no such payment".to_owned()))
            }
        })
    }

    fn months<'a>(&'a self, subscription: &'a str) -> Answer<'a, Months> {
        Box::pin(async move {
            let (subscription, now) = (subscription.to_owned(), self.clock.now());
            let months = self
                .write(move |c| {
                    let subscription = subscription.clone();
                    Box::pin(async move { monthly::months(c, &subscription, now).await })
                })
                .await?;
            months.ok_or_else(|| Failure::Refused("no such subscription".to_owned()))
        })
    }

    fn end<'a>(&'a self, subscription: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            let (subscription, now) = (subscription.to_owned(), self.clock.now());
            self.write(move |c| {
                let subscription = subscription.clone();
                Box::pin(async move { store::end_subscription(c, &subscription, now).await })
            })
            .await
        })
    }

    fn payment<'a>(&'a self, payment: &'a str) -> Answer<'a, Option<PaymentStanding>> {
        Box::pin(async move {
            let mut c = self.db.read().await.map_err(|error| silent(&error))?;
            store::payment(&mut c, payment).await.map_err(|error| silent(&error))
        })
    }

    /// It tells of no events.
    fn paid_kind(&self) -> &'static str {
        ""
    }

    fn is_decline(&self, _: &str) -> bool {
        false
    }

    fn about<'a>(&'a self, _: &'a str, _: &'a str) -> Answer<'a, Option<About>> {
        Box::pin(async move { Ok(None) })
    }
}
