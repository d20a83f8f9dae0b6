//! The endorsements that organisers enter, as `campaign.toml` holds them.

use super::checks::{Rule, either};
use super::slugs::Slugs;
use super::table::Table;
use super::toml_text::Toml;
use crate::campaigns::definition::{Definition, Endorsement, Letter};
use crate::campaigns::endorsers::Kind;

const MOST: usize = 200;

pub fn read(top: &Table, languages: &[String], letters: &[Letter]) -> Vec<Endorsement> {
    let kinds = Kind::ALL.map(|kind| (kind.word(), kind));
    let mut slugs = Slugs::new("endorsement", MOST);
    let read = top.tables("endorsement").into_iter().map(|table| {
        let endorsement = Endorsement {
            slug: slugs.take(&table),
            organisation: table.text("organisation", Rule::Words(200)).text,
            kind: table.choice("kind", &kinds, false),
            office: table.optional_text("office", Rule::Words(120)).map(|found| found.text),
            website: table.optional_text("website", Rule::Url).map(|found| found.text),
            comment: table.by_language("comment", languages, Rule::Words(300), false),
            letter: letter(&table, letters),
        };
        table.finish();
        endorsement
    });
    read.collect()
}

fn letter(table: &Table, letters: &[Letter]) -> Option<String> {
    let found = table.optional_text("letter", Rule::Slug)?;
    if letters.iter().all(|letter| letter.slug != found.text) {
        let known: Vec<&str> = letters.iter().map(|letter| letter.slug.as_str()).collect();
        table.fault(
            found.line,
            format!("letter names “{}”, which is no letter here; write {}", found.text, either(&known)),
        );
    }
    Some(found.text)
}

pub fn write(definition: &Definition, toml: &mut Toml) {
    for one in &definition.endorsements {
        toml.heading("[[endorsement]]");
        toml.text("slug", &one.slug);
        toml.text("organisation", &one.organisation);
        toml.text("kind", one.kind.word());
        toml.optional("office", one.office.as_ref());
        toml.optional("website", one.website.as_ref());
        toml.by_language("comment", &one.comment, &definition.languages);
        toml.optional("letter", one.letter.as_ref());
    }
}
