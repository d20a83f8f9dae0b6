//! The private page of a pledge: how it stands, on to the provider, what is shown, taking it back. A GET changes nothing
//! here; that somebody came back from the provider is a hint to ask it.

use super::opening::{self, Opened};
use super::pages::{Can, Done, GonePage, OnwardPage, OwnPage, ShownToAll};
use super::provider::Mode;
use super::{
    Pledge, Stage, State as Standing, link, looking, monthly_routes, practice, shown, store, transfers,
};
use crate::campaigns::definition::FundraiserKind;
use crate::campaigns::directory::Running;
use crate::error::{Error, Result};
use crate::signatures::link::of_a_token;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms::read;
use crate::web::i18n::{Given, Language};
use crate::web::layout::{Frame, Named};
use crate::web::surroundings::{frame, language_asked};
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;
use std::sync::Arc;

/// A pledge that was found by its private link.
pub struct Opening {
    pub one: Pledge,
    pub campaign: Arc<Running>,
    pub language: Language,
    /// Whether the link went by mail, so that the mailbox is proved.
    pub is_mailed: bool,
    token: String,
}

impl Opening {
    fn path(&self) -> String {
        format!("/pledges/{}", self.token)
    }

    /// The address of the page itself.
    pub fn own_page(&self) -> String {
        joined(&self.path(), &self.campaign.query(self.language), "")
    }

    pub fn back(&self, done: Done) -> Response {
        see_other(&joined(
            &self.path(),
            &self.campaign.query(self.language),
            &format!("?done={}", done.word()),
        ))
    }
}

/// The address of a pledge's private page, or below it.
pub fn own_path(app: &App, pledge: &Pledge, campaign: &Running, rest: &str) -> String {
    let token = link::seal(&app.keys.links, pledge.link());
    joined(&format!("/pledges/{token}"), &campaign.query(campaign.language(&pledge.language)), rest)
}

/// `rest` is a path below, or a query of its own.
fn joined(path: &str, query: &str, rest: &str) -> String {
    match rest.strip_prefix('?') {
        Some(more) if !query.is_empty() => format!("{path}{query}&{more}"),
        Some(_) => format!("{path}{rest}"),
        None => format!("{path}{rest}{query}"),
    }
}

/// Nothing where the link does not open, or what it leads to is gone.
pub async fn open(app: &App, token: &str, query: Option<&str>) -> Result<Option<Opening>> {
    let Some((link, is_mailed)) = link::open(&app.keys.links, token) else { return Ok(None) };
    let found = store::by_id(&mut app.db.read().await?, link.number).await?;
    let Some(one) = found.filter(|one| link.means(one.link())) else { return Ok(None) };
    let Some(campaign) = app.directory.by_id(app, one.promise.campaign).await? else { return Ok(None) };
    let language = match language_asked(query) {
        Some(asked) => campaign.spoken(Some(asked)),
        None => campaign.language(&one.language),
    };
    Ok(Some(Opening { one, campaign, language, is_mailed, token: of_a_token(token) }))
}

pub fn gone(app: &App, query: Option<&str>) -> Result<Response> {
    let frame = frame(app, language_asked(query).unwrap_or(Language::En));
    private(StatusCode::NOT_FOUND, &GonePage { frame })
}

/// `GET /pledges/{token}`
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let came_back = query.as_deref().is_some_and(|query| query.split('&').any(|pair| pair == "done=back"));
    let is_looked_at = came_back && opened.one.look_at.is_some();
    if is_looked_at {
        app.payments.hint(opened.one.id);
    }
    let done = Done::asked(query.as_deref()).filter(|done| done.is_true_of(&opened.one));
    let page = page(&app, &opened, done, is_looked_at);
    let mut response = private(StatusCode::OK, &page)?;
    if is_looked_at {
        // The answer is a second away; who does not wait finds a link.
        response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    }
    Ok(response)
}

