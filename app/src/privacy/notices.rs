//! How long campaigns keep things, as their notices say it: read at most once a second, however many read them.

use super::retention::Days;
use super::store;
use crate::error::Result;
use crate::fresh::Fresh;
use crate::state::App;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Default)]
pub struct Notices {
    campaigns: Mutex<HashMap<i64, Arc<Fresh<Days>>>>,
}

impl Notices {
    pub async fn days(&self, app: &App, campaign: i64) -> Result<Days> {
        Ok(*self.of(campaign).get(app, |_| read(app.clone(), campaign)).await?)
    }

    /// Lets nobody read what was promised before.
    pub fn forget(&self, campaign: i64) {
        self.of(campaign).forget();
    }

    fn of(&self, campaign: i64) -> Arc<Fresh<Days>> {
        let mut campaigns = self.campaigns.lock().unwrap_or_else(PoisonError::into_inner);
        campaigns.entry(campaign).or_default().clone()
    }
}

async fn read(app: App, campaign: i64) -> broadside_db::Result<Days> {
    Ok(store::kept(&mut app.db.read().await?, campaign).await?.days)
}
