//! One target at the desk: marked as answered or acted, or taken away.

use super::check;
use super::marking::{Mistakes, Typed, Which};
use super::pages::{Conflict, MarkForm, TargetPage};
use super::routes::{Asked, TRIES, path};
use super::saving::{save, standing};
use super::store::Standing;
use super::words::{difference, fault_lines, fields};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::Change;
use crate::campaigns::definition::Target;
use crate::campaigns::merging::mark;
use crate::clock;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use crate::web::i18n::{Language, Say};
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::HashMap;

fn find<'s>(standing: &'s Standing, slug: &str) -> Result<&'s Target> {
    standing.definition.targets.iter().find(|target| target.slug == slug).ok_or(Error::NotFound)
}

/// `GET /desk/campaigns/{campaign}/targets/{target}`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let standing = standing(&app, &member).await?;
    let mut page = page(&app, &member, &standing, find(&standing, &slug)?);
    page.note = match asked.done() {
        "marked" => page.frame.say.text("targets-done-marked"),
        "unmarked" => page.frame.say.text("targets-done-unmarked"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

fn page(app: &App, member: &CampaignMember, standing: &Standing, target: &Target) -> TargetPage {
    let (here, definition) = (&member.here, &standing.definition);
    let say = here.language.say();
    let tag = here.language.tag();
    let list = path(member);
    let own = format!("{list}/{}", target.slug);
    let today = clock::day(app.clock.now(), &definition.time_zone);
    let form = |which: Which| {
        let typed = Typed::standing(which.of(target), today.clone(), &definition.languages);
        mark_form(which, which.of(target).is_some(), typed, Mistakes::default())
    };
    TargetPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &own),
        name: target.name_in(tag).to_owned(),
        role: target.role.get(tag).cloned().unwrap_or_default(),
        note: String::new(),
        fields: fields(target, &definition.time_zone, &say),
        forms: Which::ALL.map(form).into(),
        seen: mark(target),
        faults: Vec::new(),
        conflict: None,
        marks: here.at(&format!("{own}/marks")),
        removal: here.at(&format!("{own}/removal")),
        again: here.at(&own),
        back: here.at(&list),
    }
}

fn mark_form(which: Which, is_set: bool, typed: Typed, mistakes: Mistakes) -> MarkForm {
    let words = typed.words.into_iter().map(|(language, words)| {
        let name = Language::parse(&language).map_or("", Language::native_name);
        (format!("words-{language}"), name, words)
    });
    MarkForm { which, is_set, on: typed.on, link: typed.link, words: words.collect(), mistakes }
}

/// `POST /desk/campaigns/{campaign}/targets/{target}/marks`: the second of two who change it sees both.
pub async fn set_mark(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let form: HashMap<String, String> = forms::read(&body)?;
    let field = |name: &str| form.get(name).map_or("", String::as_str);
    for _ in 0..TRIES {
        let standing = standing(&app, &member).await?;
        let target = find(&standing, &slug)?;
        let which = Which::parse(field("mark")).ok_or(Error::Unreadable)?;
        let ends = field("end") == "1";
        let typed = Typed::of(&form, &standing.definition.languages);
        let today = clock::day(app.clock.now(), &standing.definition.time_zone);
        let deed = if ends { Ok(None) } else { typed.deed(&today).map(Some) };
        let wanted = match deed {
            Err(mistakes) => {
                let mut page = page(&app, &member, &standing, target);
                set_in(&mut page, mark_form(which, which.of(target).is_some(), typed, mistakes));
                return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
            }
            Ok(deed) => which.set(target, deed),
        };
        let done = if ends { "unmarked" } else { "marked" };
        let done = member.here.at(&format!("{}/{slug}?done={done}", path(&member)));
        if wanted == *target {
            return Ok(see_other(&done));
        }
        if field("seen") != mark(target) {
            let mut page = page(&app, &member, &standing, target);
            let lines = |target: &Target| mark_lines(which, target, &page.frame.say);
            page.conflict =
                Some(Conflict { removing: false, fields: difference(&lines(target), &lines(&wanted)) });
            let typed = if ends {
                Typed::standing(None, String::new(), &standing.definition.languages)
            } else {
                typed
            };
            set_in(&mut page, mark_form(which, which.of(target).is_some(), typed, Mistakes::default()));
            return private(StatusCode::CONFLICT, &page);
        }
        let on = |target: &Target| which.of(target).map(|deed| deed.on.clone());
        let change = Change::of("target-marked", format!("target {}/{slug}", member.campaign.slug))
            .field(which.word(), on(target).as_deref(), on(&wanted).as_deref())
            .personal(&["link", "words"]);
        let targets = standing.definition.targets.iter();
        let targets =
            targets.map(|one| if one.slug == slug { wanted.clone() } else { one.clone() }).collect();
        if save(&app, &member, standing, targets, change).await? {
            return Ok(see_other(&done));
        }
    }
    Err(Error::Busy)
}

fn set_in(page: &mut TargetPage, form: MarkForm) {
    if let Some(place) = page.forms.iter_mut().find(|one| one.which == form.which) {
        *place = form;
    }
}

/// What a mark says, field by field.
fn mark_lines(which: Which, target: &Target, say: &Say) -> Vec<(String, String)> {
    let Some(deed) = which.of(target) else { return Vec::new() };
    let mut lines =
        vec![(say.text("targets-on"), deed.on.clone()), (say.text("targets-link"), deed.link.clone())];
    lines.extend(deed.words.iter().map(|(language, words)| {
        let name = Language::parse(language).map_or("", Language::native_name).to_owned();
        (say.with("targets-words", &[("language", &name)]), words.clone())
    }));
    lines
}

/// `POST /desk/campaigns/{campaign}/targets/{target}/removal`
pub async fn remove(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let form: HashMap<String, String> = forms::read(&body)?;
    for _ in 0..TRIES {
        let standing = standing(&app, &member).await?;
        let target = find(&standing, &slug)?;
        let mut page = page(&app, &member, &standing, target);
        if form.get("seen") != Some(&mark(target)) {
            page.conflict = Some(Conflict { removing: true, fields: Vec::new() });
            return private(StatusCode::CONFLICT, &page);
        }
        let left: Vec<Target> =
            standing.definition.targets.iter().filter(|one| one.slug != slug).cloned().collect();
        if let Err(faults) = check(&standing.definition, &left) {
            page.faults = fault_lines(&faults, &page.frame.say);
            return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        let change = Change::of("target-removed", format!("target {}/{slug}", member.campaign.slug));
        if save(&app, &member, standing, left, change).await? {
            return Ok(see_other(&member.here.at(&format!("{}?done=removed", path(&member)))));
        }
    }
    Err(Error::Busy)
}
