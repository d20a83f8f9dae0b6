//! Looking at what a change would do, and doing it.

use super::doing::{self, list_of};
use super::looking::{Chosen, Look, Sampled, Wanted, look};
use super::pages::{LookPage, Row, Table};
use super::store::{self, NewChange};
use super::{AT_ONCE, Change, TOGETHER, undoing, words};
use crate::accounts::guard::Member;
use crate::accounts::nav;
use crate::accounts::store::CampaignPlace;
use crate::audit;
use crate::error::{Error, Result};
use crate::letters::store as letters;
use crate::lists::Deed;
use crate::lists::asked::Asked;
use crate::lists::cells::Voice;
use crate::lists::routes::{place, voice, whose};
use crate::signatures::RemovedAs;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::i18n::Say;
use crate::web::{forms, natural};
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

/// Handlers of a deed's URL: the look before it, and the button.
macro_rules! deeds {
    ($($name:ident: $deed:expr;)*) => {$(
        pub mod $name {
            use super::*;

            pub async fn look(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
                show(&state.0, &member, $deed, &query.0.unwrap_or_default()).await
            }

            pub async fn carry_out(state: State<App>, member: Member, body: Bytes) -> Result<Response> {
                press(&state.0, &member, $deed, &body).await
            }
        }
    )*};
}
// Below the list whose rows they change: `/desk/campaigns/{campaign}/signatures/hidings`.
deeds! {
    hidings: Deed::Hide;
    showings: Deed::Show;
    approvals: Deed::Approve;
    holds: Deed::Hold;
    removals: Deed::Remove;
    returns: Deed::PutBack;
    reminders: Deed::Remind;
    retries: Deed::TryAgain;
    giving_up: Deed::Drop;
}

pub fn campaign_of(member: &Member) -> Result<&CampaignPlace> {
    member.campaign.as_ref().ok_or(Error::NotFound)
}

fn path(member: &Member, deed: Deed) -> Result<String> {
    Ok(format!("/desk/campaigns/{}/{}/{}", campaign_of(member)?.slug, list_of(deed).word, deed.word()))
}

pub fn change_path(member: &Member, id: i64) -> Result<String> {
    Ok(format!("/desk/campaigns/{}/changes/{id}", campaign_of(member)?.slug))
}

/// The list that a deed's rows stand in.
pub fn list_path(member: &Member, deed: Deed) -> Result<String> {
    Ok(format!("/desk/campaigns/{}/{}", campaign_of(member)?.slug, list_of(deed).word))
}

/// How many signatures the public pages of a campaign count.
pub async fn counted(app: &App, voice: &Voice) -> Result<i64> {
    let mut c = app.db.read().await?;
    let mut count = 0;
    for letter in voice.running.iter().flat_map(|running| &running.letters) {
        let counts = letters::counts(&mut c, letter.id).await?;
        count += counts.iter().map(|(_, _, n)| n).sum::<i64>();
    }
    Ok(count)
}

async fn show(app: &App, member: &Member, deed: Deed, query: &str) -> Result<Response> {
    let wanted = Wanted::read(deed, query);
    let look = look(app, place(member), deed, &wanted).await?;
    private(StatusCode::OK, &page(app, member, deed, &wanted, look).await?)
}

async fn page(app: &App, member: &Member, deed: Deed, wanted: &Wanted, look: Look) -> Result<LookPage> {
    let (here, voice) = (&member.here, voice(app, member).await?);
    let (say, path) = (&voice.say, path(member, deed)?);
    let effects = words::effects(say, deed, &look.sums, counted(app, &voice).await?);
    let count = natural(look.sums.changed);
    let mut pairs = wanted.pairs();
    // Each language shows the same look, whose rows are named in its address; and who has to prove who they
    // are before the button counts comes back to it.
    let own = forms::with_query(&path, &pairs);
    let frame = nav::frame(app, here, &own);
    pairs.push(("seen", look.seen.clone()));
    pairs.push(("then", look.sums.changed.to_string()));
    if let Chosen::All { up_to, .. } = look.chosen {
        pairs.push(("up_to", up_to.to_string()));
    }
    let is_none = !wanted.all && wanted.ticked.is_empty();
    let most = natural(i64::try_from(TOGETHER).unwrap_or(0));
    let back = forms::with_query(&list_path(member, deed)?, &wanted.asked.pairs());
    Ok(LookPage {
        nav: nav::nav(here, &path),
        frame,
        headline: say.with(words::looked_at(deed), &[("whose", &whose(member, &voice))]),
        warning: if is_none { say.text("changes-nothing-ticked") } else { String::new() },
        lead: if is_none { String::new() } else { say.with(words::would(deed), &[("count", &count)]) },
        about: say.text(words::about(deed)),
        effects,
        left: look.sums.left.iter().map(|(left, n)| (natural(*n), say.text(words::left(*left)))).collect(),
        is_cut: if look.is_cut { say.with("changes-cut", &[("most", &most)]) } else { String::new() },
        table: (!look.sample.is_empty()).then(|| table(&voice, &look)),
        classes: if deed == Deed::Remove { classes(say, wanted) } else { Vec::new() },
        lacks_class: false,
        action: here.at(&own),
        pairs,
        at_most: if look.is_at_most { say.text("changes-at-most") } else { String::new() },
        undo_hint: say.text(if deed.can_be_undone() { "changes-undo-hint" } else { "changes-no-undo" }),
        button: (count > 0).then(|| say.with(words::button(deed), &[("count", &count)])),
        back: here.at(&back),
    })
}

/// As what signatures may be removed: the word, what is said of it, and whether it is chosen.
fn classes(say: &Say, wanted: &Wanted) -> Vec<(&'static str, String, bool)> {
    let class =
        |class| (RemovedAs::word(class), say.text(words::class(class)), wanted.removes_as == Some(class));
    RemovedAs::ALL.map(class).into()
}

