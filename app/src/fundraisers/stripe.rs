//! Stripe as a provider: its hosted page takes the card, and its names for things are all that comes back.

use super::provider::{
    About, Answer, Charge, Charged, Course, Decline, Dispute, Failure, Mode, Month, Months, Order,
    PaymentStanding, Provider, Refunded, Session, Standing,
};
use crate::clock::SECOND;
use broadside_money::Amount;
use broadside_stripe::{
    Client, DisputeStatus, Failure as Said, Invoice, InvoiceStatus, Metadata, OffSession, Order as Page,
    Payment, PaymentStatus, Purpose, Refund, RefundStatus, Refunding, Refusal, SessionStatus, SetupStatus,
    SubscriptionStatus,
};

/// As the program's name is noted beside pledges.
pub const WORD: &str = "stripe";
/// By which a payment is found again that was asked for.
const CALL: &str = "call";
const BAD_REQUEST: u16 = 400;
const PAYMENT_REQUIRED: u16 = 402;
const PAYMENT_FAILED: &str = "payment_intent.payment_failed";
const SETUP_FAILED: &str = "setup_intent.setup_failed";

pub struct Stripe {
    client: Client,
}

impl Stripe {
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    /// A payment, and what became of its money; nothing where the provider knows of none.
    async fn found(&self, payment: &str) -> Result<Option<(Payment, PaymentStanding)>, Failure> {
        let payment = match self.client.payment(payment).await {
            Ok(payment) => payment,
            Err(said) if said.refusal().is_some_and(broadside_stripe::Refusal::is_missing) => {
                return Ok(None);
            }
            Err(said) => return Err(failure(&said)),
        };
        let charge = payment.charge.as_ref();
        let disputes = if charge.is_some_and(|charge| charge.is_disputed) {
            self.client.disputes_of(&payment.id).await.map_err(|said| failure(&said))?
        } else {
            Vec::new()
        };
        let standing = PaymentStanding {
            fee: fee(&payment),
            refunded: charge.map_or(0, |charge| charge.refunded.minor),
            disputes: disputes.into_iter().rev().filter_map(dispute).collect(),
        };
        Ok(Some((payment, standing)))
    }
}

fn marked(pledge: i64, call: &str) -> Metadata {
    Metadata::from([("pledge".to_owned(), pledge.to_string()), (CALL.to_owned(), call.to_owned())])
}

/// Whatever is not a clear no is asked about again: a key that was refused is mended one day.
fn failure(said: &Said) -> Failure {
    match said.refusal() {
        Some(refusal) => Failure::Refused(refusal.to_string()),
        None => Failure::Unknown(said.to_string()),
    }
}

/// What the provider keeps, where that is said in the currency that was paid in.
fn fee(payment: &Payment) -> Option<i64> {
    let settled = payment.charge.as_ref()?.settled.as_ref()?;
    (settled.fee.currency == payment.amount.currency).then_some(settled.fee.minor)
}

/// A dispute by which money left; nothing of one that only asks. What comes again in another currency may be worth
/// another sum than what left.
fn dispute(said: broadside_stripe::Dispute) -> Option<Dispute> {
    let moved: i64 = said.transactions.iter().map(|one| one.amount.minor).sum();
    let is_won = said.status == DisputeStatus::Won || moved >= 0;
    let of_payment = said.transactions.iter().filter(|one| one.fee.currency == said.amount.currency);
    let fee = of_payment.map(|one| one.fee.minor).sum();
    (!said.transactions.is_empty()).then_some(Dispute {
        reference: said.id,
        amount: said.amount.minor,
        fee,
        is_won,
    })
}

fn has_failed(refund: &Refund) -> bool {
    matches!(refund.status, RefundStatus::Failed | RefundStatus::Canceled)
}

fn charged(payment: Payment) -> Charged {
    match payment.status {
        PaymentStatus::Succeeded => Charged::Paid { fee: fee(&payment), payment: payment.id },
        PaymentStatus::Processing => Charged::Pending,
        _ => {
            let declined = payment.declined.unwrap_or_default();
            let why = declined
                .decline_code
                .or(declined.code)
                .unwrap_or_else(|| "authentication_required".to_owned());
            Charged::Declined { why }
        }
    }
}

/// One that is there and was not tried yet says nothing: asked for again with its key, the provider answers what comes
/// of it.
fn is_tried(payment: &Payment) -> bool {
    let is_final = matches!(
        payment.status,
        PaymentStatus::Succeeded | PaymentStatus::Processing | PaymentStatus::Canceled
    );
    is_final || payment.declined.is_some() || payment.charge.is_some()
}

/// A bank's no, or a card that is gone, is an answer; whatever else was refused is for people to look at: a payer who is
/// unknown there, or a card of the other mode, is what a key of another account says.
fn declined(said: &Said) -> Option<Charged> {
    let is_gone = |one: &&Refusal| {
        one.is_missing()
            && one.parameter.as_deref() == Some("payment_method")
            && !one.message.contains("similar object exists")
    };
    let refusal = said.refusal().filter(|one| one.status == PAYMENT_REQUIRED || is_gone(one))?;
    let why = refusal.decline_code.clone().or_else(|| refusal.code.clone());
    Some(Charged::Declined { why: why.unwrap_or_else(|| "card_declined".to_owned()) })
}

