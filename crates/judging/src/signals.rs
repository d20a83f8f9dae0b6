//! The signals, each with its name and what it weighs unless somebody chose otherwise.

use std::collections::BTreeMap;

macro_rules! signals {
    ($($(#[$doc:meta])* $signal:ident $word:literal $weight:literal;)*) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Signal {
            $($(#[$doc])* $signal,)*
        }

        impl Signal {
            pub const ALL: &[Self] = &[$(Self::$signal,)*];

            /// Its name in URLs, forms and the database.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$signal => $word,)*
                }
            }

            /// What it weighs unless a campaign's moderators chose otherwise.
            pub fn usual_weight(self) -> i64 {
                match self {
                    $(Self::$signal => $weight,)*
                }
            }
        }
    };
}

signals! {
    /// The field was filled that people do not see.
    Trap "trap" 100;
    /// The form was filled in faster than a person can.
    Instant "instant" 50;
    /// It was filled in as fast as a browser that fills fields by itself.
    Quick "quick" 20;
    /// No script told how long it took.
    Unmeasured "unmeasured" 15;
    /// The mail domain is one of addresses that are thrown away.
    Disposable "disposable" 60;
    /// Letters follow each other in the name as in nobody's name.
    OddName "odd-name" 40;
    /// Letters and digits of the address are as if drawn by lot.
    OddAddress "odd-address" 20;
    /// The address is two names, and the name given is neither.
    OtherName "other-name" 10;
    /// An address at a provider for everybody ends in three digits or more.
    Numbered "numbered" 8;
    /// The same name came from many mailboxes.
    RepeatedName "repeated-name" 30;
    /// Many came from one network, most of them with signals of their own.
    Network "network" 40;
    /// Many came from neighbouring networks, most of them with signals of their own.
    Neighbourhood "neighbourhood" 35;
    /// Many came with addresses of a mail domain that was new, most of them with signals of their own.
    Domain "domain" 40;
    /// Many sent the same words, most of them with signals of their own.
    SameText "same-text" 45;
    /// Those who share a network, a domain or words took the same time as by a machine.
    Regular "regular" 30;
    /// No work was proved while the campaign was under attack.
    NoWork "no-work" 10;
}

impl Signal {
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|signal| signal.word() == word)
    }
}

/// What a campaign's signals weigh, and what a sum is held from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    chosen: BTreeMap<Signal, i64>,
    threshold: Option<i64>,
}

impl Weights {
    /// What is held unless somebody chose otherwise.
    pub const USUAL_THRESHOLD: i64 = 50;
    /// No weight is more, and none less than nothing.
    pub const MOST: i64 = 200;

    pub fn of(&self, signal: Signal) -> i64 {
        self.chosen.get(&signal).copied().unwrap_or(signal.usual_weight())
    }

    pub fn threshold(&self) -> i64 {
        self.threshold.unwrap_or(Self::USUAL_THRESHOLD)
    }

    #[must_use]
    pub fn with(mut self, signal: Signal, weight: i64) -> Self {
        self.chosen.insert(signal, weight.clamp(0, Self::MOST));
        self
    }

    #[must_use]
    pub fn held_from(mut self, threshold: i64) -> Self {
        self.threshold = Some(threshold.clamp(1, Self::MOST));
        self
    }
}
