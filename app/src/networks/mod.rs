//! The networks that a post can go to: their names, the addresses of their composers, how they write
//! somebody's name, how long a post may be. It knows no campaign and never talks to a network.

pub mod composers;
pub mod encoding;
pub mod handles;
pub mod profiles;
pub mod servers;

use std::fmt;

/// Characters of a title on Reddit.
const REDDIT_TITLE: usize = 300;

/// A network whose composer can be opened with a text or a link in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Network {
    X,
    Bluesky,
    Mastodon,
    Threads,
    LinkedIn,
    Facebook,
    WhatsApp,
    Telegram,
    Reddit,
}

/// How a post leaves: by a network's composer, or by what every device has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    Network(Network),
    Email,
    Sms,
    Copy,
}

/// What a text has too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// More than these, as the network counts.
    Count { most: usize },
    /// The count is within the limit, and the bytes of UTF-8 are not.
    Bytes { bytes: usize, most: usize },
}

impl Network {
    /// In the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::X,
        Self::Bluesky,
        Self::Mastodon,
        Self::Threads,
        Self::LinkedIn,
        Self::Facebook,
        Self::WhatsApp,
        Self::Telegram,
        Self::Reddit,
    ];

    /// As it stands in URLs and files.
    pub fn name(self) -> &'static str {
        composers::of(self).name
    }

    /// As it calls itself.
    pub fn title(self) -> &'static str {
        composers::of(self).title
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|network| network.name() == name)
    }

    /// How many may be in a text, as this network counts; nothing where there is no limit to meet.
    pub fn limit(self) -> Option<usize> {
        match self {
            Self::Reddit => Some(REDDIT_TITLE),
            other => other.counter().map(posttext::Network::limit),
        }
    }

    /// The length of a text as this network counts it; characters where it has no rule of its own.
    pub fn length(self, text: &str) -> usize {
        match self.counter() {
            Some(counter) => posttext::length(counter, text),
            None => text.chars().count(),
        }
    }

    /// Whether the network takes a text of this length.
    pub fn fits(self, text: &str) -> bool {
        self.excess(text).is_none()
    }

    /// In what a text is too long for the network; nothing where it fits.
    pub fn excess(self, text: &str) -> Option<Excess> {
        let most = self.limit()?;
        if self.length(text) > most {
            return Some(Excess::Count { most });
        }
        let counter = self.counter().filter(|counter| !posttext::fits(*counter, text))?;
        Some(Excess::Bytes { bytes: text.len(), most: counter.most_bytes()? })
    }

    /// The network’s own rule of counting, where it has one.
    fn counter(self) -> Option<posttext::Network> {
        self.name().parse().ok()
    }
}

impl fmt::Display for Network {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.name())
    }
}

impl Way {
    /// Networks first, then what needs none.
    pub fn all() -> impl Iterator<Item = Self> {
        Network::ALL.into_iter().map(Self::Network).chain([Self::Email, Self::Sms, Self::Copy])
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Network(network) => network.name(),
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Copy => "copy",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::all().find(|way| way.name() == name)
    }

    pub fn network(self) -> Option<Network> {
        match self {
            Self::Network(network) => Some(network),
            _ => None,
        }
    }

    /// Whether its composer takes the link in a field of its own, beside the words or without any.
    pub fn takes_link_apart(self) -> bool {
        self.network().is_some_and(|network| !composers::of(network).takes_text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_is_found_by_its_name_and_no_other() {
        let names: Vec<_> = Way::all().map(Way::name).collect();
        assert_eq!(
            names.join(" "),
            "x bluesky mastodon threads linkedin facebook whatsapp telegram reddit email sms copy"
        );
        for way in Way::all() {
            assert_eq!(Way::parse(way.name()), Some(way));
        }
        assert_eq!(Way::parse("X"), None);
        assert_eq!(Network::parse("email"), None);
    }
}
