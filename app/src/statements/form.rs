//! What is typed into the forms of statements, and the checks that make a statement of it or say what is wrong.

use super::{HIDDEN_MOST, SPEAKER_MOST};
use crate::campaigns::definition::StatementKind;
use crate::campaigns::record::{MOST_WORDS, On};
use crate::signatures::names::{TextFault, is_unprintable, length_fault, line_fault};
use crate::web::i18n::Say;
use serde::Deserialize;
use url::Url;

/// A statement as the desk enters it. Unknown fields are ignored, missing ones are empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct StatementForm {
    pub kind: String,
    pub whom: String,
    pub on: String,
    pub how: String,
    pub words: String,
    pub language: String,
    pub source_name: String,
    pub source_url: String,
    /// Key of the question that a reply answers.
    pub answers: String,
    /// What the page was made from, where it corrects: nobody saves over what they have not seen.
    pub seen: String,
}

/// A reply as it is sent behind a private link.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReplyForm {
    pub speaker: String,
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Kind,
    Whom,
    On,
    How,
    Words,
    SourceName,
    SourceUrl,
    Answers,
    Speaker,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooLong(usize),
    /// A control character, or one that turns the direction of what follows.
    Unprintable,
    KindUnknown,
    NoDay,
    Ahead,
    NoAddress,
    /// Said publicly, and nowhere to be read.
    SourceMissing,
    UrlUnusable,
    QuestionUnknown,
    /// As many links as one address may get in a day.
    TooManyLinks,
}

/// What is entered or sent, once it has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub kind: StatementKind,
    pub whom: String,
    pub on: String,
    pub how: String,
    pub words: String,
    pub language: String,
    pub source_name: String,
    pub source_url: String,
    pub answers: String,
}

pub type Faults = Vec<(Field, Fault)>;

impl Field {
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Whom => "whom",
            Self::On => "on",
            Self::How => "how",
            Self::Words => "words",
            Self::SourceName => "source_name",
            Self::SourceUrl => "source_url",
            Self::Answers => "answers",
            Self::Speaker => "speaker",
        }
    }

    pub fn label(self, say: &Say) -> String {
        say.text(match self {
            Self::Kind => "statements-kind",
            Self::Whom => "statements-whom",
            Self::On => "statements-on",
            Self::How => "statements-how",
            Self::Words => "statements-words",
            Self::SourceName => "statements-source-name",
            Self::SourceUrl => "statements-source-url",
            Self::Answers => "statements-answers",
            Self::Speaker => "statements-speaker",
        })
    }
}

impl Fault {
    fn of(fault: TextFault) -> Self {
        match fault {
            TextFault::Unprintable => Self::Unprintable,
            TextFault::TooLong(most) => Self::TooLong(most),
        }
    }

    pub fn words(self, say: &Say) -> String {
        match self {
            Self::Missing => say.text("statements-fault-missing"),
            Self::TooLong(most) => {
                say.with("statements-fault-too-long", &[("most", &u64::try_from(most).unwrap_or(u64::MAX))])
            }
            Self::Unprintable => say.text("statements-fault-unprintable"),
            Self::KindUnknown => say.text("statements-fault-kind"),
            Self::NoDay => say.text("statements-fault-day"),
            Self::Ahead => say.text("statements-fault-ahead"),
            Self::NoAddress => say.text("statements-fault-email"),
            Self::SourceMissing => say.text("statements-fault-source"),
            Self::UrlUnusable => say.text("statements-fault-url"),
            Self::QuestionUnknown => say.text("statements-fault-question"),
            Self::TooManyLinks => say.text("statements-fault-links"),
        }
    }

