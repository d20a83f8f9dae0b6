//! What givers say to everybody, at the desk: names and words without amounts, to be kept off the page.

use super::pages::{WordsPage, WordsRow};
use super::routes::{path, words_path};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::fundraisers::{shown, store};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms::read;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

const SHOWN: i64 = 200;

/// `GET /desk/campaigns/{campaign}/fundraiser-words`
pub async fn show(State(app): State<App>, member: CampaignMember) -> Result<Response> {
    let campaign = app.directory.even_a_draft(&app, &member.campaign.slug).await?.ok_or(Error::NotFound)?;
    let (here, own) = (&member.here, words_path(&member));
    let say = here.language.say();
    let said = store::with_words(&mut app.db.read().await?, campaign.id, SHOWN).await?;
    let page = WordsPage {
        nav: nav::nav(here, &path(&member)),
        frame: nav::frame(&app, here, &own),
        title: campaign.texts(campaign.spoken(Some(here.language))).title.clone(),
        rows: said
            .into_iter()
            .map(|one| {
                let (name, memory) = shown::name(&one, &say);
                WordsRow {
                    id: one.id,
                    name: if name.is_empty() { say.text("fundraisers-anonymous") } else { name },
                    memory,
                    words: one.said.words,
                    is_hidden: one.words_hidden_at.is_some(),
                }
            })
            .collect(),
        query: here.at(&own).strip_prefix(own.as_str()).unwrap_or_default().to_owned(),
        path: own,
    };
    private(StatusCode::OK, &page)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Pressed {
    hidden: String,
}

/// `POST /desk/campaigns/{campaign}/fundraiser-words/{pledge}`: name and words are kept off the page, or shown again.
pub async fn set(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, pledge)): Path<(String, i64)>,
    body: Bytes,
) -> Result<Response> {
    let hides = read::<Pressed>(&body)?.hidden == "1";
    let found = store::by_id(&mut app.db.read().await?, pledge).await?;
    let one = found.filter(|one| one.promise.campaign == member.campaign.id).ok_or(Error::NotFound)?;
    let action = if hides { "pledge-hidden" } else { "pledge-shown" };
    let change = Change::of(action, format!("pledge {pledge}"))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    audit::doing(&app, change, (one.id, hides), |c, (id, hides), now| {
        Box::pin(async move { store::show_words(c, *id, hides.then_some(now)).await })
    })
    .await?;
    app.funds.forget(member.campaign.id);
    Ok(see_other(&member.here.at(&words_path(&member))))
}
