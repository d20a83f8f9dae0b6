//! Fundraisers: people pledge money, or give it, for what a campaign pays for. Nothing here takes a card: that is the
//! provider's, and stays there.

mod agreeing;
mod attack;
mod books;
mod catching_up;
mod charging;
mod checking;
mod closing;
mod deciding;
pub mod desk;
pub mod doubt;
pub mod form;
pub mod gifts_routes;
mod hearing;
pub mod hook_routes;
pub mod link;
mod looking;
pub mod mail;
pub mod mailing;
pub mod monthly_routes;
mod opening;
mod pages;
pub mod payments;
pub mod practice;
pub mod private_routes;
pub mod provider;
pub mod recurrence;
mod recurring;
pub mod routes;
pub mod shown;
pub mod standing;
pub mod store;
pub mod stripe;
pub mod transfers;
mod view;
pub mod working;

use self::doubt::Doubt;
use self::recurrence::Recurrence;
use crate::campaigns::definition::FundraiserKind;
use crate::clock::DAY;
use crate::signatures::link::Numbered;
use broadside_money::{Amount, Currency};

/// Mails that a form asks for, to one address in a day.
pub const MAILS_A_DAY: i64 = 5;
/// Characters of what somebody says to everybody.
pub const WORDS_MOST: usize = 240;

/// A fundraiser as it was promised, in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub id: i64,
    pub group: i64,
    pub campaign: i64,
    pub slug: String,
    pub kind: FundraiserKind,
    pub currency: Currency,
    pub goal: i64,
    pub ends_at: i64,
    pub grace_days: i64,
    pub gives_back: bool,
    pub stage: Stage,
    pub decided_at: Option<i64>,
    pub decided_with: Option<i64>,
    pub settled_at: Option<i64>,
    pub is_given_back: bool,
    pub stopped_until: Option<i64>,
    /// Where its money went before it was sent elsewhere: an account's number, or an address.
    pub went_to: Option<String>,
    /// Since when it goes where it does, where that was changed.
    pub goes_since: Option<i64>,
    /// Since when it waits for a person, because a backup was restored: nothing is decided, and no card charged.
    pub restored_at: Option<i64>,
}

impl Promise {
    /// Whether what is given now comes after the end that decides about pledges.
    pub fn is_promised_too_late(&self, now: i64) -> bool {
        self.kind == FundraiserKind::AllOrNothing && now >= self.ends_at
    }

    /// Whether anybody can give.
    pub fn takes(&self, now: i64) -> bool {
        self.stage == Stage::Open && now < self.ends_at
    }

    /// Whether a charge that the provider refuses is not asked for any more: a declined card could not be replaced by now
    /// either.
    pub fn is_given_up(&self, now: i64) -> bool {
        self.decided_at.is_some_and(|decided| now >= decided + self.grace_days * DAY)
    }

    pub fn is_stopped(&self, now: i64) -> bool {
        self.stopped_until.is_some_and(|until| now < until)
    }
}

/// How far a fundraiser is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Open,
    /// It ended with its goal: pledges are charged.
    Met,
    /// It ended without: pledges are released.
    Missed,
    /// It ended, and kept what was given.
    Over,
    /// The organisers took it back before it ended: pledges are released.
    Gone,
}

impl Stage {
    pub const ALL: [Self; 5] = [Self::Open, Self::Met, Self::Missed, Self::Over, Self::Gone];

    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Over => "over",
            Self::Gone => "gone",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }

    /// Whether a pledge stands towards the goal: until the end what is promised or paid, and after it what was paid.
    pub fn counts(self, state: State) -> bool {
        match self {
            Self::Open => state.counts(),
            Self::Met | Self::Missed | Self::Over | Self::Gone => state == State::Paid,
        }
    }
}

/// How far a pledge is, or a gift, which is charged at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Sent, and nothing promised: the provider has not been given a way to pay.
    Begun,
    /// There is a way to pay, and nothing is charged unless the goal stands at the end.
    Pledged,
    /// The provider is asked for the money.
    Charging,
    /// It was declined: there is a while to pay in another way.
    Declined,
    Paid,
    /// That while is over.
    Lapsed,
    /// The goal was missed, or the fundraiser taken back: nothing is charged.
    Released,
    /// Taken back by whoever gave it.
    Cancelled,
    /// The provider is asked to pay it back.
    Refunding,
    Refunded,
    /// A bank took it back for its holder.
    Disputed,
}

impl State {
    pub const ALL: [Self; 11] = [
        Self::Begun,
        Self::Pledged,
        Self::Charging,
        Self::Declined,
        Self::Paid,
        Self::Lapsed,
        Self::Released,
        Self::Cancelled,
        Self::Refunding,
        Self::Refunded,
        Self::Disputed,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Self::Begun => "begun",
            Self::Pledged => "pledged",
            Self::Charging => "charging",
            Self::Declined => "declined",
            Self::Paid => "paid",
            Self::Lapsed => "lapsed",
            Self::Released => "released",
            Self::Cancelled => "cancelled",
            Self::Refunding => "refunding",
            Self::Refunded => "refunded",
            Self::Disputed => "disputed",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether it counts towards a goal that is not decided.
    pub fn counts(self) -> bool {
        matches!(self, Self::Pledged | Self::Charging | Self::Declined | Self::Paid)
    }

    /// Whether the money came, whatever became of it since.
    pub fn came_in(self) -> bool {
        matches!(self, Self::Paid | Self::Refunding | Self::Refunded | Self::Disputed)
    }

    /// Whether money may still be asked for.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Pledged | Self::Charging | Self::Declined)
    }
}

