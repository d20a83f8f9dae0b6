//! `broadside demo`: the reference campaign on this machine, with made-up people and a mailbox.
//! Nothing of this is reachable under `broadside serve`.

pub mod clock;
mod givers;
pub mod pages;
mod partner;
mod people;
pub mod routes;
mod store;

use crate::accounts::first::{self, Invited};
use crate::accounts::sessions;
use crate::campaigns::{files, importing};
use crate::clock::DAY;
use crate::config::Given;
use crate::{serve, work};
use include_dir::{Dir, include_dir};
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// The reference campaign travels in the program, so that the demo needs nothing beside it.
static CAMPAIGN: Dir = include_dir!("$CARGO_MANIFEST_DIR/../campaigns/dropsalesforce");

/// 10 September 2018, 09:00 in San Francisco: protest and conference lie ahead.
const START: i64 = 17_784 * DAY + 16 * 3_600_000_000;

type Failure = Box<dyn std::error::Error>;

pub async fn run(given: Given) -> Result<(), Failure> {
    let settings = given.data_or("data/demo").settle()?;
    if !settings.listen.ip().is_loopback() {
        return Err("the demo listens on this machine only: its mailbox shows every mail".into());
    }
    let listener = next_free(settings.listen).await?;
    let mut settings = settings.listening_on(listener.local_addr()?);
    // Mails stay in the mailbox: nothing leaves this machine.
    settings.smtp_url = None;
    settings.clock.get_or_insert(START);
    let app = serve::open(settings, true).await?;
    let campaign = import(&app).await?;
    people::sign(&app, &campaign).await?;
    givers::give(&app, &campaign).await?;
    let work = work::start(&app);
    tell!("The campaign   {}", app.url(&format!("/campaigns/{campaign}")));
    tell!("Its mailbox    {}", app.url("/demo/mailbox"));
    tell!("Its clock      {}", app.url("/demo/clock"));
    tell!("Its desk       {}", desk(&app).await?);
    if let Some(link) = partner::link(&app, &campaign).await? {
        tell!("A partner      {link}");
    }
    tell!("Its components {}", app.url("/demo/components"));
    tell!("Stop it with Ctrl-C.");
    serve::listen(app, listener, work).await
}

/// A link that opens the desk for the demo's organiser, once.
async fn desk(app: &crate::state::App) -> Result<String, Failure> {
    let (token, hash) = sessions::new_token(app);
    let invited = Invited {
        email: "organiser@example.org".to_owned(),
        group: None,
        role: None,
        language: "en".to_owned(),
    };
    first::invite_in(&app.db, &invited, hash, app.clock.now()).await?;
    Ok(app.url(&format!("/desk/links/{token}")))
}

/// The wanted port, or the next free one.
async fn next_free(wanted: SocketAddr) -> Result<TcpListener, Failure> {
    const TRIES: u16 = 50;
    for step in 0..TRIES {
        let address = SocketAddr::new(wanted.ip(), wanted.port().saturating_add(step));
        match TcpListener::bind(address).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse && wanted.port() != 0 => {}
            Err(error) => return Err(format!("cannot listen on {address}: {error}").into()),
        }
    }
    Err(format!("no free port from {} to {}", wanted.port(), wanted.port().saturating_add(TRIES)).into())
}

async fn import(app: &crate::state::App) -> Result<String, Failure> {
    let definition = files::read_embedded(&CAMPAIGN)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let slug = definition.slug.clone();
    importing::import(&app.db, definition, importing::Dispute::Refuse, app.clock.now()).await?;
    Ok(slug)
}
