//! Asking for an export: in which form, of what the list shows now.

use super::pages::ExportPage;
use crate::accounts::guard::Member;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::lists::asked::Asked;
use crate::lists::pages::FieldKind;
use crate::lists::routes::{base, fields, look, voice};
use crate::lists::{List, Scope};
use crate::state::App;
use crate::tasks::store::{self, NewTask};
use crate::tasks::{self, Format, MOST_AT_ONCE};
use crate::web::answer::{hex, private, see_other};
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    list: String,
    query: String,
    format: String,
}

/// A list that stands in this place.
fn list_here(member: &Member, word: &str) -> Option<&'static List> {
    let is_here =
        |list: &&'static List| matches!(list.scope, Scope::Campaign { .. }) == member.campaign.is_some();
    List::of_word(word).filter(is_here)
}

/// `GET /desk/campaigns/{campaign}/exports?list=…`, and of a group: the filters follow as on the list's page.
pub async fn show(State(app): State<App>, member: Member, RawQuery(query): RawQuery) -> Result<Response> {
    let query = query.unwrap_or_default();
    let pairs: Vec<(String, String)> = serde_html_form::from_str(&query).unwrap_or_default();
    let Some((_, word)) = pairs.iter().find(|(name, _)| name == "list") else {
        // Who was asked again on the way here begins at the list.
        let first = if member.campaign.is_some() { "signatures" } else { "people" };
        return Ok(see_other(&member.here.at(&format!("{}/{first}", base(&member)))));
    };
    let list = list_here(&member, word).ok_or(Error::NotFound)?;
    let page = page(&app, &member, list, &Asked::read(list, &query)).await?;
    private(StatusCode::OK, &page)
}

async fn page(app: &App, member: &Member, list: &'static List, asked: &Asked) -> Result<ExportPage> {
    let here = &member.here;
    let voice = voice(app, member).await?;
    let say = &voice.say;
    let (first, more) = fields(app, member, &voice, asked, list).await?;
    let look = look(member, &voice, asked, list).filter(|look| !look.value.is_empty());
    let fields = first.into_iter().chain(more).filter(|field| !field.value.is_empty()).map(|field| {
        let chosen = match field.ask {
            FieldKind::Select(choices) => {
                choices.into_iter().find(|choice| choice.chosen).map(|choice| choice.label)
            }
            FieldKind::Day | FieldKind::Text => None,
        };
        (field.label, chosen.unwrap_or(field.value))
    });
    let pairs = asked.pairs();
    let path = format!("{}/exports", base(member));
    let mut own = vec![("list", list.word.to_owned())];
    own.extend(pairs.clone());
    Ok(ExportPage {
        nav: nav::nav(here, ""),
        frame: nav::frame(app, here, &forms::with_query(&path, &own)),
        action: here.at(&forms::with_query(&path, &own)),
        headline: say.with("lists-export-headline", &[("list", &say.text(list.name_key))]),
        list: list.word,
        query: serde_html_form::to_string(&pairs).unwrap_or_default(),
        narrowed: look.map(|look| (look.label, look.value)).into_iter().chain(fields).collect(),
        formats: Format::ALL
            .iter()
            .map(|one| (one.word(), say.text(format_key(*one)), *one == Format::Xlsx))
            .collect(),
        refused: String::new(),
        back: here.at(&forms::with_query(&format!("{}/{}", base(member), list.word), &pairs)),
        tasks: here.at(&tasks::routes::path(member)),
    })
}

fn format_key(format: Format) -> &'static str {
    match format {
        Format::Csv => "lists-export-csv",
        Format::Xlsx => "lists-export-xlsx",
    }
}

/// `POST /desk/campaigns/{campaign}/exports`, and of a group
pub async fn ask(State(app): State<App>, member: Member, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let list = list_here(&member, &form.list).ok_or(Error::NotFound)?;
    let format = Format::parse(&form.format).ok_or(Error::Unreadable)?;
    let asked = Asked::read(list, &form.query);
    let (now, account, group) = (app.clock.now(), member.here.account.id, member.group.id);
    let new = Arc::new(NewTask {
        group,
        campaign: member.campaign.as_ref().map(|campaign| campaign.id),
        account,
        role: member.role,
        asked: tasks::Asked::Export {
            list: list.word.to_owned(),
            query: serde_html_form::to_string(asked.filters()).unwrap_or_default(),
            format,
        },
        words: asked.q.clone(),
        node: Some(app.settings.node.clone()),
        file: Some(hex(&app.dice.bytes::<16>())),
    });
    let taken = app
        .db
        .write(Lane::Ordinary, move |c| {
            let new = new.clone();
            Box::pin(async move {
                if store::open_of(c, group, account).await? >= MOST_AT_ONCE {
                    return Ok(false);
                }
                let id = store::add(c, &new, now).await?;
                let change = Change::of("export-asked", format!("task {id}"))
                    .by(account)
                    .in_group(group)
                    .field("role", None, Some(new.role.word()))
                    .field("list", None, Some(list.word))
                    .field("format", None, Some(format.word()));
                audit::store::record(c, &change, now).await?;
                Ok(true)
            })
        })
        .await?;
    if !taken {
        let mut page = page(&app, &member, list, &asked).await?;
        let most = u64::try_from(MOST_AT_ONCE).unwrap_or_default();
        page.refused = page.frame.say.with("lists-export-too-many", &[("most", &most)]);
        for (word, _, chosen) in &mut page.formats {
            *chosen = *word == format.word();
        }
        return private(StatusCode::CONFLICT, &page);
    }
    app.task_waits.wake();
    Ok(see_other(&member.here.at(&format!("{}?done=asked", tasks::routes::path(&member)))))
}
