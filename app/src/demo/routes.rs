//! The demo's own pages. They are for whoever sits at this machine: every mail can be read there.

use super::pages::{ComponentsPage, MailLine, MailboxMailPage, MailboxPage, framed};
use crate::accounts;
use crate::endorsements;
use crate::error::{Error, Result};
use crate::events;
use crate::fundraisers;
use crate::goals;
use crate::mail::store::{self, About, Listed, Subject};
use crate::partners;
use crate::signatures::mailing;
use crate::state::App;
use crate::statements;
use crate::web::answer::private;
use crate::web::i18n::Language;
use crate::web::layout::Named;
use crate::web::letterhead::Draft;
use crate::web::surroundings::{frame, language_asked};
use axum::extract::{ConnectInfo, Path, RawQuery, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;

const NEWEST: i64 = 100;

/// Lets only this machine in, and only under its own name, so that no page elsewhere can read along.
pub async fn on_loopback_only(request: Request, next: Next) -> Response {
    let from_here = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .is_some_and(|info| info.0.ip().to_canonical().is_loopback());
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name =
        host.rsplit_once(':').map_or(host, |(name, port)| if port.ends_with(']') { host } else { name });
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    let by_own_name = matches!(name.as_str(), "localhost" | "127.0.0.1" | "[::1]");
    if from_here && by_own_name { next.run(request).await } else { Error::NotFound.into_response() }
}

fn language(query: Option<&str>) -> Language {
    language_asked(query).unwrap_or(Language::En)
}

/// `GET /demo/mailbox`
pub async fn mailbox(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let language = language(query.as_deref());
    let say = language.say();
    let newest = store::newest(&mut app.db.read().await?, NEWEST).await?;
    let mut mails = Vec::new();
    for listed in newest {
        if let Some(draft) = draft_of(&app, &listed).await? {
            mails.push(MailLine {
                url: format!("/demo/mailbox/{}?lang={}", listed.id, language.tag()),
                to: draft.to,
                subject: draft.written.subject,
                when: say.moment(listed.created_at, "UTC"),
            });
        }
    }
    let campaign = app.directory.published(&app).await?.into_iter().next();
    let campaign = campaign.map(|campaign| Named {
        name: campaign.texts(campaign.spoken(Some(language))).title.clone(),
        url: format!("/campaigns/{}", campaign.definition.slug),
    });
    private(StatusCode::OK, &MailboxPage { frame: frame(&app, language), mails, campaign })
}

/// `GET /demo/mailbox/{mail}`
pub async fn mail(
    State(app): State<App>,
    Path(mail): Path<i64>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let language = language(query.as_deref());
    let (listed, draft) = mail_and_draft(&app, mail).await?;
    let page = MailboxMailPage {
        frame: frame(&app, language),
        from: format!("{} <{}>", draft.from_name, draft.from_address),
        to: draft.to,
        subject: draft.written.subject,
        when: language.say().moment(listed.created_at, "UTC"),
        text: draft.written.text,
        html: Some(format!("/demo/mailbox/{mail}/html")),
        mailbox: format!("/demo/mailbox?lang={}", language.tag()),
    };
    let mut response = private(StatusCode::OK, &page)?;
    let headers = response.headers_mut();
    // The mail's HTML stands in a frame of its own.
    if let Some(policy) = headers.get(header::CONTENT_SECURITY_POLICY).and_then(|policy| policy.to_str().ok())
        && let Ok(policy) = HeaderValue::from_str(&format!("{policy}; frame-src 'self'"))
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// A mail as its slice writes it.
async fn draft_of(app: &App, listed: &Listed) -> Result<Option<Draft>> {
    Ok(match listed.about {
        About::Partnership { .. } => partners::mailing::draft_of(app, listed).await?,
        About::Of(Subject::Endorsement(_)) => endorsements::mailing::draft_of(app, listed).await?,
        About::Of(Subject::Rsvp(_)) => events::mailing::draft_of(app, listed).await?,
        About::Of(Subject::StatementLink(_)) => statements::mailing::draft_of(app, listed).await?,
        About::Of(Subject::GoalNotice(_)) => goals::mailing::draft_of(app, listed).await?,
        About::Of(Subject::Pledge(_) | Subject::FundraiserNotice(_)) => {
            fundraisers::mailing::draft_of(app, listed).await?
        }
        About::Account { .. } => accounts::mailing::draft_of(app, listed).await?,
        About::SignOn(_) => mailing::draft_of(app, listed).await?,
    })
}

async fn mail_and_draft(app: &App, mail: i64) -> Result<(Listed, Draft)> {
    let listed = store::mail(&mut app.db.read().await?, mail).await?.ok_or(Error::NotFound)?;
    let draft = draft_of(app, &listed).await?.ok_or(Error::NotFound)?;
    Ok((listed, draft))
}

/// `GET /demo/mailbox/{mail}/html`
pub async fn mail_html(State(app): State<App>, Path(mail): Path<i64>) -> Result<Response> {
    const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; \
                          sandbox allow-top-navigation-by-user-activation";
    let (_, draft) = mail_and_draft(&app, mail).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, framed(&draft.written.html)).into_response())
}

/// `GET /demo/components`: every component in its states.
pub async fn components(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let language = language(query.as_deref());
    let mut frame = frame(&app, language);
    frame.further_stylesheet = Some(app.assets.inner_stylesheet.clone());
    private(StatusCode::OK, &ComponentsPage { frame })
}
