//! A campaign's signatures: looked through by name or address, filtered, taken away as a table. A role
//! gets the columns it reaches and no others, on the page and in the file alike.

use super::csv;
use crate::accounts::guard::CampaignMember;
use crate::accounts::{Role, nav};
use crate::audit::{self, Change};
use crate::error::Result;
use crate::signatures::name_key;
use crate::signatures::store::{self, After, ListedSignature, Listing, Look, Only};
use crate::state::App;
use crate::web::answer::private;
use crate::web::desk::{DeskPage, Nav};
use crate::web::layout::{Frame, Page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

const ON_A_PAGE: i64 = 50;
const IN_A_CHUNK: i64 = 1_000;

#[derive(Template)]
#[template(path = "desk/signatures.html")]
pub struct SignaturesPage {
    pub frame: Frame,
    pub nav: Nav,
    pub title: String,
    /// Where the form that looks goes.
    pub action: String,
    pub lang: Option<&'static str>,
    pub q: String,
    pub states: Vec<(&'static str, String, bool)>,
    pub sees_addresses: bool,
    pub sees_hidden: bool,
    pub rows: Vec<Line>,
    /// Whether something was looked for, so that an empty list says so.
    pub narrowed: bool,
    pub every: String,
    pub next: Option<String>,
    pub export: String,
    pub page_url: String,
}

pub struct Line {
    pub name: String,
    pub email: String,
    pub relation: String,
    pub place: String,
    pub comment: String,
    pub state: String,
    pub when: String,
}

impl Page for SignaturesPage {
    fn frame(&self) -> &Frame {
        &self.frame
    }

    fn headline(&self) -> String {
        self.frame.say.with("desk-signatures-headline", &[("campaign", &self.title)])
    }

    fn referrer(&self) -> &'static str {
        "same-origin"
    }
}

impl DeskPage for SignaturesPage {
    fn nav(&self) -> &Nav {
        &self.nav
    }
}

#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
    state: String,
    after: String,
    after_id: String,
}

const STATES: [(&str, &str, Only); 6] = [
    ("", "desk-state-every", Only::Every),
    ("shown", "desk-state-shown", Only::Shown),
    ("hidden", "desk-state-hidden", Only::Hidden),
    ("held", "desk-state-held", Only::Held),
    ("invalidated", "desk-state-invalidated", Only::Invalidated),
    ("withdrawn", "desk-state-withdrawn", Only::Withdrawn),
];

fn listing(member: &CampaignMember, asked: &Asked) -> Listing {
    let q = asked.q.trim();
    let look = if q.is_empty() {
        Look::Newest
    } else if q.contains('@') && member.role.sees_addresses() {
        Look::Address(q.to_lowercase())
    } else {
        Look::Name(name_key(q))
    };
    Listing {
        group: member.campaign.group.id,
        campaign: member.campaign.id,
        look,
        only: STATES.iter().find(|(word, ..)| *word == asked.state).map_or(Only::Every, |(_, _, only)| *only),
        shown_names_only: !member.role.sees_hidden_names(),
    }
}

/// `GET /desk/campaigns/{campaign}/signatures`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let (here, slug) = (&member.here, &member.campaign.slug);
    let listing = listing(&member, &asked);
    let after = asked.after_id.parse().ok().map(|id| After { key: asked.after.clone(), id });
    let running = app.directory.even_a_draft(&app, slug).await?;
    let mut found =
        store::signatures_listed(&mut app.db.read().await?, &listing, after.as_ref(), ON_A_PAGE + 1).await?;
    let has_more = found.len() > usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX);
    if has_more {
        found.pop();
    }
    let path = format!("/desk/campaigns/{slug}/signatures");
    let narrow = narrowed(&asked);
    let next = found.last().filter(|_| has_more).map(|last| {
        let mut pairs = narrow.clone();
        pairs.extend([("after", last.key.clone()), ("after_id", last.id.to_string())]);
        here.at(&with(&path, &pairs))
    });
    let say = app.texts.say(here.language);
    let zone = running.as_ref().map_or("UTC", |running| running.definition.time_zone.as_str());
    let relation = |slug: &str| {
        let label = running.as_ref().map(|running| running.relation_label(slug, here.language));
        label.filter(|label| !label.is_empty()).unwrap_or_else(|| slug.to_owned())
    };
    let line = |one: ListedSignature| {
        let seen = Seen::of(member.role, &one);
        Line {
            name: seen.name.unwrap_or_else(|| say.text("desk-name-hidden")),
            email: seen.email.unwrap_or_default(),
            relation: one.relation.as_deref().map(relation).unwrap_or_default(),
            place: [seen.postal_code, one.country].into_iter().flatten().collect::<Vec<_>>().join(" "),
            comment: seen.comment.unwrap_or_default(),
            state: say.text(state_key(&one.state, one.is_public)),
            when: say.moment(one.confirmed_at, zone),
        }
    };
    let page = SignaturesPage {
        nav: nav::nav(&app, here, &path),
        frame: nav::frame(&app, here, &with(&path, &narrow)),
        title: running
            .as_ref()
            .map_or_else(|| slug.clone(), |one| one.texts(one.spoken(Some(here.language))).title.clone()),
        lang: here.asked_language.then(|| here.language.tag()),
        states: STATES.iter().map(|(word, key, _)| (*word, say.text(key), *word == asked.state)).collect(),
        sees_addresses: member.role.sees_addresses(),
        sees_hidden: member.role.sees_hidden_names(),
        narrowed: !narrow.is_empty(),
        every: here.at(&path),
        export: here.at(&with(&format!("{path}.csv"), &narrow)),
        page_url: format!("/campaigns/{slug}"),
        q: asked.q,
        rows: found.into_iter().map(line).collect(),
        action: path,
        next,
    };
    private(StatusCode::OK, &page)
}

