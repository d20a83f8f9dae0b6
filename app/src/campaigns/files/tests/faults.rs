//! What can be wrong with a campaign, in the words that its author reads.

use super::Site;
use crate::web::layout::{Colour, Signal};

fn only(site: &Site, expected: &str) {
    assert_eq!(site.faults(), [expected]);
}

#[test]
fn a_campaign_without_fault_is_read_whole() {
    let definition = Site::new().definition();
    assert_eq!(definition.texts["es"].ask, "Pedimos un árbol.");
    assert_eq!(definition.letters[0].names_per_mailbox, 2);
    assert_eq!(definition.letters[0].texts["en"].body, "Please plant *one* tree.");
    // Nobody said to whom this letter is, so it is to whom the campaign is.
    assert_eq!(definition.letters[0].texts["en"].addressee, "the council");
}

#[test]
fn line_breaks_in_a_text_are_spaces() {
    let site = Site::new();
    site.change("ask = \"We ask for a tree.\"", "ask = \"\"\"\nWe ask\n  for a tree.\n\"\"\"");
    assert_eq!(site.definition().texts["en"].ask, "We ask for a tree.");
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let (site, plain) = (Site::new(), Site::new());
    for (file, text) in [
        ("campaign.toml", super::CAMPAIGN),
        ("letters/tree.en.md", super::LETTER_EN),
        ("letters/tree.es.md", super::LETTER_ES),
    ] {
        site.put(file, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(site.definition(), plain.definition());
    site.put("letters/tree.es.md", "+++\r\ntitle = \"a\"\r\nauthor = \"b\"\r\n+++\r\n\r\nc\r\n");
    only(&site, "letters/tree.es.md:3: author is an unknown key; known are title, addressee, reason");
}

#[test]
fn everything_wrong_with_single_values_is_said_in_one_run() {
    let site = Site::new();
    site.change("slug = \"our-demands\"", "slug = \"Our Demands!\"");
    site.change("\"published\"", "\"live\"");
    site.change("[\"en\", \"es\"]", "[\"en\", \"es\", \"fr\", \"en\"]");
    site.change("Europe/Madrid", "Madrid");
    site.change(
        "signal = \"#c8201a\"",
        "signal = \"crimson\"\nform = [\"age\", \"comment\", \"comment\"]\ntitel = \"x\"",
    );
    site.change("name = \"Our Group\"\n\n", "nam = \"Our Group\"\nwebsite = \"example.org\"\n\n");
    site.change("ask = \"We ask for a tree.\"", "ask = 5");
    site.change("summary = \"Una carta sobre un árbol.\"", "summary = \" \"");
    site.change("team@example.org", "Team <team@example.org>");
    site.add("names_per_mailbox = 0\nstatus = \"shut\"\n");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:1: slug is “Our Demands!”, which cannot stand in a web address; use small letters, digits and single dashes, as \"our-demands\"",
            "campaign.toml:2: status is “live”; write \"draft\", \"published\" or \"closed\"",
            "campaign.toml:3: languages holds “fr”, but Broadside speaks en, es, ar only; use these tags",
            "campaign.toml:3: languages holds “en” twice; remove one",
            "campaign.toml:4: time_zone is “Madrid”, which is no time zone; did you mean \"Europe/Madrid\"?",
            "campaign.toml:5: signal is “crimson”, which is no colour; write six digits behind a #, as \"#c8201a\"",
            "campaign.toml:6: form holds “age”, which is no optional field; write \"postal_code\", \"country\" or \"comment\"",
            "campaign.toml:6: form holds “comment” twice; remove one",
            "campaign.toml:7: titel is an unknown key; known are slug, status, languages, texts, time_zone, signal, signal_dark, form, group, mail, relation, partner, letter, press, picture, endorsement",
            "campaign.toml:9: group.name is missing; add name = \"…\"",
            "campaign.toml:11: group.nam is an unknown key; did you mean name?",
            "campaign.toml:12: group.website is “example.org”, which is no web address; write it whole, as https://example.org/privacy",
            "campaign.toml:16: texts.en.ask must be a text in quotation marks; write ask = \"…\"",
            "campaign.toml:24: texts.es.summary is empty; write summary = \"…\"",
            "campaign.toml:28: mail.sender_address is “Team <team@example.org>”, which is no mail address; write it as team@example.org, without a name around it",
            "campaign.toml:39: [[letter]] names_per_mailbox must be a number from 1 to 10, without quotation marks",
            "campaign.toml:40: [[letter]] status is “shut”; write \"open\" or \"closed\"",
        ]
    );
}

