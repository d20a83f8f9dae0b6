//! Makes the files of a delivery a step at a time. First the signatures are walked by their numbers and those that
//! are shown written down; then each step makes one file of what was written down, so that all of them agree.

use super::volume::{self, NAMES};
use super::{Delivery, MadeFile, store, tables};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::jobs::Progress;
use crate::letters::page::in_language;
use crate::letters::printed::{self, Written};
use crate::letters::{endorsers, store as letters};
use crate::state::App;
use crate::tasks::working::{Turn, begin_anew, end_step, fail, write_down};
use crate::tasks::{Reason, files};
use crate::web::answer::hex;
use crate::web::i18n::Say;
use broadside_db::{BoxFuture, Error, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, Write};
use std::path::Path;
use std::sync::Arc;

/// So many numbers are looked at in a step.
const IN_A_STEP: i64 = 2_000;

/// What one step hands to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Carried {
    /// The numbers between which signatures stood when it was begun; what comes later is not in it.
    first: i64,
    last: i64,
    /// How much of what is written down counts.
    bytes: u64,
    named: i64,
    unnamed: i64,
    files: Vec<MadeFile>,
    /// What stands around the names, as it was when the first file was made: what changes meanwhile is in none of them.
    #[serde(default)]
    around: Option<Around>,
}

/// One who is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    pub name: String,
    /// The slug of a relation; empty where none was chosen.
    pub relation: String,
    /// Of the words that were signed.
    pub version: i64,
}

/// What stands around the names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    pub letter: Written,
    moves_names: bool,
    pub organisations: Vec<String>,
    relations: BTreeMap<String, String>,
}

/// What every file of a delivery is made from, but for the names.
pub struct Whole {
    pub around: Around,
    pub version: i64,
    pub zone: String,
    pub as_of: i64,
    pub named: i64,
    pub unnamed: i64,
}

impl Whole {
    pub fn relation(&self, line: &Line) -> &str {
        self.around.relations.get(&line.relation).map_or("", String::as_str)
    }

    pub fn stands_under_earlier(&self, line: &Line) -> bool {
        line.version != self.version && !self.around.moves_names
    }

    /// The numbers of those who are not named, which follow those who are.
    pub fn unnamed_numbers(&self) -> std::ops::RangeInclusive<i64> {
        self.named + 1..=self.named + self.unnamed
    }
}

/// One step of a delivery.
pub fn step<'a>(app: &'a App, turn: &'a Turn) -> BoxFuture<'a, Result<Progress>> {
    Box::pin(make_some(app, turn))
}

async fn make_some(app: &App, turn: &Turn) -> Result<Progress> {
    let task = &turn.task;
    let mut c = app.db.read().await?;
    let delivery = store::of_task(&mut c, task.id).await?;
    drop(c);
    let (Some(delivery), Some(stem)) = (delivery, &task.file) else {
        return fail(app, turn, Reason::Fault).await;
    };
    let mut carried: Carried = serde_json::from_str(&task.stand.carried).unwrap_or_default();
    let mut position = task.stand.position;
    if task.stand.carried.is_empty() {
        let mut c = app.db.read().await?;
        (carried.first, carried.last) = store::ends(&mut c, delivery.letter).await?;
        position = carried.first - 1;
    }
    if position < carried.last || task.stand.carried.is_empty() {
        walk(app, turn, &delivery, stem, carried, position).await
    } else {
        make_one(app, turn, &delivery, stem, carried).await
    }
}

/// The file in which names are written down; it goes with the others.
fn spool(stem: &str) -> String {
    format!("{stem}.names")
}

/// The file that is made as this one.
pub fn on_disk(stem: &str, position: usize) -> String {
    format!("{stem}.{position}")
}

/// How much of a task is done, of 100: the walk is half of it.
fn percent(carried: &Carried, position: i64, outputs: usize) -> i64 {
    let of = |done: i64, all: i64| if all > 0 { done.saturating_mul(50) / all } else { 50 };
    let made = i64::try_from(carried.files.len()).unwrap_or_default();
    of(position - carried.first + 1, carried.last - carried.first + 1)
        + of(made, i64::try_from(outputs).unwrap_or(i64::MAX))
}

