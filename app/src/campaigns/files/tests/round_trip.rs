//! What is written reads back to the same campaign, whatever the words are.

use super::Site;
use super::any::definitions;
use crate::campaigns::files::{changes, read, write};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn a_campaign_survives_being_written_and_read(definition in definitions()) {
        let dir = tempfile::tempdir().unwrap();
        write(&definition, dir.path()).unwrap();
        let again = read(dir.path());
        prop_assert!(again.is_ok(), "{:#?}\n{}", again, std::fs::read_to_string(dir.path().join("campaign.toml")).unwrap());
        let again = again.unwrap();
        prop_assert_eq!(changes(&definition, &again), Vec::new());
        prop_assert_eq!(definition, again);
    }
}

#[test]
fn nothing_is_written_over() {
    let site = Site::new();
    let definition = site.definition();
    let refusal = write(&definition, site.dir()).unwrap_err().to_string();
    assert!(refusal.ends_with("is not empty; name a new folder, nothing is written over"), "{refusal}");
    assert_eq!(site.definition(), definition);
    let new = tempfile::tempdir().unwrap();
    write(&definition, &new.path().join("a/b")).unwrap();
    assert_eq!(read(&new.path().join("a/b")).unwrap(), definition);
}

#[test]
fn what_is_written_is_pleasant_to_read() {
    let site = Site::new();
    site.change(
        "ask = \"We ask for a tree.\"",
        &format!("ask = 'We ask for \"a tree\"{}.'", ", and a bench beside it".repeat(6)),
    );
    site.change("name = \"Our Group\"\n\n", "name = 'The \"Group\"'\n\n");
    let dir = tempfile::tempdir().unwrap();
    write(&site.definition(), dir.path()).unwrap();
    let text = std::fs::read_to_string(dir.path().join("campaign.toml")).unwrap();
    let head = text.split("[texts.es]").next().unwrap();
    assert_eq!(
        head,
        r##"slug = "our-demands"
status = "published"  # draft, published or closed
languages = ["en", "es"]
time_zone = "Europe/Madrid"
signal = "#c8201a"

[group]
slug = "our-group"
name = 'The "Group"'

[texts.en]
title = "Our demands"
ask = """
We ask for \"a tree\", and a bench beside it, and a bench beside it, and a bench beside it, and a
bench beside it, and a bench beside it, and a bench beside it."""
addressee = "the council"
summary = "A letter about a tree."

"##
    );
    assert_eq!(std::fs::read_to_string(dir.path().join("letters/tree.en.md")).unwrap(), super::LETTER_EN);
}

#[test]
fn the_campaigns_of_this_project_are_without_fault() {
    let root = crate::stories::checkout();
    for folder in ["campaigns", "e2e/campaigns"] {
        for found in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = found.unwrap().path();
            if path.is_dir() {
                let definition =
                    read(&path).unwrap_or_else(|faults| panic!("{}: {faults:#?}", path.display()));
                let dir = tempfile::tempdir().unwrap();
                write(&definition, dir.path()).unwrap();
                assert_eq!(read(dir.path()).unwrap(), definition);
            }
        }
    }
}

#[test]
fn the_example_that_people_copy_is_a_campaign() {
    let readme = crate::stories::checkout().join("campaigns/README.md");
    let readme = std::fs::read_to_string(readme).unwrap();
    let example = |from: &str, kind: &str| {
        let text = readme.split(from).nth(1).unwrap().split(&format!("```{kind}\n")).nth(1).unwrap();
        text.split("```").next().unwrap().to_owned()
    };
    let site = Site::new();
    site.put("campaign.toml", example("`campaign.toml`:", "toml"));
    site.put("letters/tree.en.md", example("`letters/tree.en.md`:", "markdown"));
    site.remove("letters/tree.es.md");
    assert_eq!(site.definition().letters[0].texts["en"].title, "One tree, as promised");
}
