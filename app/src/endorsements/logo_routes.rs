//! The handlers of logos: sent behind the officer's link, shown once approved; to the officer and the
//! moderators before.

use super::desk_routes;
use super::form::line_fault;
use super::pages::{Done, LogoShown};
use super::private_routes::{Opened, Refused, gone, open, page};
use super::store;
use super::{Endorsement, State as Standing};
use crate::accounts::guard::CampaignMember;
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::web::answer::{FOR_MINUTES, Kept, private};
use crate::web::surroundings::seconds_until;
use crate::web::visitor::Visitor;
use axum::extract::{Multipart, Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use broadside_db::Lane;
use broadside_logo::{Logo, NoLogo};
use std::sync::Arc;
use tokio::sync::Semaphore;

const ALT_MOST: usize = 150;

/// One picture is read at a time, whoever sends how many: each takes memory and a moment.
static READING: Semaphore = Semaphore::const_new(1);

/// What a form with a picture holds.
#[derive(Default)]
struct Sent {
    bytes: Vec<u8>,
    alt: String,
    removal: bool,
}

async fn sent(mut form: Multipart) -> Result<Sent> {
    let mut sent = Sent::default();
    while let Some(field) = form.next_field().await.map_err(|_| Error::Unreadable)? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(|_| Error::Unreadable)?;
        match name.as_str() {
            "logo" => sent.bytes = bytes.to_vec(),
            "logo_alt" => sent.alt = String::from_utf8(bytes.to_vec()).map_err(|_| Error::Unreadable)?,
            "removal" => sent.removal = bytes.as_ref() == b"1",
            _ => {}
        }
    }
    Ok(sent)
}

/// `POST /endorsements/{token}/logo`: a picture becomes a logo of ours, or is refused and says why.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    form: Multipart,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let say = opened.language.say();
    if opened.one.state == Standing::Ended {
        return Ok(opened.back(None));
    }
    if let Err(wait) = app.limits.proof(visitor.network()) {
        let seconds = seconds_until(wait.0, app.clock.now());
        let fault = say.with("endorsements-too-many-words", &[("seconds", &seconds)]);
        return refused(
            &app,
            &opened,
            StatusCode::TOO_MANY_REQUESTS,
            LogoShown { fault, ..LogoShown::default() },
        )
        .await;
    }
    let sent = sent(form).await?;
    let alt = sent.alt.trim().to_owned();
    if let Some(fault) = line_fault(&alt, ALT_MOST) {
        let shown = LogoShown { alt_fault: fault.words(&say), alt, ..LogoShown::default() };
        return refused(&app, &opened, StatusCode::UNPROCESSABLE_ENTITY, shown).await;
    }
    if sent.removal {
        return saved(&app, &opened, opened.one.pictured(None, String::new()), None).await;
    }
    // Other words for the logo that stands.
    if let (true, Some(standing)) = (sent.bytes.is_empty(), &opened.one.logo) {
        return saved(&app, &opened, opened.one.pictured(Some(standing.clone()), alt), None).await;
    }
    match read(sent.bytes).await? {
        Ok(logo) => {
            let after = opened.one.pictured(Some(logo.digest.clone()), alt);
            saved(&app, &opened, after, Some(logo)).await
        }
        Err(why) => {
            let shown = LogoShown { fault: say.text(key(why)), alt, ..LogoShown::default() };
            refused(&app, &opened, StatusCode::UNPROCESSABLE_ENTITY, shown).await
        }
    }
}

/// Where it holds nobody up.
async fn read(bytes: Vec<u8>) -> Result<std::result::Result<Logo, NoLogo>> {
    let _turn = READING.acquire().await.map_err(|closed| Error::Broken(closed.to_string()))?;
    let read = tokio::task::spawn_blocking(move || broadside_logo::read(&bytes)).await;
    // Whatever a reader of pictures stumbles over is a picture that cannot be read.
    Ok(read.unwrap_or(Err(NoLogo::Broken)))
}

fn key(why: NoLogo) -> &'static str {
    match why {
        NoLogo::Missing => "endorsements-logo-missing",
        NoLogo::TooManyBytes => "endorsements-logo-too-many-bytes",
        NoLogo::TooLarge => "endorsements-logo-too-large",
        NoLogo::OtherKind => "endorsements-logo-other-kind",
        NoLogo::Broken => "endorsements-logo-broken",
    }
}

async fn refused(app: &App, opened: &Opened, status: StatusCode, logo: LogoShown) -> Result<Response> {
    let page = page(app, opened, None, Refused { logo: Some(logo), ..Refused::default() }).await?;
    Rule("endorsement-logo").refuses(private(status, &page))
}

async fn saved(app: &App, opened: &Opened, after: Endorsement, logo: Option<Logo>) -> Result<Response> {
    let (read_at, now) = (opened.one.changed_at, app.clock.now());
    let letter = after.letter_id;
    let work = Arc::new((after, logo));
    let saved = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (after, logo) = &*work;
                if !store::save(c, after, read_at, now).await? {
                    return Ok(false);
                }
                if let Some(logo) = logo {
                    store::add_logo(c, after, logo, now).await?;
                }
                Ok(true)
            })
        })
        .await?;
    app.sheets.forget(letter);
    if saved { Ok(opened.back(Some(Done::Pictured))) } else { Err(Error::Busy) }
}

/// What a picture of ours may do when it is opened by itself: nothing but be shown.
const POLICY: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");

fn picture(cache: &'static str, bytes: Vec<u8>) -> Kept {
    Kept::new("image/png", cache, bytes).with(&header::CONTENT_SECURITY_POLICY, &POLICY)
}

/// `GET /campaigns/{campaign}/endorsements/{endorsement}/logo.png`: as it was approved.
pub async fn show(
    State(app): State<App>,
    Path((campaign, id)): Path<(String, i64)>,
    asked: HeaderMap,
) -> Result<Response> {
    let campaign = app.directory.by_slug(&app, &campaign).await?.ok_or(Error::NotFound)?;
    let mut c = app.db.read().await?;
    let one = store::in_campaign(&mut c, campaign.id, id).await?.ok_or(Error::NotFound)?;
    let digest = one.shown.and_then(|shown| shown.logo).ok_or(Error::NotFound)?;
    let bytes = store::logo(&mut c, id, &digest).await?.ok_or(Error::NotFound)?;
    Ok(picture(FOR_MINUTES, bytes).answer(&asked))
}

async fn unseen(app: &App, one: &Endorsement) -> Result<Response> {
    let digest = one.logo.as_deref().ok_or(Error::NotFound)?;
    let bytes = store::logo(&mut app.db.read().await?, one.id, digest).await?.ok_or(Error::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/png")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ];
    Ok((headers, bytes).into_response())
}

/// `GET /endorsements/{token}/logo.png`: the officer's own, approved or not.
pub async fn show_own(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let opened = open(&app, &token, query.as_deref()).await?.ok_or(Error::NotFound)?;
    unseen(&app, &opened.one).await
}

/// `GET /desk/campaigns/{campaign}/endorsements/{endorsement}/logo.png`: what a moderator looks at.
pub async fn show_at_desk(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, id)): Path<(String, i64)>,
) -> Result<Response> {
    unseen(&app, &desk_routes::find(&app, &member, id).await?).await
}
