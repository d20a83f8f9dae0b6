//! Every URL of the program, who may use it, and what answers it.
//!
//! `GET` answers `HEAD` too. A route without a rule cannot be written down here.

mod coalition;
mod coming;
mod deliveries;
mod endorsing;
mod fundraising;
mod goals;
mod listed;
mod press;

use crate::accounts::guard::{self, Demand, Rule};
use crate::accounts::{MEMBERS, ORGANISERS, OWNERS};
use crate::desk::campaign_form::routes as form;
use crate::state::App;
use crate::web::front::Front;
use crate::web::refused::Lines;
use crate::web::{assets, health, surroundings};
use crate::{accounts, campaigns, cards, demo, desk, letters, posts, privacy, signatures, targets, versions};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, get, post};
use std::sync::Arc;
use std::time::Duration;
use tower_http::timeout::TimeoutLayer;

/// Who may use a URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody. What is private stands behind a sealed link.
    Public,
    /// Anybody on this machine, while it runs a demo.
    DemoOnLoopback,
    /// Whom the desk lets in: a rule that is enforced before the handler runs.
    Desk(Demand),
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

fn of_desk(path: &'static str, rule: Rule, answer: MethodRouter<App>) -> Route {
    Route { path, who: Who::Desk(Demand { rule, again: None }), answer }
}

/// As `of_desk`; who sits there is asked again where the last proof is old, and then goes on to a page.
fn of_desk_again(path: &'static str, rule: Rule, page: &'static str, answer: MethodRouter<App>) -> Route {
    Route { path, who: Who::Desk(Demand { rule, again: Some(page) }), answer }
}

pub fn all() -> Vec<Route> {
    use signatures::{private_routes as own, routes as signing};
    vec![
        public("/", get(campaigns::routes::home)),
        public("/campaigns/{campaign}", get(letters::routes::show_campaign)),
        public("/campaigns/{campaign}/count.json", get(campaigns::routes::count)),
        public("/campaigns/{campaign}/privacy", get(privacy::routes::notice)),
        public("/campaigns/{campaign}/pictures/{file}", get(campaigns::routes::picture)),
        public("/campaigns/{campaign}/papers/{file}", get(campaigns::routes::paper)),
        public("/campaigns/{campaign}/card.png", get(cards::routes::of_campaign)),
        public("/campaigns/{campaign}/letters/{letter}/card.png", get(cards::routes::of_letter)),
        public("/oembed", get(cards::routes::oembed)),
        public("/campaigns/{campaign}/letters/{letter}", get(letters::routes::show)),
        public(
            "/campaigns/{campaign}/letters/{letter}/signatures",
            post(signing::create).get(signing::to_letter),
        ),
        public("/campaigns/{campaign}/letters/{letter}/names", get(letters::routes::show_names)),
        public("/campaigns/{campaign}/letters/{letter}/wordings", get(letters::routes::show_wordings)),
        public(
            "/campaigns/{campaign}/letters/{letter}/wordings/{version}",
            get(letters::routes::show_wording),
        ),
        public("/campaigns/{campaign}/letters/{letter}/inbox", get(signing::inbox)),
        public("/campaigns/{campaign}/posts", get(posts::routes::show_first)),
        public("/campaigns/{campaign}/posts/{post}", get(posts::routes::show)),
        public("/campaigns/{campaign}/posts/{post}/{network}", get(posts::routes::click)),
        public("/lengths/{way}", post(posts::counting::count)),
        public("/servers", post(posts::routes::name_server)),
        public("/campaigns/{campaign}/clicks", get(posts::routes::show_clicks)),
        public("/campaigns/{campaign}/clicks.json", get(posts::routes::clicks_json)),
        public("/signatures/links", get(signing::new_link).post(signing::ask_for_link)),
        public("/signatures/{token}", get(own::show)),
        public("/signatures/{token}/confirmation", post(own::confirm).get(own::back)),
        public("/signatures/{token}/withdrawal", post(own::withdraw).get(own::back)),
        public("/signatures/{token}/name", post(own::rename).get(own::back)),
        public("/signatures/{token}/visibility", post(own::set_visibility).get(own::back)),
        public("/signatures/{token}/version", post(own::sign_words).get(own::back)),
        public("/signatures/{token}/agreement", post(own::agree).get(own::back)),
        public("/signatures/{token}/consent", post(own::end_consent).get(own::back)),
        public("/signatures/{token}/export.json", get(privacy::routes::get_export)),
        public("/signatures/{token}/erasure", get(privacy::routes::ask).post(privacy::routes::erase)),
        public("/assets/{file}", get(assets::show)),
        public("/healthz", get(health::process)),
        public("/readyz", get(health::database)),
    ]
    .into_iter()
    .chain(endorsing::routes())
    .chain(coming::routes())
    .chain(press::routes())
    .chain(deliveries::routes())
    .chain(goals::routes())
    .chain(fundraising::routes())
    .chain(coalition::routes())
    .chain(desk_routes())
    .chain(group_routes())
    .chain(target_routes())
    .chain(passkey_routes())
    .chain(listed::routes())
    .chain([
        demo_only("/demo/mailbox", get(demo::routes::mailbox)),
        demo_only("/demo/mailbox/{mail}", get(demo::routes::mail)),
        demo_only("/demo/mailbox/{mail}/html", get(demo::routes::mail_html)),
        demo_only("/demo/clock", get(demo::clock::show).post(demo::clock::set)),
        demo_only("/demo/components", get(demo::routes::components)),
    ])
    .collect()
}

