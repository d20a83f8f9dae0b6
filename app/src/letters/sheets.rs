//! The public sheets, kept in memory: counted at most once a second, written once, sent to many.
//!
//! What its signer hides or withdraws leaves at once: [`Sheets::forget`] makes the next visitor wait
//! for a new count.

use super::endorsers::Standing;
use super::routes::Found;
use super::store::{self, PublicName};
use super::{page, pages::SignForm};
use crate::campaigns::directory::Running;
use crate::campaigns::record;
use crate::campaigns::store::{goal_reached_beside, replies_beside};
use crate::error::Result;
use crate::fresh::Fresh;
use crate::state::App;
use crate::web::answer::{FOR_A_SECOND, Kept};
use crate::web::i18n::Language;
use crate::web::shelf::Shelf;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// So many names stand on the roll.
const NAMES: i64 = 60;

/// A letter's numbers and names at a moment.
#[derive(Clone, Debug, Default)]
pub struct Counted {
    pub signatures: i64,
    /// By relation; empty where none was chosen.
    pub by_relation: Vec<(String, i64)>,
    /// By the version of the words that they signed, the first one first.
    pub by_version: BTreeMap<i64, i64>,
    /// How many are held until somebody has looked.
    pub held: i64,
    /// How many were removed as what.
    pub removed: BTreeMap<&'static str, i64>,
    /// Whether the organisers let names under earlier words stand under the current ones.
    pub moves_names: bool,
    /// Whether the form asks browsers for work.
    pub is_attacked: bool,
    pub roll: Vec<PublicName>,
    /// The organisations that the page shows.
    pub endorsers: Vec<Standing>,
    /// What those whom the campaign addresses replied, as far as rows hold it.
    pub replies: Vec<record::Kept>,
    /// The goal that was reached last, by its slug.
    pub goal_reached: Option<String>,
    /// Microseconds UTC.
    pub as_of: i64,
}

/// Language, the campaign's last change, and the source and the page that the form carries.
type PageKey = (Language, i64, String, String);
/// Made-up sources must not fill the memory; what is over is written for each visitor.
const PAGES: usize = 64;

pub struct Sheets {
    letters: Mutex<HashMap<i64, Arc<Sheet>>>,
    shelf: Arc<Shelf>,
    /// Held by whoever goes through many names for one page (`names.rs`).
    pub far_looks: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Sheet {
    counted: Fresh<Counted>,
    pages: Mutex<Pages>,
}

/// The pages that were written of one count.
#[derive(Default)]
struct Pages {
    of: Option<Arc<Counted>>,
    written: HashMap<PageKey, Arc<Kept>>,
}

impl Sheets {
    pub fn beside(shelf: Arc<Shelf>) -> Self {
        Self { letters: Mutex::default(), shelf, far_looks: tokio::sync::Mutex::default() }
    }

    /// The letter's numbers, at most a second old; older where the database is silent: they say from when
    /// they are.
    pub async fn counted(&self, app: &App, letter: i64) -> Result<Arc<Counted>> {
        Ok(self.sheet(letter).counted.get(app, |_| count(app.clone(), letter)).await?)
    }

    /// The signatures of all of a campaign's letters.
    pub async fn signatures(&self, app: &App, campaign: &Running) -> Result<i64> {
        let mut signatures = 0;
        for letter in &campaign.letters {
            signatures += self.counted(app, letter.id).await?.signatures;
        }
        Ok(signatures)
    }

    /// The whole page as it goes out, written once for each count, language, source and address, and from when it is.
    pub async fn page(&self, app: &App, found: &Found, address: String) -> Result<(Arc<Kept>, i64)> {
        let (campaign, letter, language) = (&*found.campaign, found.letter(), found.language);
        let source = found.source.clone().unwrap_or_default();
        let counted = self.counted(app, letter.id).await?;
        let sheet = self.sheet(letter.id);
        let key = (language, campaign.changed_at, source.clone(), address.clone());
        if let Some(page) = sheet.page(&counted, &key) {
            app.board.pages.found_in_memory();
            return Ok((page, counted.as_of));
        }
        let everyone = self.signatures(app, campaign).await?;
        let form = SignForm { source, page: address, ..SignForm::default() };
        let page = page::write(app, campaign, letter, language, &counted, everyone, form);
        let kept = Arc::new(Kept::page(&page, FOR_A_SECOND)?);
        app.board.pages.written();
        sheet.keep_page(&counted, key, &kept);
        Ok((kept, counted.as_of))
    }

    /// Lets nobody see the sheet as it stood.
    pub fn forget(&self, letter: i64) {
        let sheet = self.sheet(letter);
        sheet.counted.forget();
        *sheet.pages() = Pages::default();
        self.shelf.clear();
    }

    fn sheet(&self, letter: i64) -> Arc<Sheet> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).entry(letter).or_default().clone()
    }
}

impl Sheet {
    fn pages(&self) -> std::sync::MutexGuard<'_, Pages> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn page(&self, counted: &Arc<Counted>, key: &PageKey) -> Option<Arc<Kept>> {
        let pages = self.pages();
        pages.written.get(key).filter(|_| pages.are_of(counted)).cloned()
    }

    fn keep_page(&self, counted: &Arc<Counted>, key: PageKey, page: &Arc<Kept>) {
        let mut pages = self.pages();
        if !pages.are_of(counted) {
            *pages = Pages { of: Some(counted.clone()), written: HashMap::new() };
        }
        if pages.written.len() < PAGES {
            pages.written.insert(key, page.clone());
        }
    }
}

impl Pages {
    fn are_of(&self, counted: &Arc<Counted>) -> bool {
        self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, counted))
    }
}

async fn count(app: App, letter: i64) -> broadside_db::Result<Counted> {
    let mut c = app.db.read().await?;
    let as_of = app.clock.now();
    let counts = store::counts(&mut c, letter).await?;
    let roll = store::newest_public(&mut c, letter, NAMES).await?;
    let endorsers = store::endorsers(&mut c, letter).await?;
    let replies = replies_beside(&mut c, letter).await?;
    let goal_reached = goal_reached_beside(&mut c, letter).await?;
    let (_, moves_names) = store::current(&mut c, letter).await?.unwrap_or_default();
    let is_attacked = store::is_attacked(&mut c, letter, as_of).await?;
    let (held, removed) = store::not_counted(&mut c, letter).await?;
    let mut counted = Counted {
        held,
        removed,
        moves_names,
        is_attacked,
        roll,
        endorsers,
        replies,
        goal_reached,
        as_of,
        ..Counted::default()
    };
    for (version, relation, n) in counts {
        counted.signatures += n;
        *counted.by_version.entry(version).or_default() += n;
        match counted.by_relation.last_mut().filter(|(of, _)| *of == relation) {
            Some((_, signatures)) => *signatures += n,
            None => counted.by_relation.push((relation, n)),
        }
    }
    Ok(counted)
}
