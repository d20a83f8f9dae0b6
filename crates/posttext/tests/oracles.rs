//! The crate against the networks' own counters and against the published conformance cases of twitter-text.
//! Both are fetched by `oracles/prepare.sh FOLDER` and found by `POSTTEXT_ORACLES=FOLDER`; without it these
//! tests say that they were skipped.

use std::collections::HashMap;
use std::path::PathBuf;
use std::process::Command;

use posttext::Network::X;
use posttext::{Network, accepts, length};
use serde_json::Value;

const TEXTS: &str = "20000";
const SEED: &str = "3";

#[test]
fn the_networks_own_counters_agree_on_every_random_text() {
    let Some(folder) = folder("comparison with the networks' counters") else { return };
    let answers = Command::new("node")
        // Asked at run time: a test that was built in another checkout must not run that one.
        .arg(
            PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo names it"))
                .join("oracles/compare.mjs"),
        )
        .args([TEXTS, SEED, "--print"])
        .env("POSTTEXT_ORACLES", folder)
        .output()
        .unwrap();
    assert!(answers.status.success(), "{}", String::from_utf8_lossy(&answers.stderr));

    let mut differences: HashMap<String, Vec<String>> = HashMap::new();
    let rows = String::from_utf8(answers.stdout).unwrap();
    assert_eq!(rows.lines().count().to_string(), TEXTS);
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let text = row["text"].as_str().unwrap();
        for (name, theirs) in row["lengths"].as_object().unwrap() {
            let network: Network = name.parse().unwrap();
            let ours = length(network, text);
            if theirs.as_u64() != Some(ours as u64) {
                differences.entry(name.clone()).or_default().push(format!("{theirs} not {ours}: {text:?}"));
            }
        }
        if row["accepted"]["x"].as_bool() != Some(accepts(X, text)) {
            differences.entry("accepted by x".to_owned()).or_default().push(format!("{text:?}"));
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn the_conformance_cases_of_twitter_text_pass() {
    let Some(folder) = folder("conformance cases") else { return };
    let cases = std::fs::read_to_string(folder.join("cases.jsonl")).unwrap();
    assert!(cases.lines().count() > 1_500);
    for case in cases.lines() {
        let case: Value = serde_json::from_str(case).unwrap();
        let (about, text) = (&case["about"], case["text"].as_str().unwrap());
        if let Some(links) = case["links"].as_array() {
            assert_eq!(length(X, text), length(X, &with_links_replaced(text, links)), "{about}: {text:?}");
        } else {
            assert_eq!(Some(length(X, text) as u64), case["length"].as_u64(), "{about}: {text:?}");
            assert_eq!(Some(accepts(X, text)), case["accepted"].as_bool(), "{about}: {text:?}");
        }
    }
}

/// The text with 23 letters for each link, and nothing left that could be taken for another.
fn with_links_replaced(text: &str, links: &[Value]) -> String {
    let mut rest = text;
    let mut replaced = String::new();
    for link in links.iter().filter_map(Value::as_str) {
        let Some((before, after)) = rest.split_once(link) else { panic!("{link} is not in {text:?}") };
        replaced += &before.replace('.', ",");
        replaced += &"x".repeat(23);
        rest = after;
    }
    replaced + &rest.replace('.', ",")
}

fn folder(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("POSTTEXT_ORACLES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: {what} (POSTTEXT_ORACLES names no folder; see oracles/prepare.sh)");
    }
    folder
}
