//! What every handler and job has at hand.

use crate::campaigns::directory::Directory;
use crate::cards::kept::Cards;
use crate::clock::{Clock, Dice, Numbers};
use crate::config::Settings;
use crate::endorsements::outside::Outside;
use crate::events::counts::Counts;
use crate::figures::board::Board;
use crate::fundraisers::payments::Payments;
use crate::fundraisers::standing::Funds;
use crate::goals::standing::Standings;
use crate::instance::Keys;
use crate::letters::sheets::Sheets;
use crate::mail::rests::Rests;
use crate::posts::clicks::{self, Clicks, Tallies};
use crate::privacy::notices::Notices;
use crate::routes;
use crate::signatures::confirmations::{self, Confirmations};
use crate::signatures::gaps::Gaps;
use crate::signatures::intake::{self, Intake};
use crate::signatures::judging::Judges;
use crate::statements::kept::Presses;
use crate::web::answer::hex;
use crate::web::assets::Assets;
use crate::web::limits::Limits;
use crate::web::quiet::Quiet;
use crate::web::shelf::Shelf;
use broadside_db::Db;
use broadside_mailer::Mailer;
use std::fs::File;
use std::ops::Deref;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, Semaphore, watch};
use tokio::task::JoinSet;

#[derive(Clone)]
pub struct App(Arc<Parts>);

pub struct Parts {
    pub settings: Settings,
    pub db: Db,
    pub clock: Clock,
    pub dice: Dice,
    pub numbers: Numbers,
    pub keys: Keys,
    pub assets: Assets,
    pub limits: Limits,
    /// When the log last told of something, by its word and the account it is of.
    pub quiet: Quiet<(&'static str, i64)>,
    pub intake: Intake,
    pub confirmations: Confirmations,
    /// What this process did.
    pub board: Board,
    pub shelf: Arc<Shelf>,
    pub directory: Directory,
    pub sheets: Sheets,
    pub presses: Presses,
    pub notices: Notices,
    /// How many come to events.
    pub events: Counts,
    /// How far campaigns' goals are.
    pub goals: Standings,
    /// What everybody sees of fundraisers.
    pub funds: Funds,
    /// Through whom money comes.
    pub payments: Payments,
    /// Whether the last look into the database failed or takes too long.
    pub database_silent: AtomicBool,
    pub cards: Cards,
    pub clicks: Clicks,
    pub click_tallies: Tallies,
    /// Where mails go; nowhere yet, where no mail server is set.
    pub mailer: Option<Mailer>,
    pub rests: Rests,
    /// Who asks other people's domains for proofs.
    pub outside: Outside,
    /// A number for this start of the program.
    pub process: String,
    /// Whether this is `broadside demo`, with its mailbox.
    pub demo: bool,
    pub gaps: Gaps,
    pub judges: Judges,
    /// Whether there is something to do is asked for two jobs at a time: those that wake in the same moment must not
    /// take every connection of PostgreSQL from visitors. On SQLite they have one of their own.
    pub job_questions: Semaphore,
    /// What is done once a minute is done one after the other: nobody waits for it.
    pub housekeeping: Semaphore,
    pub decision_waits: Wake,
    pub mail_waits: Wake,
    pub proof_waits: Wake,
    pub task_waits: Wake,
    pub sweep_waits: Wake,
    pub aside: Aside,
    stopping: watch::Sender<bool>,
    _lock: Option<File>,
}

/// What an instance is put together from.
pub struct Ingredients {
    pub settings: Settings,
    pub db: Db,
    /// Held for as long as this process serves a SQLite file.
    pub lock: Option<File>,
    pub clock: Clock,
    pub dice: Dice,
    pub keys: Keys,
    pub mailer: Option<Mailer>,
    pub demo: bool,
    pub payments: Payments,
}

impl App {
    pub fn new(from: Ingredients) -> Self {
        let Ingredients { settings, db, lock, clock, dice, keys, mailer, demo, payments } = from;
        let shelf = Arc::<Shelf>::default();
        let board = Board::new(routes::all().iter().map(|route| route.path), clock.now());
        let confirmed = Board::queue("confirmations", &board.confirmations);
        let clicked = Board::queue("clicks", &board.clicks);
        Self(Arc::new(Parts {
            limits: Limits::new(settings.rate_limits, &clock),
            quiet: Quiet::default(),
            intake: intake::start(db.clone(), Board::queue("sign_ons", &board.sign_ons)),
            confirmations: confirmations::start(
                db.clone(),
                keys.addresses.clone(),
                settings.node.clone(),
                confirmed,
            ),
            directory: Directory::beside(shelf.clone()),
            sheets: Sheets::beside(shelf.clone()),
            presses: Presses::beside(shelf.clone()),
            shelf,
            board,
            notices: Notices::default(),
            events: Counts::default(),
            goals: Standings::default(),
            funds: Funds::default(),
            payments,
            database_silent: AtomicBool::new(false),
            cards: Cards::default(),
            clicks: clicks::start(db.clone(), settings.node.clone(), clicked),
            click_tallies: Tallies::default(),
            assets: Assets::load(),
            gaps: Gaps::default(),
            judges: Judges::default(),
            numbers: Numbers::default(),
            job_questions: Semaphore::new(2),
            housekeeping: Semaphore::new(1),
            decision_waits: Wake::default(),
            aside: Aside::default(),
            stopping: watch::Sender::new(false),
            rests: Rests::default(),
            mail_waits: Wake::default(),
            proof_waits: Wake::default(),
            task_waits: Wake::default(),
            sweep_waits: Wake::default(),
            process: hex(&dice.bytes::<8>()),
            outside: Outside::asking(settings.dns_server),
            settings,
            db,
            _lock: lock,
            clock,
            dice,
            keys,
            mailer,
            demo,
        }))
    }

    /// Asks everything that runs beside the pages to end after the step it is at.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    pub fn is_stopping(&self) -> bool {
        *self.stopping.borrow()
    }

    /// Waits until the program is asked to stop.
    pub async fn stopped(&self) {
        // The sender lives as long as the app does.
        let _ = self.stopping.subscribe().wait_for(|stopping| *stopping).await;
    }

    /// Whether mails wait for a server to be set: a demo shows them in its mailbox.
    pub fn mails_only_wait(&self) -> bool {
        self.mailer.is_none() && !self.demo
    }

    /// An absolute URL of this instance.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.base_url())
    }
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// Small work that no answer waits for, so that how long an answer takes tells nothing of it.
#[derive(Default)]
pub struct Aside(Mutex<JoinSet<()>>);

impl Aside {
    pub fn run(&self, work: impl Future<Output = ()> + Send + 'static) {
        let mut under_way = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while under_way.try_join_next().is_some() {}
        under_way.spawn(work);
    }

    /// Waits until all of it is done.
    pub async fn settled(&self) {
        let under_way = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        under_way.join_all().await;
    }
}

/// Wakes the one task that does some work; a call while it is busy is kept for when it is done.
#[derive(Default)]
pub struct Wake(Notify);

impl Wake {
    pub fn wake(&self) {
        self.0.notify_one();
    }

    pub async fn wait(&self, at_most: Duration) {
        // Running out of time is the other way to be woken.
        let _ = tokio::time::timeout(at_most, self.0.notified()).await;
    }
}
