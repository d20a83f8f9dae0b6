//! The desk's first page: one's campaigns, how they stand, and what needs somebody.

use super::needs::{self, Need};
use super::store;
use crate::accounts::guard::Here;
use crate::accounts::store::{self as accounts, CampaignPlace, Place};
use crate::accounts::{ORGANISERS, Role, nav};
use crate::clock::DAY;
use crate::error::Result;
use crate::state::App;
use crate::web::answer::private;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::Markup;
use crate::web::layout::{Frame, Named, Page};
use crate::web::natural;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "desk/home.html")]
pub struct HomePage {
    pub frame: Frame,
    pub nav: Nav,
    pub note: String,
    /// What needs this person, each with the way there.
    pub needs: Vec<Need>,
    pub groups: Vec<GroupPart>,
    /// The partners for which this person signs in: each with the headline of its campaign.
    pub partners: Vec<(Named, String)>,
}

pub struct GroupPart {
    pub name: String,
    pub role: String,
    /// What it may do, in words.
    pub may: String,
    pub campaigns: Vec<CampaignLine>,
    /// Where a new one is made; nothing for whom may not.
    pub new_url: Option<String>,
}

pub struct CampaignLine {
    pub title: String,
    /// How it stands.
    pub glance_url: String,
    /// The list of its signatures.
    pub signatures_url: String,
    pub page_url: Option<String>,
    pub state: String,
    pub signatures: u64,
    /// Confirmed in the last day.
    pub lately: u64,
    pub mails_waiting: u64,
    /// How much of it needs this person.
    pub needs: u64,
}

