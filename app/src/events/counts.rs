//! How many come to a campaign’s events, read at most once a second and shown on while the database is silent.

use super::store::{self, Sums};
use super::{Slot, rounded};
use crate::campaigns::definition::{Event, EventStatus, Numbers};
use crate::error::Result;
use crate::fresh::FreshByCampaign;
use crate::state::App;
use crate::web::i18n::Say;
use crate::web::natural;
use std::collections::BTreeMap;
use std::sync::Arc;

/// By event and slot.
pub type Counted = BTreeMap<(String, String), (Slot, Sums)>;

#[derive(Default)]
pub struct Counts {
    by_campaign: FreshByCampaign<Counted>,
    /// Held by whoever gives or frees a place: a thousand who press at once stand here, and not each with a connection
    /// of the database at one slot’s row.
    pub moving: tokio::sync::Mutex<()>,
}

impl Counts {
    pub async fn of(&self, app: &App, campaign: i64) -> Result<Arc<Counted>> {
        Ok(self.by_campaign.of(campaign).get(app, |_| count(app.clone(), campaign)).await?)
    }

    /// Lets nobody see them as they stood.
    pub fn forget(&self, campaign: i64) {
        self.by_campaign.of(campaign).forget();
    }
}

async fn count(app: App, campaign: i64) -> broadside_db::Result<Counted> {
    let slots = store::slots(&mut app.db.read().await?, campaign).await?;
    Ok(slots
        .into_iter()
        .map(|(slot, sums)| ((slot.event.clone(), slot.slug.clone()), (slot, sums)))
        .collect())
}

/// What the page says of how many come, as the organisers show it.
pub fn numbers(say: &Say, event: &Event, sums: &Sums) -> String {
    match event.numbers {
        _ if event.status == EventStatus::Cancelled => String::new(),
        Numbers::Nothing => String::new(),
        Numbers::People => say.with("events-numbers", &[("people", &natural(sums.coming))]),
        Numbers::Rounded => rounded(sums.coming)
            .map(|people| say.with("events-numbers-rounded", &[("people", &natural(people))]))
            .unwrap_or_default(),
    }
}

/// What is said of the places: who would wait in line is told so beforehand.
pub fn room(say: &Say, event: &Event, slot: &Slot, sums: &Sums) -> String {
    // Where nobody can say that they come, nothing is said of places.
    let Some(capacity) = slot.capacity.filter(|_| event.status == EventStatus::Open) else {
        return String::new();
    };
    let left = slot.left(sums.coming + sums.offered);
    // Whoever waits and fits is asked in a moment; a party too large for what is left keeps it from nobody.
    if left == 0 || sums.fewest_waiting.is_some_and(|people| people <= left) {
        return say.text("events-room-full");
    }
    match event.numbers {
        Numbers::People => {
            say.with("events-room-left", &[("left", &natural(left)), ("of", &natural(capacity))])
        }
        Numbers::Nothing | Numbers::Rounded => say.text("events-room-some"),
    }
}
