//! Any text, on every network: `cargo +nightly fuzz run lengths`, in the crate's folder.
#![no_main]

use libfuzzer_sys::fuzz_target;
use posttext::Network::{Bluesky, Threads};
use posttext::{Network, accepts, fits, length};

fuzz_target!(|text: &str| {
    for network in Network::ALL {
        let counted = length(network, text);
        assert_eq!(counted == 0, text.is_empty());
        // A link of four letters counts 23; nothing else counts more than two a byte.
        assert!(counted <= 6 * text.len());
        // A carriage return takes a line feed to itself on Bluesky, and a joiner does on Mastodon.
        if !text.ends_with(['\r', '\u{200d}']) {
            assert_eq!(length(network, &format!("{text}\n")), counted + 1);
        }
        let short_enough = counted <= network.limit() && (network != Bluesky || text.len() <= 3_000);
        assert_eq!(fits(network, text), short_enough);
        assert!(!accepts(network, text) || short_enough);
    }
    assert!(length(Bluesky, text) <= length(Threads, text));
});