fn course(status: &SubscriptionStatus) -> Course {
    match status {
        SubscriptionStatus::Canceled | SubscriptionStatus::IncompleteExpired => Course::Ended,
        SubscriptionStatus::PastDue | SubscriptionStatus::Unpaid | SubscriptionStatus::Paused => Course::Late,
        _ => Course::Active,
    }
}

/// What came in for a month; nothing where nothing did.
fn month(invoice: Invoice) -> Option<Month> {
    let is_paid = invoice.status == Some(InvoiceStatus::Paid) && invoice.paid.minor > 0;
    Some(Month {
        // Money that came past the card is known by the demand alone.
        payment: invoice.payments.into_iter().next().unwrap_or_else(|| invoice.id.clone()),
        amount: invoice.paid,
        paid_at: invoice.paid_at.filter(|_| is_paid)? * SECOND,
        invoice: invoice.id,
    })
}

impl Provider for Stripe {
    fn word(&self) -> &'static str {
        WORD
    }

    fn begin<'a>(&'a self, order: &'a Order) -> Answer<'a, Session> {
        Box::pin(async move {
            let purpose = match order.mode {
                Mode::SetUp => Purpose::Setup { currency: order.amount.currency },
                Mode::Pay => Purpose::Payment { amount: order.amount, name: &order.title },
                Mode::Monthly => Purpose::Monthly { amount: order.amount, name: &order.title },
            };
            let page = Page {
                purpose,
                email: Some(&order.email),
                reference: &order.key,
                metadata: &marked(order.pledge, &order.key),
                success_url: &order.back,
                cancel_url: &order.back,
                language: &order.language,
                expires_at: order.ends_at / SECOND,
            };
            let opened = self.client.open_session(&page, &order.key).await.map_err(|said| failure(&said))?;
            Ok(Session { reference: opened.id })
        })
    }

    fn page<'a>(&'a self, session: &'a str) -> Answer<'a, Option<String>> {
        Box::pin(async move { Ok(self.client.session(session).await.map_err(|said| failure(&said))?.url) })
    }

    fn close<'a>(&'a self, session: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            match self.client.expire_session(session, &format!("close-{session}")).await {
                Ok(()) => Ok(()),
                // It was used, or is over.
                Err(said) if said.refusal().is_some_and(|one| one.status == BAD_REQUEST) => Ok(()),
                Err(said) => Err(failure(&said)),
            }
        })
    }

    fn look<'a>(&'a self, session: &'a str) -> Answer<'a, Standing> {
        Box::pin(async move {
            let found = self.client.session(session).await.map_err(|said| failure(&said))?;
            if found.status == SessionStatus::Expired {
                return Ok(Standing::Left);
            }
            if let Some(setup) = found.setup.filter(|setup| setup.status == SetupStatus::Succeeded)
                && let (Some(payer), Some(method)) = (setup.customer.or(found.customer), setup.payment_method)
            {
                return Ok(Standing::SetUp { payer, method: method.id });
            }
            if let Some(subscription) = found.subscription {
                return Ok(Standing::Recurring { subscription: subscription.id });
            }
            Ok(match found.payment {
                Some(payment) if payment.status == PaymentStatus::Succeeded => {
                    Standing::Paid { fee: fee(&payment), payment: payment.id }
                }
                Some(payment) if payment.status == PaymentStatus::Processing => {
                    Standing::UnderWay { payment: payment.id }
                }
                // The page is over, and no money came: a bank said no days later.
                Some(payment) if found.status == SessionStatus::Complete => {
                    Standing::Failed { payment: payment.id }
                }
                _ => Standing::Open,
            })
        })
    }

    fn charge<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Charged> {
        Box::pin(async move {
            let asked = OffSession {
                customer: &charge.payer,
                payment_method: &charge.method,
                amount: charge.amount,
                metadata: &marked(charge.pledge, &charge.key),
            };
            match self.client.charge_off_session(&asked, &charge.key).await {
                Ok(payment) => Ok(charged(payment)),
                Err(said) => declined(&said).ok_or_else(|| failure(&said)),
            }
        })
    }

    fn find<'a>(&'a self, charge: &'a Charge) -> Answer<'a, Option<Charged>> {
        Box::pin(async move {
            let found = self.client.payments_marked(&charge.payer, 0, CALL, &charge.key).await;
            let found = match found {
                Ok(found) => found,
                // A payer who was deleted there may have been charged before: people must look.
                Err(said) => return Err(failure(&said)),
            };
            Ok(found.into_iter().find(is_tried).map(charged))
        })
    }

    fn paid_since(&self, since: i64) -> Answer<'_, Vec<String>> {
        Box::pin(async move {
            let mut paid = Vec::new();
            let mut after: Option<String> = None;
            loop {
                let page = self.client.payments_since(since / SECOND, after.as_deref()).await;
                let page = page.map_err(|said| failure(&said))?;
                after = page.items.last().map(|last| last.id.clone());
                let ours = page
                    .items
                    .into_iter()
                    .filter(|one| one.status == PaymentStatus::Succeeded && one.metadata.contains_key(CALL));
                paid.extend(ours.map(|one| one.id));
                if !page.more || after.is_none() {
                    return Ok(paid);
                }
            }
        })
    }

    fn refund<'a>(&'a self, key: &'a str, payment: &'a str, amount: Amount) -> Answer<'a, Refunded> {
        Box::pin(async move {
            let asked = Refunding { payment, amount: None, metadata: &Metadata::new() };
            let said = match self.client.refund_payment(&asked, key).await {
                Ok(refund) if has_failed(&refund) => {
                    return Ok(Refunded::Failed("the refund failed".to_owned()));
                }
                Ok(refund) => return Ok(Refunded::Done(refund.id)),
                Err(said) => said,
            };
            // Somebody may have paid it back at the provider's.
            let before = self.client.refunds_of(payment).await.map_err(|_| failure(&said))?;
            let mut before = before.into_iter().filter(|refund| !has_failed(refund)).peekable();
            let newest = before.peek().map(|refund| refund.id.clone());
            let sum: i64 = before.map(|refund| refund.amount.minor).sum();
            match newest {
                Some(newest) if sum >= amount.minor => Ok(Refunded::Done(newest)),
                _ => Err(failure(&said)),
            }
        })
    }

    fn months<'a>(&'a self, subscription: &'a str) -> Answer<'a, Months> {
        Box::pin(async move {
            // What is paid while both are asked for belongs to a subscription that goes on, or is read.
            let stands = self.client.subscription(subscription).await.map_err(|said| failure(&said))?;
            let invoices = self.client.invoices_of(subscription).await.map_err(|said| failure(&said))?;
            let paid = invoices.into_iter().rev().filter_map(month).collect();
            Ok(Months { course: course(&stands.status), paid })
        })
    }

    fn end<'a>(&'a self, subscription: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            match self.client.cancel_subscription(subscription).await {
                Ok(_) => Ok(()),
                Err(said) if said.refusal().is_some_and(broadside_stripe::Refusal::is_missing) => Ok(()),
                Err(said) => Err(failure(&said)),
            }
        })
    }

    fn payment<'a>(&'a self, payment: &'a str) -> Answer<'a, Option<PaymentStanding>> {
        Box::pin(async move { Ok(self.found(payment).await?.map(|(_, standing)| standing)) })
    }

    fn paid_kind(&self) -> &'static str {
        "payment_intent.succeeded"
    }

    fn is_decline(&self, kind: &str) -> bool {
        matches!(kind, PAYMENT_FAILED | SETUP_FAILED)
    }

    fn about<'a>(&'a self, kind: &'a str, subject: &'a str) -> Answer<'a, Option<About>> {
        Box::pin(async move {
            let about = |payment: String| async move {
                // What happened to it is known to whoever has the right key.
                let Some((found, standing)) = self.found(&payment).await? else {
                    return Err(Failure::Refused("no such payment".to_owned()));
                };
                let call = found.metadata.get(CALL).cloned();
                if kind == PAYMENT_FAILED {
                    let tried = found.declined.and_then(|said| said.payment_method);
                    let is_card = tried.is_none_or(|method| method.kind == "card");
                    return Ok(Some(About::Declined(Decline { payment: Some(payment), call, is_card })));
                }
                let is_paid = found.status == PaymentStatus::Succeeded;
                Ok(Some(About::Payment { payment, call, is_paid, standing }))
            };
            if kind.starts_with("checkout.session.") {
                return Ok(Some(About::Session(subject.to_owned())));
            }
            if kind.starts_with("payment_intent.") {
                return about(subject.to_owned()).await;
            }
            if kind == SETUP_FAILED {
                let setup = self.client.setup(subject).await.map_err(|said| failure(&said))?;
                let call = setup.metadata.get(CALL).cloned();
                return Ok(Some(About::Declined(Decline { payment: None, call, is_card: true })));
            }
            let subscription = match kind.split_once('.') {
                Some(("invoice", _)) => {
                    self.client.invoice(subject).await.map_err(|said| failure(&said))?.subscription
                }
                Some(("customer", rest)) if rest.starts_with("subscription.") => Some(subject.to_owned()),
                _ => None,
            };
            if let Some(subscription) = subscription {
                let found = self.client.subscription(&subscription).await.map_err(|said| failure(&said))?;
                let call = found.metadata.get(CALL).cloned();
                // A later month’s card is tried by nobody: the provider does it.
                let is_first = found.status == SubscriptionStatus::Incomplete;
                let is_declined = is_first && kind == "invoice.payment_failed";
                return Ok(Some(About::Subscription { subscription, call, is_declined }));
            }
            let payment = if kind.starts_with("refund.") {
                self.client.refund(subject).await.map_err(|said| failure(&said))?.payment
            } else if kind.starts_with("charge.dispute.") {
                self.client.dispute(subject).await.map_err(|said| failure(&said))?.payment
            } else {
                None
            };
            match payment {
                Some(payment) => about(payment).await,
                None => Ok(None),
            }
        })
    }
}
