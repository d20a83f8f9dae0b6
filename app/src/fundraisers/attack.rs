//! What whoever tries stolen cards meets: behind a few pages of the provider's of which nothing came, no further one is
//! opened without work by the browser or a way through the mailbox; where cards are declined too often, all stops.

use super::{Promise, mailing, store};
use crate::clock::{DAY, HOUR};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};

/// So long a form that was sent counts.
const WINDOW: i64 = HOUR;
/// So many may come to nothing before anybody is asked for more than a form, whatever came of others: who gives honestly
/// buys nobody a page, and a card that is taken was tried as well.
const UNUSED: i64 = 10;
/// Of so many cards within an hour, more than half declined stop a fundraiser for an hour.
const CARDS: i64 = 20;
/// Where most of those of all fundraisers together are, so many of its own are enough.
const OWN_CARDS: i64 = 5;
const STOP: i64 = HOUR;
/// So many cards are declined on one page before it is closed; while its fundraiser is stopped the first closes it.
const ON_A_PAGE: i64 = 5;

/// Whether cards may be tried: of many forms that were sent lately nothing came, to whichever fundraiser, since all of them
/// lead to one provider. It lasts as long as they are sent.
pub async fn is_under_attack(c: &mut Connection, now: i64) -> Result<bool> {
    Ok(store::unused_since(c, now - WINDOW).await? >= UNUSED)
}

/// Whether the work of an address opened a page already of which nothing came: it is good for one.
pub async fn is_work_spent(c: &mut Connection, of: (i64, &[u8]), now: i64) -> Result<bool> {
    store::has_open_page(c, of, now - DAY).await
}

/// Stops a fundraiser where cards are declined too often, and tells whoever keeps it. Pages on which it happened are
/// closed, since whoever has one open could go on.
pub async fn stop_where_declined(c: &mut Connection, app: &App, promise: &Promise, now: i64) -> Result<()> {
    let since = now - HOUR;
    let own = store::cards_since(c, Some(promise.id), since).await?;
    // Whoever spreads them over several fundraisers is seen by all of them together; nobody else's are stopped for it.
    let are_tried = are_mostly_declined(own, CARDS)
        || are_mostly_declined(own, OWN_CARDS)
            && are_mostly_declined(store::cards_since(c, None, since).await?, CARDS);
    if are_tried && store::stop(c, promise.id, now, now + STOP).await? {
        mailing::notify(c, app, promise, "stopped", now).await?;
        store::let_declined_close(c, (promise.id, since), now).await?;
    }
    Ok(())
}

fn are_mostly_declined((cards, declined): (i64, i64), least: i64) -> bool {
    cards >= least && declined * 2 > cards
}

/// A card was declined on the page that a call opened, as an event tells.
pub async fn note_declined(app: &App, call: String, event: String) -> Result<()> {
    let (now, inner) = (app.clock.now(), app.clone());
    let campaign = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (app, call, event) = (inner.clone(), call.clone(), event.clone());
            Box::pin(async move {
                let noted = store::note_card_decline(c, (&call, &event), now).await?;
                let Some(declined) = noted else { return Ok(None) };
                let Some(promise) = store::promise_by_id(c, declined.fundraiser).await? else {
                    return Ok(None);
                };
                if declined.on_page >= ON_A_PAGE || promise.is_stopped(now) {
                    store::let_close(c, &declined, now).await?;
                }
                stop_where_declined(c, &app, &promise, now).await?;
                Ok(Some(promise.campaign))
            })
        })
        .await?;
    if let Some(campaign) = campaign {
        app.mail_waits.wake();
        app.funds.forget(campaign);
    }
    Ok(())
}