/// What somebody says of their pledge.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub name: String,
    pub email: String,
    pub organisation: String,
    pub memory: String,
    pub words: String,
    pub is_named: bool,
    pub is_amount_shown: bool,
    /// All that is charged, and how much of it covers what the provider takes.
    pub amount: i64,
    pub fees: i64,
}

/// A pledge in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pledge {
    pub id: i64,
    pub promise: Promise,
    pub language: String,
    pub address_key: Vec<u8>,
    /// The number of the first pledge of whoever gave, by which people are counted.
    pub giver: i64,
    pub said: Said,
    pub words_hidden_at: Option<i64>,
    /// What it pays for: an item, and which of several.
    pub item: Option<(String, i64)>,
    pub state: State,
    pub provider: String,
    pub session: Option<String>,
    pub payer: Option<String>,
    pub method: Option<String>,
    pub payment: Option<String>,
    /// The number of the account to which it is transferred, as it was told.
    pub account: Option<String>,
    /// What was paid back of it while the rest stands.
    pub returned: i64,
    pub look_at: Option<i64>,
    pub looks: i64,
    pub charges: i64,
    pub grace_until: Option<i64>,
    pub receipt: Option<i64>,
    pub created_at: i64,
    pub promised_at: Option<i64>,
    pub paid_at: Option<i64>,
    pub changed_at: i64,
    /// What does not agree with what its provider says.
    pub doubt: Option<Doubt>,
    /// Where it is given every month.
    pub recurrence: Option<Recurrence>,
}

impl Pledge {
    pub fn link(&self) -> Numbered {
        Numbered { number: self.id, at: self.created_at }
    }

    pub fn amount(&self) -> Amount {
        Amount::new(self.said.amount, self.promise.currency)
    }

    /// What of it was not paid back.
    pub fn left(&self) -> i64 {
        self.said.amount - self.returned
    }

    /// `buses-12`
    pub fn receipt_number(&self) -> Option<String> {
        self.receipt.map(|number| format!("{}-{number}", self.promise.slug))
    }

    /// Whether it was paid in a way that takes days to arrive.
    pub fn is_on_its_way(&self) -> bool {
        self.state == State::Begun && self.payment.is_some()
    }

    /// Whether it was, and its bank did not send it.
    pub fn did_not_arrive(&self) -> bool {
        self.state == State::Begun && matches!(self.doubt, Some(Doubt::NotArrived(_)))
    }

    /// Whether it lapsed since the provider would not charge it, or say whether it did.
    pub fn is_given_up(&self) -> bool {
        self.state == State::Lapsed && matches!(self.doubt, Some(Doubt::GivenUp(_)))
    }

    /// Whether it comes by bank transfer, where nobody can be asked about it.
    pub fn is_transfer(&self) -> bool {
        self.provider == transfers::WORD
    }

    /// Whether the provider asks for it every month already, or did.
    pub fn is_set_out(&self) -> bool {
        self.recurrence.as_ref().is_some_and(|one| one.subscription.is_some())
    }

    /// Whether it goes on every month, and can be ended.
    pub fn can_be_ended(&self) -> bool {
        self.recurrence.as_ref().is_some_and(|all| all.course.can_be_ended())
    }

    /// Whether whoever gave it may take it back: as long as its end lies ahead, whose outcome would be another, or after a
    /// card was declined; or as long as nothing was transferred.
    pub fn can_be_cancelled(&self, now: i64) -> bool {
        match self.state {
            State::Begun => self.is_transfer(),
            // What was taken back after a backup is in it again once that was restored.
            State::Pledged => {
                self.promise.stage == Stage::Open
                    && (now < self.promise.ends_at || self.promise.restored_at.is_some())
            }
            State::Declined => true,
            _ => false,
        }
    }

    /// Why the provider refuses to charge it, or to say whether it did; nothing where it does not.
    pub fn refused(&self) -> Option<&str> {
        match &self.doubt {
            Some(Doubt::Refused(why)) if self.state == State::Charging => Some(why),
            _ => None,
        }
    }

    /// Whether a way to pay can be given now.
    pub fn can_be_paid(&self, now: i64) -> bool {
        match self.state {
            _ if self.is_transfer() => false,
            // Its first month is on its way.
            State::Begun if self.is_set_out() || self.is_on_its_way() => false,
            State::Begun => self.promise.takes(now),
            State::Declined => {
                self.promise.restored_at.is_some() || self.grace_until.is_some_and(|until| now < until)
            }
            _ => false,
        }
    }
}
