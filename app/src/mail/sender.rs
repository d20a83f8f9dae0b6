//! Sends what waits in the queue: taken in batches under leases, over several reused connections.
//!
//! A mail is written only now, so that the queue holds no text and no address. With no mail server
//! set nothing is taken: mails wait, and `broadside doctor` says how many.

use super::rests::{Rests, domain_of};
use super::store::{self, Fate, Leased};
use super::{MOST_ATTEMPTS, wait_after};
use crate::clock::MINUTE;
use crate::figures::board::MailFate;
use crate::jobs::Progress;
use crate::state::App;
use broadside_db::{Lane, Result};
use broadside_mailer::{Mailer, Message, On, Outcome};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::Sleep;

/// So many batches are under way, so that mails are handed over while others are read and written.
pub const BATCHES: u32 = 2;
/// So many mails a batch, so many of them at once.
pub const TOGETHER: usize = 128;
const AT_ONCE: usize = 8;
/// How long one mail may take before it is tried again later.
const A_MAIL: Duration = Duration::from_mins(1);
/// What was not begun by then is given back.
const A_BATCH: i64 = 3 * MINUTE;
/// Longer than a batch can take on the slowest server, so that no second process sends it too.
const LEASE: i64 = 5 * MINUTE;

/// What writes the mails of a batch, one for each that still has something to be about.
pub type Writer =
    for<'a> fn(&'a App, &'a [Leased]) -> broadside_db::BoxFuture<'a, Result<Vec<Option<Message>>>>;

/// A mail, and what became of its try.
type Tried = (Leased, Fate);
/// A mail that was not tried, and when it is due again; as it was where nothing is said.
type Untried = (Leased, Option<i64>);

/// Sends one batch of what is due, of so many mails at most. Whenever it has begun some it asks how long to
/// rest before the next.
pub async fn send_due(
    app: &App,
    write: Writer,
    together: usize,
    mut breath: impl FnMut() -> Duration,
) -> Result<Progress> {
    let Some(mailer) = &app.mailer else { return Ok(Progress::Idle) };
    let now = app.clock.now();
    if app.rests.of_server(now).is_some() || !store::any_due(&mut app.db.ask().await?, now).await? {
        return Ok(Progress::Idle);
    }
    let leased =
        app.db.write(Lane::Ordinary, move |c| Box::pin(store::lease_due(c, now, LEASE, together))).await?;
    if leased.is_empty() {
        return Ok(Progress::Idle);
    }
    let messages = write(app, &leased).await?;
    let mut waiting = leased.into_iter().zip(messages);
    let (mut tried, mut untried): (Vec<Tried>, Vec<Untried>) = (Vec::new(), Vec::new());
    let mut under_way = JoinSet::new();
    let mut keeping: Option<JoinHandle<Result<()>>> = None;
    let mut rest = None;
    loop {
        let mut begun = false;
        while rest.is_none()
            && under_way.len() < AT_ONCE
            && !app.is_stopping()
            && app.rests.of_server(app.clock.now()).is_none()
            && app.clock.now() < now + A_BATCH
            && let Some((mail, message)) = waiting.next()
        {
            match message {
                None => tried.push((mail, Fate::Dropped)),
                Some(message) => {
                    let domain = domain_of(&message.to_address);
                    if let Some(until) = app.rests.of_domain(&domain, app.clock.now()) {
                        untried.push((mail, Some(until)));
                    } else {
                        under_way.spawn(hand_over(app.clone(), mailer.clone(), mail, message));
                        begun = true;
                    }
                }
            }
        }
        // Behind the last of them it is the step that rests.
        if begun && waiting.len() > 0 {
            rest = for_a_while(breath());
        }
        // What came back is kept while others are under way, in a rest once all of them are back: a crash repeats
        // these, what is being kept and what is under way, and no more.
        if keeping.is_none() && !tried.is_empty() && (rest.is_none() || under_way.is_empty()) {
            keeping = Some(tokio::spawn(keep(app.clone(), std::mem::take(&mut tried))));
        }
        tokio::select! {
            Some(done) = under_way.join_next() => match done {
                Ok(done) => tried.push(done),
                // Its mail stays lent, and is taken up again when the loan ends.
                Err(lost) => tracing::error!(%lost, "handing over a mail was abandoned"),
            },
            kept = ended(&mut keeping), if keeping.is_some() => {
                keeping = None;
                kept?;
            }
            () = over(app, &mut rest), if rest.is_some() => rest = None,
            else => break,
        }
    }
    untried.extend(waiting.map(|(mail, _)| (mail, None)));
    give_back(app, untried).await?;
    Ok(if app.is_stopping() { Progress::Idle } else { Progress::More })
}

