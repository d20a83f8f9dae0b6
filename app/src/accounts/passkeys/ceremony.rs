//! What an authenticator says, held against what it was asked: the checks of Web Authentication, Level 3,
//! sections 7.1 and 7.2, without attestation. Facts in, facts out; nothing here knows of accounts.

use crate::accounts::origin;
use crate::config::Settings;
use aws_lc_rs::signature::{self, ParsedPublicKey, UnparsedPublicKey, VerificationAlgorithm};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// Whom passkeys are made for: this instance, by the address that its settings name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// The rpId: the name of the machine, without scheme and port.
    pub id: String,
    pub origin: String,
}

impl Party {
    /// Nothing where the instance has no name but a number: browsers make no passkeys for those.
    pub fn of(settings: &Settings) -> Option<Self> {
        let id = settings.host().to_ascii_lowercase();
        let is_number = id.starts_with('[') || id.parse::<std::net::Ipv4Addr>().is_ok();
        (!is_number).then(|| Self { origin: origin::own(settings), id })
    }
}

/// COSE numbers (RFC 9053, RFC 8812), in the order in which a device may choose.
pub const ALGORITHMS: [i64; 3] = [ED25519, ES256, RS256];
const ED25519: i64 = -8;
const ES256: i64 = -7;
const RS256: i64 = -257;

fn algorithm(number: i64) -> Option<&'static dyn VerificationAlgorithm> {
    match number {
        ED25519 => Some(&signature::ED25519),
        ES256 => Some(&signature::ECDSA_P256_SHA256_ASN1),
        RS256 => Some(&signature::RSA_PKCS1_2048_8192_SHA256),
        _ => None,
    }
}

/// Why an answer is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Unreadable,
    /// Made where a passkey was to be used, or the other way round.
    AnotherDeed,
    /// Signed for a page that is not ours, or for ours within another's frame.
    AnotherOrigin,
    AnotherParty,
    /// Nobody touched the device.
    NobodyThere,
    /// The device did not ask for a finger, a face or a number where it had to.
    NobodyKnown,
    UnknownAlgorithm,
    BadKey,
    WrongSignature,
    /// The device counted so far before: there may be a copy of it.
    OldCount,
}

/// What the answer has to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Somebody who has the device: enough beside a password or mailbox.
    Presence,
    /// That the device knows who it is, too: it stands for both factors.
    Person,
}

/// What the browser adds and the device signs: section 5.8.1.
#[derive(Deserialize)]
struct ClientData {
    #[serde(rename = "type")]
    deed: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    cross_origin: bool,
}

/// The challenge that an answer says it is about.
pub fn challenge_in(client_data: &[u8]) -> Option<Vec<u8>> {
    let data: ClientData = serde_json::from_slice(client_data).ok()?;
    super::challenges::unwritten(&data.challenge)
}

fn check_client(party: &Party, client_data: &[u8], deed: &str) -> Result<(), Refused> {
    let data: ClientData = serde_json::from_slice(client_data).map_err(|_| Refused::Unreadable)?;
    if data.deed != deed {
        return Err(Refused::AnotherDeed);
    }
    if data.origin != party.origin || data.cross_origin {
        return Err(Refused::AnotherOrigin);
    }
    Ok(())
}

/// Section 6.1: the hash of the rpId, flags, a count, and what else the flags name.
struct Authenticator<'a> {
    party_hash: &'a [u8],
    flags: u8,
    count: u32,
    rest: &'a [u8],
}

const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const MAY_BE_BACKED_UP: u8 = 1 << 3;
const BACKED_UP: u8 = 1 << 4;
const HOLDS_CREDENTIAL: u8 = 1 << 6;

fn authenticator(bytes: &[u8]) -> Option<Authenticator<'_>> {
    let (party_hash, rest) = bytes.split_at_checked(32)?;
    let (flags, rest) = rest.split_first()?;
    let (count, rest) = rest.split_first_chunk::<4>()?;
    Some(Authenticator { party_hash, flags: *flags, count: u32::from_be_bytes(*count), rest })
}

fn check_authenticator<'a>(
    party: &Party,
    bytes: &'a [u8],
    needs: Needs,
) -> Result<Authenticator<'a>, Refused> {
    let data = authenticator(bytes).ok_or(Refused::Unreadable)?;
    if data.party_hash != Sha256::digest(&party.id).as_slice() {
        return Err(Refused::AnotherParty);
    }
    if data.flags & PRESENT == 0 {
        return Err(Refused::NobodyThere);
    }
    if needs == Needs::Person && data.flags & VERIFIED == 0 {
        return Err(Refused::NobodyKnown);
    }
    if data.flags & BACKED_UP != 0 && data.flags & MAY_BE_BACKED_UP == 0 {
        return Err(Refused::Unreadable);
    }
    Ok(data)
}

/// A new passkey, as the browser hands it over.
pub struct Made {
    pub client_data: Vec<u8>,
    pub authenticator_data: Vec<u8>,
    /// As a SubjectPublicKeyInfo.
    pub public_key: Vec<u8>,
    pub algorithm: i64,
}

