//! What stands for passkeys in a program that was built without them: there are none.

use super::guard::Here;
use super::pages::PasskeyLine;
use crate::error::Result;
use crate::state::App;

pub fn script(_: &App) -> Option<String> {
    None
}

#[allow(clippy::unused_async)]
pub async fn script_for(_: &App, _: i64) -> Result<Option<String>> {
    Ok(None)
}

#[allow(clippy::unused_async)]
pub async fn listed(_: &App, _: &Here) -> Result<Vec<PasskeyLine>> {
    Ok(Vec::new())
}
