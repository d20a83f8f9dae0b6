//! `broadside rehearse`: the evening on which everybody comes, played beforehand against a copy of one's own
//! instance: a front page, bounces, a mail server that is gone, bots, a full disk.
//!
//! Everything stays on this machine. The copy is served by a program of its own on a loopback address; its mails
//! go to a mail server of the rehearsal's, which throws them away; who signs is made up, under a name that no DNS
//! knows (`.invalid`, RFC 6761). Nothing is written where the instance lies.

mod acts;
mod changes;
mod check;
mod copy;
mod load;
mod obeying;
mod report;
mod seen;
mod server;
mod sink;
mod store;
mod visitor;

use crate::clock::Stopwatch;
use crate::config::{Given, Settings};
use crate::doctor::Fact;
use crate::instance;
use crate::serve::told_to_stop;
use crate::web::i18n::Language;
use acts::{Act, Stage};
use broadside_db::{Db, is_on_this_machine};
use copy::{Copied, Room};
use load::People;
pub use obeying::{must_stay_here, obey};
use report::Report;
use server::Server;
use sink::Sink;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

type Failure = Box<dyn std::error::Error>;

#[derive(clap::Args)]
pub struct Rehearse {
    /// How long it plays, in minutes, or in parts of one
    #[arg(long, default_value_t = 4.0, value_parser = minutes)]
    minutes: f64,
    /// File for the report as a page; what is there is written over
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Language of the report: en, es or ar
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
    /// Slug of the campaign [default: the one whose open letter most people signed]
    #[arg(long)]
    campaign: Option<String>,
    /// Folder that is made for the copy, and deleted at the end [default: beside the data folder]
    #[arg(long, value_name = "FOLDER")]
    copy: Option<PathBuf>,
    /// So many megabytes are left free on the disk, for the instance itself
    #[arg(long, value_name = "MEGABYTES", default_value_t = 500)]
    leave_free: u64,
    /// Leaves the copy where it is
    #[arg(long)]
    keep: bool,
}

fn minutes(text: &str) -> Result<f64, String> {
    const WANTED: &str = "write a number of minutes between 0.05 and 120";
    text.parse().ok().filter(|minutes| (0.05..=120.0).contains(minutes)).ok_or_else(|| WANTED.to_owned())
}

fn language(text: &str) -> Result<Language, String> {
    Language::parse(text).ok_or_else(|| "one of en, es, ar".to_owned())
}

/// How much longer than it should it may take in any case, beside the copying.
const GRACE: Duration = Duration::from_mins(3);
/// Sign-ons a second, beside which things go wrong: a quarter of what was held, within these.
const CALM: (u64, u64) = (2, 50);
/// What a shell takes for "stopped by Ctrl-C".
const STOPPED: u8 = 130;
const REFUSED: u8 = 2;

/// `listen` is what the flag says.
pub async fn run(given: Given, listen: Option<SocketAddr>, asked: Rehearse) -> Result<ExitCode, Failure> {
    let listen = listen.unwrap_or(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)));
    if !listen.ip().is_loopback() {
        complain!(
            "broadside: {listen} is not on this machine alone: a rehearsal is served on a loopback address, such as \
             127.0.0.1:0, or none is named"
        );
        return Ok(ExitCode::from(REFUSED));
    }
    let settings = given.settle()?;
    if !is_on_this_machine(&settings.database_url) {
        complain!(
            "broadside: the database is on another machine, which a rehearsal would burden, and whoever else works there. \
             Rehearse on SQLite instead: `broadside campaign export SLUG DIR`, then, without BROADSIDE_DATABASE_URL, \
             `broadside campaign import DIR --data FOLDER` and `broadside rehearse --data FOLDER`. What PostgreSQL \
             holds itself, it does not show"
        );
        return Ok(ExitCode::from(REFUSED));
    }
    if let Some(file) = &asked.report {
        can_be_written(file)?;
    }
    let stopped = told_to_stop();
    tokio::pin!(stopped);
    let db = opened(&settings).await?;
    let made = Copied::made(&settings, &asked).await;
    if made.is_err() {
        db.close().await;
    }
    let copied = made?;
    let whole = async {
        complain!("Copying the instance. It may go on serving meanwhile.");
        let filled = copied.fill(&db).await;
        db.close().await;
        filled?;
        let lasting = Duration::from_secs_f64(asked.minutes * 60.0) + GRACE;
        match tokio::time::timeout(lasting, play(&settings, &copied, listen, &asked)).await {
            Ok(played) => played,
            Err(_) => Err("the rehearsal did not come to its end in time, and was ended".into()),
        }
    };
    let played = tokio::select! {
        played = whole => played,
        () = &mut stopped => Ok(stopped_early()),
    };
    copied.end().await;
    played
}

fn stopped_early() -> ExitCode {
    complain!("broadside: stopped before the end; nothing is left of the rehearsal");
    ExitCode::from(STOPPED)
}

/// Better said now than after the rehearsal.
fn can_be_written(file: &Path) -> Result<(), Failure> {
    std::fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(file)
        .map(drop)
        .map_err(|error| format!("the report {} cannot be written: {error}", file.display()).into())
}

/// Opens an instance that can be rehearsed.
async fn opened(settings: &Settings) -> Result<Db, Failure> {
    let db = instance::open_existing(settings).await?;
    if instance::is_demo(&mut db.read().await?).await? {
        db.close().await;
        return Err("this instance is a demo's, with a clock of its own; rehearse one that is served with `broadside serve`"
            .into());
    }
    Ok(db)
}

async fn play(
    settings: &Settings,
    copied: &Copied,
    listen: SocketAddr,
    asked: &Rehearse,
) -> Result<ExitCode, Failure> {
    let place = copied.prepared(asked.campaign.as_deref()).await?;
    let watch = Arc::new(Stopwatch::start());
    let sink = Sink::start(watch.clone()).await?;
    let server = Server::start(settings, copied, listen, sink.address()).await?;
    complain!(
        "The copy is served at {} and is asked by made-up people of this machine. Mails stay here. Ctrl-C ends it.",
        server.address()
    );
    let room = Room::of(copied, asked);
    let stage = Arc::new(Stage { place, server, sink, room, watch, people: People::default() });
    let confirming = load::confirm_all(&stage);
    let mut played: Vec<Act> = Vec::new();
    for act in acts::Name::ALL {
        complain!("{}", act.progress());
        let share = asked.minutes * 60.0 * act.share();
        let held = played.iter().find_map(|act| act.held).map_or(0, |held| held.sign_ons);
        played.push(act.play(&stage, share, (held / 4).clamp(CALM.0, CALM.1)).await?);
    }
    complain!("Stopping the copy, and looking for everybody who was thanked.");
    drop(confirming);
    let peak = stage.server.peak_memory();
    stage.server.stop().await;
    let kept = check::look(copied, &stage).await?;
    let is_whole = kept.is_whole();
    let changes: Vec<Fact> = changes::of(settings, &played, &kept, copied.room_left());
    let report = Report { asked, settings, stage: &stage, acts: &played, kept, changes, peak };
    let say = asked.language.say();
    tell!("{}", report.text(&say));
    if let Some(file) = &asked.report {
        std::fs::write(file, report.page(&say)?)?;
        complain!("The report is in {}.", file.display());
    }
    if asked.keep {
        complain!("The copy is in {}. It holds names and addresses: delete it.", copied.place());
    }
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
