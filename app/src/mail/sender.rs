//! Sends what waits in the queue: taken in batches under leases, over several reused connections.
//!
//! A mail is written only now, so that the queue holds no text and no address. With no mail server
//! set nothing is taken: mails wait, and `broadside doctor` says how many.

use super::store::{self, Fate, Leased};
use super::{MOST_ATTEMPTS, wait_after};
use crate::clock::MINUTE;
use crate::figures;
use crate::jobs::Progress;
use crate::state::App;
use broadside_db::{Lane, Result};
use broadside_mailer::{Mailer, Message, Outcome};
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinSet;

/// So many mails a batch, so many of them at once.
const TOGETHER: i64 = 32;
const AT_ONCE: usize = 8;
/// How long one mail may take before it is tried again later.
const A_MAIL: Duration = Duration::from_mins(1);
/// Longer than a batch can take on the slowest server, so that no second process sends it too.
const LEASE: i64 = 5 * MINUTE;

/// What writes the mails of a batch, one for each that still has something to be about.
pub type Writer =
    for<'a> fn(&'a App, &'a [Leased]) -> broadside_db::BoxFuture<'a, Result<Vec<Option<Message>>>>;

/// Sends one batch of what is due.
pub async fn send_due(app: &App, write: Writer) -> Result<Progress> {
    let Some(mailer) = &app.mailer else { return Ok(Progress::Idle) };
    let now = app.clock.now();
    if !store::any_due(&mut app.db.read().await?, now).await? {
        return Ok(Progress::Idle);
    }
    let leased =
        app.db.write(Lane::Ordinary, move |c| Box::pin(store::lease_due(c, now, LEASE, TOGETHER))).await?;
    if leased.is_empty() {
        return Ok(Progress::Idle);
    }
    let messages = write(app, &leased).await?;
    let mut waiting = leased.into_iter().zip(messages);
    let mut under_way = JoinSet::new();
    let mut fates = Vec::new();
    loop {
        while under_way.len() < AT_ONCE
            && !app.is_stopping()
            && let Some((mail, message)) = waiting.next()
        {
            under_way.spawn(hand_over(mailer.clone(), mail, message, now));
        }
        match under_way.join_next().await {
            Some(Ok(done)) => fates.push(done),
            // Its mail stays lent, and is taken up again when the loan ends.
            Some(Err(lost)) => tracing::error!(%lost, "handing over a mail was abandoned"),
            None => break,
        }
        // Few are kept together: a crash repeats these and what is under way, and no more.
        if fates.len() >= AT_ONCE {
            keep(app, std::mem::take(&mut fates)).await?;
        }
    }
    keep(app, fates).await?;
    give_back(app, waiting.map(|(mail, _)| mail).collect()).await?;
    Ok(if app.is_stopping() { Progress::Idle } else { Progress::More })
}

async fn hand_over(mailer: Mailer, mail: Leased, message: Option<Message>, now: i64) -> (Leased, Fate) {
    let Some(message) = message else { return (mail, Fate::Dropped) };
    let outcome = tokio::time::timeout(A_MAIL, mailer.send(&message)).await;
    let outcome = outcome.unwrap_or(Outcome::Later { reason: "it took too long".to_owned() });
    let fate = fate_of(outcome, mail.attempts, now);
    (mail, fate)
}

async fn keep(app: &App, fates: Vec<(Leased, Fate)>) -> Result<()> {
    if fates.is_empty() {
        return Ok(());
    }
    for (_, fate) in &fates {
        figures::mail_came_to(fate_word(fate));
    }
    let (fates, finished) = (Arc::new(fates), app.clock.now());
    app.db
        .write(Lane::Ordinary, move |c| {
            let fates = fates.clone();
            Box::pin(async move {
                for (mail, fate) in fates.iter() {
                    store::finish(c, mail, fate, finished).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Mails that were taken and not begun when the program was asked to stop.
async fn give_back(app: &App, mails: Vec<Leased>) -> Result<()> {
    if mails.is_empty() {
        return Ok(());
    }
    let mails = Arc::new(mails);
    app.db
        .write(Lane::Ordinary, move |c| {
            let mails = mails.clone();
            Box::pin(async move {
                for mail in mails.iter() {
                    store::give_back(c, mail).await?;
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
        Outcome::Later { reason } if attempts >= MOST_ATTEMPTS => Fate::Failed { answer: reason },
        Outcome::Later { reason } => Fate::Later { at: now + wait_after(attempts), answer: reason },
    }
}

fn fate_word(fate: &Fate) -> &'static str {
    match fate {
        Fate::Sent { .. } => "sent",
        Fate::Bounced { .. } => "bounced",
        Fate::Later { .. } => "later",
        Fate::Failed { .. } => "failed",
        Fate::Dropped => "dropped",
    }
}
