//! The public handlers of fundraisers: all of them, one with its form, what is sent, and the way to the provider.
//!
//! A GET changes nothing here. What an address has done before never shows in an answer.

use super::form::{self, PledgeForm};
use super::mail::MailKind;
use super::opening::{self, Opened};
use super::pages::{CARD, FormShown, InboxPage, ListPage, Teaser};
use super::private_routes::own_path;
use super::store::{self, New};
use super::view::{self, Found};
use super::{Pledge, Said, attack, mailing, shown, transfers};
use crate::campaigns::directory::Running;
use crate::error::{Error, Result, Rule};
use crate::letters::proof;
use crate::state::App;
use crate::web::answer::{FOR_A_SECOND, Kept, private, see_other};
use crate::web::forms::read;
use crate::web::i18n::Language;
use crate::web::layout::{Frame, Named};
use crate::web::source::{source, source_asked};
use crate::web::surroundings::{language_asked, seconds_until};
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use broadside_db::Lane;
use std::sync::Arc;

async fn campaign(app: &App, slug: &str, query: Option<&str>) -> Result<(Arc<Running>, Language)> {
    let campaign = app.directory.by_slug(app, slug).await?.ok_or(Error::NotFound)?;
    let language = campaign.spoken(language_asked(query));
    Ok((campaign, language))
}

pub async fn find(app: &App, slug: &str, fundraiser: &str, query: Option<&str>) -> Result<Found> {
    let (campaign, language) = campaign(app, slug, query).await?;
    let place = campaign.definition.fundraisers.iter().position(|one| one.slug == fundraiser);
    let place = place.ok_or(Error::NotFound)?;
    let standing = app.funds.of(app, campaign.id).await?;
    Ok(Found { campaign, place, language, standing })
}

/// `GET /campaigns/{campaign}/fundraisers`
pub async fn list(
    State(app): State<App>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let (campaign, language) = campaign(&app, &slug, query.as_deref()).await?;
    let say = language.say();
    let standing = app.funds.of(&app, campaign.id).await?;
    let teaser = |one: &crate::campaigns::definition::Fundraiser| {
        let fund = standing.fund(&one.slug)?;
        Some(Teaser {
            title: Named {
                name: shown::spoken(&campaign, &one.title, language),
                url: shown::path(&campaign, &one.slug, "", language),
            },
            words: shown::spoken(&campaign, &one.words, language),
            gauge: view::gauge(&app, &campaign, fund, standing.as_of, &say),
        })
    };
    let path = |language| shown::list_path(&campaign, language);
    let page = ListPage {
        frame: Frame {
            canonical: Some(app.url(&path(language))),
            languages: campaign.translations(language, path),
            further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
            ..campaign.inner_frame(&app, language)
        },
        campaign: Named {
            name: campaign.texts(language).title.clone(),
            url: format!("/campaigns/{slug}{}", campaign.query(language)),
        },
        fundraisers: campaign.definition.fundraisers.iter().filter_map(teaser).collect(),
    };
    Ok(Kept::page(&page, FOR_A_SECOND)?.answer(&asked))
}

