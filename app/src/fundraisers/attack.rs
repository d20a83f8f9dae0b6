//! What whoever tries stolen cards meets: behind a few pages of the provider's of which nothing came, no further one is
//! opened without work by the browser or a way through the mailbox; where charges are declined too often, all stops.

use super::{Promise, store};
use crate::clock::{DAY, HOUR};
use broadside_db::{Connection, Result};

/// So long a form that was sent counts.
const WINDOW: i64 = HOUR;
/// So many may come to nothing before anybody is asked for more than a form, whatever came of others: who gives honestly
/// buys nobody a page, and a card that is taken was tried as well.
const UNUSED: i64 = 10;
/// Of so many charges within an hour, more than half declined stop a fundraiser for an hour.
const DECLINES: i64 = 20;
const STOP: i64 = HOUR;

/// Whether cards may be tried: of many forms that were sent lately nothing came. It lasts as long as they are sent.
pub async fn is_under_attack(c: &mut Connection, fundraiser: i64, now: i64) -> Result<bool> {
    Ok(store::unused_since(c, fundraiser, now - WINDOW).await? >= UNUSED)
}

/// Whether the work of an address opened a page already of which nothing came: it is good for one.
pub async fn is_work_spent(c: &mut Connection, of: (i64, &[u8]), now: i64) -> Result<bool> {
    store::has_open_page(c, of, now - DAY).await
}

/// Until when a fundraiser is to be stopped, where charges that were asked for by givers are declined too often.
pub async fn to_stop(c: &mut Connection, promise: &Promise, now: i64) -> Result<Option<i64>> {
    let (charges, declined) = store::charges_since(c, promise.id, now - HOUR).await?;
    Ok((charges >= DECLINES && declined * 2 > charges).then_some(now + STOP))
}
