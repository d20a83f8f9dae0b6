//! The practice provider's page, where a real one would ask for a card.

use super::pages::PracticePage;
use super::{Card, fee, store};
use crate::error::{Error, Result};
use crate::fundraisers::provider::Mode;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms::read;
use crate::web::i18n::Language;
use crate::web::surroundings::{frame, language_asked};
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

/// Nobody is asked for a real card: what a visitor presses is the card.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Pressed {
    card: String,
}

/// `GET /practice/{session}`
pub async fn show(
    State(app): State<App>,
    Path(session): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    app.payments.practice().ok_or(Error::NotFound)?;
    let found = store::session(&mut app.db.read().await?, &session).await?.ok_or(Error::NotFound)?;
    let language = language_asked(query.as_deref()).unwrap_or(Language::En);
    let frame = frame(&app, language);
    let page = PracticePage {
        path: format!("/practice/{session}?lang={}", language.tag()),
        words: {
            let key = match found.mode {
                Mode::SetUp => "fundraisers-practice-sets-up",
                Mode::Pay => "fundraisers-practice-pays",
                Mode::Monthly => "fundraisers-practice-monthly",
            };
            frame.say.with(key, &[("amount", &frame.say.money(found.amount))])
        },
        is_asked_again: found.mode != Mode::Pay,
        is_over: found.state != "open",
        back: found.back,
        frame,
    };
    private(StatusCode::OK, &page)
}

/// `POST /practice/{session}`: a card is given, or none.
pub async fn press(State(app): State<App>, Path(session): Path<String>, body: Bytes) -> Result<Response> {
    app.payments.practice().ok_or(Error::NotFound)?;
    let found = store::session(&mut app.db.read().await?, &session).await?.ok_or(Error::NotFound)?;
    let card = Card::parse(&read::<Pressed>(&body)?.card);
    let (now, fee) = (app.clock.now(), fee(found.amount.minor));
    app.db
        .write(Lane::Ordinary, move |c| {
            let session = session.clone();
            Box::pin(async move { store::end(c, &session, (card, fee), now).await })
        })
        .await?;
    Ok(see_other(&found.back))
}
