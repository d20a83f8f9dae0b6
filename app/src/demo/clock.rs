//! The demo's clock: whoever tries it brings a deadline nearer than it is.

use super::pages::ClockPage;
use super::store;
use crate::clock::{DAY, MINUTE};
use crate::error::Result;
use crate::fundraisers::shown;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms::read;
use crate::web::i18n::{Given, Language};
use crate::web::surroundings::{frame, language_asked};
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

/// No way leads further.
const FURTHEST: i64 = 400 * DAY;

fn path(language: Language) -> String {
    format!("/demo/clock?lang={}", language.tag())
}

/// `GET /demo/clock`
pub async fn show(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let language = language_asked(query.as_deref()).unwrap_or(Language::En);
    let say = language.say();
    let now = app.clock.now();
    let mut ways = Vec::new();
    let mut zone = "UTC".to_owned();
    for campaign in app.directory.published(&app).await? {
        zone.clone_from(&campaign.definition.time_zone);
        let funds = app.funds.of(&app, campaign.id).await?;
        for fund in funds.funds.iter().filter(|fund| fund.promise.takes(now)) {
            let (title, ends) =
                (shown::title(&campaign, &fund.promise, language), say.moment(fund.promise.ends_at, &zone));
            let given: [(&str, &dyn Given); 2] = [("fundraiser", &title), ("moment", &ends)];
            ways.push((say.with("demo-clock-to-end", &given), fund.promise.ends_at + MINUTE));
        }
    }
    ways.push((say.text("demo-clock-day"), now + DAY));
    ways.push((say.text("demo-clock-week"), now + 7 * DAY));
    let page = ClockPage {
        frame: frame(&app, language),
        now: say.moment(now, &zone),
        ways,
        path: path(language),
        mailbox: format!("/demo/mailbox?lang={}", language.tag()),
    };
    private(StatusCode::OK, &page)
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Pressed {
    /// Microseconds UTC.
    to: i64,
}

/// `POST /demo/clock`: the clock goes on to a time that lies ahead, and everything due by then is done.
pub async fn set(State(app): State<App>, RawQuery(query): RawQuery, body: Bytes) -> Result<Response> {
    let language = language_asked(query.as_deref()).unwrap_or(Language::En);
    let ahead = read::<Pressed>(&body)?.to.saturating_sub(app.clock.now());
    let ahead = ahead.clamp(0, FURTHEST);
    app.db.write(Lane::Ordinary, move |c| Box::pin(async move { store::keep_seats(c, ahead).await })).await?;
    app.clock.go_on(ahead);
    app.payments.waits.wake();
    app.mail_waits.wake();
    Ok(see_other(&path(language)))
}
