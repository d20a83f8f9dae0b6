//! What providers said happened: each is asked about, and noted as looked at once it was.

use super::provider::{About, Failure, Standing, Told};
use super::{attack, checking, looking, store};
use crate::clock::{DAY, HOUR, MINUTE};
use crate::jobs::{Lease, Progress};
use crate::state::App;
use broadside_db::{Lane, Result};

const AT_ONCE: i64 = 16;
/// So long an event is asked about of which the provider says that it knows nothing.
const REFUSED: i64 = 3 * DAY;

/// One step; nothing to do is [`Progress::Idle`].
pub async fn hear(app: &App, lease: &Lease) -> Result<Progress> {
    let now = app.clock.now();
    let Some(provider) = app.payments.provider() else { return Ok(Progress::Idle) };
    let waiting = store::events(&mut app.db.read().await?, provider.word(), now, AT_ONCE).await?;
    let mut done = Progress::Idle;
    for event in waiting {
        // When it is asked about again; nothing where it was heard.
        let mut again = None;
        match provider.about(&event.kind, &event.subject).await {
            Ok(told) => take(app, lease, told, &event.id).await?,
            // Where the key is another account’s, it knows of nothing until that is mended.
            Err(Failure::Refused(why)) => {
                tracing::warn!(
                    why,
                    "the provider knows nothing of what an event is about; it is asked again"
                );
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
            .await?;
        done = Progress::More;
    }
    Ok(done)
}

/// What is known of an event counts.
async fn take(app: &App, lease: &Lease, told: Told, event: &str) -> Result<()> {
    let word = app.payments.provider().map_or("", |provider| provider.word());
    if let Some(call) = told.declined {
        attack::note_declined(app, call, event.to_owned()).await?;
    }
    match told.about {
        Some(About::Session(session)) => {
            let found = store::by_session(&mut app.db.read().await?, word, &session).await?;
            if let Some(pledge) = found {
                app.payments.hint(pledge.id);
            }
            Ok(())
        }
        Some(About::Payment { payment, call, is_paid, standing }) => {
            let mut c = app.db.read().await?;
            let known = store::by_payment(&mut c, word, &payment).await?;
            // One that is not noted yet is known by the call that asked for it.
            let asked = match call.filter(|_| known.is_none() && is_paid) {
                Some(call) => store::by_call(&mut c, &call).await?,
                None => None,
            };
            drop(c);
            if let Some(pledge) = known.as_ref().filter(|one| one.is_on_its_way()) {
                app.payments.hint(pledge.id);
            } else if let Some(pledge) = known {
                checking::note(app, lease, pledge, Ok(Some(standing))).await?;
            } else if let Some(pledge) = asked {
                looking::note(app, lease, pledge, Standing::Paid { payment, fee: standing.fee }).await?;
            }
            Ok(())
        }
        Some(About::Subscription { subscription, call }) => {
            follow(app, subscription, call, app.clock.now()).await
        }
        None => Ok(()),
    }
}

/// Has a gift that recurs followed now. One whose page was not looked at yet is known by the call that opened the page.
async fn follow(app: &App, subscription: String, call: Option<String>, now: i64) -> Result<()> {
    app.db
        .write(Lane::Ordinary, move |c| {
            let (subscription, call) = (subscription.clone(), call.clone());
            Box::pin(async move {
                if store::follow_now(c, &subscription, now).await? {
                    return Ok(());
                }
                let Some(call) = call else { return Ok(()) };
                match store::by_call(c, &call).await? {
                    Some(pledge) => store::set_out(c, &pledge, &subscription, now).await,
                    None => Ok(()),
                }
            })
        })
        .await
}
