//! What a group asks of whoever works in it: a second step. The guard leads who has none to add one.

use super::guard::Member;
use super::member_routes::{done, page};
use super::store;
use crate::audit::{self, Change};
use crate::error::Result;
use crate::state::App;
use crate::web::answer::private;
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    asked: String,
}

/// `POST /desk/groups/{group}/second-step`: asks a second step of whoever works in the group, or asks it no
/// more. Who asks it of others has one.
pub async fn ask(State(app): State<App>, member: Member, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    if member.here.account.second_step().is_none() {
        let mut page = page(&app, &member).await?;
        page.refused = page.frame.say.text("accounts-second-step-own-first");
        return private(StatusCode::CONFLICT, &page);
    }
    let (now, group, account) = (app.clock.now(), member.group.clone(), member.here.account.id);
    let asks = form.asked == "1";
    let said = |asked| if asked { "1" } else { "0" };
    let record = Change::of("second-step-asked", format!("group {}", group.slug))
        .by(account)
        .in_group(group.id)
        .field("asked", Some(said(!asks)), Some(said(asks)));
    app.db
        .write(Lane::Ordinary, move |c| {
            let record = record.clone();
            Box::pin(async move {
                if store::ask_second_step(c, group.id, asks.then_some(now)).await? {
                    audit::store::record(c, &record, now).await?;
                }
                Ok(())
            })
        })
        .await?;
    Ok(done(&member, "second-step"))
}
