//! What is typed into the forms of statements, and the checks that make a statement of it or say what is wrong.

pub use super::fault::{Fault, Field};
use super::{HIDDEN_MOST, SPEAKER_MOST};
use crate::campaigns::definition::StatementKind;
use crate::campaigns::record::{MOST_WORDS, On};
use crate::signatures::names::{is_unprintable, length_fault, line_fault};
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
    faults.extend(wrong.map(|fault| (Field::Reply, fault)));
    faults.extend(line(speaker, SPEAKER_MOST).map(|fault| (Field::Speaker, fault)));
    if faults.is_empty() { Ok((words, speaker.to_owned())) } else { Err(faults) }
}

/// Whether words are longer than what is left of a link, which all replies by it share.
pub fn is_longer(words: &str, left: usize) -> bool {
    length_fault(words, left).is_some()
}

impl StatementForm {
    /// As it is shown again: of the words, what can be seen.
    pub fn seen_whole(self, faults: &Faults) -> Self {
        let words = shown_again(&self.words, faults);
        Self { words, ..self }
    }
}

/// The words as they stand in the form again. Where there was something in them that nobody sees, that is taken out, so
/// that whoever typed them looks at the rest and sends it by themselves.
pub fn shown_again(typed: &str, faults: &Faults) -> String {
    if !faults.iter().any(|(_, fault)| matches!(fault, Fault::Unseen { .. })) {
        return typed.to_owned();
    }
    let shown = |c: char| match c {
        // Programs for writing break lines by these.
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        c => (!is_unseen(c)).then_some(c),
    };
    lines_of(typed).chars().filter_map(shown).collect()
}

fn is_unseen(c: char) -> bool {
    is_unprintable(c) && c != '\n' && c != '\t'
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
    let mut unseen = words.lines().zip(1..).flat_map(|(text, line)| text.chars().map(move |c| (c, line)));
    let mut unseen = unseen.by_ref().filter(|(c, _)| is_unseen(*c));
    if let Some((first, line)) = unseen.next() {
        return Some(Fault::Unseen { first, line, all: 1 + unseen.count() });
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
        assert_eq!(check_reply(&long).unwrap_err(), [(Field::Reply, Fault::TooLong(MOST_WORDS))]);
        assert_eq!(check_reply(&ReplyForm::default()).unwrap_err(), [(Field::Reply, Fault::Missing)]);
    }

    #[test]
    fn what_nobody_sees_is_named_and_taken_out_where_the_form_is_shown_again() {
        let typed = "Dear\r\ncam\u{ad}paign,\u{b}we\u{feff} will.";
        let sent = ReplyForm { words: typed.to_owned(), ..ReplyForm::default() };
        let faults = check_reply(&sent).unwrap_err();
        assert_eq!(faults, [(Field::Reply, Fault::Unseen { first: '\u{ad}', line: 2, all: 3 })]);
        assert_eq!(shown_again(typed, &faults), "Dear\ncampaign,\nwe will.");
        assert_eq!(shown_again(typed, &vec![(Field::Speaker, Fault::Missing)]), typed);
    }
}
