//! Partners at the group's desk: the list, one of them, inviting, ending.

use super::desk_pages::{ListPage, OnePage, Row};
use super::end_pages::EndPage;
use super::invitations::{self, Invited};
use super::terms::Terms;
use super::{EndedBy, Partnership, seats, store};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::campaigns::definition::Partner;
use crate::campaigns::directory::Running;
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::i18n::{Markup, Say, link};
use crate::web::layout::Named;
use crate::web::natural;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_address::Address;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    email: String,
}

/// So many files of each partnership are listed.
const FILES: i64 = 50;

pub fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/partners", member.campaign.slug)
}

async fn campaign(app: &App, member: &CampaignMember) -> Result<Arc<Running>> {
    app.directory.even_a_draft(app, &member.campaign.slug).await?.ok_or(Error::NotFound)
}

/// How a partner stands, by its last partnership.
fn state(say: &Say, zone: &str, last: Option<&Partnership>) -> String {
    let Some(last) = last else { return say.text("partners-state-none") };
    let (key, at) = match (last.ended, last.accepted_at) {
        (Some((at, Some(EndedBy::Group))), _) => ("partners-state-ended-group", at),
        (Some((at, _)), _) => ("partners-state-ended-partner", at),
        (None, Some(at)) => ("partners-state-accepted", at),
        (None, None) => ("partners-state-invited", last.invited_at),
    };
    say.with(key, &[("when", &say.moment(at, zone))])
}

/// `GET /desk/campaigns/{campaign}/partners`
pub async fn show(State(app): State<App>, member: CampaignMember) -> Result<Response> {
    let campaign = campaign(&app, &member).await?;
    let (here, list) = (&member.here, path(&member));
    let say = here.language.say();
    let all = store::partnerships(&mut app.db.read().await?, campaign.id).await?;
    let zone = &campaign.definition.time_zone;
    let language = campaign.spoken(Some(here.language));
    let row = |partner: &Partner| {
        let takes_part = campaign.partner_ended(&partner.slug).is_none();
        let key = if partner.age_key.is_some() { "partners-key-given" } else { "partners-key-none" };
        Row {
            partner: Named { name: partner.name.clone(), url: here.at(&format!("{list}/{}", partner.slug)) },
            state: state(&say, zone, all.iter().find(|one| one.partner == partner.slug)),
            key: say.text(key),
            look: takes_part.then(|| Named {
                name: say.text("partners-look"),
                url: campaign.partner_path(partner, language),
            }),
        }
    };
    // Of those that left the files it is told still who got what.
    let gone: Vec<Partner> = campaign.partners_gone().into_iter().map(|slug| gone(&campaign, slug)).collect();
    let page = ListPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(&app, here, &list),
        note: String::new(),
        rows: campaign.definition.partners.iter().chain(&gone).map(row).collect(),
        new_url: here.at(&format!("{list}/new")),
    };
    private(StatusCode::OK, &page)
}

struct Found {
    campaign: Arc<Running>,
    partner: Partner,
    /// The newest first.
    all: Vec<Partnership>,
}

/// What is known of a partner that left the files.
fn gone(campaign: &Running, slug: &str) -> Partner {
    campaign.partner_once(slug).cloned().unwrap_or_else(|| Partner {
        slug: slug.to_owned(),
        name: slug.to_owned(),
        ..Partner::default()
    })
}

async fn find(app: &App, member: &CampaignMember, slug: &str) -> Result<Found> {
    let campaign = campaign(app, member).await?;
    let partner = match campaign.partner(slug) {
        Some(partner) => partner.clone(),
        None if campaign.partners_gone().contains(&slug) => gone(&campaign, slug),
        None => return Err(Error::NotFound),
    };
    let mut all = store::partnerships(&mut app.db.read().await?, campaign.id).await?;
    all.retain(|one| one.partner == slug);
    Ok(Found { campaign, partner, all })
}