fn for_a_while(pause: Duration) -> Option<Pin<Box<Sleep>>> {
    (!pause.is_zero()).then(|| Box::pin(tokio::time::sleep(pause)))
}

/// The rest is over, at the latest when the program is to stop.
async fn over(app: &App, rest: &mut Option<Pin<Box<Sleep>>>) {
    if let Some(rest) = rest {
        tokio::select! {
            () = rest => {}
            () = app.stopped() => {}
        }
    }
}

async fn ended(keeping: &mut Option<JoinHandle<Result<()>>>) -> Result<()> {
    match keeping {
        Some(keeping) => {
            keeping.await.unwrap_or_else(|lost| Err(broadside_db::Error::Abandoned(lost.to_string())))
        }
        None => Ok(()),
    }
}

async fn hand_over(app: App, mailer: Mailer, mail: Leased, message: Message) -> Tried {
    let outcome = tokio::time::timeout(A_MAIL, mailer.send(&message)).await;
    let outcome =
        outcome.unwrap_or_else(|_| Outcome::Later { on: On::Server, reason: "it took too long".to_owned() });
    let now = app.clock.now();
    learn(&app.rests, &outcome, &domain_of(&message.to_address), now);
    let fate = fate_of(outcome, mail.attempts, now);
    (mail, fate)
}

/// Who is to be left in peace, or no longer, after what became of a mail.
fn learn(rests: &Rests, outcome: &Outcome, domain: &str, now: i64) {
    match outcome {
        Outcome::Later { on: On::Server, reason } => {
            let until = rests.server_put_off(now);
            tracing::warn!(reason, rests_for = (until - now) / 1_000_000, "the mail server does not serve");
            return;
        }
        Outcome::Later { on: On::Recipient, .. } => rests.domain_put_off(domain, now),
        Outcome::Accepted { .. } => rests.domain_took(domain),
        Outcome::Later { on: On::Mail | On::Mailbox, .. } | Outcome::Refused { .. } => {}
    }
    rests.server_served();
}

async fn keep(app: App, fates: Vec<Tried>) -> Result<()> {
    for (_, fate) in &fates {
        app.board.mail_came_to(kind_of(fate));
    }
    let (fates, finished) = (Arc::new(fates), app.clock.now());
    app.db
        .write(Lane::Ordinary, move |c| {
            let fates = fates.clone();
            Box::pin(async move { store::finish(c, &fates, finished).await })
        })
        .await
}

/// Mails that were taken and not tried: the program is to stop, or somebody rests.
async fn give_back(app: &App, mails: Vec<Untried>) -> Result<()> {
    if mails.is_empty() {
        return Ok(());
    }
    let mails = Arc::new(mails);
    app.db
        .write(Lane::Ordinary, move |c| {
            let mails = mails.clone();
            Box::pin(async move {
                for (mail, at) in mails.iter() {
                    store::give_back(c, mail, *at).await?;
                }
                Ok(())
            })
        })
        .await
}

fn fate_of(outcome: Outcome, attempts: i64, now: i64) -> Fate {
    match outcome {
        Outcome::Accepted { reply } => Fate::Sent { answer: reply },
        Outcome::Refused { code, reason } => Fate::Bounced { answer: format!("{code} {reason}") },
        Outcome::Later { reason, .. } if attempts >= MOST_ATTEMPTS => Fate::Failed { answer: reason },
        Outcome::Later { reason, .. } => Fate::Later { at: now + wait_after(attempts), answer: reason },
    }
}

fn kind_of(fate: &Fate) -> MailFate {
    match fate {
        Fate::Sent { .. } => MailFate::Sent,
        Fate::Bounced { .. } => MailFate::Bounced,
        Fate::Later { .. } => MailFate::Later,
        Fate::Failed { .. } => MailFate::Failed,
        Fate::Dropped => MailFate::Dropped,
    }
}
