//! The handlers of signing: submit, look into the inbox, ask for the link again.
//!
//! A GET changes nothing here. What an address has done before never shows in an answer.

use super::form::{self, Fault, LetterFacts, SignOnForm};
use super::pages::{InboxPage, NewLinkForm, NewLinkPage};
use super::{problems, store};
use crate::error::{Cause, Result, Rule};
use crate::letters::LINK_DAYS;
use crate::letters::pages::{Consent, Mistake, Reworded, SignForm, Trouble};
use crate::letters::routes::{Found, find};
use crate::letters::{page, proof};
use crate::posts::Visit;
use crate::posts::teaser::teaser;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms::{read, read_with_nuls};
use crate::web::i18n::Language;
use crate::web::layout::Named;
use crate::web::source::with_source;
use crate::web::surroundings::{frame, language_asked, seconds_until};
use crate::web::visitor::Visitor;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use broadside_db::{Lane, Unsaved};
use serde::Deserialize;

/// `POST /campaigns/{campaign}/letters/{letter}/signatures`: takes a sign-on and answers "check your
/// inbox", whoever has signed before.
pub async fn create(
    State(app): State<App>,
    visitor: Visitor,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let mut typed: SignOnForm = read_with_nuls(&body)?;
    if !found.campaign.takes_names(found.letter()) {
        return again(&app, &found, typed, StatusCode::CONFLICT, Trouble::JustClosed, None).await;
    }
    let shown = found.campaign.words_shown(found.letter(), found.language);
    let now = app.clock.now();
    let is_reworded = !typed.seen.is_empty() && typed.seen != shown;
    if is_reworded {
        // There is no box any more to be wrong.
        typed.consent.retain(|partner| found.campaign.partner_ended(partner).is_none());
    }
    let checked = form::check(&typed, &facts(&found), now);
    if is_reworded {
        let mistakes = mistakes(checked.as_ref().err(), &typed);
        let (typed, what) = reread(&found, typed);
        let trouble = Trouble::WordsChanged { what, mistakes };
        return again(&app, &found, typed, StatusCode::CONFLICT, trouble, None).await;
    }
    let mut sign_on = match checked {
        Ok(sign_on) => sign_on,
        Err(faults) => {
            let mistakes = mistakes(Some(&faults), &typed);
            // The first is told in the log; all are on the page.
            let rule = faults.first().map_or(Rule("form"), |(_, fault)| problems::rule(fault));
            let suggested = faults.iter().any(|(_, fault)| matches!(fault, Fault::EmailTypo(_)));
            let typed = SignOnForm {
                // What was passed over once is not asked about again.
                email_as_typed: if suggested { typed.email.trim().to_owned() } else { typed.email_as_typed },
                ..typed
            };
            let (status, trouble) = (StatusCode::UNPROCESSABLE_ENTITY, Trouble::Mistakes(mistakes));
            return rule.refuses(again(&app, &found, typed, status, trouble, None).await);
        }
    };
    if let Err(wait) = app.limits.sign_on(visitor.network()) {
        let retry_after = seconds_until(wait.0, now);
        let trouble = Trouble::TooMany { seconds: retry_after };
        return again(&app, &found, typed, StatusCode::TOO_MANY_REQUESTS, trouble, Some(retry_after)).await;
    }
    if !sign_on.consents.is_empty() {
        let here = page_said(&found, &typed).unwrap_or_else(|| took(&found));
        sign_on.consents.iter_mut().for_each(|agreed| agreed.page.clone_from(&here));
    }
    sign_on.came.network = Some(visitor.network().to_string());
    sign_on.came.worked = proof::is_proved(&app, sign_on.letter_id, &sign_on.email, &typed.work, now);
    let came_by = sign_on.source.clone();
    match app.intake.submit(sign_on).await {
        Ok(()) => {
            app.decision_waits.wake();
            Ok(see_other(&inbox_path(&found, came_by.as_deref())))
        }
        Err(unsaved) => {
            let status = StatusCode::SERVICE_UNAVAILABLE;
            let mut answer = again(&app, &found, typed, status, Trouble::Busy, Some(2)).await?;
            if let Unsaved::Failed(error) = &unsaved {
                answer.extensions_mut().insert(Cause(error.to_string()));
                answer.extensions_mut().insert(Rule("not-stored"));
            }
            Ok(answer)
        }
    }
}