fn page(app: &App, opened: &Opening, done: Option<Done>, is_looked_at: bool) -> OwnPage {
    let (one, campaign, language) = (&opened.one, &opened.campaign, opened.language);
    let say = language.say();
    let zone = &campaign.definition.time_zone;
    let known = campaign.definition.fundraiser(&one.promise.slug);
    let money = |minor| shown::money(&say, minor, &one.promise);
    let now = app.clock.now();
    OwnPage {
        frame: Frame {
            further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
            ..campaign.inner_frame(app, language)
        },
        fundraiser: Named {
            name: shown::title(campaign, &one.promise, language),
            url: known.map(|_| shown::path(campaign, &one.promise.slug, "", language)).unwrap_or_default(),
        },
        path: opened.path(),
        query: campaign.query(language),
        state: one.state,
        lead: lead(app, opened),
        done,
        is_looked_at,
        is_mailed: opened.is_mailed,
        can: Can {
            be_paid: one.can_be_paid(now) && !is_looked_at,
            be_cancelled: one.can_be_cancelled(now),
            be_ended: one.can_be_ended(),
        },
        is_practice: one.provider == practice::WORD,
        amount: money(one.said.amount),
        fees: if one.said.fees > 0 {
            say.with("fundraisers-of-it-fees", &[("fees", &money(one.said.fees))])
        } else {
            String::new()
        },
        name: one.said.name.clone(),
        organisation: one.said.organisation.clone(),
        memory: one.said.memory.clone(),
        words: one.said.words.clone(),
        item: known
            .filter(|_| one.state.counts())
            .zip(one.item.as_ref())
            .map(|(known, item)| shown::item(campaign, known, item, language, &say))
            .unwrap_or_default(),
        receipt: one.receipt_number().unwrap_or_default(),
        paid: one.paid_at.map(|at| say.moment(at, zone)).unwrap_or_default(),
        shown: ShownToAll { name: one.said.is_named, amount: one.said.is_amount_shown },
        transfer: known
            .and_then(|known| known.account.as_ref())
            .filter(|_| one.is_transfer() && one.state == Standing::Begun)
            .map(|account| transfers::shown(one, account, zone, &say)),
        monthly: monthly_routes::words(opened),
    }
}

/// How it stands, in a sentence.
fn lead(app: &App, opened: &Opening) -> String {
    let (one, say) = (&opened.one, opened.language.say());
    let zone = &opened.campaign.definition.time_zone;
    let money = |minor| shown::money(&say, minor, &one.promise);
    let known = opened.campaign.definition.fundraiser(&one.promise.slug);
    let has_account = known.is_some_and(|known| known.account.is_some());
    // Of what a bank took, or is being paid back, a part may have been paid back before.
    let is_the_rest = matches!(one.state, Standing::Disputed | Standing::Refunding);
    let amount = if is_the_rest { one.left() } else { one.said.amount };
    let (amount, goal) = (money(amount), money(one.promise.goal));
    let ends = say.moment(one.promise.ends_at, zone);
    // While it waits after a backup was restored nobody’s days pass.
    let waited = one.promise.restored_at.map_or(0, |at| app.clock.now() - at);
    let until = one.grace_until.map(|until| say.moment(until + waited, zone)).unwrap_or_default();
    let returned = money(one.returned);
    let given: [(&str, &dyn Given); 5] =
        [("amount", &amount), ("returned", &returned), ("goal", &goal), ("ends", &ends), ("until", &until)];
    let key = match one.state {
        Standing::Begun if one.is_transfer() && !has_account => "fundraisers-own-transfer-gone",
        Standing::Begun if one.is_transfer() => "fundraisers-own-transfer",
        Standing::Begun if one.is_on_its_way() => "fundraisers-own-on-its-way",
        Standing::Begun if one.did_not_arrive() => "fundraisers-own-not-arrived",
        Standing::Begun if one.is_set_out() => "fundraisers-own-set-out",
        Standing::Begun if one.promise.takes(app.clock.now()) => "fundraisers-own-begun",
        // Its page may have been used; the provider has not said yet.
        Standing::Begun if one.look_at.is_some() => "fundraisers-own-begun-asked",
        Standing::Begun if one.promise.kind == FundraiserKind::Keep => "fundraisers-own-begun-late-keep",
        Standing::Begun => "fundraisers-own-begun-late",
        // It was given in another way than the one that was declined.
        Standing::Pledged if one.promise.stage == Stage::Met => "fundraisers-own-charging",
        Standing::Pledged if app.clock.now() >= one.promise.ends_at => "fundraisers-own-undecided",
        Standing::Pledged => "fundraisers-own-pledged",
        Standing::Charging => "fundraisers-own-charging",
        Standing::Declined => "fundraisers-own-declined",
        Standing::Paid if one.returned > 0 => "fundraisers-own-returned",
        Standing::Paid => "fundraisers-own-paid",
        Standing::Lapsed if one.is_given_up() => "fundraisers-own-lapsed-refused",
        Standing::Lapsed => "fundraisers-own-lapsed",
        Standing::Released => "fundraisers-own-released",
        Standing::Cancelled if one.is_transfer() => "fundraisers-own-transfer-cancelled",
        Standing::Cancelled => "fundraisers-own-cancelled",
        Standing::Refunding => "fundraisers-own-refunding",
        Standing::Refunded => "fundraisers-own-refunded",
        Standing::Disputed => "fundraisers-own-disputed",
    };
    say.with(key, &given)
}

