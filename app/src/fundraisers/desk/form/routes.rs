//! Making a fundraiser at the desk, and changing it. What people pledged under is not taken from them.

use super::asked::Asked;
use super::editing::{self, Known, Typed};
use super::faults::{Fault, Faults, field_of};
use super::pages::FormPage;
use crate::accounts::guard::CampaignMember;
use crate::accounts::{OWNERS, nav};
use crate::audit::Change;
use crate::campaigns::definition::{Definition, Fundraiser};
use crate::campaigns::files;
use crate::campaigns::keeping::{broken, keep, standing};
use crate::error::{Error, Result, Rule};
use crate::fundraisers::desk::routes::path;
use crate::fundraisers::{Stage, State as How, shown, store};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::layout::Named;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_money::Amount;

/// Forty items in three languages; in percent form each of their letters may take nine bytes.
pub const MOST_BYTES: usize = 1024 * 1024;

pub fn found(campaign: &Definition, slug: &str) -> Result<Fundraiser> {
    campaign.fundraiser(slug).cloned().ok_or(Error::NotFound)
}

fn found_or_blank(campaign: &Definition, slug: Option<&str>) -> Result<Fundraiser> {
    slug.map_or_else(|| Ok(editing::blank(campaign)), |slug| found(campaign, slug))
}

/// What the page says besides the fields.
#[derive(Default)]
pub struct Trouble {
    pub faults: Faults,
    pub conflict: bool,
    pub others: Vec<String>,
}

/// The version that a form was made from.
pub fn seen(typed: &Typed) -> Option<i64> {
    typed.get("version").and_then(|text| text.parse().ok())
}

async fn page(
    app: &App,
    member: &CampaignMember,
    (campaign, version): (&Definition, i64),
    one: &Fundraiser,
    typed: &Typed,
    trouble: Trouble,
) -> Result<FormPage> {
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let is_new = one.slug.is_empty();
    let own = if is_new { format!("{list}/new") } else { format!("{list}/{}/words", one.slug) };
    let asked = Asked { say: &say, campaign, one, typed, faults: &trouble.faults };
    let mut kept: Vec<(String, String)> = typed
        .iter()
        .filter(|(name, value)| name.starts_with("item-") && !value.is_empty())
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    kept.sort();
    let way = |key: &str, rest: &str| Named {
        name: say.text(key),
        url: here.at(&format!("{list}/{}/{rest}", one.slug)),
    };
    let mut ways = Vec::new();
    if !is_new {
        if OWNERS.contains(&member.role) {
            ways.push(way("fundraisers-account", "account"));
        }
        ways.push(way("fundraisers-removal", "removal"));
    }
    let title = one.title.get(here.language.tag()).or_else(|| one.title.values().next());
    Ok(FormPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &own),
        title: if is_new { say.text("fundraisers-new") } else { title.cloned().unwrap_or_default() },
        notes: if is_new {
            vec![say.text("fundraisers-form-new-words")]
        } else {
            notes(app, member, campaign, one).await?
        },
        action: here.at(&own),
        version,
        conflict: trouble.conflict,
        others: trouble.others,
        parts: asked.parts(),
        kept,
        ways,
        leave: here.at(&list),
    })
}

/// What stays as it is, since people were told so.
async fn notes(
    app: &App,
    member: &CampaignMember,
    campaign: &Definition,
    one: &Fundraiser,
) -> Result<Vec<String>> {
    let say = member.here.language.say();
    let standing = app.funds.of(app, member.campaign.id).await?;
    let Some(fund) = standing.fund(&one.slug) else { return Ok(Vec::new()) };
    let promise = &fund.promise;
    let mut all = Vec::new();
    if !matches!(promise.stage, Stage::Open | Stage::Gone) {
        all.push(say.text("fundraisers-form-ended"));
    }
    let stands = |(state, sum): &(How, store::Sum)| {
        sum.pledges > 0 && !matches!(state, How::Begun | How::Cancelled | How::Released)
    };
    if fund.sums.iter().any(stands) {
        let goal = shown::money(&say, promise.goal, promise);
        let ends = say.moment(promise.ends_at, &campaign.time_zone);
        all.push(say.with("fundraisers-form-promised", &[("goal", &goal), ("ends", &ends)]));
    }
    Ok(all)
}

