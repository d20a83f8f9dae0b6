//! Taking a change back: what that would do, and the button.

use super::made_routes::change;
use super::pages::UndoPage;
use super::routes::{carry_on, change_path, counted};
use super::store::{self, NewChange, Standing};
use super::{Change, Stands, State, Sums, Would, doing, of_signatures, words};
use crate::accounts::guard::Member;
use crate::accounts::nav;
use crate::audit;
use crate::error::{Error, Result};
use crate::lists::asked::{self, Asked};
use crate::lists::routes::{place, voice};
use crate::lists::store::{self as lists, Cell};
use crate::signatures::moderation::Facts;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::{forms, natural};
use axum::body::Bytes;
use axum::extract::{RawPathParams, State as Extract};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

/// So many of the rows that were touched since are named.
const NAMED: i64 = 20;

/// The change that the path names, where it is one that can be taken back.
async fn undoable(app: &App, member: &Member, path: &RawPathParams) -> Result<Change> {
    let change = change(app, member, path).await?;
    if change.deed.can_be_undone() { Ok(change) } else { Err(Error::NotFound) }
}

/// What taking a change back would do now.
struct Undoing {
    sums: Sums,
    standing: Standing,
    names: Vec<String>,
}

impl Undoing {
    /// Tells whether something else would be done by now.
    fn seen(&self) -> String {
        format!("{}-{}", self.standing.as_left, self.standing.touched)
    }
}

async fn undoing_of(app: &App, member: &Member, change: &Change) -> Result<Undoing> {
    let mut c = app.db.read().await?;
    let mut sums = Sums::default();
    if of_signatures(change.deed).is_some() {
        for (now, earlier, n) in store::taken_back(&mut c, change.id).await? {
            if let (Some(before), Some(after)) = (Facts::read(&now), Facts::read(&earlier)) {
                let (before, after) = (Stands::Signature(before), Stands::Signature(after));
                sums.add(Would { before, after }, n);
            }
        }
    }
    let standing = store::standing(&mut c, change.id, change.deed).await?;
    let touched = store::touched_since(&mut c, change.id, change.deed, NAMED).await?;
    let list = doing::list_of(change.deed);
    let listing = asked::listing(app, list, place(member), &Asked::default(), &["name", "number"]).await?;
    let lines = lists::rows(&mut c, &listing, &touched).await?;
    let names = lines.into_iter().filter_map(|line| match line.cells.into_iter().next() {
        Some(Cell::Text(Some(name))) if !name.is_empty() => Some(name),
        Some(Cell::Number(Some(number))) => Some(number.to_string()),
        _ => None,
    });
    Ok(Undoing { sums, standing, names: names.collect() })
}

async fn undo_page(app: &App, member: &Member, change: &Change, undoing: &Undoing) -> Result<UndoPage> {
    let (here, voice) = (&member.here, voice(app, member).await?);
    let (say, own) = (&voice.say, change_path(member, change.id)?);
    let path = format!("{own}/undo");
    let effects = words::effects(say, change.deed, &undoing.sums, counted(app, &voice).await?);
    let (count, touched) = (natural(undoing.standing.as_left), natural(undoing.standing.touched));
    let is_over = app.clock.now() >= change.can_be_undone_until();
    let may = count > 0 && !is_over && change.state != State::Running;
    Ok(UndoPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        headline: say.with("changes-undo-headline", &[("what", &say.text(words::done(change.deed)))]),
        warning: if is_over { say.text("changes-undo-over") } else { String::new() },
        lead: say.with("changes-undo-lead", &[("count", &count)]),
        effects,
        touched: if touched > 0 {
            say.with("changes-undo-touched", &[("count", &touched)])
        } else {
            String::new()
        },
        names: undoing.names.clone(),
        button: may.then(|| say.with("changes-undo-button", &[("count", &count)])),
        action: here.at(&path),
        seen: undoing.seen(),
        back: here.at(&own),
    })
}

/// `GET /desk/campaigns/{campaign}/changes/{change}/undo`
pub async fn look(Extract(app): Extract<App>, member: Member, path: RawPathParams) -> Result<Response> {
    let change = undoable(&app, &member, &path).await?;
    let undoing = undoing_of(&app, &member, &change).await?;
    private(StatusCode::OK, &undo_page(&app, &member, &change, &undoing).await?)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Seen {
    seen: String,
}

/// `POST /desk/campaigns/{campaign}/changes/{change}/undo`
pub async fn undo(
    Extract(app): Extract<App>,
    member: Member,
    path: RawPathParams,
    body: Bytes,
) -> Result<Response> {
    let seen: Seen = forms::read(&body)?;
    let change = undoable(&app, &member, &path).await?;
    let standing = undoing_of(&app, &member, &change).await?;
    let mut page = undo_page(&app, &member, &change, &standing).await?;
    let runs = store::undoing(&mut app.db.read().await?, change.id).await?;
    if runs.iter().any(|one| one.state == State::Running) {
        return Ok(see_other(&member.here.at(&change_path(&member, change.id)?)));
    }
    if page.button.is_none() || seen.seen != standing.seen() {
        if page.warning.is_empty() {
            page.warning = page.frame.say.text("changes-differs");
        }
        return private(StatusCode::CONFLICT, &page);
    }
    let found = standing.standing.as_left;
    let new = NewChange {
        group: change.group,
        campaign: change.campaign,
        account: member.here.account.id,
        list: doing::list_of(change.deed).word,
        deed: change.deed,
        removes_as: None,
        query: None,
        up_to: 0,
        found,
        undoes: Some(change.id),
    };
    let record = audit::Change::of("list-change-undone", "")
        .by(member.here.account.id)
        .in_group(member.group.id)
        .field("deed", None, Some(change.deed.word()))
        .field("rows", None, Some(&found.to_string()));
    let id = doing::begin(&app, new, record, member.role).await?;
    carry_on(&app, &member, id, found).await?;
    Ok(see_other(&member.here.at(&change_path(&member, change.id)?)))
}
