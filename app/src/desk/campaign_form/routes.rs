//! Making a campaign and changing one: the form, its preview, and what becomes of what was typed.

use super::page::{self, FormPage, Shown};
use super::{Fault, Field, Typed, fields, taken, unreasoned};
use crate::accounts::guard::{CampaignMember, Here, Member};
use crate::audit::Change;
use crate::campaigns::definition::{ByLanguage, Definition, Group};
use crate::campaigns::keeping::{broken, keep, standing};
use crate::campaigns::{files, new};
use crate::desk::store::signatures_of_campaign;
use crate::error::{Error, Result};
use crate::fundraisers::desk::form::told_of;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::i18n::Language;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// A letter is longer than any other form; in percent form each of its letters may take nine bytes.
pub const MOST_BYTES: usize = 1024 * 1024;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    #[serde(rename = "in")]
    language: String,
}

/// `GET /desk/groups/{group}/campaigns`: the form for a new one.
pub async fn show_new(
    State(app): State<App>,
    member: Member,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let language = Language::parse(&asked.language).unwrap_or(member.here.language);
    let blank = blank(&member, language);
    let page = page::page(&app, &member.here, &of_new(&member, &blank, &[], false));
    private(StatusCode::OK, &page)
}

fn blank(member: &Member, language: Language) -> Definition {
    let group = Group {
        slug: member.group.slug.clone(),
        name: member.group.name.clone(),
        website: None,
        contact: Some(member.here.account.email.clone()),
        about: ByLanguage::new(),
    };
    new::blank(group, language.tag())
}

fn of_new<'a>(
    member: &Member,
    campaign: &'a Definition,
    faults: &'a [(Field, Fault)],
    previews: bool,
) -> Shown<'a> {
    Shown {
        campaign,
        is_new: true,
        path: format!("/desk/groups/{}/campaigns", member.group.slug),
        leave: "/desk".to_owned(),
        version: None,
        faults,
        standing: None,
        previews,
    }
}

/// `POST /desk/groups/{group}/campaigns`
pub async fn create(State(app): State<App>, member: Member, body: Bytes) -> Result<Response> {
    let typed: Typed = forms::read(&body)?;
    let language = typed.get("language").and_then(|tag| Language::parse(tag));
    let campaign = taken(&blank(&member, language.unwrap_or(member.here.language)), &typed, true);
    let mut faults = faults_of(&campaign, true);
    let here = &member.here;
    let previews = typed.contains_key("preview");
    if faults.is_empty() && !previews {
        let change = Change::of("campaign-made", format!("campaign {}", campaign.slug))
            .by(here.account.id)
            .in_group(member.group.id)
            .field("status", None, Some(campaign.status.word()));
        match saved(&app, here.language, &campaign, (None, change)).await? {
            Saved::Done => return Ok(see_other(&here.at(&format!("/desk/campaigns/{}", campaign.slug)))),
            Saved::Otherwise => faults.push((Field::Slug, Fault::Taken)),
            Saved::Unfit(others) => {
                let page = page::page(&app, here, &of_new(&member, &campaign, &[], false));
                return refused(&FormPage { others, ..page });
            }
        }
    }
    let page = page::page(&app, here, &of_new(&member, &campaign, &faults, previews));
    if previews { private(StatusCode::OK, &page) } else { refused(&page) }
}

fn refused(page: &FormPage) -> Result<Response> {
    private(StatusCode::UNPROCESSABLE_ENTITY, page)
}

fn faults_of(campaign: &Definition, is_new: bool) -> Vec<(Field, Fault)> {
    let all = fields(campaign, is_new).into_iter();
    all.filter_map(|field| field.fault(&field.value(campaign)).map(|fault| (field, fault))).collect()
}

enum Saved {
    Done,
    /// Another campaign has the slug, or somebody changed this one meanwhile.
    Otherwise,
    /// The check of files finds what no field's does, or people have pledged under what would be changed.
    Unfit(Vec<String>),
}

