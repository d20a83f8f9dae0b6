//! `/healthz` for the process, `/readyz` for the database.

use crate::error::Result;
use crate::state::App;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Bears a number of its own for each start, by which `bin/dev`'s pages know that it is new.
pub async fn process(State(app): State<App>) -> Response {
    let headers = [("cache-control", "no-store"), ("x-process", app.process.as_str())];
    (StatusCode::OK, headers, "ok\n").into_response()
}

pub async fn database(State(app): State<App>) -> Result<Response> {
    let mut c = app.db.read().await?;
    broadside_db::query("select cast(1 as bigint) as one").one(&mut c, |row| row.get::<i64>("one")).await?;
    Ok((StatusCode::OK, [("cache-control", "no-store")], "ready\n").into_response())
}
