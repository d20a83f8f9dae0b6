//! How addresses are compared: in canonical form where they are stored, by keyed hash everywhere else.

use crate::web::answer::hex;
use broadside_address::Address;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What an address becomes wherever it is only compared: HMAC-SHA-256 (RFC 2104) of its canonical
/// form, cut to 16 bytes.
#[derive(Clone)]
pub struct AddressKey([u8; 32]);

impl AddressKey {
    pub fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    pub fn of(&self, canonical: &str) -> Vec<u8> {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return Vec::new() };
        mac.update(canonical.as_bytes());
        mac.finalize().into_bytes()[..16].to_vec()
    }

    /// The key of an address as it was typed.
    pub fn of_typed(&self, email: &str) -> Vec<u8> {
        self.of(&canonical(email))
    }

    /// Both forms of an address as it was typed.
    pub fn compared(&self, email: &str) -> Compared {
        let canonical = canonical(email);
        Compared { key: self.of(&canonical), canonical }
    }

    /// Tells one instance's keyed hashes from another's; says nothing of the key.
    pub fn fingerprint(&self) -> String {
        // No address holds a space, so this is nobody's keyed hash.
        hex(&self.of("which key is this")[..8])
    }
}

/// An address in both forms in which it is compared: with persons, and wherever only its keyed hash is kept.
#[derive(Clone, Debug)]
pub struct Compared {
    pub canonical: String,
    pub key: Vec<u8>,
}

/// The form in which an address is compared; what cannot be parsed is compared as it stands.
pub fn canonical(email: &str) -> String {
    Address::parse(email).map_or_else(|_| email.to_lowercase(), |address| address.canonical())
}
