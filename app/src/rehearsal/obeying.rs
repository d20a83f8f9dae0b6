//! The other end: `broadside serve --rehearsal`, which serves the copy, does what it is told a line at a time, and
//! stops when nobody is left to tell it anything.

use crate::config::Settings;
use crate::state::App;
use broadside_db::is_on_this_machine;
use std::io::BufRead;
use std::net::SocketAddr;

/// The disk is full, as far as the copy's file goes.
pub const FULL: &str = "full";
/// There is room again.
pub const ROOM: &str = "room";

/// Whatever else is set: nobody but this machine reaches it, and it reaches nobody else.
pub fn must_stay_here(settings: &Settings) -> Result<(), String> {
    let smtp = settings.smtp_url.as_deref().and_then(|url| url.strip_prefix("smtp://"));
    let mails_stay =
        smtp.and_then(|rest| rest.parse::<SocketAddr>().ok()).is_some_and(|at| at.ip().is_loopback());
    if settings.listen.ip().is_loopback() && mails_stay && is_on_this_machine(&settings.database_url) {
        Ok(())
    } else {
        Err("a rehearsal is served on a loopback address, with a mail server and a database on one"
            .to_owned())
    }
}

/// Begins to obey; what was done is said again on standard output.
pub fn obey(app: &App) {
    let (orders, mut told) = tokio::sync::mpsc::channel::<String>(1);
    // A thread of its own: the program need not wait for a line that never comes.
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines() {
            let Ok(line) = line else { break };
            if orders.blocking_send(line).is_err() {
                break;
            }
        }
    });
    let app = app.clone();
    tokio::spawn(async move {
        while let Some(order) = told.recv().await {
            let done = match order.as_str() {
                FULL => app.db.keep_size(true).await,
                ROOM => app.db.keep_size(false).await,
                _ => continue,
            };
            match done {
                Ok(()) => tell!("{order}"),
                Err(error) => tracing::error!(%error, order, "the order could not be carried out"),
            }
        }
        // Whoever rehearses has gone, however that came.
        app.stop();
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Given;

    #[test]
    fn what_would_reach_others_is_not_served() {
        let settings = |listen: &str, smtp: Option<&str>| Settings {
            listen: listen.parse().unwrap(),
            smtp_url: smtp.map(str::to_owned),
            ..Given::default().settle().unwrap()
        };
        let here = Some("smtp://127.0.0.1:2525");
        assert!(must_stay_here(&settings("127.0.0.1:0", here)).is_ok());
        assert!(must_stay_here(&settings("[::1]:0", Some("smtp://[::1]:25"))).is_ok());
        for (listen, smtp) in [
            ("0.0.0.0:0", here),
            ("127.0.0.1:0", None),
            ("127.0.0.1:0", Some("smtp://192.0.2.1:25")),
            ("127.0.0.1:0", Some("smtp://mail.example.org:25")),
            ("127.0.0.1:0", Some("smtp://me:secret@127.0.0.1:25")),
        ] {
            assert!(must_stay_here(&settings(listen, smtp)).is_err(), "{listen} {smtp:?}");
        }
    }
}
