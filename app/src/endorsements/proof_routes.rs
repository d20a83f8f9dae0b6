//! The page behind the mail to an organisation's domain, by which whoever reads that mail proves an endorsement.
//! A GET changes nothing here.

use super::link;
use super::pages::{ProofPage, ProofState};
use super::private_routes::save;
use super::{Endorsement, State as Standing, store};
use crate::campaigns::endorsers::Proof;
use crate::error::{Error, Result};
use crate::signatures::link::{Numbered, of_a_token};
use crate::state::App;
use crate::web::answer::private;
use crate::web::i18n::Language;
use crate::web::layout::Named;
use crate::web::surroundings::{frame, language_asked};
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

/// What a proving link leads to.
struct AskedFor {
    one: Endorsement,
    /// Whether the link is the one that was sent last and still proves something.
    is_current: bool,
}

async fn asked(app: &App, token: &str) -> Result<Option<AskedFor>> {
    let Some(link) = link::open_proof(&app.keys.links, token) else { return Ok(None) };
    let found = store::by_id(&mut app.db.read().await?, link.number).await?;
    Ok(found.map(|one| {
        let sent = one.asked.as_ref().map(|asked| Numbered { number: one.id, at: asked.at });
        let is_current = one.state == Standing::Unproved && sent.is_some_and(|sent| link.means(sent));
        AskedFor { one, is_current }
    }))
}

/// `GET /endorsements/proofs/{token}`: says what the button does.
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    proof_page(&app, &token, query.as_deref()).await
}

async fn proof_page(app: &App, token: &str, query: Option<&str>) -> Result<Response> {
    let language = language_asked(query);
    let gone = |frame| private(StatusCode::NOT_FOUND, &ProofPage { frame, state: ProofState::Gone });
    let Some(AskedFor { one, is_current }) = asked(app, token).await? else {
        return gone(frame(app, language.unwrap_or(Language::En)));
    };
    let Some((campaign, place)) = app.directory.by_letter(app, one.letter_id).await? else {
        return gone(frame(app, language.unwrap_or(Language::En)));
    };
    let language =
        language.map_or_else(|| campaign.language(&one.language), |asked| campaign.spoken(Some(asked)));
    let letter = &campaign.letters[place];
    let letter = Named { name: letter.title(language), url: campaign.path_of(letter, language) };
    let organisation = one.said.organisation.clone();
    let frame = campaign.inner_frame(app, language);
    let state = if is_current {
        ProofState::Asked {
            organisation,
            officer: one.said.name.clone(),
            role: one.said.role.clone(),
            letter,
            domain: one.said.domain.clone(),
            action: format!("/endorsements/proofs/{}{}", of_a_token(token), campaign.query(language)),
        }
    } else if one.is_proved_by_domain() {
        ProofState::Proved { organisation, letter }
    } else {
        return gone(frame);
    };
    private(StatusCode::OK, &ProofPage { frame, state })
}

/// `POST /endorsements/proofs/{token}`: whoever reads the domain's mail says that it is so.
pub async fn take(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    if let Some(AskedFor { one, is_current: true }) = asked(&app, &token).await?
        && !save(&app, &one, one.proved(Proof::Mail, app.clock.now()), None).await?
    {
        return Err(Error::Busy);
    }
    proof_page(&app, &token, query.as_deref()).await
}