    /// What the log calls it.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Missing => "statement-field-missing",
            Self::TooLong(_) => "statement-field-too-long",
            Self::Unprintable => "statement-field-unprintable",
            Self::KindUnknown => "statement-kind-unknown",
            Self::NoDay => "statement-no-day",
            Self::Ahead => "statement-ahead",
            Self::NoAddress => "statement-no-address",
            Self::SourceMissing => "statement-source-missing",
            Self::UrlUnusable => "statement-url-unusable",
            Self::QuestionUnknown => "statement-question-unknown",
            Self::TooManyLinks => "statement-too-many-links",
        }
    }
}

/// What the check of a statement has to know besides what was typed.
pub struct Around<'a> {
    /// `2018-09-10` in the campaign's zone.
    pub today: &'a str,
    /// Keys of the questions that there are.
    pub questions: &'a [String],
    /// The campaign's languages, its own first.
    pub languages: &'a [String],
}

/// What is entered, or every fault in the order of the fields.
pub fn check(form: &StatementForm, around: &Around) -> Result<Said, Faults> {
    let mut faults = Faults::new();
    let mut note = |field, fault: Option<Fault>| faults.extend(fault.map(|fault| (field, fault)));
    let kind = StatementKind::parse(form.kind.trim());
    note(Field::Kind, kind.is_none().then_some(Fault::KindUnknown));
    let answers = form.answers.trim();
    let is_reply = kind == Some(StatementKind::Replied);
    let unknown = is_reply && !answers.is_empty() && !around.questions.iter().any(|key| key == answers);
    note(Field::Answers, unknown.then_some(Fault::QuestionUnknown));
    let (whom, how) = (form.whom.trim(), form.how.trim());
    note(Field::Whom, needed(whom).or_else(|| line(whom, 120)));
    let on = form.on.trim();
    note(Field::On, day_fault(on, around.today));
    note(Field::How, line(how, 300));
    let words = lines_of(&form.words);
    note(Field::Words, needed(&words).or_else(|| text(&words, MOST_WORDS)));
    let (source_name, source_url) = (form.source_name.trim(), form.source_url.trim());
    let is_public = kind == Some(StatementKind::Said);
    let no_source = is_public && source_name.is_empty();
    note(Field::SourceName, no_source.then_some(Fault::SourceMissing).or_else(|| line(source_name, 200)));
    note(Field::SourceUrl, url_fault(source_url));
    match kind {
        Some(kind) if faults.is_empty() => Ok(Said {
            kind,
            whom: whom.to_owned(),
            on: on.to_owned(),
            how: how.to_owned(),
            words,
            language: language(&form.language, around.languages),
            source_name: source_name.to_owned(),
            source_url: source_url.to_owned(),
            answers: if is_reply { answers.to_owned() } else { String::new() },
        }),
        _ => Err(faults),
    }
}

/// A language of the campaign; its own where another is named.
pub fn language(typed: &str, languages: &[String]) -> String {
    let known = languages.iter().find(|tag| tag.as_str() == typed.trim());
    known.or(languages.first()).cloned().unwrap_or_else(|| "en".to_owned())
}

/// The words of a reply and who speaks, as they were sent; nothing of them is changed but line ends and the
/// white space around them.
pub fn check_reply(form: &ReplyForm) -> Result<(String, String), Faults> {
    let (words, speaker) = (lines_of(&form.words), form.speaker.trim());
    let mut faults = Faults::new();
    let wrong = needed(&words).or_else(|| text(&words, MOST_WORDS));
    faults.extend(wrong.map(|fault| (Field::Words, fault)));
    faults.extend(line(speaker, SPEAKER_MOST).map(|fault| (Field::Speaker, fault)));
    if faults.is_empty() { Ok((words, speaker.to_owned())) } else { Err(faults) }
}

/// Why a reply is hidden, which everybody reads.
pub fn check_hidden(why: &str) -> Option<Fault> {
    needed(why.trim()).or_else(|| line(why.trim(), HIDDEN_MOST))
}