pages_of_the_desk! {
    HomePage: |page| page.frame.say.text("desk-home-headline");
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// `GET /desk`
pub async fn show(State(app): State<App>, here: Here, Query(asked): Query<Asked>) -> Result<Response> {
    let frame = nav::frame(&app, &here, "/desk");
    let mut groups: Vec<GroupPart> = Vec::new();
    let mut seen = Vec::new();
    for place in &here.places {
        if seen.contains(&place.group.id) {
            continue;
        }
        seen.push(place.group.id);
        groups.push(group_part(&app, &here, place.group.id, &place.group.name).await?);
    }
    let page = HomePage {
        nav: nav::nav(&here, "/desk"),
        note: match asked.done.as_str() {
            "left" => frame.say.text("desk-left"),
            "partnership-over" => frame.say.text("desk-partnership-over"),
            _ => String::new(),
        },
        partners: partners_of(&app, &here).await?,
        needs: needs_of(&app, &here, &groups).await?,
        frame,
        groups,
    };
    private(StatusCode::OK, &page)
}

/// The partners for which somebody signs in.
async fn partners_of(app: &App, here: &Here) -> Result<Vec<(Named, String)>> {
    let mut partners = Vec::new();
    for place in &here.partners {
        let Some(campaign) = app.directory.by_id(app, place.campaign).await? else { continue };
        let url = here.at(&format!("/desk/partnerships/{}", place.partnership));
        let title = campaign.texts(campaign.spoken(Some(here.language))).title.clone();
        partners.push((Named { name: campaign.partner_name(&place.partner), url }, title));
    }
    Ok(partners)
}

/// The campaigns of a group that this person reaches.
async fn group_part(app: &App, here: &Here, group: i64, name: &str) -> Result<GroupPart> {
    let places: Vec<_> = here.places.iter().filter(|place| place.group.id == group).collect();
    let mut c = app.db.read().await?;
    let campaigns = accounts::campaigns_of(&mut c, group).await?;
    let signatures = store::signatures_by_campaign(&mut c, group).await?;
    let mails = store::mails_waiting_by_campaign(&mut c, group).await?;
    let lately = store::confirmations_by_campaign(&mut c, group, app.clock.now() - DAY).await?;
    drop(c);
    let reached = |campaign: &CampaignPlace| {
        places.iter().any(|place| place.campaign.is_none_or(|only| only == campaign.id))
    };
    let mut lines = Vec::new();
    for campaign in campaigns.into_iter().filter(reached) {
        let of = |counts: &std::collections::HashMap<i64, i64>| {
            natural(counts.get(&campaign.id).copied().unwrap_or_default())
        };
        let running = app.directory.even_a_draft(app, &campaign.slug).await?;
        let title =
            running.as_ref().map(|running| running.texts(running.spoken(Some(here.language))).title.clone());
        let is_public = app.directory.by_slug(app, &campaign.slug).await?.is_some();
        let is_open = running
            .as_ref()
            .is_some_and(|running| running.letters.iter().any(|letter| running.takes_names(letter)));
        let say = here.language.say();
        let reaches = |place: &&&Place| place.campaign.is_none_or(|only| only == campaign.id);
        let role = places.iter().filter(reaches).map(|place| place.role).min().unwrap_or(Role::Viewer);
        let needs = needs::of_campaign(app, here, &campaign, role).await?.len();
        lines.push(CampaignLine {
            title: title.unwrap_or_else(|| campaign.slug.clone()),
            glance_url: here.at(&format!("/desk/campaigns/{}", campaign.slug)),
            signatures_url: here.at(&format!("/desk/campaigns/{}/signatures", campaign.slug)),
            page_url: is_public.then(|| format!("/campaigns/{}", campaign.slug)),
            state: say.text(match (is_public, is_open) {
                (false, _) => "desk-campaign-draft",
                (true, true) => "desk-campaign-open",
                (true, false) => "desk-campaign-closed",
            }),
            signatures: of(&signatures),
            lately: of(&lately),
            mails_waiting: of(&mails),
            needs: natural(i64::try_from(needs).unwrap_or_default()),
        });
    }
    let strongest = places.iter().map(|place| place.role).min();
    Ok(GroupPart {
        name: name.to_owned(),
        role: strongest.map(|role| nav::role_name(here, role)).unwrap_or_default(),
        may: strongest.map(|role| here.language.say().text(role.words_key())).unwrap_or_default(),
        campaigns: lines,
        new_url: new_url(here, &places),
    })
}

fn new_url(here: &Here, places: &[&Place]) -> Option<String> {
    let makes = places.iter().find(|place| place.campaign.is_none() && ORGANISERS.contains(&place.role))?;
    Some(here.at(&format!("/desk/groups/{}/campaigns", makes.group.slug)))
}

async fn needs_of(app: &App, here: &Here, groups: &[GroupPart]) -> Result<Vec<Need>> {
    let say = here.language.say();
    let mut needs = Vec::new();
    let way = |key: &str, path: &str| Some(Named { name: say.text(key), url: here.at(path) });
    if here.account.failures >= 3 {
        let failures = natural(here.account.failures);
        needs.push(Need {
            words: say.html("desk-need-failures", "count", failures),
            way: way("desk-need-account", "/desk/account"),
        });
    }
    let waiting: u64 = groups.iter().flat_map(|group| &group.campaigns).map(|one| one.mails_waiting).sum();
    if app.mails_only_wait() && waiting > 0 {
        let setup = here.account.operates.then(|| way("desk-need-setup", "/desk/setup")).flatten();
        needs.push(Need { words: say.html("desk-need-mail-server", "count", waiting), way: setup });
    }
    if here.account.second_step().is_none() {
        needs.push(Need {
            words: Markup::words(&say.text(if here.waits_for_second_step {
                "desk-need-second-step-asked"
            } else {
                "desk-need-second-step"
            })),
            way: way("desk-need-account", "/desk/account"),
        });
    }
    if here.account.operates {
        for group in accounts::groups_without_owner(&mut app.db.read().await?).await? {
            needs.push(Need { words: say.html("desk-need-owner", "group", &group.slug), way: None });
        }
    }
    Ok(needs)
}