#[test]
fn a_language_that_was_declared_is_missed_wherever_it_is_not_spoken() {
    let site = Site::new();
    site.change("[\"en\", \"es\"]", "[\"en\", \"es\", \"ar\"]");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:11: texts is missing in ar; add texts.ar",
            "campaign.toml:29: [[relation]] label is missing in ar; add [[relation]] label.ar",
            "campaign.toml:31: [[relation]] plural is missing in ar; add [[relation]] plural.ar",
            "campaign.toml:34: letters/tree.ar.md is missing; write the letter there, or take ar out of languages",
        ]
    );
}

#[test]
fn a_language_that_was_not_declared_is_refused_wherever_it_is_spoken() {
    let site = Site::new();
    site.change("[\"en\", \"es\"]", "[\"en\"]");
    site.put("letters/tree.de.md", super::LETTER_EN);
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:17: texts.es: the campaign does not speak es; add \"es\" to languages, or remove this",
            "campaign.toml:30: [[relation]] label.es: the campaign does not speak es; add \"es\" to languages, or remove this",
            "campaign.toml:32: [[relation]] plural.es: the campaign does not speak es; add \"es\" to languages, or remove this",
            "letters/tree.de.md:1: “de” in this name is no language of a campaign: Broadside speaks en, es, ar only; use these tags",
            "letters/tree.es.md:1: the campaign does not speak es; add \"es\" to languages, or remove this file",
        ]
    );
}

#[test]
fn a_colour_that_cannot_be_read_gets_its_figure_and_a_neighbour_that_can() {
    let site = Site::new();
    site.change("signal = \"#c8201a\"", "signal = \"#ff8800\"\nsignal_dark = \"#123456\"");
    let by_day = Signal::of(Colour(0xff, 0x88, 0x00)).day.hex();
    let at_night = Signal::of(Colour(0x12, 0x34, 0x56)).night.hex();
    assert_eq!(
        site.faults(),
        [
            format!(
                "campaign.toml:5: signal is #ff8800, which has a contrast of 2.12 on light paper (#f6f1e5), and 4.5 is needed to read it; the nearest that passes is \"{by_day}\""
            ),
            format!(
                "campaign.toml:6: signal_dark is #123456, which has a contrast of 1.41 on the night print (#121720), and 4.5 is needed to read it; the nearest that passes is \"{at_night}\""
            ),
        ]
    );
    // What is proposed passes.
    site.change("#ff8800", &by_day);
    site.change("#123456", &at_night);
    site.definition();
}

#[test]
fn what_stands_twice_is_named_with_the_line_of_the_first() {
    let site = Site::new();
    site.add("\n[[letter]]\nslug = \"tree\"\n\n[[relation]]\nslug = \"neighbour\"\nlabel.en = \"a\"\nlabel.es = \"a\"\nplural.en = \"a\"\nplural.es = \"a\"\n");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:38: there are two of [[letter]] with the slug tree, first on line 35; give this one another",
            "campaign.toml:41: there are two of [[relation]] with the slug neighbour, first on line 28; give this one another",
        ]
    );
}

#[test]
fn the_wrong_kind_of_table_is_told_how_it_is_written() {
    let site = Site::new();
    site.change("label.en = \"a neighbour\"\nlabel.es = \"del barrio\"", "label = \"a neighbour\"");
    site.change("[mail]\n", "[[mail]]\n");
    site.change("[[letter]]\n", "[letter]\n");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:23: mail is a single value; write a heading [mail]",
            "campaign.toml:29: [[relation]] label is a single value; write it in each language, as label.en = \"…\"",
            "campaign.toml:33: each letter has a heading of its own; write [[letter]] with two brackets",
            "letters/tree.en.md:1: no [[letter]] in campaign.toml has the slug tree; add one, or remove this file",
            "letters/tree.es.md:1: no [[letter]] in campaign.toml has the slug tree; add one, or remove this file",
        ]
    );
}

