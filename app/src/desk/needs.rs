//! What needs somebody in a campaign: each with the way to where it is mended, and nothing that whoever
//! looks could not do anything about.

use super::store;
use crate::accounts::guard::Here;
use crate::accounts::store::{self as accounts, CampaignPlace};
use crate::accounts::{MODERATORS, ORGANISERS, Role, TREASURERS};
use crate::clock::DAY;
use crate::error::Result;
use crate::fundraisers::desk::restored_routes;
use crate::jobs;
use crate::signatures::store as signatures;
use crate::state::App;
use crate::web::i18n::Markup;
use crate::web::layout::Named;
use crate::web::natural;

pub struct Need {
    pub words: Markup,
    pub way: Option<Named>,
}

/// Mails that came to nothing are told of for so long.
const LATELY: i64 = 7 * DAY;
/// A sign-on that waits longer has probably not found its mail.
const PATIENCE: i64 = DAY;

pub async fn of_campaign(app: &App, here: &Here, campaign: &CampaignPlace, role: Role) -> Result<Vec<Need>> {
    let say = here.language.say();
    let now = app.clock.now();
    let way = |key: &str, path: &str| Some(Named { name: say.text(key), url: here.at(path) });
    let setup = || if here.account.operates { way("desk-need-setup", "/desk/setup") } else { None };
    let mut needs = Vec::new();
    let mut c = app.db.read().await?;
    if MODERATORS.contains(&role) {
        let waiting = store::endorsements_waiting(&mut c, campaign.id).await?;
        if waiting > 0 {
            needs.push(Need {
                words: say.html("desk-need-endorsements", "count", natural(waiting)),
                way: way(
                    "desk-need-to-endorsements",
                    &format!("/desk/campaigns/{}/endorsements", campaign.slug),
                ),
            });
        }
    }
    if TREASURERS.contains(&role)
        && let Some((waiting, first)) =
            restored_routes::waiting(&mut c, (campaign.id, &campaign.slug)).await?
    {
        needs.push(Need {
            words: say.html("desk-need-restored", "count", waiting),
            way: way("desk-need-to-restored", &first),
        });
    }
    if role.sees_hidden_names() {
        let held = store::held(&mut c, campaign.id).await?;
        if held > 0 {
            needs.push(Need {
                words: say.html("desk-need-held", "count", natural(held)),
                way: way("desk-need-to-held", &format!("/desk/campaigns/{}/holding", campaign.slug)),
            });
        }
    }
    if ORGANISERS.contains(&role) {
        if app.mails_only_wait() {
            let waiting = store::mails_waiting(&mut c, campaign.id).await?;
            if waiting > 0 {
                let words = say.html("desk-need-mail-server", "count", natural(waiting));
                needs.push(Need { words, way: setup() });
            }
        }
        let lost = store::mails_lost_since(&mut c, campaign.id, now - LATELY).await?;
        if lost > 0 {
            needs.push(Need {
                words: say.html("desk-need-lost-mails", "count", natural(lost)),
                way: way("desk-need-to-outbox", &format!("/desk/campaigns/{}/mails", campaign.slug)),
            });
        }
        let unconfirmed = unconfirmed(&mut c, campaign.id, now).await?;
        if unconfirmed > 0 {
            needs.push(Need {
                words: say.html("desk-need-unconfirmed", "count", natural(unconfirmed)),
                way: way("desk-need-new-link", "/signatures/links"),
            });
        }
    }
    let owns = here.places.iter().any(|place| {
        place.group.id == campaign.group.id && place.campaign.is_none() && place.role == Role::Owner
    });
    if owns {
        let open = accounts::open_invitations(&mut c, campaign.group.id, now).await?.len();
        if open > 0 {
            let count = natural(i64::try_from(open).unwrap_or_default());
            needs.push(Need {
                words: say.html("desk-need-invitations", "count", count),
                way: way("desk-nav-members", &format!("/desk/groups/{}/members", campaign.group.slug)),
            });
        }
    }
    if here.account.operates {
        if !app.settings.base_url_is_set() && !app.demo {
            let words = say.html("desk-need-base-url", "url", app.settings.base_url());
            needs.push(Need { words, way: setup() });
        }
        if !jobs::stuck(&mut c).await?.is_empty() {
            let words = Markup::words(&say.text("desk-need-stuck"));
            needs.push(Need { words, way: setup() });
        }
    }
    Ok(needs)
}

/// What was sent in the days in which it can still be confirmed, a day ago or longer, and was not.
async fn unconfirmed(c: &mut broadside_db::Connection, campaign: i64, now: i64) -> broadside_db::Result<i64> {
    let since = now - crate::signatures::TIME_TO_CONFIRM;
    let sent = signatures::happened_since(c, campaign, since).await?;
    let long_ago = sent.iter().filter(|(quarter, _)| *quarter < now - PATIENCE);
    Ok(long_ago.map(|(_, happened)| happened.sign_ons - happened.confirmed).sum())
}
