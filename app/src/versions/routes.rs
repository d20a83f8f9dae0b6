//! What organisers choose for those who signed earlier words of a letter.

use super::page::{self, VersionsPage};
use super::store::{self, Version};
use super::{Chosen, Telling};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::campaigns::directory::Running;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;
use std::sync::Arc;

/// The letter that a URL names, in the campaign of whoever asks.
struct Found {
    running: Arc<Running>,
    place: usize,
}

impl Found {
    fn version(&self, member: &CampaignMember) -> Version {
        let letter = &self.running.letters[self.place];
        Version { group: member.campaign.group.id, letter: letter.id, number: letter.version }
    }
}

async fn find(app: &App, member: &CampaignMember, letter: &str) -> Result<Found> {
    let slug = &member.campaign.slug;
    let running = app.directory.even_a_draft(app, slug).await?.ok_or(Error::NotFound)?;
    let place = running.letters.iter().position(|one| one.slug == letter).ok_or(Error::NotFound)?;
    Ok(Found { running, place })
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// `GET /desk/campaigns/{campaign}/letters/{letter}/versions`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, letter)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let found = find(&app, &member, &letter).await?;
    let mut page = shown(&app, &member, &found).await?;
    let key = match asked.done.as_str() {
        "names" => "versions-done-names",
        "begun" => "versions-done-begun",
        "stopped" => "versions-done-stopped",
        _ => return private(StatusCode::OK, &page),
    };
    page.note = page.frame.say.text(key);
    private(StatusCode::OK, &page)
}

async fn shown(app: &App, member: &CampaignMember, found: &Found) -> Result<VersionsPage> {
    let letter = &found.running.letters[found.place];
    let counted = app.sheets.counted(app, letter.id).await?;
    let chosen = store::chosen(&mut app.db.read().await?, found.version(member)).await?;
    let is_public = app.directory.by_slug(app, &member.campaign.slug).await?.is_some();
    Ok(page::page(app, member, (&found.running, letter), &counted, &chosen, is_public))
}

/// Other words stand by now than the form was about: what it would do is shown anew.
async fn changed_meanwhile(app: &App, member: &CampaignMember, found: &Found) -> Result<Response> {
    let mut page = shown(app, member, found).await?;
    page.note = page.frame.say.text("versions-changed-meanwhile");
    private(StatusCode::CONFLICT, &page)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Names {
    version: String,
    names: String,
}

/// `POST /desk/campaigns/{campaign}/letters/{letter}/versions/names`: whether names under earlier words stand
/// among the others.
pub async fn choose_names(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, letter)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let typed: Names = forms::read(&body)?;
    let moves = match typed.names.as_str() {
        "move" => true,
        "stay" => false,
        _ => return Err(Error::Unreadable),
    };
    let choose = move |chosen: Chosen| Some(Chosen { moves_names: moves, ..chosen });
    save(&app, &member, &letter, &typed.version, "names", choose).await
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Tell {
    version: String,
    telling: String,
}

/// `POST /desk/campaigns/{campaign}/letters/{letter}/versions/telling`: begins telling, goes on with it, or stops.
pub async fn tell(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, letter)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let typed: Tell = forms::read(&body)?;
    let to = |telling| move |chosen: Chosen| Some(Chosen { telling, ..chosen });
    match typed.telling.as_str() {
        "begin" => {
            let begin = move |chosen: Chosen| {
                chosen.telling.can_begin().then(|| to(Telling::UnderWay)(chosen)).flatten()
            };
            save(&app, &member, &letter, &typed.version, "begun", begin).await
        }
        "stop" => {
            let stop = move |chosen: Chosen| {
                (chosen.telling == Telling::UnderWay).then(|| to(Telling::Stopped)(chosen)).flatten()
            };
            save(&app, &member, &letter, &typed.version, "stopped", stop).await
        }
        _ => Err(Error::Unreadable),
    }
}

/// Keeps what `choose` makes of what stands; nothing is kept or recorded where it leaves that as it is.
async fn save(
    app: &App,
    member: &CampaignMember,
    letter: &str,
    version: &str,
    done: &'static str,
    choose: impl Fn(Chosen) -> Option<Chosen> + Clone + Send + Sync + 'static,
) -> Result<Response> {
    let found = find(app, member, letter).await?;
    let one = found.version(member);
    if version.trim().parse() != Ok(one.number) || one.number == 1 {
        return changed_meanwhile(app, member, &found).await;
    }
    let by = member.here.account.id;
    let object = format!("letter {letter} of campaign {}, version {}", member.campaign.slug, one.number);
    let now = app.clock.now();
    app.db
        .write(Lane::Ordinary, move |c| {
            let (choose, object) = (choose.clone(), object.clone());
            Box::pin(async move {
                let before = store::chosen(c, one).await?;
                let Some(after) = choose(before).filter(|after| *after != before) else { return Ok(()) };
                store::choose(c, one, after, now).await?;
                let names = |chosen: Chosen| if chosen.moves_names { "move" } else { "stay" };
                let mut change = Change::of("version-changed", object).by(by).in_group(one.group);
                if before.moves_names != after.moves_names {
                    change = change.field("names", Some(names(before)), Some(names(after)));
                }
                if before.telling != after.telling {
                    change = change.field("telling", Some(before.telling.word()), Some(after.telling.word()));
                }
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    app.sheets.forget(one.letter);
    Ok(see_other(&member.here.at(&format!("{}?done={done}", page::path(&member.campaign.slug, letter)))))
}
