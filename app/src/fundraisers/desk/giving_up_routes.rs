//! A charge that the provider refuses is given up at the desk, once somebody has said that it is meant: its payer may be
//! gone there, so that nobody will ever say what became of it, and everything else waits for it.

use super::refund_routes::{asked, pledge_of};
use super::routes::{find, reference};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::error::Result;
use crate::fundraisers::{Pledge, charging, shown, store};
use crate::state::App;
use crate::web::answer::private;
use crate::web::i18n::Given;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/giving-up`: whether it is meant.
pub async fn ask(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser, pledge)): Path<(String, String, i64)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let one = pledge_of(&app, &seen, pledge).await?;
    let action = format!("{}/pledges/{pledge}/giving-up", seen.path(&member));
    let say = member.here.language.say();
    let (amount, reference, refused) =
        (shown::given(&one, &say), reference(&one), one.refused().unwrap_or_default());
    let given: [(&str, &dyn Given); 4] =
        [("name", &one.said.name), ("amount", &amount), ("reference", &reference), ("words", &refused)];
    let keys =
        ["fundraisers-desk-give-up-title", "fundraisers-desk-give-up-words", "fundraisers-desk-give-up"];
    let page = asked(&app, &member, &seen, &action, (keys, &given), one.refused().is_some());
    private(StatusCode::OK, &page)
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/giving-up`: it lapses, and its giver is told.
/// Money that comes all the same is a gift.
pub async fn give_up(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser, pledge)): Path<(String, String, i64)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    pledge_of(&app, &seen, pledge).await?;
    let change = Change::of("pledge-given-up", format!("pledge {pledge}"))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let given_up = audit::doing(&app, change, pledge, |c, id, now| {
        Box::pin(async move {
            // Nobody is told that it is not charged while it may be.
            if store::is_being_asked(c, *id, now).await? {
                return Ok(false);
            }
            let found: Option<Pledge> = store::by_id(c, *id).await?;
            let Some((one, why)) = found.as_ref().and_then(|one| Some((one, one.refused()?))) else {
                return Ok(false);
            };
            charging::give_up(c, one, why, now).await
        })
    })
    .await?;
    app.mail_waits.wake();
    app.payments.waits.wake();
    app.funds.forget(seen.campaign.id);
    let done = match () {
        () if given_up => "given-up",
        () if pledge_of(&app, &seen, pledge).await?.refused().is_some() => "being-asked",
        () => "too-late",
    };
    Ok(seen.back(&member, done))
}
