//! The third game: something goes wrong for a while under load, and is over again. Meanwhile pages are shown as ever,
//! and whoever cannot be served is told so: nobody is thanked for what is not stored, and what was refused is not
//! stored. Afterwards the program goes on by itself.

use crate::Failure;
use crate::check;
use crate::gate::Gate;
use crate::http::Visitor;
use crate::ledger::{Ledger, Shared};
use crate::load::Crowd;
use crate::program::{COUNT, LETTER, Program, Recorder, compile_recorder};
use crate::sink::{self, Links};
use crate::stage::Stage;
use broadside_durable::schema::Schema;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

struct Mishap {
    name: &'static str,
    /// What the recorder is told, or what is shut.
    order: &'static str,
    stops: Stops,
}

/// What cannot be stored meanwhile.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stops {
    Nothing,
    /// What finds room in files that are there may be.
    Some,
    Everything,
}

const MISHAPS: [Mishap; 6] = [
    Mishap { name: "a full disk", order: "full", stops: Stops::Some },
    Mishap { name: "a disk that can only be read", order: "read-only", stops: Stops::Everything },
    Mishap { name: "syncs that fail", order: SYNC, stops: Stops::Everything },
    Mishap { name: "a clock an hour ahead", order: AHEAD, stops: Stops::Nothing },
    Mishap { name: "a clock an hour behind", order: "clock -3600", stops: Stops::Nothing },
    Mishap { name: "a PostgreSQL that is away", order: AWAY, stops: Stops::Everything },
];

const SYNC: &str = "sync";
const AHEAD: &str = "clock 3600";
const AWAY: &str = "postgres";
/// How long the program may take to go on by itself.
const PATIENCE: u32 = 1_000;
/// And how long, in tens of moments, until the last mail has gone.
const MAILS_PATIENCE: u32 = 600;
const MOMENT: Duration = Duration::from_millis(10);
/// A connection to PostgreSQL is waited for five seconds, by one batch after the other.
const WAITED: Duration = Duration::from_secs(12);
/// Each sort of page is looked at so often.
const VIEWS: Duration = Duration::from_millis(25);

/// What is played with, and how.
pub struct Order {
    /// In milliseconds.
    pub lasting: u64,
    pub only: Option<String>,
    /// A PostgreSQL in which a schema can be made; without one, that mishap is left out.
    pub postgres: Option<String>,
}

pub async fn play(stage: &Stage, order: &Order) -> Result<String, Failure> {
    let library = compile_recorder(&stage.root)?;
    let mut told = Vec::new();
    for (number, mishap) in (0..).zip(&MISHAPS) {
        let is_wanted = order.only.as_deref().is_none_or(|only| only == mishap.order);
        if !is_wanted || mishap.order == AWAY && order.postgres.is_none() {
            continue;
        }
        let folder = stage.folder(&format!("mishap-{number}"))?;
        let mut place = Place::new(stage, &folder, &library, mishap, order).await?;
        let least = if mishap.order == AWAY { WAITED } else { Duration::ZERO };
        let lasting = Duration::from_millis(order.lasting).max(least);
        let said = one(stage, &mut place, mishap, lasting).await;
        place.leave().await?;
        told.push(said.map_err(|failure| format!("{}: {failure}", mishap.name))?);
    }
    if told.is_empty() { Err("nothing was played".into()) } else { Ok(told.join("; ")) }
}

/// The program, and what can be done to it.
struct Place {
    program: Program,
    links: Links,
    /// Before its PostgreSQL, with the schema there.
    gate: Option<(Gate, Schema)>,
}

impl Place {
    async fn new(
        stage: &Stage,
        folder: &Path,
        library: &Path,
        mishap: &Mishap,
        order: &Order,
    ) -> Result<Self, Failure> {
        let root = folder.join("root");
        std::fs::create_dir_all(&root)?;
        let links = Links::default();
        let smtp_url = Some(sink::start(links.clone()).await?);
        let mut program = Program { smtp_url, ..stage.program(&root) };
        let mut gate = None;
        if let Some(server) = order.postgres.as_deref().filter(|_| mishap.order == AWAY) {
            let schema = Schema::new(server, "durable", stage.seed).await?;
            let before = Gate::before(schema.address()?).await?;
            program.database_url = Some(schema.through(before.address)?);
            gate = Some((before, schema));
        } else {
            program.recorder = Some(Recorder::in_folder(folder, library));
        }
        Ok(Self { program, links, gate })
    }

    async fn begins(&mut self, mishap: &Mishap) -> io::Result<()> {
        if let Some((gate, _)) = &mut self.gate {
            gate.shut().await;
        }
        self.program.recorder.as_ref().map_or(Ok(()), |recorder| recorder.order(mishap.order))
    }

    async fn is_over(&mut self) -> io::Result<()> {
        if let Some((gate, _)) = &mut self.gate {
            gate.open().await?;
        }
        self.program.recorder.as_ref().map_or(Ok(()), |recorder| recorder.order(""))
    }