/// Saves where the campaign still is as it was; nothing where it is to be new.
async fn saved(
    app: &App,
    language: Language,
    campaign: &Definition,
    (version, change): (Option<i64>, Change),
) -> Result<Saved> {
    let unfit = files::check(campaign);
    if !unfit.is_empty() {
        return Ok(Saved::Unfit(unfit.iter().map(ToString::to_string).collect()));
    }
    // Under another clock a fundraiser may end later than people were told.
    let broken = if version.is_some() { broken(app, campaign).await? } else { Vec::new() };
    if !broken.is_empty() {
        let say = language.say();
        return Ok(Saved::Unfit(broken.into_iter().map(|one| told_of(&say, campaign, one)).collect()));
    }
    let done = keep(app, campaign, version, change).await?;
    Ok(if done { Saved::Done } else { Saved::Otherwise })
}

fn of_standing<'a>(campaign: &'a Definition, version: i64, faults: &'a [(Field, Fault)]) -> Shown<'a> {
    Shown {
        campaign,
        is_new: false,
        path: format!("/desk/campaigns/{}/words", campaign.slug),
        leave: format!("/desk/campaigns/{}", campaign.slug),
        version: Some(version),
        faults,
        standing: None,
        previews: false,
    }
}

/// `GET /desk/campaigns/{campaign}/words`
pub async fn show(State(app): State<App>, member: CampaignMember) -> Result<Response> {
    let (campaign, version) = standing(&app, &member.campaign.slug).await?;
    let page = page::page(&app, &member.here, &of_standing(&campaign, version, &[]));
    private(StatusCode::OK, &page)
}

/// `POST /desk/campaigns/{campaign}/words`: the second of two who save sees what the first one saved.
pub async fn save(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let typed: Typed = forms::read(&body)?;
    let version: i64 = typed.get("version").and_then(|text| text.parse().ok()).ok_or(Error::Unreadable)?;
    let (before, now) = standing(&app, &member.campaign.slug).await?;
    let campaign = taken(&before, &typed, false);
    let mut faults = faults_of(&campaign, false);
    if signatures_of_campaign(&mut app.db.read().await?, member.campaign.id).await? > 0 {
        faults.extend(unreasoned(&before, &campaign));
    }
    let here = &member.here;
    let previews = typed.contains_key("preview");
    let shown = Shown { previews, ..of_standing(&campaign, version, &faults) };
    if previews || !faults.is_empty() {
        let page = page::page(&app, here, &shown);
        return if previews { private(StatusCode::OK, &page) } else { refused(&page) };
    }
    if version == now {
        let done = see_other(&here.at(&shown.leave));
        if campaign == before {
            return Ok(done);
        }
        let change = changed(&member, &before, &campaign);
        match saved(&app, here.language, &campaign, (Some(version), change)).await? {
            Saved::Done => return Ok(done),
            Saved::Unfit(others) => return refused(&FormPage { others, ..page::page(&app, here, &shown) }),
            Saved::Otherwise => {}
        }
    }
    conflict(&app, here, &shown).await
}

/// Both are shown: what was typed stays in its fields, and beside it what somebody else saved.
async fn conflict(app: &App, here: &Here, shown: &Shown<'_>) -> Result<Response> {
    let (standing, version) = standing(app, &shown.campaign.slug).await?;
    let both = Shown {
        version: Some(version),
        standing: Some(&standing),
        path: shown.path.clone(),
        leave: shown.leave.clone(),
        ..*shown
    };
    private(StatusCode::CONFLICT, &page::page(app, here, &both))
}

/// What was changed, field by field.
fn changed(member: &CampaignMember, before: &Definition, after: &Definition) -> Change {
    let all = fields(after, false).into_iter().filter(|field| field.value(before) != field.value(after));
    let (personal, plain): (Vec<Field>, Vec<Field>) = all.partition(Field::is_personal);
    let personal: Vec<String> = personal.iter().map(Field::name).collect();
    let mut change = Change::of("campaign-changed", format!("campaign {}", after.slug))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id)
        .personal(&personal.iter().map(String::as_str).collect::<Vec<_>>());
    for field in plain {
        let (mut was, mut is) = (field.value(before), field.value(after));
        if let Field::Body(..) = field {
            // Their lengths; the words are kept as the letter's versions.
            (was, is) = (was.chars().count().to_string(), is.chars().count().to_string());
        }
        change = change.field(&field.name(), Some(&was), Some(&is));
    }
    change
}
