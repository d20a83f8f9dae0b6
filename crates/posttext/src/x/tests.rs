//! What X's counter makes of a text, case by case. Compared with the counter itself in `tests/oracles.rs`.

use crate::{Network::X, accepts, fits, length};

fn counts(cases: &[(&str, usize)]) {
    for (text, expected) in cases {
        assert_eq!(length(X, text), *expected, "{text:?}");
    }
}

#[test]
fn characters_weigh_one_or_two() {
    counts(&[("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("한", 2), ("“x”", 3), ("…", 2), ("𝒳", 2)]);
}

#[test]
fn an_emoji_weighs_two_whatever_it_is_made_of() {
    counts(&[
        ("😀", 2),
        ("👩‍👩‍👧‍👦", 2),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2),
        ("🇪🇸", 2),
        ("👍🏽", 2),
        ("1️⃣", 2),
        ("👩🏽‍🦰", 2),
        ("☝️🏽", 2),
        ("❤️❤", 4),
    ]);
}

#[test]
fn what_the_counter_does_not_know_as_one_emoji_is_counted_in_parts() {
    counts(&[
        // One flag is none, and there is no country XX.
        ("🇪", 2),
        ("🇽🇽", 4),
        // Joined since: a person, a joiner and a tree.
        ("🧑🏽‍🎄", 5),
        ("❤\u{fe0e}", 4),
        ("©", 1),
        ("©\u{fe0f}", 2),
        ("👩\u{200d}", 3),
    ]);
}

#[test]
fn a_link_weighs_23_with_or_without_its_protocol() {
    counts(&[
        ("https://example.org/a/very/long/path/that/goes/on?and=on#and-on", 23),
        ("HTTP://EXAMPLE.ORG", 23),
        ("example.org", 23),
        ("See example.org.", 28),
        ("example.org/path_(of)_parts!", 24),
        ("http://example.org:8080/?a=b&c", 23),
        ("https://пример.рф", 23),
        ("中文example.org中文", 31),
        ("https://b.中国/路", 25),
    ]);
}

#[test]
fn what_only_looks_like_a_link_weighs_its_characters() {
    counts(&[
        ("example.invalid", 15),
        ("example.comm", 12),
        ("@example.org", 12),
        ("#example.org", 12),
        ("$example.org", 12),
        ("-example.org", 12),
        ("user@example.org", 16),
        ("http://un_der.com", 17),
        ("http://example..org", 19),
        ("1.2.3.4", 7),
        ("пример.рф", 9),
        ("ftp://example.org", 17),
    ]);
}

#[test]
fn a_short_link_of_x_ends_with_its_slug() {
    counts(&[
        ("https://t.co/abc123", 23),
        ("https://t.co/abc/def", 27),
        ("https://t.co/abc?a=b", 23),
        (&format!("https://t.co/{}", "a".repeat(41)), 54),
    ]);
}

#[test]
fn labels_and_links_too_long_for_a_domain_are_none() {
    let label = |letters: usize| format!("https://{}.com", "a".repeat(letters));
    counts(&[(&label(63), 23), (&label(64), 76), (&format!("https://{}.com", "日".repeat(60)), 132)]);
    let long = |letters: usize| format!("https://example.org/{}", "a".repeat(letters));
    counts(&[(&long(4_068), 23), (&long(4_069), 4_089)]);
}

#[test]
fn a_post_of_280_fits_and_one_more_does_not() {
    assert!(accepts(X, &"a".repeat(280)));
    assert!(!fits(X, &"a".repeat(281)));
    assert!(fits(X, &"漢".repeat(140)));
    assert!(!fits(X, &"漢".repeat(141)));
}

#[test]
fn an_empty_post_and_one_with_a_byte_order_mark_fit_but_are_not_taken() {
    for text in ["", "a\u{feff}", "a\u{ffff}"] {
        assert!(fits(X, text) && !accepts(X, text), "{text:?}");
    }
    assert!(accepts(X, " "));
}

/// A text of many pieces takes the time of as many, not of their square: this would run for hours.
#[test]
fn no_text_takes_more_than_its_share_of_time() {
    for piece in [
        "é",
        "a.",
        "(a",
        "x.co/(",
        "é.com",
        "@a",
        "/?(",
        "xn--",
        "https://",
        "👩\u{200d}",
        "1\u{fe0f}",
        "a_.",
        "e.com/(a(b",
    ] {
        for network in crate::Network::ALL {
            assert!(length(network, &piece.repeat(30_000)) > 0, "{piece}");
        }
    }
}