/// The desk: every URL states its rule, and `accounts/guard.rs` enforces it.
fn desk_routes() -> Vec<Route> {
    use Rule::{AtTheDoor, Members, Operator, SignedIn};
    use accounts::{account_routes as own, door_routes as door};
    use accounts::{proof_routes as proof, sign_in_routes as signing_in};
    const VERSIONS_PAGE: &str = "/desk/campaigns/{campaign}/letters/{letter}/versions";
    const RETENTION_PAGE: &str = "/desk/campaigns/{campaign}/retention";
    vec![
        of_desk("/desk/first/{token}", AtTheDoor, get(door::first).post(door::make_first)),
        of_desk("/desk/links/{token}", AtTheDoor, get(door::link).post(door::use_link)),
        of_desk("/desk/sign-in", AtTheDoor, get(signing_in::sign_in).post(signing_in::take_sign_in)),
        of_desk("/desk/sign-in/inbox", AtTheDoor, get(signing_in::inbox)),
        of_desk("/desk/sign-in/code", AtTheDoor, get(signing_in::code).post(signing_in::take_code)),
        of_desk("/desk/session/end", SignedIn, post(proof::sign_out)),
        of_desk("/desk/proof", SignedIn, get(proof::show).post(proof::take)),
        of_desk("/desk/proof/mail", SignedIn, post(proof::mail)),
        of_desk("/desk", SignedIn, get(desk::home::show)),
        of_desk("/desk/setup", Operator, get(desk::setup::show)),
        of_desk("/desk/status", Operator, get(desk::status::show)),
        of_desk("/desk/setup/mail", Operator, post(desk::setup::mail)),
        of_desk("/desk/account", SignedIn, get(own::show)),
        of_desk("/desk/account/name", SignedIn, post(own::rename)),
        of_desk_again("/desk/account/password", SignedIn, "/desk/account", post(own::set_password)),
        of_desk_again("/desk/account/second-step", SignedIn, "/desk/account", post(own::begin_second_step)),
        of_desk("/desk/account/second-step/confirmation", SignedIn, post(own::confirm_second_step)),
        of_desk_again(
            "/desk/account/second-step/removal",
            SignedIn,
            "/desk/account",
            post(own::remove_second_step),
        ),
        of_desk_again("/desk/account/recovery-codes", SignedIn, "/desk/account", post(own::make_codes)),
        of_desk_again(
            "/desk/account/sessions/{session}/end",
            SignedIn,
            "/desk/account",
            post(own::end_session),
        ),
        of_desk("/desk/account/record", SignedIn, get(desk::own::record::show)),
        of_desk_again("/desk/account/export.json", SignedIn, "/desk/account", get(desk::own::export)),
        of_desk_again(
            "/desk/account/erasure",
            SignedIn,
            "/desk/account/erasure",
            get(desk::own::erasure::ask).post(desk::own::erasure::erase),
        ),
        of_desk("/desk/campaigns/{campaign}", Members(MEMBERS), get(desk::glance::page::show)),
        of_desk(VERSIONS_PAGE, Members(ORGANISERS), get(versions::routes::show)),
        of_desk(
            "/desk/campaigns/{campaign}/letters/{letter}/versions/names",
            Members(ORGANISERS),
            post(versions::routes::choose_names),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/letters/{letter}/versions/telling",
            Members(ORGANISERS),
            post(versions::routes::tell),
        ),
        of_desk(RETENTION_PAGE, Members(ORGANISERS), get(desk::retention::show)),
        of_desk_again(
            "/desk/campaigns/{campaign}/retention/days",
            Members(OWNERS),
            RETENTION_PAGE,
            post(desk::retention::save),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/words",
            Members(ORGANISERS),
            get(form::show).post(form::save).layer(DefaultBodyLimit::max(form::MOST_BYTES)),
        ),
    ]
}

