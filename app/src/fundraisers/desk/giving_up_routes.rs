//! A charge that the provider refuses is given up at the desk, once somebody has said that it is meant: its payer may be
//! gone there, so that nobody will ever say what became of it, and everything else waits for it.

use super::pages::AskedPage;
use super::refund_routes::pledge_of;
use super::routes::{find, path, reference};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::error::Result;
use crate::fundraisers::{Pledge, charging, shown, store};
use crate::state::App;
use crate::web::answer::private;
use crate::web::i18n::Given;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/giving-up`: whether it is meant.
pub async fn ask(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser, pledge)): Path<(String, String, i64)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let one = pledge_of(&app, &seen, pledge).await?;
    let (here, own) = (&member.here, seen.path(&member));
    let action = format!("{own}/pledges/{pledge}/giving-up");
    let say = app.texts.say(here.language);
    let (amount, reference, refused) =
        (shown::given(&one, &say), reference(&one), one.refused().unwrap_or_default());
    let given: [(&str, &dyn Given); 4] =
        [("name", &one.said.name), ("amount", &amount), ("reference", &reference), ("words", &refused)];
    let page = AskedPage {
        nav: nav::nav(&app, here, &path(&member)),
        frame: nav::frame(&app, here, &action),
        title: say.text("fundraisers-desk-give-up-title"),
        words: say.with("fundraisers-desk-give-up-words", &given),
        button: say.text("fundraisers-desk-give-up"),
        is_asked: one.refused().is_some(),
        monthly: String::new(),
        action: here.at(&action),
        leave: here.at(&own),
    };
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
    // Nobody is told that it is not charged while it may be.
    let now = app.clock.now();
    let is_asked = app
        .db
        .write(Lane::Ordinary, move |c| Box::pin(async move { store::is_being_asked(c, pledge, now).await }))
        .await?;
    if is_asked {
        return Ok(seen.back(&member, "being-asked"));
    }
    let given_up = audit::doing(&app, change, pledge, |c, id, now| {
        Box::pin(async move {
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
    Ok(seen.back(&member, if given_up { "given-up" } else { "too-late" }))
}
