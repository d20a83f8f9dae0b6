//! A device that holds passkeys, in software: it does what Web Authentication asks of one, and lies where
//! a story wants it to.

use super::desk::{Clerk, cookie_of};
use super::world::{Answer, World};
use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub struct Device {
    key: EcdsaKeyPair,
    pub credential: Vec<u8>,
    pub handle: String,
    pub count: u32,
    /// The page that its browser says it shows.
    pub origin: &'static str,
    /// The name that it takes the passkey to be for.
    pub party: &'static str,
    /// 1: somebody touched it; 4: it knows who.
    pub flags: u8,
}

pub type Form = Vec<(&'static str, String)>;

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Device {
    pub fn new(credential: u8) -> Self {
        Self {
            key: EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap(),
            credential: vec![credential; 32],
            handle: String::new(),
            count: 0,
            origin: "https://letter.example.org",
            party: "letter.example.org",
            flags: 5,
        }
    }

    fn client_data(&self, deed: &str, question: &Value) -> Vec<u8> {
        json!({ "type": deed, "challenge": question["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.party).to_vec();
        data.push(flags);
        data.extend(self.count.to_be_bytes());
        data
    }

    /// The form of a new passkey.
    pub fn makes(&mut self, question: &Value) -> Form {
        self.handle = question["user"]["id"].as_str().unwrap().to_owned();
        let mut data = self.data(self.flags | 0x40);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend(&self.credential);
        let key: PublicKeyX509Der = self.key.public_key().as_der().unwrap();
        vec![
            ("name", "My phone".to_owned()),
            ("client_data", text(&self.client_data("webauthn.create", question))),
            ("authenticator_data", text(&data)),
            ("public_key", text(key.as_ref())),
            ("algorithm", "-7".to_owned()),
        ]
    }

    /// The form of an answer.
    pub fn answers(&self, question: &Value) -> Form {
        let (client_data, data) = (self.client_data("webauthn.get", question), self.data(self.flags));
        let message = [data.as_slice(), Sha256::digest(&client_data).as_slice()].concat();
        let signature = self.key.sign(&SystemRandom::new(), &message).unwrap();
        vec![
            ("credential", text(&self.credential)),
            ("client_data", text(&client_data)),
            ("authenticator_data", text(&data)),
            ("signature", text(signature.as_ref())),
            ("user_handle", self.handle.clone()),
        ]
    }
}

/// What the instance asks, as the script reads it.
pub async fn question(world: &World, clerk: &Clerk, path: &str, email: &str) -> (Value, Answer) {
    let answer = clerk.post(world, path, &[("email", email)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    (serde_json::from_slice(&answer.body).unwrap(), answer)
}

pub async fn send(world: &World, clerk: &Clerk, path: &str, form: &Form) -> Answer {
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    clerk.post(world, path, &form).await
}

/// A new passkey for who sits there.
pub async fn added(world: &World, clerk: &Clerk, credential: u8) -> Device {
    let mut device = Device::new(credential);
    let (asked, _) = question(world, clerk, "/desk/account/passkeys/challenge", "").await;
    let answer = send(world, clerk, "/desk/account/passkeys", &device.makes(&asked)).await;
    assert_eq!(answer.location(), "/desk/account?done=passkey", "{}", answer.text());
    device
}

/// A question at the door, and the browser that it was put to.
pub async fn at_the_door(world: &World, email: &str) -> (Value, Clerk) {
    let (asked, answer) = question(world, &Clerk::nobody(), "/desk/sign-in/passkey/challenge", email).await;
    (asked, Clerk { cookie: cookie_of(&answer) })
}