/// A group's pages at the desk.
fn group_routes() -> Vec<Route> {
    use Rule::Members;
    use accounts::member_routes as members;
    const MEMBERS_PAGE: &str = "/desk/groups/{group}/members";
    vec![
        of_desk(MEMBERS_PAGE, Members(MEMBERS), get(members::show)),
        of_desk_again(
            "/desk/groups/{group}/invitations",
            Members(OWNERS),
            MEMBERS_PAGE,
            post(members::invite),
        ),
        of_desk(
            "/desk/groups/{group}/invitations/{invitation}/withdrawal",
            Members(OWNERS),
            post(members::withdraw),
        ),
        of_desk_again(
            "/desk/groups/{group}/members/{member}/role",
            Members(OWNERS),
            MEMBERS_PAGE,
            post(members::set_role),
        ),
        of_desk_again(
            "/desk/groups/{group}/members/{member}/removal",
            Members(OWNERS),
            MEMBERS_PAGE,
            post(members::remove),
        ),
        of_desk_again(
            "/desk/groups/{group}/members/{member}/deactivation",
            Members(OWNERS),
            MEMBERS_PAGE,
            post(members::suspend),
        ),
        of_desk_again(
            "/desk/groups/{group}/members/{member}/reactivation",
            Members(OWNERS),
            MEMBERS_PAGE,
            post(members::let_in),
        ),
        of_desk_again(
            "/desk/groups/{group}/second-step",
            Members(OWNERS),
            MEMBERS_PAGE,
            post(accounts::second_step_routes::ask),
        ),
        of_desk("/desk/groups/{group}/departure", Members(MEMBERS), post(members::leave)),
        of_desk(
            "/desk/groups/{group}/campaigns",
            Members(ORGANISERS),
            get(form::show_new).post(form::create).layer(DefaultBodyLimit::max(form::MOST_BYTES)),
        ),
        of_desk("/desk/groups/{group}/audit", Members(ORGANISERS), get(desk::audit::show)),
        of_desk_again(
            "/desk/groups/{group}/audit.csv",
            Members(ORGANISERS),
            "/desk/groups/{group}/audit",
            get(desk::audit::export),
        ),
        of_desk("/desk/groups/{group}/personal-data", Members(ORGANISERS), get(desk::personal_data::show)),
    ]
}

