//! One's own passkeys: added, and removed.

use super::ceremony::{self, Made};
use super::challenges::{self, Purpose, unwritten};
use super::store::NewPasskey;
use super::{MOST, store};
use crate::accounts::account_routes::{change, page};
use crate::accounts::door_routes::is_a_name;
use crate::accounts::guard::Here;
use crate::audit;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::{forms, natural};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

/// `POST /desk/account/passkeys/challenge`
pub async fn ask(State(app): State<App>, here: Here, headers: HeaderMap) -> Result<Response> {
    challenges::ask_for_new(&app, &headers, &here.account).await
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    name: String,
    client_data: String,
    authenticator_data: String,
    public_key: String,
    algorithm: String,
}

impl Form {
    fn made(&self) -> Option<Made> {
        Some(Made {
            client_data: unwritten(&self.client_data)?,
            authenticator_data: unwritten(&self.authenticator_data)?,
            public_key: unwritten(&self.public_key)?,
            algorithm: self.algorithm.parse().ok()?,
        })
    }
}

/// `POST /desk/account/passkeys`: a new one, under a name of one's own.
pub async fn add(State(app): State<App>, here: Here, headers: HeaderMap, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let party = challenges::party(&app)?;
    let id = here.account.id;
    let Some(made) = form.made() else { return refused(&app, &here, "accounts-passkey-refused").await };
    if !challenges::take(&app, &headers, Purpose::Adding, Some(id), &made.client_data).await? {
        return refused(&app, &here, "accounts-passkey-late").await;
    }
    let Ok(credential) = ceremony::made(&party, &made) else {
        return refused(&app, &here, "accounts-passkey-refused").await;
    };
    let name = form.name.trim();
    let now = app.clock.now();
    let new = NewPasskey {
        account: id,
        credential: credential.id,
        public_key: made.public_key,
        algorithm: made.algorithm,
        sign_count: credential.count,
        name: if is_a_name(name) { name.to_owned() } else { here.session.agent.clone() },
        created_at: now,
    };
    let change = change(&here, "passkey-added").personal(&["passkey"]);
    let added = app
        .db
        .write(Lane::Ordinary, move |c| {
            let (new, change) = (new.clone(), change.clone());
            Box::pin(async move {
                let added = store::add_passkey(c, &new).await?;
                if added {
                    audit::store::record(c, &change, now).await?;
                }
                Ok(added)
            })
        })
        .await?;
    if !added {
        return refused(&app, &here, "accounts-passkey-enough").await;
    }
    Ok(see_other(&here.at("/desk/account?done=passkey")))
}

async fn refused(app: &App, here: &Here, key: &str) -> Result<Response> {
    let mut page = page(app, here).await?;
    let most = natural(i64::try_from(MOST).unwrap_or(i64::MAX));
    page.passkey_error = page.frame.say.with(key, &[("most", &most)]);
    private(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// `POST /desk/account/passkeys/{passkey}/removal`: it ends every other session, which it may have opened.
pub async fn remove(State(app): State<App>, here: Here, Path(passkey): Path<i64>) -> Result<Response> {
    let (id, session, now) = (here.account.id, here.session.id, app.clock.now());
    let change = change(&here, "passkey-removed").personal(&["passkey"]);
    let removed = app
        .db
        .write(Lane::Ordinary, move |c| {
            let change = change.clone();
            Box::pin(async move {
                let removed = store::remove_passkey(c, id, passkey).await?;
                if removed {
                    crate::accounts::store::end_other_sessions(c, id, session, now).await?;
                    audit::store::record(c, &change, now).await?;
                }
                Ok(removed)
            })
        })
        .await?;
    if !removed {
        return Err(Error::NotFound);
    }
    Ok(see_other(&here.at("/desk/account?done=passkey-removed")))
}
