//! The links of an RSVP: its number and the second it was made in, sealed as signatures’ are, each for its own
//! purpose. The ticket is what is shown at the door: whoever reads it over a shoulder cannot change anything by it.

use crate::signatures::link::LinkKey;

/// What a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub rsvp: i64,
    /// When it was made, in microseconds UTC; an opened link knows whole seconds only.
    pub at: i64,
}

const OWN: &[u8] = b"broadside rsvp link 1";
const TICKET: &[u8] = b"broadside rsvp ticket 1";
const SECOND: i64 = 1_000_000;

impl Link {
    pub fn means(self, other: Self) -> bool {
        (self.rsvp, self.at / SECOND) == (other.rsvp, other.at / SECOND)
    }

    fn plain(self) -> [u8; 16] {
        let mut plain = [0; 16];
        plain[..8].copy_from_slice(&self.rsvp.to_be_bytes());
        plain[8..].copy_from_slice(&(self.at / SECOND).to_be_bytes());
        plain
    }

    fn read(plain: [u8; 16]) -> Option<Self> {
        let (number, second) = plain.split_first_chunk::<8>()?;
        let second: [u8; 8] = second.try_into().ok()?;
        Some(Self { rsvp: i64::from_be_bytes(*number), at: i64::from_be_bytes(second).checked_mul(SECOND)? })
    }
}

/// The token of the private page.
pub fn seal(key: &LinkKey, link: Link) -> String {
    key.seal_for(OWN, link.plain())
}

pub fn open(key: &LinkKey, token: &str) -> Option<Link> {
    key.open_for(OWN, token).and_then(Link::read)
}

/// What is shown at the door.
pub fn seal_ticket(key: &LinkKey, link: Link) -> String {
    key.seal_for(TICKET, link.plain())
}

pub fn open_ticket(key: &LinkKey, token: &str) -> Option<Link> {
    key.open_for(TICKET, token).and_then(Link::read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_link_opens_its_own_door_alone() {
        let key = LinkKey::new([7; 32]);
        let one = Link { rsvp: 12, at: 1_536_570_000_000_000 };
        let (own, ticket) = (seal(&key, one), seal_ticket(&key, one));
        assert_eq!((open(&key, &own), open_ticket(&key, &ticket)), (Some(one), Some(one)));
        assert_eq!((open(&key, &ticket), open_ticket(&key, &own)), (None, None));
        assert_eq!((key.open(&own), key.open(&ticket)), (None, None));
        assert_eq!(open(&LinkKey::new([8; 32]), &own), None);
    }
}