/// A campaign's targets at the desk.
fn target_routes() -> Vec<Route> {
    let rule = Rule::Members(ORGANISERS);
    vec![
        of_desk(
            "/desk/campaigns/{campaign}/targets",
            rule,
            get(targets::routes::show).post(targets::routes::apply).layer(a_list()),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/speakers",
            rule,
            get(targets::routes::to_list).post(targets::routes::preview).layer(a_list()),
        ),
        of_desk("/desk/campaigns/{campaign}/targets/{target}", rule, get(targets::mark_routes::show)),
        of_desk(
            "/desk/campaigns/{campaign}/targets/{target}/marks",
            rule,
            post(targets::mark_routes::set_mark),
        ),
        of_desk(
            "/desk/campaigns/{campaign}/targets/{target}/removal",
            rule,
            post(targets::mark_routes::remove),
        ),
    ]
}

/// Passkeys, at the door and on one's own account.
#[cfg(feature = "passkeys")]
fn passkey_routes() -> Vec<Route> {
    use Rule::{AtTheDoor, SignedIn};
    use accounts::passkeys::{account_routes as own, door_routes as door, proof_routes as proof};
    const ACCOUNT: &str = "/desk/account";
    vec![
        of_desk("/desk/sign-in/passkey/challenge", AtTheDoor, post(door::ask)),
        of_desk("/desk/sign-in/passkey", AtTheDoor, post(door::take)),
        of_desk("/desk/sign-in/code/passkey/challenge", AtTheDoor, post(door::ask_second)),
        of_desk("/desk/sign-in/code/passkey", AtTheDoor, post(door::take_second)),
        of_desk("/desk/proof/passkey/challenge", SignedIn, post(proof::ask)),
        of_desk("/desk/proof/passkey", SignedIn, post(proof::take)),
        of_desk_again("/desk/account/passkeys/challenge", SignedIn, ACCOUNT, post(own::ask)),
        of_desk_again("/desk/account/passkeys", SignedIn, ACCOUNT, post(own::add)),
        of_desk_again("/desk/account/passkeys/{passkey}/removal", SignedIn, ACCOUNT, post(own::remove)),
    ]
}

#[cfg(not(feature = "passkeys"))]
fn passkey_routes() -> Vec<Route> {
    Vec::new()
}

/// How long an answer may take, the form's way here included.
const LONGEST: Duration = Duration::from_mins(1);
/// A form with the longest name and comment is a few kilobytes.
const MOST_BYTES: usize = 64 * 1024;

/// A conference's list of speakers, as a form writes it.
const MOST_BYTES_OF_A_LIST: usize = 512 * 1024;

fn a_list() -> DefaultBodyLimit {
    DefaultBodyLimit::max(MOST_BYTES_OF_A_LIST)
}

/// The way in, with everything behind it.
pub fn front(app: App) -> Front {
    let routes: Vec<Route> =
        all().into_iter().filter(|route| route.who != Who::DemoOnLoopback || app.demo).collect();
    Front::new(app.clone(), router(app, routes))
}

fn router(app: App, routes: Vec<Route>) -> Router {
    let refused = Arc::<Lines>::default();
    routes
        .into_iter()
        .fold(Router::new(), |router, route| {
            let answer = match route.who {
                Who::Public => route.answer,
                Who::DemoOnLoopback => {
                    route.answer.route_layer(axum::middleware::from_fn(demo::routes::on_loopback_only))
                }
                Who::Desk(demand) => route
                    .answer
                    .route_layer(axum::middleware::from_fn_with_state((app.clone(), demand), guard::enforce)),
            };
            router.route(route.path, answer)
        })
        .fallback(surroundings::nothing_here)
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST))
        .layer(axum::middleware::from_fn_with_state((app.clone(), refused), surroundings::surround))
        .with_state(app)
}
