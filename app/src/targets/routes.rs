//! The list of a campaign's targets at the desk, and a list of speakers on its way into it.

use super::pages::{ChangedLine, ListPage, MarkLine, NewLine, PreviewPage, Row};
use super::saving::{save, standing};
use super::store::Standing;
use super::words::{difference, fault_lines, fields, handles};
use super::{Plan, marking::Which};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::Change;
use crate::campaigns::definition::Target;
use crate::campaigns::files::Fault;
use crate::campaigns::merging::mark_of_all;
use crate::error::{Error, Result};
use crate::posts::page::{day_in_words, session_in_words};
use crate::state::App;
use crate::web::answer::{hex, private, see_other};
use crate::web::forms;
use crate::web::natural;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// So often what is asked for is begun again where somebody saved in between.
pub const TRIES: usize = 5;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Asked {
    pub fn done(&self) -> &str {
        &self.done
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    list: String,
    seen: String,
}

pub fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/targets", member.campaign.slug)
}

fn preview_path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/speakers", member.campaign.slug)
}

/// `GET /desk/campaigns/{campaign}/targets`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let standing = standing(&app, &member).await?;
    let mut page = list_page(&app, &member, &standing);
    page.note = match asked.done() {
        "list" => page.frame.say.text("targets-done-list"),
        "removed" => page.frame.say.text("targets-done-removed"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

fn list_page(app: &App, member: &CampaignMember, standing: &Standing) -> ListPage {
    let (here, definition) = (&member.here, &standing.definition);
    let say = here.language.say();
    let (tag, zone) = (here.language.tag(), definition.time_zone.as_str());
    let path = path(member);
    let row = |target: &Target| Row {
        name: target.name_in(tag).to_owned(),
        role: target.role.get(tag).cloned().unwrap_or_default(),
        url: here.at(&format!("{path}/{}", target.slug)),
        handles: handles(target),
        session: target.session.as_deref().map(|time| session_in_words(time, zone, &say)).unwrap_or_default(),
        marks: [(Which::Answered, "posts-answered"), (Which::Acted, "posts-acted")]
            .into_iter()
            .filter_map(|(which, key)| Some((which.of(target)?, key)))
            .map(|(deed, key)| MarkLine {
                words: say.with(key, &[("day", &day_in_words(&deed.on, zone, &say))]),
                link: deed.link.clone(),
            })
            .collect(),
    };
    ListPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        title: definition.texts_in(tag).title.clone(),
        note: String::new(),
        rows: definition.targets.iter().map(row).collect(),
        list: String::new(),
        faults: Vec::new(),
        preview: here.at(&preview_path(member)),
    }
}

/// Everything that is wrong, and the list as it was pasted.
fn refused(
    app: &App,
    member: &CampaignMember,
    standing: &Standing,
    list: String,
    faults: &[Fault],
) -> Result<Response> {
    let mut page = list_page(app, member, standing);
    page.faults = fault_lines(faults, &page.frame.say);
    page.list = list;
    private(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Tells whether a list or the targets are others than were looked at.
fn seen(list: &str, standing: &Standing) -> String {
    // Browsers send every line break as CR LF.
    let list = list.replace("\r\n", "\n");
    let digest = Sha256::digest(list.trim().as_bytes());
    format!("{}-{}", mark_of_all(&standing.definition.targets), hex(&digest[..8]))
}

fn preview_page(
    app: &App,
    member: &CampaignMember,
    standing: &Standing,
    plan: &Plan,
    list: String,
) -> PreviewPage {
    let (here, definition) = (&member.here, &standing.definition);
    let say = here.language.say();
    let (tag, zone) = (here.language.tag(), definition.time_zone.as_str());
    let path = path(member);
    PreviewPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        title: definition.texts_in(tag).title.clone(),
        warning: String::new(),
        new: plan
            .new
            .iter()
            .map(|target| NewLine {
                name: target.name_in(tag).to_owned(),
                fields: fields(target, zone, &say),
            })
            .collect(),
        changed: plan
            .changed
            .iter()
            .map(|(before, after)| ChangedLine {
                name: after.name_in(tag).to_owned(),
                fields: difference(&fields(before, zone, &say), &fields(after, zone, &say)),
            })
            .collect(),
        same: natural(i64::try_from(plan.same).unwrap_or(i64::MAX)),
        seen: seen(&list, standing),
        list,
        apply: here.at(&path),
        preview: here.at(&preview_path(member)),
        back: here.at(&path),
    }
}

/// Counting every post at every target takes its time: never where others wait for it.
async fn plan(standing: &Standing, list: &str) -> Result<std::result::Result<Plan, Vec<Fault>>> {
    let (definition, list) = (standing.definition.clone(), list.to_owned());
    tokio::task::spawn_blocking(move || Plan::of(&list, &definition))
        .await
        .map_err(|lost| Error::Broken(lost.to_string()))
}

/// `GET /desk/campaigns/{campaign}/speakers`: there is nothing to look at without a list.
pub async fn to_list(member: CampaignMember) -> Response {
    see_other(&member.here.at(&path(&member)))
}

/// `POST /desk/campaigns/{campaign}/speakers`: shows what the list would do. Nothing is changed.
pub async fn preview(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let standing = standing(&app, &member).await?;
    match plan(&standing, &form.list).await? {
        Ok(plan) => private(StatusCode::OK, &preview_page(&app, &member, &standing, &plan, form.list)),
        Err(faults) => refused(&app, &member, &standing, form.list, &faults),
    }
}

/// `POST /desk/campaigns/{campaign}/targets`: takes the list over as it was looked at. Where the targets or
/// the list are others by now, it is looked at again.
pub async fn apply(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    for _ in 0..TRIES {
        let standing = standing(&app, &member).await?;
        let plan = match plan(&standing, &form.list).await? {
            Ok(plan) => plan,
            Err(faults) => return refused(&app, &member, &standing, form.list, &faults),
        };
        if form.seen != seen(&form.list, &standing) {
            let is_same_list = form.seen.rsplit('-').next() == seen(&form.list, &standing).rsplit('-').next();
            let mut page = preview_page(&app, &member, &standing, &plan, form.list);
            let key = if is_same_list { "targets-changed-since" } else { "targets-other-list" };
            page.warning = page.frame.say.text(key);
            return private(StatusCode::CONFLICT, &page);
        }
        let done = member.here.at(&format!("{}?done=list", path(&member)));
        if plan.changes_nothing() {
            return Ok(see_other(&done));
        }
        let (added, changed) = plan.slugs();
        let change = Change::of("speakers-listed", format!("campaign {}", member.campaign.slug))
            .field("added", None, Some(&added).filter(|slugs| !slugs.is_empty()).map(String::as_str))
            .field("changed", None, Some(&changed).filter(|slugs| !slugs.is_empty()).map(String::as_str))
            .personal(&["name", "handles", "email", "phone", "session"]);
        if save(&app, &member, standing, plan.targets, change).await? {
            return Ok(see_other(&done));
        }
    }
    Err(Error::Busy)
}