fn table(voice: &Voice, look: &Look) -> Table {
    let say = &voice.say;
    let row = |sampled: &Sampled| Row {
        cells: look
            .columns
            .iter()
            .zip(&sampled.cells)
            .map(|((column, sight), cell)| voice.cell(column, *sight, cell))
            .collect(),
        before: words::standing(say, sampled.would.before),
        after: words::standing(say, sampled.would.after),
    };
    let given =
        [("shown", &natural(count(look.sample.len())) as _), ("count", &natural(look.sums.changed) as _)];
    Table {
        name: say.text("changes-sample"),
        caption: say.with("changes-sample-of", &given),
        heads: look.columns.iter().map(|(column, _)| say.text(column.key)).collect(),
        rows: look.sample.iter().map(row).collect(),
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

async fn press(app: &App, member: &Member, deed: Deed, body: &Bytes) -> Result<Response> {
    let text = std::str::from_utf8(body).map_err(|_| Error::Unreadable)?;
    let wanted = Wanted::read(deed, text);
    let seen: Seen = forms::read(body)?;
    let look = look(app, place(member), deed, &wanted).await?;
    if deed == Deed::Remove && wanted.removes_as.is_none() && look.sums.changed > 0 {
        let mut page = page(app, member, deed, &wanted, look).await?;
        page.warning = page.frame.say.text("changes-class-missing");
        page.lacks_class = true;
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    if look.sums.changed == 0 || differs(&look, &seen) {
        let (then, now) = (seen.then.parse::<i64>().unwrap_or(0), look.sums.changed);
        // What came since is looked at as well.
        let wanted = Wanted { up_to: None, ..wanted };
        let anew = self::look(app, place(member), deed, &wanted).await?;
        let mut page = page(app, member, deed, &wanted, anew).await?;
        let say = &page.frame.say;
        if page.warning.is_empty() {
            page.warning = if then == now {
                say.text("changes-differs")
            } else {
                say.with("changes-differs-by", &[("then", &natural(then)), ("now", &natural(now))])
            };
        }
        return private(StatusCode::CONFLICT, &page);
    }
    let campaign = campaign_of(member)?;
    let (query, up_to) = match &look.chosen {
        Chosen::Rows(_) => (None, 0),
        Chosen::All { query, up_to } => (Some(query.clone()), *up_to),
    };
    let record = record(member, deed, &wanted, query.as_deref(), look.sums.changed);
    let new = NewChange {
        group: member.group.id,
        campaign: campaign.id,
        account: member.here.account.id,
        list: list_of(deed).word,
        deed,
        removes_as: wanted.removes_as,
        query,
        up_to,
        found: look.sums.changed,
        undoes: None,
    };
    let id = match look.chosen {
        Chosen::Rows(ids) => doing::do_rows(app, new, ids, record).await?,
        Chosen::All { .. } => {
            let id = doing::begin(app, new, record, member.role).await?;
            carry_on(app, member, id, look.sums.changed + look.sums.left_alone()).await?;
            id
        }
    };
    Ok(see_other(&member.here.at(&change_path(member, id)?)))
}

#[derive(serde::Deserialize, Default)]
#[serde(default)]
struct Seen {
    seen: String,
    then: String,
}

/// Whether something else would be done than was seen. Of very many rows some are always touched meanwhile:
/// there it is enough that not more are changed than was said.
fn differs(look: &Look, seen: &Seen) -> bool {
    let then = seen.then.parse::<i64>().unwrap_or(0);
    let is_long = then > AT_ONCE && matches!(look.chosen, Chosen::All { .. });
    seen.seen != look.seen && !(is_long && look.sums.changed <= then)
}

fn record(member: &Member, deed: Deed, wanted: &Wanted, query: Option<&str>, count: i64) -> audit::Change {
    let filter = query.map(|query| Asked::without_networks(list_of(deed), query));
    let record = audit::Change::of("list-changed", "")
        .by(member.here.account.id)
        .in_group(member.group.id)
        .field("list", None, Some(list_of(deed).word))
        .field("deed", None, Some(deed.word()))
        .field("as", None, wanted.removes_as.map(RemovedAs::word))
        .field("rows", None, Some(&count.to_string()))
        .field("filter", None, filter.as_deref().filter(|filter| !filter.is_empty()));
    // Search words would be somebody's name or address.
    if wanted.all && !wanted.asked.q.trim().is_empty() { record.personal(&["search words"]) } else { record }
}

/// Does what was begun: a short change while somebody waits, a longer one while they look on.
pub async fn carry_on(app: &App, member: &Member, id: i64, rows: i64) -> Result<()> {
    if rows > AT_ONCE {
        app.task_waits.wake();
        return Ok(());
    }
    let (app_in, member) = (app.clone(), member.clone());
    let campaign = campaign_of(&member)?.id;
    // In a task of its own: whoever hangs up leaves nothing half done.
    let work = tokio::spawn(async move {
        while let Some(change) = running(&app_in, campaign, id).await? {
            let goes_on = match change.undoes {
                Some(_) => undoing::step(&app_in, &change).await?,
                None => doing::step(&app_in, &change, place(&member)).await?,
            };
            if !goes_on {
                break;
            }
        }
        Ok::<(), Error>(())
    });
    work.await.map_err(|lost| Error::Broken(format!("a change: {lost}")))??;
    app.task_waits.wake();
    Ok(())
}

/// A change that still runs.
async fn running(app: &App, campaign: i64, id: i64) -> Result<Option<Change>> {
    let change = store::change_of(&mut app.db.read().await?, campaign, id).await?;
    Ok(change.filter(|change| change.state == super::State::Running))
}
