//! The public sheets, kept in memory: counted at most once a second, written once, sent to many.
//!
//! What its signer hides or withdraws leaves at once: [`Sheets::forget`] makes the next visitor wait
//! for a new count. In between, whoever finds a sheet older than a second counts again while the
//! others get the one that stands.

use super::store::{self, PublicName};
use super::{page, pages::SignForm};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::clock::SECOND;
use crate::error::Result;
use crate::state::App;
use crate::web::answer::Kept;
use crate::web::i18n::Language;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How long a visitor's browser or a cache may keep a sheet.
pub const CACHE: &str = "public, max-age=1";
/// So many names stand on the roll.
const NAMES: i64 = 60;

/// A letter's numbers and names at a moment.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    pub signatures: i64,
    /// By relation; empty where none was chosen.
    pub by_relation: Vec<(String, i64)>,
    pub roll: Vec<PublicName>,
    /// Microseconds UTC.
    pub as_of: i64,
}

/// Language, the campaign's last change, and the source that the form carries.
type PageKey = (Language, i64, String);
/// Made-up sources must not fill the memory; what is over is written for each visitor.
const PAGES: usize = 64;

#[derive(Default)]
pub struct Sheets {
    letters: Mutex<HashMap<i64, Arc<Sheet>>>,
}

#[derive(Default)]
struct Sheet {
    /// Held by the one who counts.
    counting: tokio::sync::Mutex<()>,
    kept: Mutex<KeptSheet>,
}

#[derive(Default)]
struct KeptSheet {
    /// Raised by every `forget`, so that a count begun before it is not kept.
    generation: u64,
    counted: Option<Arc<Counted>>,
    pages: HashMap<PageKey, Arc<Kept>>,
}

impl Sheets {
    /// The letter's numbers, at most a second old.
    pub async fn counted(&self, app: &App, letter: i64) -> Result<Arc<Counted>> {
        let sheet = self.sheet(letter);
        let fresh = |counted: &Arc<Counted>| (0..SECOND).contains(&(app.clock.now() - counted.as_of));
        let (standing, _) = sheet.standing();
        if let Some(counted) = standing.clone().filter(fresh) {
            return Ok(counted);
        }
        let _counting = match (sheet.counting.try_lock(), standing) {
            (Ok(turn), _) => turn,
            // Somebody is counting already: what stands is good enough.
            (Err(_), Some(counted)) => return Ok(counted),
            (Err(_), None) => sheet.counting.lock().await,
        };
        let (standing, generation) = sheet.standing();
        if let Some(counted) = standing.filter(fresh) {
            return Ok(counted);
        }
        match (count(app, letter).await, sheet.standing().0) {
            (Ok(counted), _) => {
                let counted = Arc::new(counted);
                sheet.keep(generation, &counted);
                Ok(counted)
            }
            // Without the database what stands is shown on: it says from when it is.
            (Err(error), Some(standing)) => {
                tracing::warn!(%error, "a letter could not be counted; its last count is shown on");
                Ok(standing)
            }
            (Err(error), None) => Err(error),
        }
    }

    /// The signatures of all of a campaign's letters.
    pub async fn signatures(&self, app: &App, campaign: &Running) -> Result<i64> {
        let mut signatures = 0;
        for letter in &campaign.letters {
            signatures += self.counted(app, letter.id).await?.signatures;
        }
        Ok(signatures)
    }

    /// The whole page as it goes out, written once for each count, language and source.
    pub async fn page(
        &self,
        app: &App,
        campaign: &Running,
        letter: &RunningLetter,
        language: Language,
        source: Option<String>,
    ) -> Result<Arc<Kept>> {
        let counted = self.counted(app, letter.id).await?;
        let sheet = self.sheet(letter.id);
        let key = (language, campaign.changed_at, source.clone().unwrap_or_default());
        if let Some(page) = sheet.page(&counted, &key) {
            return Ok(page);
        }
        let everyone = self.signatures(app, campaign).await?;
        let form = SignForm { source: source.unwrap_or_default(), ..SignForm::default() };
        let page = page::write(app, campaign, letter, language, &counted, everyone, form);
        let kept = Arc::new(Kept::page(&page, CACHE)?);
        sheet.keep_page(&counted, key, &kept);
        Ok(kept)
    }

    /// Lets nobody see the sheet as it stood.
    pub fn forget(&self, letter: i64) {
        let sheet = self.sheet(letter);
        let mut kept = sheet.lock();
        kept.generation += 1;
        kept.counted = None;
        kept.pages.clear();
    }

    fn sheet(&self, letter: i64) -> Arc<Sheet> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).entry(letter).or_default().clone()
    }
}

impl Sheet {
    fn lock(&self) -> std::sync::MutexGuard<'_, KeptSheet> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn standing(&self) -> (Option<Arc<Counted>>, u64) {
        let kept = self.lock();
        (kept.counted.clone(), kept.generation)
    }

    fn keep(&self, generation: u64, counted: &Arc<Counted>) {
        let mut kept = self.lock();
        if kept.generation == generation {
            kept.counted = Some(counted.clone());
            kept.pages.clear();
        }
    }

    fn page(&self, counted: &Arc<Counted>, key: &PageKey) -> Option<Arc<Kept>> {
        let kept = self.lock();
        let current = kept.counted.as_ref().is_some_and(|standing| Arc::ptr_eq(standing, counted));
        kept.pages.get(key).filter(|_| current).cloned()
    }

    fn keep_page(&self, counted: &Arc<Counted>, key: PageKey, page: &Arc<Kept>) {
        let mut kept = self.lock();
        let current = kept.counted.as_ref().is_some_and(|standing| Arc::ptr_eq(standing, counted));
        if current && kept.pages.len() < PAGES {
            kept.pages.insert(key, page.clone());
        }
    }
}

async fn count(app: &App, letter: i64) -> Result<Counted> {
    let mut c = app.db.read().await?;
    let as_of = app.clock.now();
    let by_relation = store::counts_by_relation(&mut c, letter).await?;
    let roll = store::newest_public(&mut c, letter, NAMES).await?;
    Ok(Counted { signatures: by_relation.iter().map(|(_, n)| n).sum(), by_relation, roll, as_of })
}