async fn page(app: &App, member: &CampaignMember, found: &Found) -> Result<OnePage> {
    let Found { campaign, partner, all } = found;
    let here = &member.here;
    let own = format!("{}/{}", path(member), partner.slug);
    let say = here.language.say();
    let zone = &campaign.definition.time_zone;
    let language = campaign.spoken(Some(here.language));
    let open = all.iter().find(|one| one.ended.is_none());
    let way = |form: String| here.at(&format!("{own}/{form}"));
    let mut c = app.db.read().await?;
    let (people, invitations) = match open {
        Some(open) => seats::listed(&mut c, open.id, (&say, zone), way, app.clock.now()).await?,
        None => (Vec::new(), Vec::new()),
    };
    let mut files = Vec::new();
    for one in all {
        files.extend(store::exports(&mut c, one.id, FILES).await?);
    }
    drop(c);
    let accepted = all.iter().find_map(|one| Some((one.accepted_at?, one.terms.as_deref()?)));
    let is_there = campaign.partner(&partner.slug).is_some();
    let none = || Markup::words(&say.text("partners-key-none"));
    let look = campaign.partner_path(partner, language);
    let mut facts = Vec::new();
    for (key, url) in [("partners-website", &partner.website), ("partners-privacy", &partner.privacy)] {
        facts.extend((!url.is_empty()).then(|| (say.text(key), link(url, url))));
    }
    let of_the_form = [
        (
            say.text("partners-consent"),
            Markup::words(partner.consent.get(language.tag()).map_or("", String::as_str)),
        ),
        (say.text("partners-key"), partner.age_key.as_deref().map_or_else(none, Markup::words)),
        (say.text("partners-source"), Markup::words(&partner.source())),
        (say.text("partners-look"), link(&look, &look)),
    ];
    facts.extend(of_the_form.into_iter().filter(|_| is_there));
    Ok(OnePage {
        nav: nav::nav(here, &own),
        frame: nav::frame(app, here, &own),
        title: partner.name.clone(),
        note: String::new(),
        state: Markup::words(&state(&say, zone, all.first())),
        facts,
        people,
        invitations,
        waits: open.is_some_and(|open| open.accepted_at.is_some() && !open.is_as_accepted(partner)),
        accepted: accepted.map(|(at, _)| say.html("partners-terms-accepted", "when", say.moment(at, zone))),
        terms: accepted.map(|(_, terms)| Terms::kept(terms).clauses).unwrap_or_default(),
        files: files
            .iter()
            .map(|one| {
                let asked = say.moment(one.created_at, zone);
                (asked, natural(one.given), natural(one.changed), natural(one.ended))
            })
            .collect(),
        history: all.iter().skip(1).map(|one| Markup::words(&state(&say, zone, Some(one)))).collect(),
        email: String::new(),
        email_error: String::new(),
        mails_wait: app.mails_only_wait(),
        can_end: is_there && campaign.partner_ended(&partner.slug).is_none(),
        words_url: is_there.then(|| here.at(&format!("{own}/words"))),
        list_url: here.at(&path(member)),
        query: here.at(""),
        path: own,
    })
}

/// `GET /desk/campaigns/{campaign}/partners/{partner}`
pub async fn show_one(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let found = find(&app, &member, &slug).await?;
    let mut page = page(&app, &member, &found).await?;
    page.note = match asked.done.as_str() {
        "saved" => page.frame.say.text("partners-done-saved"),
        "invited" => page.frame.say.text("partners-done-invited"),
        "removed" => page.frame.say.text("partners-done-removed"),
        "withdrawn" => page.frame.say.text("partners-done-withdrawn"),
        "ended" => page.frame.say.text("partners-done-ended"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

pub fn back(member: &CampaignMember, slug: &str, done: &str) -> Response {
    see_other(&member.here.at(&format!("{}/{slug}?done={done}", path(member))))
}

/// `POST /desk/campaigns/{campaign}/partners/{partner}/invitations`: answers alike whether the address has an account
/// or not.
pub async fn invite(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let form: Form = forms::read_with_nuls(&body)?;
    let found = find(&app, &member, &slug).await?;
    if found.campaign.partner(&slug).is_none() {
        return Err(Error::NotFound);
    }
    let Ok(address) = Address::parse(&form.email) else {
        let mut page = page(&app, &member, &found).await?;
        page.email = form.email;
        page.email_error = page.frame.say.text("accounts-email-error");
        return Rule("partner-invitation").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let invited = Invited {
        partner: slug.clone(),
        email: form.email.trim().to_owned(),
        address,
        by: Some(member.here.account.id),
        language: member.here.account.language.clone(),
    };
    invitations::invite(&app, &found.campaign, invited).await?;
    Ok(back(&member, &slug, "invited"))
}

/// `GET /desk/campaigns/{campaign}/partners/{partner}/end`: how many consents end with it.
pub async fn before_end(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response> {
    let found = find(&app, &member, &slug).await?;
    if found.campaign.partner_ended(&slug).is_some() {
        return Ok(see_other(&member.here.at(&format!("{}/{slug}", path(&member)))));
    }
    let own = format!("{}/{slug}", path(&member));
    let place = (found.campaign.id, slug.as_str());
    let page = EndPage::of(&app, &member.here, place, "partners-end-group-words", &own).await?;
    private(StatusCode::OK, &page)
}

/// `POST /desk/campaigns/{campaign}/partners/{partner}/end`: at the next click nothing opens to the partner any more.
pub async fn end(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response> {
    let found = find(&app, &member, &slug).await?;
    let by = member.here.account.id;
    invitations::end(&app, &found.campaign, &found.partner, EndedBy::Group, by).await?;
    Ok(back(&member, &slug, "ended"))
}
