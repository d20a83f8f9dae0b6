//! What surrounds every request: a number for it, the headers every answer bears, pages for refusals,
//! a line in the log. The log holds the route, never a path with a token in it, never an address.

use super::answer;
use super::forms;
use super::i18n::Language;
use super::layout::{Frame, Masthead};
use super::pages::{ErrorKind, ErrorPage};
use super::refused::{self, Line, Lines};
use crate::clock::Stopwatch;
use crate::error::{Cause, Error, Refusal};
use crate::state::App;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The policy of what is no page: opened by itself it loads nothing, and nobody frames it.
const NOTHING: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// For this name alone: what stands below it is its owner's to decide.
const A_YEAR: &str = "max-age=31536000";
/// Where its owner has said so.
const A_YEAR_BELOW_TOO: &str = "max-age=31536000; includeSubDomains";

pub async fn surround(
    State((app, refused)): State<(App, Arc<Lines>)>,
    request: Request,
    next: Next,
) -> Response {
    let watch = Stopwatch::start();
    let id = request_id(&app);
    let uri = request.uri().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let generation = app.shelf.generation();
    let mut response =
        if uri.path_and_query().is_some_and(|asked| forms::holds_nul(asked.as_str().as_bytes())) {
            Error::Unreadable.into_response()
        } else {
            next.run(request).await
        };
    let cause = response.extensions().get::<Cause>().cloned();
    let refusal = refusal_of(&response);
    let rule = refusal.map_or_else(|| refused::rule_of(&response), Refusal::word);
    if let Some(refusal) = refusal {
        // Where none was asked for the desk speaks its member's language, and a campaign its own.
        let language = language_asked(uri.query())
            .or_else(|| response.extensions().get::<Language>().copied())
            .or_else(|| app.directory.language_in_memory(campaign_in(uri.path())?));
        response = page_for(&app, refusal, language, &id, response);
    }
    if let Some(route) = &route {
        app.shelf
            .place(&uri, route, generation, app.clock.now(), &response, |headers| dress(&app, headers, ""));
    }
    let status = response.status();
    let route = route.as_ref().map(MatchedPath::as_str);
    app.board.requests.took(route, status, watch.seconds());
    let route = route.unwrap_or("-");
    if status.is_client_error() || status.is_server_error() {
        let line = Line { method: &method, route, status, request: &id, now: app.clock.now() };
        refused.tell(&line, rule, cause.as_ref());
    }
    dress(&app, response.headers_mut(), &id);
    response
}

/// Puts on what every answer bears.
fn dress(app: &App, headers: &mut HeaderMap, id: &str) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(NOTHING));
    if app.settings.is_https() {
        let promise = if app.settings.hsts_subdomains { A_YEAR_BELOW_TOO } else { A_YEAR };
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(promise));
    }
    headers
        .entry(header::REFERRER_POLICY)
        .or_insert(HeaderValue::from_static("strict-origin-when-cross-origin"));
    // Hexadecimal digits are a header's value.
    headers.extend(HeaderValue::from_str(id).map(|id| (REQUEST_ID, id)).ok());
}

/// A number that tells one request from others: no secret, and nobody learns from it how many there were.
pub fn request_id(app: &App) -> String {
    answer::hex(&app.numbers.draw().to_be_bytes())
}

/// The campaign that a path names.
fn campaign_in(path: &str) -> Option<&str> {
    path.strip_prefix("/campaigns/")?.split('/').next()
}

/// `?lang=es`, where it is a language of the interface.
pub fn language_asked(query: Option<&str>) -> Option<Language> {
    query?.split('&').find_map(|pair| Language::parse(pair.strip_prefix("lang=")?))
}

