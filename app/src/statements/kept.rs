//! Press pages and letters as files, kept in memory: the page is put together at most once a second and written
//! once for each language; a letter's files are made once for each of its versions and languages.

use super::{milestones, press, store};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::campaigns::record::Kept as Statement;
use crate::campaigns::store::{Mark, goal_marks, statements};
use crate::deliveries::Told;
use crate::deliveries::store as deliveries;
use crate::error::Result;
use crate::fresh::Fresh;
use crate::letters::sheets::Counted;
use crate::state::App;
use crate::web::answer::{FOR_A_SECOND, Kept};
use crate::web::i18n::Language;
use crate::web::shelf::Shelf;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What a press page is written from, at a moment.
#[derive(Debug)]
pub struct Facts {
    /// In the order of the campaign's letters.
    pub counted: Vec<Arc<Counted>>,
    /// Those that rows hold.
    pub statements: Vec<Statement>,
    /// The letter's number, the version, when it was made.
    pub versions: Vec<(i64, i64, i64)>,
    /// How many people, and in which quarter of an hour the last of them confirmed.
    pub milestones: Vec<(i64, i64)>,
    /// Every level that its goals have had.
    pub goals: Vec<Mark>,
    /// What was handed over.
    pub deliveries: Vec<Told>,
    /// Microseconds UTC.
    pub as_of: i64,
}

impl Facts {
    pub fn signatures(&self) -> i64 {
        self.counted.iter().map(|one| one.signatures).sum()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Pdf,
    Text,
}

/// A letter's file is of one version, and of one state of the campaign around it.
type FileKey = (i64, Language, Form);
type FileOf = (i64, i64);

pub struct Presses {
    campaigns: Mutex<HashMap<i64, Arc<Press>>>,
    files: Mutex<HashMap<FileKey, (FileOf, Arc<Kept>)>>,
    /// Held by whoever makes a file, so that many who ask wait for one.
    making: tokio::sync::Mutex<()>,
    shelf: Arc<Shelf>,
}

#[derive(Default)]
struct Press {
    facts: Fresh<Facts>,
    pages: Mutex<Pages>,
}

/// The pages that were written of the same facts.
#[derive(Default)]
struct Pages {
    of: Option<Arc<Facts>>,
    written: HashMap<(Language, i64), Arc<Kept>>,
}

impl Presses {
    pub fn beside(shelf: Arc<Shelf>) -> Self {
        Self {
            campaigns: Mutex::default(),
            files: Mutex::default(),
            making: tokio::sync::Mutex::default(),
            shelf,
        }
    }

    /// The page as it goes out, and from when it is.
    pub async fn page(
        &self,
        app: &App,
        campaign: &Arc<Running>,
        language: Language,
    ) -> Result<(Arc<Kept>, i64)> {
        let press = self.press(campaign.id);
        let facts = press.facts.get(app, |standing| read(app.clone(), campaign.clone(), standing)).await?;
        let key = (language, campaign.changed_at);
        {
            let pages = press.pages();
            if pages.are_of(&facts)
                && let Some(page) = pages.written.get(&key)
            {
                return Ok((page.clone(), facts.as_of));
            }
        }
        let page = Arc::new(Kept::page(&press::write(app, campaign, language, &facts), FOR_A_SECOND)?);
        let mut pages = press.pages();
        if !pages.are_of(&facts) {
            *pages = Pages { of: Some(facts.clone()), written: HashMap::new() };
        }
        pages.written.insert(key, page.clone());
        Ok((page, facts.as_of))
    }

    /// A letter as a file, made by `make` where it is not there yet.
    pub async fn file<F>(
        &self,
        campaign: &Running,
        letter: &RunningLetter,
        language: Language,
        form: Form,
        make: impl FnOnce() -> F,
    ) -> Result<Arc<Kept>>
    where
        F: Future<Output = Result<Kept>>,
    {
        let (key, of) = ((letter.id, language, form), (letter.version, campaign.changed_at));
        let known =
            || self.files().get(&key).filter(|(made_of, _)| *made_of == of).map(|(_, file)| file.clone());
        if let Some(file) = known() {
            return Ok(file);
        }
        let turn = self.making.lock().await;
        if let Some(file) = known() {
            return Ok(file);
        }
        let file = Arc::new(make().await?);
        self.files().insert(key, (of, file.clone()));
        drop(turn);
        Ok(file)
    }

    /// Lets nobody see the page as it stood.
    pub fn forget(&self, campaign: i64) {
        let press = self.press(campaign);
        press.facts.forget();
        *press.pages() = Pages::default();
        self.shelf.clear();
    }

    fn press(&self, campaign: i64) -> Arc<Press> {
        self.campaigns.lock().unwrap_or_else(PoisonError::into_inner).entry(campaign).or_default().clone()
    }

    fn files(&self) -> MutexGuard<'_, HashMap<FileKey, (FileOf, Arc<Kept>)>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Press {
    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.pages.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pages {
    fn are_of(&self, facts: &Arc<Facts>) -> bool {
        self.of.as_ref().is_some_and(|of| Arc::ptr_eq(of, facts))
    }
}

async fn read(app: App, campaign: Arc<Running>, standing: Option<Arc<Facts>>) -> broadside_db::Result<Facts> {
    let as_of = app.clock.now();
    let mut counted = Vec::with_capacity(campaign.letters.len());
    for letter in &campaign.letters {
        let one = app.sheets.counted(&app, letter.id).await;
        counted.push(one.map_err(|error| broadside_db::Error::Abandoned(error.to_string()))?);
    }
    let mut c = app.db.read().await?;
    let statements = statements(&mut c, campaign.id).await?;
    let versions = store::versions(&mut c, campaign.id).await?;
    let deliveries = deliveries::told(&mut c, campaign.id).await?;
    let goals = goal_marks(&mut c, campaign.id).await?;
    let mut facts = Facts { counted, statements, versions, milestones: Vec::new(), goals, deliveries, as_of };
    facts.milestones = match standing.filter(|before| before.signatures() == facts.signatures()) {
        Some(before) => before.milestones.clone(),
        None => reached(&mut c, campaign.id, facts.signatures()).await?,
    };
    Ok(facts)
}

async fn reached(
    c: &mut broadside_db::Connection,
    campaign: i64,
    signatures: i64,
) -> broadside_db::Result<Vec<(i64, i64)>> {
    let mut all = Vec::new();
    for n in milestones(signatures) {
        all.extend(store::reached(c, campaign, n).await?.map(|quarter| (n, quarter)));
    }
    Ok(all)
}
