//! Every URL of the program, who may use it, and what answers it.
//!
//! `GET` answers `HEAD` too. A route without a rule cannot be written down here.

use crate::state::App;
use crate::web::{assets, health, surroundings};
use crate::{campaigns, cards, demo, letters, posts, signatures};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get, post};
use std::time::Duration;
use tower_http::timeout::TimeoutLayer;

/// Who may use a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody. What is private stands behind a sealed link.
    Public,
    /// Anybody on this machine, while it runs a demo.
    DemoOnLoopback,
}

pub struct Route {
    pub path: &'static str,
    pub who: Who,
    pub answer: MethodRouter<App>,
}

fn public(path: &'static str, answer: MethodRouter<App>) -> Route {
    Route { path, who: Who::Public, answer }
}

fn demo_only(path: &'static str, answer: MethodRouter<App>) -> Route {
    Route { path, who: Who::DemoOnLoopback, answer }
}

pub fn all() -> Vec<Route> {
    use signatures::{private_routes as own, routes as signing};
    vec![
        public("/", get(campaigns::routes::home)),
        public("/campaigns/{campaign}", get(letters::routes::show_campaign)),
        public("/campaigns/{campaign}/count.json", get(campaigns::routes::count)),
        public("/campaigns/{campaign}/pictures/{file}", get(campaigns::routes::picture)),
        public("/campaigns/{campaign}/card.png", get(cards::routes::of_campaign)),
        public("/campaigns/{campaign}/letters/{letter}/card.png", get(cards::routes::of_letter)),
        public("/oembed", get(cards::routes::oembed)),
        public("/campaigns/{campaign}/letters/{letter}", get(letters::routes::show)),
        public(
            "/campaigns/{campaign}/letters/{letter}/signatures",
            post(signing::create).get(signing::to_letter),
        ),
        public(
            "/campaigns/{campaign}/letters/{letter}/wordings/{version}",
            get(letters::routes::show_wording),
        ),
        public("/campaigns/{campaign}/letters/{letter}/inbox", get(signing::inbox)),
        public("/campaigns/{campaign}/posts", get(posts::routes::show_first)),
        public("/campaigns/{campaign}/posts/{post}", get(posts::routes::show)),
        public("/campaigns/{campaign}/posts/{post}/{network}", get(posts::routes::click)),
        public("/campaigns/{campaign}/clicks", get(posts::routes::show_clicks)),
        public("/campaigns/{campaign}/clicks.json", get(posts::routes::clicks_json)),
        public("/signatures/links", get(signing::new_link).post(signing::ask_for_link)),
        public("/signatures/{token}", get(own::show)),
        public("/signatures/{token}/confirmation", post(own::confirm).get(own::back)),
        public("/signatures/{token}/withdrawal", post(own::withdraw).get(own::back)),
        public("/signatures/{token}/name", post(own::rename).get(own::back)),
        public("/signatures/{token}/visibility", post(own::set_visibility).get(own::back)),
        public("/assets/{file}", get(assets::show)),
        public("/healthz", get(health::process)),
        public("/readyz", get(health::database)),
        demo_only("/demo/mailbox", get(demo::routes::mailbox)),
        demo_only("/demo/mailbox/{mail}", get(demo::routes::mail)),
        demo_only("/demo/mailbox/{mail}/html", get(demo::routes::mail_html)),
        demo_only("/demo/components", get(demo::routes::components)),
    ]
}

/// How long an answer may take, the form's way here included.
const LONGEST: Duration = Duration::from_mins(1);
/// A form with the longest name and comment is a few kilobytes.
const MOST_BYTES: usize = 64 * 1024;

pub fn router(app: App) -> Router {
    let routes = all().into_iter().filter(|route| route.who == Who::Public || app.demo);
    routes
        .fold(Router::new(), |router, route| {
            let answer = match route.who {
                Who::Public => route.answer,
                Who::DemoOnLoopback => {
                    route.answer.route_layer(axum::middleware::from_fn(demo::routes::on_loopback_only))
                }
            };
            router.route(route.path, answer)
        })
        .fallback(surroundings::nothing_here)
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST))
        .layer(axum::middleware::from_fn_with_state(app.clone(), surroundings::surround))
        .with_state(app)
}
