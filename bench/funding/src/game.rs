//! The game: pledges, then one life of the program after another, then the end without mishaps, then the count.

use crate::Failure;
use crate::check::{self, Stands, Truth};
use crate::givers::{self, Card, Giver};
use crate::program::{KEY, Program, SECRET};
use broadside_db::Db;
use broadside_durable::dice::Dice;
use broadside_durable::schema::Schema;
use broadside_money::{Amount, Currency};
use broadside_payments_proxy::{Chances, Fees, Localstripe, Options, Proxy};
use broadside_stripe::{Client, Metadata, OffSession};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

pub struct Order {
    pub program: PathBuf,
    pub campaign: PathBuf,
    pub root: PathBuf,
    pub postgres: Option<String>,
    pub seed: u64,
    pub pledges: u64,
    pub kills: u64,
    /// In percent.
    pub lost: u64,
    pub failed: u64,
    pub slow: u64,
}

const SECOND: i64 = 1_000_000;
const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// 2018-09-12T12:00:00Z, when everybody pledged.
const PLEDGED: i64 = 1_536_753_600;
/// 2018-09-21T04:00:00Z, an hour after the end.
const ENDED: i64 = 1_537_502_400;
/// For what was declined, and a day for good measure.
const GRACE: i64 = 6 * DAY;

/// The provider is asked about each pledge about so often: for the charge, for what was lost, and for the event.
const CALLS_A_PLEDGE: u64 = 3;
/// A life in which nothing is asked for so long is over.
const SILENCE: Duration = Duration::from_secs(4);
/// By then a payment that was asked for last and is made slowly is made.
const UNDER_WAY: Duration = Duration::from_secs(3);
/// So long may pass at the end without a pledge or payment that comes further.
const PATIENCE: Duration = Duration::from_mins(1);

/// What time it is in the game: it runs on from where it was set.
#[derive(Clone)]
struct Clock {
    /// In seconds of Unix time when the game began.
    ahead: Arc<AtomicI64>,
    began: Instant,
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "the game has a clock of its own")]
    fn starting_at(moment: i64) -> Self {
        Self { ahead: Arc::new(moment.into()), began: Instant::now() }
    }

    fn now(&self) -> i64 {
        let passed = i64::try_from(self.began.elapsed().as_secs()).unwrap_or_default();
        self.ahead.load(Ordering::SeqCst) + passed
    }

    fn pass(&self, seconds: i64) {
        self.ahead.fetch_add(seconds, Ordering::SeqCst);
    }
}

/// What happened on the way.
#[derive(Default)]
struct Told {
    kills: u64,
    while_starting: u64,
    days: u64,
}

pub async fn play(order: &Order) -> Result<String, Failure> {
    let schema = match &order.postgres {
        Some(server) => Some(Schema::new(server, "funding", order.seed).await?),
        None => None,
    };
    let told = on_a_database(order, schema.as_ref().map(Schema::url)).await?;
    if let Some(schema) = schema {
        schema.drop().await?;
    }
    Ok(told)
}

async fn on_a_database(order: &Order, postgres: Option<String>) -> Result<String, Failure> {
    let localstripe = Localstripe::start(&Localstripe::python()?)?;
    let clock = Clock::starting_at(PLEDGED);
    let of_the_game = clock.clone();
    let options = Options {
        localstripe: localstripe.address(),
        listen: ([127, 0, 0, 1], 0).into(),
        now: Arc::new(move || of_the_game.now()),
        seed: order.seed,
        chances: Chances::default(),
        fees: Fees::default(),
    };
    let proxy = Arc::new(Proxy::start(options).await?);
    let program = Program::new((&order.program, &order.campaign), &order.root, proxy.base(), postgres)?;
    program.import(clock.now())?;
    let mut givers = givers::save(&proxy, order.seed, order.pledges).await?;
    let db = open(&program).await?;
    givers::pledge(&db, &mut givers, PLEDGED * SECOND).await?;
    db.close().await;

    proxy.add_webhook(&program.hook(), SECRET);
    clock.pass(ENDED - clock.now());
    proxy.change(Chances {
        lose_request: order.lost / 2,
        lose_answer: order.lost - order.lost / 2,
        fail: order.failed,
        slow: order.slow,
    });
    let before = proxy.met().calls;
    let told = lives(order, &program, &proxy, &clock).await?;
    proxy.change(Chances::default());
    end(&program, &clock).await?;
    let met = proxy.met();

    let db = open(&program).await?;
    let truth = Truth { givers: &givers, payments: proxy.payments().await?, fees: Fees::default() };
    let sums = check::look(&db, &truth).await?;
    a_second_charge_is_seen(&db, &proxy, &givers, truth).await?;
    db.close().await;
    Ok(format!(
        "{sums}; {} kills while it charged and {} while it started, {} times a day later; {} calls, of which {} were lost, {} \
         answered to nobody, {} answered with a failure and {} payments made slowly; a charge made past the program was seen at once",
        told.kills,
        told.while_starting,
        told.days,
        met.calls - before,
        met.lost_requests,
        met.lost_answers,
        met.failed,
        met.slow,
    ))
}

async fn open(program: &Program) -> Result<Db, Failure> {
    Ok(Db::open_existing(&program.database()).await?.ok_or("no database")?)
}

