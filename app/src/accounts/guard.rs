//! Who may use a URL of the desk: the rule that `routes.rs` states is enforced here and nowhere else,
//! before any handler runs. What belongs to another group is not there: 404, never 403.

mod members;

pub use members::{CampaignMember, Member, PartnerMember};

use super::origin::{self, Sender};
use super::store::{self, CampaignPlace, Group, PartnerPlace, Place};
use super::{Account, Role, Session, Standing, sessions};
use crate::error::{Error, Refusal, Result};
use crate::state::App;
use crate::web::answer::see_other;
use crate::web::forms;
use crate::web::i18n::Language;
use crate::web::surroundings::language_asked;
use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::ops::Deref;
use std::sync::Arc;

/// Who may use a URL of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Anybody: signing in, an invitation.
    AtTheDoor,
    /// Whoever has signed in.
    SignedIn,
    /// Whoever runs the instance.
    Operator,
    /// Who has one of these roles in the group that the path names, or in the group of its campaign.
    Members(&'static [Role]),
    /// Whoever signs in for the partner whose partnership the path names; nobody of the group.
    Partner,
}

/// A rule, and whether it is asked again who sits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    pub rule: Rule,
    /// Asked again where the last proof is older than ten minutes; afterwards this page is opened.
    pub again: Option<&'static str>,
}

/// Who sits here, and where: what every handler of the desk has at hand.
#[derive(Debug)]
pub struct Seat {
    pub account: Account,
    pub session: Session,
    /// Of groups that ask a second step of whoever has none, nothing.
    pub places: Vec<Place>,
    /// For which partners this person signs in.
    pub partners: Vec<PartnerPlace>,
    pub waits_for_second_step: bool,
    pub language: Language,
    /// Whether the language was asked for in the address, which then every link carries.
    pub asked_language: bool,
    /// What the path names, and the roles there.
    group: Option<Group>,
    campaign: Option<CampaignPlace>,
    partner: Option<PartnerPlace>,
    roles: Vec<Role>,
}

impl Seat {
    /// A path of the desk as a link on this page.
    pub fn at(&self, path: &str) -> String {
        if !self.asked_language {
            return path.to_owned();
        }
        let (path, place) = path.find('#').map_or((path, ""), |at| path.split_at(at));
        let joint = if path.contains('?') { '&' } else { '?' };
        format!("{path}{joint}lang={}{place}", self.language.tag())
    }
}

/// Whoever has signed in.
#[derive(Clone, Debug)]
pub struct Here(Arc<Seat>);

impl Deref for Here {
    type Target = Seat;

    fn deref(&self) -> &Seat {
        &self.0
    }
}

fn unguarded() -> Error {
    Error::Broken("this handler stands behind a rule that does not fit it".to_owned())
}

impl<S: Sync> FromRequestParts<S> for Here {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parts.extensions.get::<Self>().cloned().ok_or_else(unguarded)
    }
}

/// Stands before every handler of the desk.
pub async fn enforce(
    State((app, demand)): State<(App, Demand)>,
    path: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    let (head, body) = request.into_parts();
    let language = language_asked(head.uri.query());
    let admitted = admit(&app, demand, &path, &head, language).await;
    let mut request = Request::from_parts(head, body);
    match admitted {
        Ok(here) => {
            let language = here.as_ref().map(|here| here.language).or(language);
            if let Some(here) = here {
                request.extensions_mut().insert(here);
            }
            let mut response = next.run(request).await;
            // A refusal's page speaks the language of who sits here.
            if let Some(language) = language {
                response.extensions_mut().insert(language);
            }
            response
        }
        Err(Turned::Away(response)) => response,
        Err(Turned::Failed(error)) => error.into_response(),
    }
}

