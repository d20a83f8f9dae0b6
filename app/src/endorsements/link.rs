//! The links of an endorsement: the officer’s private page, and the page that proves a domain by a mail to it.

use crate::signatures::link::{LinkKey, Numbered};

const OWN: &[u8] = b"broadside endorsement link 1";
const PROOF: &[u8] = b"broadside endorsement proof 1";

/// The token of the officer’s private page: of the endorsement, and when it was made.
pub fn seal(key: &LinkKey, link: Numbered) -> String {
    key.seal_number(OWN, link)
}

pub fn open(key: &LinkKey, token: &str) -> Option<Numbered> {
    key.open_number(OWN, token)
}

/// The token of the page that proves a domain: of the endorsement, and when the proof was asked for.
pub fn seal_proof(key: &LinkKey, link: Numbered) -> String {
    key.seal_number(PROOF, link)
}

pub fn open_proof(key: &LinkKey, token: &str) -> Option<Numbered> {
    key.open_number(PROOF, token)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signatures::link;

    #[test]
    fn each_link_opens_its_own_door_alone() {
        let key = LinkKey::new([7; 32]);
        let one = Numbered { number: 12, at: 1_536_570_000_000_000 };
        let (own, proof) = (seal(&key, one), seal_proof(&key, one));
        assert_eq!((open(&key, &own), open_proof(&key, &proof)), (Some(one), Some(one)));
        assert_eq!((open(&key, &proof), open_proof(&key, &own)), (None, None));
        assert_eq!((key.open(&own), key.open(&proof)), (None, None));
        let of_signature = key.seal(link::Link { sign_on: 12, letter: 1, stored_at: one.at });
        assert_eq!((open(&key, &of_signature), open_proof(&key, &of_signature)), (None, None));
        assert_eq!(open(&LinkKey::new([8; 32]), &own), None);
    }
}
