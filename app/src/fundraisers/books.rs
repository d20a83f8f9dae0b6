//! What happens to money, written into the book in the transaction in which it is noted.

use super::Pledge;
use super::store::{self, Beside};
use crate::campaigns::definition::Item;
use crate::clock::day;
use crate::state::App;
use broadside_db::{Connection, Error, Result, decode_error};
use broadside_money::ledger::{Deed, Entry};

/// What is known of a pledge's campaign where its money is noted; nothing where the campaign is gone.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// What its fundraiser pays for.
    pub items: Vec<Item>,
    /// By whose clock days are told.
    pub zone: String,
}

pub async fn surroundings(app: &App, pledge: &Pledge) -> Result<Surroundings> {
    let Some(campaign) = app.directory.by_id(app, pledge.promise.campaign).await? else {
        return Ok(Surroundings::default());
    };
    let items = campaign.definition.fundraiser(&pledge.promise.slug).map(|one| one.items.clone());
    Ok(Surroundings { items: items.unwrap_or_default(), zone: campaign.definition.time_zone.clone() })
}

/// Noon of a day by a campaign’s clock; nothing where it is none.
pub fn noon(day: &str, zone: &str) -> Option<i64> {
    let zone = jiff::tz::TimeZone::get(zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let noon = day.parse::<jiff::civil::Date>().ok()?.at(12, 0, 0, 0).to_zoned(zone).ok()?;
    Some(noon.timestamp().as_microsecond())
}

/// Enters what happened to a pledge’s money, once of each kind.
async fn enter(c: &mut Connection, pledge: &Pledge, deed: &Deed, zone: &str, now: i64) -> Result<bool> {
    enter_on(c, pledge, deed, &day(now, zone), now).await
}

/// The same of what happened on a day that a bank tells.
pub async fn enter_on(c: &mut Connection, pledge: &Pledge, deed: &Deed, day: &str, now: i64) -> Result<bool> {
    let kind = match deed {
        Deed::Gift { .. } | Deed::Transfer { .. } => "gift",
        Deed::Fee { .. } => "fee",
        Deed::Refund { .. } | Deed::TransferBack { .. } => "refund",
        Deed::Dispute { .. } => "dispute",
        Deed::DisputeWon { .. } => "dispute-won",
        Deed::Payout { .. } => "payout",
        Deed::Invoice { .. } => "invoice",
    };
    enter_as(c, pledge, (format!("{kind} {}", pledge.id), deed), day, now).await
}

async fn enter_as(
    c: &mut Connection,
    pledge: &Pledge,
    (key, deed): (String, &Deed),
    day: &str,
    now: i64,
) -> Result<bool> {
    let entry = Entry::of(key, day, deed)
        .map_err(|_| Error::Other(decode_error(std::io::Error::other("an amount that is none"))))?;
    enter_entry(c, pledge, &entry, now).await
}

/// Enters what stands beside a pledge; false where the book holds it.
pub async fn enter_entry(c: &mut Connection, pledge: &Pledge, entry: &Entry, now: i64) -> Result<bool> {
    let beside = Beside { pledge: Some(pledge.id), ..Beside::default() };
    store::enter(c, (pledge.promise.group, pledge.promise.id), entry, beside, now).await
}

/// Enters a part that was paid back, by how much came to be in all.
pub async fn enter_part(
    c: &mut Connection,
    pledge: &Pledge,
    (deed, in_all): (&Deed, i64),
    day: &str,
    now: i64,
) -> Result<bool> {
    enter_as(c, pledge, (format!("refund {} {in_all}", pledge.id), deed), day, now).await
}

/// Enters what the provider keeps of a gift, once that is known.
pub async fn enter_fee(
    c: &mut Connection,
    pledge: &Pledge,
    fee: Option<i64>,
    zone: &str,
    now: i64,
) -> Result<()> {
    if let Some(amount) = fee.filter(|fee| *fee > 0) {
        enter(c, pledge, &Deed::Fee { amount }, zone, now).await?;
    }
    Ok(())
}
