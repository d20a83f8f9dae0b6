//! The length of a post as each network's own counter computes it, and whether the network takes it.
//! Never reads a file, the network, the clock or the environment, and changes no text.

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod bluesky;
mod mastodon;
mod network;
mod threads;
mod units;
mod x;

pub use network::{Network, UnknownNetwork};

/// The length the network's counter shows for the text: weighted characters on X, grapheme clusters on
/// Bluesky, what its composer takes for a character on Mastodon, characters and bytes of emoji on Threads.
/// Takes time linear in the text.
pub fn length(network: Network, text: &str) -> usize {
    match network {
        Network::X => x::length(text),
        Network::Bluesky => bluesky::length(text),
        Network::Mastodon => mastodon::length(text),
        Network::Threads => threads::length(text),
    }
}

/// Whether the text is within the network's limit; on Bluesky also within its 3,000 bytes of UTF-8,
/// which only texts of long emoji reach before 300 grapheme clusters.
pub fn fits(network: Network, text: &str) -> bool {
    length(network, text) <= network.limit() && network.most_bytes().is_none_or(|most| text.len() <= most)
}

/// Whether the network takes the text as a post of its own: it fits, it is not empty, and on X it holds
/// none of the three characters that X refuses (U+FEFF, U+FFFE, U+FFFF).
pub fn accepts(network: Network, text: &str) -> bool {
    !text.is_empty() && fits(network, text) && (network != Network::X || !x::is_refused(text))
}
