//! What a pledge’s private page says of a gift that recurs, and the button that ends it.

use super::pages::Done;
use super::private_routes::{Opening, gone, open};
use super::recurrence::Course;
use super::{shown, store};
use crate::error::Result;
use crate::state::App;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use broadside_db::Lane;

/// Whether a gift that recurs goes on.
pub fn words(opened: &Opening) -> String {
    let (one, say) = (&opened.one, opened.language.say());
    let key = match one.recurrence.as_ref().map(|all| all.course) {
        None | Some(Course::Begun) => return String::new(),
        Some(Course::Active) => "fundraisers-own-monthly-active",
        Some(Course::Late) => "fundraisers-own-monthly-late",
        Some(Course::Ending) => "fundraisers-own-monthly-ending",
        Some(Course::Ended) => "fundraisers-own-monthly-ended",
    };
    let amount = shown::money(&say, one.said.amount, &one.promise);
    let ends = say.moment(one.promise.ends_at, &opened.campaign.definition.time_zone);
    say.with(key, &[("amount", &amount), ("ends", &ends)])
}

/// `POST /pledges/{token}/monthly-end`: no more of it every month. The provider is asked to at once, and until it says so.
pub async fn end(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let Some(id) = opened.one.recurrence.as_ref().map(|all| all.id) else {
        return Ok(opened.back(Done::TooLate));
    };
    let now = app.clock.now();
    app.db.write(Lane::Ordinary, move |c| Box::pin(async move { store::let_end(c, id, now).await })).await?;
    app.payments.waits.wake();
    app.funds.forget(opened.one.promise.campaign);
    Ok(opened.back(Done::Ending))
}
