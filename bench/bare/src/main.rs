//! The handler that Broadside is measured against: the same runtime, the same form extractor and the
//! same 303, or a page of fixed bytes. It checks nothing and stores nothing.
//!
//! `broadside-bare ADDRESS PAGE-FILE`

#[expect(dead_code, reason = "the fields are parsed, as Broadside must, and nothing is done with them")]
mod form;

use std::{env, fs, io};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{RawForm, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::serve::ListenerExt;
use form::SignOn;

/// As Broadside has it, so that the two differ in what they do alone.
#[cfg(target_os = "linux")]
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

#[tokio::main]
async fn main() -> io::Result<()> {
    let mut arguments = env::args().skip(1);
    let (Some(address), Some(page)) = (arguments.next(), arguments.next()) else {
        return Err(io::Error::other("usage: broadside-bare ADDRESS PAGE-FILE"));
    };
    let router = Router::new()
        .route("/sign", post(sign))
        .route("/page", get(read))
        .with_state(Bytes::from(fs::read(page)?));
    let listener = tokio::net::TcpListener::bind(address).await?;
    // As Broadside does: small answers go out at once.
    axum::serve(listener.tap_io(|stream| drop(stream.set_nodelay(true))), router).await
}

async fn sign(RawForm(body): RawForm) -> Response {
    match serde_html_form::from_bytes::<SignOn>(&body) {
        Ok(_) => (StatusCode::SEE_OTHER, [(header::LOCATION, "/inbox")]).into_response(),
        Err(_) => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
    }
}

async fn read(State(page): State<Bytes>) -> Response {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}