/// `GET /pledges/{token}/payment`: the page in between, with a plain link to the provider's.
pub async fn show_onward(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let back = opened.own_page();
    let Some(session) = opened.one.session.clone().filter(|_| opened.one.can_be_paid(app.clock.now())) else {
        return Ok(see_other(&back));
    };
    let provider = app.payments.provider_of(&opened.one).ok_or(Error::Busy)?;
    let url = match provider.page(&session).await {
        Ok(Some(url)) => url,
        Ok(None) => return Ok(see_other(&back)),
        Err(failure) => {
            tracing::warn!(?failure, pledge = opened.one.id, "the provider did not say where its page is");
            return Ok(opened.back(Done::NoAnswer));
        }
    };
    let is_practice = opened.one.provider == practice::WORD;
    let host = url.strip_prefix("https://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let say = opened.language.say();
    let page = OnwardPage {
        frame: opened.campaign.inner_frame(&app, opened.language),
        lead: {
            let amount = shown::money(&say, opened.one.said.amount, &opened.one.promise);
            let zone = &opened.campaign.definition.time_zone;
            let ends = say.moment(opened.one.promise.ends_at, zone);
            let key = match (opened.one.state, looking::mode(&opened.one)) {
                (Standing::Declined, _) => "fundraisers-onward-declined",
                (_, Mode::Pay) => "fundraisers-onward-pays",
                (_, Mode::Monthly) => "fundraisers-onward-monthly",
                (_, Mode::SetUp) => "fundraisers-onward-sets-up",
            };
            say.with(key, &[("amount", &amount), ("ends", &ends)])
        },
        host: if is_practice { say.text("fundraisers-practice-host") } else { host.to_owned() },
        url: if is_practice { format!("{url}?lang={}", opened.language.tag()) } else { url },
        is_practice,
        back,
    };
    private(StatusCode::OK, &page)
}

/// `POST /pledges/{token}/payment`: opens the provider's page, again where the one before was left or its card declined.
pub async fn pay(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let now = app.clock.now();
    if !opened.one.can_be_paid(now) {
        return Ok(opened.back(Done::TooLate));
    }
    if opened.one.promise.is_stopped(now) && opened.one.state == Standing::Begun {
        return Ok(opened.back(Done::Stopped));
    }
    match opening::open(&app, &opened.one, &opened.campaign).await? {
        Opened::Page => {
            Ok(see_other(&joined(&opened.path(), &opened.campaign.query(opened.language), "/payment")))
        }
        Opened::Used => {
            Ok(see_other(&joined(&opened.path(), &opened.campaign.query(opened.language), "?done=back")))
        }
        Opened::NoAnswer => Ok(opened.back(Done::NoAnswer)),
        Opened::TooOften => Ok(opened.back(Done::TooOften)),
    }
}

/// `POST /pledges/{token}/cancellation`
pub async fn cancel(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    if opened.one.state == Standing::Cancelled {
        return Ok(opened.back(Done::Cancelled));
    }
    let (id, now) = (opened.one.id, app.clock.now());
    // What was decided meanwhile counts.
    let cancelled = app
        .db
        .write(Lane::Ordinary, move |c| {
            Box::pin(async move {
                let found = store::by_id(c, id).await?;
                let Some(one) = found.filter(|one| one.can_be_cancelled(now)) else {
                    return Ok(false);
                };
                store::step(c, id, (one.state, Standing::Cancelled), now).await
            })
        })
        .await?;
    app.funds.forget(opened.one.promise.campaign);
    Ok(opened.back(if cancelled { Done::Cancelled } else { Done::TooLate }))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Shown {
    named: String,
    show_amount: String,
}

/// `POST /pledges/{token}/shown`: what everybody may see of it.
pub async fn set_shown(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let typed: Shown = read(&body)?;
    let (id, now, shown) = (opened.one.id, app.clock.now(), (typed.named == "1", typed.show_amount == "1"));
    app.db
        .write(Lane::Ordinary, move |c| Box::pin(async move { store::show(c, id, shown, now).await }))
        .await?;
    app.funds.forget(opened.one.promise.campaign);
    Ok(opened.back(Done::Shown))
}

/// `GET` of an address that only takes a button: back to the page with the button.
pub async fn back(Path(token): Path<String>) -> Response {
    see_other(&format!("/pledges/{}", of_a_token(&token)))
}
