//! Proof of work: while a campaign is under attack, its form asks the browser for some tenths of a second of work.
//!
//! The page holds a stamp; the work is a number with which PBKDF2-HMAC-SHA256 (RFC 8018) of stamp and address begins
//! with enough zero bits. Browsers do it with their own code, so that whoever writes it anew gains little. It holds
//! for this address, letter and hour alone; nothing is kept for it. Who sends none is taken like everybody: that
//! weighs as one signal (`broadside_judging::Signal::NoWork`), so the form works without a script.

use crate::clock::HOUR;
use crate::state::App;
use sha2::Sha256;

/// Rounds of the derivation: what a try costs, and what it costs to look whether one succeeds.
const ROUNDS: u32 = 400;
/// So many zero bits are asked for: 2,048 tries in the mean.
const BITS: u32 = 11;
/// A page may be read this long before its form is sent.
const HOURS: i64 = 6;
const PURPOSE: &[u8] = b"broadside proof of work 1";

/// What the page tells its script: rounds, bits, and the stamp.
pub fn asked(app: &App, letter: i64, now: i64) -> String {
    let mut plain = [0; 16];
    plain[..8].copy_from_slice(&letter.to_be_bytes());
    plain[8..].copy_from_slice(&now.div_euclid(HOUR).to_be_bytes());
    format!("{ROUNDS} {BITS} {}", app.keys.links.seal_for(PURPOSE, plain))
}

/// Whether what the form sent along, `stamp.number`, is work for this letter and address that was asked for lately.
pub fn is_proved(app: &App, letter: i64, email: &str, work: &str, now: i64) -> bool {
    let Some((stamped, number)) = work.trim().split_once('.') else { return false };
    let Some(plain) = app.keys.links.open_for(PURPOSE, stamped) else { return false };
    let (of, hour) = plain.split_at(8);
    let is_ours = *of == letter.to_be_bytes();
    let is_new = (0..=HOURS).any(|ago| *hour == (now.div_euclid(HOUR) - ago).to_be_bytes());
    is_ours && is_new && number.len() <= 16 && succeeds(stamped, email, number)
}

fn succeeds(stamp: &str, email: &str, number: &str) -> bool {
    let secret = format!("{stamp} {}", email.trim().to_lowercase());
    let found: [u8; 4] = pbkdf2::pbkdf2_hmac_array::<Sha256, 4>(secret.as_bytes(), number.as_bytes(), ROUNDS);
    u32::from_be_bytes(found).leading_zeros() >= BITS
}

#[cfg(test)]
pub fn work(asked: &str, email: &str) -> String {
    let stamp = asked.rsplit(' ').next().unwrap_or("");
    let number = (0..u32::MAX).find(|number| succeeds(stamp, email, &number.to_string()));
    format!("{stamp}.{}", number.unwrap_or(0))
}
