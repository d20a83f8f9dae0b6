//! The report: one page in plain words, as text for a terminal and as a page of our own look.

use super::Rehearse;
use super::acts::{Act, Stage, number};
use super::check::Kept;
use crate::config::Settings;
use crate::doctor::{Fact, Findings, Sort};
use crate::web::assets::embedded_stylesheet;
use crate::web::i18n::Say;
use askama::Template;
use std::sync::atomic::Ordering;

pub struct Report<'a> {
    pub asked: &'a Rehearse,
    pub settings: &'a Settings,
    pub stage: &'a Stage,
    pub acts: &'a [Act],
    pub kept: Kept,
    pub changes: Vec<Fact>,
    /// The most memory the copy's program took, in bytes.
    pub peak: Option<u64>,
}

/// A part of the report, under its heading.
pub struct Part {
    pub heading: String,
    /// Whether it held, where that can be said; and in words.
    pub mark: Option<(bool, String)>,
    pub lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "rehearsal/report.html")]
struct ReportPage {
    say: Say,
    css: String,
    title: String,
    about: String,
    first: Vec<Part>,
    acts: Vec<Part>,
    notes: Vec<String>,
}

impl Report<'_> {
    /// As lines for a terminal.
    pub fn text(&self, say: &Say) -> String {
        let mut lines = vec![String::new(), say.text("rehearsal-title"), String::new(), self.about(say)];
        for part in self.verdict(say).into_iter().chain(self.played(say)) {
            let mark = part.mark.map_or_else(String::new, |(_, mark)| format!(": {mark}"));
            lines.extend([String::new(), part.heading + &mark]);
            lines.extend(part.lines.iter().map(|line| format!("- {line}")));
        }
        lines.push(String::new());
        lines.extend(self.notes(say));
        lines.join("\n")
    }

    /// As a page that needs nothing beside it.
    pub fn page(&self, say: &Say) -> askama::Result<String> {
        ReportPage {
            css: embedded_stylesheet(),
            title: say.text("rehearsal-title"),
            about: self.about(say),
            first: self.verdict(say),
            acts: self.played(say),
            notes: self.notes(say),
            say: say.clone(),
        }
        .render()
    }

    fn about(&self, say: &Say) -> String {
        say.with("rehearsal-about", &[("campaign", &self.stage.place.letter.campaign)])
    }

    /// What it held, what gave way first, what to change.
    fn verdict(&self, say: &Say) -> Vec<Part> {
        let mut held: Vec<String> = self
            .acts
            .iter()
            .filter(|act| act.held.is_some())
            .flat_map(|act| act.facts.iter().filter(|fact| fact.sort == Sort::Well))
            .map(|fact| fact.say(say))
            .collect();
        held.extend(self.kept().iter().map(|fact| fact.say(say)));
        let first = self.acts.iter().find_map(|act| act.gave_way.as_ref());
        let part = |key: &str, lines| Part { heading: say.text(key), mark: None, lines };
        vec![
            part("rehearsal-held", held),
            part(
                "rehearsal-first",
                vec![first.map_or_else(|| say.text("rehearsal-none-first"), |fact| fact.say(say))],
            ),
            part("rehearsal-change", self.changes.iter().map(|fact| fact.say(say)).collect()),
        ]
    }

    fn kept(&self) -> Vec<Fact> {
        let mut findings = Findings::default();
        let fact = if self.kept.missing == 0 {
            findings.well("rehearsal-kept")
        } else {
            findings.wrong("rehearsal-missing").count("missing", number(self.kept.missing as u64))
        };
        fact.count("thanked", number(self.kept.thanked as u64))
            .count("confirmed", number(self.kept.confirmed as u64));
        if self.kept.counts_agree {
            findings.well("rehearsal-counts-agree");
        } else {
            findings.wrong("rehearsal-counts-disagree");
        }
        if let Some(peak) = self.peak {
            findings.well("rehearsal-memory").count("megabytes", number(peak / 1_000_000));
        }
        findings.0
    }

    fn played(&self, say: &Say) -> Vec<Part> {
        let part = |act: &Act| {
            let well = act.went_well();
            let mark = say.text(if well { "rehearsal-act-held" } else { "rehearsal-act-gave-way" });
            Part {
                heading: say.text(act.name.text_key()),
                mark: Some((well, mark)),
                lines: act.facts.iter().map(|fact| fact.say(say)).collect(),
            }
        };
        self.acts.iter().map(part).collect()
    }

    /// What was and was not done with what is real.
    fn notes(&self, say: &Say) -> Vec<String> {
        let others = self.stage.sink.post.others.load(Ordering::Relaxed);
        let mut findings = Findings::default();
        findings.note("rehearsal-shared");
        if others > 0 {
            findings.note("rehearsal-others").count("count", number(others));
        } else {
            findings.note("rehearsal-no-others");
        }
        if !self.settings.rate_limits {
            findings.note("rehearsal-limits-off");
        }
        if self.asked.keep {
            findings.note("rehearsal-copy-kept");
        } else {
            findings.note("rehearsal-copy-gone");
        }
        findings.0.iter().map(|fact| fact.say(say)).collect()
    }
}
