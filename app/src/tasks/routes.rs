//! One's tasks at the desk: looked at, cancelled, and what they gave taken away. Nobody sees another's.

use super::pages::{TaskPart, TasksPage, part};
use super::{Asked, Reason, State, Task, files, store};
use crate::accounts::guard::Member;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::{private, see_other};
use axum::body::Body;
use axum::extract::{Query, RawPathParams, State as Extract};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

const ON_A_PAGE: i64 = 50;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// Where the tasks of a place stand.
pub fn path(member: &Member) -> String {
    match &member.campaign {
        Some(campaign) => format!("/desk/campaigns/{}/tasks", campaign.slug),
        None => format!("/desk/groups/{}/tasks", member.group.slug),
    }
}

/// `GET /desk/groups/{group}/tasks`, and of a campaign: a group's page holds those of its campaigns too.
pub async fn show(Extract(app): Extract<App>, member: Member, Query(asked): Query<Done>) -> Result<Response> {
    let (here, path) = (&member.here, path(&member));
    let campaign = member.campaign.as_ref().map(|campaign| campaign.id);
    let mut c = app.db.read().await?;
    let tasks = store::of_account(&mut c, member.group.id, campaign, here.account.id, ON_A_PAGE).await?;
    drop(c);
    let (say, now) = (here.language.say(), app.clock.now());
    let is_open = tasks.iter().any(|task| task.state.is_open());
    let page = TasksPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(&app, here, &path),
        headline: say.with("tasks-headline", &[("whose", &whose(&app, &member).await?)]),
        note: match asked.done.as_str() {
            // Looked at again, it may be done.
            "asked" if is_open => say.text("tasks-done-asked"),
            "cancelled" => say.text("tasks-done-cancelled"),
            "stopped" => say.text("tasks-done-stopped"),
            "over" => say.text("tasks-done-over"),
            _ => String::new(),
        },
        again: is_open.then(|| here.at(&path)),
        tasks: tasks
            .iter()
            .map(|task| {
                let part = part(&say, task, now, |path| here.at(path));
                // On a campaign's own page each would name it.
                TaskPart { campaign: part.campaign.filter(|_| campaign.is_none()), ..part }
            })
            .collect(),
        lists: here.at("/desk"),
    };
    private(StatusCode::OK, &page)
}

/// A campaign by its title, as on its other pages; a group by its name.
async fn whose(app: &App, member: &Member) -> Result<String> {
    let Some(campaign) = &member.campaign else { return Ok(member.group.name.clone()) };
    let running = app.directory.even_a_draft(app, &campaign.slug).await?;
    let title = running.map(|one| one.texts(one.spoken(Some(member.here.language))).title.clone());
    Ok(title.unwrap_or_else(|| campaign.slug.clone()))
}

async fn own(app: &App, member: &Member, path: &RawPathParams) -> Result<Task> {
    let id = path.iter().find(|(name, _)| *name == "task").and_then(|(_, id)| id.parse().ok());
    let campaign = member.campaign.as_ref().map(|campaign| campaign.id);
    let account = member.here.account.id;
    let mut c = app.db.read().await?;
    let task = store::one(&mut c, member.group.id, campaign, account, id.ok_or(Error::NotFound)?).await?;
    // What was asked for in a stronger role is out of reach at once, before it is swept away.
    task.filter(|task| member.role <= task.role).ok_or(Error::NotFound)
}

/// `POST …/tasks/{task}/cancellation`
pub async fn cancel(Extract(app): Extract<App>, member: Member, ids: RawPathParams) -> Result<Response> {
    let task = own(&app, &member, &ids).await?;
    let change = Change::of("task-cancelled", format!("task {}", task.id))
        .by(member.here.account.id)
        .in_group(member.group.id);
    let cancelled = audit::doing(&app, change, task.id, |c, id, now| {
        Box::pin(store::stop(c, *id, State::Cancelled, Reason::Asker, now))
    })
    .await?;
    if cancelled && let Some(file) = &task.file {
        // What is left is swept away.
        if let Err(error) = files::remove(&app.settings.data, file) {
            tracing::warn!(%error, "the file of a cancelled task could not be deleted");
        }
    }
    app.sweep_waits.wake();
    let done = match (cancelled, &task.asked) {
        (false, _) => "over",
        (true, Some(Asked::Change { .. } | Asked::Undo { .. })) => "stopped",
        (true, _) => "cancelled",
    };
    Ok(see_other(&member.here.at(&format!("{}?done={done}", path(&member)))))
}

/// `GET …/tasks/{task}/file`
pub async fn take(Extract(app): Extract<App>, member: Member, ids: RawPathParams) -> Result<Response> {
    let task = own(&app, &member, &ids).await?;
    let back = || see_other(&member.here.at(&path(&member)));
    let (Some(Asked::Export { list, format, .. }), Some(file), true) =
        (&task.asked, &task.file, task.offers_file(app.clock.now()))
    else {
        return Ok(back());
    };
    let opened = tokio::fs::File::open(files::folder(&app.settings.data).join(file)).await;
    let file = match opened {
        Ok(file) => file,
        Err(error) => {
            tracing::warn!(task = task.id, %error, "the file of a task cannot be read");
            app.sweep_waits.wake();
            return Ok(back());
        }
    };
    let length = file.metadata().await.map_err(|error| Error::Broken(error.to_string()))?.len();
    let change = Change::of("exported", format!("task {}", task.id))
        .by(member.here.account.id)
        .in_group(member.group.id)
        .field("role", None, Some(member.role.word()))
        .field("list", None, Some(list))
        .field("format", None, Some(format.word()));
    audit::note(&app, change).await?;
    let slug = task.campaign.as_ref().map_or(&task.group_slug, |(_, slug)| slug);
    let name = format!("{slug}-{list}.{}", format.word());
    let headers = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
    ];
    Ok((headers, Body::from_stream(files::pieces(file))).into_response())
}
