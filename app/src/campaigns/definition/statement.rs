//! Statements: who was asked what, who replied, who said something publicly; and what the press is told.

use super::{ByLanguage, Definition};
use serde::{Deserialize, Serialize};

/// One entry of the press page's record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    pub slug: String,
    pub kind: StatementKind,
    /// Who was asked, replied, or said it; in each of the campaign's languages.
    pub whom: ByLanguage,
    /// The day, or the month or year where no more is known: `2018-09-10`, `2018-09`, `2018`.
    pub on: String,
    /// By whom and in what way; empty, or in each of the campaign's languages.
    pub how: ByLanguage,
    /// What was asked or said; a reply word for word.
    pub words: ByLanguage,
    /// The language it was said in, where that is known: in another the words are a translation.
    pub original: Option<String>,
    pub source: Option<Source>,
    /// The picture of the campaign that shows it, such as a scanned letter; or the PDF in the folder `papers`.
    pub file: Option<String>,
    /// The PDF. Kept beside the definition, not in it.
    #[serde(skip)]
    pub paper: Vec<u8>,
    /// Slug of the question that it replies to.
    pub answers: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatementKind {
    #[default]
    Asked,
    Replied,
    /// Publicly, and not to us.
    Said,
}

/// Where something can be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub name: ByLanguage,
    /// Empty where it is not on the web, or nobody knows where.
    pub url: Option<String>,
}

/// What the press is told besides the record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Press {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_name: Option<String>,
    /// The group's own address where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_mail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_phone: Option<String>,
    pub reply_place: ReplyPlace,
    /// `2018-09-12 09:00 America/Los_Angeles`: until then the press page stays closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embargo_until: Option<String>,
}

/// How prominent replies are on the campaign's page. The later, the more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyPlace {
    /// On the press page alone; the campaign's says that there are some.
    PressOnly,
    /// Whole, behind the letter.
    #[default]
    WithLetter,
    /// Whole, above the letter.
    Top,
}

/// Whether a statement’s file is a PDF, and no picture.
pub fn is_paper(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|(_, kind)| kind == "pdf")
}

impl StatementKind {
    pub const ALL: [Self; 3] = [Self::Asked, Self::Replied, Self::Said];

    pub fn word(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Replied => "replied",
            Self::Said => "said",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl ReplyPlace {
    /// The default first.
    pub const ALL: [Self; 3] = [Self::WithLetter, Self::Top, Self::PressOnly];

    pub fn word(self) -> &'static str {
        match self {
            Self::PressOnly => "press_only",
            Self::WithLetter => "with_letter",
            Self::Top => "top",
        }
    }
}

impl Definition {
    /// The PDFs of its statements, each once.
    pub fn papers(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let paper = |one: &'_ Statement| one.file.as_deref().is_some_and(is_paper);
        let all = &self.statements;
        let first = move |nth: usize| all[..nth].iter().all(|before| before.file != all[nth].file);
        let papers = (0..all.len()).filter(move |nth| paper(&all[*nth]) && first(*nth));
        papers.filter_map(move |nth| Some((all[nth].file.as_deref()?, all[nth].paper.as_slice())))
    }

    /// Whether a file shows a reply on the campaign's own page: what else is said stands on the press page alone.
    pub fn shows_beside_the_letter(&self, file: &str) -> bool {
        let is_shown =
            |one: &Statement| one.kind == StatementKind::Replied && one.file.as_deref() == Some(file);
        self.press.reply_place != ReplyPlace::PressOnly && self.statements.iter().any(is_shown)
    }
}

impl Press {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// When the press page opens: microseconds UTC, and the zone in which it is said.
    pub fn embargo(&self) -> Option<(i64, &str)> {
        moment_in_zone(self.embargo_until.as_deref()?)
    }

    /// The same while it has not opened yet.
    pub fn embargo_at(&self, now: i64) -> Option<(i64, &str)> {
        self.embargo().filter(|(until, _)| now < *until)
    }

    /// Whether the press page opens later than it did before, from now on.
    pub fn is_closed_longer(&self, before: &Self, now: i64) -> bool {
        let opens = |press: &Self| press.embargo_at(now).map(|(until, _)| until);
        opens(self) > opens(before)
    }
}

/// A day, a time of it and a zone: `2018-09-12 09:00 America/Los_Angeles`. Nothing for what is none, and for a
/// time that a clock leaves out when summer begins.
pub fn moment_in_zone(text: &str) -> Option<(i64, &str)> {
    let (time, zone) = text.rsplit_once(' ')?;
    let known = jiff::tz::TimeZone::get(zone).ok().filter(|known| known.iana_name() == Some(zone))?;
    let civil = jiff::civil::DateTime::strptime("%Y-%m-%d %H:%M", time).ok()?;
    if civil.strftime("%Y-%m-%d %H:%M").to_string() != time {
        return None;
    }
    let moment = known.to_ambiguous_timestamp(civil).unambiguous().ok()?;
    Some((moment.as_microsecond(), zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embargo_is_a_time_with_its_zone() {
        let press = |until: &str| Press { embargo_until: Some(until.to_owned()), ..Press::default() };
        let opens = press("2018-09-12 09:00 America/Los_Angeles");
        assert_eq!(opens.embargo(), Some((1_536_768_000_000_000, "America/Los_Angeles")));
        assert!(opens.embargo_at(1_536_767_999_999_999).is_some());
        assert_eq!(opens.embargo_at(1_536_768_000_000_000), None, "at its time it is open");
        for wrong in [
            "2018-09-12 09:00",
            "2018-09-12 09:00 PST",
            "2018-9-12 09:00 UTC",
            "2018-03-11 02:30 America/Los_Angeles",
        ] {
            assert_eq!(press(wrong).embargo(), None, "{wrong}");
        }
    }

    #[test]
    fn a_place_can_be_compared_with_another() {
        assert!(ReplyPlace::PressOnly < ReplyPlace::WithLetter && ReplyPlace::WithLetter < ReplyPlace::Top);
    }
}