/// Its name among all, and the count it begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    pub id: Vec<u8>,
    pub count: i64,
}

/// Whether a new passkey is for us and can be used. Nobody vouches for it: attestation is not asked for.
pub fn made(party: &Party, made: &Made) -> Result<Credential, Refused> {
    check_client(party, &made.client_data, "webauthn.create")?;
    let data = check_authenticator(party, &made.authenticator_data, Needs::Person)?;
    if data.flags & HOLDS_CREDENTIAL == 0 {
        return Err(Refused::Unreadable);
    }
    let id = credential_id(data.rest).ok_or(Refused::Unreadable)?;
    let known = algorithm(made.algorithm).ok_or(Refused::UnknownAlgorithm)?;
    ParsedPublicKey::new(known, &made.public_key).map_err(|_| Refused::BadKey)?;
    Ok(Credential { id: id.to_vec(), count: data.count.into() })
}

/// Section 6.5.1: sixteen bytes about the model, then the length and bytes of the name.
fn credential_id(attested: &[u8]) -> Option<&[u8]> {
    let (_, rest) = attested.split_at_checked(16)?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let id = rest.get(..usize::from(u16::from_be_bytes(*length)))?;
    (16..=1023).contains(&id.len()).then_some(id)
}

/// An answer by a passkey that is known.
pub struct Answer<'a> {
    pub client_data: &'a [u8],
    pub authenticator_data: &'a [u8],
    pub signature: &'a [u8],
}

/// The public half, and the count it had.
pub struct Known<'a> {
    pub public_key: &'a [u8],
    pub algorithm: i64,
    pub count: i64,
}

/// Whether an answer was signed by the passkey, now and for us; its new count.
pub fn signed(party: &Party, known: &Known, answer: &Answer, needs: Needs) -> Result<i64, Refused> {
    check_client(party, answer.client_data, "webauthn.get")?;
    let data = check_authenticator(party, answer.authenticator_data, needs)?;
    let message = [answer.authenticator_data, Sha256::digest(answer.client_data).as_slice()].concat();
    UnparsedPublicKey::new(algorithm(known.algorithm).ok_or(Refused::UnknownAlgorithm)?, known.public_key)
        .verify(&message, answer.signature)
        .map_err(|_| Refused::WrongSignature)?;
    let count = i64::from(data.count);
    if has_moved_on(known.count, count) { Ok(count) } else { Err(Refused::OldCount) }
}

/// Section 6.1.1: a device that counts never answers twice with one number; many do not count at all.
fn has_moved_on(before: i64, now: i64) -> bool {
    before == 0 && now == 0 || now > before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Given;

    fn party(base_url: &str) -> Option<Party> {
        let given: Given = toml::from_str(&format!("base_url = \"{base_url}\"")).unwrap();
        Party::of(&given.settle().unwrap())
    }

    #[test]
    fn a_passkey_is_for_the_name_in_the_settings() {
        let ours = party("https://Letter.example.org").unwrap();
        assert_eq!(
            (ours.id.as_str(), ours.origin.as_str()),
            ("letter.example.org", "https://letter.example.org")
        );
        let port = party("https://letter.example.org:8443").unwrap();
        assert_eq!(
            (port.id.as_str(), port.origin.as_str()),
            ("letter.example.org", "https://letter.example.org:8443")
        );
        assert_eq!(party("https://letter.example.org:443").unwrap().origin, "https://letter.example.org");
        assert_eq!(party("http://127.0.0.1:8080"), None, "no browser makes one for a number");
        assert_eq!(party("http://[::1]:8080"), None);
    }

    #[test]
    fn a_count_goes_up_or_is_never_used() {
        assert!(has_moved_on(0, 0) && has_moved_on(0, 1) && has_moved_on(7, 8));
        assert!(!has_moved_on(7, 7) && !has_moved_on(7, 3) && !has_moved_on(7, 0));
    }

    #[test]
    fn what_is_cut_short_is_unreadable_and_never_a_crash() {
        let ours = party("https://letter.example.org").unwrap();
        let mut whole = Sha256::digest("letter.example.org").to_vec();
        whole.extend([PRESENT | VERIFIED | HOLDS_CREDENTIAL, 0, 0, 0, 1]);
        whole.extend([0; 16]);
        whole.extend([0, 32]);
        whole.extend([7; 32]);
        let client = br#"{"type":"webauthn.create","challenge":"AA","origin":"https://letter.example.org"}"#;
        for length in 0..whole.len() {
            let cut = Made {
                client_data: client.to_vec(),
                authenticator_data: whole[..length].to_vec(),
                public_key: Vec::new(),
                algorithm: ES256,
            };
            assert_eq!(made(&ours, &cut), Err(Refused::Unreadable), "{length} bytes");
        }
        let bare = Made {
            client_data: client.to_vec(),
            authenticator_data: whole,
            public_key: vec![1, 2, 3],
            algorithm: ES256,
        };
        assert_eq!(made(&ours, &bare), Err(Refused::BadKey), "so much can be read");
        assert_eq!(made(&ours, &Made { algorithm: -36, ..bare }), Err(Refused::UnknownAlgorithm));
    }
}
