//! Accounts: who works here, in which groups and roles, and how somebody proves to be one of them.

pub mod account_routes;
pub mod changes;
pub mod codes;
pub mod door_routes;
pub mod first;
pub mod guard;
pub mod guessing;
pub mod links;
pub mod mailing;
pub mod member_routes;
pub mod nav;
pub mod old_password;
pub mod origin;
pub mod pages;
#[cfg(feature = "passkeys")]
pub mod passkeys;
#[cfg(not(feature = "passkeys"))]
#[path = "without_passkeys.rs"]
pub mod passkeys;
pub mod passwords;
pub mod proof_routes;
pub mod roles;
pub mod second_step_routes;
pub mod sessions;
pub mod sign_in_routes;
pub mod store;
pub mod tidying;

use crate::clock::{DAY, HOUR, MINUTE};

/// What somebody may do in a group, or in one campaign of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    Owner,
    Organiser,
    Moderator,
    Treasurer,
    Viewer,
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Owner, Self::Organiser, Self::Moderator, Self::Treasurer, Self::Viewer];

    pub fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Organiser => "organiser",
            Self::Moderator => "moderator",
            Self::Treasurer => "treasurer",
            Self::Viewer => "viewer",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }

    pub fn text_key(self) -> &'static str {
        match self {
            Self::Owner => "accounts-role-owner",
            Self::Organiser => "accounts-role-organiser",
            Self::Moderator => "accounts-role-moderator",
            Self::Treasurer => "accounts-role-treasurer",
            Self::Viewer => "accounts-role-viewer",
        }
    }

    /// What it may do, in words.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::Owner => "accounts-role-owner-words",
            Self::Organiser => "accounts-role-organiser-words",
            Self::Moderator => "accounts-role-moderator-words",
            Self::Treasurer => "accounts-role-treasurer-words",
            Self::Viewer => "accounts-role-viewer-words",
        }
    }

    /// Who may read the addresses of signers.
    pub fn sees_addresses(self) -> bool {
        ORGANISERS.contains(&self)
    }

    /// Who may read names that signers asked to hide, and comments.
    pub fn sees_hidden_names(self) -> bool {
        MODERATORS.contains(&self)
    }
}

/// Who may read names that signers asked to hide, and comments.
pub const MODERATORS: &[Role] = &[Role::Owner, Role::Organiser, Role::Moderator];
pub const OWNERS: &[Role] = &[Role::Owner];
/// Who keeps the money: amounts and what providers call payments.
pub const TREASURERS: &[Role] = &[Role::Owner, Role::Treasurer];
/// Who may see how far a fundraiser is, to keep its money or to change what it asks for.
pub const FUNDRAISING: &[Role] = &[Role::Owner, Role::Organiser, Role::Treasurer];
pub const ORGANISERS: &[Role] = &[Role::Owner, Role::Organiser];
pub const MEMBERS: &[Role] = &Role::ALL;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: i64,
    pub name: String,
    pub email: String,
    /// Tag of the language the desk speaks to this person.
    pub language: String,
    /// Whether this person runs the instance, beside any group.
    pub operates: bool,
    pub password_hash: Option<String>,
    pub totp_secret: Option<Vec<u8>>,
    pub totp_confirmed_at: Option<i64>,
    pub totp_step: i64,
    pub failures: i64,
    pub failed_at: Option<i64>,
    pub warned_at: Option<i64>,
    pub deactivated_at: Option<i64>,
}

impl Account {
    /// The secret of the second step, once it was shown to work.
    pub fn second_step(&self) -> Option<&[u8]> {
        self.totp_confirmed_at.and(self.totp_secret.as_deref())
    }
}

/// One membership of a group, or of one campaign in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub id: i64,
    pub account: i64,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// Slug of the campaign, where the role is in that one alone.
    pub campaign: Option<String>,
    pub version: i64,
    pub created_at: i64,
    /// Since when it is suspended: kept, and opening nothing.
    pub deactivated_at: Option<i64>,
}

impl Membership {
    fn is_group_owner(&self) -> bool {
        self.role == Role::Owner && self.campaign.is_none() && self.deactivated_at.is_none()
    }
}

