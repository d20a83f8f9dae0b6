//! The private link by which somebody who was asked replies.

use crate::signatures::link::{LinkKey, Numbered};

const REPLY: &[u8] = b"broadside statement link 1";

/// The token of the private page: of the link that was sent, and when it was made.
pub fn seal(key: &LinkKey, link: Numbered) -> String {
    key.seal_number(REPLY, link)
}

pub fn open(key: &LinkKey, token: &str) -> Option<Numbered> {
    key.open_number(REPLY, token)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signatures::link;

    #[test]
    fn a_link_to_reply_opens_no_other_door_and_no_other_link_opens_it() {
        let key = LinkKey::new([7; 32]);
        let one = Numbered { number: 12, at: 1_536_570_000_000_000 };
        let token = seal(&key, one);
        assert_eq!(open(&key, &token), Some(one));
        assert_eq!(key.open(&token), None);
        assert_eq!(key.open_for(b"broadside endorsement link 1", &token), None);
        let of_signature = key.seal(link::Link { sign_on: 12, letter: 1, stored_at: one.at });
        assert_eq!(open(&key, &of_signature), None);
        assert_eq!(open(&LinkKey::new([8; 32]), &token), None);
    }
}
