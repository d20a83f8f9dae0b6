//! What providers said happened: each is asked about, and noted as looked at once it was.

use super::provider::{About, Decline, Failure, Provider, Standing};
use super::store::Event;
use super::{attack, checking, looking, store};
use crate::clock::{DAY, HOUR, MINUTE};
use crate::jobs::{Lease, Progress};
use crate::state::App;
use broadside_db::{Lane, Result};
use std::sync::Arc;
use tokio::task::JoinSet;

const AT_ONCE: i64 = 16;
/// So long an event is asked about of which the provider says that it knows nothing.
const REFUSED: i64 = 3 * DAY;

/// One step; nothing to do is [`Progress::Idle`].
pub async fn hear(app: &App, lease: &Lease) -> Result<Progress> {
    let Some(provider) = app.payments.provider() else { return Ok(Progress::Idle) };
    let waiting = store::events(&mut app.db.read().await?, provider.word(), app.clock.now(), AT_ONCE).await?;
    if waiting.is_empty() {
        return Ok(Progress::Idle);
    }
    // Of declines no money hangs, and they come in floods; what moved money is heard in its order.
    let (declines, others): (Vec<_>, Vec<_>) =
        waiting.into_iter().partition(|event| provider.is_decline(&event.kind));
    let mut beside = JoinSet::new();
    for event in declines {
        beside.spawn(hear_one(app.clone(), lease.clone(), provider.clone(), event));
    }
    for event in others {
        hear_one(app.clone(), lease.clone(), provider.clone(), event).await?;
    }
    while let Some(heard) = beside.join_next().await {
        heard.map_err(|panicked| broadside_db::Error::Abandoned(panicked.to_string()))??;
    }
    Ok(Progress::More)
}

async fn hear_one(app: App, lease: Lease, provider: Arc<dyn Provider>, event: Event) -> Result<()> {
    let now = app.clock.now();
    // When it is asked about again; nothing where it was heard.
    let mut again = None;
    match provider.about(&event.kind, &event.subject).await {
        Ok(Some(about)) => take(&app, &lease, about, (provider.word(), &event.id)).await?,
        Ok(None) => {}
        // Where the key is another account’s, it knows of nothing until that is mended.
        Err(Failure::Refused(why)) => {
            tracing::warn!(why, "the provider knows nothing of what an event is about; it is asked again");
            again = (now - event.received_at < REFUSED).then_some(now + HOUR);
        }
        Err(Failure::Unknown(why)) => {
            tracing::warn!(why, "the provider did not say what an event is about; it is asked again");
            again = Some(now + MINUTE);
        }
    }
    let (id, word) = (event.id, provider.word());
    app.db
        .write(Lane::Ordinary, move |c| {
            let id = id.clone();
            Box::pin(async move { store::heard(c, (word, &id), again, now).await })
        })
        .await
}

/// What is known of an event counts.
async fn take(app: &App, lease: &Lease, about: About, (word, event): (&str, &str)) -> Result<()> {
    match about {
        About::Session(session) => {
            let found = store::by_session(&mut app.db.read().await?, word, &session).await?;
            if let Some(pledge) = found {
                app.payments.hint(pledge.id);
            }
            Ok(())
        }
        About::Payment { payment, call, is_paid, standing } => {
            let mut c = app.db.read().await?;
            let known = store::by_payment(&mut c, word, &payment).await?;
            // One that is not noted yet is known by the call that asked for it.
            let asked = match call.filter(|_| known.is_none() && is_paid) {
                Some(call) => {
                    let asked = store::by_call(&mut c, &call).await?;
                    if asked.is_none() && is_own(app, &call) {
                        tracing::error!(payment, call, "money came for a pledge that is not here");
                    }
                    asked
                }
                None => None,
            };
            drop(c);
            if let Some(pledge) = known.as_ref().filter(|one| one.is_on_its_way()) {
                app.payments.hint(pledge.id);
            } else if let Some(pledge) = known {
                checking::note(app, lease, pledge, Ok(Some(standing))).await?;
            } else if let Some(pledge) = asked {
                let paid = Standing::Paid { payment: payment.clone(), fee: standing.fee };
                looking::note(app, lease, pledge, paid).await?;
                // What was paid back before anybody heard of it is in the book with it.
                let noted = store::by_payment(&mut app.db.read().await?, word, &payment).await?;
                if let Some(pledge) = noted {
                    checking::note(app, lease, pledge, Ok(Some(standing))).await?;
                }
            }
            Ok(())
        }
        About::Subscription { subscription, call, is_declined } => {
            if let Some(call) = call.clone().filter(|_| is_declined) {
                attack::note_declined(app, call, event.to_owned()).await?;
            }
            follow(app, subscription, call, app.clock.now()).await
        }
        About::Declined(Decline { payment, call, is_card }) => {
            let known = match payment {
                Some(payment) => store::by_payment(&mut app.db.read().await?, word, &payment).await?,
                None => None,
            };
            match (known, call) {
                // It was taken, and did not arrive.
                (Some(pledge), _) => app.payments.hint(pledge.id),
                (None, Some(call)) if is_card => attack::note_declined(app, call, event.to_owned()).await?,
                (None, _) => {}
            }
            Ok(())
        }
    }
}

/// Whether a call is this instance’s: others may use the same account.
fn is_own(app: &App, call: &str) -> bool {
    call.strip_prefix(&app.keys.addresses.fingerprint()).is_some_and(|rest| rest.starts_with('-'))
}

/// Has a gift that recurs followed now. One whose page was not looked at yet is known by the call that opened the page.
async fn follow(app: &App, subscription: String, call: Option<String>, now: i64) -> Result<()> {
    let is_own = call.as_ref().is_some_and(|call| is_own(app, call));
    app.db
        .write(Lane::Ordinary, move |c| {
            let (subscription, call) = (subscription.clone(), call.clone());
            Box::pin(async move {
                if store::follow_now(c, &subscription, now).await? {
                    return Ok(());
                }
                let Some(call) = call else { return Ok(()) };
                if let Some(pledge) = store::by_call(c, &call).await? {
                    return store::set_out(c, &pledge, &subscription, now).await;
                }
                if is_own {
                    tracing::error!(
                        subscription,
                        call,
                        "money is asked for every month for a pledge that is not here"
                    );
                }
                Ok(())
            })
        })
        .await
}
