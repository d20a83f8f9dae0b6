//! Signatures: from a submitted sign-on to a confirmed, amended or withdrawn signature.
//!
//! The types and rules stand here. They take facts, `now` among them, and return facts; there is no
//! HTTP, SQL, clock or randomness. A sign-on is what a visitor submits; only the button on the page
//! behind the mailed link makes it a signature.

pub mod belongings;
pub mod changes;
pub mod confirmations;
pub mod deciding;
pub mod expiry;
pub mod form;
pub mod gaps;
pub mod intake;
pub mod judging;
mod known;
pub mod link;
pub mod mail;
pub mod mailing;
pub mod moderation;
pub mod name_ordering;
pub mod names;
pub mod pages;
pub mod private_page;
pub mod private_routes;
mod problems;
pub mod reminding;
pub mod routes;
pub mod store;

use crate::clock::DAY;
use crate::letters::LINK_DAYS;
use crate::mail::Rank;
use crate::people::Agreed;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// At most so many mails an address in a day, whatever anybody submits.
pub const MAILS_A_DAY: i64 = 3;
/// How long a link holds that nobody has used, in microseconds.
pub const TIME_TO_CONFIRM: i64 = LINK_DAYS as i64 * DAY;

/// One row of the intake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOn {
    pub group_id: i64,
    pub campaign_id: i64,
    pub letter_id: i64,
    pub letter_version: i64,
    pub language: String,
    pub name: String,
    pub email: String,
    pub relation: Option<String>,
    pub postal_code: Option<String>,
    pub country: Option<String>,
    pub comment: Option<String>,
    pub is_public: bool,
    pub consents: Vec<Agreed>,
    pub source: Option<String>,
    pub came: Came,
    /// Microseconds UTC.
    pub created_at: i64,
}

/// How a sign-on came in: what it is judged by, beside what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Came {
    /// As [`crate::web::visitor::Network`] is written.
    pub network: Option<String>,
    /// For how many milliseconds the form was filled in, by the page's own script; nothing where none ran.
    pub filled_in: Option<i64>,
    /// Whether the field was filled that people do not see.
    pub trapped: bool,
    /// Whether work was proved for this address.
    pub worked: bool,
}

/// A sign-on as the intake keeps it, with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSignOn {
    pub id: i64,
    pub sign_on: SignOn,
}

impl StoredSignOn {
    pub fn link(&self) -> link::Link {
        link::Link { sign_on: self.id, letter: self.sign_on.letter_id, stored_at: self.sign_on.created_at }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Confirmed,
    Held,
    Invalidated,
    Withdrawn,
}

impl State {
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Held => "held",
            Self::Invalidated => "invalidated",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Confirmed, Self::Held, Self::Invalidated, Self::Withdrawn]
            .into_iter()
            .find(|state| state.word() == text)
    }
}

/// As what organisers removed a signature: the class that is counted openly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RemovedAs {
    /// Nobody stands behind it.
    False,
    /// Somebody signed more than once.
    Duplicate,
    /// Its name or words insult or mock.
    Abusive,
    Other,
}

impl RemovedAs {
    pub const ALL: [Self; 4] = [Self::False, Self::Duplicate, Self::Abusive, Self::Other];

    pub fn word(self) -> &'static str {
        match self {
            Self::False => "false",
            Self::Duplicate => "duplicate",
            Self::Abusive => "abusive",
            Self::Other => "other",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.word() == word)
    }
}

/// A signature as its signer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub id: i64,
    pub group_id: i64,
    pub campaign_id: i64,
    pub letter_id: i64,
    pub letter_version: i64,
    /// The number of the sign-on it was made from: its private link outlives the intake row.
    pub sign_on_id: i64,
    pub language: String,
    pub name: String,
    pub relation: Option<String>,
    pub postal_code: Option<String>,
    pub country: Option<String>,
    pub comment: Option<String>,
    pub is_public: bool,
    /// Since when organisers keep the name off the page, whatever its signer wished.
    pub hidden_at: Option<i64>,
    /// The change at the desk that touched it last, unless its signer did since.
    pub change_id: Option<i64>,
    /// Whose it is; nothing where its signer was forgotten.
    pub person_id: Option<i64>,
    pub source: Option<String>,
    pub state: State,
    /// As what it was removed; nothing where it is not.
    pub removed_as: Option<RemovedAs>,
    pub node: String,
    /// What its commitments are salted with, all of them: whoever holds it can show what each meant.
    pub salt: Vec<u8>,
    pub address_key: Vec<u8>,
    /// When the sign-on was submitted; sealed in the link.
    pub signed_on_at: i64,
    pub confirmed_at: i64,
    pub changed_at: i64,
}

impl Signature {
    pub fn link(&self) -> link::Link {
        link::Link { sign_on: self.sign_on_id, letter: self.letter_id, stored_at: self.signed_on_at }
    }
}

/// A signature that stands for a name in a mailbox: what the rules need of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub signature_id: i64,
    pub sign_on_id: i64,
    pub signed_on_at: i64,
    pub place: i64,
    pub name_key: String,
}

/// Where a name may stand among the signatures of its mailbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// This place is free.
    Free(i64),
    /// The same name stands there already.
    Taken(Standing),
    /// Other names fill the mailbox.
    Full,
}

/// Finds a name's place in a mailbox that holds at most `most` names.
pub fn place_for(name: &str, standing: &[Standing], most: i64) -> Place {
    let key = name_key(name);
    if let Some(same) = standing.iter().find(|one| one.name_key == key) {
        return Place::Taken(same.clone());
    }
    let free = (1..=most.max(1)).find(|place| standing.iter().all(|one| one.place != *place));
    free.map_or(Place::Full, Place::Free)
}

