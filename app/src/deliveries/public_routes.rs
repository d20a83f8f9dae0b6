//! The fingerprints of what was handed over, for whoever was handed a file.

use super::{store, sums};
use crate::error::{Error, Result};
use crate::letters::routes::find;
use crate::state::App;
use crate::web::answer::{FOR_A_MINUTE, Kept, see_other};
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

/// `GET /campaigns/{campaign}/press/deliveries/{delivery}/sha256sums.txt`: what `sha256sum --check` reads.
pub async fn sha256sums(
    State(app): State<App>,
    Path((campaign, delivery)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let found = find(&app, &campaign, None, query.as_deref()).await?;
    let campaign = &found.campaign;
    if campaign.definition.press.embargo_at(app.clock.now()).is_some() {
        return Ok(see_other(&format!("/campaigns/{}/press", campaign.definition.slug)));
    }
    let id = delivery.parse().map_err(|_| Error::NotFound)?;
    let mut c = app.db.read().await?;
    let delivery = store::one(&mut c, campaign.id, id).await?.filter(|one| one.handed.is_some());
    delivery.ok_or(Error::NotFound)?;
    let files = store::files(&mut c, id).await?;
    drop(c);
    Ok(Kept::new("text/plain; charset=utf-8", FOR_A_MINUTE, sums(&files).into_bytes()).answer(&asked))
}
