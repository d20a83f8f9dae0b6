//! The networks whose counters this crate knows, their names and their limits.

use std::fmt;
use std::str::FromStr;

/// A network on which a post has a longest length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Network {
    X,
    Bluesky,
    Mastodon,
    Threads,
}

impl Network {
    /// Every network, in the order in which they are declared.
    pub const ALL: [Network; 4] = [Network::X, Network::Bluesky, Network::Mastodon, Network::Threads];

    /// The longest post, in what [`length`](crate::length) counts for the network. On Mastodon a server may
    /// allow more; 500 is what one allows unless its administrators changed it.
    pub const fn limit(self) -> usize {
        match self {
            Network::X => 280,
            Network::Bluesky => 300,
            Network::Mastodon | Network::Threads => 500,
        }
    }

    /// The most bytes of UTF-8 that a post may have, where the network sets a limit of its own to them. On
    /// Bluesky only texts of long emoji reach it before 300 grapheme clusters.
    pub const fn most_bytes(self) -> Option<usize> {
        match self {
            Network::Bluesky => Some(3_000),
            Network::X | Network::Mastodon | Network::Threads => None,
        }
    }

    /// The name in lower case, as [`FromStr`] reads it.
    pub const fn name(self) -> &'static str {
        match self {
            Network::X => "x",
            Network::Bluesky => "bluesky",
            Network::Mastodon => "mastodon",
            Network::Threads => "threads",
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A name that is none of `x`, `bluesky`, `mastodon`, `threads`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownNetwork;

impl fmt::Display for UnknownNetwork {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the networks are x, bluesky, mastodon and threads")
    }
}

impl std::error::Error for UnknownNetwork {}

impl FromStr for Network {
    type Err = UnknownNetwork;

    fn from_str(name: &str) -> Result<Self, UnknownNetwork> {
        Network::ALL.into_iter().find(|network| network.name() == name).ok_or(UnknownNetwork)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_is_read_back_from_its_name_and_no_other_name_is_read() {
        for network in Network::ALL {
            assert_eq!(network.to_string().parse(), Ok(network));
        }
        for name in ["", "X", "twitter", " x", "linkedin"] {
            assert_eq!(name.parse::<Network>(), Err(UnknownNetwork), "{name}");
        }
    }
}