/// `GET /campaigns/{campaign}/fundraisers/{fundraiser}`
pub async fn show(
    State(app): State<App>,
    Path((slug, fundraiser)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let found = find(&app, &slug, &fundraiser, query.as_deref()).await?;
    let typed = view::blank(source_asked(query.as_deref()));
    let form = FormShown { typed, ..FormShown::default() };
    let page = view::page(&app, &found, form, app.clock.now());
    Ok(Kept::page(&page, FOR_A_SECOND)?.answer(&asked))
}

/// `GET /campaigns/{campaign}/fundraisers/{fundraiser}/pledges`: to the form.
pub async fn to_fundraiser(
    State(app): State<App>,
    Path((slug, fundraiser)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &slug, &fundraiser, query.as_deref()).await?;
    Ok(see_other(&found.path("")))
}

/// `POST /campaigns/{campaign}/fundraisers/{fundraiser}/pledges`: keeps what is said, and leads on to the provider; while
/// cards seem to be tried, through the mailbox. Who gives by transfer is shown the account.
pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    Path((slug, fundraiser)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let found = find(&app, &slug, &fundraiser, query.as_deref()).await?;
    let mut typed: PledgeForm = read(&body)?;
    let now = app.clock.now();
    let ways = found.ways(&app, now);
    // Whoever chose the card is not led to a transfer unasked.
    let is_other_way = ways.lacks_card && typed.way == CARD;
    typed.way = ways.chosen(&typed.way).to_owned();
    let shut = is_other_way || found.shut(&app, now).is_some() || found.fundraiser().elsewhere.is_some();
    let Some(fund) = found.fund().filter(|_| !shut) else {
        let form = FormShown { typed, ..FormShown::default() };
        return private(StatusCode::CONFLICT, &view::page(&app, &found, form, now));
    };
    let said = match form::check(&typed, found.fundraiser()) {
        Ok(said) => said,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let form = FormShown { typed, mistakes, ..FormShown::default() };
            let page = view::page(&app, &found, form, now);
            return Rule(rule).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if let Err(wait) = app.limits.pledge(visitor.network()) {
        let seconds = seconds_until(wait.0, now);
        let form = FormShown { typed, again_in: Some(seconds), ..FormShown::default() };
        let mut response = private(StatusCode::TOO_MANY_REQUESTS, &view::page(&app, &found, form, now))?;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(response);
    }
    // What fills in the field that people do not see is told that all went well.
    if !typed.homepage.is_empty() {
        return Ok(see_other(&found.path("/inbox")));
    }
    let has_worked =
        proof::is_proved(&app, view::work_number(fund.promise.id), &said.email, &typed.work, now);
    let provider = match app.payments.provider() {
        _ if typed.way == transfers::WORD => transfers::WORD,
        Some(provider) => provider.word(),
        None => return Err(Error::Busy),
    };
    let sent = keep(&app, &found, (fund.promise.id, said), &typed, (provider, has_worked)).await?;
    let Sent { pledge, opens } = sent;
    if pledge.is_transfer() {
        app.mail_waits.wake();
        return Ok(see_other(&own_path(&app, &pledge, &found.campaign, "")));
    }
    if !opens {
        app.mail_waits.wake();
        return Ok(see_other(&found.path("/inbox")));
    }
    match opening::open(&app, &pledge, &found.campaign).await? {
        Opened::Page => Ok(see_other(&own_path(&app, &pledge, &found.campaign, "/payment"))),
        Opened::Used => Ok(see_other(&own_path(&app, &pledge, &found.campaign, "?done=back"))),
        Opened::NoAnswer => Ok(see_other(&own_path(&app, &pledge, &found.campaign, "?done=no-answer"))),
        Opened::TooOften => Ok(see_other(&own_path(&app, &pledge, &found.campaign, "?done=too-often"))),
    }
}

/// A pledge that is kept, and whether the provider's page is opened for it now.
struct Sent {
    pledge: Pledge,
    opens: bool,
}

/// Keeps a pledge. Whether it goes straight on to the provider is decided while nobody else's is.
async fn keep(
    app: &App,
    found: &Found,
    (fundraiser, said): (i64, Said),
    typed: &PledgeForm,
    (provider, has_worked): (&'static str, bool),
) -> Result<Sent> {
    let now = app.clock.now();
    let new = Arc::new(New {
        group: found.campaign.group_id,
        campaign: found.campaign.id,
        fundraiser,
        language: found.language.tag().to_owned(),
        address_key: app.keys.addresses.of_typed(&said.email),
        said,
        source: source(&typed.source),
        provider,
        account: found
            .fundraiser()
            .account
            .as_ref()
            .filter(|_| provider == transfers::WORD)
            .map(|account| account.iban.clone()),
        is_monthly: typed.is_monthly(),
    });
    // Where bursts are let through, nobody is asked for more than the form.
    let is_unlimited = !app.settings.rate_limits;
    let turn = app.payments.opening.lock().await;
    let kept = app
        .db
        .write(Lane::Ordinary, move |c| {
            let new = new.clone();
            Box::pin(async move {
                let is_transfer = new.provider == transfers::WORD;
                let of = (new.fundraiser, new.address_key.as_slice());
                let opens = is_transfer
                    || is_unlimited
                    || !attack::is_under_attack(c, now).await?
                    || has_worked && !attack::is_work_spent(c, of, now).await?;
                let id = store::add(c, &new, now).await?;
                let pledge = store::by_id(c, id).await?;
                let kind = if is_transfer { MailKind::Transfer } else { MailKind::Link };
                if let Some(pledge) = pledge.as_ref().filter(|_| is_transfer || !opens) {
                    mailing::enqueue(c, kind, pledge, now).await?;
                }
                Ok(pledge.map(|pledge| Sent { pledge, opens }))
            })
        })
        .await?;
    drop(turn);
    kept.ok_or(Error::Busy)
}

/// `GET /campaigns/{campaign}/fundraisers/{fundraiser}/inbox`: the same for everybody.
pub async fn inbox(
    State(app): State<App>,
    Path((slug, fundraiser)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &slug, &fundraiser, query.as_deref()).await?;
    let frame = found.campaign.inner_frame(&app, found.language);
    let fundraiser = Named { name: found.title(), url: found.path("") };
    private(StatusCode::OK, &InboxPage { frame, fundraiser })
}

/// `GET /campaigns/{campaign}/fundraisers/{fundraiser}/invoices/{invoice}`: the file of an invoice.
pub async fn invoice(
    State(app): State<App>,
    Path((slug, fundraiser, invoice)): Path<(String, String, i64)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &slug, &fundraiser, query.as_deref()).await?;
    let fund = found.fund().ok_or(Error::NotFound)?;
    let file = store::file(&mut app.db.read().await?, fund.promise.id, invoice).await?;
    let (name, bytes) = file.ok_or(Error::NotFound)?;
    let disposition = format!("attachment; filename=\"{name}\"");
    let disposition = HeaderValue::from_str(&disposition).map_err(|_| Error::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (header::CONTENT_DISPOSITION, disposition),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300")),
    ];
    Ok((headers, bytes).into_response())
}
