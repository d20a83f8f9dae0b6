//! The links of an endorsement: its number and the second it was made in, sealed as signatures’ are, each for
//! its own purpose, so that none opens what another is for.

use crate::signatures::link::LinkKey;

/// What a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub endorsement: i64,
    /// When it was made, or when the proof was asked for: microseconds UTC; an opened link knows whole
    /// seconds only.
    pub at: i64,
}

const OWN: &[u8] = b"broadside endorsement link 1";
const PROOF: &[u8] = b"broadside endorsement proof 1";
const SECOND: i64 = 1_000_000;

impl Link {
    pub fn means(self, other: Self) -> bool {
        (self.endorsement, self.at / SECOND) == (other.endorsement, other.at / SECOND)
    }

    fn plain(self) -> [u8; 16] {
        let mut plain = [0; 16];
        plain[..8].copy_from_slice(&self.endorsement.to_be_bytes());
        plain[8..].copy_from_slice(&(self.at / SECOND).to_be_bytes());
        plain
    }

    fn read(plain: [u8; 16]) -> Option<Self> {
        let (number, second) = plain.split_first_chunk::<8>()?;
        let second: [u8; 8] = second.try_into().ok()?;
        Some(Self {
            endorsement: i64::from_be_bytes(*number),
            at: i64::from_be_bytes(second).checked_mul(SECOND)?,
        })
    }
}

/// The token of the officer’s private page.
pub fn seal(key: &LinkKey, link: Link) -> String {
    key.seal_for(OWN, link.plain())
}

pub fn open(key: &LinkKey, token: &str) -> Option<Link> {
    key.open_for(OWN, token).and_then(Link::read)
}

/// The token of the page that proves a domain by a mail to it.
pub fn seal_proof(key: &LinkKey, link: Link) -> String {
    key.seal_for(PROOF, link.plain())
}

pub fn open_proof(key: &LinkKey, token: &str) -> Option<Link> {
    key.open_for(PROOF, token).and_then(Link::read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signatures::link;

    #[test]
    fn each_link_opens_its_own_door_alone() {
        let key = LinkKey::new([7; 32]);
        let one = Link { endorsement: 12, at: 1_536_570_000_000_000 };
        let (own, proof) = (seal(&key, one), seal_proof(&key, one));
        assert_eq!((open(&key, &own), open_proof(&key, &proof)), (Some(one), Some(one)));
        assert_eq!((open(&key, &proof), open_proof(&key, &own)), (None, None));
        assert_eq!((key.open(&own), key.open(&proof)), (None, None));
        let of_signature = key.seal(link::Link { sign_on: 12, letter: 1, stored_at: one.at });
        assert_eq!((open(&key, &of_signature), open_proof(&key, &of_signature)), (None, None));
        assert_eq!(open(&LinkKey::new([8; 32]), &own), None);
    }
}
