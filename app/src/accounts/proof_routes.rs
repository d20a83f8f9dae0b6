//! Who sits here is asked again, before what reaches far: exports, roles, how one signs in.

use super::door_routes::Door;
use super::guard::Here;
use super::pages::ProofPage;
use super::sign_in_routes::{mail_link, takes_code, too_many, too_many_answer};
use super::{guessing, nav, passkeys, passwords, sessions, store};
use crate::audit::{self, Change};
use crate::error::Result;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    next: String,
    mailed: String,
    password: String,
    code: String,
}

/// Where to go on: a page of the desk, whatever was typed into the address.
pub fn onward(next: &str) -> &str {
    let is_ours = next == "/desk" || next.starts_with("/desk/");
    if is_ours && !next.contains(['\\', ':', '\r', '\n']) { next } else { "/desk" }
}

pub async fn page(app: &App, here: &Here, next: &str) -> Result<ProofPage> {
    Ok(ProofPage {
        frame: nav::frame(app, here, "/desk/proof"),
        nav: nav::nav(here, ""),
        query: here.at(""),
        next: onward(next).to_owned(),
        has_password: here.account.password_hash.is_some(),
        has_code: here.account.second_step().is_some(),
        error: String::new(),
        mailed: false,
        passkey_script: passkeys::script_for(app, here.account.id).await?,
        passkey_ways: (here.at("/desk/proof/passkey"), here.at("/desk/proof/passkey/challenge")),
    })
}

/// `GET /desk/proof`
pub async fn show(State(app): State<App>, here: Here, Query(asked): Query<Asked>) -> Result<Response> {
    let mut page = page(&app, &here, &asked.next).await?;
    page.mailed = !asked.mailed.is_empty();
    private(StatusCode::OK, &page)
}

/// `POST /desk/proof`: the code where there is a second step, else the password.
pub async fn take(State(app): State<App>, here: Here, body: Bytes) -> Result<Response> {
    let asked: Asked = forms::read(&body)?;
    let mut page = page(&app, &here, &asked.next).await?;
    let account = &here.account;
    if let Err(wait) = app.limits.inner_guess(&guessing::key_of_session(&here.session)) {
        page.error = too_many(&app, &page.frame.say, wait);
        return Ok(too_many_answer(&app, wait, private(StatusCode::TOO_MANY_REQUESTS, &page)?));
    }
    let (proved, wrong) = if page.has_code {
        (takes_code(&app, account, &asked.code).await?, "accounts-code-error")
    } else {
        (passwords::fits(asked.password, account.password_hash.clone()).await?, "accounts-proof-wrong")
    };
    if !proved {
        guessing::log(Some(account.id), "proof");
        guessing::failed(&app, account.id, &account.email).await?;
        page.error = page.frame.say.text(wrong);
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    guessing::succeeded(&app, account.id).await?;
    sessions::prove(&app, here.session.id, see_other(&here.at(onward(&asked.next)))).await
}

/// `POST /desk/proof/mail`: a sign-in link; whoever uses it has a new session, proved by the mailbox.
pub async fn mail(State(app): State<App>, here: Here) -> Result<Response> {
    let key = guessing::key_of(&app, &here.account.email);
    if app.limits.desk_mail(&key).is_ok() {
        mail_link(&app, here.account.id, key).await?;
    }
    Ok(see_other(&here.at("/desk/proof?mailed=1")))
}

/// `POST /desk/session/end`
pub async fn sign_out(State(app): State<App>, here: Here) -> Result<Response> {
    let (account, session, now) = (here.account.id, here.session.id, app.clock.now());
    app.db.write(Lane::Ordinary, move |c| Box::pin(store::end_session(c, account, session, now))).await?;
    audit::note(&app, Change::of("signed-out", format!("account {account}")).by(account)).await?;
    let door = Door::at(&app, "/desk/sign-in", None);
    let mut answer = see_other(&here.at(&door.to("/desk/sign-in?why=out")));
    sessions::forget(&app, &mut answer);
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_leads_on_within_the_desk_only() {
        assert_eq!(onward("/desk/groups/ours/members"), "/desk/groups/ours/members");
        for elsewhere in
            ["https://evil.example", "//evil.example", "/desk/\\evil", "/campaigns", "/desk:x", ""]
        {
            assert_eq!(onward(elsewhere), "/desk", "{elsewhere}");
        }
    }
}
