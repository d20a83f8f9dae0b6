//! TOML that is broken: every mistake in one run, and nothing said that only follows from one.

use super::Site;

#[test]
fn every_mistake_of_a_broken_file_is_named_with_its_line() {
    let site = Site::new();
    site.put(
        "campaign.toml",
        r#"slug = "drop
status = published
languages = ["en" "es"]
time zone = "UTC"
signal =
slug = "twice"
[group]
name = "a \q b"
nonsense
[texts.en
title = "t"
"#,
    );
    let syntax: Vec<_> =
        site.faults().into_iter().filter(|fault| !fault.contains(" is missing; add")).collect();
    assert_eq!(
        syntax,
        [
            "campaign.toml:1: the quotation marks of this text are not closed; end it with the marks it begins with",
            "campaign.toml:1: there is no letter to sign; add a heading [[letter]] with slug = \"our-demands\"",
            "campaign.toml:2: a text stands in quotation marks; write status = \"published\"",
            "campaign.toml:3: a comma is missing in this list; write it as [\"en\", \"es\"]",
            "campaign.toml:4: the key “time zone” is more than one word; write time_zone",
            "campaign.toml:5: signal has no value; write it behind the = or remove the line",
            "campaign.toml:8: a backslash begins a special character; write two of them (\\\\) for one",
            "campaign.toml:9: this line is neither a heading nor a key with a value; write it as key = \"text\"",
            "campaign.toml:10: the brackets of this heading are not closed; write [texts.en]",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_not_called_missing() {
    let site = Site::new();
    site.change("slug = \"our-demands\"", "slug = \"our-demands");
    site.change("name = \"Our Group\"\n\n", "name = Our Group\n\n");
    site.change("languages = [\"en\", \"es\"]", "languages = [\"en\", \"es\"");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:1: the quotation marks of this text are not closed; end it with the marks it begins with",
            "campaign.toml:3: this list is not closed; end it with ]",
            "campaign.toml:9: a text stands in quotation marks; write name = \"Our Group\"",
        ]
    );
}

#[test]
fn a_key_and_a_heading_that_stand_twice_name_the_line_of_the_first() {
    let site = Site::new();
    site.change("status = \"published\"\n", "status = \"published\"\nstatus = \"draft\"\n");
    site.add("\n[group]\nslug = \"other\"\nname = \"Other\"\n");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:3: status stands here again, and first on line 2; keep one of the two",
            "campaign.toml:38: [group] stands here again, and first on line 8; keep one of the two",
        ]
    );
}

#[test]
fn a_long_text_that_is_never_closed_is_found_where_it_begins() {
    let site = Site::new();
    site.add("names_per_mailbox = \"\"\"\n2\n");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:36: the quotation marks of this text are not closed; end it with the marks it begins with"
        ]
    );
}

#[test]
fn mistakes_above_a_letter_have_the_line_of_its_file() {
    let site = Site::new();
    site.put("letters/tree.en.md", "+++\ntitle = \"A tree\n+++\n\nPlease.\n");
    site.put("letters/tree.es.md", "+++\n# El título\ntitle = Un árbol\n+++\n\nPor favor.\n");
    assert_eq!(
        site.faults(),
        [
            "letters/tree.en.md:2: the quotation marks of this text are not closed; end it with the marks it begins with",
            "letters/tree.es.md:3: a text stands in quotation marks; write title = \"Un árbol\"",
        ]
    );
}

#[test]
fn no_text_however_broken_stops_the_reader() {
    let site = Site::new();
    let whole =
        super::CAMPAIGN.replace("ask = \"We ask for a tree.\"", "ask = \"\"\"\nWe ask\n\"\"\"\nx = [1,\n2]");
    // Cut off after each character, and with each line's closing characters gone.
    for (at, _) in whole.char_indices() {
        site.put("campaign.toml", &whole[..at]);
        site.faults();
    }
    for wanted in ["\"", "]", "=", "[", "\n"] {
        for (at, found) in whole.match_indices(wanted) {
            site.put("campaign.toml", format!("{}{}", &whole[..at], &whole[at + found.len()..]));
            assert!(site.faults().iter().all(|fault| !fault.contains(":0:")));
        }
    }
}
