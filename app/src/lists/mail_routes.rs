//! What can be done in the outbox: mails that came to nothing, or wait, are tried again now or dropped.

use super::routes::base;
use crate::accounts::guard::Member;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::mail::store::outbox as mails;
use crate::state::App;
use crate::web::answer::see_other;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use broadside_db::Lane;
use std::sync::Arc;

/// A page of ticked rows, and no more.
const MOST: usize = 100;

#[derive(Clone, Copy)]
enum Deed {
    TryAgain,
    Drop,
}

/// `POST /desk/campaigns/{campaign}/mails/attempts`
pub async fn attempt(state: State<App>, member: Member, body: Bytes) -> Result<Response> {
    act(state.0, member, &body, Deed::TryAgain).await
}

/// `POST /desk/campaigns/{campaign}/mails/drops`
pub async fn drop_some(state: State<App>, member: Member, body: Bytes) -> Result<Response> {
    act(state.0, member, &body, Deed::Drop).await
}

async fn act(app: App, member: Member, body: &Bytes, deed: Deed) -> Result<Response> {
    let pairs: Vec<(String, String)> = serde_html_form::from_bytes(body).map_err(|_| Error::Unreadable)?;
    let ticked = pairs.iter().filter(|(name, _)| name == "row").filter_map(|(_, id)| id.parse().ok());
    let ticked: Arc<Vec<i64>> = Arc::new(ticked.take(MOST).collect());
    let (now, group, account) = (app.clock.now(), member.group.id, member.here.account.id);
    let campaign = member.campaign.as_ref().map_or(0, |campaign| campaign.id);
    let changed = app
        .db
        .write(Lane::Ordinary, move |c| {
            let ticked = ticked.clone();
            Box::pin(async move {
                let mut changed = 0_u64;
                for id in ticked.iter() {
                    let (before, action, after) = match deed {
                        Deed::TryAgain => {
                            (mails::try_again(c, campaign, *id, now).await?, "mail-tried-again", "waiting")
                        }
                        Deed::Drop => (mails::drop(c, campaign, *id, now).await?, "mail-dropped", "dropped"),
                    };
                    let Some(before) = before else { continue };
                    changed += 1;
                    let change = Change::of(action, format!("mail {id}")).by(account).in_group(group).field(
                        "state",
                        Some(&before),
                        Some(after),
                    );
                    audit::store::record(c, &change, now).await?;
                }
                Ok(changed)
            })
        })
        .await?;
    app.mail_waits.wake();
    let done = match deed {
        Deed::TryAgain => "tried",
        Deed::Drop => "dropped",
    };
    Ok(see_other(&member.here.at(&format!("{}/mails?done={done}-{changed}", base(&member)))))
}
