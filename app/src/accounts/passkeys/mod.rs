//! Passkeys: a key pair whose private half stays on a device. Signing in with one needs no secret that
//! could be typed into a wrong page. What devices say is judged in `ceremony.rs`; decision 0014.

pub mod account_routes;
pub mod ceremony;
pub mod challenges;
pub mod door_routes;
pub mod proof_routes;
pub mod store;

use super::pages::PasskeyLine;
use crate::accounts::guard::Here;
use crate::error::Result;
use crate::state::App;
use ceremony::Party;

/// One passkey of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    pub id: i64,
    pub account: i64,
    pub credential: Vec<u8>,
    pub public_key: Vec<u8>,
    /// The algorithm's number (RFC 9053).
    pub algorithm: i64,
    pub sign_count: i64,
    pub name: String,
    pub created_at: i64,
    pub used_at: Option<i64>,
    pub doubted_at: Option<i64>,
}

/// How many passkeys an account may have; whoever asks for those of an address is always told so many.
pub const MOST: usize = 8;

/// The script of the pages that ask for a passkey; nothing where browsers would not take one.
pub fn script(app: &App) -> Option<String> {
    Party::of(&app.settings).map(|_| app.assets.passkeys.clone())
}

/// As `script`, where it is known whose passkey is asked for: nothing where there is none.
pub async fn script_for(app: &App, account: i64) -> Result<Option<String>> {
    let any = !store::passkeys_of(&mut app.db.read().await?, account).await?.is_empty();
    Ok(if any { script(app) } else { None })
}

/// The passkeys of who sits here, as the account's page lists them.
pub async fn listed(app: &App, here: &Here) -> Result<Vec<PasskeyLine>> {
    let say = here.language.say();
    let passkeys = store::passkeys_of(&mut app.db.read().await?, here.account.id).await?;
    Ok(passkeys
        .into_iter()
        .map(|one| PasskeyLine {
            added: say.day(one.created_at, "UTC"),
            used: one.used_at.map(|at| say.day(at, "UTC")),
            doubted: one.doubted_at.map(|at| say.day(at, "UTC")),
            remove: here.at(&format!("/desk/account/passkeys/{}/removal", one.id)),
            name: one.name,
        })
        .collect())
}
