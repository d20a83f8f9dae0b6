//! The links of an RSVP: its private page, and the ticket that is shown at the door. Whoever reads the ticket over a
//! shoulder cannot change anything by it.

use crate::signatures::link::{LinkKey, Numbered};

const OWN: &[u8] = b"broadside rsvp link 1";
const TICKET: &[u8] = b"broadside rsvp ticket 1";

/// The token of the private page: of the RSVP, and when it was made.
pub fn seal(key: &LinkKey, link: Numbered) -> String {
    key.seal_number(OWN, link)
}

pub fn open(key: &LinkKey, token: &str) -> Option<Numbered> {
    key.open_number(OWN, token)
}

/// What is shown at the door.
pub fn seal_ticket(key: &LinkKey, link: Numbered) -> String {
    key.seal_number(TICKET, link)
}

pub fn open_ticket(key: &LinkKey, token: &str) -> Option<Numbered> {
    key.open_number(TICKET, token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_link_opens_its_own_door_alone() {
        let key = LinkKey::new([7; 32]);
        let one = Numbered { number: 12, at: 1_536_570_000_000_000 };
        let (own, ticket) = (seal(&key, one), seal_ticket(&key, one));
        assert_eq!((open(&key, &own), open_ticket(&key, &ticket)), (Some(one), Some(one)));
        assert_eq!((open(&key, &ticket), open_ticket(&key, &own)), (None, None));
        assert_eq!((key.open(&own), key.open(&ticket)), (None, None));
        assert_eq!(open(&LinkKey::new([8; 32]), &own), None);
    }
}
