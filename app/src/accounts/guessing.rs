//! Guessing passwords and codes: slowed for each network and each account, and told to the account's owner.

use super::{Session, store};
use crate::clock::{DAY, HOUR};
use crate::error::Result;
use crate::mail;
use crate::state::App;
use broadside_address::Address;
use broadside_db::Lane;

/// So many failed tries within an hour, and the owner hears of it: once a day.
const TOLD_AFTER: i64 = 5;

/// What an address is known by to limits and mails, whether it has an account or not.
pub fn key_of(app: &App, email: &str) -> Vec<u8> {
    let canonical =
        Address::parse(email).map_or_else(|_| email.trim().to_lowercase(), |address| address.canonical());
    app.keys.addresses.of(&canonical)
}

/// What tries are counted by where somebody sits already: by the session alone, so that one in wrong hands
/// keeps the account's owner out of nothing.
pub fn key_of_session(session: &Session) -> Vec<u8> {
    format!("session {}", session.id).into_bytes()
}

/// Says in the log that a try was refused: for which account, if any, and what was tried; never what was typed.
pub fn log(account: Option<i64>, tried: &'static str) {
    tracing::warn!(account, tried, "a try to sign in was refused");
}

/// Counts a failed try, and tells the owner where there were many.
pub async fn failed(app: &App, account: i64, email: &str) -> Result<()> {
    let (now, key) = (app.clock.now(), key_of(app, email));
    let told = app
        .db
        .write(Lane::Ordinary, move |c| {
            let key = key.clone();
            Box::pin(async move {
                let failures = store::note_failure(c, account, now - HOUR, now).await?;
                let tell = failures >= TOLD_AFTER && store::take_warning(c, account, now - DAY, now).await?;
                if tell {
                    let mail = mail::store::NewDeskMail {
                        account,
                        link: None,
                        kind: "desk_guesses",
                        address_key: key,
                    };
                    mail::store::enqueue_for_desk(c, &mail, now).await?;
                }
                Ok(tell)
            })
        })
        .await?;
    if told {
        app.mail_waits.wake();
    }
    Ok(())
}

/// Forgets the failed tries of somebody who got in.
pub async fn succeeded(app: &App, account: i64) -> Result<()> {
    app.db.write(Lane::Ordinary, move |c| Box::pin(store::forget_failures(c, account))).await?;
    Ok(())
}