/// Writes down who is shown among the next signatures.
async fn walk(
    app: &App,
    turn: &Turn,
    delivery: &Delivery,
    stem: &str,
    mut carried: Carried,
    position: i64,
) -> Result<Progress> {
    let up_to = position.saturating_add(IN_A_STEP).min(carried.last);
    let signed =
        store::signed(&mut app.db.read().await?, delivery.letter, position, up_to, delivery.asked_at).await?;
    let mut text = String::new();
    for one in signed {
        let Some(shown) = one.shown else {
            carried.unnamed += 1;
            continue;
        };
        carried.named += 1;
        let line =
            Line { name: shown.name, relation: shown.relation.unwrap_or_default(), version: shown.version };
        text.push_str(&serde_json::to_string(&line).map_err(|error| Error::Abandoned(error.to_string()))?);
        text.push('\n');
    }
    let (data, name, bytes) = (app.settings.data.clone(), spool(stem), carried.bytes);
    carried.bytes += text.len() as u64;
    let written = blocking(move || {
        let Some(mut file) = files::open_behind(&data, &name, bytes)? else { return Ok(None) };
        file.write_all(text.as_bytes())?;
        file.sync_data()?;
        Ok(Some(()))
    })
    .await?;
    match written {
        Ok(Some(())) => {}
        Ok(None) => return begin_anew(app, turn).await,
        Err(error) => return no_room(app, turn, &error).await,
    }
    let mut stand = turn.task.stand.clone();
    (stand.position, stand.rows) = (up_to, carried.named + carried.unnamed);
    (stand.done, stand.total) = (percent(&carried, up_to, 1), 100);
    stand.carried = serde_json::to_string(&carried).unwrap_or_default();
    write_down(app, turn, stand, false).await
}

/// What is made of what was written down, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Output {
    Volume(usize),
    Csv,
    Xlsx,
    Json,
}

fn outputs(named: i64) -> Vec<Output> {
    let volumes = (0..volume::volumes(named)).map(Output::Volume);
    volumes.chain([Output::Csv, Output::Xlsx, Output::Json]).collect()
}

fn ending(output: Output, named: i64) -> String {
    match output {
        Output::Volume(0) if volume::volumes(named) == 1 => ".pdf".to_owned(),
        Output::Volume(nth) => format!("-{}.pdf", nth + 1),
        Output::Csv => ".csv".to_owned(),
        Output::Xlsx => ".xlsx".to_owned(),
        Output::Json => ".json".to_owned(),
    }
}

/// Makes the next file; with the last of them the delivery is made.
async fn make_one(
    app: &App,
    turn: &Turn,
    delivery: &Delivery,
    stem: &str,
    mut carried: Carried,
) -> Result<Progress> {
    let campaign = app.directory.by_id(app, delivery.campaign).await?;
    let found = campaign.as_ref().and_then(|campaign| {
        campaign.letters.iter().find(|letter| letter.id == delivery.letter).map(|letter| (campaign, letter))
    });
    let Some((campaign, letter)) = found else { return fail(app, turn, Reason::Gone).await };
    let all = outputs(carried.named);
    let nth = carried.files.len();
    let Some(output) = all.get(nth).copied() else { return fail(app, turn, Reason::Fault).await };
    if carried.around.is_none() {
        carried.around = around(app, campaign, letter, delivery).await?;
    }
    let Some(around) = carried.around.clone() else { return fail(app, turn, Reason::Gone).await };
    let say = around.letter.language.say();
    let whole = Whole {
        around,
        version: delivery.letter_version,
        zone: campaign.definition.time_zone.clone(),
        as_of: delivery.asked_at,
        named: carried.named,
        unnamed: carried.unnamed,
    };
    let name = format!(
        "{}-{}-{}{}",
        campaign.definition.slug,
        letter.slug,
        delivery.id,
        ending(output, carried.named)
    );
    let (data, stem, bytes) = (app.settings.data.clone(), stem.to_owned(), carried.bytes);
    let made = blocking(move || {
        let written_down = files::folder(&data).join(spool(&stem));
        if written_down.metadata().map_or(0, |found| found.len()) < bytes {
            return Ok(None);
        }
        let Some(mut file) = files::open_behind(&data, &on_disk(&stem, nth), 0)? else { return Ok(None) };
        write(&mut file, &written_down, &whole, output, &say)?;
        file.sync_data()?;
        let (bytes, sha256) = fingerprint(&mut file)?;
        Ok(Some(MadeFile { name, bytes, sha256 }))
    })
    .await?;
    match made {
        Ok(Some(file)) => carried.files.push(file),
        Ok(None) => return begin_anew(app, turn).await,
        Err(error) => return no_room(app, turn, &error).await,
    }
    let mut stand = turn.task.stand.clone();
    (stand.done, stand.total) = (percent(&carried, carried.last, all.len()), 100);
    stand.carried = serde_json::to_string(&carried).unwrap_or_default();
    if carried.files.len() < all.len() {
        return write_down(app, turn, stand, false).await;
    }
    let (id, carried) = (delivery.id, Arc::new(carried));
    end_step(app, turn, stand, move |c, turn, stand, now| {
        let carried = carried.clone();
        Box::pin(async move {
            if !turn.finish(c, stand, now).await? {
                return Ok(false);
            }
            let sums = (carried.named + carried.unnamed, carried.unnamed);
            store::made(c, id, sums, &carried.files, now).await?;
            Ok(true)
        })
    })
    .await
}

