//! Puts signatures into the order of names, in which the desk looks for them. An index in that order is written at random
//! places, which confirmations would have to wait for; so it follows them, as fast as they leave room.

use super::store;
use crate::jobs::{self, Lease, Progress};
use crate::state::App;
use broadside_db::{Lane, Result};

pub const ORDER_NAMES: &str = "order-names";

/// In one transaction: each is a page of the index that is written.
const AT_ONCE: i64 = 64;

pub async fn order(app: &App, lease: Lease) -> Result<Progress> {
    let held = lease.clone();
    let put = app
        .db
        .write(Lane::Ordinary, move |c| {
            let lease = held.clone();
            Box::pin(async move {
                if jobs::holds(c, &lease).await? { store::put_in_name_order(c, AT_ONCE).await } else { Ok(0) }
            })
        })
        .await?;
    jobs::put_off(&app.db, lease, 0).await?;
    Ok(if put > 0 { Progress::More } else { Progress::Idle })
}