enum Turned {
    Away(Response),
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Turned {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

fn away(status: StatusCode, refusal: Refusal, language: Option<Language>) -> Turned {
    let mut response = status.into_response();
    response.extensions_mut().insert(refusal);
    if let Some(language) = language {
        response.extensions_mut().insert(language);
    }
    Turned::Away(response)
}

async fn admit(
    app: &App,
    demand: Demand,
    path: &RawPathParams,
    head: &Parts,
    asked: Option<Language>,
) -> std::result::Result<Option<Here>, Turned> {
    let reads = matches!(head.method, Method::GET | Method::HEAD);
    if !origin::speaks_to_us(&app.settings, &head.headers, &head.uri) {
        return Err(away(StatusCode::MISDIRECTED_REQUEST, Refusal::Misdirected, asked));
    }
    let sender = origin::sender(&app.settings, &head.headers);
    // Whoever knocks with a link shows a secret that no other page knows: silence is enough there.
    let proves = sender == Sender::Ourselves || demand.rule == Rule::AtTheDoor && sender == Sender::Silent;
    if !reads && !proves {
        return Err(away(StatusCode::FORBIDDEN, Refusal::FromElsewhere, asked));
    }
    if demand.rule == Rule::AtTheDoor {
        return Ok(None);
    }
    let Some((session, account)) = sessions::of(app, &head.headers).await? else {
        return Err(to_the_door(reads, None, asked));
    };
    let now = app.clock.now();
    let why = match session.standing(now) {
        Standing::Open if account.deactivated_at.is_some() => Some("deactivated"),
        Standing::Open => None,
        Standing::Half => Some("half"),
        Standing::Ended => Some("ended"),
        Standing::Expired => Some("expired"),
    };
    if let Some(why) = why {
        return Err(to_the_door(reads, Some(why), asked));
    }
    let seat = seat(app, demand, path, account, session, asked).await?;
    if let Some(page) = demand.again
        && !seat.session.is_proved(now)
    {
        let page = filled(page, path);
        // Whoever reads a page goes on to it with what was asked of it; whoever pressed its button finds it
        // as it was looked at.
        let asked = head.uri.query().filter(|_| head.uri.path() == page);
        let proof = match asked {
            Some(query) => forms::with_query("/desk/proof", &[("next", format!("{page}?{query}"))]),
            None => format!("/desk/proof?next={page}"),
        };
        return Err(Turned::Away(see_other(&seat.at(&proof))));
    }
    sessions::see(app, &seat.session, now).await?;
    Ok(Some(Here(Arc::new(seat))))
}

/// Where nobody has signed in: readers are led to the door, what was sent is answered with a page.
fn to_the_door(reads: bool, why: Option<&str>, asked: Option<Language>) -> Turned {
    if !reads {
        return away(StatusCode::UNAUTHORIZED, Refusal::SignInFirst, asked);
    }
    let mut door = match why {
        Some("half") => "/desk/sign-in/code".to_owned(),
        Some(why) => format!("/desk/sign-in?why={why}"),
        None => "/desk/sign-in".to_owned(),
    };
    if let Some(language) = asked {
        door.push(if door.contains('?') { '&' } else { '?' });
        door.push_str("lang=");
        door.push_str(language.tag());
    }
    Turned::Away(see_other(&door))
}

async fn seat(
    app: &App,
    demand: Demand,
    path: &RawPathParams,
    account: Account,
    session: Session,
    asked: Option<Language>,
) -> std::result::Result<Seat, Turned> {
    let mut c = app.db.read().await?;
    let places = store::places_of(&mut c, account.id).await?;
    let partners = store::partner_places_of(&mut c, account.id).await?;
    let own = Language::parse(&account.language).unwrap_or(Language::En);
    let language = asked.unwrap_or(own);
    let mut seat = Seat {
        account,
        session,
        places,
        partners,
        waits_for_second_step: false,
        language,
        asked_language: asked.is_some(),
        group: None,
        campaign: None,
        partner: None,
        roles: Vec::new(),
    };
    let account = seat.account.id;
    let not_here = || away(StatusCode::NOT_FOUND, Refusal::NotFound, Some(language));
    let not_for_you = || {
        if let Some(untold) = app.quiet.due(("not-theirs", account), app.clock.now()) {
            tracing::warn!(account, rule = ?demand.rule, untold, "somebody asked for what is not for them");
        }
        away(StatusCode::FORBIDDEN, Refusal::NotYours, Some(language))
    };
    match demand.rule {
        Rule::AtTheDoor | Rule::SignedIn => {}
        Rule::Operator if seat.account.operates => {}
        Rule::Operator => return Err(not_for_you()),
        Rule::Members(allowed) => {
            let named = |name| path.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
            let group = if let Some(slug) = named("campaign") {
                let campaign = store::campaign_place(&mut c, slug).await?.ok_or_else(not_here)?;
                seat.campaign = Some(campaign.clone());
                campaign.group
            } else {
                let slug = named("group").ok_or_else(unguarded)?;
                store::group_by_slug(&mut c, slug).await?.ok_or_else(not_here)?
            };
            let campaign = seat.campaign.as_ref().map(|campaign| campaign.id);
            let reaches = |place: &&Place| {
                place.group.id == group.id && (place.campaign.is_none() || place.campaign == campaign)
            };
            seat.roles = seat.places.iter().filter(reaches).map(|place| place.role).collect();
            if seat.roles.is_empty() {
                // Whoever belonged to it once is told so, with the same 404.
                if let Some(untold) = app.quiet.due(("another-groups", account), app.clock.now()) {
                    let group = group.id;
                    tracing::warn!(account, group, untold, "somebody asked for what is another group's");
                }
                let elsewhere = seat.places.iter().any(|place| place.group.id == group.id);
                let refusal = match store::closed(&mut c, seat.account.id, group.id).await? {
                    _ if elsewhere => Refusal::NotFound,
                    None => Refusal::NotFound,
                    Some(store::Closed::Left) => Refusal::MemberNoMore,
                    Some(store::Closed::Suspended) => Refusal::MemberSuspended,
                };
                return Err(away(StatusCode::NOT_FOUND, refusal, Some(language)));
            }
            if !seat.roles.iter().any(|role| allowed.contains(role)) {
                return Err(not_for_you());
            }
            if asks_more(&group, &seat.account) {
                return Err(Turned::Away(see_other(&seat.at("/desk/account?done=asked"))));
            }
            seat.group = Some(group);
        }
        Rule::Partner => {
            let named = path.iter().find(|(key, _)| *key == "partnership").map(|(_, value)| value);
            let number: i64 = named.and_then(|number| number.parse().ok()).ok_or_else(not_here)?;
            let Some(place) = seat.partners.iter().find(|place| place.partnership == number).cloned() else {
                // Whoever signed in for it once is told that it is over, with the same 404.
                let over = store::had_partner_seat(&mut c, account, number).await?;
                let refusal = if over { Refusal::PartnershipOver } else { Refusal::NotFound };
                return Err(away(StatusCode::NOT_FOUND, refusal, Some(language)));
            };
            if asks_more(&place.group, &seat.account) {
                return Err(Turned::Away(see_other(&seat.at("/desk/account?done=asked"))));
            }
            seat.partner = Some(place);
        }
    }
    let all = seat.places.len() + seat.partners.len();
    seat.places.retain(|place| !asks_more(&place.group, &seat.account));
    seat.partners.retain(|place| !asks_more(&place.group, &seat.account));
    seat.waits_for_second_step = seat.places.len() + seat.partners.len() < all;
    Ok(seat)
}

/// Whether a group asks a second step and this person has none: whatever opened the desk, nothing of the
/// group is seen without it.
fn asks_more(group: &Group, account: &Account) -> bool {
    group.second_step_asked_at.is_some() && account.second_step().is_none()
}

/// A page's path with what this path names set into it.
fn filled(page: &str, path: &RawPathParams) -> String {
    path.iter().fold(page.to_owned(), |page, (name, value)| page.replace(&format!("{{{name}}}"), value))
}