#[test]
fn letters_and_their_tables_belong_together() {
    let site = Site::new();
    site.remove("letters/tree.es.md");
    site.put("letters/bush.en.md", super::LETTER_EN);
    site.put("letters/tree.en.md", "+++\ntitle = \"A tree\"\n+++\n\n \n");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:34: letters/tree.es.md is missing; write the letter there, or take es out of languages",
            "letters/bush.en.md:1: no [[letter]] in campaign.toml has the slug bush; add one, or remove this file",
            "letters/tree.en.md:4: the letter is empty; write it below the second +++",
        ]
    );
}

#[test]
fn a_letter_needs_its_lines_on_top() {
    let site = Site::new();
    site.put("letters/tree.en.md", "Please plant a tree.\n");
    site.put("letters/tree.es.md", "+++\ntitle = \"Un árbol\"\n\nPlanten un árbol.\n");
    assert_eq!(
        site.faults(),
        [
            "letters/tree.en.md:1: a letter begins with a line +++, then title = \"…\", then another line +++; put them on top",
            "letters/tree.es.md:1: the lines on top are not closed; put a second line +++ between them and the letter",
        ]
    );
}

#[test]
fn files_that_belong_to_nothing_are_named_and_hidden_ones_are_left_alone() {
    let site = Site::new();
    site.put("notes.txt", "x");
    site.put("drafts/tree.en.md", "x");
    site.put("letters/tree.md", "x");
    site.put(".git/config", "x");
    site.put("letters/.DS_Store", "x");
    site.put("campaign.toml~", "x");
    assert_eq!(
        site.faults(),
        [
            "drafts:1: a campaign's folder holds the folders letters, papers and pictures only; move this one elsewhere",
            "letters/tree.md:1: this file belongs to nothing; a letter's file is named {slug}.{language}.md, as in our-demands.en.md",
            "notes.txt:1: this file belongs to nothing; a campaign is campaign.toml, targets.toml, posts.toml, events.toml, goals.toml, fundraisers.toml, statements.toml, letters/, papers/ and pictures/, so move it elsewhere",
        ]
    );
}

#[test]
fn bytes_that_are_no_text_are_found_with_their_line() {
    let site = Site::new();
    site.put("letters/tree.en.md", b"+++\ntitle = \"A tree\"\n+++\n\nPlant it, se\xf1or.\nNow\x07.\n");
    site.put("letters/tree.es.md", "+++\ntitle = \"Un \\u0000árbol\"\n+++\n\nUno.\rDos.\n");
    assert_eq!(
        site.faults(),
        [
            "letters/tree.en.md:5: this is not UTF-8; save the file again with the encoding UTF-8",
            "letters/tree.en.md:6: the text holds the control character U+0007; delete it (it may be invisible: type the words around it anew)",
            "letters/tree.es.md:2: title is wrong: the text holds a NUL; delete it (it may be invisible: type the words around it anew)",
            "letters/tree.es.md:5: the text holds a lone carriage return; delete it (it may be invisible: type the words around it anew)",
        ]
    );
    site.put("letters/tree.es.md", super::LETTER_ES);
    let utf_16: Vec<u8> = super::LETTER_EN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    site.put("letters/tree.en.md", [b"\xff\xfe", utf_16.as_slice()].concat());
    only(&site, "letters/tree.en.md:1: this is not UTF-8; save the file again with the encoding UTF-8");
}

#[test]
fn what_would_vanish_from_a_letter_or_mislead_is_told_with_its_line() {
    let site = Site::new();
    site.put(
        "letters/tree.en.md",
        "+++\ntitle = \"A tree\"\n+++\n\n\nPlease <b>plant</b>.\n\n<p align=\"center\">\nA tree.\n</p>\n\n\
         ![a tree](tree.png)\n\n[Read](ftp://example.org), [more](/page), [write](mailto:team@example.org).\n",
    );
    site.put(
        "letters/tree.es.md",
        "+++\ntitle = \"Un \u{202e}lobrá\"\n+++\n\nUno \u{2066}dos.\n\n1 < 2, `<b>`, <https://example.org>\n",
    );
    site.change("Una carta sobre un árbol.", "Una \u{202d}carta.");
    let html = |line: usize, tag: &str| {
        format!(
            "letters/tree.en.md:{line}: “{tag}” is HTML, which is left out of a letter; write it in Markdown (*slanted*, **bold**), or \\< for the sign itself"
        )
    };
    let link = |url: &str| {
        format!(
            "letters/tree.en.md:14: the link leads to “{url}”, which is neither a web address nor a mailbox, so nobody could follow it; write it whole, as https://example.org/page or mailto:team@example.org"
        )
    };
    let turned = |place: &str, code: &str| {
        format!(
            "{place}: the text holds {code}, which turns the direction of writing; delete it (it may be invisible: type the words around it anew)"
        )
    };
    assert_eq!(
        site.faults(),
        [
            turned("campaign.toml:21", "U+202D"),
            html(6, "<b>"),
            html(6, "</b>"),
            html(8, "<p align=\"center\">"),
            "letters/tree.en.md:12: a picture cannot stand within a letter; put the file into pictures/ and name it in campaign.toml under [[picture]]".to_owned(),
            link("ftp://example.org"),
            link("/page"),
            turned("letters/tree.es.md:2", "U+202E"),
            turned("letters/tree.es.md:5", "U+2066"),
        ]
    );
}

