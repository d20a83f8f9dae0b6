//! The third game: something goes wrong for a while under load, and is over again. Meanwhile pages are shown as ever,
//! and whoever cannot be served is told so: nobody is thanked for what is not stored, and what was refused is not
//! stored. Afterwards the program goes on by itself.

use crate::Failure;
use crate::check;
use crate::http::Visitor;
use crate::ledger::{Ledger, Shared};
use crate::load::Crowd;
use crate::program::{COUNT, LETTER, Program, Recorder, compile_recorder};
use crate::sink::{self, Links};
use crate::stage::Stage;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

struct Mishap {
    name: &'static str,
    /// What the recorder is told.
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

const MISHAPS: [Mishap; 5] = [
    Mishap { name: "a full disk", order: "full", stops: Stops::Some },
    Mishap { name: "a disk that can only be read", order: "read-only", stops: Stops::Everything },
    Mishap { name: "syncs that fail", order: "sync", stops: Stops::Everything },
    Mishap { name: "a clock an hour ahead", order: AHEAD, stops: Stops::Nothing },
    Mishap { name: "a clock an hour behind", order: "clock -3600", stops: Stops::Nothing },
];

const AHEAD: &str = "clock 3600";
/// How long the program may take to go on by itself.
const PATIENCE: u32 = 1_000;
/// And how long, in tens of moments, until the last mail has gone.
const MAILS_PATIENCE: u32 = 600;
const MOMENT: Duration = Duration::from_millis(10);
/// Each sort of page is looked at so often.
const VIEWS: Duration = Duration::from_millis(25);

pub async fn play(stage: &Stage, lasting: u64, only: Option<&str>) -> Result<String, Failure> {
    let library = compile_recorder(&stage.root)?;
    let mut told = Vec::new();
    for (number, mishap) in (0..).zip(&MISHAPS) {
        if only.is_some_and(|only| only != mishap.order) {
            continue;
        }
        let folder = stage.folder(&format!("mishap-{number}"))?;
        let said = one(stage, &folder, &library, mishap, Duration::from_millis(lasting)).await;
        told.push(said.map_err(|failure| format!("{}: {failure}", mishap.name))?);
    }
    Ok(told.join("; "))
}

async fn one(
    stage: &Stage,
    folder: &Path,
    library: &Path,
    mishap: &Mishap,
    lasting: Duration,
) -> Result<String, Failure> {
    let root = folder.join("root");
    std::fs::create_dir_all(&root)?;
    let recorder = Recorder::in_folder(folder, library);
    let links = Links::default();
    let program = Program {
        smtp_url: Some(sink::start(links.clone()).await?),
        recorder: Some(recorder.clone()),
        ..stage.program(&root)
    };
    program.import()?;
    let server = program.serve().await?;
    let ledger = Shared::of(Ledger::of_an_instance());
    let crowd =
        Crowd { ledger: ledger.clone(), links: links.clone(), recorder: None, breath: 8, seed: stage.seed };
    let load = crowd.start(server.address, 0);
    let reader = Reader::start(server.address);
    more_is_thanked(&ledger, "before").await?;
    tokio::time::sleep(lasting / 5).await;

    recorder.order(mishap.order)?;
    // What was under way has ended after this.
    tokio::time::sleep(lasting / 5).await;
    let (refused, thanked) = told(&ledger);
    tokio::time::sleep(lasting).await;
    let (more_refused, more_thanked) = told(&ledger);
    let (refused, thanked) = (more_refused - refused, more_thanked - thanked);
    if mishap.stops == Stops::Nothing && refused > 0 || mishap.stops == Stops::Everything && thanked > 0 {
        return Err(format!("{thanked} were thanked and {refused} refused").into());
    }
    if mishap.stops != Stops::Nothing && refused == 0 {
        return Err("nothing was refused: this shows nothing".into());
    }
    recorder.order("")?;

    let goes_on = more_is_thanked(&ledger, "afterwards").await;
    tokio::time::sleep(lasting / 5).await;
    let views = reader.end().await?;
    load.end(false).await?;
    goes_on?;
    // What is queued while the clock is ahead waits until that time has come.
    if mishap.order != AHEAD {
        every_mail_goes_out(&program).await?;
    }
    server.kill()?;
    let ledger = ledger.lock().clone();
    let mut faults = check::look(&program.database(), &ledger, u64::MAX).await;
    if mishap.order != "sync" {
        faults.broken.extend(check::refused_but_stored(&program.database(), &ledger).await?);
    }
    faults.broken.extend(check::serve_again(&program.at(&root)).await?);
    if faults.any() {
        return Err(faults.to_string().into());
    }
    Ok(format!("{}: {thanked} thanked, {refused} refused, {views} pages shown", mishap.name))
}

/// No mail is left behind for longer than this takes.
async fn every_mail_goes_out(program: &Program) -> Result<(), Failure> {
    let mut left = 0;
    for _ in 0..MAILS_PATIENCE {
        left = check::mails_to_come(&program.database()).await?;
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
    fn start(address: SocketAddr) -> Self {
        let leaves = Arc::<AtomicBool>::default();
        let seen = leaves.clone();
        let reading = tokio::spawn(async move {
            let mut visitor = Visitor::new(address);
            let mut views = 0;
            while !seen.load(Ordering::Relaxed) {
                for path in ["/campaigns/dropsalesforce", LETTER, COUNT, "/readyz"] {
                    let answer = visitor.get(path).await?;
                    if answer.status != 200 {
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
