//! The handlers of posts: the composer, the links to the networks, and what came of them.
//!
//! A GET changes nothing here but the anonymous tally of clicks. No answer leads anywhere but to a
//! network's composer, and to a Mastodon server only after its name was shown. Beyond a burst from one
//! network of visitors everybody is led on, and nobody counted.

use super::clicks::Click;
use super::pages::ServerPage;
use super::{Choice, Visit, page};
use crate::campaigns::directory::Running;
use crate::clock;
use crate::error::{Error, Result};
use crate::networks::{Network, Way, composers, servers};
use crate::state::App;
use crate::web::answer::{FOR_SECONDS, Kept, private, public, see_other};
use crate::web::forms;
use crate::web::i18n::Language;
use crate::web::source::source;
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    target: Option<String>,
    network: Option<String>,
    server: Option<String>,
    /// The visitor has seen the server's name.
    sure: Option<String>,
    lang: String,
    source: String,
}

/// A campaign and what was asked of its posts.
struct Found {
    campaign: Arc<Running>,
    visit: Visit,
    asked: Asked,
}

impl Found {
    /// The post and target that are named, or the first that go together; nothing for unknown ones, and
    /// for a post that is not for the target.
    fn choice(&self, post: Option<&str>, way: Way) -> Option<Choice<'_>> {
        let definition = &self.campaign.definition;
        let target = match &self.asked.target {
            Some(slug) => Some(definition.targets.iter().find(|target| target.slug == *slug)?),
            None => None,
        };
        let Some(slug) = post else {
            let Some(target) = target else { return Choice::first(definition, way) };
            return Choice::first_for(definition, target, way);
        };
        let post = definition.posts.iter().find(|post| post.slug == slug)?;
        let target = target.or_else(|| definition.targets.iter().find(|target| post.is_for(target)))?;
        post.is_for(target).then_some(Choice { post, target, way })
    }

    /// For whoever has chosen a target whom the post at hand is not for: the first that is.
    fn other_choice(&self, post: Option<&str>, way: Way) -> Option<Choice<'_>> {
        let definition = &self.campaign.definition;
        let is_known = definition.posts.iter().any(|known| Some(known.slug.as_str()) == post);
        let target =
            definition.targets.iter().find(|target| Some(&target.slug) == self.asked.target.as_ref());
        Choice::first_for(definition, target?, way).filter(|_| is_known)
    }
}

async fn find(app: &App, campaign: &str, query: Option<&str>) -> Result<Found> {
    let asked: Asked = forms::query(query)?;
    let campaign = app.directory.by_slug(app, campaign).await?.ok_or(Error::NotFound)?;
    let visit = Visit {
        language: campaign.spoken(Language::parse(&asked.lang)),
        source: source(&asked.source),
        signatures: app.sheets.signatures(app, &campaign).await?,
    };
    Ok(Found { campaign, visit, asked })
}

/// `GET /campaigns/{campaign}/posts`: the composer with the first post.
pub async fn show_first(
    State(app): State<App>,
    Path(campaign): Path<String>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    composer(&app, &find(&app, &campaign, query.as_deref()).await?, None, &asked)
}

/// `GET /campaigns/{campaign}/posts/{post}?target=…&network=…`: the composer. Where the post is not for the
/// target, it shows the first that is, and says so.
pub async fn show(
    State(app): State<App>,
    Path((campaign, post)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    composer(&app, &find(&app, &campaign, query.as_deref()).await?, Some(&post), &asked)
}

fn composer(app: &App, found: &Found, post: Option<&str>, asked: &HeaderMap) -> Result<Response> {
    let way = match &found.asked.network {
        Some(name) => Way::parse(name).ok_or(Error::NotFound)?,
        None => Way::Network(Network::X),
    };
    let (choice, is_other) = match found.choice(post, way) {
        Some(choice) => (choice, false),
        None => (found.other_choice(post, way).ok_or(Error::NotFound)?, true),
    };
    public(&page::composer(app, &found.campaign, &found.visit, choice, is_other), asked)
}

/// `GET /campaigns/{campaign}/posts/{post}/{network}?target=…`: counts the click and leads to the
/// network's composer; for Mastodon it asks which server first.
pub async fn click(
    State(app): State<App>,
    visitor: Visitor,
    method: Method,
    headers: HeaderMap,
    Path((campaign, post, network)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let network = Network::parse(&network).ok_or(Error::NotFound)?;
    let found = find(&app, &campaign, query.as_deref()).await?;
    let choice = found.choice(Some(&post), Way::Network(network)).ok_or(Error::NotFound)?;
    let mut server = String::new();
    if network == Network::Mastodon {
        let Some(typed) = &found.asked.server else {
            return private(StatusCode::OK, &ask_server(&app, &found, choice, "", false));
        };
        let Some(name) = servers::public(typed) else {
            return private(StatusCode::UNPROCESSABLE_ENTITY, &ask_server(&app, &found, choice, typed, true));
        };
        if found.asked.sure.is_none() || comes_from_elsewhere(&app, &headers) {
            return private(
                StatusCode::OK,
                &page::leaving(&app, &found.campaign, &found.visit, choice, &name),
            );
        }
        server = name;
    }
    let say = found.visit.language.say();
    let composed = choice.compose(&found.campaign, app.settings.base_url(), &found.visit, &say);
    if method != Method::HEAD && is_click(&headers) && app.limits.click(visitor.network()).is_ok() {
        count(&app, &found.campaign, choice, network).await;
    }
    Ok(see_other(&composers::of(network).open(&composed.words, &composed.link, &server)))
}

/// `POST /servers`: the name of a Mastodon server as it is set into an address, or that it is none. Asked by
/// the composer's script, whose words go straight there; what is sent here is neither kept nor logged.
pub async fn name_server(body: Bytes) -> Result<Response> {
    let typed: Asked = forms::read(&body)?;
    let name = servers::public(typed.server.as_deref().unwrap_or_default());
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, serde_json::json!({ "server": name }).to_string()).into_response())
}

