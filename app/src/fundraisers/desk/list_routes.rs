//! A campaign's fundraisers at the desk: how far each is, and the way to what may be done with it.

use super::pages::{ListPage, Row};
use super::routes::{campaign, path, words_path};
use crate::accounts::guard::CampaignMember;
use crate::accounts::{MODERATORS, ORGANISERS, OWNERS, TREASURERS, nav};
use crate::campaigns::definition::Fundraiser;
use crate::error::Result;
use crate::fundraisers::{shown, view};
use crate::state::App;
use crate::web::answer::private;
use crate::web::layout::Named;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// `GET /desk/campaigns/{campaign}/fundraisers`
pub async fn list(
    State(app): State<App>,
    member: CampaignMember,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let campaign = campaign(&app, &member).await?;
    let standing = app.funds.of(&app, campaign.id).await?;
    let (here, path) = (&member.here, path(&member));
    let say = here.language.say();
    let spoken = campaign.spoken(Some(here.language));
    let keeps = TREASURERS.contains(&member.role);
    let row = |one: &Fundraiser| {
        let gauge = view::gauge(&app, &campaign, standing.fund(&one.slug)?, standing.as_of, &say);
        let own = format!("{path}/{}", one.slug);
        let way = |key: &str, rest: &str, may: bool| {
            may.then(|| Named { name: say.text(key), url: here.at(&format!("{own}/{rest}")) })
        };
        Some(Row {
            fundraiser: Named {
                name: shown::spoken(&campaign, &one.title, spoken),
                url: here.at(&if keeps { own.clone() } else { format!("{own}/words") }),
            },
            ways: [
                way("fundraisers-change", "words", ORGANISERS.contains(&member.role)),
                way("fundraisers-account", "account", OWNERS.contains(&member.role)),
            ]
            .into_iter()
            .flatten()
            .collect(),
            state: gauge.state,
            outcome: gauge.outcome,
        })
    };
    let page = ListPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(&app, here, &path),
        title: campaign.texts(spoken).title.clone(),
        note: match asked.done.as_str() {
            "saved" => say.text("fundraisers-done-saved"),
            "removed" => say.text("fundraisers-done-removed"),
            _ => String::new(),
        },
        rows: campaign.definition.fundraisers.iter().filter_map(row).collect(),
        no_provider: app.payments.provider().is_none()
            && campaign.definition.fundraisers.iter().any(|one| one.account.is_none()),
        public: shown::list_path(&campaign, spoken),
        words: MODERATORS.contains(&member.role).then(|| here.at(&words_path(&member))),
        new: ORGANISERS.contains(&member.role).then(|| here.at(&format!("{path}/new"))),
    };
    private(StatusCode::OK, &page)
}