/// The form in which two names of one mailbox are compared: NFKC, lower case, single spaces.
pub fn name_key(name: &str) -> String {
    let folded: String = name.nfkc().flat_map(char::to_lowercase).collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which mail a submission gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailKind {
    Confirmation,
    SignedAlready,
    LinkAgain,
    /// The letter's words were changed since: organisers chose to tell.
    WordsChanged,
}

impl MailKind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::SignedAlready => "signed_already",
            Self::LinkAgain => "link_again",
            Self::WordsChanged => "words_changed",
        }
    }

    /// Whoever signed already waits for nothing.
    pub fn rank(self) -> Rank {
        match self {
            Self::Confirmation | Self::LinkAgain => Rank::Awaited,
            Self::SignedAlready | Self::WordsChanged => Rank::Telling,
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        [Self::Confirmation, Self::SignedAlready, Self::LinkAgain, Self::WordsChanged]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

/// A mail to be sent, and the sign-on that it is about: a repeat's is that of the signature it met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    pub kind: MailKind,
    pub sign_on_id: i64,
}

/// Decides what an address gets for a sign-on; the visitor's page has said the same to everybody.
pub fn decide(
    sign_on: &StoredSignOn,
    standing: &[Standing],
    most: i64,
    mails_today: i64,
) -> Option<Decision> {
    if mails_today >= MAILS_A_DAY {
        return None;
    }
    Some(match place_for(&sign_on.sign_on.name, standing, most) {
        Place::Free(_) => Decision { kind: MailKind::Confirmation, sign_on_id: sign_on.id },
        Place::Taken(same) => Decision { kind: MailKind::SignedAlready, sign_on_id: same.sign_on_id },
        Place::Full => Decision { kind: MailKind::SignedAlready, sign_on_id: sign_on.id },
    })
}

/// What an entry of a letter's log says happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogKind {
    Signed,
    Amended,
    Withdrawn,
    /// Struck by the organisers.
    Invalidated,
    /// Put back by them.
    Reinstated,
}

impl LogKind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Amended => "amended",
            Self::Withdrawn => "withdrawn",
            Self::Invalidated => "invalidated",
            Self::Reinstated => "reinstated",
        }
    }
}

/// SHA-256 over the salt and what is committed to, each field with its length before it, so that no
/// two different signatures share a text. Only who holds the salt can show what was meant.
pub fn commitment(
    kind: LogKind,
    salt: &[u8],
    name: &str,
    relation: Option<&str>,
    version: i64,
    sign_on: i64,
) -> Vec<u8> {
    let mut hash = Sha256::new();
    let version = version.to_be_bytes();
    let sign_on = sign_on.to_be_bytes();
    let fields: [&[u8]; 7] = [
        b"broadside signature 1",
        kind.word().as_bytes(),
        salt,
        name.as_bytes(),
        relation.unwrap_or_default().as_bytes(),
        &version,
        &sign_on,
    ];
    for field in fields {
        hash.update((field.len() as u64).to_be_bytes());
        hash.update(field);
    }
    hash.finalize().to_vec()
}

#[cfg(test)]
mod rules {
    use super::*;

    fn standing(place: i64, name: &str) -> Standing {
        Standing {
            signature_id: place,
            sign_on_id: place * 10,
            signed_on_at: 0,
            place,
            name_key: name_key(name),
        }
    }

    #[test]
    fn a_name_is_the_same_name_in_other_case_width_and_spacing() {
        assert_eq!(name_key("  Zoë   EXAMPLE "), name_key("zoe\u{308} example"));
        assert_eq!(name_key("Ａｄａ"), name_key("ada"));
        assert_ne!(name_key("Ada"), name_key("Adam"));
    }

    #[test]
    fn a_household_has_two_places_and_a_freed_one_is_given_again() {
        assert_eq!(place_for("Ada", &[], 2), Place::Free(1));
        assert_eq!(place_for("Ada", &[standing(1, "Bo")], 2), Place::Free(2));
        assert_eq!(place_for("Ada", &[standing(2, "Bo")], 2), Place::Free(1));
        assert_eq!(place_for("BO", &[standing(1, "Bo")], 2), Place::Taken(standing(1, "Bo")));
        let full = [standing(1, "Bo"), standing(2, "Cy")];
        assert_eq!(place_for("Ada", &full, 2), Place::Full);
        assert_eq!(place_for("Ada", &full[..1], 1), Place::Full);
    }

    #[test]
    fn a_commitment_changes_with_every_field_and_with_the_salt() {
        let one = commitment(LogKind::Signed, b"salt", "Ada", Some("customer"), 1, 5);
        let others = [
            commitment(LogKind::Withdrawn, b"salt", "Ada", Some("customer"), 1, 5),
            commitment(LogKind::Signed, b"pepper", "Ada", Some("customer"), 1, 5),
            commitment(LogKind::Signed, b"salt", "Adac", Some("ustomer"), 1, 5),
            commitment(LogKind::Signed, b"salt", "Ada", None, 1, 5),
            commitment(LogKind::Signed, b"salt", "Ada", Some("customer"), 2, 5),
            commitment(LogKind::Signed, b"salt", "Ada", Some("customer"), 1, 6),
        ];
        assert!(others.iter().all(|other| *other != one));
        assert_eq!(one.len(), 32, "no bit of the hash is cut away");
    }
}