async fn stands(program: &Program) -> Result<Stands, Failure> {
    let db = open(program).await?;
    let stands = check::stands(&db, 0).await;
    db.close().await;
    stands
}

/// One life after another, until nothing is left to be charged.
async fn lives(order: &Order, program: &Program, proxy: &Proxy, clock: &Clock) -> Result<Told, Failure> {
    let mut dice = Dice::new(order.seed);
    let mut told = Told::default();
    let longest = 2 * order.pledges * CALLS_A_PLEDGE / order.kills.max(1);
    while told.kills < order.kills {
        if dice.percent(10) {
            let running = program.spawn(clock.now())?;
            tokio::time::sleep(Duration::from_millis(dice.below(400))).await;
            running.kill()?;
            told.while_starting += 1;
        }
        let running = program.serve(clock.now())?;
        if stands(program).await?.to_charge == 0 {
            running.stop()?;
            break;
        }
        let is_alive = live(proxy, 1 + dice.below(longest), dice.percent(50)).await;
        if is_alive {
            // Between two of its deeds.
            tokio::time::sleep(Duration::from_micros(dice.below(20_000))).await;
        }
        running.kill()?;
        told.kills += 1;
        // What the provider was asked for last is done in any case, and what it was asked for a day ago is forgotten.
        if dice.percent(5) {
            clock.pass(25 * HOUR);
            proxy.forget_keys();
            told.days += 1;
        } else {
            clock.pass(MINUTE + i64::try_from(dice.below(30 * 60))?);
        }
    }
    Ok(told)
}

/// Waits until the provider was asked so often, or until a payment is made slowly where that is enough; false where it is
/// asked no more.
async fn live(proxy: &Proxy, calls: u64, slow_is_enough: bool) -> bool {
    const MOMENT: Duration = Duration::from_millis(1);
    let before = proxy.met();
    let wanted = before.calls + calls;
    let (mut seen, mut silent) = (0, Duration::ZERO);
    while seen < wanted {
        tokio::time::sleep(MOMENT).await;
        let met = proxy.met();
        if slow_is_enough && met.slow > before.slow {
            return true;
        }
        let now = met.calls;
        silent = if now == seen { silent + MOMENT } else { Duration::ZERO };
        if silent > SILENCE {
            return false;
        }
        seen = now;
    }
    true
}

/// Without mishaps: what is not charged is, what was declined lapses, and every payment is asked about once more.
async fn end(program: &Program, clock: &Clock) -> Result<(), Failure> {
    tokio::time::sleep(UNDER_WAY).await;
    clock.pass(2 * HOUR);
    let running = program.serve(clock.now())?;
    come_to_nothing(program, 0, |stands| stands.to_charge).await?;
    running.stop()?;
    clock.pass(GRACE);
    let asked_since = clock.now() * SECOND;
    let running = program.serve(clock.now())?;
    come_to_nothing(program, asked_since, |stands| stands.to_lapse + stands.unsettled + stands.unasked)
        .await?;
    Ok(running.stop()?)
}

/// Waits until nothing is left of something, while the program is at it.
async fn come_to_nothing(
    program: &Program,
    asked_since: i64,
    left: fn(&Stands) -> i64,
) -> Result<(), Failure> {
    const MOMENT: Duration = Duration::from_millis(100);
    let db = open(program).await?;
    let (mut seen, mut silent) = (i64::MAX, Duration::ZERO);
    while seen > 0 && silent < PATIENCE {
        tokio::time::sleep(MOMENT).await;
        let now = left(&check::stands(&db, asked_since).await?);
        silent = if now == seen { silent + MOMENT } else { Duration::ZERO };
        seen = now;
    }
    let stands = check::stands(&db, asked_since).await?;
    db.close().await;
    if seen == 0 { Ok(()) } else { Err(format!("it comes no further: {stands:?}").into()) }
}

/// Charges one giver more, past the program: the check must say so, or it is worth nothing.
async fn a_second_charge_is_seen(
    db: &Db,
    proxy: &Proxy,
    givers: &[Giver],
    truth: Truth<'_>,
) -> Result<(), Failure> {
    let giver = givers.iter().find(|giver| giver.card == Card::Good).ok_or("nobody has a good card")?;
    let pledge = giver.pledge.to_string();
    let dollars = Currency::parse("USD").ok_or("no dollars")?;
    let charge = OffSession {
        customer: &giver.payer,
        payment_method: &giver.method,
        amount: Amount::new(giver.amount, dollars),
        metadata: &Metadata::from([("pledge".to_owned(), pledge.clone())]),
    };
    Client::at(KEY, proxy.base())?.charge_off_session(&charge, "past-the-program").await?;
    let seen = check::look(db, &Truth { payments: proxy.payments().await?, ..truth }).await;
    match seen {
        Err(faults) if faults.to_string().contains(&format!("pledge {pledge} was charged 2 times")) => Ok(()),
        Err(faults) => {
            Err(format!("pledge {pledge} was charged once more, and what is seen is: {faults}").into())
        }
        Ok(_) => Err(format!("pledge {pledge} was charged once more, and nothing is seen").into()),
    }
}