    async fn leave(self) -> Result<(), Failure> {
        match self.gate {
            Some((_, schema)) => schema.drop().await,
            None => Ok(()),
        }
    }
}

async fn one(
    stage: &Stage,
    place: &mut Place,
    mishap: &Mishap,
    lasting: Duration,
) -> Result<String, Failure> {
    let program = place.program.clone();
    program.import()?;
    let server = program.serve().await?;
    let ledger = Shared::of(Ledger::of_an_instance());
    let pages_may_wait = place.gate.is_some();
    let (links, seed) = (place.links.clone(), stage.seed);
    let crowd = Crowd { ledger: ledger.clone(), links, recorder: None, breath: 8, seed, pages_may_wait };
    let load = crowd.start(server.address, 0);
    let reader = Reader::start(server.address, pages_may_wait);
    more_is_thanked(&ledger, "before").await?;
    tokio::time::sleep(lasting / 5).await;

    place.begins(mishap).await?;
    // What was under way has ended after this.
    tokio::time::sleep(lasting / 5).await;
    let (refused, thanked) = told(&ledger);
    tokio::time::sleep(lasting).await;
    let (more_refused, more_thanked) = told(&ledger);
    let (refused, thanked) = (more_refused - refused, more_thanked - thanked);
    let is_as_it_should_be = match mishap.stops {
        Stops::Nothing => refused == 0,
        Stops::Some => refused > 0,
        Stops::Everything => refused > 0 && thanked == 0,
    };
    place.is_over().await?;

    let goes_on = more_is_thanked(&ledger, "afterwards").await;
    tokio::time::sleep(lasting / 5).await;
    let views = reader.end().await?;
    load.end(false).await?;
    if !is_as_it_should_be {
        return Err(format!("{thanked} were thanked and {refused} refused meanwhile").into());
    }
    goes_on?;
    // What is queued while the clock is ahead waits until that time has come.
    if mishap.order != AHEAD {
        every_mail_goes_out(&program).await?;
    }
    server.kill()?;
    let ledger = ledger.lock().clone();
    let mut faults = check::look(&program.url(), &ledger, u64::MAX).await;
    // Whose commit was under way when the sync failed, or the line broke, cannot be told which it was.
    if mishap.order != SYNC && mishap.order != AWAY {
        faults.broken.extend(check::refused_but_stored(&program.url(), &ledger).await?);
    }
    faults.broken.extend(check::serve_again(&program.bare()).await?);
    if faults.any() {
        return Err(faults.to_string().into());
    }
    Ok(format!("{}: {thanked} thanked, {refused} refused, {views} pages shown", mishap.name))
}

/// No mail is left behind for longer than this takes.
async fn every_mail_goes_out(program: &Program) -> Result<(), Failure> {
    let mut left = 0;
    for _ in 0..MAILS_PATIENCE {
        left = check::mails_to_come(&program.url()).await?;
        if left == 0 {
            return Ok(());
        }
        tokio::time::sleep(10 * MOMENT).await;
    }
    Err(format!("{left} mails are still to come").into())
}

/// How many were refused, and how many thanked.
fn told(ledger: &Shared) -> (usize, usize) {
    let ledger = ledger.lock();
    (ledger.refused.len(), ledger.thanked())
}

async fn more_is_thanked(ledger: &Shared, when: &str) -> Result<(), Failure> {
    let before = ledger.lock().clone();
    for _ in 0..PATIENCE {
        tokio::time::sleep(MOMENT).await;
        let ledger = ledger.lock();
        if ledger.thanked() > before.thanked() && ledger.confirmed() > before.confirmed() {
            return Ok(());
        }
    }
    Err(format!("nobody is thanked {when}").into())
}

/// Somebody who reads all the while, and is always shown the page.
struct Reader {
    leaves: Arc<AtomicBool>,
    reading: tokio::task::JoinHandle<io::Result<u64>>,
}

impl Reader {
    fn start(address: SocketAddr, may_be_unready: bool) -> Self {
        let leaves = Arc::<AtomicBool>::default();
        let seen = leaves.clone();
        let reading = tokio::spawn(async move {
            let mut visitor = Visitor::new(address);
            let mut views = 0;
            while !seen.load(Ordering::Relaxed) {
                for path in ["/campaigns/dropsalesforce", LETTER, COUNT, "/readyz"] {
                    let answer = visitor.get(path).await?;
                    let is_told = path == "/readyz" && may_be_unready && answer.status == 503;
                    if answer.status != 200 && !is_told {
                        return Err(io::Error::other(format!("{path} was answered {}", answer.status)));
                    }
                    views += 1;
                }
                tokio::time::sleep(VIEWS).await;
            }
            Ok(views)
        });
        Self { leaves, reading }
    }

    async fn end(self) -> Result<u64, Failure> {
        self.leaves.store(true, Ordering::Relaxed);
        Ok(self.reading.await??)
    }
}
