//! How long a text is as each network counts it.

use super::Network as Any;

/// Networks that say how long a post may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    X,
    Bluesky,
    Mastodon,
    Threads,
}

/// Characters of a title on Reddit.
pub const REDDIT_TITLE: usize = 300;

impl Network {
    pub fn limit(self) -> usize {
        match self {
            Self::X => 280,
            Self::Bluesky => 300,
            Self::Mastodon | Self::Threads => 500,
        }
    }
}

/// The network's own rule of counting, where it has one.
pub fn counted(network: Any) -> Option<Network> {
    match network {
        Any::X => Some(Network::X),
        Any::Bluesky => Some(Network::Bluesky),
        Any::Mastodon => Some(Network::Mastodon),
        Any::Threads => Some(Network::Threads),
        _ => None,
    }
}

/// As the network counts it: a link is 23 on X and Mastodon.
pub fn length(network: Network, text: &str) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    let words = |weigh: &dyn Fn(&str) -> usize| -> usize {
        let spaces = text.matches(' ').count();
        let weights = text.split(' ').map(|word| {
            let link = word.starts_with("https://") || word.starts_with("http://");
            if link { 23 } else { weigh(word) }
        });
        weights.sum::<usize>() + spaces
    };
    match network {
        Network::X => words(&|word| word.chars().map(weight).sum()),
        Network::Mastodon => words(&|word| {
            let user = word.strip_prefix('@').and_then(|rest| rest.split_once('@'));
            user.map_or(word.graphemes(true).count(), |(user, _)| user.chars().count() + 1)
        }),
        Network::Bluesky => text.graphemes(true).count(),
        Network::Threads => text.chars().count(),
    }
}

fn weight(character: char) -> usize {
    match u32::from(character) {
        0..=0x10ff | 0x2000..=0x200d | 0x2010..=0x201f | 0x2032..=0x2037 => 1,
        _ => 2,
    }
}
