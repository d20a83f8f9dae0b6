//! A letter as a file to take away: a tagged PDF with its faces in it, or plain text. Both hold the same words.

use super::Wording;
use crate::campaigns::directory::{Running, RunningLetter};
use crate::state::App;
use crate::web::i18n::{Language, Say};
use crate::web::natural;
use broadside_markup::{BlockKind, blocks};
use broadside_print::{Kind, Part, Run, Sheet};
use serde::{Deserialize, Serialize};

/// A letter's words with what stands around them in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    pub language: Language,
    pub title: String,
    pub campaign: String,
    pub group: String,
    pub addressee: String,
    /// “To the city council”.
    pub to: String,
    /// Markdown.
    pub body: String,
    /// Which wording it is, of when, and where it is signed.
    pub about: String,
    /// Where it is read.
    pub url: String,
}

pub fn written(
    app: &App,
    campaign: &Running,
    letter: &RunningLetter,
    language: Language,
    version: i64,
    wording: &Wording,
) -> Written {
    let say = language.say();
    let url = app.url(&campaign.path_of(letter, language));
    let made = if version == letter.version { letter.changed_at } else { wording.created_at };
    let day = say.day(made, &campaign.definition.time_zone);
    Written {
        language,
        title: wording.title.clone(),
        campaign: campaign.texts(language).title.clone(),
        group: campaign.definition.group.name.clone(),
        addressee: wording.addressee.clone(),
        to: say.with("letters-file-to", &[("addressee", &wording.addressee)]),
        body: wording.body.clone(),
        about: say.with("letters-file-about", &[("n", &natural(version)), ("day", &day), ("url", &url)]),
        url,
    }
}

impl Written {
    pub fn text(&self) -> String {
        let body = broadside_markup::text(&self.body);
        let parts = [&self.campaign, &self.to, &self.title, body.trim(), "—", &self.about];
        parts.join("\n\n") + "\n"
    }

    /// The PDF's bytes. It takes some milliseconds of a processor.
    pub fn pdf(&self, say: &Say) -> Result<Vec<u8>, broadside_print::Error> {
        let mut parts = self.parts();
        parts.push(Part::plain(Kind::Rule, ""));
        parts.push(Part::plain(Kind::Note, self.about.as_str()));
        self.printed(parts, &self.url, say)
    }

    /// To whom it is, its title and its words.
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = vec![
            Part::plain(Kind::Paragraph, self.to.as_str()),
            Part::plain(Kind::Title, self.title.as_str()),
        ];
        parts.extend(blocks(&self.body).into_iter().map(part));
        parts
    }

    /// A PDF of these parts, under the letter's title, with its pages numbered behind `foot`.
    pub fn printed(
        &self,
        parts: Vec<Part>,
        foot: &str,
        say: &Say,
    ) -> Result<Vec<u8>, broadside_print::Error> {
        let sheet =
            Sheet { language: self.language.tag(), title: &self.title, author: &self.group, parts, foot };
        broadside_print::pdf(&sheet, |page, pages| {
            say.with("letters-file-page", &[("page", &(page as u64)), ("pages", &(pages as u64))])
        })
    }
}

fn part(block: broadside_markup::Block) -> Part {
    let kind = match block.kind {
        BlockKind::Paragraph if block.quoted > 0 => Kind::Quotation,
        BlockKind::Paragraph => Kind::Paragraph,
        BlockKind::Heading => Kind::Heading,
        BlockKind::Item { mark, depth } => Kind::Item { mark, depth },
        BlockKind::MoreOfItem { depth } => Kind::MoreOfItem { depth },
        BlockKind::Rule => Kind::Rule,
    };
    let runs = block.runs.into_iter().map(|run| Run { words: run.words, is_strong: run.stands_out });
    Part { kind, runs: runs.collect() }
}
