//! How long a campaign keeps what, and what goes when: as it is saved, or as somebody would have it.

use super::store;
use crate::accounts::Role;
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::clock::DAY;
use crate::error::Result;
use crate::people::declaration::Until;
use crate::privacy::retention::{Days, Due, due_in};
use crate::privacy::store::{Kept, keep, kept};
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::desk::{DeskPage, Nav, pages_of_the_desk};
use crate::web::i18n::{Markup, Say};
use crate::web::layout::{Frame, Page};
use crate::web::{forms, natural};
use askama::Template;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "desk/retention.html")]
pub struct RetentionPage {
    pub frame: Frame,
    pub nav: Nav,
    pub campaign: String,
    pub note: String,
    /// Where the form saves, and where it only looks.
    pub save: String,
    pub look: String,
    pub lang: Option<&'static str>,
    pub manages: bool,
    pub fields: Vec<Field>,
    pub version: i64,
    /// Somebody was quicker: what each field stands at, and what was wanted.
    pub changed: Vec<(String, String, String)>,
    pub preview: Markup,
    pub lines: Vec<Line>,
    pub end: Markup,
}

pub struct Field {
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub error: String,
}

/// One sort of thing: how long it is kept, and how much goes within a day, a week, a month.
pub struct Line {
    pub what: String,
    pub kept: String,
    pub within: [u64; 3],
}

pages_of_the_desk! {
    RetentionPage: |page| page.frame.say.with("desk-retention-headline", &[("campaign", &page.campaign)]);
}

/// What was typed: into the form that saves, or to look what would go.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Typed {
    mails: String,
    withdrawn: String,
    ended: String,
    version: String,
    look: String,
    done: String,
}

