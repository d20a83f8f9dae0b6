//! What stands for passkeys in a program that was built without them: there are none.

use super::guard::Here;
use super::pages::PasskeyLine;
use crate::error::Result;
use crate::state::App;
use std::future::{Ready, ready};

pub fn script(_: &App) -> Option<String> {
    None
}

pub fn script_for(_: &App, _: i64) -> Ready<Result<Option<String>>> {
    ready(Ok(None))
}

pub fn listed(_: &App, _: &Here) -> Ready<Result<Vec<PasskeyLine>>> {
    ready(Ok(Vec::new()))
}
