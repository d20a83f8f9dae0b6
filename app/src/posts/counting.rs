//! The length of words that a visitor is writing, counted as the program counts everywhere. The composer’s
//! script asks while they are typed. What is sent here is neither kept nor logged.

use super::page::title;
use super::pages::Length;
use crate::error::{Error, Result};
use crate::networks::{Network, Way};
use crate::web::forms;
use crate::web::i18n::Language;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Form {
    text: String,
    lang: String,
}

/// `POST /lengths/{way}`: the length of `text` on its way, in figures and as a sentence of the language `lang`.
pub async fn count(Path(way): Path<String>, body: Bytes) -> Result<Response> {
    let way = Way::parse(&way).ok_or(Error::NotFound)?;
    let form: Form = forms::read(&body)?;
    let say = Language::parse(&form.lang).unwrap_or(Language::En).say();
    let network = way.network();
    let length = Length {
        n: network.map_or(form.text.chars().count(), |network| network.length(&form.text)) as u64,
        limit: network.and_then(Network::limit).map(|limit| limit as u64),
        network: title(way, &say),
        too_long: network.is_some_and(|network| !network.fits(&form.text)),
    };
    let mut words = length.words(&say);
    if length.too_long {
        words = format!("{words}. {}", say.text("posts-too-long"));
    }
    let answer = serde_json::json!({
        "length": length.n,
        "limit": length.limit,
        "fits": !length.too_long,
        "words": words,
    });
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, answer.to_string()).into_response())
}
