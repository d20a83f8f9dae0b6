//! Which slice may use which: the table in ARCHITECTURE.md is held against the code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const SLICES: [&str; 22] = [
    "accounts",
    "audit",
    "campaigns",
    "cards",
    "changes",
    "demo",
    "desk",
    "endorsements",
    "jobs",
    "letters",
    "lists",
    "mail",
    "networks",
    "people",
    "posts",
    "privacy",
    "signatures",
    "statements",
    "targets",
    "versions",
    "tasks",
    "web",
];

fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let text = std::fs::read_to_string(super::checkout().join("ARCHITECTURE.md")).unwrap();
    let (_, table) = text.split_once("Which slice may use which").expect("the heading in ARCHITECTURE.md");
    table
        .lines()
        .take_while(|line| !line.starts_with("## "))
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [slice, uses] = cells.get(..2)? else { return None };
            SLICES.contains(slice).then(|| {
                (
                    (*slice).to_owned(),
                    uses.split(',')
                        .map(|one| one.trim().to_owned())
                        .filter(|one| SLICES.contains(&one.as_str()))
                        .collect(),
                )
            })
        })
        .collect()
}

fn used_by(folder: &Path, used: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            used_by(&path, used);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !is_for_tests(&path) {
            let text = std::fs::read_to_string(&path).unwrap();
            for found in text.split("crate::").skip(1) {
                let names = found.trim_start_matches('{');
                let name: String =
                    names.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                used.insert(name);
            }
        }
    }
}

/// Tests and their samples may look everywhere.
fn is_for_tests(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name == "tests" || name == "samples" || name == "gallery")
}

#[test]
fn slices_use_what_the_architecture_says_and_nothing_else() {
    let allowed = allowed();
    let src = super::checkout().join("app/src");
    let found: BTreeMap<String, BTreeSet<String>> = SLICES
        .iter()
        .map(|slice| {
            let mut used = BTreeSet::new();
            used_by(&src.join(slice), &mut used);
            used.remove(*slice);
            ((*slice).to_owned(), used.into_iter().filter(|name| SLICES.contains(&name.as_str())).collect())
        })
        .collect();
    assert_eq!(found, allowed, "left: the code; right: ARCHITECTURE.md");
}
