//! The SQL of what is to be done next: which pledges wait for it.

use super::pledges::{pledge, pledges};
use crate::fundraisers::Pledge;
use broadside_db::{Connection, Result};

/// Those whose session the provider is to be asked about.
pub async fn to_look_at(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Pledge>> {
    // At the end of a fundraiser whoever was never asked about is asked at once; it waits for the others’ time.
    pledges(
        "p.session is not null and p.state in ('begun', 'declined') and (p.look_at <= $1 or (p.look_at is not null and p.looks = 0 and p.state = 'begun' \
         and f.state = 'open' and f.kind = 'all-or-nothing' and f.ends_at <= $1)) order by p.look_at, p.id limit $2",
    ).bind(now).bind(most).all(c, pledge).await
}

/// Pledges that are to be charged: promised, of fundraisers that met their goal, or asked for before and not known.
pub async fn to_charge(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Pledge>> {
    // One that was asked for is asked about, whoever was erased meanwhile.
    pledges(
        "f.state = 'met' and f.restored_at is null and ((p.state = 'pledged' and p.email <> '') \
         or (p.state = 'charging' and (p.look_at is null or p.look_at <= $1))) order by p.state, p.id limit $2",
    )
        .bind(now)
        .bind(most)
        .all(c, pledge)
        .await
}

/// Pledges that will not be charged: their fundraiser missed its goal or is gone, or whoever gave them was erased.
pub async fn to_release(c: &mut Connection, most: i64) -> Result<Vec<Pledge>> {
    pledges(
        "(p.state = 'pledged' and (f.state in ('missed', 'gone') or p.email = '')) \
         or (p.state = 'declined' and p.email = '') order by p.id limit $1",
    )
    .bind(most)
    .all(c, pledge)
    .await
}

pub async fn to_lapse(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Pledge>> {
    pledges(
        "p.state = 'declined' and p.grace_until <= $1 and f.restored_at is null \
         and (p.session is null or p.look_at is null) order by p.id limit $2",
    )
    .bind(now)
    .bind(most)
    .all(c, pledge)
    .await
}

/// Those that are to be paid back: asked for at the desk, or since their fundraiser gives everything back.
pub async fn to_refund(c: &mut Connection, now: i64, most: i64) -> Result<Vec<Pledge>> {
    pledges(
        "(p.state = 'refunding' and (p.look_at is null or p.look_at <= $1)) or (p.state = 'paid' and f.is_given_back) \
         order by p.id limit $2",
    )
    .bind(now)
    .bind(most)
    .all(c, pledge)
    .await
}

/// Paid pledges, and those that were given up, whose provider was not asked about them for a while.
pub async fn to_check(
    c: &mut Connection,
    (asked_before, paid_since): (i64, i64),
    most: i64,
) -> Result<Vec<Pledge>> {
    pledges(
        "(p.state in ('paid', 'refunding', 'refunded', 'disputed') and p.provider <> 'transfer' \
         and coalesce(p.checked_at, p.paid_at) <= $1 \
         and (p.paid_at > $2 or p.state in ('refunding', 'disputed') or p.changed_at > $2 and (p.state = 'refunded' or p.returned > 0))) \
         or (p.state = 'lapsed' and p.doubt like 'given-up %' and p.payer is not null and coalesce(p.checked_at, p.changed_at) <= $1) \
         order by p.id limit $3",
    )
    .bind(asked_before)
    .bind(paid_since)
    .bind(most)
    .all(c, pledge)
    .await
}
