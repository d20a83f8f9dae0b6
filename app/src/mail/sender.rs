//! Sends what waits in the queue: taken in batches under leases, over several reused connections.
//!
//! A mail is written only now, so that the queue holds no text and no address. With no mail server
//! set nothing is taken: mails wait, and `broadside doctor` says how many.

use super::store::{self, Fate, Leased};
use super::{MOST_ATTEMPTS, wait_after};
use crate::clock::MINUTE;
use crate::jobs::Progress;
use crate::state::App;
use broadside_db::{Lane, Result};
use broadside_mailer::{Mailer, Message, Outcome};
use std::sync::Arc;
use tokio::task::JoinSet;

/// So many mails a batch, so many of them at once.
const TOGETHER: i64 = 64;
const AT_ONCE: usize = 8;
/// Longer than a batch can take on the slowest server that is still believed (a minute a mail), so
/// that no second process sends it too.
const LEASE: i64 = 10 * MINUTE;

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
    let fates = send_each(mailer, leased, messages, now).await;
    for (_, fate) in &fates {
        metrics::counter!("broadside_mails", "fate" => fate_word(fate)).increment(1);
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
        .await?;
    Ok(Progress::More)
}

async fn send_each(
    mailer: &Mailer,
    leased: Vec<Leased>,
    messages: Vec<Option<Message>>,
    now: i64,
) -> Vec<(Leased, Fate)> {
    let mut fates = Vec::with_capacity(leased.len());
    let mut under_way = JoinSet::new();
    for (mail, message) in leased.into_iter().zip(messages) {
        let Some(message) = message else {
            fates.push((mail, Fate::Dropped));
            continue;
        };
        if under_way.len() >= AT_ONCE {
            fates.extend(under_way.join_next().await.and_then(std::result::Result::ok));
        }
        let mailer = mailer.clone();
        under_way.spawn(async move {
            let outcome = mailer.send(&message).await;
            let fate = fate_of(outcome, mail.attempts, now);
            (mail, fate)
        });
    }
    // A task that panicked leaves its mail leased; it is taken up again when the lease ends.
    while let Some(done) = under_way.join_next().await {
        fates.extend(done.ok());
    }
    fates
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
