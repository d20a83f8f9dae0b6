//! Every job on one page: what it is, whether there is something to do, and how one step is done.

mod pace;

use crate::accounts;
use crate::accounts::tidying::{self, TIDY};
use crate::changes::forgetting::{self, FORGET_CHANGES};
use crate::changes::working as changing;
use crate::clock::MINUTE;
use crate::deliveries::making;
use crate::endorsements;
use crate::endorsements::seeking::{self, LAPSE, SEEK};
use crate::events;
use crate::events::places::{self, OFFER};
use crate::events::telling as coming;
use crate::fundraisers;
use crate::fundraisers::working::{self as funding, FUND, LAPSE as LAPSE_PLEDGES};
use crate::goals;
use crate::goals::reaching::{self, REACH};
use crate::jobs::{self, Progress};
use crate::lists::exports;
use crate::mail::sender;
use crate::mail::store::{About, Leased, Subject};
use crate::partners;
use crate::partners::ending::{self, END};
use crate::partners::gathering::{self, GATHER};
use crate::privacy::retention::{self, FORGET};
use crate::privacy::{Place, erasing};
use crate::signatures::deciding::{self, DECIDE_LINKS, DECIDE_MAILS};
use crate::signatures::expiry::{self, EXPIRE};
use crate::signatures::name_ordering::{self, ORDER_NAMES};
use crate::signatures::{mailing, store};
use crate::state::App;
use crate::statements;
use crate::statements::unlinking::{self, UNLINK};
use crate::tasks::working::{self, Step, WORK};
use crate::tasks::{Kind, sweeping};
use crate::versions::telling::{self, TELL};
use broadside_db::{BoxFuture, Result};
use broadside_mailer::Message;
use pace::Pace;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::JoinSet;

