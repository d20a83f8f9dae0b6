//! The job of fundraisers: nothing is decided that an earlier answer of the provider's would change.

use super::{
    catching_up, charging, checking, closing, deciding, hearing, looking, recurring, store, transfers,
};
use crate::clock::DAY;
use crate::jobs::{self, Lease, Progress};
use crate::people::kept::{ANNOUNCED_DAYS, BOOKS_DAYS, UNPAID_DAYS};
use crate::state::App;
use broadside_db::{Connection, Result};

pub const FUND: &str = "fund";
pub const LAPSE: &str = "lapse-pledges";

/// So long a pledge that was begun and came to nothing is kept.
const BEGUN: i64 = 3 * DAY;
/// So long it is known that an event came: no provider repeats one for longer.
const EVENTS: i64 = 90 * DAY;
/// In one transaction.
const AT_ONCE: i64 = 200;

/// Whether there is anything to do: a look that writes nothing.
pub async fn any(app: &App, c: &mut Connection, now: i64) -> Result<bool> {
    let provider = app.payments.provider().map_or("", |provider| provider.word());
    Ok(app.payments.has_come_back() || store::any_work(c, (provider, now), checking::due(now)).await?)
}

/// Deletes what was begun and came to nothing, and forgets whose pledges those were that are long over.
pub async fn lapse(app: &App, lease: Lease) -> Result<Progress> {
    let now = app.clock.now();
    jobs::forget(&app.db, lease, now, move |c| {
        Box::pin(async move {
            let kept = (now - i64::from(UNPAID_DAYS) * DAY, now - BOOKS_DAYS * DAY);
            let begun = (now - BEGUN, now - ANNOUNCED_DAYS * DAY, kept.0);
            let gone = store::delete_begun(c, begun, AT_ONCE).await?;
            let gone = gone + store::forget_events(c, now - EVENTS, AT_ONCE).await?;
            let gone = gone + transfers::store::forget(c, now - BOOKS_DAYS * DAY, AT_ONCE).await?;
            let gone = gone + store::forget_payers(c, AT_ONCE).await?;
            let gone = gone
                + store::forget_months(c, AT_ONCE).await?
                + store::forget_subscriptions(c, AT_ONCE).await?;
            Ok(gone + store::forget(c, kept, AT_ONCE).await?)
        })
    })
    .await
}

/// One step. However much is told of, nobody waits for their money: the decision alone waits until what was said before
/// it is heard, and each page was looked at that is due.
pub async fn step(app: &App, lease: Lease) -> Result<Progress> {
    let mut done = [
        catching_up::catch_up(app, &lease).await?,
        hearing::hear(app, &lease).await?,
        closing::close(app, &lease).await?,
        looking::look(app, &lease).await?,
    ]
    .contains(&Progress::More);
    if !done {
        done = deciding::decide(app, &lease).await? == Progress::More;
    }
    done |= [
        recurring::end(app, &lease).await?,
        charging::charge(app, &lease).await?,
        charging::refund(app, &lease).await?,
        recurring::follow(app, &lease).await?,
        checking::check(app, &lease).await?,
    ]
    .contains(&Progress::More);
    jobs::put_off(&app.db, lease, 0).await?;
    Ok(if done { Progress::More } else { Progress::Idle })
}
