//! The link of a pledge's private page.

use crate::signatures::link::{LinkKey, Numbered};

const OWN: &[u8] = b"broadside pledge link 1";

/// The token of the private page: of the pledge, and when it was begun.
pub fn seal(key: &LinkKey, link: Numbered) -> String {
    key.seal_number(OWN, link)
}

pub fn open(key: &LinkKey, token: &str) -> Option<Numbered> {
    key.open_number(OWN, token)
}