impl Typed {
    fn of(days: &Days) -> Self {
        Self {
            mails: days.mails.to_string(),
            withdrawn: days.withdrawn.to_string(),
            ended: days.ended.map(|days| days.to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The days, where each is a number within its bounds; else which are not.
    fn days(&self) -> std::result::Result<Days, [bool; 3]> {
        // No number at all lies out of every bound.
        let number = |typed: &str| typed.trim().parse().unwrap_or(-1);
        let ended = Some(self.ended.trim()).filter(|typed| !typed.is_empty()).map(number);
        let days = Days { mails: number(&self.mails), withdrawn: number(&self.withdrawn), ended };
        if days.fit() == [true; 3] { Ok(days) } else { Err(days.fit()) }
    }
}

fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/retention", member.campaign.slug)
}

/// `GET /desk/campaigns/{campaign}/retention`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Query(typed): Query<Typed>,
) -> Result<Response> {
    let kept = kept(&mut app.db.read().await?, member.campaign.id).await?;
    let say = member.here.language.say();
    if typed.look.is_empty() {
        let mut page = page(&app, &member, &kept, &kept.days, &Typed::of(&kept.days)).await?;
        if typed.done == "saved" {
            page.note = say.text("desk-retention-saved");
        }
        return private(StatusCode::OK, &page);
    }
    match typed.days() {
        Ok(days) => {
            let mut page = page(&app, &member, &kept, &days, &typed).await?;
            page.preview = Markup::words(&say.text("desk-retention-preview-typed"));
            private(StatusCode::OK, &page)
        }
        Err(fit) => refused(&app, &member, &kept, &typed, fit).await,
    }
}

/// `POST /desk/campaigns/{campaign}/retention/days`
pub async fn save(State(app): State<App>, member: CampaignMember, body: Bytes) -> Result<Response> {
    let typed: Typed = forms::read(&body)?;
    let (campaign, version) = (&member.campaign, typed.version.parse().unwrap_or(0));
    let before = kept(&mut app.db.read().await?, campaign.id).await?;
    let days = match typed.days() {
        Ok(days) => days,
        Err(fit) => return refused(&app, &member, &before, &typed, fit).await,
    };
    let (was, is) = (Typed::of(&before.days), Typed::of(&days));
    let change = Change::of("retention-changed", format!("campaign {}", campaign.slug))
        .by(member.here.account.id)
        .in_group(campaign.group.id)
        .field("mails", Some(&was.mails), Some(&is.mails))
        .field("withdrawn", Some(&was.withdrawn), Some(&is.withdrawn))
        .field("ended", Some(&was.ended), Some(&is.ended));
    let place = (campaign.id, campaign.group.id);
    let saved = before.version == version
        && audit::doing(&app, change, days, move |c, days, now| Box::pin(keep(c, place, version, days, now)))
            .await?;
    if saved {
        app.notices.forget(campaign.id);
        return Ok(see_other(&member.here.at(&format!("{}?done=saved", path(&member)))));
    }
    let standing = kept(&mut app.db.read().await?, campaign.id).await?;
    let mut page = page(&app, &member, &standing, &days, &typed).await?;
    let stands = Typed::of(&standing.days);
    page.changed =
        [(&stands.mails, &is.mails), (&stands.withdrawn, &is.withdrawn), (&stands.ended, &is.ended)]
            .into_iter()
            .zip(&page.fields)
            .filter(|((stands, wanted), _)| stands != wanted)
            .map(|((stands, wanted), field)| (field.label.clone(), stands.clone(), wanted.clone()))
            .collect();
    private(StatusCode::CONFLICT, &page)
}

async fn refused(
    app: &App,
    member: &CampaignMember,
    kept: &Kept,
    typed: &Typed,
    fit: [bool; 3],
) -> Result<Response> {
    let mut page = page(app, member, kept, &kept.days, typed).await?;
    let say = member.here.language.say();
    for ((field, fits), (fewest, most)) in page.fields.iter_mut().zip(fit).zip(Days::bounds()) {
        if !fits {
            let bounds = [natural(fewest), natural(most)];
            field.error = say.with("desk-retention-error", &[("fewest", &bounds[0]), ("most", &bounds[1])]);
        }
    }
    private(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// `days` are those whose preview is shown.
async fn page(
    app: &App,
    member: &CampaignMember,
    kept: &Kept,
    days: &Days,
    typed: &Typed,
) -> Result<RetentionPage> {
    let (here, campaign) = (&member.here, &member.campaign);
    let say = here.language.say();
    let running = app.directory.even_a_draft(app, &campaign.slug).await?;
    let now = app.clock.now();
    let mut c = app.db.read().await?;
    let due = due_in(&mut c, campaign.id, days, now).await?;
    let signatures = natural(store::signatures_of_campaign(&mut c, campaign.id).await?);
    drop(c);
    let title = running.map(|running| running.texts(running.spoken(Some(here.language))).title.clone());
    let path = path(member);
    Ok(RetentionPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        campaign: title.unwrap_or_else(|| campaign.slug.clone()),
        note: String::new(),
        save: here.at(&format!("{path}/days")),
        look: path,
        lang: here.asked_language.then(|| here.language.tag()),
        manages: member.role == Role::Owner,
        fields: fields(&say, typed),
        version: kept.version,
        changed: Vec::new(),
        preview: Markup::words(&say.text("desk-retention-preview-stands")),
        lines: due.iter().map(|one| line(&say, one)).collect(),
        end: end(&say, kept, days, signatures),
    })
}

fn fields(say: &Say, typed: &Typed) -> Vec<Field> {
    let field = |((name, label, hint), value): ((&'static str, &str, &str), &String)| Field {
        name,
        label: say.text(label),
        hint: say.text(hint),
        value: value.clone(),
        error: String::new(),
    };
    [
        ("mails", "desk-retention-mails", "desk-retention-mails-hint"),
        ("withdrawn", "desk-retention-withdrawn", "desk-retention-withdrawn-hint"),
        ("ended", "desk-retention-ended", "desk-retention-ended-hint"),
    ]
    .into_iter()
    .zip([&typed.mails, &typed.withdrawn, &typed.ended])
    .map(field)
    .collect()
}

fn line(say: &Say, due: &Due) -> Line {
    let what = match due.retention.name() {
        "link_request" => "desk-retention-of-link-request",
        "mail" => "desk-retention-of-mail",
        "signature" => "desk-retention-of-signature",
        "consent" => "desk-retention-of-consent",
        _ => "desk-retention-of-sign-on",
    };
    let kept = match due.retention.until {
        Until::Withdrawn { .. } => "desk-retention-kept-withdrawn",
        _ => "desk-retention-kept-made",
    };
    Line {
        what: say.text(what),
        kept: say.with(kept, &[("days", &natural(due.retention.days()))]),
        within: due.within.map(|(_, rows)| natural(rows)),
    }
}

/// What becomes of who signed, once the campaign is closed.
fn end(say: &Say, kept: &Kept, days: &Days, signatures: u64) -> Markup {
    match (days.ended, kept.ended_at) {
        (None, _) => say.html("desk-retention-end-never", "count", signatures),
        (Some(days), None) => {
            say.html_of_two("desk-retention-end-open", ("days", &natural(days)), ("count", &signatures))
        }
        (Some(days), Some(ended_at)) => {
            let day = say.day(ended_at + days * DAY, "UTC");
            say.html_of_two("desk-retention-end-closed", ("day", &day), ("count", &signatures))
        }
    }
}
