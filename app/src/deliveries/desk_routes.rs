//! Deliveries at the desk: asking for the files, telling the day.

use super::desk_pages::{DayShown, FileShown, ListPage, Made, OnePage, Row};
use super::shown::handed_words;
use super::store::{self, New};
use super::{Delivery, Fault, MadeFile, handed};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::clock::day;
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::tasks::pages::reason_key;
use crate::tasks::store::{self as tasks, NewTask};
use crate::tasks::{Asked, MOST_AT_ONCE, Task};
use crate::web::answer::{hex, private, see_other};
use crate::web::i18n::{Language, Say};
use crate::web::layout::Named;
use crate::web::{forms, natural};
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;
use std::sync::Arc;

const LISTED: i64 = 200;

pub fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/deliveries", member.campaign.slug)
}

async fn campaign(app: &App, member: &CampaignMember) -> Result<Arc<Running>> {
    app.directory.even_a_draft(app, &member.campaign.slug).await?.ok_or(Error::NotFound)
}

fn named(campaign: &Running, delivery: &Delivery) -> String {
    let language = Language::parse(&delivery.language).unwrap_or(campaign.default_language());
    let letter = campaign.letters.iter().find(|letter| letter.id == delivery.letter);
    let title = letter.map(|letter| letter.title(language)).unwrap_or_default();
    format!("{title} ({})", language.native_name())
}

/// In a sentence how it stands.
fn state(say: &Say, delivery: &Delivery, task: Option<&Task>) -> String {
    if let Some(handed) = &delivery.handed {
        return handed_words(say, handed);
    }
    let state = say.text(match (delivery.made_at, task) {
        (Some(_), _) => "deliveries-state-made",
        (None, Some(task)) if task.state.is_open() => "deliveries-state-under-way",
        (None, _) => "deliveries-state-not-made",
    });
    let reason = task.filter(|_| delivery.made_at.is_none()).and_then(|task| task.reason);
    reason.map_or(state.clone(), |reason| format!("{state}. {}", say.text(reason_key(reason))))
}

async fn list_page(app: &App, member: &CampaignMember) -> Result<ListPage> {
    let campaign = campaign(app, member).await?;
    let (here, path) = (&member.here, path(member));
    let say = here.language.say();
    let mut c = app.db.read().await?;
    let mut rows = Vec::new();
    for delivery in store::all(&mut c, campaign.id, LISTED).await? {
        let task = tasks::by_id(&mut c, delivery.task).await?;
        rows.push(Row {
            letter: Named {
                name: named(&campaign, &delivery),
                url: here.at(&format!("{path}/{}", delivery.id)),
            },
            asked: say.moment(delivery.asked_at, &campaign.definition.time_zone),
            state: state(&say, &delivery, task.as_ref()),
        });
    }
    drop(c);
    let choice = |letter: &RunningLetter, language: Language| {
        let name = format!("{} · {}", language.native_name(), letter.title(language));
        (format!("{}/{}", letter.slug, language.tag()), name)
    };
    let all = campaign.letters.iter();
    Ok(ListPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        title: campaign.texts(campaign.spoken(Some(here.language))).title.clone(),
        refused: String::new(),
        action: here.at(&path),
        choices: all
            .flat_map(|letter| letter.languages().map(move |language| choice(letter, language)))
            .collect(),
        rows,
    })
}

/// `GET /desk/campaigns/{campaign}/deliveries`
pub async fn show(State(app): State<App>, member: CampaignMember) -> Result<Response> {
    private(StatusCode::OK, &list_page(&app, &member).await?)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Wanted {
    /// A letter and a language: `drop-the-contract/en`.
    letter: String,
}

/// `POST /desk/campaigns/{campaign}/deliveries`: asks for the files.
pub async fn ask(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let wanted: Wanted = forms::read(&body)?;
    let campaign = campaign(&app, &member).await?;
    let (slug, tag) = wanted.letter.split_once('/').ok_or(Error::Unreadable)?;
    let letter = campaign.letters.iter().find(|letter| letter.slug == slug).ok_or(Error::NotFound)?;
    let language = letter.languages().find(|one| one.tag() == tag).ok_or(Error::NotFound)?;
    let (now, account, group) = (app.clock.now(), member.here.account.id, member.campaign.group.id);
    let new = New {
        group,
        campaign: campaign.id,
        letter: letter.id,
        letter_version: letter.version,
        language: language.tag().to_owned(),
    };
    let task = NewTask {
        group,
        campaign: Some(campaign.id),
        account,
        role: member.role,
        asked: Asked::Delivery,
        words: String::new(),
        node: Some(app.settings.node.clone()),
        file: Some(hex(&app.dice.bytes::<16>())),
    };
    let work = Arc::new((new, task));
    let asked = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (new, task) = &*work;
                if tasks::open_of(c, group, account).await? >= MOST_AT_ONCE {
                    return Ok(None);
                }
                let task = tasks::add(c, task, now).await?;
                let id = store::add(c, new, task, now).await?;
                let change = Change::of("delivery-asked", format!("delivery {id}"))
                    .field("language", None, Some(&new.language))
                    .by(account)
                    .in_group(group);
                audit::store::record(c, &change, now).await?;
                Ok(Some(id))
            })
        })
        .await?;
    let Some(id) = asked else {
        let mut page = list_page(&app, &member).await?;
        let most = u64::try_from(MOST_AT_ONCE).unwrap_or_default();
        page.refused = page.frame.say.with("lists-export-too-many", &[("most", &most)]);
        return Rule("too-many-tasks").refuses(private(StatusCode::CONFLICT, &page));
    };
    app.task_waits.wake();
    Ok(see_other(&member.here.at(&format!("{}/{id}", path(&member)))))
}

