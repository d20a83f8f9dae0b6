//! Statements as pages show them: on the campaign's own and on the press page, by `record.html`.

use super::definition::is_paper;
use super::directory::Running;
use super::record::{ByLink, Entry, On, Question, Waiting};
use crate::web::i18n::{Language, Markup, Say};
use crate::web::layout::Named;

/// A statement in a page's words.
#[derive(Clone, Debug)]
pub struct EntryShown {
    /// What it is reached by on the press page: `#statement-…`.
    pub anchor: String,
    /// “Salesforce was asked”, “Reply of Salesforce”.
    pub title: Markup,
    pub when: String,
    pub how: String,
    /// With its line breaks.
    pub words: String,
    /// The words' language, where it is known and not the page's.
    pub lang: Option<String>,
    pub translation: String,
    pub source: Option<Named>,
    /// What the picture shows that shows it, or the name of the PDF, and where it is.
    pub file: Option<Named>,
    pub speaker: String,
    /// By what it came, where it came behind a private link.
    pub by_link: Option<Markup>,
    /// Why the organisers hide it.
    pub hidden: Option<String>,
    /// The question as it was sent, where the page shows another or none.
    pub asked_words: String,
    /// The language of those, where it is known and not the page's.
    pub asked_lang: Option<String>,
}

#[derive(Clone, Debug)]
pub struct QuestionShown {
    pub asked: EntryShown,
    pub replies: Vec<EntryShown>,
    /// “No reply for 9 days.”
    pub waiting: Option<Markup>,
}

pub fn question(question: &Question, campaign: &Running, say: &Say) -> QuestionShown {
    let mut replies: Vec<_> = question.replies.iter().map(|reply| entry(reply, campaign, say)).collect();
    // The question stands above them, in whichever language it was sent.
    for reply in replies.iter_mut().filter(|reply| question.asked.wordings.contains(&reply.asked_words)) {
        reply.asked_words.clear();
    }
    ask_once(&mut replies);
    QuestionShown {
        asked: entry(&question.asked, campaign, say),
        replies,
        waiting: question.waiting.map(|waiting| match waiting {
            Waiting::Days(days) => say.html("campaigns-record-no-reply", "days", days),
            Waiting::AtLeast(days) => say.html("campaigns-record-no-reply-at-least", "days", days),
            Waiting::SoFar => Markup::words(&say.text("campaigns-record-no-reply-so-far")),
        }),
    }
}

/// Of replies to one question that follow each other, the first alone repeats it.
pub fn ask_once(replies: &mut [EntryShown]) {
    let mut before = String::new();
    for reply in replies {
        let asked = reply.asked_words.clone();
        if asked == before {
            reply.asked_words.clear();
        }
        before = asked;
    }
}

pub fn entry(entry: &Entry, campaign: &Running, say: &Say) -> EntryShown {
    let definition = &campaign.definition;
    let known = |tag: &str| Language::parse(tag).map(|language| language.tag().to_owned());
    let file = entry.file.as_ref().and_then(|file| {
        if is_paper(file) {
            let url = format!("/campaigns/{}/papers/{file}", definition.slug);
            return Some(Named { name: file.clone(), url });
        }
        let picture = definition.pictures.iter().find(|picture| picture.file == *file)?;
        Some(Named {
            name: picture.alt.get(say.language().tag()).cloned().unwrap_or_default(),
            url: format!("/campaigns/{}/pictures/{file}", definition.slug),
        })
    });
    EntryShown {
        anchor: anchor(&entry.key),
        title: title(entry, say),
        when: when(&entry.on, say),
        how: entry.how.clone(),
        words: entry.words.clone(),
        lang: entry.lang.as_deref().and_then(known),
        translation: entry.translation.clone(),
        source: entry.source.clone().map(|(name, url)| Named { name, url }),
        file,
        speaker: entry.speaker.clone(),
        by_link: entry.by_link.as_ref().map(|link| by_link(link, &definition.time_zone, say)),
        hidden: entry.hidden.clone(),
        asked_words: entry.asked_words.clone(),
        asked_lang: known(&entry.asked_language).filter(|tag| tag != say.language().tag()),
    }
}

/// What is known of the link by which a reply came: that it was mailed, to which domain and when; not who replied.
fn by_link(link: &ByLink, zone: &str, say: &Say) -> Markup {
    match &link.mailed {
        Some((domain, at)) => say.html_of_two(
            "campaigns-record-by-link-mailed",
            ("domain", domain),
            ("day", &say.day(*at, zone)),
        ),
        None => Markup::words(&say.text("campaigns-record-by-link")),
    }
}

pub fn anchor(key: &str) -> String {
    format!("statement-{}", key.trim_start_matches('~'))
}

pub fn title(entry: &Entry, say: &Say) -> Markup {
    use super::definition::StatementKind;
    let key = match entry.kind {
        StatementKind::Asked => "campaigns-record-asked",
        StatementKind::Replied => "campaigns-record-replied",
        StatementKind::Said => "campaigns-record-said",
    };
    say.html(key, "whom", &entry.whom)
}

/// The day, month or year as the language writes it.
pub fn when(on: &str, say: &Say) -> String {
    let Some(on) = On::parse(on) else { return String::new() };
    // Noon in UTC is on that day there.
    let micros = on.first().at(12, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC);
    let micros = micros.map_or(0, |noon| noon.timestamp().as_microsecond());
    match on {
        On::Day(_) => say.day(micros, "UTC"),
        On::Month(_) => say.month(micros, "UTC"),
        On::Year(date) => date.year().to_string(),
    }
}
