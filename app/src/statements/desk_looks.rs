//! What statements look like at the desk: the list, and one of them with what can be done with it.

use super::desk_pages::{FormShown, Hiding, LinkShown, ListPage, OnePage, Row, SentShown, kind_name};
use super::form::StatementForm;
use super::{Sent, press, store};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::campaigns::definition::{ReplyPlace, StatementKind};
use crate::campaigns::directory::Running;
use crate::campaigns::record::{self, Entry, Kept, Record};
use crate::campaigns::record_shown;
use crate::campaigns::store::{statement_in, statements};
use crate::clock::day;
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::i18n::{Language, Say};
use crate::web::layout::Named;
use std::sync::Arc;

/// Characters of what was asked or said that stand in the list.
const BEGINNING: usize = 120;

pub fn path(member: &CampaignMember) -> String {
    format!("/desk/campaigns/{}/statements", member.campaign.slug)
}

/// A statement's own page at the desk.
pub fn path_of(member: &CampaignMember, key: &str) -> String {
    format!("{}/{key}", path(member))
}

pub async fn campaign(app: &App, member: &CampaignMember) -> Result<Arc<Running>> {
    app.directory.even_a_draft(app, &member.campaign.slug).await?.ok_or(Error::NotFound)
}

/// The language in which the desk shows a campaign's words.
fn spoken(campaign: &Running, member: &CampaignMember) -> Language {
    campaign.spoken(Some(member.here.language))
}

pub async fn list_page(app: &App, member: &CampaignMember, form: FormShown) -> Result<ListPage> {
    let campaign = campaign(app, member).await?;
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let rows = statements(&mut app.db.read().await?, campaign.id).await?;
    let language = spoken(&campaign, member);
    let today = day(app.clock.now(), &campaign.definition.time_zone);
    let record = Record::of(&campaign.definition, language.tag(), &rows, &today);
    let mut shown = Vec::new();
    for question in &record.questions {
        let waiting = record_shown::question(question, &campaign, &say).waiting;
        shown.push(Row { waiting, ..row(&question.asked, member, &say) });
        shown.extend(question.replies.iter().map(|reply| row(reply, member, &say)));
    }
    shown.extend(record.replies.iter().chain(&record.said).map(|entry| row(entry, member, &say)));
    Ok(ListPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &list),
        title: campaign.texts(language).title.clone(),
        note: String::new(),
        press: Named { name: say.text("statements-desk-press"), url: press::path(&campaign, language) },
        rows: shown,
        enter: FormShown {
            action: here.at(&format!("{list}/entries")),
            button: "statements-enter-button",
            ..with_choices(form, &campaign, &rows, language)
        },
    })
}

/// The form with the questions and languages that can be chosen.
fn with_choices(form: FormShown, campaign: &Running, rows: &[Kept], language: Language) -> FormShown {
    let questions = questions(campaign, rows, language);
    FormShown { questions, languages: languages(campaign), ..form }
}

