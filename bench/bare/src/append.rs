//! What a sign-on costs at least that is on disk before its thanks: the bare handler, and one row appended with
//! those of everybody who waits. Nothing is checked, limited, numbered or mailed. The way from here to the bare
//! handler is the engine's; the way from Broadside to here is ours.
//!
//! `broadside-append ADDRESS DATABASE-URL`

mod form;

use axum::Router;
use axum::extract::{RawForm, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use broadside_db::{Db, GroupCommit, Insert, Kind, Lane, Migration, Value};
use form::SignOn;
use std::error::Error;
use std::{env, io};

/// As Broadside has it, so that the two differ in what they do alone.
#[cfg(target_os = "linux")]
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

type Appending = GroupCommit<SignOn, ()>;

/// As many as Broadside lets wait.
const WAITING: usize = 4_096;

static ROW: Insert = Insert::new(
    "appended",
    &[
        ("name", Kind::Text),
        ("email", Kind::Text),
        ("relation", Kind::Text),
        ("postal_code", Kind::Text),
        ("country", Kind::Text),
        ("comment", Kind::Text),
        ("is_public", Kind::Bool),
        ("consents", Kind::Text),
        ("source", Kind::Text),
        ("email_as_typed", Kind::Text),
    ],
    "",
);

const TABLE: Migration = Migration {
    version: 1,
    name: "appended",
    sqlite: "create table appended (id integer primary key, name text not null, email text not null, relation text,
        postal_code text, country text, comment text, is_public integer not null, consents text not null,
        source text, email_as_typed text) strict",
    postgres: "create table appended (id bigint generated always as identity primary key, name text not null,
        email text not null, relation text, postal_code text, country text, comment text, is_public boolean not null,
        consents text not null, source text, email_as_typed text)",
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(address), Some(url)) = (arguments.next(), arguments.next()) else {
        return Err(io::Error::other("usage: broadside-append ADDRESS DATABASE-URL").into());
    };
    let db = Db::open(&url, &[TABLE]).await?;
    let appending: Appending = GroupCommit::appending(db, Lane::Intake, WAITING, (), &ROW, row);
    let router = Router::new()
        .route("/ready", get(|| async { "ready" }))
        .route("/sign", post(sign))
        .with_state(appending);
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener.tap_io(|stream| drop(stream.set_nodelay(true))), router).await?;
    Ok(())
}

async fn sign(State(appending): State<Appending>, RawForm(body): RawForm) -> Response {
    let Ok(sign_on) = serde_html_form::from_bytes(&body) else {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    };
    match appending.submit(sign_on).await {
        Ok(()) => (StatusCode::SEE_OTHER, [(header::LOCATION, "/inbox")]).into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn row(one: &SignOn) -> Vec<Value> {
    let text = |text: &Option<String>| Value::Text(text.clone());
    vec![
        Value::Text(Some(one.name.clone())),
        Value::Text(Some(one.email.clone())),
        text(&one.relation),
        text(&one.postal_code),
        text(&one.country),
        text(&one.comment),
        Value::Bool(Some(one.public.is_some())),
        Value::Text(Some(one.consent.join(","))),
        text(&one.source),
        text(&one.email_as_typed),
    ]
}
