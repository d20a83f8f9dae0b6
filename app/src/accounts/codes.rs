//! The second step: codes that change every thirty seconds (TOTP, RFC 6238 over RFC 4226), and recovery
//! codes for whoever lost the device that shows them.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

const SECONDS: i64 = 30;
/// RFC 4648, section 6.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// RFC 4226, section 5.3, six digits.
fn code_of(secret: &[u8], step: i64) -> Option<u32> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret).ok()?;
    mac.update(&u64::try_from(step).ok()?.to_be_bytes());
    let sum = mac.finalize().into_bytes();
    let offset = usize::from(sum[19] & 15);
    let four = sum.get(offset..offset + 4)?.try_into().ok()?;
    Some((u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000)
}

/// The six digits of an app's code; nothing where something else was typed.
fn digits_of(typed: &str) -> Option<u32> {
    let digits: String = typed.chars().filter(|one| !one.is_whitespace()).collect();
    if digits.len() != 6 || !digits.bytes().all(|one| one.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// Whether this could be an app's code, of which there are few enough to be guessed.
pub fn can_be_guessed(typed: &str) -> bool {
    digits_of(typed).is_some()
}

/// The step whose code this is: the present one, or its neighbours, since clocks differ.
pub fn step_of(secret: &[u8], typed: &str, now_micros: i64) -> Option<i64> {
    let code = digits_of(typed)?;
    let present = now_micros / 1_000_000 / SECONDS;
    (present - 1..=present + 1).find(|step| code_of(secret, *step) == Some(code))
}

/// The code of a moment, as an authenticator shows it: for tests.
#[cfg(test)]
pub fn code_at(secret: &[u8], now_micros: i64) -> String {
    format!("{:06}", code_of(secret, now_micros / 1_000_000 / SECONDS).unwrap())
}

pub fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(BASE32[(held >> bits & 31) as usize]));
        }
    }
    if bits > 0 {
        text.push(char::from(BASE32[(held << (5 - bits) & 31) as usize]));
    }
    text
}

/// In groups of four, to be read and typed.
pub fn in_fours(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// What an authenticator reads: <https://github.com/google/google-authenticator/wiki/Key-Uri-Format>.
pub fn key_uri(secret: &[u8], host: &str, email: &str) -> String {
    let plain = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    char::from(byte).to_string()
                }
                _ => format!("%{byte:02X}"),
            })
            .collect()
    };
    format!(
        "otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}",
        issuer = plain(&format!("Broadside {host}")),
        account = plain(email),
        secret = base32(secret)
    )
}

/// The QR code of an address as an SVG drawing, black on white whatever the page's colours.
pub fn qr_svg(text: &str, label: &str) -> Option<String> {
    let code = qrcode::QrCode::new(text).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (place, colour) in code.into_colors().into_iter().enumerate() {
        if colour == qrcode::Color::Dark {
            // Writing to a String cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", place % width + 4, place / width + 4);
        }
    }
    let side = width + 8;
    Some(format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{label}\" viewBox=\"0 0 {side} {side}\" width=\"220\" height=\"220\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}

/// A recovery code of 128 random bits: so many cannot be found from their hash.
pub fn recovery_code(random: [u8; 16]) -> String {
    in_fours(&base32(&random)).replace(' ', "-")
}

/// What is kept of a recovery code: SHA-256 of its letters, however they were typed.
pub fn recovery_hash(typed: &str) -> Vec<u8> {
    let letters: String =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|one| one.to_ascii_uppercase()).collect();
    Sha256::digest(letters.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, SHA-1, the last six of eight digits.
        let secret = b"12345678901234567890";
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            assert_eq!(code_at(secret, seconds * 1_000_000), code);
            assert_eq!(step_of(secret, code, seconds * 1_000_000), Some(seconds / 30));
        }
    }

    #[test]
    fn a_clock_may_be_half_a_minute_wrong_and_not_two() {
        let secret = b"12345678901234567890";
        let (code, now) = (code_at(secret, 1_000_000_000_000_000), 1_000_000_000_000_000);
        assert!(step_of(secret, &code, now + 30_000_000).is_some());
        assert!(step_of(secret, &code, now + 90_000_000).is_none());
        assert!(step_of(secret, "28708", now).is_none() && step_of(secret, "28708a", now).is_none());
    }

    #[test]
    fn a_secret_is_written_as_authenticators_read_it() {
        assert_eq!(base32(b"foobar"), "MZXW6YTBOI", "RFC 4648, section 10, without padding");
        assert_eq!(
            key_uri(b"foobar", "letter.example.org", "ada@example.org"),
            "otpauth://totp/Broadside%20letter.example.org:ada%40example.org?secret=MZXW6YTBOI\
             &issuer=Broadside%20letter.example.org"
        );
        assert!(
            qr_svg(&key_uri(&[7; 20], "a.example", "ada@example.org"), "code").unwrap().starts_with("<svg")
        );
    }

    #[test]
    fn a_recovery_code_is_known_however_it_is_typed() {
        let code = recovery_code([7; 16]);
        assert_eq!(code.len(), 32, "twenty-six letters in fours");
        assert_eq!(recovery_hash(&code), recovery_hash(&code.to_lowercase().replace('-', "")));
        let letters = code.replace('-', "");
        assert_eq!(recovery_hash(&code), Sha256::digest(&letters).to_vec(), "and kept as its hash alone");
        assert_ne!(recovery_hash(&code), recovery_hash("AAAA-AAAA-AAAA-AAAA"));
    }
}
