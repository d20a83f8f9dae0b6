//! Serving: opens the instance, starts its jobs, listens until it is told to stop.

use crate::clock::{Clock, Dice};
use crate::config::{self, Settings};
use crate::fundraisers::payments::Payments;
use crate::fundraisers::practice::Practice;
use crate::fundraisers::stripe::Stripe;
use crate::state::{App, Ingredients};
use crate::web::connections::{self, Patience};
use crate::{accounts, figures, instance, jobs, mail, privacy, rehearsal, routes, work};
use broadside_db::{Db, Engine, Lane};
use broadside_mailer::Mailer;
use broadside_stripe::Client;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpSocket};
use tokio::task::JoinSet;

type Failure = Box<dyn std::error::Error>;

/// `broadside serve`; under a `rehearsal` a copy, which does as it is told.
pub async fn run(settings: Settings, rehearsal: bool) -> Result<(), Failure> {
    if rehearsal {
        rehearsal::must_stay_here(&settings)?;
    }
    let listener =
        bound(settings.listen).map_err(|error| format!("cannot listen on {}: {error}", settings.listen))?;
    let settings = settings.listening_on(listener.local_addr()?);
    for one in config::unknown_variables() {
        tracing::warn!(variable = one.name, nearest = one.nearest, "nothing reads this variable");
    }
    let figures = figures::keep();
    let app = open(settings, false).await?;
    if let Some(kept) = figures {
        let looking = app.clone();
        figures::serve(app.settings.metrics_listen, kept, move || look_at_mails(looking.clone())).await;
    }
    if !app.settings.base_url_is_set() {
        tracing::warn!(
            base_url = app.settings.base_url(),
            "no base URL is set; links in mails lead to this machine only"
        );
    }
    let work = work::start(&app);
    tell!("broadside: {}", app.settings.base_url());
    if let Some(link) = accounts::first::link(&app).await? {
        tell!("Nobody has an account yet. Open this within three days to make the first: {link}");
    }
    if rehearsal {
        rehearsal::obey(&app);
    }
    listen(app, listener, work).await
}

/// So many visitors may knock at the same moment; whoever comes beyond them knocks again after a second.
const KNOCKING: u32 = 4_096;

fn bound(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // As the library does for a listener of its own: a restart need not wait for old connections to be gone.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(KNOCKING)
}

/// What the database does not say is left as it was last known.
async fn look_at_mails(app: App) {
    let now = app.clock.now();
    let waiting = async {
        let mut c = app.db.read().await?;
        let waiting = mail::store::waiting_since(&mut c, now + 1).await?;
        Ok::<_, broadside_db::Error>((waiting, mail::store::oldest_waiting(&mut c).await?))
    };
    match waiting.await {
        Ok((waiting, oldest)) => figures::mails_wait(waiting, oldest.map(|(since, _)| now - since)),
        Err(error) => tracing::warn!(%error, "how many mails wait is not known"),
    }
}

/// Puts the program together over its database.
pub async fn open(settings: Settings, demo: bool) -> Result<App, Failure> {
    let dice = Dice::machine();
    let now = settings.clock.unwrap_or_else(|| Clock::machine().now());
    // Before anything is opened: a newer program must not change the tables under one that serves.
    let lock = instance::lock(&settings)?;
    let (db, keys) = instance::open(&settings, &dice, now, demo).await?;
    let clock = match settings.clock {
        Some(start) => {
            let newest = instance::newest_time(&mut db.read().await?).await?;
            Clock::starting_at(start.max(newest.unwrap_or(start)))
        }
        None => Clock::machine(),
    };
    let mailer = settings.smtp_url.as_deref().map(|url| mailer(url, &settings)).transpose()?;
    if !demo && instance::is_demo(&mut db.read().await?).await? {
        return Err("this instance is a demo's, with made-up people and its own clock; give `serve` another one with --data or --database-url".into());
    }
    if db.engine() == Engine::Sqlite {
        take_back(&db).await?;
    }
    let payments = if demo {
        Payments::practising(Practice::new(db.clone(), clock.clone(), dice.clone()))
    } else {
        payments(&settings)?
    };
    let app = App::new(Ingredients { settings, db, lock, clock, dice, keys, mailer, demo, payments });
    // A crash, or another process, may have kept an erasure from its copy.
    privacy::register::write_copy(&privacy::Place::of(&app)).await?;
    Ok(app)
}

/// Through whom money is taken: nobody where no provider is set.
pub fn payments(settings: &Settings) -> Result<Payments, broadside_stripe::ClientFault> {
    let Some(key) = &settings.stripe_key else { return Ok(Payments::default()) };
    let client = match &settings.stripe_url {
        Some(url) => Client::at(key, url)?,
        None => Client::new(key)?,
    };
    Ok(Payments::through(Arc::new(Stripe::new(client))))
}

/// Frees what the last start of the program held: only where no other process can be at work.
pub async fn take_back(db: &Db) -> broadside_db::Result<()> {
    db.write(Lane::Ordinary, |c| {
        Box::pin(async move {
            mail::store::release(c).await?;
            jobs::release(c).await?;
            Ok(())
        })
    })
    .await
}

pub fn mailer(url: &str, settings: &Settings) -> Result<Mailer, Failure> {
    let authority = settings.smtp_ca.as_deref().map(std::fs::read).transpose()?;
    Ok(Mailer::connect(url, authority.as_deref())?)
}

/// How long requests and the step that each job is at may still take once the program is to stop.
const TO_END: Duration = Duration::from_secs(20);
const PATIENCE: Patience = Patience { head: Duration::from_secs(30), end: TO_END };

/// Answers until Ctrl-C or SIGTERM; what is under way is finished, within reason.
pub async fn listen(app: App, listener: TcpListener, mut work: JoinSet<()>) -> Result<(), Failure> {
    let signalled = app.clone();
    tokio::spawn(async move {
        told_to_stop().await;
        signalled.stop();
    });
    let front = routes::front(app.clone());
    let answer = move |request, peer| {
        let front = front.clone();
        async move { front.answer(request, peer).await }
    };
    connections::answer(listener, answer, app.stopped(), PATIENCE).await;
    let ended = async { while work.join_next().await.is_some() {} };
    if tokio::time::timeout(TO_END, ended).await.is_err() {
        tracing::warn!("some work did not end in time; it is taken up at the next start");
    }
    app.aside.settled().await;
    app.db.close().await;
    Ok(())
}

/// Waits for Ctrl-C or SIGTERM.
pub async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
        }
        Err(_) => {
            // Without the signal, Ctrl-C alone stops the program.
            let _ = interrupted.await;
        }
    }
}
