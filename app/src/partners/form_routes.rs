//! Making a partner at the desk, and changing its words.

use super::desk_pages::FormPage;
use super::desk_routes::path;
use super::editing::{self, Fault, Faults, KeyFault, Typed};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::Change;
use crate::campaigns::definition::{Definition, Partner};
use crate::campaigns::files::{self, MOST_PARTNERS};
use crate::campaigns::keeping::{keep, standing};
use crate::campaigns::store::accepted_partners;
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::asked::{Ask, Field};
use crate::web::forms;
use crate::web::i18n::{Language, Say};
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

#[derive(Default)]
struct Trouble {
    faults: Faults,
    conflict: bool,
    others: Vec<String>,
}

/// Whether a partner has accepted the terms: its key is its own from then on.
async fn has_accepted(app: &App, campaign: &Definition, partner: &Partner) -> Result<bool> {
    let accepted = accepted_partners(&mut app.db.read().await?, &campaign.slug).await?;
    Ok(accepted.contains(&partner.slug))
}

fn found(campaign: &Definition, slug: Option<&str>) -> Result<Partner> {
    match slug {
        None => Ok(editing::blank()),
        Some(slug) => campaign.partners.iter().find(|one| one.slug == slug).cloned().ok_or(Error::NotFound),
    }
}

fn field(say: &Say, campaign: &Definition, typed: &Typed, faults: &Faults, name: &str) -> Field {
    let value = typed.get(name).cloned().unwrap_or_default();
    let (key, tag) = name.split_once('.').unwrap_or((name, ""));
    let (label, hint) = match key {
        "name" => ("partners-field-name", ""),
        "slug" => ("partners-field-slug", "partners-field-slug-hint"),
        "website" => ("partners-website", ""),
        "privacy" => ("partners-privacy", ""),
        "consent" => ("partners-consent", "partners-field-consent-hint"),
        "privacy_text" => ("partners-field-privacy-text", "partners-field-privacy-text-hint"),
        "logo" => ("partners-field-logo", "partners-field-logo-hint"),
        "signal" => ("partners-field-signal", "partners-field-signal-hint"),
        _ => ("partners-key-label", "partners-key-hint"),
    };
    let spoken = Language::parse(tag).filter(|_| campaign.languages.len() > 1);
    let label = say.text(label);
    let fault = faults.iter().find(|(at, _)| at == name).map(|(_, fault)| fault);
    Field {
        name: name.to_owned(),
        label: spoken.map_or_else(|| label.clone(), |spoken| format!("{label} ({})", spoken.native_name())),
        hint: if hint.is_empty() { String::new() } else { say.text(hint) },
        ask: match key {
            "logo" => Ask::Choice(pictures(say, campaign, &value)),
            "consent" | "privacy_text" => Ask::Area,
            _ => Ask::Line,
        },
        error: fault.map(|fault| fault.words(say)).unwrap_or_default(),
        // A secret key goes no further.
        value: if fault == Some(&Fault::Key(KeyFault::Secret)) { String::new() } else { value },
    }
}

/// The campaign's pictures to choose from, and none.
fn pictures(say: &Say, campaign: &Definition, chosen: &str) -> Vec<(String, String, bool)> {
    let none = (String::new(), say.text("partners-logo-none"), chosen.is_empty());
    let one = |file: &String| (file.clone(), file.clone(), file == chosen);
    std::iter::once(none).chain(campaign.pictures.iter().map(|picture| one(&picture.file))).collect()
}

fn page(
    app: &App,
    member: &CampaignMember,
    (campaign, version): (&Definition, i64),
    (partner, has_accepted): (&Partner, bool),
    typed: &Typed,
    trouble: Trouble,
) -> FormPage {
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let is_new = partner.slug.is_empty();
    let own = format!("{list}/{}", partner.slug);
    let action = if is_new { format!("{list}/new") } else { format!("{own}/words") };
    let names = editing::names(&campaign.languages, is_new, has_accepted);
    FormPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &action),
        has_accepted,
        title: if is_new { say.text("partners-new") } else { partner.name.clone() },
        action: here.at(&action),
        version,
        conflict: trouble.conflict,
        others: trouble.others,
        fields: names.iter().map(|name| field(&say, campaign, typed, &trouble.faults, name)).collect(),
        leave: here.at(if is_new { &list } else { &own }),
    }
}

async fn show(app: &App, member: &CampaignMember, slug: Option<&str>) -> Result<Response> {
    let (campaign, version) = standing(app, &member.campaign.slug).await?;
    let partner = found(&campaign, slug)?;
    let typed = editing::typed(&partner);
    let partner = (&partner, has_accepted(app, &campaign, &partner).await?);
    private(StatusCode::OK, &page(app, member, (&campaign, version), partner, &typed, Trouble::default()))
}

/// `GET /desk/campaigns/{campaign}/partners/new`
pub async fn show_new(State(app): State<App>, member: CampaignMember) -> Result<Response> {
    show(&app, &member, None).await
}

/// `GET /desk/campaigns/{campaign}/partners/{partner}/words`
pub async fn show_words(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response> {
    show(&app, &member, Some(&slug)).await
}

/// `POST /desk/campaigns/{campaign}/partners/new`
pub async fn create(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    save(&app, &member, None, &body).await
}

/// `POST /desk/campaigns/{campaign}/partners/{partner}/words`: the second of two who save sees what the first one saved.
pub async fn save_words(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    save(&app, &member, Some(&slug), &body).await
}

async fn save(app: &App, member: &CampaignMember, slug: Option<&str>, body: &Bytes) -> Result<Response> {
    let typed: Typed = forms::read_with_nuls(body)?;
    let (mut campaign, version) = standing(app, &member.campaign.slug).await?;
    let before = found(&campaign, slug)?;
    let seen: Option<i64> = typed.get("version").and_then(|text| text.parse().ok());
    let has_accepted = has_accepted(app, &campaign, &before).await?;
    let again = |campaign: &Definition, trouble: Trouble| {
        page(app, member, (campaign, version), (&before, has_accepted), &typed, trouble)
    };
    if slug.is_none() && campaign.partners.len() >= MOST_PARTNERS {
        let others = vec![member.here.language.say().text("partners-too-many")];
        let page = again(&campaign, Trouble { others, ..Trouble::default() });
        return Rule("partner-unfit").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let after = match editing::taken(&before, &campaign, &typed, has_accepted) {
        Ok(partner) => partner,
        Err(faults) => {
            let page = again(&campaign, Trouble { faults, ..Trouble::default() });
            return Rule("partner").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if seen != Some(version) {
        let page = again(&campaign, Trouble { conflict: true, ..Trouble::default() });
        return private(StatusCode::CONFLICT, &page);
    }
    match campaign.partners.iter_mut().find(|one| one.slug == after.slug) {
        Some(one) => *one = after.clone(),
        None => campaign.partners.push(after.clone()),
    }
    let unfit = files::check(&campaign);
    if !unfit.is_empty() {
        let others = unfit.iter().map(ToString::to_string).collect();
        let page = again(&campaign, Trouble { others, ..Trouble::default() });
        return Rule("partner-unfit").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let action = if slug.is_none() { "partner-made" } else { "partner-changed" };
    let change = Change::of(action, format!("partner {}", after.slug))
        .differing(&editing::typed(&before), &editing::typed(&after))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    if !keep(app, &campaign, Some(version), change).await? {
        let page = again(&campaign, Trouble { conflict: true, ..Trouble::default() });
        return private(StatusCode::CONFLICT, &page);
    }
    Ok(see_other(&member.here.at(&format!("{}/{}?done=saved", path(member), after.slug))))
}
