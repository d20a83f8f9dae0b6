//! Statements as pages show them: on the campaign's own and on the press page, by `record.html`.

use super::definition::is_paper;
use super::directory::Running;
use super::record::{Entry, On, Question, Waiting};
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
    /// The words' language and direction, where it is not the page's.
    pub lang: Option<(String, &'static str)>,
    pub translation: String,
    pub source: Option<Named>,
    /// What the picture shows that shows it, or the name of the PDF, and where it is.
    pub file: Option<Named>,
    pub speaker: String,
    pub by_link: bool,
    /// Why the organisers hide it.
    pub hidden: Option<String>,
    /// The question as it was sent, where the page shows another or none.
    pub asked_words: String,
}

#[derive(Clone, Debug)]
pub struct QuestionShown {
    pub asked: EntryShown,
    pub replies: Vec<EntryShown>,
    /// “No reply for 9 days.”
    pub waiting: Option<Markup>,
}

pub fn question(question: &Question, campaign: &Running, say: &Say) -> QuestionShown {
    let replies = question.replies.iter().map(|reply| {
        let shown = entry(reply, campaign, say);
        let is_same = shown.asked_words == question.asked.words;
        EntryShown { asked_words: if is_same { String::new() } else { shown.asked_words }, ..shown }
    });
    QuestionShown {
        asked: entry(&question.asked, campaign, say),
        replies: replies.collect(),
        waiting: question.waiting.map(|waiting| match waiting {
            Waiting::Days(days) => say.html("campaigns-record-no-reply", "days", days),
            Waiting::AtLeast(days) => say.html("campaigns-record-no-reply-at-least", "days", days),
            Waiting::SoFar => Markup::words(&say.text("campaigns-record-no-reply-so-far")),
        }),
    }
}

pub fn entry(entry: &Entry, campaign: &Running, say: &Say) -> EntryShown {
    let definition = &campaign.definition;
    let lang = entry.lang.as_deref().and_then(Language::parse);
    let file = entry.file.as_ref().and_then(|file| {
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
        lang: lang.map(|language| (language.tag().to_owned(), language.dir())),
        translation: entry.translation.clone(),
        source: entry.source.clone().map(|(name, url)| Named { name, url }),
        file,
        if is_paper(file) {
            let url = format!("/campaigns/{}/papers/{file}", definition.slug);
            return Some(Named { name: file.clone(), url });
        }
        speaker: entry.speaker.clone(),
        by_link: entry.by_link,
        hidden: entry.hidden.clone(),
        asked_words: entry.asked_words.clone(),
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
