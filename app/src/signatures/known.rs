//! What the database says of those who pressed the button, asked once for all of them.

use super::confirmations::{Confirmation, Outcome, waits};
use super::store::{self, Doubt, Pressed};
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
    /// By letter and key of the address.
    doubts: HashMap<(i64, Vec<u8>), Vec<Doubt>>,
}

/// The names that stand at each mailbox, by letter and address in canonical form.
pub type Mailboxes = HashMap<(i64, String), Vec<Standing>>;

/// A sign-on, and its address as it is compared.
pub struct Waiting {
    pub stored: StoredSignOn,
    /// It looks false.
    is_held: bool,
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
        let (mut sign_ons, mut terms) = (HashMap::new(), HashMap::new());
        let mut maybe_signed: HashSet<i64> = ids.iter().copied().collect();
        for Pressed { stored, is_held, is_signature } in store::pressed(c, &ids).await? {
            if !is_signature {
                maybe_signed.remove(&stored.id);
            }
            let Ok(address) = Address::parse(&stored.sign_on.email) else { continue };
            let canonical = address.canonical();
            let address_key = addresses.of(&canonical);
            sign_ons.insert(stored.id, Waiting { stored, is_held, canonical, address_key });
        }
        // Of most who press for the first time nothing is there yet to be asked for.
        let maybe_signed: Vec<i64> = maybe_signed.into_iter().collect();
        let signatures = store::signatures_by_sign_on(c, &maybe_signed).await?;
        let letters: BTreeSet<i64> = sign_ons.values().map(|one| one.stored.sign_on.letter_id).collect();
        for letter in letters {
            terms.extend(letters::store::terms(c, letter).await?.map(|terms| (letter, terms)));
        }
        let mut known = Self { signatures, sign_ons, terms, doubts: HashMap::new() };
        for (letter, keys) in known.by_letter(|one| one.address_key.clone()) {
            for (key, doubt) in store::doubts(c, letter, &keys).await? {
                known.doubts.entry((letter, key)).or_default().push(doubt);
            }
        }
        Ok(known)
    }

    /// Something of the sign-ons that wait, by letter.
    fn by_letter<T>(&self, of: impl Fn(&Waiting) -> T) -> BTreeMap<i64, Vec<T>> {
        let mut sorted: BTreeMap<i64, Vec<T>> = BTreeMap::new();
        for one in self.sign_ons.values() {
            sorted.entry(one.stored.sign_on.letter_id).or_default().push(of(one));
        }
        sorted
    }

    /// What becomes of a sign-on: removed where organisers have removed what came from its mailbox before,
    /// held where it looks false, or what was held before was withdrawn and is signed anew.
    pub fn state_of(&self, one: &Waiting) -> State {
        let mailbox = (one.stored.sign_on.letter_id, one.address_key.clone());
        let doubts = self.doubts.get(&mailbox).map_or(&[][..], Vec::as_slice);
        match () {
            () if doubts.contains(&Doubt::Removed) => State::Invalidated,
            () if one.is_held || doubts.contains(&Doubt::Suspected) => State::Held,
            () => State::Confirmed,
        }
    }

    pub async fn standing(&self, c: &mut Connection) -> Result<Mailboxes> {
        let mut standing = Mailboxes::new();
        for (letter, mailboxes) in self.by_letter(|one| one.canonical.clone()) {
            let of_letter = store::standing_for_each(c, letter, &mailboxes).await?;
            standing.extend(of_letter.into_iter().map(|(mailbox, names)| ((letter, mailbox), names)));
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
