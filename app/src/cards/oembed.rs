//! oEmbed 1.0 (oembed.com): what a page is, for those who show links. Of the type "link", with the card as its
//! thumbnail; nothing of ours runs on anybody's page.

use super::routes::{Asked, subject};
use crate::campaigns::share;
use crate::error::{Error, Result};
use crate::letters::routes::find;
use crate::state::App;
use crate::web::answer::{FOR_A_MINUTE, Kept};
use crate::web::forms;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use broadside_artwork::{HEIGHT, WIDTH};
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Query {
    url: String,
    format: Option<String>,
    maxwidth: Option<u32>,
    maxheight: Option<u32>,
}

pub async fn answer(app: &App, query: &str, headers: &HeaderMap) -> Result<Response> {
    let query: Query = forms::query(Some(query))?;
    if query.format.as_deref().is_some_and(|format| format != "json") {
        // Section 2.3.2: a format that is not spoken.
        return Ok((StatusCode::NOT_IMPLEMENTED, "only format=json is spoken here\n").into_response());
    }
    let page = query.url.strip_prefix(app.settings.base_url()).ok_or(Error::NotFound)?;
    let (path, asked) = page.split_once('?').unwrap_or((page, ""));
    let asked = asked.split('#').next();
    let parts: Vec<&str> = path.split('#').next().unwrap_or_default().trim_matches('/').split('/').collect();
    let (campaign, letter, post) = match parts[..] {
        ["campaigns", campaign] => (campaign, None, None),
        ["campaigns", campaign, "letters", letter] => (campaign, Some(letter), None),
        ["campaigns", campaign, "posts"] => (campaign, None, Some(None)),
        ["campaigns", campaign, "posts", post] => (campaign, None, Some(Some(post))),
        _ => return Err(Error::NotFound),
    };
    let found = find(app, campaign, letter, asked).await?;
    let posts = &found.campaign.definition.posts;
    // The page of all posts is there where there is one.
    let is_there = |post: Option<&str>| posts.iter().any(|known| post.is_none_or(|post| known.slug == post));
    if !post.is_none_or(is_there) {
        return Err(Error::NotFound);
    }
    let target: Asked = forms::query(asked)?;
    let about = subject(app, &found, target.target.as_deref()).await?;
    let own_letter = letter.map(|_| found.letter());
    let card = share::card(
        app,
        &found.campaign,
        found.language,
        own_letter,
        about.target,
        about.signatures,
        &query.url,
    );
    let mut json = serde_json::json!({
        "version": "1.0",
        "type": "link",
        "title": found.campaign.texts(found.language).title,
        "author_name": found.campaign.definition.group.name,
        "provider_name": "Broadside",
        "provider_url": app.settings.base_url(),
        "cache_age": 60,
    });
    // Section 2.3.4: a thumbnail keeps to the size that was asked for.
    let fits = |size: u32, most: Option<u32>| most.is_none_or(|most| size <= most);
    if fits(WIDTH, query.maxwidth) && fits(HEIGHT, query.maxheight) {
        json["thumbnail_url"] = card.url.into();
        json["thumbnail_width"] = WIDTH.into();
        json["thumbnail_height"] = HEIGHT.into();
    }
    let kept = Kept::new("application/json", FOR_A_MINUTE, json.to_string().into_bytes()).for_any_site();
    Ok(kept.answer(headers))
}
