//! The private link by which somebody who was asked replies: its number and the second it was made in, sealed as
//! signatures’ are, for this purpose alone.

use crate::signatures::link::LinkKey;

/// What a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub sent: i64,
    /// When it was made: microseconds UTC; an opened link knows whole seconds only.
    pub at: i64,
}

const REPLY: &[u8] = b"broadside statement link 1";
const SECOND: i64 = 1_000_000;

impl Link {
    pub fn means(self, other: Self) -> bool {
        (self.sent, self.at / SECOND) == (other.sent, other.at / SECOND)
    }

    fn plain(self) -> [u8; 16] {
        let mut plain = [0; 16];
        plain[..8].copy_from_slice(&self.sent.to_be_bytes());
        plain[8..].copy_from_slice(&(self.at / SECOND).to_be_bytes());
        plain
    }

    fn read(plain: [u8; 16]) -> Option<Self> {
        let (number, second) = plain.split_first_chunk::<8>()?;
        let second: [u8; 8] = second.try_into().ok()?;
        Some(Self { sent: i64::from_be_bytes(*number), at: i64::from_be_bytes(second).checked_mul(SECOND)? })
    }
}

pub fn seal(key: &LinkKey, link: Link) -> String {
    key.seal_for(REPLY, link.plain())
}

pub fn open(key: &LinkKey, token: &str) -> Option<Link> {
    key.open_for(REPLY, token).and_then(Link::read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signatures::link;

    #[test]
    fn a_link_to_reply_opens_no_other_door_and_no_other_link_opens_it() {
        let key = LinkKey::new([7; 32]);
        let one = Link { sent: 12, at: 1_536_570_000_000_000 };
        let token = seal(&key, one);
        assert_eq!(open(&key, &token), Some(one));
        assert_eq!(key.open(&token), None);
        assert_eq!(key.open_for(b"broadside endorsement link 1", &token), None);
        let of_signature = key.seal(link::Link { sign_on: 12, letter: 1, stored_at: one.at });
        assert_eq!(open(&key, &of_signature), None);
        assert_eq!(open(&LinkKey::new([8; 32]), &token), None);
    }
}