fn languages(campaign: &Running) -> Vec<(&'static str, &'static str)> {
    let tags = &campaign.definition.languages;
    let all = tags.iter().filter_map(|tag| Language::parse(tag));
    let all: Vec<_> = all.map(|language| (language.tag(), language.native_name())).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

fn questions(campaign: &Running, rows: &[Kept], language: Language) -> Vec<(String, String)> {
    let entries = record::entries(&campaign.definition, language.tag(), rows);
    let asked = entries.into_iter().filter(|entry| entry.kind == StatementKind::Asked);
    asked.map(|entry| (entry.key, format!("{}: {}", entry.whom, beginning(&entry.words)))).collect()
}

/// Keys of the questions of a campaign.
pub fn keys_of_questions(campaign: &Running, rows: &[Kept]) -> Vec<String> {
    questions(campaign, rows, campaign.default_language()).into_iter().map(|(key, _)| key).collect()
}

fn row(entry: &Entry, member: &CampaignMember, say: &Say) -> Row {
    let is_row = record::row_of_key(&entry.key).is_some();
    let from = match (is_row, entry.by_link.is_some(), entry.hidden.is_some()) {
        (_, true, true) => "statements-from-link-hidden",
        (_, true, false) => "statements-from-link",
        (true, false, _) => "statements-from-desk",
        (false, false, _) => "statements-from-files",
    };
    Row {
        whom: Named { name: entry.whom.clone(), url: member.here.at(&path_of(member, &entry.key)) },
        kind: kind_name(say, entry.kind),
        when: record_shown::when(&entry.on, say),
        words: beginning(&entry.words),
        from: say.text(from),
        waiting: None,
    }
}

fn beginning(words: &str) -> String {
    let mut begins: String = words.chars().take(BEGINNING).collect();
    if begins.len() < words.len() {
        begins.push('…');
    }
    begins
}

/// A statement by its key: of a row, or of the campaign's files.
pub struct Found {
    pub campaign: Arc<Running>,
    pub entry: Entry,
    /// Nothing where it stands in the files.
    pub row: Option<Kept>,
    pub rows: Vec<Kept>,
}

pub async fn find(app: &App, member: &CampaignMember, key: &str) -> Result<Found> {
    let campaign = campaign(app, member).await?;
    let language = spoken(&campaign, member);
    let mut c = app.db.read().await?;
    let row = match record::row_of_key(key) {
        Some(id) => Some(statement_in(&mut c, campaign.id, id).await?.ok_or(Error::NotFound)?),
        None => None,
    };
    let rows = statements(&mut c, campaign.id).await?;
    drop(c);
    let entries = record::entries(&campaign.definition, language.tag(), &rows);
    let entry = entries.into_iter().find(|entry| entry.key == key).ok_or(Error::NotFound)?;
    Ok(Found { campaign, entry, row, rows })
}

pub async fn page(app: &App, member: &CampaignMember, found: &Found) -> Result<OnePage> {
    let here = &member.here;
    let say = here.language.say();
    let (campaign, row) = (&found.campaign, found.row.as_ref());
    let own = path_of(member, &found.entry.key);
    let mut entry = record_shown::entry(&found.entry, campaign, &say);
    // Who works here sees what is hidden.
    entry.words = row.map_or(entry.words, |row| row.words.clone());
    entry.speaker = row.map_or(entry.speaker, |row| row.speaker.clone());
    let entered = row.filter(|row| row.by_link.is_none());
    let language = spoken(campaign, member);
    let correct = entered.map(|row| FormShown {
        action: here.at(&format!("{own}/words")),
        button: "statements-correct-button",
        ..with_choices(standing(row), campaign, &found.rows, language)
    });
    let to_end = |link: &Sent| here.at(&format!("{own}/links/{}/ending", link.id));
    let link = if found.entry.kind == StatementKind::Asked {
        Some(links(app, found, &say, to_end).await?)
    } else {
        None
    };
    let came_by = match row.filter(|row| row.by_link.is_some()) {
        Some(row) => store::link_of(&mut app.db.read().await?, row.id).await?,
        None => None,
    };
    let came_by = came_by.map(|link| sent_shown(&link, campaign, app.clock.now(), &say, to_end(&link)));
    Ok(OnePage {
        nav: nav::nav(here, &path(member)),
        frame: nav::frame(app, here, &own),
        note: String::new(),
        conflict: false,
        in_files: row.is_none(),
        correct,
        hiding: row.filter(|row| row.by_link.is_some()).map(|row| Hiding {
            is_hidden: row.hidden.is_some(),
            why: row.hidden.clone().unwrap_or_default(),
            fault: String::new(),
        }),
        link,
        came_by,
        seen: row.map(|row| row.changed_at.to_string()).unwrap_or_default(),
        entry,
        query: here.at(""),
        path: own,
        back: here.at(&path(member)),
    })
}

/// The form as it would be filled in with what is kept.
fn standing(row: &Kept) -> FormShown {
    let typed = StatementForm {
        kind: row.kind.word().to_owned(),
        whom: row.whom.clone(),
        on: row.on.clone(),
        how: row.how.clone(),
        words: row.words.clone(),
        language: row.language.clone(),
        source_name: row.source_name.clone(),
        source_url: row.source_url.clone(),
        answers: row.answers.clone(),
        seen: row.changed_at.to_string(),
    };
    FormShown { typed, ..FormShown::default() }
}

/// A link with where it is ended.
fn sent_shown(link: &Sent, campaign: &Running, now: i64, say: &Say, end: String) -> SentShown {
    let zone = &campaign.definition.time_zone;
    let until = link.ended_at.unwrap_or(link.until());
    SentShown {
        email: link.email.clone(),
        when: say.moment(link.created_at, zone),
        until: if link.ended_at.is_some() { say.moment(until, zone) } else { say.day(until, zone) },
        is_over: until <= now,
        end,
    }
}

async fn links(app: &App, found: &Found, say: &Say, to_end: impl Fn(&Sent) -> String) -> Result<LinkShown> {
    let campaign = &found.campaign;
    let (press, now) = (&campaign.definition.press, app.clock.now());
    let sent = store::links_for(&mut app.db.read().await?, campaign.id, &found.entry.key).await?;
    Ok(LinkShown {
        languages: languages(campaign),
        language: found
            .row
            .as_ref()
            .map_or_else(|| campaign.default_language().tag().to_owned(), |row| row.language.clone()),
        place: place_key(press.reply_place),
        opens: press.embargo_at(now).map(|(opens, zone)| say.moment(opens, zone)),
        sent: sent.iter().map(|one| sent_shown(one, campaign, now, say, to_end(one))).collect(),
        ..LinkShown::default()
    })
}

/// Where a reply will stand, as whoever sends or gets a link reads it.
pub fn place_key(place: ReplyPlace) -> &'static str {
    match place {
        ReplyPlace::Top => "statements-own-place-top",
        ReplyPlace::WithLetter => "statements-own-place-with-letter",
        ReplyPlace::PressOnly => "statements-own-place-press-only",
    }
}
