//! Goals at the desk: all of them with how far they are, one to make, change or take back.

use super::desk_form::Asked;
use super::desk_pages::{FormPage, ListPage, Row};
use super::editing::{self, Faults, Typed};
use super::routes::{current, earlier, in_order};
use super::shown;
use super::standing::Standing;
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::Change;
use crate::campaigns::definition::{Audience, Definition, Goal, Status};
use crate::campaigns::directory::Running;
use crate::campaigns::files;
use crate::campaigns::keeping::{keep, standing};
use crate::campaigns::store::Measure;
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::i18n::{Language, Say};
use crate::web::layout::Named;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/goals", member.campaign.slug)
}

async fn running(app: &App, member: &CampaignMember) -> Result<Arc<Running>> {
    app.directory.even_a_draft(app, &member.campaign.slug).await?.ok_or(Error::NotFound)
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /desk/campaigns/{campaign}/goals`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Query(done): Query<Done>,
) -> Result<Response> {
    let campaign = running(&app, &member).await?;
    let standing = app.goals.of(&app, campaign.id).await?;
    let (here, path) = (&member.here, path(&member));
    let say = here.language.say();
    let spoken = campaign.spoken(Some(here.language));
    let row = |goal: &Goal| {
        let mark = current(goal, &standing)?;
        Some(Row {
            goal: Named {
                name: shown::title(&campaign, mark, here.language, &say),
                url: here.at(&format!("{path}/{}", goal.slug)),
            },
            state: shown::state(&campaign, mark, &standing, &say, true),
            then: then(&campaign, goal, spoken, &say),
            earlier: earlier(&campaign, &goal.slug, &standing, here.language, &say).collect(),
        })
    };
    let page = ListPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(&app, here, &path),
        title: campaign.texts(spoken).title.clone(),
        note: match done.done.as_str() {
            "saved" => say.text("goals-done-saved"),
            "removed" => say.text("goals-done-removed"),
            _ => String::new(),
        },
        rows: in_order(&campaign.definition.goals, &standing).into_iter().filter_map(row).collect(),
        new: here.at(&format!("{path}/new")),
        public: shown::path(&campaign, spoken),
    };
    private(StatusCode::OK, &page)
}

/// What happens once a goal is reached, in one line.
fn then(campaign: &Running, goal: &Goal, language: Language, say: &Say) -> String {
    let mut all = Vec::new();
    if !goal.words.is_empty() {
        all.push(say.text("goals-then-words"));
    }
    for audience in &goal.mail {
        all.push(say.text(match audience {
            Audience::Organisers => "goals-then-organisers",
            Audience::Partners => "goals-then-partners",
        }));
    }
    if let Some(letter) = &goal.closes {
        let letter = shown::letter_title(campaign, letter, language);
        all.push(say.with("goals-then-closes", &[("letter", &letter)]));
    }
    if all.is_empty() { say.text("goals-then-nothing") } else { say.list(all) }
}

fn found(campaign: &Definition, slug: Option<&str>) -> Result<Goal> {
    match slug {
        None => Ok(editing::blank()),
        Some(slug) => campaign.goal(slug).cloned().ok_or(Error::NotFound),
    }
}

/// What the page says besides the fields.
#[derive(Default)]
struct Trouble {
    faults: Faults,
    conflict: bool,
    others: Vec<String>,
    /// It would be reached as soon as it is saved.
    already: bool,
}

async fn page(
    app: &App,
    member: &CampaignMember,
    (campaign, version): (&Definition, i64),
    goal: &Goal,
    typed: &Typed,
    trouble: Trouble,
) -> Result<FormPage> {
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let running = running(app, member).await?;
    let standing: Arc<Standing> = app.goals.of(app, running.id).await?;
    let mark = current(goal, &standing);
    let is_new = goal.slug.is_empty();
    let own = format!("{list}/{}", if is_new { "new" } else { &goal.slug });
    let language = running.spoken(Some(here.language));
    let asked = Asked { say: &say, campaign, language, typed, faults: &trouble.faults };
    Ok(FormPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &own),
        title: match mark {
            Some(mark) => shown::title(&running, mark, here.language, &say),
            None => say.text("goals-new"),
        },
        state: mark.map(|mark| shown::state(&running, mark, &standing, &say, true)).unwrap_or_default(),
        action: here.at(&own),
        version,
        conflict: trouble.conflict,
        others: trouble.others,
        already: trouble.already,
        fields: asked.fields(trouble.already),
        removal: (!is_new).then(|| here.at(&format!("{own}/removal"))),
        leave: here.at(&list),
    })
}

/// `GET /desk/campaigns/{campaign}/goals/new`
pub async fn show_new(State(app): State<App>, member: CampaignMember) -> Result<Response> {
    show_form(&app, &member, None).await
}

/// `GET /desk/campaigns/{campaign}/goals/{goal}`
pub async fn show_one(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response> {
    show_form(&app, &member, Some(&slug)).await
}

async fn show_form(app: &App, member: &CampaignMember, slug: Option<&str>) -> Result<Response> {
    let (campaign, version) = standing(app, &member.campaign.slug).await?;
    let goal = found(&campaign, slug)?;
    let typed = editing::typed(&goal);
    let page = page(app, member, (&campaign, version), &goal, &typed, Trouble::default()).await?;
    private(StatusCode::OK, &page)
}

/// `POST /desk/campaigns/{campaign}/goals/new`
pub async fn create(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    save(&app, &member, None, &body).await
}

/// `POST /desk/campaigns/{campaign}/goals/{goal}`: the second of two who save sees what the first one saved.
pub async fn change(
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
    let running = running(app, member).await?;
    let standing: Arc<Standing> = app.goals.of(app, running.id).await?;
    let used: Vec<&str> = standing.marks.iter().map(|mark| mark.goal.as_str()).collect();
    let after = match editing::taken(&before, &campaign, &typed, &used) {
        Ok(goal) => goal,
        Err(faults) => {
            let trouble = Trouble { faults, ..Trouble::default() };
            let page = page(app, member, (&campaign, version), &before, &typed, trouble).await?;
            return Rule("goal").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if seen != Some(version) {
        return conflict(app, member, &before, &typed).await;
    }
    let is_moved = before.slug.is_empty() || before.threshold != after.threshold;
    let is_sure = typed.get("sure").is_some_and(|sure| sure == "1");
    if is_moved && !is_sure && is_reached_already(&campaign, &after, &standing, app.clock.now()) {
        let trouble = Trouble { already: true, ..Trouble::default() };
        let page = page(app, member, (&campaign, version), &before, &typed, trouble).await?;
        return Rule("goal-reached-already").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    match campaign.goals.iter_mut().find(|one| one.slug == after.slug) {
        Some(one) => *one = after.clone(),
        None => campaign.goals.push(after.clone()),
    }
    let unfit = files::check(&campaign);
    if !unfit.is_empty() {
        let others = unfit.iter().map(ToString::to_string).collect();
        let trouble = Trouble { others, ..Trouble::default() };
        let page = page(app, member, (&campaign, version), &before, &typed, trouble).await?;
        return Rule("goal-unfit").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let action = if slug.is_none() { "goal-made" } else { "goal-changed" };
    let change = Change::of(action, format!("goal {}", after.slug)).differing(
        &if slug.is_none() { Typed::new() } else { editing::typed(&before) },
        &editing::typed(&after),
    );
    if !kept(app, member, &campaign, version, change).await? {
        return conflict(app, member, &before, &typed).await;
    }
    Ok(see_other(&member.here.at(&format!("{}?done=saved", path(member)))))
}

/// Whether what belongs to a goal would happen as soon as it is saved: it was not reached by this level before.
fn is_reached_already(campaign: &Definition, goal: &Goal, standing: &Standing, now: i64) -> bool {
    let Some((measure, level)) = Measure::of(&goal.threshold, campaign) else { return false };
    let was = standing.marks.iter().any(|mark| {
        mark.goal == goal.slug && mark.measure == measure && mark.level == level && mark.reached_at.is_some()
    });
    campaign.status != Status::Draft && !was && standing.sums.reach(&measure, level, now)
}

/// Somebody saved meanwhile: what was typed stands beside what is kept now.
async fn conflict(app: &App, member: &CampaignMember, goal: &Goal, typed: &Typed) -> Result<Response> {
    let (campaign, version) = standing(app, &member.campaign.slug).await?;
    let trouble = Trouble { conflict: true, ..Trouble::default() };
    let page = page(app, member, (&campaign, version), goal, typed, trouble).await?;
    Rule("changed-since").refuses(private(StatusCode::CONFLICT, &page))
}

async fn kept(
    app: &App,
    member: &CampaignMember,
    campaign: &Definition,
    version: i64,
    change: Change,
) -> Result<bool> {
    let change = change.by(member.here.account.id).in_group(member.campaign.group.id);
    let kept = keep(app, campaign, Some(version), change).await?;
    app.goals.forget(member.campaign.id);
    app.presses.forget(member.campaign.id);
    Ok(kept)
}

/// `POST /desk/campaigns/{campaign}/goals/{goal}/removal`: it is no goal any more; that it was one stays to be seen.
pub async fn remove(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let typed: Typed = forms::read(&body)?;
    let (mut campaign, version) = standing(&app, &member.campaign.slug).await?;
    let goal = found(&campaign, Some(&slug))?;
    if typed.get("version").and_then(|text| text.parse().ok()) != Some(version) {
        return conflict(&app, &member, &goal, &editing::typed(&goal)).await;
    }
    campaign.goals.retain(|one| one.slug != slug);
    let change = Change::of("goal-removed", format!("goal {slug}"));
    if !kept(&app, &member, &campaign, version, change).await? {
        return Err(Error::Busy);
    }
    Ok(see_other(&member.here.at(&format!("{}?done=removed", path(&member)))))
}
