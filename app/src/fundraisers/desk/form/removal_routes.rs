//! Taking a fundraiser off at the desk, once somebody has read what becomes of what was pledged and given.

use super::editing::Typed;
use super::faults::Fault;
use super::pages::RemovalPage;
use super::routes::{forget, found, seen};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::Change;
use crate::campaigns::definition::{Definition, Fundraiser, Threshold};
use crate::campaigns::keeping::{broken, keep, standing};
use crate::error::{Result, Rule};
use crate::fundraisers::desk::routes::path;
use crate::fundraisers::shown;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::i18n::{Given, Say};
use crate::web::natural;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

/// What keeps a fundraiser where it is, or what happens when it is taken off.
enum Outlook {
    Stays(String),
    Goes(Vec<String>),
}

fn without(campaign: &Definition, slug: &str) -> Definition {
    let mut other = campaign.clone();
    other.fundraisers.retain(|one| one.slug != slug);
    other
}

async fn outlook(
    app: &App,
    member: &CampaignMember,
    campaign: &Definition,
    one: &Fundraiser,
    say: &Say,
) -> Result<Outlook> {
    let counts = |threshold: &Threshold| matches!(threshold, Threshold::Money { fundraiser, .. } if *fundraiser == one.slug);
    if campaign.goals.iter().any(|goal| counts(&goal.threshold)) {
        return Ok(Outlook::Stays(say.text("fundraisers-removal-goal")));
    }
    if let Some(first) = broken(app, &without(campaign, &one.slug)).await?.into_iter().next() {
        let fault = Fault::Promised(first.promise, one.currency(), campaign.time_zone.clone());
        return Ok(Outlook::Stays(fault.words(say)));
    }
    let mut words = vec![say.text("fundraisers-removal-words")];
    let standing = app.funds.of(app, member.campaign.id).await?;
    let Some(fund) = standing.fund(&one.slug) else { return Ok(Outlook::Goes(words)) };
    let sum = fund.under_way();
    if sum.pledges > 0 {
        let (n, amount) = (natural(sum.pledges), shown::money(say, sum.amount, &fund.promise));
        let given: [(&str, &dyn Given); 2] = [("n", &n), ("sum", &amount)];
        words.push(say.with("fundraisers-removal-pledges", &given));
    }
    if one.account.is_some() {
        words.push(say.text("fundraisers-removal-transfers"));
    }
    Ok(Outlook::Goes(words))
}

async fn page(app: &App, member: &CampaignMember, slug: &str) -> Result<RemovalPage> {
    let (campaign, version) = standing(app, &member.campaign.slug).await?;
    let one = found(&campaign, slug)?;
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let own = format!("{list}/{slug}");
    let (words, can) = match outlook(app, member, &campaign, &one, &say).await? {
        Outlook::Stays(why) => (vec![why], false),
        Outlook::Goes(words) => (words, true),
    };
    let title = one.title.get(here.language.tag()).or_else(|| one.title.values().next());
    Ok(RemovalPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &format!("{own}/removal")),
        title: say.with("fundraisers-removal-headline", &[("fundraiser", title.unwrap_or(&one.slug))]),
        words,
        action: can.then(|| here.at(&format!("{own}/removal"))),
        version,
        leave: here.at(&format!("{own}/words")),
    })
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/removal`: whether it is meant.
pub async fn ask(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
) -> Result<Response> {
    private(StatusCode::OK, &page(&app, &member, &fundraiser).await?)
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/removal`: its pledges are released. Whoever has not seen
/// what became of it meanwhile is asked again.
pub async fn remove(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let typed: Typed = forms::read(&body)?;
    let (campaign, version) = standing(&app, &member.campaign.slug).await?;
    let one = found(&campaign, &fundraiser)?;
    let say = member.here.language.say();
    let stays = matches!(outlook(&app, &member, &campaign, &one, &say).await?, Outlook::Stays(_));
    let change = Change::of("fundraiser-removed", format!("fundraiser {fundraiser}"))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let is_done = !stays
        && seen(&typed) == Some(version)
        && keep(&app, &without(&campaign, &fundraiser), Some(version), change).await?;
    if !is_done {
        let page = page(&app, &member, &fundraiser).await?;
        return Rule("fundraiser-stays").refuses(private(StatusCode::CONFLICT, &page));
    }
    forget(&app, &member);
    Ok(see_other(&member.here.at(&format!("{}?done=removed", path(&member)))))
}