pub fn lines_of(typed: &str) -> String {
    typed.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

fn day_fault(on: &str, today: &str) -> Option<Fault> {
    match On::parse(on) {
        None if on.is_empty() => Some(Fault::Missing),
        None => Some(Fault::NoDay),
        Some(day) => day.is_after(today).then_some(Fault::Ahead),
    }
}

fn url_fault(url: &str) -> Option<Fault> {
    if url.is_empty() {
        return None;
    }
    let parsed = Url::parse(url).ok().filter(|_| url.len() <= 500 && !url.chars().any(char::is_whitespace));
    let is_web = parsed.is_some_and(|url| {
        matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| host.contains('.'))
    });
    (!is_web || url.chars().any(is_unprintable)).then_some(Fault::UrlUnusable)
}

/// What shows nothing is missing.
fn needed(words: &str) -> Option<Fault> {
    let shows = |c: char| !c.is_whitespace() && !is_unprintable(c);
    (!words.chars().any(shows)).then_some(Fault::Missing)
}

/// One line.
fn line(words: &str, most: usize) -> Option<Fault> {
    line_fault(words, most).map(Fault::of)
}

/// As many lines as were typed.
fn text(words: &str, most: usize) -> Option<Fault> {
    if words.chars().any(|c| is_unprintable(c) && c != '\n' && c != '\t') {
        return Some(Fault::Unprintable);
    }
    length_fault(words, most).map(Fault::of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> StatementForm {
        StatementForm {
            kind: "asked".to_owned(),
            whom: "Example Company".to_owned(),
            on: "2018-09-01".to_owned(),
            words: "Will you end it?\r\nWhen?".to_owned(),
            ..StatementForm::default()
        }
    }

    fn around() -> Around<'static> {
        Around { today: "2018-09-10", questions: &[], languages: &[] }
    }

    #[test]
    fn words_keep_their_lines_and_everything_else_is_one_line() {
        let said = check(&filled(), &around()).unwrap();
        assert_eq!(said.words, "Will you end it?\nWhen?");
        let whom = StatementForm { whom: "a\nb".to_owned(), ..filled() };
        assert_eq!(check(&whom, &around()).unwrap_err(), [(Field::Whom, Fault::Unprintable)]);
    }

    #[test]
    fn every_fault_is_told_at_its_field_in_order() {
        let faults = check(&StatementForm::default(), &around()).unwrap_err();
        let told: Vec<_> = faults.iter().map(|(field, fault)| (field.name(), *fault)).collect();
        assert_eq!(
            told,
            [
                ("kind", Fault::KindUnknown),
                ("whom", Fault::Missing),
                ("on", Fault::Missing),
                ("words", Fault::Missing)
            ]
        );
        let said = StatementForm {
            kind: "said".to_owned(),
            on: "2018-09-11".to_owned(),
            source_url: "javascript:alert(1)".to_owned(),
            ..filled()
        };
        assert_eq!(
            check(&said, &around()).unwrap_err(),
            [
                (Field::On, Fault::Ahead),
                (Field::SourceName, Fault::SourceMissing),
                (Field::SourceUrl, Fault::UrlUnusable)
            ]
        );
        let reply = StatementForm { kind: "replied".to_owned(), answers: "nothing".to_owned(), ..filled() };
        assert_eq!(check(&reply, &around()).unwrap_err(), [(Field::Answers, Fault::QuestionUnknown)]);
    }

    #[test]
    fn a_reply_is_taken_as_it_was_sent() {
        let sent = ReplyForm { speaker: " Ada ".to_owned(), words: " We  will\r\n\r\n*not*. ".to_owned() };
        assert_eq!(check_reply(&sent).unwrap(), ("We  will\n\n*not*.".to_owned(), "Ada".to_owned()));
        let long = ReplyForm { words: "a".repeat(MOST_WORDS + 1), ..ReplyForm::default() };
        assert_eq!(check_reply(&long).unwrap_err(), [(Field::Words, Fault::TooLong(MOST_WORDS))]);
        assert_eq!(check_reply(&ReplyForm::default()).unwrap_err(), [(Field::Words, Fault::Missing)]);
    }
}
