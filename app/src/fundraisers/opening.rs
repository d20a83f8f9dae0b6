//! Opens the provider's page for a pledge: what is asked is written down first, and a call that is repeated opens no
//! second one.

use super::looking::mode;
use super::private_routes::own_path;
use super::provider::{Failure, Order, Provider, Standing};
use super::store::{self, Deed};
use super::{Pledge, State, shown};
use crate::campaigns::directory::Running;
use crate::clock::{HOUR, MINUTE};
use crate::error::Result;
use crate::state::App;
use crate::web::i18n::Language;
use broadside_db::Lane;

/// So often a page is opened for one pledge.
const MOST: i64 = 6;

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// There is a page to go on to.
    Page,
    /// The page before was used: it is asked how it went.
    Used,
    NoAnswer,
    TooOften,
}

/// The page ends with what it is for: a pledge that comes after the end is none. Providers want it open for half an hour,
/// and for a day at most.
fn page_ends_at(pledge: &Pledge, now: i64) -> i64 {
    let until = match pledge.state {
        State::Declined => pledge.grace_until.unwrap_or_default(),
        _ => pledge.promise.ends_at,
    };
    until.clamp(now + 31 * MINUTE, now + 23 * HOUR)
}

/// What becomes of the page that was opened before: as long as it is open there is no other, since whoever has both could
/// use either. Nothing where another is to be opened.
async fn page_before(provider: &dyn Provider, pledge: &Pledge) -> Option<Opened> {
    match provider.look(pledge.session.as_deref()?).await {
        Ok(Standing::Open) => Some(Opened::Page),
        Ok(Standing::Paid { .. } | Standing::UnderWay { .. } | Standing::Recurring { .. }) => {
            Some(Opened::Used)
        }
        // The one that was declined when it was charged is known.
        Ok(Standing::SetUp { method, .. }) => {
            (pledge.method.as_ref() != Some(&method)).then_some(Opened::Used)
        }
        Ok(Standing::Left | Standing::Failed { .. }) | Err(Failure::Refused(_)) => None,
        Err(Failure::Unknown(why)) => {
            tracing::warn!(why, pledge = pledge.id, "the provider did not say what became of a page");
            Some(Opened::NoAnswer)
        }
    }
}

pub async fn open(app: &App, pledge: &Pledge, campaign: &Running) -> Result<Opened> {
    let Some(provider) = app.payments.provider_of(pledge) else { return Ok(Opened::NoAnswer) };
    if let Some(opened) = page_before(provider.as_ref(), pledge).await {
        if opened == Opened::Used {
            let (used, now) = (pledge.clone(), app.clock.now());
            app.db
                .write(Lane::Ordinary, move |c| {
                    let used = used.clone();
                    Box::pin(async move { store::look_again(c, &used, Some(now)).await })
                })
                .await?;
            app.payments.hint(pledge.id);
        }
        return Ok(opened);
    }
    let (now, id, group, amount) = (app.clock.now(), pledge.id, pledge.promise.group, pledge.said.amount);
    let (instance, link, before) = (app.keys.addresses.fingerprint(), pledge.link(), pledge.session.clone());
    let call = app
        .db
        .write(Lane::Ordinary, move |c| {
            let instance = instance.clone();
            let before = before.clone();
            Box::pin(async move {
                // Whoever presses twice at once is led to one page, and not to two.
                store::wait_for_pledge(c, id).await?;
                if store::by_id(c, id).await?.is_none_or(|one| one.session != before) {
                    return Ok(Err(Opened::Page));
                }
                if let Some(call) = store::unanswered(c, id, Deed::Session).await? {
                    return Ok(Ok(call));
                }
                let attempt = store::attempts(c, id, Deed::Session).await? + 1;
                if attempt > MOST {
                    return Ok(Err(Opened::TooOften));
                }
                let key = store::key(&instance, link, Deed::Session, attempt);
                store::intend(c, (group, id), (Deed::Session, attempt), (&key, amount), now).await.map(Ok)
            })
        })
        .await?;
    let call = match call {
        Ok(call) => call,
        Err(opened) => return Ok(opened),
    };
    let language = Language::parse(&pledge.language).unwrap_or(Language::En);
    let order = Order {
        key: call.key.clone(),
        pledge: id,
        mode: mode(pledge),
        amount: pledge.amount(),
        email: pledge.said.email.clone(),
        language: pledge.language.clone(),
        title: shown::title(campaign, &pledge.promise, language),
        back: app.url(&own_path(app, pledge, campaign, "?done=back")),
        ends_at: page_ends_at(pledge, now),
    };
    let begun = provider.begin(&order).await;
    let opened = if begun.is_ok() { Opened::Page } else { Opened::NoAnswer };
    app.db
        .write(Lane::Ordinary, move |c| {
            let (begun, call) = (begun.clone(), call.clone());
            Box::pin(async move {
                match begun {
                    Ok(session) => {
                        store::finish(c, call.id, ("done", &session.reference), now).await?;
                        store::set_session(c, id, &session.reference, now + MINUTE, now).await
                    }
                    Err(failure) => {
                        tracing::warn!(?failure, pledge = id, "the provider opened no page");
                        store::finish(c, call.id, ("failed", "no answer"), now).await
                    }
                }
            })
        })
        .await?;
    Ok(opened)
}