/// A delivery with its campaign and what makes its files.
pub struct Found {
    pub campaign: Arc<Running>,
    pub delivery: Delivery,
    pub files: Vec<MadeFile>,
    pub task: Option<Task>,
    /// What has changed since of those in its files.
    pub since: (i64, i64),
}

pub async fn find(app: &App, member: &CampaignMember, id: &str) -> Result<Found> {
    let campaign = campaign(app, member).await?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let mut c = app.db.read().await?;
    let delivery = store::one(&mut c, campaign.id, id).await?.ok_or(Error::NotFound)?;
    let files = store::files(&mut c, id).await?;
    let task = tasks::by_id(&mut c, delivery.task).await?;
    // Looked for while the files can be taken away.
    let since = match task.as_ref().filter(|task| task.offers_file(app.clock.now())) {
        Some(_) => store::changed_since(&mut c, &delivery).await?,
        None => (0, 0),
    };
    Ok(Found { campaign, delivery, files, task, since })
}

fn page(app: &App, member: &CampaignMember, found: &Found) -> OnePage {
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let Found { campaign, delivery, task, .. } = found;
    let path = format!("{list}/{}", delivery.id);
    let zone = &campaign.definition.time_zone;
    let offered = task.as_ref().filter(|task| task.offers_file(app.clock.now()));
    let until = offered.and_then(|task| task.expires_at);
    let file = |file: &MadeFile| FileShown {
        name: file.name.clone(),
        size: say.with("deliveries-kilobytes", &[("n", &file.bytes.div_ceil(1_000))]),
        sha256: file.sha256.clone(),
        url: offered.map(|_| here.at(&format!("{path}/files/{}", file.name))),
    };
    let handed = delivery.handed.as_ref();
    OnePage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        note: String::new(),
        conflict: false,
        title: named(campaign, delivery),
        back: here.at(&list),
        state: state(&say, delivery, task.as_ref()),
        under_way: task
            .as_ref()
            .filter(|task| task.state.is_open())
            .map(|task| (natural(task.stand.done).min(100), here.at(&path))),
        made: delivery.made_at.map(|_| Made {
            signatures: natural(delivery.signatures),
            unnamed: natural(delivery.unnamed),
            as_of: say.moment(delivery.asked_at, zone),
            gone: natural(found.since.0),
            changed: natural(found.since.1),
            until: until.map(|at| say.moment(at, zone)).unwrap_or_default(),
            files: found.files.iter().map(file).collect(),
            handed: handed.map(|one| handed_words(&say, one)),
            day: DayShown {
                action: here.at(&format!("{path}/day")),
                on: handed.map(|one| one.on.clone()).unwrap_or_default(),
                to: handed.map(|one| one.to.clone()).unwrap_or_default(),
                seen: delivery.changed_at.to_string(),
                fault: None,
            },
        }),
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /desk/campaigns/{campaign}/deliveries/{delivery}`
pub async fn show_one(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, id)): Path<(String, String)>,
    Query(done): Query<Done>,
) -> Result<Response> {
    let mut page = page(&app, &member, &find(&app, &member, &id).await?);
    page.note = match done.done.as_str() {
        "told" => page.frame.say.text("deliveries-done-told"),
        "taken-back" => page.frame.say.text("deliveries-done-taken-back"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct DayForm {
    on: String,
    to: String,
    seen: String,
    back: String,
}

/// `POST /desk/campaigns/{campaign}/deliveries/{delivery}/day`: tells the day, or takes it back.
pub async fn tell(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let typed: DayForm = forms::read_with_nuls(&body)?;
    let found = find(&app, &member, &id).await?;
    let delivery = &found.delivery;
    let made = delivery.made_at.ok_or(Error::NotFound)?;
    let zone = &found.campaign.definition.time_zone;
    let now = app.clock.now();
    let told = if typed.back == "1" {
        None
    } else {
        match handed(&typed.on, &typed.to, &day(made, zone), &day(now, zone)) {
            Ok(handed) => Some(handed),
            Err(fault) => return refused(&app, &member, &found, typed, fault),
        }
    };
    let before = delivery.handed.as_ref().map(|one| one.on.as_str());
    let done = if told.is_some() { "told" } else { "taken-back" };
    let action = if told.is_some() { "delivery-told" } else { "delivery-taken-back" };
    let change = Change::of(action, format!("delivery {}", delivery.id))
        .field("handed_on", before, told.as_ref().map(|one| one.on.as_str()))
        .personal(&["handed_to"])
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let (id, seen) = (delivery.id, typed.seen.parse::<i64>().unwrap_or_default());
    let saved = audit::doing(&app, change, told, move |c, told, now| {
        Box::pin(store::hand(c, id, told.as_ref(), seen, now))
    })
    .await?;
    if !saved {
        let found = find(&app, &member, &id.to_string()).await?;
        let page = OnePage { conflict: true, ..page(&app, &member, &found) };
        return Rule("changed-since").refuses(private(StatusCode::CONFLICT, &page));
    }
    app.presses.forget(found.campaign.id);
    Ok(see_other(&member.here.at(&format!("{}/{id}?done={done}", path(&member)))))
}

fn refused(
    app: &App,
    member: &CampaignMember,
    found: &Found,
    typed: DayForm,
    fault: Fault,
) -> Result<Response> {
    let mut page = page(app, member, found);
    if let Some(made) = &mut page.made {
        made.day.on = typed.on;
        made.day.to = typed.to;
        made.day.fault = Some(fault);
    }
    Rule("day").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page))
}