fn ask_server(app: &App, found: &Found, choice: Choice, typed: &str, refused: bool) -> ServerPage {
    page::server(app, &found.campaign, &found.visit, choice, typed, refused)
}

/// Browsers say where a link stood, old ones by its page's address. One that stood elsewhere must not lead
/// to a server of its maker's choice without its name being shown.
fn comes_from_elsewhere(app: &App, headers: &HeaderMap) -> bool {
    match (headers.get("sec-fetch-site"), headers.get(header::REFERER)) {
        (Some(site), _) => site != "same-origin",
        (None, Some(page)) => {
            let page = page.to_str().unwrap_or_default();
            page.strip_prefix(app.settings.base_url()).is_none_or(|path| !path.starts_with('/'))
        }
        (None, None) => false,
    }
}

/// A browser that fetches ahead says so, and one that loads a picture of somebody's page: nobody clicked.
fn is_click(headers: &HeaderMap) -> bool {
    let says = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let mut ahead = ["sec-purpose", "purpose", "x-moz"].into_iter().filter_map(says);
    !ahead.any(|value| value.contains("prefetch"))
        && says("sec-fetch-dest").is_none_or(|for_what| for_what == "document")
}

/// Counts, or says in the log why not. Whoever clicked goes on in any case.
async fn count(app: &App, campaign: &Running, choice: Choice<'_>, network: Network) {
    let click = Click {
        campaign_id: campaign.id,
        day: clock::day(app.clock.now(), &campaign.definition.time_zone),
        post: choice.post.slug.clone(),
        target: choice.target.slug.clone(),
        network: network.name(),
        group_id: campaign.group_id,
    };
    if let Err(error) = app.clicks.submit(click).await
        && let Some(untold) = app.quiet.due(("click", 0), app.clock.now())
    {
        let error = error.to_string();
        tracing::warn!(untold, error = error.as_str(), "a click was not counted");
    }
}

/// `GET /campaigns/{campaign}/clicks`: how often the links were opened.
pub async fn show_clicks(
    State(app): State<App>,
    Path(campaign): Path<String>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let found = find(&app, &campaign, query.as_deref()).await?;
    let tally = app.click_tallies.of(&app, found.campaign.id).await?;
    public(&page::clicks(&app, &found.campaign, &found.visit, &tally), &asked)
}

/// `GET /campaigns/{campaign}/clicks.json`: the same, row by row, for anybody's program.
pub async fn clicks_json(
    State(app): State<App>,
    Path(campaign): Path<String>,
    asked: HeaderMap,
) -> Result<Response> {
    let campaign = app.directory.by_slug(&app, &campaign).await?.ok_or(Error::NotFound)?;
    let tally = app.click_tallies.of(&app, campaign.id).await?;
    let as_of = jiff::Timestamp::from_microsecond(tally.as_of - tally.as_of.rem_euclid(1_000_000))
        .map_err(|error| Error::Broken(error.to_string()))?;
    let rows: Vec<_> = tally
        .rows
        .iter()
        .map(|row| {
            serde_json::json!({
                "day": row.day, "post": row.post, "target": row.target, "network": row.network, "clicks": row.clicks,
            })
        })
        .collect();
    let json = serde_json::json!({
        "clicks": tally.total(),
        "as_of": as_of.to_string(),
        "time_zone": campaign.definition.time_zone,
        "rows": rows,
    });
    let kept = Kept::new("application/json", FOR_SECONDS, json.to_string().into_bytes()).for_any_site();
    Ok(kept.answer(&asked))
}
