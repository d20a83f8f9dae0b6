//! Every way in which a text may be written down: what a search after an erasure must not find.
//! Also read by the program's own tests.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The text plain, lower and upper, percent-encoded, in base64 wherever it may begin, and its SHA-256.
pub fn of(text: &str) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    for (case, text) in
        [("as it is", text.to_owned()), ("lower", text.to_lowercase()), ("upper", text.to_uppercase())]
    {
        let mut add = |way: &str, bytes: Vec<u8>| all.push((format!("{way}, {case}"), bytes));
        add("plain", text.clone().into_bytes());
        let percent = |hex: fn(u8) -> String| {
            text.bytes().map(move |b| {
                if b.is_ascii_alphanumeric() || b".-_".contains(&b) {
                    char::from(b).to_string()
                } else {
                    hex(b)
                }
            })
        };
        add("percent", percent(|b| format!("%{b:02X}")).collect::<String>().into_bytes());
        add("percent, small", percent(|b| format!("%{b:02x}")).collect::<String>().into_bytes());
        add("form", text.replace('@', "%40").replace(' ', "+").into_bytes());
        for before in 0..3_usize {
            let mut bytes = vec![0; before];
            bytes.extend(text.as_bytes());
            for (name, engine) in [("base64", &STANDARD), ("base64 for URLs", &URL_SAFE)] {
                let whole = engine.encode(&bytes);
                // What neighbours share a character with differs with them.
                let from = (before * 8).div_ceil(6);
                let until = (bytes.len() * 8) / 6;
                add(&format!("{name}, shifted by {before}"), whole.as_bytes()[from..until].to_vec());
            }
        }
        let hash = Sha256::digest(text.as_bytes());
        add("SHA-256", hash.to_vec());
        let hex = hash.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        add("SHA-256, hexadecimal", hex.clone().into_bytes());
        add("SHA-256, HEXADECIMAL", hex.to_uppercase().into_bytes());
        add("SHA-256, base64", STANDARD.encode(hash).trim_end_matches('=').as_bytes().to_vec());
        add("SHA-256, base64 for URLs", URL_SAFE.encode(hash).trim_end_matches('=').as_bytes().to_vec());
    }
    all
}

/// In which spellings a text stands in some bytes.
pub fn found_in(bytes: &[u8], text: &str) -> Vec<String> {
    let stands = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    of(text).into_iter().filter(|(_, needle)| stands(needle)).map(|(way, _)| way).collect()
}

/// Where in a folder's files, names included, a text stands.
pub fn found_below(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.extend(found_below(&path, text));
        } else {
            let bytes = std::fs::read(&path).unwrap();
            found.extend(found_in(&bytes, text).into_iter().map(|way| format!("{name}: {way}")));
        }
        found
            .extend(found_in(name.as_bytes(), text).into_iter().map(|way| format!("the name {name}: {way}")));
    }
    found
}
