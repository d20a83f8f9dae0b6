//! Taking a file of a delivery away from the desk.

use super::desk_routes::{find, path};
use super::making;
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::state::App;
use crate::tasks::files;
use crate::web::answer::see_other;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// `GET /desk/campaigns/{campaign}/deliveries/{delivery}/files/{file}`
pub async fn take(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, id, name)): Path<(String, String, String)>,
) -> Result<Response> {
    let found = find(&app, &member, &id).await?;
    let position = found.files.iter().position(|file| file.name == name).ok_or(Error::NotFound)?;
    let back = || see_other(&member.here.at(&format!("{}/{}", path(&member), found.delivery.id)));
    let offered = found.task.as_ref().filter(|task| task.offers_file(app.clock.now()));
    let Some(stem) = offered.and_then(|task| task.file.as_deref()) else { return Ok(back()) };
    let opened =
        tokio::fs::File::open(files::folder(&app.settings.data).join(making::on_disk(stem, position)));
    let file = match opened.await {
        Ok(file) => file,
        Err(error) => {
            tracing::warn!(delivery = found.delivery.id, %error, "a file of a delivery cannot be read");
            app.sweep_waits.wake();
            return Ok(back());
        }
    };
    let change = Change::of("delivery-taken", format!("delivery {}", found.delivery.id))
        .field("file", None, Some(&name))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    audit::note(&app, change).await?;
    let headers = [
        (header::CONTENT_TYPE, media_type(&name).to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CONTENT_LENGTH, found.files[position].bytes.to_string()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
    ];
    Ok((headers, Body::from_stream(files::pieces(file))).into_response())
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("pdf") => "application/pdf",
        Some("json") => "application/json",
        Some("xlsx") => crate::tasks::Format::Xlsx.media_type(),
        _ => crate::tasks::Format::Csv.media_type(),
    }
}