/// How long work that another process left may go unseen.
const POLL: Duration = Duration::from_secs(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Job {
    /// Decides which mail each sign-on and each "send it again" gets.
    Decide,
    /// Deletes what nobody confirmed in time.
    Expire,
    /// Hands over the mails that are due.
    Send,
    /// Carries erasures on that were left unfinished.
    Erase,
    /// Forgets what was withdrawn long enough ago.
    Forget,
    /// Deletes links and sessions of the desk that are over.
    Tidy,
    /// Works off what somebody at the desk asked for.
    Work,
    /// Deletes what such tasks leave.
    Sweep,
    /// Looks for proofs of endorsements that nobody waits for any more.
    Seek,
    /// Deletes endorsements that nobody proved in time.
    Lapse,
    /// Forgets what rows were before changes that can no longer be taken back.
    ForgetChanges,
    /// Tells those who signed earlier words of a letter that they were changed.
    Tell,
    /// Ends offers of places that nobody took in time, and offers what is free.
    Offer,
    /// Reminds those who come to an event, and tells them what has changed.
    TellWhoComes,
    /// Forgets RSVPs that nobody confirmed, and those to what is over.
    LapseRsvps,
    /// Looks for goals that are reached.
    Reach,
    /// Asks providers, decides what fundraisers ended with, and charges and pays back what follows.
    Fund,
    /// Forgets pledges that came to nothing.
    LapsePledges,
    /// Puts signatures into the order of names.
    OrderNames,
    /// Gathers what a partner takes away.
    Gather,
    /// Ends the consents of partners that take part no more.
    EndConsents,
    /// Forgets to whom private links went that are over.
    Unlink,
}

/// The lease under which erasures are carried on.
const ERASE: &str = "erase";
/// Whoever entered an erasure is given so long to end it.
const LEFT_ALONE: i64 = MINUTE;

impl Job {
    const ALL: [Self; 22] = [
        Self::Seek,
        Self::Lapse,
        Self::Unlink,
        Self::Gather,
        Self::EndConsents,
        Self::Decide,
        Self::Tell,
        Self::Offer,
        Self::TellWhoComes,
        Self::LapseRsvps,
        Self::Reach,
        Self::Fund,
        Self::LapsePledges,
        Self::OrderNames,
        Self::Expire,
        Self::Send,
        Self::Erase,
        Self::Forget,
        Self::Tidy,
        Self::ForgetChanges,
        Self::Work,
        Self::Sweep,
    ];

    async fn has_work(self, app: &App) -> Result<bool> {
        let Some(kind) = self.kind() else {
            // Of files each node has its own.
            return Ok(self != Self::Send || app.mailer.is_some());
        };
        let _turn = turn(&app.job_questions).await;
        let mut c = app.db.ask().await?;
        let now = app.clock.now();
        if !jobs::due(&mut c, kind, &app.process, now).await? {
            return Ok(false);
        }
        match self {
            Self::Decide => {
                let sign_ons = jobs::position(&mut c, DECIDE_MAILS).await?;
                let links = jobs::position(&mut c, DECIDE_LINKS).await?;
                Ok(!store::sign_ons_after(&mut c, sign_ons, 1).await?.is_empty()
                    || !store::link_requests_after(&mut c, links, 1).await?.is_empty())
            }
            Self::Erase => erasing::any_left(&mut c, now - LEFT_ALONE).await,
            Self::Seek => seeking::any(&mut c, now).await,
            Self::Work => working::any(&mut c, &app.settings.node).await,
            Self::Tell => telling::any(&mut c).await,
            Self::Gather => gathering::any(&mut c).await,
            Self::EndConsents => ending::any(&mut c, now).await,
            Self::Offer => places::any(&mut c, now).await,
            Self::TellWhoComes => coming::any(&mut c, now).await,
            Self::Reach => reaching::any(&mut c, now).await,
            Self::Fund => funding::any(app, &mut c, now).await,
            Self::OrderNames => store::any_out_of_name_order(&mut c).await,
            // What is over is looked for when it is time to.
            _ => Ok(true),
        }
    }

    /// One bounded step.
    async fn step(self, app: &App, pace: &mut Pace) -> Result<Progress> {
        if !self.has_work(app).await? {
            return Ok(Progress::Idle);
        }
        let Some(kind) = self.kind() else {
            return if self == Self::Send {
                sender::send_due(app, written, pace.mails(), || pace.breath(app, self.abreast())).await
            } else {
                sweeping::sweep(app).await
            };
        };
        let lease = jobs::take(&app.db, kind, &app.process, app.clock.now(), jobs::LEASE).await?;
        let Some(lease) = lease else { return Ok(Progress::Idle) };
        match self {
            Self::Decide => deciding::decide_next(app, lease, pace.sign_ons(app.db.engine())).await,
            Self::Expire => expiry::expire(app, lease).await,
            Self::Erase => carry_erasures_on(app, lease).await,
            Self::Forget => retention::forget(app, lease).await,
            Self::Seek => seeking::seek(app, lease).await,
            Self::Lapse => seeking::lapse(app, lease).await,
            Self::Unlink => unlinking::forget(app, lease).await,
            Self::Tidy => tidying::tidy(app, lease).await,
            Self::Work => working::work(app, lease, step_of).await,
            Self::ForgetChanges => forgetting::forget(app, lease).await,
            Self::Tell => telling::tell(app, lease).await,
            Self::Gather => gathering::gather(app, lease).await,
            Self::EndConsents => ending::end(app, lease).await,
            Self::Offer => places::offer(app, lease).await,
            Self::TellWhoComes => coming::tell(app, lease).await,
            Self::Reach => reaching::reach(app, lease).await,
            Self::LapseRsvps => coming::lapse(app, lease).await,
            Self::Fund => funding::step(app, lease).await,
            Self::LapsePledges => funding::lapse(app, lease).await,
            Self::OrderNames => name_ordering::order(app, lease).await,
            Self::Send | Self::Sweep => Ok(Progress::Idle),
        }
    }

    /// The name under which its row stands, where it has one.
    fn kind(self) -> Option<&'static str> {
        match self {
            Self::Decide => Some(DECIDE_MAILS),
            Self::Expire => Some(EXPIRE),
            Self::Send | Self::Sweep => None,
            Self::Erase => Some(ERASE),
            Self::Forget => Some(FORGET),
            Self::Seek => Some(SEEK),
            Self::Lapse => Some(LAPSE),
            Self::Unlink => Some(UNLINK),
            Self::Tidy => Some(TIDY),
            Self::Work => Some(WORK),
            Self::ForgetChanges => Some(FORGET_CHANGES),
            Self::Tell => Some(TELL),
            Self::Gather => Some(GATHER),
            Self::EndConsents => Some(END),
            Self::Offer => Some(OFFER),
            Self::TellWhoComes => Some(coming::TELL),
            Self::Reach => Some(REACH),
            Self::LapseRsvps => Some(coming::LAPSE),
            Self::Fund => Some(FUND),
            Self::LapsePledges => Some(LAPSE_PLEDGES),
            Self::OrderNames => Some(ORDER_NAMES),
        }
    }

    /// How many do it beside each other.
    fn abreast(self) -> u32 {
        if self == Self::Send { sender::BATCHES } else { 1 }
    }

    /// Whether it is enough that it looks once a minute.
    fn is_housekeeping(self) -> bool {
        matches!(
            self,
            Self::Expire
                | Self::Erase
                | Self::Forget
                | Self::Tidy
                | Self::Lapse
                | Self::LapseRsvps
                | Self::LapsePledges
                | Self::Unlink
                | Self::ForgetChanges
        )
    }

    /// Waits until there may be something to do.
    async fn rest(self, app: &App) {
        match self {
            Self::Decide => app.decision_waits.wait(POLL).await,
            Self::Send => app.mail_waits.wait(POLL).await,
            Self::Seek => app.proof_waits.wait(POLL).await,
            Self::Work => app.task_waits.wait(POLL).await,
            Self::Fund => app.payments.waits.wait(POLL).await,
            Self::Sweep => app.sweep_waits.wait(Duration::from_mins(1)).await,
            _ if self.is_housekeeping() => tokio::time::sleep(Duration::from_mins(1)).await,
            _ => tokio::time::sleep(POLL).await,
        }
    }

    /// Works until the program is asked to stop; the step it is at then is done to its end.
    async fn run(self, app: App) {
        let mut pace = Pace::start(&app);
        while !app.is_stopping() {
            let turn = if self.is_housekeeping() { turn(&app.housekeeping).await } else { None };
            // Those whose turn it was meanwhile need not each do another step.
            if app.is_stopping() {
                break;
            }
            pace.begin(&app);
            let stepped = self.step(&app, &mut pace).await;
            drop(turn);
            let pause = match stepped {
                Ok(Progress::More) => Some(pace.rest(&app, self.abreast())),
                Ok(Progress::Idle) => None,
                Err(error) => {
                    tracing::error!(job = ?self, %error, "a job's step failed; it is tried again");
                    if let Some(kind) = self.kind()
                        && let Err(also) = jobs::note_failure(&app.db, kind, error.to_string()).await
                    {
                        tracing::warn!(%also, "the failure could not be noted");
                    }
                    Some(Duration::from_secs(2))
                }
            };
            tokio::select! {
                () = app.stopped() => {}
                () = async {
                    match pause {
                        Some(pause) => tokio::time::sleep(pause).await,
                        None => self.rest(&app).await,
                    }
                } => {}
            }
        }
    }
}