/// A refusal left by a handler, or by the router and its layers, which answer without a body.
fn refusal_of(response: &Response) -> Option<Refusal> {
    if let Some(refusal) = response.extensions().get::<Refusal>() {
        return Some(*refusal);
    }
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if is_page {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND => Some(Refusal::NotFound),
        // An address that is no text, or no number where one belongs.
        StatusCode::BAD_REQUEST => Some(Refusal::Unreadable),
        // A form that did not arrive within the time it has.
        StatusCode::REQUEST_TIMEOUT => Some(Refusal::TooSlow),
        StatusCode::METHOD_NOT_ALLOWED => Some(Refusal::MethodNotAllowed),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Refusal::TooLarge),
        _ => None,
    }
}

fn page_for(app: &App, refusal: Refusal, language: Option<Language>, id: &str, bare: Response) -> Response {
    let (error, retry_after) = match refusal {
        Refusal::NotFound => (ErrorKind::NotFound, None),
        Refusal::Misdirected => (ErrorKind::Misdirected { desk: app.url("/desk") }, None),
        Refusal::FromElsewhere => (ErrorKind::FromElsewhere, None),
        Refusal::SignInFirst => (ErrorKind::SignInFirst, None),
        Refusal::NotYours => (ErrorKind::NotYours, None),
        Refusal::MemberNoMore => (ErrorKind::MemberNoMore, None),
        Refusal::MemberSuspended => (ErrorKind::MemberSuspended, None),
        Refusal::PartnershipOver => (ErrorKind::PartnershipOver, None),
        Refusal::MethodNotAllowed => (ErrorKind::MethodNotAllowed, None),
        Refusal::Unreadable => (ErrorKind::Unreadable, None),
        Refusal::TooLarge => (ErrorKind::TooLarge, None),
        Refusal::TooSlow => (ErrorKind::TooSlow, None),
        Refusal::Busy => (ErrorKind::Busy, Some(1)),
        Refusal::Failed => (ErrorKind::Failed { request: Some(id.to_owned()) }, None),
    };
    let home = match refusal {
        Refusal::SignInFirst => "/desk/sign-in",
        Refusal::FromElsewhere
        | Refusal::NotYours
        | Refusal::MemberNoMore
        | Refusal::MemberSuspended
        | Refusal::PartnershipOver => "/desk",
        _ => "/",
    };
    let home = match language {
        Some(language) => format!("{home}?lang={}", language.tag()),
        None => home.to_owned(),
    };
    let page = ErrorPage { frame: frame(app, language.unwrap_or(Language::En)), error, home };
    let mut response = match answer::private(bare.status(), &page) {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(%error, "the page for a refusal could not be written");
            return bare;
        }
    };
    if let Some(allow) = bare.headers().get(header::ALLOW) {
        response.headers_mut().insert(header::ALLOW, allow.clone());
    }
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// Whole seconds from now, rounded up: for Retry-After.
pub fn seconds_until(until: i64, now: i64) -> u64 {
    u64::try_from((until - now + 999_999) / 1_000_000).unwrap_or(1).max(1)
}

/// The house's own frame, where no campaign speaks.
pub fn frame(app: &App, language: Language) -> Frame {
    let mut frame = Frame::new(language.say(), app.assets.stylesheet.clone());
    frame.fonts.clone_from(&app.assets.fonts);
    frame.reload = app.settings.dev.then(|| app.assets.reload.clone());
    frame.clock = clock_banner(app, language);
    frame.masthead = Masthead::default();
    frame
}

/// What every page says while a test clock runs.
pub fn clock_banner(app: &App, language: Language) -> Option<String> {
    app.settings.clock.map(|_| language.say().moment(app.clock.now(), "UTC"))
}

/// What the router answers where no URL fits: a slash too many at the end leads to the page without it.
pub async fn nothing_here(method: Method, uri: Uri) -> Response {
    let path = uri.path().trim_end_matches('/');
    if path.is_empty()
        || path == uri.path()
        || path.starts_with("//")
        || !matches!(method, Method::GET | Method::HEAD)
    {
        return Error::NotFound.into_response();
    }
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    answer::see_other(&format!("{path}{query}"))
}
