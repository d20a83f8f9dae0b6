//! The officer's own page: look, prove, correct, hand over, end. A GET changes nothing here.

use super::form::{self, EndorsementForm, Speaker};
use super::link;
use super::mail::MailKind;
use super::pages::{Done, FormShown, GonePage, LogoShown, OwnPage, Ways, kind_name, proof_words};
use super::proving::{self, Asked};
use super::store;
use super::{Endorsement, State as Standing, mailing};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::campaigns::endorsers::Proof;
use crate::error::{Error, Result, Rule};
use crate::signatures::link::of_a_token;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms::read;
use crate::web::i18n::Language;
use crate::web::layout::Named;
use crate::web::surroundings::{frame, language_asked, seconds_until};
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;
use std::sync::Arc;

/// An endorsement that was found by its private link.
pub struct Opened {
    pub one: Endorsement,
    pub campaign: Arc<Running>,
    place: usize,
    pub language: Language,
    token: String,
}

impl Opened {
    fn letter(&self) -> &RunningLetter {
        &self.campaign.letters[self.place]
    }

    fn named(&self) -> Named {
        let letter = self.letter();
        Named { name: letter.title(self.language), url: self.campaign.path_of(letter, self.language) }
    }

    /// To the page behind the link, with what was done.
    pub fn back(&self, done: Option<Done>) -> Response {
        let mut address = format!("/endorsements/{}{}", self.token, self.campaign.query(self.language));
        if let Some(done) = done {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str("done=");
            address.push_str(done.word());
        }
        see_other(&address)
    }
}

/// Nothing where the link does not open, or what it leads to is gone.
pub async fn open(app: &App, token: &str, query: Option<&str>) -> Result<Option<Opened>> {
    let Some(link) = link::open(&app.keys.links, token) else { return Ok(None) };
    let found = store::by_id(&mut app.db.read().await?, link.number).await?;
    let Some(one) = found.filter(|one| one.has_officer() && link.means(one.link())) else { return Ok(None) };
    let Some((campaign, place)) = app.directory.by_letter(app, one.letter_id).await? else { return Ok(None) };
    let language = match language_asked(query) {
        Some(asked) => campaign.spoken(Some(asked)),
        None => campaign.language(&one.language),
    };
    Ok(Some(Opened { one, campaign, place, language, token: of_a_token(token) }))
}

pub fn gone(app: &App, query: Option<&str>) -> Result<Response> {
    private(
        StatusCode::NOT_FOUND,
        &GonePage { frame: frame(app, language_asked(query).unwrap_or(Language::En)) },
    )
}

/// What the page shows besides what is kept: what was typed and refused.
#[derive(Default)]
pub struct Refused {
    pub form: Option<FormShown>,
    pub ways: Option<Ways>,
    pub logo: Option<LogoShown>,
    pub conflict: bool,
}

/// `GET /endorsements/{token}`
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let page = page(&app, &opened, Done::asked(query.as_deref()), Refused::default()).await?;
    private(StatusCode::OK, &page)
}

pub async fn page(app: &App, opened: &Opened, done: Option<Done>, refused: Refused) -> Result<OwnPage> {
    let (one, campaign, language) = (&opened.one, &opened.campaign, opened.language);
    let say = language.say();
    let zone = &campaign.definition.time_zone;
    let said = &one.said;
    let mut facts = vec![(say.text("endorsements-organisation"), said.organisation.clone())];
    facts.extend(said.office.iter().map(|office| (say.text("endorsements-office"), office.clone())));
    facts.push((say.text("endorsements-kind"), kind_name(&say, said.kind)));
    facts.push((say.text("endorsements-website"), said.website.clone()));
    if !said.comment.is_empty() {
        facts.push((say.text("endorsements-fact-comment"), said.comment.clone()));
    }
    facts.push((say.text("endorsements-fact-officer"), say.list([&said.name, &said.role])));
    let proof = match (one.proof, one.proved_at) {
        (Some(proof), Some(at)) => {
            let how = proof_words(&say, proof, &said.domain);
            say.with("endorsements-proved-on", &[("how", &how), ("when", &say.moment(at, zone))])
        }
        _ => String::new(),
    };
    let earlier = earlier(app, one).await?;
    Ok(OwnPage {
        frame: campaign.inner_frame(app, language),
        letter: opened.named(),
        path: format!("/endorsements/{}", opened.token),
        query: campaign.query(language),
        state: one.state,
        done,
        facts,
        proof,
        is_shown: one.shown.is_some(),
        reason: one.reason.clone().unwrap_or_default(),
        domain: said.domain.clone(),
        ways: proving::ways(app, one, &say, refused.ways.unwrap_or_default()),
        form: FormShown {
            asks_officer: true,
            button: "endorsements-correct-button",
            ..refused.form.unwrap_or_else(|| standing(one))
        },
        logo: LogoShown {
            is_set: one.logo.is_some(),
            ..refused.logo.unwrap_or_else(|| LogoShown { alt: one.logo_alt.clone(), ..LogoShown::default() })
        },
        conflict: refused.conflict,
        earlier: !earlier.is_empty(),
    })
}