/// Waits for its turn; there is none where the semaphore was closed, which nothing does.
async fn turn(those: &Semaphore) -> Option<SemaphorePermit<'_>> {
    those.acquire().await.ok()
}

/// What does a step of each kind of task.
fn step_of(kind: Kind) -> Step {
    match kind {
        Kind::Export => exports::step,
        Kind::Change | Kind::Undo => changing::step,
        Kind::Delivery => making::step,
    }
}

/// Writes a batch of mails: those of signatures together, each of the others alone.
fn written<'a>(app: &'a App, leased: &'a [Leased]) -> BoxFuture<'a, Result<Vec<Option<Message>>>> {
    Box::pin(async move {
        let mut messages = mailing::message(app, leased).await?;
        for (mail, message) in leased.iter().zip(&mut messages) {
            match mail.about {
                About::SignOn(_) => {}
                About::Account { .. } => *message = accounts::mailing::message(app, mail).await?,
                About::Partnership { .. } => *message = partners::mailing::message(app, mail).await?,
                About::Of(Subject::Endorsement(_)) => {
                    *message = endorsements::mailing::message(app, mail).await?;
                }
                About::Of(Subject::Rsvp(_)) => *message = events::mailing::message(app, mail).await?,
                About::Of(Subject::StatementLink(_)) => {
                    *message = statements::mailing::message(app, mail).await?;
                }
                About::Of(Subject::GoalNotice(_)) => *message = goals::mailing::message(app, mail).await?,
                About::Of(Subject::Pledge(_) | Subject::FundraiserNotice(_)) => {
                    *message = fundraisers::mailing::message(app, mail).await?;
                }
            }
        }
        Ok(messages)
    })
}

async fn carry_erasures_on(app: &App, lease: jobs::Lease) -> Result<Progress> {
    let now = app.clock.now();
    let all = erasing::carry_on(&Place::of(app), now - LEFT_ALONE, now).await;
    for letter in all.iter().flatten().flat_map(|erased| &erased.letters) {
        app.sheets.forget(*letter);
    }
    jobs::put_off(&app.db, lease, now + MINUTE).await?;
    match all {
        Ok(_) => Ok(Progress::Idle),
        Err(erasing::Failed::Database(error)) => Err(error),
        Err(other) => Err(broadside_db::Error::Abandoned(format!("an erasure: {other}"))),
    }
}

/// Runs every job until the program is asked to stop; the set ends when the last of them has.
pub fn start(app: &App) -> JoinSet<()> {
    let mut running = JoinSet::new();
    for job in Job::ALL {
        for _ in 0..job.abreast() {
            running.spawn(job.run(app.clone()));
        }
    }
    let tidying = app.clone();
    running.spawn(async move {
        while !tidying.is_stopping() {
            tokio::select! {
                () = tidying.stopped() => {}
                () = tokio::time::sleep(Duration::from_mins(1)) => {
                    tidying.limits.forget_quiet();
                    tidying.board.note(tidying.clock.now());
                }
            }
        }
    });
    running
}

/// One step of the tasks alone: for stories of what happens between two.
#[cfg(test)]
pub async fn step_of_tasks(app: &App) -> Result<Progress> {
    Job::Work.step(app, &mut Pace::start(app)).await
}

/// Runs every job until nothing is left to do: what the demo's first people and the tests wait for.
pub async fn run_until_idle(app: &App) -> Result<()> {
    for job in Job::ALL {
        let mut pace = Pace::start(app);
        while job.step(app, &mut pace).await? == Progress::More {
            // It is looked at who comes, as ever; the rest itself is left out.
            pace.rest(app, job.abreast());
        }
    }
    Ok(())
}

/// One step of what fundraisers have to do.
#[cfg(test)]
pub async fn step_of_funds(app: &App) -> Result<Progress> {
    Job::Fund.step(app, &mut Pace::start(app)).await
}
