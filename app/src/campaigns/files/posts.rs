//! Reads `posts.toml`: the ready-made posts. The file need not be there.

use super::Wrong;
use super::checks::{self, Rule};
use super::fault::Faults;
use super::folder::Folder;
use super::slugs::Slugs;
use super::syntax::Mended;
use super::table::{Found, Source, Table};
use super::toml_text::Toml;
use super::{post_lengths, targets, text};
use crate::campaigns::definition::{ByLanguage, Instead, PLACEHOLDERS, Post, Target};
use crate::networks::Way;

pub const FILE: &str = "posts.toml";
const MOST: usize = 60;
/// A mail can say more than a post.
const MOST_CHARACTERS: usize = 2_000;

/// The words of a text with the line of each: what is too long is reported there.
pub struct Lines {
    pub text: ByLanguage<usize>,
    pub instead: Vec<ByLanguage<usize>>,
}

pub fn read(
    folder: &Folder,
    campaign: &str,
    languages: &[String],
    targets: &[Target],
    faults: &Faults,
) -> Vec<Post> {
    let Some(text) = text::read(folder, FILE, faults) else { return Vec::new() };
    let mended = Mended::of(FILE, &text, 1, faults);
    let entries = mended.table();
    let source = Source { file: FILE, mended: &mended, first_line: 1, faults };
    let top = source.top(&entries);
    let mut slugs = Slugs::new("post", MOST);
    let mut read = Vec::new();
    for table in top.tables("post") {
        let (post, lines) = post(&table, &mut slugs, languages, targets);
        post_lengths::check(&table, &post, &lines, campaign, targets);
        read.push(post);
    }
    if !read.is_empty() && targets.is_empty() {
        let message = "there are posts but nobody to send them to; add targets.toml with a [[target]]";
        top.known_fault(1, message.to_owned(), Wrong::NobodyLeft);
    }
    top.finish();
    read
}

fn post(table: &Table, slugs: &mut Slugs, languages: &[String], targets: &[Target]) -> (Post, Lines) {
    let slug = slugs.take(table);
    let mut to = Vec::new();
    for found in table.list("to", "[\"ceo\", \"speaker\"]").unwrap_or_default() {
        let known = targets.iter().any(|target| target.slug == found.text || target.kind == found.text);
        if !known {
            let message = unknown_target("[[post]] to", &found.text, targets, true);
            table.known_fault(found.line, message, Wrong::NamedElsewhere(found.text.clone()));
        }
        to.push(found.text);
    }
    let (text, text_lines) = words(table, languages);
    let subject = table.by_language("subject", languages, Rule::Words(150), false);
    let (mut instead, mut instead_lines) = (Vec::new(), Vec::new());
    for other in table.tables("instead") {
        let (read, lines) = other_words(&other, languages, targets);
        instead.push(read);
        instead_lines.push(lines);
    }
    table.finish();
    (Post { slug, to, text, subject, instead }, Lines { text: text_lines, instead: instead_lines })
}

fn other_words(table: &Table, languages: &[String], targets: &[Target]) -> (Instead, ByLanguage<usize>) {
    let checked = |found: Option<Found>, check: &dyn Fn(&str) -> Option<String>| {
        let found = found?;
        if let Some(message) = check(&found.text) {
            table.known_fault(found.line, message, Wrong::NamedElsewhere(found.text.clone()));
        }
        Some(found.text)
    };
    let target = checked(table.optional_text("target", Rule::Slug), &|slug| {
        let known = targets.iter().any(|target| target.slug == slug);
        (!known).then(|| unknown_target("[[post.instead]] target", slug, targets, false))
    });
    let kind = checked(table.optional_text("kind", Rule::Slug), &|kind| {
        let kinds = targets::kinds(targets);
        (!kinds.contains(&kind)).then(|| {
            let mend = if kinds.is_empty() {
                format!("give a [[target]] in targets.toml the line kind = \"{kind}\", or remove it here")
            } else {
                format!("write {}, or remove it", checks::either(&kinds))
            };
            format!("[[post.instead]] kind is “{kind}”, but no target is of this kind; {mend}")
        })
    });
    let network = checked(table.optional_text("network", Rule::Words(20)), &|name| {
        let all: Vec<_> = Way::all().map(Way::name).collect();
        let near = checks::nearest(name, all.iter().copied()).map(|near| format!("did you mean \"{near}\"?"));
        Way::parse(name).is_none().then(|| {
            let mend = near.unwrap_or_else(|| format!("write {}", checks::either(&all)));
            format!("[[post.instead]] network is “{name}”, which is no network; {mend}")
        })
    });
    if target.is_none() && kind.is_none() && network.is_none() {
        table
            .fault(table.line(), "[[post.instead]] is for nobody in particular; add target, kind or network");
    }
    let (text, lines) = words(table, languages);
    table.finish();
    (Instead { target, kind, network, text }, lines)
}

/// The text in each language, and the line of each.
fn words(table: &Table, languages: &[String]) -> (ByLanguage, ByLanguage<usize>) {
    let found = table.found_by_language("text", languages, Rule::Words(MOST_CHARACTERS), true);
    for (language, found) in &found {
        for message in wrong_placeholders(&found.text) {
            table.fault(found.line, format!("{}: {message}", table.called(&format!("text.{language}"))));
        }
    }
    let lines = found.iter().map(|(language, found)| (language.clone(), found.line)).collect();
    (found.into_iter().map(|(language, found)| (language, found.text)).collect(), lines)
}

fn wrong_placeholders(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else {
            wrong.push("a { is not closed; write {target}, {url} or {count}, or remove it".to_owned());
            break;
        };
        if !PLACEHOLDERS.contains(&name) {
            wrong.push(match checks::nearest(name.trim(), PLACEHOLDERS.into_iter()) {
                Some(near) => format!("{{{name}}} is unknown; did you mean {{{near}}}?"),
                None => format!("{{{name}}} is unknown; known are {{target}}, {{url}} and {{count}}"),
            });
        }
        rest = behind;
    }
    wrong
}

fn unknown_target(key: &str, named: &str, targets: &[Target], kinds_too: bool) -> String {
    let mut known: Vec<&str> = targets.iter().map(|target| target.slug.as_str()).collect();
    if kinds_too {
        known.extend(targets::kinds(targets));
    }
    let mend = match checks::nearest(named, known.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => "add a [[target]] to targets.toml, or remove it here".to_owned(),
    };
    let or_kind = if kinds_too { " or kind" } else { "" };
    format!("{key} names “{named}”, but no target has this slug{or_kind}; {mend}")
}

/// The file; nothing where there is no post.
pub fn write(posts: &[Post], languages: &[String]) -> Option<String> {
    if posts.is_empty() {
        return None;
    }
    let mut toml = Toml::default();
    for post in posts {
        toml.heading("[[post]]");
        toml.text("slug", &post.slug);
        if !post.to.is_empty() {
            toml.list("to", &post.to);
        }
        toml.by_language("text", &post.text, languages);
        toml.by_language("subject", &post.subject, languages);
        for other in &post.instead {
            toml.heading("[[post.instead]]");
            toml.optional("target", other.target.as_ref());
            toml.optional("kind", other.kind.as_ref());
            toml.optional("network", other.network.as_ref());
            toml.by_language("text", &other.text, languages);
        }
    }
    Some(toml.finished())
}