fn mistakes(faults: Option<&Vec<(form::Field, Fault)>>, typed: &SignOnForm) -> Vec<Mistake> {
    let faults = faults.into_iter().flatten();
    faults.map(|(field, fault)| problems::mistake(*field, fault, &typed.email)).collect()
}

/// The form for words that were changed: nobody has agreed to a consent's new ones, so its box is empty.
/// Also what it is that changed.
fn reread(found: &Found, typed: SignOnForm) -> (SignOnForm, Reworded) {
    let mut seen = typed.seen.split('.');
    let of_letter = seen.next().is_none_or(|version| version != found.letter().version.to_string());
    let known: Vec<&str> = seen.collect();
    let still = |partner: &String| {
        let agreed = found.campaign.consents(found.language).iter().find(|agreed| agreed.partner == *partner);
        agreed.is_some_and(|agreed| known.contains(&agreed.words_version.as_str()))
    };
    let mut standing = found.campaign.consents(found.language).iter();
    let what = if of_letter {
        Reworded::Letter
    } else if standing.all(|agreed| known.contains(&agreed.words_version.as_str())) {
        Reworded::Left
    } else {
        Reworded::Permission
    };
    let consent = typed.consent.iter().filter(|partner| still(partner)).cloned().collect();
    (SignOnForm { consent, ..typed }, what)
}

/// The page of ours on which a form stood, as it says.
fn page_said(found: &Found, typed: &SignOnForm) -> Option<String> {
    found.campaign.page_of_form(found.letter(), found.language, &typed.page)
}

/// The address that took a form which says no page of ours: nobody is said to have read another.
fn took(found: &Found) -> String {
    format!(
        "{}/signatures{}",
        found.campaign.letter_path(found.letter()),
        found.campaign.query(found.language)
    )
}

fn facts(found: &Found) -> LetterFacts<'_> {
    let (campaign, letter) = (&found.campaign, found.letter());
    LetterFacts {
        group_id: campaign.group_id,
        campaign_id: campaign.id,
        letter_id: letter.id,
        letter_version: letter.version,
        language: found.language.tag(),
        relations: campaign.definition.relations.iter().map(|relation| relation.slug.as_str()).collect(),
        partners: campaign.consents(found.language),
    }
}

