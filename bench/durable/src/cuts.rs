//! The second game: the power fails. A recorded load is cut at many moments; of what was not synced by then, chance
//! keeps what it likes; what is left must open, be whole, and hold everything that anybody was thanked for.

use crate::Failure;
use crate::check;
use crate::disk::{Disk, Ignored};
use crate::image::{Image, read_image, write_image};
use crate::ledger::{Ledger, Shared};
use crate::load::Crowd;
use crate::moments;
use crate::program::{Program, Recorder, compile_recorder, sqlite_at};
use crate::recording::Recording;
use crate::sink::{self, Links};
use crate::stage::Stage;
use broadside_durable::dice::Dice;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// How much is played.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub cuts: u64,
    pub recordings: u64,
    /// Of load in each recording.
    pub milliseconds: u64,
    /// How many of the cuts the program itself is asked about.
    pub asked: u64,
    /// Whether the data folder stands before the program starts.
    pub folder_made: bool,
}

/// So many cuts are looked at side by side.
const TOGETHER: usize = 3;
/// At least so many of a recording's cuts are played again with syncs left out, or one in ten.
const CONTROL: usize = 20;

/// A recording with everything that is needed to cut it again.
struct Recorded {
    folder: PathBuf,
    recording: Recording,
    base: Image,
    ledger: Ledger,
}

#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    cuts: u64,
    at_fault: u64,
    lost: u64,
    /// Thanks that had to hold, over all cuts.
    held: u64,
}

pub async fn play(stage: &Stage, size: Size) -> Result<String, Failure> {
    let library = compile_recorder(&stage.root)?;
    let (mut all, mut unsynced, mut logs_unsynced) = (Seen::default(), Seen::default(), Seen::default());
    let (mut events, mut bytes, mut before) = (0, 0, (size.empty(), Ledger::default()));
    for number in 0..size.recordings {
        let seed = Dice::of(stage.seed, number).throw();
        let folder = stage.folder(&format!("recording-{number}"))?;
        let recorded = record(stage, &folder, &library, before, seed, size.milliseconds).await?;
        let share = size.cuts * (number + 1) / size.recordings - size.cuts * number / size.recordings;
        events += recorded.recording.events.len();
        bytes += recorded.recording.log.len();
        let asked = size.asked.div_ceil(size.recordings);
        let cuts = moments::chosen(&recorded.recording, &recorded.ledger, share, seed);
        all.add(cut(stage, &recorded, &cuts, seed, Ignored::None, asked).await?);
        let few: Vec<_> = cuts.iter().copied().step_by((cuts.len() / CONTROL).clamp(1, 10)).collect();
        unsynced.add(cut(stage, &recorded, &few, seed, Ignored::All, 0).await?);
        logs_unsynced.add(cut(stage, &recorded, &few, seed, Ignored::Logs, 0).await?);
        // Every other recording goes on from a cut of the one before: the power fails again, while the program recovers or
        // soon after.
        before = if number % 2 == 0 { a_cut_of(&recorded, seed) } else { (size.empty(), Ledger::default()) };
        std::fs::remove_dir_all(&folder)?;
    }
    for (control, what) in [(unsynced, "no sync"), (logs_unsynced, "no sync of SQLite’s log")] {
        if control.at_fault == 0 {
            return Err(
                format!("{what} had any effect, and no loss was seen in {} cuts", control.cuts).into()
            );
        }
    }
    Ok(format!(
        "{} cuts of {} recordings ({events} events, {} MB), {} thanks held on average; cuts with a fault 0, lost 0, \
         counted twice 0, integrity_check ok, counts equal to a recount; the program was asked at {}. The same cuts \
         as if no sync had any effect: {} of {} at fault, {} thanks lost; as if SQLite’s log were not synced: {} of {}, \
         {} lost",
        all.cuts,
        size.recordings,
        bytes / 1_000_000,
        all.held / all.cuts.max(1),
        size.asked,
        unsynced.at_fault,
        unsynced.cuts,
        unsynced.lost,
        logs_unsynced.at_fault,
        logs_unsynced.cuts,
        logs_unsynced.lost
    ))
}

impl Size {
    /// What a disk holds before the program is started first.
    fn empty(&self) -> Image {
        Image::from_iter(self.folder_made.then(|| ("data".to_owned(), None)))
    }
}

fn a_cut_of(recorded: &Recorded, seed: u64) -> (Image, Ledger) {
    let mut dice = Dice::of(seed, u64::MAX);
    let events = recorded.recording.events.len() * 9 / 10;
    let mut disk = Disk::new(&recorded.recording, &recorded.base, Ignored::None);
    disk.play_to(events);
    (disk.cut(&mut dice), recorded.ledger.as_of(recorded.recording.length_after(events)))
}

