//! The record of processing (GDPR, Article 30) of a group, made from the map of personal data.

use crate::accounts::guard::Member;
use crate::accounts::nav;
use crate::accounts::store as accounts;
use crate::error::Result;
use crate::privacy::record::{self, Activity};
use crate::state::App;
use crate::web::answer::private;
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::layout::{Frame, Named, Page};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Template)]
#[template(path = "desk/personal_data.html")]
pub struct PersonalDataPage {
    pub frame: Frame,
    pub nav: Nav,
    pub group: String,
    pub campaigns: Vec<Campaign>,
    pub activities: Vec<Activity>,
    /// Every personal column, under the table's heads.
    pub heads: [String; 8],
    pub columns: Vec<[String; 8]>,
}

/// A campaign of the group: who answers for it, and who else gets what.
pub struct Campaign {
    pub title: String,
    pub contact: String,
    pub recipients: String,
    pub retention: Named,
    pub notice: Option<Named>,
}

pages_of_the_desk! {
    PersonalDataPage: |page| page.frame.say.text("privacy-record-title");
}

/// `GET /desk/groups/{group}/personal-data`
pub async fn show(State(app): State<App>, member: Member) -> Result<Response> {
    let (here, group) = (&member.here, &member.group);
    let path = format!("/desk/groups/{}/personal-data", group.slug);
    let say = here.language.say();
    let places = accounts::campaigns_of(&mut app.db.read().await?, group.id).await?;
    let mut campaigns = Vec::new();
    for place in places {
        let Some(running) = app.directory.even_a_draft(&app, &place.slug).await? else { continue };
        let definition = &running.definition;
        let is_public = app.directory.by_slug(&app, &place.slug).await?.is_some();
        campaigns.push(Campaign {
            title: running.texts(running.spoken(Some(here.language))).title.clone(),
            contact: definition.group.contact.clone().unwrap_or_default(),
            recipients: record::recipients(&say, definition.partners.iter().map(|one| one.name.clone())),
            retention: Named {
                name: say.text("desk-retention"),
                url: here.at(&format!("/desk/campaigns/{}/retention", place.slug)),
            },
            notice: is_public.then(|| Named {
                name: say.text("privacy-notice-headline"),
                url: format!("/campaigns/{}/privacy", place.slug),
            }),
        });
    }
    let page = PersonalDataPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(&app, here, &path),
        group: group.name.clone(),
        campaigns,
        activities: record::activities(&say),
        heads: record::heads(&say),
        columns: record::columns(&say),
    };
    private(StatusCode::OK, &page)
}
