//! What each role may do, as the Members page tells it: by the sets that `routes.rs` states, so that nothing
//! else is promised. A story holds the one against the other.

use super::{FUNDRAISING, MEMBERS, MODERATORS, ORGANISERS, OWNERS, Role, TREASURERS};

/// Something that some roles may do.
pub struct Deed {
    pub text: &'static str,
    pub may: &'static [Role],
}

pub const DEEDS: &[Deed] = &[
    Deed { text: "accounts-deed-look", may: MEMBERS },
    Deed { text: "accounts-deed-hidden", may: MODERATORS },
    Deed { text: "accounts-deed-hiding", may: MODERATORS },
    Deed { text: "accounts-deed-endorsements", may: MODERATORS },
    Deed { text: "accounts-deed-removing", may: MODERATORS },
    Deed { text: "accounts-deed-mails", may: ORGANISERS },
    Deed { text: "accounts-deed-addresses", may: ORGANISERS },
    Deed { text: "accounts-deed-targets", may: ORGANISERS },
    Deed { text: "accounts-deed-statements", may: ORGANISERS },
    Deed { text: "accounts-deed-deliveries", may: ORGANISERS },
    Deed { text: "accounts-deed-goals", may: ORGANISERS },
    Deed { text: "accounts-deed-fundraisers-seen", may: FUNDRAISING },
    Deed { text: "accounts-deed-fundraisers", may: ORGANISERS },
    Deed { text: "accounts-deed-account", may: OWNERS },
    Deed { text: "accounts-deed-money", may: TREASURERS },
    Deed { text: "accounts-deed-giver-words", may: MODERATORS },
    Deed { text: "accounts-deed-partners", may: ORGANISERS },
    Deed { text: "accounts-deed-records", may: ORGANISERS },
    Deed { text: "accounts-deed-retention", may: OWNERS },
    Deed { text: "accounts-deed-members", may: OWNERS },
    Deed { text: "accounts-deed-leave", may: MEMBERS },
];
