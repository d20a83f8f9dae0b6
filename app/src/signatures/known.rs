//! What the database says of those who pressed the button, asked once for all of them.

use super::confirmations::{Confirmation, Outcome, waits};
use super::store;
use super::{Signature, Standing, State, StoredSignOn};
use crate::instance::AddressKey;
use crate::letters::{self, Terms};
use broadside_address::Address;
use broadside_db::{Connection, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

pub struct Known {
    pub signatures: HashMap<i64, Signature>,
    sign_ons: HashMap<i64, Waiting>,
    terms: HashMap<i64, Terms>,
    /// Mailboxes whose signatures organisers removed, by letter.
    removed: BTreeSet<(i64, Vec<u8>)>,
    /// Sign-ons that look false.
    held: HashSet<i64>,
    /// Mailboxes whose held signature was withdrawn before anybody had looked, by letter.
    suspected: BTreeSet<(i64, Vec<u8>)>,
}

/// The names that stand at each mailbox, by letter and key of the address.
pub type Mailboxes = HashMap<(i64, Vec<u8>), Vec<Standing>>;

/// A sign-on, and its address as it is compared.
pub struct Waiting {
    pub stored: StoredSignOn,
    pub canonical: String,
    pub address_key: Vec<u8>,
}

impl Known {
    pub async fn of(
        c: &mut Connection,
        pressed: impl Iterator<Item = &Confirmation>,
        addresses: &AddressKey,
    ) -> Result<Self> {
        let ids: Vec<i64> = pressed.map(|one| one.link.sign_on).collect();
        let signatures = store::signatures_by_sign_on(c, &ids).await?;
        let (mut sign_ons, mut terms) = (HashMap::new(), HashMap::new());
        for stored in store::sign_ons(c, &ids).await? {
            let Ok(address) = Address::parse(&stored.sign_on.email) else { continue };
            let canonical = address.canonical();
            let address_key = addresses.of(&canonical);
            sign_ons.insert(stored.id, Waiting { stored, canonical, address_key });
        }
        let letters: BTreeSet<i64> = sign_ons.values().map(|one| one.stored.sign_on.letter_id).collect();
        for letter in letters {
            terms.extend(letters::store::terms(c, letter).await?.map(|terms| (letter, terms)));
        }
        let mut known = Self {
            signatures,
            sign_ons,
            terms,
            removed: BTreeSet::new(),
            held: store::held_among(c, &ids).await?,
            suspected: BTreeSet::new(),
        };
        for (letter, keys) in known.mailboxes() {
            let removed = store::removed_among(c, letter, &keys).await?;
            known.removed.extend(removed.into_iter().map(|key| (letter, key)));
            let suspected = store::withdrawn_while_held(c, letter, &keys).await?;
            known.suspected.extend(suspected.into_iter().map(|key| (letter, key)));
        }
        Ok(known)
    }

    /// The keys of the addresses that wait, by letter.
    fn mailboxes(&self) -> BTreeMap<i64, Vec<Vec<u8>>> {
        let mut keys: BTreeMap<i64, Vec<Vec<u8>>> = BTreeMap::new();
        for one in self.sign_ons.values() {
            keys.entry(one.stored.sign_on.letter_id).or_default().push(one.address_key.clone());
        }
        keys
    }

    /// What becomes of a sign-on: removed where organisers have removed what came from its mailbox before,
    /// held where it looks false, or what was held before was withdrawn and is signed anew.
    pub fn state_of(&self, one: &Waiting) -> State {
        let mailbox = (one.stored.sign_on.letter_id, one.address_key.clone());
        match () {
            () if self.removed.contains(&mailbox) => State::Invalidated,
            () if self.held.contains(&one.stored.id) || self.suspected.contains(&mailbox) => State::Held,
            () => State::Confirmed,
        }
    }

    pub async fn standing(&self, c: &mut Connection) -> Result<Mailboxes> {
        let mut standing = Mailboxes::new();
        for (letter, keys) in self.mailboxes() {
            let of_letter = store::standing_for_each(c, letter, &keys).await?;
            standing.extend(of_letter.into_iter().map(|(key, standing)| ((letter, key), standing)));
        }
        Ok(standing)
    }

    /// The sign-on that a link means and the terms it is under, or why the link leads to nothing more.
    pub fn pressed(&self, one: &Confirmation) -> std::result::Result<(&Waiting, &Terms), Over> {
        let sign_on = self.sign_ons.get(&one.link.sign_on).ok_or(Over::Gone)?;
        if !waits(&sign_on.stored, one.link, one.now) {
            return Err(Over::Gone);
        }
        let terms = self.terms.get(&sign_on.stored.sign_on.letter_id).ok_or(Over::Gone)?;
        if terms.is_open { Ok((sign_on, terms)) } else { Err(Over::LetterClosed) }
    }
}

/// Why a link leads to nothing more.
pub enum Over {
    Gone,
    LetterClosed,
}

impl From<Over> for Outcome {
    fn from(over: Over) -> Self {
        match over {
            Over::Gone => Self::Gone,
            Over::LetterClosed => Self::LetterClosed,
        }
    }
}
