//! Every job on one page: what it is, whether there is something to do, and how one step is done.

use crate::clock::Stopwatch;
use crate::jobs::{self, Progress};
use crate::mail::sender;
use crate::signatures::deciding::{self, DECIDE_LINKS, DECIDE_MAILS};
use crate::signatures::expiry::{self, EXPIRE};
use crate::signatures::{mailing, store};
use crate::state::App;
use broadside_db::Result;
use std::time::Duration;

/// How long work that another process left may go unseen.
const POLL: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Job {
    /// Decides which mail each sign-on gets.
    DecideMails,
    /// Decides which mail each "send it again" gets.
    DecideLinks,
    /// Deletes what nobody confirmed in time.
    Expire,
}

impl Job {
    const ALL: [Self; 3] = [Self::DecideMails, Self::DecideLinks, Self::Expire];

    fn kind(self) -> &'static str {
        match self {
            Self::DecideMails => DECIDE_MAILS,
            Self::DecideLinks => DECIDE_LINKS,
            Self::Expire => EXPIRE,
        }
    }

    async fn has_work(self, app: &App) -> Result<bool> {
        let mut c = app.db.read().await?;
        if !jobs::due(&mut c, self.kind(), &app.settings.node, app.clock.now()).await? {
            return Ok(false);
        }
        let position = jobs::position(&mut c, self.kind()).await?;
        match self {
            Self::DecideMails => Ok(!store::sign_ons_after(&mut c, position, 1).await?.is_empty()),
            Self::DecideLinks => Ok(!store::link_requests_after(&mut c, position, 1).await?.is_empty()),
            Self::Expire => Ok(true),
        }
    }

    /// Waits until there may be something to do.
    async fn rest(self, app: &App) {
        match self {
            Self::DecideMails => app.sign_on_waits.wait(POLL).await,
            Self::DecideLinks => app.link_request_waits.wait(POLL).await,
            Self::Expire => tokio::time::sleep(Duration::from_mins(1)).await,
        }
    }

    /// One bounded step.
    async fn step(self, app: &App) -> Result<Progress> {
        if !self.has_work(app).await? {
            return Ok(Progress::Idle);
        }
        let now = app.clock.now();
        let Some(lease) = jobs::take(&app.db, self.kind(), &app.settings.node, now, jobs::LEASE).await?
        else {
            return Ok(Progress::Idle);
        };
        match self {
            Self::DecideMails => deciding::decide_mails(app, lease).await,
            Self::DecideLinks => deciding::decide_links(app, lease).await,
            Self::Expire => expiry::expire(app, lease).await,
        }
    }
}

/// Lets sign-ons pass: while many of them share each commit, whoever has worked rests for four times
/// as long, so that the machine is theirs. Nobody waits for a mail by the millisecond.
#[derive(Default)]
struct Pace {
    commits_seen: u64,
}

impl Pace {
    async fn give_way(&mut self, app: &App, watch: &Stopwatch) {
        const CROWDED: usize = 16;
        const LONGEST: Duration = Duration::from_millis(500);
        let (commits, together) = app.intake.crowd();
        if commits != self.commits_seen && together >= CROWDED {
            tokio::time::sleep(Duration::from_secs_f64(watch.seconds() * 4.0).min(LONGEST)).await;
        }
        self.commits_seen = commits;
    }
}

/// Runs every job and sends mails until the program ends.
pub fn start(app: &App) {
    for job in Job::ALL {
        let app = app.clone();
        tokio::spawn(async move {
            let mut pace = Pace::default();
            loop {
                let watch = Stopwatch::start();
                match job.step(&app).await {
                    Ok(Progress::More) => pace.give_way(&app, &watch).await,
                    Ok(Progress::Idle) => job.rest(&app).await,
                    Err(error) => {
                        tracing::error!(job = job.kind(), %error, "a job's step failed; it is tried again");
                        tokio::time::sleep(Duration::from_secs(2)).await;
                    }
                }
            }
        });
    }
    let sending = app.clone();
    tokio::spawn(async move {
        let mut pace = Pace::default();
        loop {
            let watch = Stopwatch::start();
            match sender::send_due(&sending, mailing::message).await {
                Ok(Progress::More) => pace.give_way(&sending, &watch).await,
                Ok(Progress::Idle) => sending.mail_waits.wait(POLL).await,
                Err(error) => {
                    tracing::error!(%error, "mails could not be taken from the queue; tried again");
                    tokio::time::sleep(Duration::from_secs(2)).await;
                }
            }
        }
    });
    let tidying = app.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_mins(1)).await;
            tidying.limits.forget_quiet();
        }
    });
}

/// Runs every job and sends every mail that is due, until nothing is left to do: what the demo's
/// first people and the tests wait for.
pub async fn run_until_idle(app: &App) -> Result<()> {
    for job in Job::ALL {
        while job.step(app).await? == Progress::More {}
    }
    while sender::send_due(app, mailing::message).await? == Progress::More {}
    Ok(())
}