/// The same page with the form as it was typed, and what stands in the way.
async fn again(
    app: &App,
    found: &Found,
    typed: SignOnForm,
    status: StatusCode,
    trouble: Trouble,
    retry_after: Option<u64>,
) -> Result<Response> {
    let counted = app.sheets.counted(app, found.letter().id).await.unwrap_or_default();
    let page = page_said(found, &typed).unwrap_or_default();
    let form = SignForm {
        trouble,
        name: typed.name,
        email: typed.email,
        relation: typed.relation,
        postal_code: typed.postal_code,
        country: typed.country,
        comment: typed.comment,
        public: typed.public.trim() == "1",
        source: typed.source,
        page,
        filled_in: typed.filled_in,
        homepage: typed.homepage,
        email_as_typed: Some(typed.email_as_typed).filter(|typed| !typed.is_empty()),
        consents: typed
            .consent
            .into_iter()
            .map(|partner| Consent { partner, words: String::new(), given: true, privacy: Named::default() })
            .collect(),
        ..SignForm::default()
    };
    let everyone = app.sheets.signatures(app, &found.campaign).await.unwrap_or_default();
    let page = page::write(app, &found.campaign, found.letter(), found.language, &counted, everyone, form);
    let mut response = private(status, &page)?;
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

/// It carries along by which code the visitor came, for the posts that can be sent from there.
fn inbox_path(found: &Found, source: Option<&str>) -> String {
    let path = found.campaign.letter_path(found.letter());
    with_source(&format!("{path}/inbox{}", found.campaign.query(found.language)), source)
}

/// `GET /campaigns/{campaign}/letters/{letter}/inbox`: the same for everybody; it names no address.
pub async fn inbox(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let again = query.is_some_and(|query| query.split('&').any(|pair| pair == "again=1"));
    private(StatusCode::OK, &inbox_page(&app, &found, again, NewLinkForm::default()).await?)
}

async fn inbox_page(app: &App, found: &Found, again: bool, form: NewLinkForm) -> Result<InboxPage> {
    let (campaign, letter, language) = (&found.campaign, found.letter(), found.language);
    let signatures = app.sheets.signatures(app, campaign).await?;
    let visit = Visit { language, source: found.source.clone(), signatures };
    Ok(InboxPage {
        frame: campaign.inner_frame(app, language),
        letter: Named { name: letter.title(language), url: campaign.path_of(letter, language) },
        form: NewLinkForm {
            action: with_source(
                &format!("/signatures/links?lang={}", language.tag()),
                found.source.as_deref(),
            ),
            letter: format!("{}/{}", campaign.definition.slug, letter.slug),
            ..form
        },
        again,
        link_days: LINK_DAYS,
        posts: teaser(app, campaign, &visit),
    })
}

/// `GET /signatures/links`: for people whose link is broken.
pub async fn new_link(State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let language = language_asked(query.as_deref()).unwrap_or(Language::En);
    let asked = query.is_some_and(|query| query.split('&').any(|pair| pair == "again=1"));
    private(StatusCode::OK, &new_link_page(&app, language, asked, NewLinkForm::default()))
}

fn new_link_page(app: &App, language: Language, again: bool, form: NewLinkForm) -> NewLinkPage {
    NewLinkPage {
        frame: frame(app, language),
        form: NewLinkForm { action: format!("/signatures/links?lang={}", language.tag()), ..form },
        again,
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct LinkForm {
    email: String,
    letter: String,
}

/// `POST /signatures/links`: "send it again". The answer is the same whatever the address has done.
pub async fn ask_for_link(
    State(app): State<App>,
    visitor: Visitor,
    RawQuery(query): RawQuery,
    body: Bytes,
) -> Result<Response> {
    let typed: LinkForm = read(&body)?;
    let asked = language_asked(query.as_deref());
    let found = match typed.letter.split_once('/') {
        Some((campaign, letter)) => find(&app, campaign, Some(letter), query.as_deref()).await.ok(),
        None => None,
    };
    let language = found.as_ref().map_or(asked.unwrap_or(Language::En), |found| found.language);
    let now = app.clock.now();
    let email = typed.email.trim();
    if let Some(fault) = form::address_fault(email) {
        let problem = Some(problems::problem(&fault, email));
        let form = NewLinkForm { email: typed.email, problem, ..NewLinkForm::default() };
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return problems::rule(&fault).refuses(match &found {
            Some(found) => private(status, &inbox_page(&app, found, false, form).await?),
            None => private(status, &new_link_page(&app, language, false, form)),
        });
    }
    if let Err(wait) = app.limits.link_request(visitor.network()) {
        let seconds = seconds_until(wait.0, now);
        let form = NewLinkForm { email: typed.email, again_in: Some(seconds), ..NewLinkForm::default() };
        // On a page of its own: nothing was sent, so nobody is told to look into the inbox.
        let mut response = private(
            StatusCode::TOO_MANY_REQUESTS,
            &new_link_page(&app, language, false, NewLinkForm { letter: typed.letter, ..form }),
        )?;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        return Ok(response);
    }
    let letter = found.as_ref().map(|found| (found.campaign.group_id, found.letter().id));
    let email = email.to_owned();
    app.db
        .write(Lane::Ordinary, move |c| {
            let email = email.clone();
            Box::pin(async move { store::ask_for_link(c, letter, language.tag(), &email, now).await })
        })
        .await?;
    app.decision_waits.wake();
    let back = match &found {
        Some(found) => {
            let path = found.campaign.letter_path(found.letter());
            let inbox = format!("{path}/inbox?lang={}&again=1", language.tag());
            with_source(&inbox, found.source.as_deref())
        }
        None => format!("/signatures/links?lang={}&again=1", language.tag()),
    };
    Ok(see_other(&back))
}

/// `GET` of the address that takes sign-ons, as a reloaded answer asks for it: back to the letter.
pub async fn to_letter(
    State(app): State<App>,
    Path((campaign, letter)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let found = find(&app, &campaign, Some(&letter), query.as_deref()).await?;
    let letter = found.campaign.path_of(found.letter(), found.language);
    Ok(see_other(&with_source(&letter, found.source.as_deref())))
}
