//! The public handler of goals.

use super::pages::{GoalShown, ListPage};
use super::shown;
use super::standing::{Standing, is_shown};
use crate::campaigns::definition::Goal;
use crate::campaigns::directory::Running;
use crate::campaigns::store::Mark;
use crate::error::{Error, Result};
use crate::letters::page::in_language;
use crate::state::App;
use crate::web::answer::{FOR_A_SECOND, Kept};
use crate::web::i18n::{Language, Say};
use crate::web::layout::{Frame, Named};
use crate::web::natural;
use crate::web::surroundings::language_asked;
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;

/// `GET /campaigns/{campaign}/goals`
pub async fn show(
    State(app): State<App>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Response> {
    let campaign = app.directory.by_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
    let language = campaign.spoken(language_asked(query.as_deref()));
    let standing = app.goals.of(&app, campaign.id).await?;
    let say = language.say();
    let path = |language| shown::path(&campaign, language);
    let goals = &campaign.definition.goals;
    let mut gone: Vec<&str> = Vec::new();
    for mark in &standing.marks {
        if campaign.definition.goal(&mark.goal).is_none() && !gone.contains(&mark.goal.as_str()) {
            gone.push(&mark.goal);
        }
    }
    let page = ListPage {
        campaign: Named {
            name: campaign.texts(language).title.clone(),
            url: format!("/campaigns/{}{}", campaign.definition.slug, campaign.query(language)),
        },
        goals: in_order(goals, &standing)
            .into_iter()
            .filter_map(|goal| one(&campaign, goal, &standing, language, &say))
            .collect(),
        gone: gone
            .into_iter()
            .map(|goal| (goal.to_owned(), earlier(&campaign, goal, &standing, language, &say).collect()))
            .collect(),
        frame: Frame {
            canonical: Some(app.url(&path(language))),
            languages: campaign.translations(language, path),
            further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
            ..campaign.inner_frame(&app, language)
        },
    };
    Ok(Kept::page(&page, FOR_A_SECOND)?.answer(&asked))
}

/// Those that are still to be reached, the next first; then those that were, the newest first.
pub fn in_order<'g>(goals: &'g [Goal], standing: &Standing) -> Vec<&'g Goal> {
    let mut all: Vec<&Goal> = goals.iter().collect();
    all.sort_by_key(|goal| match current(goal, standing) {
        Some(mark) => (mark.reached_at.is_some(), mark.reached_at.map_or(mark.level, |at| -at)),
        None => (true, i64::MAX),
    });
    all
}

/// What a goal was before, the newest first.
pub fn earlier<'a>(
    campaign: &'a Running,
    goal: &'a str,
    standing: &'a Standing,
    language: Language,
    say: &'a Say,
) -> impl Iterator<Item = String> + 'a {
    let marks = standing.marks.iter().rev().filter(move |mark| mark.goal == goal);
    marks.filter_map(move |mark| shown::earlier(campaign, mark, language, say))
}

/// The level of a goal that stands.
pub fn current<'s>(goal: &Goal, standing: &'s Standing) -> Option<&'s Mark> {
    standing.marks.iter().find(|mark| mark.goal == goal.slug && mark.replaced_at.is_none())
}

fn one(
    campaign: &Running,
    goal: &Goal,
    standing: &Standing,
    language: Language,
    say: &Say,
) -> Option<GoalShown> {
    let mark = current(goal, standing)?;
    let is_reached = mark.reached_at.is_some();
    let so_far =
        standing.sums.towards(&mark.measure).filter(|_| is_shown(&campaign.definition, &mark.measure));
    let closes = goal.closes.as_deref().and_then(|slug| campaign.letter(slug));
    Some(GoalShown {
        slug: goal.slug.clone(),
        title: shown::title(campaign, mark, language, say),
        is_reached,
        state: shown::state(campaign, mark, standing, say, false),
        share: so_far.filter(|_| !is_reached).map(|n| (natural(n.min(mark.level)), natural(mark.level))),
        words: if is_reached { in_language(&goal.words, language) } else { String::new() },
        closes: closes
            .map(|letter| Named { name: letter.title(language), url: campaign.path_of(letter, language) }),
        earlier: earlier(campaign, &goal.slug, standing, language, say).collect(),
    })
}
