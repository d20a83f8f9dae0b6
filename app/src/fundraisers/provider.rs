//! What a provider of payments is asked, whichever it is. Card data goes from the giver to the provider and nowhere
//! else: here are its names for things alone.

use super::Pledge;
use broadside_db::BoxFuture;
use broadside_money::Amount;

/// What a page of the provider's is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// To give a way to pay later.
    SetUp,
    /// To pay at once.
    Pay,
    /// To pay at once, and every month.
    Monthly,
}

/// A page on which somebody gives a way to pay.
#[derive(Clone, Debug)]
pub struct Order {
    /// By which a repeated call is known.
    pub key: String,
    /// The pledge's number, told to the provider so that its side can be found again.
    pub pledge: i64,
    pub mode: Mode,
    pub amount: Amount,
    pub email: String,
    /// The tag of the giver's language.
    pub language: String,
    /// What is paid for, in words.
    pub title: String,
    /// Where the giver comes back to.
    pub back: String,
    /// When the page ends, in microseconds UTC.
    pub ends_at: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// As the provider calls it.
    pub reference: String,
}

/// How far somebody is on the provider's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// It was left, or is over: nothing comes of it any more.
    Left,
    SetUp {
        payer: String,
        method: String,
    },
    /// What is kept of it may be known later alone.
    Paid {
        payment: String,
        fee: Option<i64>,
    },
    /// It was paid in a way that takes days to arrive, or not to.
    UnderWay {
        payment: String,
    },
    /// It did not arrive, and nothing comes of the page any more.
    Failed {
        payment: String,
    },
    /// The provider asks for money every month by itself: what comes in is known by [`Provider::months`].
    Recurring {
        subscription: String,
    },
}

/// A payment asked for while its giver is away.
#[derive(Clone, Debug)]
pub struct Charge {
    pub key: String,
    pub pledge: i64,
    pub payer: String,
    pub method: String,
    pub amount: Amount,
}

impl Charge {
    pub fn of(pledge: &Pledge, key: String) -> Self {
        Self {
            key,
            pledge: pledge.id,
            payer: pledge.payer.clone().unwrap_or_default(),
            method: pledge.method.clone().unwrap_or_default(),
            amount: pledge.amount(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Charged {
    /// What is kept of it may be known later alone.
    Paid { payment: String, fee: Option<i64> },
    /// The provider's word for why.
    Declined { why: String },
    /// It is under way there, and known later.
    Pending,
}

/// What came of paying back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refunded {
    /// What the provider calls it. It can fail days later, which [`PaymentStanding::refunded`] says.
    Done(String),
    /// It did not reach whoever gave: the provider’s word for why. Asked for again with the same key it stays so.
    Failed(String),
}

/// Why a call brought no answer that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The provider did not do it, and will not.
    Refused(String),
    /// It may have been done: the provider is asked before it is asked for again.
    Unknown(String),
}

/// What the provider says of a payment now, in smallest units; nothing of what it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentStanding {
    pub fee: Option<i64>,
    pub refunded: i64,
    /// By which money left, whether it came again or not.
    pub disputes: Vec<Dispute>,
}

/// A bank took money back for its holder, and the provider a fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// As the provider calls it.
    pub reference: String,
    pub amount: i64,
    pub fee: i64,
    /// Whether the money came again; the fee does not.
    pub is_won: bool,
}

/// Whether a provider goes on asking for money every month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Active,
    /// The last month was not paid: it is asked for again for a while.
    Late,
    Ended,
}

/// A month that was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Month {
    /// What the provider calls its demand.
    pub invoice: String,
    pub payment: String,
    pub amount: Amount,
    /// In microseconds UTC.
    pub paid_at: i64,
}

/// What came of a subscription so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Months {
    pub course: Course,
    /// The oldest first.
    pub paid: Vec<Month>,
}

/// What something that happened is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Session(String),
    Payment {
        payment: String,
        /// The key of the call that asked for it, where it carries one of ours.
        call: Option<String>,
        is_paid: bool,
        standing: PaymentStanding,
    },
    Subscription {
        subscription: String,
        /// The key of the call that opened the page it comes from.
        call: Option<String>,
        /// A card was tried for its first month, and declined.
        is_declined: bool,
    },
    Declined(Decline),
}

/// Somebody tried to pay, or to give a way to pay, and it was declined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decline {
    /// Nothing where a way to pay was to be given.
    pub payment: Option<String>,
    /// The key of the call that it was tried for.
    pub call: Option<String>,
    /// A debit of an account fails days after it was taken: nobody tries those.
    pub is_card: bool,
}

pub type Answer<'a, T> = BoxFuture<'a, Result<T, Failure>>;

pub trait Provider: Send + Sync {
    /// As it is noted beside each pledge.
    fn word(&self) -> &'static str;

    /// Opens a page, once for each key.
    fn begin<'a>(&'a self, order: &'a Order) -> Answer<'a, Session>;

    /// Takes no more cards on the page of a session. One that is over stays so.
    fn close<'a>(&'a self, session: &'a str) -> Answer<'a, ()>;

    /// Where the page of a session is.
    fn page<'a>(&'a self, session: &'a str) -> Answer<'a, Option<String>>;

    fn look<'a>(&'a self, session: &'a str) -> Answer<'a, Standing>;

    /// Asks for money, once for each key.
    fn charge<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Charged>;

    /// What became of a charge that may have been asked for before; nothing where it was not.
    fn find<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Option<Charged>>;

    /// Pays back all of a payment that was not yet, once for each key.
    fn refund<'a>(&'a self, key: &'a str, payment: &'a str, amount: Amount) -> Answer<'a, Refunded>;

    fn months<'a>(&'a self, subscription: &'a str) -> Answer<'a, Months>;

    /// Asks for no more money. One that has ended stays so.
    fn end<'a>(&'a self, subscription: &'a str) -> Answer<'a, ()>;

    /// Nothing where it knows of none.
    fn payment<'a>(&'a self, payment: &'a str) -> Answer<'a, Option<PaymentStanding>>;

    /// The payments with money that calls of ours asked for since a time, in microseconds UTC.
    fn paid_since(&self, since: i64) -> Answer<'_, Vec<String>>;

    /// As its events say of a payment that it brought money.
    fn paid_kind(&self) -> &'static str;

    /// Whether something of a kind is a [`Decline`]: who tries many cards brings many of them at once.
    fn is_decline(&self, kind: &str) -> bool;

    /// What something of a kind is about that the provider said happened, as it stands now; nothing where it is none of
    /// ours.
    fn about<'a>(&'a self, kind: &'a str, subject: &'a str) -> Answer<'a, Option<About>>;
}