fn state_key(state: &str, is_public: bool) -> &'static str {
    match (state, is_public) {
        ("confirmed", true) => "desk-state-shown",
        ("confirmed", false) => "desk-state-hidden",
        ("held", _) => "desk-state-held",
        ("withdrawn", _) => "desk-state-withdrawn",
        _ => "desk-state-invalidated",
    }
}

/// What a role reads of a signature that not every role does.
struct Seen {
    name: Option<String>,
    email: Option<String>,
    postal_code: Option<String>,
    comment: Option<String>,
}

impl Seen {
    fn of(role: Role, one: &ListedSignature) -> Self {
        let is_shown = one.is_public && one.state == "confirmed";
        Self {
            name: (is_shown || role.sees_hidden_names()).then(|| one.name.clone()),
            email: one.email.clone().filter(|_| role.sees_addresses()),
            postal_code: one.postal_code.clone().filter(|_| role.sees_addresses()),
            comment: one.comment.clone().filter(|_| role.sees_hidden_names()),
        }
    }
}

/// What the address of a page carries on of what was looked for.
fn narrowed(asked: &Asked) -> Vec<(&'static str, String)> {
    [("q", asked.q.trim()), ("state", asked.state.as_str())]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name, value.to_owned()))
        .collect()
}

fn with(path: &str, pairs: &[(&'static str, String)]) -> String {
    match serde_html_form::to_string(pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

/// `GET /desk/campaigns/{campaign}/signatures.csv`: all that the list would show, written while it is sent.
pub async fn export(
    State(app): State<App>,
    member: CampaignMember,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let listing = listing(&member, &asked);
    let change = Change::of("exported", format!("campaign {}", member.campaign.slug))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id)
        .field("role", None, Some(member.role.word()));
    audit::note(&app, change).await?;
    let role = member.role;
    let answer = csv::stream(&format!("{}-signatures.csv", member.campaign.slug), |rows| {
        tokio::spawn(async move {
            if let Err(error) = write(&app, &listing, role, &rows).await {
                tracing::warn!(%error, "an export ended early");
                // Cut off, so that nobody takes a part for the whole.
                let _ = rows.send(Err(std::io::Error::other("the export ended early"))).await;
            }
        });
    });
    Ok(answer)
}

async fn write(app: &App, listing: &Listing, role: Role, rows: &csv::Rows) -> Result<()> {
    let addresses = ["email", "postal_code"].into_iter().filter(|_| role.sees_addresses());
    let comment = ["comment"].into_iter().filter(|_| role.sees_hidden_names());
    let common =
        ["name", "relation", "country", "state", "public", "source", "language", "letter", "confirmed_at"];
    let mut chunk = csv::row(common.into_iter().chain(addresses).chain(comment));
    let mut after = None;
    loop {
        let found =
            store::signatures_listed(&mut app.db.read().await?, listing, after.as_ref(), IN_A_CHUNK).await?;
        for one in &found {
            chunk.push_str(&line(one, role));
        }
        // Whoever went away needs no more of it.
        if rows.send(Ok(std::mem::take(&mut chunk).into())).await.is_err() {
            return Ok(());
        }
        match found.last() {
            Some(last) => after = Some(After { key: last.key.clone(), id: last.id }),
            None => return Ok(()),
        }
    }
}

fn line(one: &ListedSignature, role: Role) -> String {
    let seen = Seen::of(role, one);
    let when =
        jiff::Timestamp::from_microsecond(one.confirmed_at).map(|at| at.to_string()).unwrap_or_default();
    let mut cells = vec![
        seen.name.unwrap_or_default(),
        one.relation.clone().unwrap_or_default(),
        one.country.clone().unwrap_or_default(),
        one.state.clone(),
        if one.is_public { "1" } else { "0" }.to_owned(),
        one.source.clone().unwrap_or_default(),
        one.language.clone(),
        one.letter.clone(),
        when,
    ];
    if role.sees_addresses() {
        cells.extend([seen.email.unwrap_or_default(), seen.postal_code.unwrap_or_default()]);
    }
    if role.sees_hidden_names() {
        cells.push(seen.comment.unwrap_or_default());
    }
    csv::row(cells.iter().map(String::as_str))
}
