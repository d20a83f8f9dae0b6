//! Reads `letters/{slug}.{lang}.md`: a few lines of TOML between `+++`, then the letter in Markdown.

use super::campaign::FILE;
use super::checks::{self, Rule};
use super::fault::Faults;
use super::folder::Folder;
use super::syntax::Mended;
use super::table::{Source, Table};
use super::text;
use crate::campaigns::definition::{ByLanguage, CampaignTexts, Letter, LetterText};
use broadside_markup::Lost;

/// About 6,000 words.
pub const MOST_CHARACTERS: usize = 40_000;
pub const FENCE: &str = "+++";

pub fn path(slug: &str, language: &str) -> String {
    format!("letters/{slug}.{language}.md")
}

/// A letter in each of the campaign's languages; `table` is where `campaign.toml` names it.
pub fn read(
    folder: &Folder,
    slug: &str,
    table: &Table,
    languages: &[String],
    campaign: &ByLanguage<CampaignTexts>,
    faults: &Faults,
) -> ByLanguage<LetterText> {
    if !checks::is_slug(slug) {
        return ByLanguage::new();
    }
    let mut texts = ByLanguage::new();
    for language in languages {
        let path = path(slug, language);
        if let Some(text) = text::read(folder, &path, faults) {
            let addressee = campaign.get(language).map(|texts| texts.addressee.as_str());
            texts.insert(language.clone(), one(&path, &text, addressee.unwrap_or_default(), faults));
        } else if folder.paths().all(|known| known != path) {
            faults.add(
                FILE,
                table.line(),
                format!("{path} is missing; write the letter there, or take {language} out of languages"),
            );
        }
    }
    texts
}

/// Reports letters that `campaign.toml` does not name, or that are in a language it does not speak.
pub fn refuse_without_table(folder: &Folder, letters: &[Letter], languages: &[String], faults: &Faults) {
    let files: Vec<&str> = folder.paths().collect();
    for path in files {
        let Some(name) = path.strip_prefix("letters/").and_then(|name| name.strip_suffix(".md")) else {
            continue;
        };
        let Some((slug, language)) = name.rsplit_once('.') else { continue };
        if !checks::is_slug(slug) {
            continue;
        }
        if languages.is_empty() {
            // That has been reported; whether this letter belongs cannot be told.
            folder.ask(path);
            continue;
        }
        if let Some(why) = checks::unknown_language(language) {
            folder.ask(path);
            faults.add(path, 1, format!("“{language}” in this name is no language of a campaign: {why}"));
        } else if letters.iter().all(|letter| letter.slug != slug) {
            folder.ask(path);
            let message =
                format!("no [[letter]] in campaign.toml has the slug {slug}; add one, or remove this file");
            faults.add(path, 1, message);
        } else if !languages.iter().any(|known| known == language) {
            folder.ask(path);
            let message = format!(
                "the campaign does not speak {language}; add \"{language}\" to languages, or remove this file"
            );
            faults.add(path, 1, message);
        }
    }
}

fn one(path: &str, text: &str, addressee: &str, faults: &Faults) -> LetterText {
    let (head, body, body_line) = match split(text) {
        Ok(parts) => parts,
        Err(message) => {
            faults.add(path, 1, message);
            return LetterText::default();
        }
    };
    let mended = Mended::of(path, head, 2, faults);
    let entries = mended.table();
    let source = Source { file: path, mended: &mended, first_line: 2, faults };
    let top = source.top(&entries);
    let letter = LetterText {
        title: top.text("title", Rule::Words(150)).text,
        addressee: top
            .optional_text("addressee", Rule::Words(120))
            .map_or(addressee.to_owned(), |found| found.text),
        body: body.to_owned(),
        reason: top.optional_text("reason", Rule::Words(300)).map_or_else(String::new, |found| found.text),
    };
    top.finish();
    if body.is_empty() {
        faults.add(path, body_line, "the letter is empty; write it below the second +++");
    } else if let Err(why) = checks::at_most(body, MOST_CHARACTERS) {
        faults.add(path, body_line, format!("the letter {why}"));
    }
    // The body ends the text; so many lines stand before it.
    let before = text.rfind(body).map_or(0, |at| text[..at].matches('\n').count());
    for lost in broadside_markup::lost(body) {
        faults.add(path, before + lost.line, in_words(&lost.what));
    }
    letter
}

/// What of a letter would not reach its page, and how to mend it.
fn in_words(what: &Lost) -> String {
    match what {
        Lost::Html(tag) => format!(
            "“{tag}” is HTML, which is left out of a letter; write it in Markdown (*slanted*, **bold**), or \\< for the sign itself"
        ),
        Lost::Picture => "a picture cannot stand within a letter; put the file into pictures/ and name it in campaign.toml under [[picture]]".to_owned(),
        Lost::Link(url) => format!(
            "the link leads to “{url}”, which is neither a web address nor a mailbox, so nobody could follow it; write it whole, as https://example.org/page or mailto:team@example.org"
        ),
    }
}

/// Head, body, and the line on which the body may begin.
fn split(text: &str) -> Result<(&str, &str, usize), &'static str> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if first.trim_end() != FENCE {
        return Err(
            "a letter begins with a line +++, then title = \"…\", then another line +++; put them on top",
        );
    }
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            let head = &rest[..at];
            let line_of_body = 3 + head.matches('\n').count();
            return Ok((head, without_empty_lines(&rest[at + line.len()..]), line_of_body));
        }
        at += line.len();
    }
    Err("the lines on top are not closed; put a second line +++ between them and the letter")
}

/// Empty lines around the letter are nobody's words. Spaces before the first word may be: they indent.
pub fn without_empty_lines(text: &str) -> &str {
    let text = text.trim_end();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            break;
        }
        start += line.len();
    }
    &text[start..]
}
