//! The record of a campaign: who was asked, who replied, who said something publicly. What the files enter and
//! what is kept in rows come together here, as every page shows it. It never asks a clock or a database.

use super::definition::{ByLanguage, Definition, Source, Statement, StatementKind};
use jiff::civil::Date;

/// Characters of what was asked or said.
pub const MOST_WORDS: usize = 5_000;

/// When something was: the day, or the month or year where no more is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Day(Date),
    /// By its first day.
    Month(Date),
    Year(Date),
}

impl On {
    /// `2018-09-10`, `2018-09` or `2018`.
    pub fn parse(text: &str) -> Option<Self> {
        let exactly = |whole: String| whole.parse::<Date>().ok().filter(|date| date.to_string() == whole);
        let date = match text.len() {
            10 => Self::Day(exactly(text.to_owned())?),
            7 => Self::Month(exactly(format!("{text}-01"))?),
            4 => Self::Year(exactly(format!("{text}-01-01"))?),
            _ => return None,
        };
        Some(date)
    }

    pub fn first(self) -> Date {
        match self {
            Self::Day(date) | Self::Month(date) | Self::Year(date) => date,
        }
    }

    /// The last day that it can have been.
    pub fn last(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(date) => date.last_of_month(),
            Self::Year(date) => date.last_of_year(),
        }
    }

    /// Whether it lies ahead of today (`2018-09-10`).
    pub fn is_after(self, today: &str) -> bool {
        today.parse::<Date>().is_ok_and(|today| self.first() > today)
    }
}

/// How long nobody has replied. It is reckoned from the clock each time, and never written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// Since the day of the question.
    Days(u64),
    /// The day of the question is not known: since the last day that it can have been.
    AtLeast(u64),
    /// It may have been today.
    SoFar,
}

/// Between the question and today (`2018-09-10` in the campaign's zone).
pub fn waiting(on: On, today: &str) -> Waiting {
    let Ok(today) = today.parse::<Date>() else { return Waiting::SoFar };
    let days = today.since(on.last()).map_or(0, |span| i64::from(span.get_days()));
    match (on, u64::try_from(days)) {
        (_, Err(_) | Ok(0)) => Waiting::SoFar,
        (On::Day(_), Ok(days)) => Waiting::Days(days),
        (On::Month(_) | On::Year(_), Ok(days)) => Waiting::AtLeast(days),
    }
}

/// A statement that is kept in a row: entered at the desk, or sent behind a private link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: i64,
    pub kind: StatementKind,
    pub whom: String,
    pub on: String,
    pub how: String,
    /// With the line breaks that were typed.
    pub words: String,
    /// The tag of the language it was written in.
    pub language: String,
    pub source_name: String,
    pub source_url: String,
    /// Key of the question that it replies to; empty where it replies to none.
    pub answers: String,
    /// The question as it was when the link was sent; empty for what was entered at the desk.
    pub asked_words: String,
    /// The language it was sent in; empty where that is not known.
    pub asked_language: String,
    /// Who speaks, as they wrote it behind the link.
    pub speaker: String,
    /// Where it came behind a private link, what is known of that: nobody edits it.
    pub by_link: Option<ByLink>,
    /// Why the organisers hide it, which everybody reads in its place.
    pub hidden: Option<String>,
    pub created_at: i64,
    pub changed_at: i64,
}

/// What is known of the private link by which a reply came. Nothing of it proves who replied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByLink {
    /// The domain of the address that the link was mailed to, and when, in microseconds UTC; of replies that came
    /// before this was kept, nobody knows it any more.
    pub mailed: Option<(String, i64)>,
    /// When the reply came.
    pub came_at: i64,
}

/// What tells a row from the slugs of the files, in which no `~` stands.
pub fn key_of_row(id: i64) -> String {
    format!("~{id}")
}

pub fn row_of_key(key: &str) -> Option<i64> {
    key.strip_prefix('~')?.parse().ok()
}

/// A statement as pages show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The slug of the files, or `~` and the row's number.
    pub key: String,
    pub kind: StatementKind,
    pub whom: String,
    pub on: String,
    pub how: String,
    pub words: String,
    /// The words' language, where it is not the page's.
    pub lang: Option<String>,
    /// What it is in the page's language, where the words are in another and the organisers translated them.
    pub translation: String,
    pub source: Option<(String, String)>,
    /// The picture that shows it.
    pub file: Option<String>,
    pub answers: String,
    pub asked_words: String,
    /// The language of those, where that is known.
    pub asked_language: String,
    pub speaker: String,
    pub by_link: Option<ByLink>,
    pub hidden: Option<String>,
    /// The words in every language they are kept in.
    pub wordings: Vec<String>,
}

/// A question with what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub asked: Entry,
    pub replies: Vec<Entry>,
    /// Where nobody has replied.
    pub waiting: Option<Waiting>,
}

/// All of it, in the order in which it happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    pub questions: Vec<Question>,
    /// Replies to what is not asked here any more, or was asked elsewhere.
    pub replies: Vec<Entry>,
    pub said: Vec<Entry>,
}

