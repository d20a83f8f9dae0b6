//! What is kept of whoever works here: to be seen, taken away and erased by that person alone.

pub mod erasure;
pub mod record;

use crate::accounts::guard::Here;
use crate::audit::store::entries_by;
use crate::error::{Error, Result};
use crate::privacy::export;
use crate::privacy::store::known_of_account;
use crate::state::App;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// `GET /desk/account/export.json`: everything but what only proves who one is.
pub async fn export(State(app): State<App>, here: Here) -> Result<Response> {
    const MOST: i64 = 100_000;
    let mut c = app.db.read().await?;
    let known = known_of_account(&mut c, here.account.id).await?;
    let entries = entries_by(&mut c, here.account.id, i64::MAX, MOST).await?;
    drop(c);
    let mut json = export::json(&here.language.say(), &known, app.clock.now());
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
    let record = entries.iter().map(|entry| {
        json!({
            "at": export::moment(entry.at),
            "group": entry.who,
            "action": entry.action,
            "object": entry.object,
            "before": read(&entry.before),
            "after": read(&entry.after),
        })
    });
    json["record"] = record.collect();
    let text = serde_json::to_string_pretty(&json).map_err(|error| Error::Broken(error.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-account.json\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, text).into_response())
}
