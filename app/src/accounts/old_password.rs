//! Whoever has a password changes it by showing the old one, or, where it was forgotten, the mailbox.

use super::guard::Here;
use super::{PROVED_FOR, guessing, passwords, store};
use crate::error::Result;
use crate::state::App;
use crate::web::limits::WaitUntil;

/// Why a new password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotShown {
    Wrong,
    /// Too many were tried.
    Wait(WaitUntil),
}

/// Whether the old one is asked for: not of whoever has none, nor of whoever has just come by a link in a mail.
pub async fn is_asked(app: &App, here: &Here) -> Result<bool> {
    if here.account.password_hash.is_none() {
        return Ok(false);
    }
    let since = app.clock.now() - PROVED_FOR;
    Ok(!store::came_by_link_since(&mut app.db.read().await?, here.account.id, since, here.session.created_at)
        .await?)
}

pub async fn show(app: &App, here: &Here, typed: String) -> Result<std::result::Result<(), NotShown>> {
    let account = &here.account;
    if !is_asked(app, here).await? {
        return Ok(Ok(()));
    }
    if let Err(wait) = app.limits.inner_guess(&guessing::key_of_session(&here.session)) {
        return Ok(Err(NotShown::Wait(wait)));
    }
    if passwords::fits(typed, account.password_hash.clone()).await? {
        return Ok(Ok(()));
    }
    guessing::log(Some(account.id), "old-password");
    guessing::failed(app, account.id, &account.email).await?;
    Ok(Err(NotShown::Wrong))
}