impl Record {
    /// `today` is a day in the campaign's zone.
    pub fn of(definition: &Definition, language: &str, rows: &[Kept], today: &str) -> Self {
        let mut record = Self::default();
        let mut all = entries(definition, language, rows);
        all.sort_by_key(|entry| On::parse(&entry.on).map(On::first));
        let (replies, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|entry| entry.kind == StatementKind::Replied);
        for entry in others {
            match entry.kind {
                StatementKind::Asked => {
                    record.questions.push(Question { asked: entry, replies: Vec::new(), waiting: None });
                }
                StatementKind::Replied | StatementKind::Said => record.said.push(entry),
            }
        }
        for reply in replies {
            match record.questions.iter_mut().find(|question| question.asked.key == reply.answers) {
                Some(question) => question.replies.push(reply),
                None => record.replies.push(reply),
            }
        }
        for question in record.questions.iter_mut().filter(|question| question.replies.is_empty()) {
            question.waiting = On::parse(&question.asked.on).map(|on| waiting(on, today));
        }
        record
    }
}

/// Every statement, those of the files first.
pub fn entries(definition: &Definition, language: &str, rows: &[Kept]) -> Vec<Entry> {
    let of_files = definition.statements.iter().map(|one| of_file(one, definition, language));
    of_files.chain(rows.iter().map(|row| of_row(row, language))).collect()
}

/// Statements of rows alone.
pub fn entries_of(rows: &[Kept], language: &str) -> Vec<Entry> {
    rows.iter().map(|row| of_row(row, language)).collect()
}

fn of_file(one: &Statement, definition: &Definition, language: &str) -> Entry {
    let said = |words: &ByLanguage| {
        words.get(language).or_else(|| words.get(definition.default_language())).cloned().unwrap_or_default()
    };
    let original = one.original.as_deref().filter(|tag| *tag != language);
    // Where the original is among the campaign's languages it stands first, as it was said.
    let first = original.and_then(|tag| Some((tag, one.words.get(tag)?)));
    let (words, lang, translation) = match first {
        Some((tag, words)) => (words.clone(), Some(tag.to_owned()), said(&one.words)),
        None => (said(&one.words), None, String::new()),
    };
    let source = |source: &Source| (said(&source.name), source.url.clone().unwrap_or_default());
    Entry {
        key: one.slug.clone(),
        kind: one.kind,
        whom: said(&one.whom),
        on: one.on.clone(),
        how: said(&one.how),
        words,
        lang,
        translation,
        source: one.source.as_ref().map(source),
        file: one.file.clone(),
        answers: one.answers.clone().unwrap_or_default(),
        asked_words: String::new(),
        asked_language: String::new(),
        speaker: String::new(),
        by_link: None,
        hidden: None,
        wordings: one.words.values().cloned().collect(),
    }
}

fn of_row(row: &Kept, language: &str) -> Entry {
    let has_source = !row.source_name.is_empty() || !row.source_url.is_empty();
    Entry {
        key: key_of_row(row.id),
        kind: row.kind,
        whom: row.whom.clone(),
        on: row.on.clone(),
        how: row.how.clone(),
        words: if row.hidden.is_some() { String::new() } else { row.words.clone() },
        // Nobody says in which language a reply by link is: that of the page it was typed on may be another.
        lang: (row.by_link.is_none() && row.language != language).then(|| row.language.clone()),
        translation: String::new(),
        source: has_source.then(|| {
            let name = if row.source_name.is_empty() { &row.source_url } else { &row.source_name };
            (name.clone(), row.source_url.clone())
        }),
        file: None,
        answers: row.answers.clone(),
        asked_words: row.asked_words.clone(),
        asked_language: row.asked_language.clone(),
        // Who spoke is what they wrote, as the words are.
        speaker: if row.hidden.is_some() { String::new() } else { row.speaker.clone() },
        by_link: row.by_link.clone(),
        hidden: row.hidden.clone(),
        wordings: vec![row.words.clone()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_without_a_reply_are_counted_from_the_day_that_is_known() {
        let since = |on: &str, today: &str| waiting(On::parse(on).unwrap(), today);
        assert_eq!(since("2018-09-10", "2018-09-10"), Waiting::SoFar);
        assert_eq!(since("2018-09-10", "2018-09-11"), Waiting::Days(1));
        assert_eq!(since("2018-02-10", "2018-09-11"), Waiting::Days(213));
        assert_eq!(since("2018-09", "2018-09-30"), Waiting::SoFar, "it may have been today");
        assert_eq!(since("2018-09", "2018-10-05"), Waiting::AtLeast(5));
        assert_eq!(since("2017", "2018-01-02"), Waiting::AtLeast(2));
        assert_eq!(since("2018-09-12", "2018-09-10"), Waiting::SoFar, "a clock that was set back");
    }

    #[test]
    fn a_day_is_written_in_one_way_only() {
        for wrong in
            ["", "2018-9-10", "10.09.2018", "2018-13", "18", "2018-02-30", "2018-09-10T", "+201809-01"]
        {
            assert_eq!(On::parse(wrong), None, "{wrong}");
        }
        assert!(On::parse("2018-10").unwrap().is_after("2018-09-30"));
        assert!(!On::parse("2018-09").unwrap().is_after("2018-09-01"));
    }

    #[test]
    fn a_row_is_never_taken_for_a_slug() {
        assert_eq!(row_of_key(&key_of_row(12)), Some(12));
        assert_eq!(row_of_key("12"), None);
    }
}