/// The form as it would be filled in with what is kept.
pub fn standing(one: &Endorsement) -> FormShown {
    let said = &one.said;
    FormShown {
        typed: EndorsementForm {
            organisation: said.organisation.clone(),
            office: said.office.clone().unwrap_or_default(),
            kind: said.kind.word().to_owned(),
            website: said.website.clone(),
            comment: said.comment.clone(),
            name: said.name.clone(),
            role: said.role.clone(),
            email: one.email.clone(),
            seen: one.changed_at.to_string(),
        },
        ..FormShown::default()
    }
}

/// Others on the page for the same office of the same organisation.
async fn earlier(app: &App, one: &Endorsement) -> Result<Vec<Endorsement>> {
    let mut c = app.db.read().await?;
    let mut shown = store::shown_at(&mut c, one.letter_id, &one.said.domain, one.id).await?;
    shown.retain(|other| other.is_of_same_office(one) && !one.said.domain.is_empty());
    Ok(shown)
}

/// Saves what a rule made of an endorsement; false where somebody changed it since it was read.
pub async fn save(
    app: &App,
    before: &Endorsement,
    after: Endorsement,
    mail: Option<MailKind>,
) -> broadside_db::Result<bool> {
    let (read_at, now) = (before.changed_at, app.clock.now());
    let letter = after.letter_id;
    let after = Arc::new(after);
    let saved = app
        .db
        .write(Lane::Ordinary, move |c| {
            let after = after.clone();
            Box::pin(async move {
                if !store::save(c, &after, read_at, now).await? {
                    return Ok(false);
                }
                if let Some(kind) = mail {
                    mailing::enqueue(c, kind, &after, &after.address_key, now).await?;
                }
                Ok(true)
            })
        })
        .await?;
    app.sheets.forget(letter);
    Ok(saved)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Way {
    way: String,
    email: String,
}

/// `POST /endorsements/{token}/proof`: asks for one of the proofs.
pub async fn prove(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let typed: Way = read(&body)?;
    let way = Proof::parse(typed.way.trim()).ok_or(Error::Unreadable)?;
    if opened.one.state != Standing::Unproved {
        return Ok(opened.back(None));
    }
    if let Err(wait) = app.limits.proof(visitor.network()) {
        let again_in = Some(seconds_until(wait.0, app.clock.now()));
        let ways = Ways { email: typed.email, again_in, ..Ways::default() };
        let page = page(&app, &opened, None, Refused { ways: Some(ways), ..Refused::default() }).await?;
        return private(StatusCode::TOO_MANY_REQUESTS, &page);
    }
    match proving::ask(&app, &opened.one, way, &typed.email).await? {
        Asked::Refused(why) => {
            let email_fault = opened.language.say().text(proving::no_proof_key(why));
            let ways = Ways { email: typed.email, email_fault, ..Ways::default() };
            let page = page(&app, &opened, None, Refused { ways: Some(ways), ..Refused::default() }).await?;
            Rule("endorsement-proof-email").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Asked::Done(done) => Ok(opened.back(done)),
    }
}

/// `POST /endorsements/{token}/words`: corrects; a moderator looks again before the page changes.
pub async fn correct(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    let typed: EndorsementForm = read(&body)?;
    let one = &opened.one;
    if one.state == Standing::Ended {
        return Ok(opened.back(None));
    }
    let typed = EndorsementForm { email: one.email.clone(), ..typed };
    let said = match form::check(&typed, Speaker::Officer) {
        Ok(said) => said,
        Err(mistakes) => {
            let rule = mistakes.first().map_or("form", |(_, fault)| fault.rule());
            let form = Some(FormShown { typed, mistakes, ..FormShown::default() });
            let page = page(&app, &opened, None, Refused { form, ..Refused::default() }).await?;
            return Rule(rule).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if said == one.said {
        return Ok(opened.back(None));
    }
    let after = one.corrected(said);
    if typed.seen != one.changed_at.to_string() || !save(&app, one, after, None).await? {
        let form = Some(FormShown {
            typed: EndorsementForm { seen: one.changed_at.to_string(), ..typed },
            ..FormShown::default()
        });
        let page = page(&app, &opened, None, Refused { form, conflict: true, ..Refused::default() }).await?;
        return private(StatusCode::CONFLICT, &page);
    }
    Ok(opened.back(Some(Done::Corrected)))
}

/// `POST /endorsements/{token}/end`
pub async fn end(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    if opened.one.state != Standing::Ended && !save(&app, &opened.one, opened.one.ended(), None).await? {
        return Err(Error::Busy);
    }
    Ok(opened.back(Some(Done::Ended)))
}

/// `POST /endorsements/{token}/succession`: who has proved the same domain ends what stands for it.
pub async fn succeed(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let Some(opened) = open(&app, &token, query.as_deref()).await? else {
        return gone(&app, query.as_deref());
    };
    if !opened.one.is_proved_by_domain() {
        return Ok(opened.back(None));
    }
    for other in earlier(&app, &opened.one).await? {
        if !save(&app, &other, other.ended(), None).await? {
            return Err(Error::Busy);
        }
    }
    Ok(opened.back(Some(Done::SucceededByEnding)))
}

/// `GET` of an address that only takes a button: back to the page with the button.
pub async fn back(Path(token): Path<String>) -> Response {
    see_other(&format!("/endorsements/{}", of_a_token(&token)))
}