/// Nothing where the letter has no words any more.
async fn around(
    app: &App,
    campaign: &Running,
    letter: &RunningLetter,
    delivery: &Delivery,
) -> Result<Option<Around>> {
    let counted = app.sheets.counted(app, letter.id).await.map_err(abandoned)?;
    let wordings = letters::wording(&mut app.db.read().await?, letter.id, delivery.letter_version).await?;
    let own = wordings.iter().find(|one| one.language == delivery.language).or(wordings.first());
    let Some(wording) = own else { return Ok(None) };
    let language = campaign.language(&wording.language);
    let say = language.say();
    let listed = endorsers::listed(campaign, letter, language, &say, &counted.endorsers);
    let relations = &campaign.definition.relations;
    Ok(Some(Around {
        letter: printed::written(app, campaign, letter, language, delivery.letter_version, wording),
        moves_names: counted.moves_names,
        organisations: listed
            .kinds
            .into_iter()
            .flat_map(|(_, all)| all.into_iter().map(|one| one.organisation))
            .collect(),
        relations: relations
            .iter()
            .map(|one| (one.slug.clone(), in_language(&one.label, language)))
            .collect(),
    }))
}

fn write(file: &mut File, names: &Path, whole: &Whole, output: Output, say: &Say) -> io::Result<()> {
    let most = usize::try_from(whole.named).unwrap_or_default();
    let lines = BufReader::new(File::open(names)?).lines().take(most);
    let lines = lines.map(|line| Ok(serde_json::from_str::<Line>(&line?)?));
    match output {
        Output::Volume(nth) => volume::write(file, whole, nth, lines.skip(nth * NAMES).take(NAMES), say),
        Output::Csv => tables::csv(file, whole, lines),
        Output::Xlsx => tables::xlsx(file, whole, lines, "signatures"),
        Output::Json => tables::json(file, whole, lines),
    }
}

fn fingerprint(file: &mut File) -> io::Result<(u64, String)> {
    let (mut digest, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; 64 * 1024]);
    file.rewind()?;
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            return Ok((bytes, hex(&digest.finalize())));
        }
        digest.update(&piece[..read]);
        bytes += read as u64;
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<io::Result<T>> {
    tokio::task::spawn_blocking(work).await.map_err(|lost| Error::Abandoned(lost.to_string()))
}

async fn no_room(app: &App, turn: &Turn, error: &io::Error) -> Result<Progress> {
    tracing::error!(task = turn.task.id, %error, "the files of a delivery cannot be written");
    // What was made of the names itself is no fault of the disk's.
    let reason = if error.kind() == io::ErrorKind::Other { Reason::Fault } else { Reason::Disk };
    fail(app, turn, reason).await
}

fn abandoned(error: crate::error::Error) -> Error {
    match error {
        crate::error::Error::Database(error) => error,
        other => Error::Abandoned(other.to_string()),
    }
}
