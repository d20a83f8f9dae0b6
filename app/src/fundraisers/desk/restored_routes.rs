//! After a backup was restored a fundraiser waits until somebody has looked at it: what givers did meanwhile is not in it.

use super::routes::find;
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::error::Result;
use crate::fundraisers::store;
use crate::state::App;
use crate::web::i18n::Say;
use axum::extract::{Path, State};
use axum::response::Response;
use broadside_db::Connection;

/// What stands on its page while it waits; nothing where it does not.
pub fn words(say: &Say, restored_at: Option<i64>, zone: &str) -> String {
    restored_at.map_or_else(String::new, |at| {
        say.with("fundraisers-desk-restored", &[("moment", &say.moment(at, zone))])
    })
}

/// The page of the first of a campaign’s fundraisers that wait, and how many do.
pub async fn waiting(c: &mut Connection, campaign: (i64, &str)) -> Result<Option<(u64, String)>> {
    let (id, slug) = campaign;
    let mut all = store::waiting_since_restored(c).await?;
    all.retain(|one| one.campaign == id);
    let first = all.first().map(|one| format!("/desk/campaigns/{slug}/fundraisers/{}", one.slug));
    Ok(first.map(|first| (all.len() as u64, first)))
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/going-on`: it is decided, and cards are charged, as it stands.
pub async fn go_on(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let change = Change::of("fundraiser-gone-on", format!("fundraiser {}", seen.promise.slug))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let went_on =
        audit::doing(&app, change, seen.promise.clone(), |c, one, now| Box::pin(store::go_on(c, one, now)))
            .await?;
    app.payments.waits.wake();
    app.funds.forget(seen.campaign.id);
    let done = match () {
        () if went_on => "gone-on",
        () if seen.promise.restored_at.is_some() => "catching-up",
        () => "too-late",
    };
    Ok(seen.back(&member, done))
}
