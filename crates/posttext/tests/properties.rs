//! What holds of every text, on every network.

use posttext::Network::{Bluesky, Mastodon, Threads, X};
use posttext::{Network, accepts, fits, length};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// Any characters, and pieces that the counters treat in a way of their own.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[a-z]{1,8}\\.(com|de|中国|рф|zz)(/[a-z(.]{0,6})?",
        "https?://[a-zé.]{1,12}\\.org[/?=a.]{0,5}",
        "@[a-z_]{0,5}@[a-z.-]{0,9}",
        "[\u{1f466}-\u{1f469}\u{1f1e6}-\u{1f1ff}\u{200d}\u{fe0e}\u{fe0f}\u{1f3fb}-\u{1f3ff}#*0-9\u{20e3}❤⚕]{0,6}",
        "[ .,:/@#\n]{1,3}",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Whether the text ends in a sign that is written before another and is one with it, be it a space
/// (UAX #29, GB9b).
fn takes_a_space_to_itself(text: &str) -> bool {
    format!("{text} ").graphemes(true).next_back() != Some(" ")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 500 } else { 20_000 }))]

    #[test]
    fn a_text_fits_when_its_length_is_within_the_limit(text in texts(), times in 1..40_usize) {
        let text = text.repeat(times);
        for network in [X, Mastodon, Threads] {
            prop_assert_eq!(fits(network, &text), length(network, &text) <= network.limit());
            prop_assert_eq!(network.most_bytes(), None);
        }
        prop_assert_eq!(fits(Bluesky, &text), length(Bluesky, &text) <= 300 && text.len() <= 3_000);
        for network in Network::ALL {
            prop_assert!(!accepts(network, &text) || fits(network, &text));
        }
    }

    /// What the fuzz target (`fuzz/fuzz_targets/lengths.rs`) holds every text to.
    #[test]
    fn a_length_is_bounded_and_nothing_is_as_short_as_no_text(text in texts()) {
        for network in Network::ALL {
            let counted = length(network, &text);
            prop_assert_eq!(counted == 0, text.is_empty());
            // A link of four letters counts 23; nothing else counts more than two a byte.
            prop_assert!(counted <= 6 * text.len());
            if !text.ends_with(['\r', '\u{200d}']) {
                prop_assert_eq!(length(network, &format!("{text}\n")), counted + 1);
            }
        }
        prop_assert!(length(Bluesky, &text) <= length(Threads, &text));
    }

    #[test]
    fn composed_or_not_a_text_is_as_long_on_x(text in texts()) {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(length(X, &composed), length(X, &text));
        prop_assert_eq!(length(X, &decomposed), length(X, &text));
    }

    #[test]
    fn a_line_more_adds_its_own_length(first in texts(), second in texts()) {
        // A carriage return takes the line feed to itself on Bluesky, and a joiner does on Mastodon.
        prop_assume!(!first.ends_with(['\r', '\u{200d}']));
        let second = format!("Line: {second}");
        for network in Network::ALL {
            let both = format!("{first}\n{second}");
            prop_assert_eq!(length(network, &both), length(network, &first) + 1 + length(network, &second));
        }
    }

    #[test]
    fn a_letter_after_a_space_adds_two(text in texts(), letter in "[a-zA-Z]") {
        for network in Network::ALL {
            prop_assume!(!text.ends_with('\u{200d}') && !takes_a_space_to_itself(&text));
            prop_assert_eq!(length(network, &format!("{text} {letter}")), length(network, &text) + 2);
        }
    }

    #[test]
    fn a_sign_written_before_another_is_one_with_a_space_on_bluesky_alone(letter in "[a-zA-Z]") {
        let text = format!("\u{1193f} {letter}");
        prop_assert_eq!(length(Bluesky, &text), 2);
        for network in [Mastodon, Threads] {
            prop_assert_eq!(length(network, &text), 3);
        }
    }

    #[test]
    fn a_link_counts_23_on_x_and_mastodon_however_long(path in "[a-z0-9/]{0,300}") {
        let text = format!("See https://example.org/{path} now");
        prop_assert_eq!(length(X, &text), 31);
        prop_assert_eq!(length(Mastodon, &text), 31);
        for network in [Bluesky, Threads] {
            prop_assert_eq!(length(network, &text), text.len());
        }
    }

    #[test]
    fn plain_letters_count_one_each_everywhere(text in "[a-zA-Z0-9 ,!?'\n-]{0,600}") {
        for network in Network::ALL {
            prop_assert_eq!(length(network, &text), text.len());
        }
    }
}