async fn record(
    stage: &Stage,
    folder: &Path,
    library: &Path,
    (base, ledger): (Image, Ledger),
    seed: u64,
    milliseconds: u64,
) -> Result<Recorded, Failure> {
    let root = folder.join("root");
    write_image(&root, &base)?;
    write_image(&folder.join("base"), &base)?;
    let recorder = Recorder::in_folder(folder, library);
    let links = Links::default();
    let program = Program {
        smtp_url: Some(sink::start(links.clone()).await?),
        recorder: Some(recorder.clone()),
        ..stage.program(&root)
    };
    let ledger = Shared::of(ledger);
    if ledger.lock().imported.is_none() {
        program.import()?;
        ledger.lock().imported = Some(recorder.position());
    }
    let crowd = Crowd {
        ledger: ledger.clone(),
        links,
        recorder: Some(recorder.clone()),
        breath: 12,
        seed,
        pages_may_wait: false,
    };
    // Stopped as an operator does it, then killed twice.
    for round in 0..3 {
        let server = program.serve().await?;
        let load = crowd.start(server.address, round);
        tokio::time::sleep(Duration::from_millis(milliseconds / 3)).await;
        if round == 0 {
            load.end(false).await?;
            server.stop()?;
        } else {
            server.kill_by(&recorder).await?;
            load.end(true).await?;
        }
    }
    let ledger = ledger.lock().clone();
    ledger.save(&folder.join("ledger"))?;
    std::fs::write(folder.join("seed"), seed.to_string())?;
    let recording = Recording::read(&recorder.log)?;
    let mut disk = Disk::new(&recording, &base, Ignored::None);
    disk.play_to(recording.events.len());
    agree(&disk.whole(), &read_image(&root)?)?;
    Ok(Recorded { folder: folder.to_owned(), recording, base, ledger })
}

/// Played to its end, a recording gives the very files that are there: nothing was missed.
fn agree(played: &Image, there: &Image) -> Result<(), Failure> {
    let names = |image: &Image| image.keys().cloned().collect::<Vec<_>>();
    if names(played) != names(there) {
        let (played, there) = (names(played), names(there));
        return Err(format!("the recording tells of {played:?}, and there is {there:?}").into());
    }
    match played.iter().find(|(name, content)| there.get(*name) != Some(content)) {
        Some((name, _)) => Err(format!("{name} is not what the recording tells of it").into()),
        None => Ok(()),
    }
}

/// Looks at each of these cuts. A fault ends the game, unless syncs are left out on purpose.
async fn cut(
    stage: &Stage,
    recorded: &Recorded,
    cuts: &[(u64, usize)],
    seed: u64,
    ignored: Ignored,
    asked: u64,
) -> Result<Seen, Failure> {
    let ledger = Arc::new(recorded.ledger.clone());
    let moments = ledger.moments();
    let room = Arc::new(Semaphore::new(TOGETHER));
    let mut looks: JoinSet<Result<check::Faults, Failure>> = JoinSet::new();
    let mut disk = Disk::new(&recorded.recording, &recorded.base, ignored);
    let every = cuts.len().checked_div(usize::try_from(asked)?).unwrap_or(usize::MAX).max(1);
    let mut seen = Seen::default();
    for (place, (number, events)) in cuts.iter().enumerate() {
        disk.play_to(*events);
        let at = recorded.recording.length_after(*events);
        seen.held += moments.partition_point(|moment| *moment <= at) as u64;
        let image = disk.cut(&mut Dice::of(seed, *number));
        let folder = recorded.folder.join(format!("cut-{number}"));
        let (turn, ledger) = (room.clone().acquire_owned().await?, ledger.clone());
        let asked = (ignored == Ignored::None && place % every == 0).then(|| stage.program(&folder));
        let replay = format!("replay --recording {} --cut {number}", recorded.folder.display());
        looks.spawn(async move {
            let _turn = turn;
            let faults = look(&folder, &image, &ledger, at, asked).await?;
            if faults.any() && ignored == Ignored::None {
                return Err(format!("{faults}\nTo see it again: broadside-durable {replay}").into());
            }
            std::fs::remove_dir_all(&folder)?;
            Ok(faults)
        });
    }
    while let Some(look) = looks.join_next().await {
        let faults = look??;
        seen.cuts += 1;
        seen.at_fault += u64::from(faults.any());
        seen.lost += faults.lost.len() as u64;
    }
    Ok(seen)
}

async fn look(
    folder: &Path,
    image: &Image,
    ledger: &Ledger,
    at: u64,
    asked: Option<Program>,
) -> Result<check::Faults, Failure> {
    write_image(folder, image)?;
    let database = sqlite_at(&folder.join("data/broadside.db"));
    // The program itself first, on some: it finds the files as the power left them.
    let mut said = Vec::new();
    if let Some(program) = asked.filter(|_| ledger.imported.is_some_and(|moment| moment <= at)) {
        said = check::serve_again(&program).await?;
        said.extend(check::ask_the_doctor(&program)?);
    }
    let mut faults = check::look(&database, ledger, at).await;
    faults.broken.extend(said);
    Ok(faults)
}

impl Seen {
    fn add(&mut self, other: Self) {
        self.cuts += other.cuts;
        self.at_fault += other.at_fault;
        self.lost += other.lost;
        self.held += other.held;
    }
}

/// Makes one cut of a kept recording again, in a folder of its own, and says what is found.
pub async fn replay(folder: &Path, number: u64, cuts: u64) -> Result<String, Failure> {
    let seed = std::fs::read_to_string(folder.join("seed"))?.trim().parse()?;
    let recording = Recording::read(&folder.join("recording"))?;
    let ledger = Ledger::load(&folder.join("ledger"))?;
    let base = read_image(&folder.join("base"))?;
    let chosen = moments::chosen(&recording, &ledger, cuts, seed);
    let (_, events) = chosen.iter().find(|(one, _)| *one == number).ok_or("there is no such cut")?;
    let mut disk = Disk::new(&recording, &base, Ignored::None);
    disk.play_to(*events);
    let image = disk.cut(&mut Dice::of(seed, number));
    let place = folder.join(format!("again-{number}"));
    let faults = look(&place, &image, &ledger, recording.length_after(*events), None).await?;
    Ok(format!("after event {events}, in {}: {faults}", place.display()))
}