/// `GET /desk/campaigns/{campaign}/fundraisers/new`
pub async fn show_new(State(app): State<App>, member: CampaignMember) -> Result<Response> {
    show(&app, &member, None).await
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/words`
pub async fn show_words(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
) -> Result<Response> {
    show(&app, &member, Some(&fundraiser)).await
}

async fn show(app: &App, member: &CampaignMember, slug: Option<&str>) -> Result<Response> {
    let (campaign, version) = standing(app, &member.campaign.slug).await?;
    let one = found_or_blank(&campaign, slug)?;
    let typed = editing::typed(&one);
    let page = page(app, member, (&campaign, version), &one, &typed, Trouble::default()).await?;
    private(StatusCode::OK, &page)
}

/// `POST /desk/campaigns/{campaign}/fundraisers/new`
pub async fn create(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    save(&app, &member, None, &body).await
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/words`: the second of two who save sees what the first
/// one saved.
pub async fn save_words(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    save(&app, &member, Some(&fundraiser), &body).await
}

async fn save(app: &App, member: &CampaignMember, slug: Option<&str>, body: &Bytes) -> Result<Response> {
    let typed: Typed = forms::read_with_nuls(body)?;
    let (mut campaign, version) = standing(app, &member.campaign.slug).await?;
    let before = found_or_blank(&campaign, slug)?;
    let mut c = app.db.read().await?;
    let used = store::slugs_of(&mut c, member.campaign.id).await?;
    let given_for = store::items_given_for(&mut c, (member.campaign.id, &before.slug)).await?;
    drop(c);
    let known = Known { campaign: &campaign, used: &used, given_for: &given_for, now: app.clock.now() };
    let after = match editing::taken(&before, &known, &typed) {
        Ok(one) => one,
        Err(faults) => return refused(app, member, (&campaign, version), &before, &typed, faults).await,
    };
    if seen(&typed) != Some(version) {
        return conflict(app, member, &before, &typed).await;
    }
    let standing_campaign = campaign.clone();
    match campaign.fundraisers.iter_mut().find(|one| one.slug == after.slug) {
        Some(one) => *one = after.clone(),
        None => campaign.fundraisers.push(after.clone()),
    }
    let mut faults = promised(app, &campaign, &after).await?;
    if faults.is_empty() && !typed.contains_key("sooner") {
        faults = sooner(app, member, &campaign, &after).await?;
    }
    if !faults.is_empty() {
        return refused(app, member, (&standing_campaign, version), &before, &typed, faults).await;
    }
    let unfit = files::check(&campaign);
    if !unfit.is_empty() {
        let others = unfit.iter().map(ToString::to_string).collect();
        let trouble = Trouble { others, ..Trouble::default() };
        let page = page(app, member, (&campaign, version), &before, &typed, trouble).await?;
        return Rule("fundraiser-unfit").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let action = if slug.is_none() { "fundraiser-made" } else { "fundraiser-changed" };
    let change = Change::of(action, format!("fundraiser {}", after.slug))
        .differing(
            &if slug.is_none() { Typed::new() } else { editing::typed(&before) },
            &editing::typed(&after),
        )
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    if !keep(app, &campaign, Some(version), change).await? {
        return conflict(app, member, &before, &typed).await;
    }
    forget(app, member);
    Ok(see_other(&member.here.at(&format!("{}?done=saved", path(member)))))
}

/// Lets nobody see a campaign's fundraisers, and what hangs on them, as they stood.
pub fn forget(app: &App, member: &CampaignMember) {
    app.funds.forget(member.campaign.id);
    app.goals.forget(member.campaign.id);
}

/// What people have pledged under and a changed fundraiser would take from them, each at its field.
pub async fn promised(app: &App, campaign: &Definition, after: &Fundraiser) -> Result<Faults> {
    let zone = &campaign.time_zone;
    let broken = broken(app, campaign).await?.into_iter();
    Ok(broken
        .map(|one| {
            let field = field_of(&one.promise);
            (field, Fault::Promised(one.promise, after.currency(), zone.clone()))
        })
        .collect())
}

/// Whether it would end earlier than whoever gave was told: that is asked about once.
async fn sooner(
    app: &App,
    member: &CampaignMember,
    campaign: &Definition,
    after: &Fundraiser,
) -> Result<Faults> {
    let standing = app.funds.of(app, member.campaign.id).await?;
    let Some(fund) = standing.fund(&after.slug) else { return Ok(Faults::new()) };
    let (promise, towards) = (&fund.promise, fund.towards());
    let zone = &campaign.time_zone;
    let Ok(ends_at) = after.ends_at(zone) else { return Ok(Faults::new()) };
    if promise.stage != Stage::Open || ends_at >= promise.ends_at || towards.pledges == 0 {
        return Ok(Faults::new());
    }
    let say = member.here.language.say();
    let fault = Fault::Sooner {
        was: say.moment(promise.ends_at, zone),
        is: say.moment(ends_at, zone),
        with: Amount::new(towards.counts(), promise.currency),
        goal: Amount::new(promise.goal, promise.currency),
    };
    Ok(vec![("ends".to_owned(), fault)])
}

async fn refused(
    app: &App,
    member: &CampaignMember,
    campaign: (&Definition, i64),
    one: &Fundraiser,
    typed: &Typed,
    faults: Faults,
) -> Result<Response> {
    let trouble = Trouble { faults, ..Trouble::default() };
    let page = page(app, member, campaign, one, typed, trouble).await?;
    Rule("fundraiser").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

/// Somebody saved meanwhile: what was typed stands beside what is kept now.
async fn conflict(app: &App, member: &CampaignMember, one: &Fundraiser, typed: &Typed) -> Result<Response> {
    let (campaign, version) = standing(app, &member.campaign.slug).await?;
    let trouble = Trouble { conflict: true, ..Trouble::default() };
    let page = page(app, member, (&campaign, version), one, typed, trouble).await?;
    Rule("changed-since").refuses(private(StatusCode::CONFLICT, &page))
}
