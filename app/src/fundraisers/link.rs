//! The links of a pledge’s private page: the one that whoever fills in the form gets, which opens that pledge alone, and the
//! one that is mailed, by which the mailbox is proved.

use crate::signatures::link::{LinkKey, Numbered};

const OWN: &[u8] = b"broadside pledge link 1";
const MAILED: &[u8] = b"broadside pledge link by mail 1";

/// The token of the private page: of the pledge, and when it was begun.
pub fn seal(key: &LinkKey, link: Numbered) -> String {
    key.seal_number(OWN, link)
}

/// The token that is mailed to the pledge’s address and handed to nobody else.
pub fn seal_mailed(key: &LinkKey, link: Numbered) -> String {
    key.seal_number(MAILED, link)
}

/// What a token leads to, and whether it went by mail.
pub fn open(key: &LinkKey, token: &str) -> Option<(Numbered, bool)> {
    let own = key.open_number(OWN, token).map(|link| (link, false));
    own.or_else(|| key.open_number(MAILED, token).map(|link| (link, true)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_mailed_link_proves_the_mailbox() {
        let key = LinkKey::new([7; 32]);
        let one = Numbered { number: 12, at: 1_536_570_000_000_000 };
        assert_eq!(open(&key, &seal(&key, one)), Some((one, false)));
        assert_eq!(open(&key, &seal_mailed(&key, one)), Some((one, true)));
        assert_eq!(open(&LinkKey::new([8; 32]), &seal(&key, one)), None);
    }
}