/// Whether a group would be left without an owner if this membership became `role`, or ended.
pub fn leaves_no_owner(members: &[Membership], changed: i64, role: Option<Role>) -> bool {
    let others = members.iter().any(|one| one.id != changed && one.is_group_owner());
    let owns = members.iter().any(|one| one.id == changed && one.is_group_owner());
    owns && !others && role != Some(Role::Owner)
}

/// How long an invitation, and the first visit's link, can be used.
pub const INVITATION: i64 = 72 * HOUR;
/// How long a mailed sign-in link can be used, from when it is written.
pub const SIGN_IN_LINK: i64 = 30 * MINUTE;
/// A session nobody used for so long has ended.
pub const IDLE: i64 = 12 * HOUR;
/// A session ends after so long, however much it is used.
pub const LONGEST_SESSION: i64 = 14 * DAY;
/// How long who sits here counts as proved, for what is asked again.
pub const PROVED_FOR: i64 = 10 * MINUTE;
/// How long the second step may be waited for.
pub const SECOND_STEP: i64 = 10 * MINUTE;

/// The state of a session at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// The password or link was right; the code is still to come.
    Half,
    /// Ended by its owner, or by somebody who may.
    Ended,
    Expired,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: i64,
    pub account: i64,
    pub agent: String,
    pub half: bool,
    pub created_at: i64,
    pub seen_at: i64,
    pub proved_at: i64,
    pub ended_at: Option<i64>,
}

impl Session {
    pub fn standing(&self, now: i64) -> Standing {
        if self.ended_at.is_some() {
            Standing::Ended
        } else if now - self.created_at > LONGEST_SESSION || now - self.seen_at > IDLE {
            Standing::Expired
        } else if self.half {
            if now - self.created_at > SECOND_STEP { Standing::Expired } else { Standing::Half }
        } else {
            Standing::Open
        }
    }

    /// Whether it was proved lately who sits here.
    pub fn is_proved(&self, now: i64) -> bool {
        now - self.proved_at <= PROVED_FOR
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(id: i64, role: Role, campaign: Option<&str>) -> Membership {
        Membership {
            id,
            account: id,
            name: String::new(),
            email: String::new(),
            role,
            campaign: campaign.map(str::to_owned),
            version: 1,
            created_at: 0,
            deactivated_at: None,
        }
    }

    #[test]
    fn the_last_owner_of_a_group_can_neither_leave_nor_become_less() {
        let members = [
            member(1, Role::Owner, None),
            member(2, Role::Owner, Some("one")),
            member(3, Role::Viewer, None),
        ];
        assert!(leaves_no_owner(&members, 1, None));
        assert!(leaves_no_owner(&members, 1, Some(Role::Viewer)));
        assert!(!leaves_no_owner(&members, 1, Some(Role::Owner)));
        assert!(!leaves_no_owner(&members, 2, None), "an owner of one campaign is not the group's");
        let members = [member(1, Role::Owner, None), member(4, Role::Owner, None)];
        assert!(!leaves_no_owner(&members, 1, None));
        let suspended = Membership { deactivated_at: Some(1), ..member(4, Role::Owner, None) };
        let members = [member(1, Role::Owner, None), suspended];
        assert!(leaves_no_owner(&members, 1, None), "whoever is suspended owns nothing meanwhile");
        assert!(!leaves_no_owner(&members, 4, None));
    }

    #[test]
    fn a_session_ends_when_nobody_uses_it_and_however_much_it_is_used() {
        let session = Session {
            id: 1,
            account: 1,
            agent: String::new(),
            half: false,
            created_at: 0,
            seen_at: 0,
            proved_at: 0,
            ended_at: None,
        };
        assert_eq!(session.standing(IDLE), Standing::Open);
        assert_eq!(session.standing(IDLE + 1), Standing::Expired);
        let used = Session { seen_at: LONGEST_SESSION, ..session.clone() };
        assert_eq!(used.standing(LONGEST_SESSION + 1), Standing::Expired);
        let half = Session { half: true, ..session.clone() };
        assert_eq!(half.standing(SECOND_STEP), Standing::Half);
        assert_eq!(half.standing(SECOND_STEP + 1), Standing::Expired);
        assert_eq!(Session { ended_at: Some(1), ..session.clone() }.standing(1), Standing::Ended);
        assert!(session.is_proved(PROVED_FOR) && !session.is_proved(PROVED_FOR + 1));
    }
}