#[test]
fn a_time_zone_by_its_initials_is_asked_for_by_its_place() {
    let site = Site::new();
    for (initials, place) in [("PST", "America/Los_Angeles"), ("EDT", "America/New_York")] {
        site.change("time_zone = \"Europe/Madrid\"", &format!("time_zone = \"{initials}\""));
        only(
            &site,
            &format!(
                "campaign.toml:4: time_zone is “{initials}”, which is no time zone's name; write it by continent and city, such as \"{place}\""
            ),
        );
        site.change(&format!("time_zone = \"{initials}\""), "time_zone = \"Europe/Madrid\"");
    }
}

#[test]
fn what_is_too_long_is_told_by_how_much() {
    let site = Site::new();
    site.change("title = \"Our demands\"", &format!("title = \"{}\"", "ñ".repeat(121)));
    site.put("letters/tree.es.md", format!("+++\ntitle = \"x\"\n+++\n{}", "x".repeat(40_001)));
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:12: texts.en.title has 121 characters; the most is 120, so shorten it",
            "letters/tree.es.md:4: the letter has 40001 characters; the most is 40000, so shorten it",
        ]
    );
}

#[test]
fn an_empty_folder_says_what_a_campaign_is() {
    let site = Site::new();
    site.remove("campaign.toml");
    only(
        &site,
        "campaign.toml:1: this file is missing; a campaign's folder holds campaign.toml and the folder letters",
    );
    let nowhere = super::read(&site.dir().join("nowhere")).unwrap_err();
    assert!(nowhere[0].to_string().contains("this folder cannot be read"), "{nowhere:?}");
    site.put("campaign.toml", "");
    assert_eq!(
        site.faults(),
        [
            "campaign.toml:1: slug is missing; add slug = \"our-demands\"",
            "campaign.toml:1: status is missing; add status = \"draft\", \"published\" or \"closed\"",
            "campaign.toml:1: languages is missing; add languages = [\"en\", \"es\"], the campaign's own first",
            "campaign.toml:1: texts.en is missing; add [texts.en] with title, ask, addressee and summary",
            "campaign.toml:1: time_zone is missing; add time_zone = \"Europe/Madrid\"",
            "campaign.toml:1: signal is missing; add signal = \"#c8201a\"",
            "campaign.toml:1: group is missing; add a heading [group] with slug and name",
            "campaign.toml:1: mail is missing; add a heading [mail] with sender_name and sender_address",
            "campaign.toml:1: there is no letter to sign; add a heading [[letter]] with slug = \"our-demands\"",
        ]
    );
}

#[test]
fn a_partners_key_and_logo_are_held_to_what_they_are() {
    let partner = |more: &str| {
        let site = Site::new();
        site.add(&format!(
            "\n[[partner]]\nslug = \"green\"\nname = \"Green\"\nwebsite = \"https://g.example.org\"\n\
             privacy = \"https://g.example.org/p\"\nconsent = {{ en = \"a\", es = \"b\" }}\n{more}\n"
        ));
        site.faults().join("\n")
    };
    let refused = partner("age_key = \"ssh-ed25519 AAAA\"");
    assert!(
        refused.contains("which is no public key of age") && refused.contains("as \"age1ql3z7hjy"),
        "{refused}"
    );
    let secret = partner("age_key = \"AGE-SECRET-KEY-1QQQQ\"");
    assert!(
        secret.contains("holds a secret key") && !secret.contains("1QQQQ"),
        "it is not said again: {secret}"
    );
    let refused = partner("logo = \"green.svg\"");
    assert!(refused.contains("logo names green.svg, which no [[picture]] holds"), "{refused}");
}
