//! Clicks: how often each post's link was opened. A click says nothing of whoever clicked, and is never
//! called a post: what happens in the network's composer is not seen from here.

use super::store::{self, Counted};
use crate::clock::SECOND;
use crate::error::Result;
use crate::figures::Queue;
use crate::state::App;
use broadside_db::{Db, GroupCommit, Lane, Line};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// One opening of one link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Click {
    pub campaign_id: i64,
    pub day: String,
    pub post: String,
    pub target: String,
    pub network: &'static str,
    pub group_id: i64,
}

pub type Clicks = GroupCommit<Click, ()>;

/// A storm of clicks is a few rows raised in few commits.
const LINE: Line = Line { waiting: 4_096, together: 1_024, writers: 1 };

pub fn start(db: Db, node: String, watch: Queue) -> Clicks {
    GroupCommit::start(db, Lane::Ordinary, LINE, watch, move |c, clicks: Arc<Vec<Click>>| {
        let node = node.clone();
        Box::pin(async move {
            let mut sums: BTreeMap<&Click, i64> = BTreeMap::new();
            for click in clicks.iter() {
                *sums.entry(click).or_default() += 1;
            }
            store::add(c, &sums, &node).await?;
            Ok(vec![(); clicks.len()])
        })
    })
}

/// A campaign's clicks at a moment.
#[derive(Debug)]
pub struct Tally {
    pub rows: Vec<Counted>,
    /// Microseconds UTC.
    pub as_of: i64,
}

/// The tallies, kept in memory for a few seconds: many may ask, few rows change.
#[derive(Default)]
pub struct Tallies(Mutex<HashMap<i64, Arc<Tally>>>);

/// How long a tally is shown before it is counted again.
pub const FRESH: i64 = 5 * SECOND;

impl Tallies {
    pub async fn of(&self, app: &App, campaign: i64) -> Result<Arc<Tally>> {
        let now = app.clock.now();
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&campaign).cloned();
        if let Some(tally) = kept.filter(|tally| (0..FRESH).contains(&(now - tally.as_of))) {
            return Ok(tally);
        }
        let mut c = app.db.read().await?;
        let tally = Arc::new(Tally { rows: store::clicks_of(&mut c, campaign).await?, as_of: now });
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(campaign, tally.clone());
        Ok(tally)
    }
}

impl Tally {
    pub fn total(&self) -> i64 {
        self.rows.iter().map(|row| row.clicks).sum()
    }

    /// Sums by one of a row's words, in the order of those words.
    pub fn by(&self, word: impl Fn(&Counted) -> &str) -> Vec<(String, i64)> {
        let mut sums: BTreeMap<&str, i64> = BTreeMap::new();
        for row in &self.rows {
            *sums.entry(word(row)).or_default() += row.clicks;
        }
        sums.into_iter().map(|(word, clicks)| (word.to_owned(), clicks)).collect()
    }
}
