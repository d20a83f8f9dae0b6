//! The letters as files. They are the press page's: while its embargo lasts, they lead there.

use super::kept::Form;
use super::press;
use crate::error::{Error, Result};
use crate::letters::routes::{Found, find};
use crate::letters::{printed, store};
use crate::state::App;
use crate::web::answer::{FOR_A_MINUTE, Kept, see_other};
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

/// `GET /campaigns/{campaign}/letters/{letter}/letter.pdf`
pub async fn pdf(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    file(&app, &find(&app, &campaign, Some(&letter), query.as_deref()).await?, Form::Pdf, &asked).await
}

/// `GET /campaigns/{campaign}/letters/{letter}/letter.txt`
pub async fn text(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    file(&app, &find(&app, &campaign, Some(&letter), query.as_deref()).await?, Form::Text, &asked).await
}

async fn file(app: &App, found: &Found, form: Form, asked: &HeaderMap) -> Result<Response> {
    let (campaign, language) = (&found.campaign, found.language);
    if campaign.definition.press.embargo_at(app.clock.now()).is_some() {
        return Ok(see_other(&press::path(campaign, language)));
    }
    let letter = found.letter();
    let make = || async move {
        let mut c = app.db.read().await?;
        let wordings = store::wording(&mut c, letter.id, letter.version).await?;
        drop(c);
        let own = wordings.iter().find(|one| one.language == language.tag()).or(wordings.first());
        let wording = own.ok_or(Error::NotFound)?;
        let spoken = campaign.language(&wording.language);
        let written = printed::written(app, campaign, letter, spoken, letter.version, wording);
        let name = format!("{}.{}", letter.slug, spoken.tag());
        if form == Form::Text {
            let kept = Kept::new("text/plain; charset=utf-8", FOR_A_MINUTE, written.text().into_bytes());
            return Ok(named(kept, &format!("{name}.txt")));
        }
        let say = spoken.say();
        let made = tokio::task::spawn_blocking(move || written.pdf(&say)).await;
        let bytes = made
            .map_err(|error| Error::Broken(error.to_string()))?
            .map_err(|error| Error::Broken(error.to_string()))?;
        Ok(named(Kept::new("application/pdf", FOR_A_MINUTE, bytes), &format!("{name}.pdf")))
    };
    Ok(app.presses.file(campaign, letter, language, form, make).await?.answer(asked))
}

/// With the name under which a browser saves it: a slug and a language, so that nothing in it is to be quoted.
fn named(kept: Kept, name: &str) -> Kept {
    match HeaderValue::from_str(&format!("inline; filename=\"{name}\"")) {
        Ok(value) => kept.with(&header::CONTENT_DISPOSITION, &value),
        Err(_) => kept,
    }
}
