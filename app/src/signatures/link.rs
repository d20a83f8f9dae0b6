//! The link in the mail: the number of a sign-on, sealed.
//!
//! AES-SIV (RFC 5297) encrypts and authenticates 16 bytes: the row, its letter and the second it was
//! stored in. Nothing is kept for it, nothing can be read from it, and no number can be tried. The
//! second guards against a row number that is given out anew after a restored backup.

use aes_siv::KeyInit;
use aes_siv::siv::Aes128Siv;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

#[derive(Clone)]
pub struct LinkKey([u8; 32]);

/// What a link says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub sign_on: i64,
    pub letter: i64,
    /// Microseconds UTC; an opened link knows whole seconds only.
    pub stored_at: i64,
}

impl Link {
    /// Whether an opened link is the one of a row: same number, same letter, same second.
    pub fn means(self, row: Link) -> bool {
        (self.sign_on, self.letter, self.stored_at / SECOND)
            == (row.sign_on, row.letter, row.stored_at / SECOND)
    }
}

/// What a link of another sort says: the number of a row, and when that was made. Each sort is sealed for a purpose of
/// its own, so that none opens what another is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered {
    pub number: i64,
    /// Microseconds UTC; an opened link knows whole seconds only.
    pub at: i64,
}

impl Numbered {
    /// Whether an opened link is the one of a row: same number, same second.
    pub fn means(self, row: Self) -> bool {
        (self.number, self.at / SECOND) == (row.number, row.at / SECOND)
    }
}

/// A token without what stood around it in a mail.
pub fn of_a_token(token: &str) -> String {
    token.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
}

const PURPOSE: &[u8] = b"broadside signature link 1";
const SECOND: i64 = 1_000_000;

impl LinkKey {
    pub fn new(secret: [u8; 32]) -> Self {
        Self(secret)
    }

    /// The token for a URL: 43 characters.
    pub fn seal(&self, link: Link) -> String {
        let mut plain = [0; 16];
        plain[..8].copy_from_slice(&link.sign_on.to_be_bytes());
        // Letters and seconds since 1970 fit 32 bits: four thousand million letters, the year 2106.
        plain[8..12].copy_from_slice(&u32::try_from(link.letter).unwrap_or(0).to_be_bytes());
        plain[12..].copy_from_slice(&u32::try_from(link.stored_at / SECOND).unwrap_or(0).to_be_bytes());
        self.seal_for(PURPOSE, plain)
    }

    /// The token of another sort of link.
    pub fn seal_number(&self, purpose: &[u8], link: Numbered) -> String {
        let mut plain = [0; 16];
        plain[..8].copy_from_slice(&link.number.to_be_bytes());
        plain[8..].copy_from_slice(&(link.at / SECOND).to_be_bytes());
        self.seal_for(purpose, plain)
    }

    pub fn open_number(&self, purpose: &[u8], token: &str) -> Option<Numbered> {
        let plain = self.open_for(purpose, token)?;
        let (number, second) = plain.split_first_chunk::<8>()?;
        let second: [u8; 8] = second.try_into().ok()?;
        let at = i64::from_be_bytes(second).checked_mul(SECOND)?;
        Some(Numbered { number: i64::from_be_bytes(*number), at })
    }

    /// Seals what another sort of link says; only the same purpose opens it.
    pub fn seal_for(&self, purpose: &[u8], plain: [u8; 16]) -> String {
        let sealed = Aes128Siv::new(&self.0.into()).encrypt([purpose], &plain).unwrap_or_default();
        URL_SAFE_NO_PAD.encode(sealed)
    }

    /// What the token says, or nothing where a single bit of it is not ours. Marks behind it came from the
    /// sentence around a copied link.
    pub fn open(&self, token: &str) -> Option<Link> {
        let plain = self.open_for(PURPOSE, token)?;
        let (number, rest) = plain.split_first_chunk::<8>()?;
        let (letter, second) = rest.split_first_chunk::<4>()?;
        let second: [u8; 4] = second.try_into().ok()?;
        Some(Link {
            sign_on: i64::from_be_bytes(*number),
            letter: i64::from(u32::from_be_bytes(*letter)),
            stored_at: i64::from(u32::from_be_bytes(second)) * SECOND,
        })
    }

    /// What was sealed for a purpose.
    pub fn open_for(&self, purpose: &[u8], token: &str) -> Option<[u8; 16]> {
        let token = token.trim_end_matches(|mark: char| !(mark.is_alphanumeric() || "-_".contains(mark)));
        let sealed = URL_SAFE_NO_PAD.decode(token).ok()?;
        Aes128Siv::new(&self.0.into()).decrypt([purpose], &sealed).ok()?.try_into().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: Link = Link { sign_on: 48_213, letter: 7, stored_at: 1_536_570_000_000_000 };

    #[test]
    fn a_link_opens_to_what_was_sealed_and_shows_nothing_of_it() {
        let key = LinkKey::new([7; 32]);
        let token = key.seal(LINK);
        assert_eq!(key.open(&token), Some(LINK));
        assert_eq!(token.len(), 43);
        let next = key.seal(Link { sign_on: 48_214, ..LINK });
        let alike = token.bytes().zip(next.bytes()).filter(|(a, b)| a == b).count();
        assert!(alike < 10, "neighbouring rows have nothing in common: {token} {next}");
    }

    #[test]
    fn a_link_with_any_character_changed_opens_to_nothing() {
        let key = LinkKey::new([7; 32]);
        let token = key.seal(LINK);
        for place in 0..token.len() {
            let mut altered: Vec<char> = token.chars().collect();
            altered[place] = if altered[place] == 'A' { 'B' } else { 'A' };
            assert_eq!(key.open(&altered.iter().collect::<String>()), None);
        }
        for behind in [".", "=", ")", ">.", "\u{201d}", " "] {
            assert_eq!(key.open(&format!("{token}{behind}")), Some(LINK), "{behind}");
        }
        for broken in ["", ".", "A", "../..", &token[..42], &format!("{token}A"), "é"] {
            assert_eq!(key.open(broken), None);
        }
        assert_eq!(LinkKey::new([8; 32]).open(&token), None);
    }

    #[test]
    fn what_was_sealed_for_another_purpose_is_no_link() {
        for purpose in [&b"broadside signature link 2"[..], b"", b"broadside something else"] {
            let sealed = Aes128Siv::new(&[7; 32].into()).encrypt([purpose], &[0; 16]).unwrap();
            assert_eq!(LinkKey::new([7; 32]).open(&URL_SAFE_NO_PAD.encode(sealed)), None);
        }
    }
}
