//! `docs/security.md` is held against the list of requirements and against the tests that it names; and what
//! the program has none of stays out of its sources.

use super::desk::{Clerk, GROUP};
use super::world::{World, below};
use super::{checkout, stories};
use crate::accounts::Role;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Sections of the OWASP Application Security Verification Standard 5.0.0, chapters 1 to 9, 11 and 13 to 16:
/// the numbers of their requirements of levels 1 and 2.
const REQUIREMENTS: &[(&str, std::ops::RangeInclusive<u8>)] = &[
    ("1.1", 1..=2),
    ("1.2", 1..=9),
    ("1.3", 1..=11),
    ("1.4", 1..=3),
    ("1.5", 1..=2),
    ("2.1", 1..=3),
    ("2.2", 1..=3),
    ("2.3", 1..=4),
    ("2.4", 1..=1),
    ("3.2", 1..=2),
    ("3.3", 1..=4),
    ("3.4", 1..=6),
    ("3.5", 1..=5),
    ("3.7", 1..=2),
    ("4.1", 1..=3),
    ("4.2", 1..=1),
    ("4.3", 1..=2),
    ("4.4", 1..=4),
    ("5.1", 1..=1),
    ("5.2", 1..=3),
    ("5.3", 1..=2),
    ("5.4", 1..=3),
    ("6.1", 1..=3),
    ("6.2", 1..=12),
    ("6.3", 1..=4),
    ("6.4", 1..=4),
    ("6.5", 1..=5),
    ("6.6", 1..=3),
    ("6.8", 1..=4),
    ("7.1", 1..=3),
    ("7.2", 1..=4),
    ("7.3", 1..=2),
    ("7.4", 1..=5),
    ("7.5", 1..=2),
    ("7.6", 1..=2),
    ("8.1", 1..=2),
    ("8.2", 1..=3),
    ("8.3", 1..=1),
    ("8.4", 1..=1),
    ("9.1", 1..=3),
    ("9.2", 1..=4),
    ("11.1", 1..=2),
    ("11.2", 1..=3),
    ("11.3", 1..=3),
    ("11.4", 1..=4),
    ("11.5", 1..=1),
    ("11.6", 1..=1),
    ("13.1", 1..=1),
    ("13.2", 1..=5),
    ("13.3", 1..=2),
    ("13.4", 1..=5),
    ("14.1", 1..=2),
    ("14.2", 1..=4),
    ("14.3", 1..=3),
    ("15.1", 1..=3),
    ("15.2", 1..=3),
    ("15.3", 1..=7),
    ("16.1", 1..=1),
    ("16.2", 1..=5),
    ("16.3", 1..=4),
    ("16.4", 1..=3),
    ("16.5", 1..=3),
];

/// One line of the document.
struct Line {
    requirement: String,
    state: String,
    evidence: String,
}

fn document() -> String {
    std::fs::read_to_string(checkout().join("docs/security.md")).unwrap()
}

fn lines(text: &str) -> Vec<Line> {
    text.lines()
        .filter_map(|line| {
            let cells: Vec<&str> =
                line.strip_prefix('|')?.trim_end_matches('|').split('|').map(str::trim).collect();
            let [requirement, _words, state, evidence] = cells[..] else { return None };
            requirement.starts_with(|first: char| first.is_ascii_digit()).then(|| Line {
                requirement: requirement.to_owned(),
                state: state.to_owned(),
                evidence: evidence.to_owned(),
            })
        })
        .collect()
}

pub fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir()
            && !path.ends_with("node_modules")
            && !path.ends_with("test-results")
            && !path.ends_with("fuzz")
        {
            found.extend(files_below(&path, ending));
        } else if path.to_str().unwrap().ends_with(ending) {
            found.push(path);
        }
    }
    found
}

/// The names of all tests: of functions under `#[test]` and its kin, of stories, and of the browser's.
fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in ["app", "crates"].into_iter().flat_map(|folder| files_below(&checkout().join(folder), ".rs"))
    {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut marked = false;
        for line in text.lines().map(str::trim) {
            let name = line.split_once("fn ").map(|(_, rest)| rest.split('(').next().unwrap_or_default());
            match name {
                Some(name) if marked || line.ends_with("(world: World) {") => {
                    names.insert(name.to_owned());
                    marked = false;
                }
                _ => {
                    marked = line == "#[test]"
                        || line.starts_with("#[tokio::test")
                        || marked && line.starts_with('#');
                }
            }
        }
    }
    for file in files_below(&checkout().join("e2e/stories"), ".spec.ts") {
        let text = std::fs::read_to_string(&file).unwrap();
        names.extend(
            text.split("test(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
        );
    }
    names
}

/// The heading's anchor, as the pages of a repository make it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches('#').trim().to_lowercase();
    kept.chars()
        .filter(|one| one.is_alphanumeric() || " -".contains(*one))
        .map(|one| if one == ' ' { '-' } else { one })
        .collect()
}

/// Whether `[words](path#heading)` leads to a file of ours and to a heading in it.
fn leads_somewhere(link: &str) -> bool {
    let (path, heading) = link.split_once('#').unwrap_or((link, ""));
    let file = if path.is_empty() {
        checkout().join("docs/security.md")
    } else {
        checkout().join("docs").join(path)
    };
    let Ok(text) = std::fs::read_to_string(file) else { return false };
    heading.is_empty()
        || text.lines().filter(|line| line.starts_with('#')).any(|line| anchor(line) == heading)
}

fn between(text: &str, open: &str, close: &str) -> Vec<String> {
    text.split(open)
        .skip(1)
        .filter_map(|rest| rest.split_once(close))
        .map(|(inner, _)| inner.to_owned())
        .collect()
}

#[test]
fn every_requirement_has_its_line_and_no_line_is_without_one() {
    let asked: Vec<String> = REQUIREMENTS
        .iter()
        .flat_map(|(section, numbers)| numbers.clone().map(move |number| format!("{section}.{number}")))
        .collect();
    assert_eq!(asked.len(), 208);
    let answered: Vec<String> = lines(&document()).into_iter().map(|line| line.requirement).collect();
    assert_eq!(answered, asked, "left: docs/security.md; right: the standard, in its order");
}

#[test]
fn every_line_names_a_test_that_exists_or_says_why_there_is_none() {
    let tests = tests();
    assert!(
        tests.len() > 400 && tests.contains("a_link_works_once_and_a_used_or_expired_one_explains_itself")
    );
    for Line { requirement, state, evidence } in lines(&document()) {
        let named: Vec<String> = evidence.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let links = between(&evidence, "](", ")");
        for name in &named {
            assert!(tests.contains(name), "{requirement} names the test “{name}”, which does not exist");
        }
        for link in &links {
            assert!(leads_somewhere(link), "{requirement} leads to {link}, which is not there");
        }
        match state.as_str() {
            "shown" => assert!(!named.is_empty() || !links.is_empty(), "{requirement} is shown by nothing"),
            "does not apply" => assert!(evidence.len() > 10, "{requirement} says no reason"),
            // What holds in its place takes more than a word.
            "otherwise" => assert!(evidence.len() > 80, "{requirement} says no reason"),
            other => panic!("{requirement} is “{other}”"),
        }
    }
}

#[test]
fn the_sums_on_top_are_those_of_the_lines() {
    let text = document();
    let lines = lines(&text);
    for state in ["shown", "does not apply", "otherwise"] {
        let sum = lines.iter().filter(|line| line.state == state).count();
        assert!(text.contains(&format!("| {state} | {sum} |")), "{state}: {sum}");
    }
}

#[test]
fn the_program_starts_no_other_and_connects_from_six_places_alone() {
    for file in
        ["app/src", "crates"].into_iter().flat_map(|folder| files_below(&checkout().join(folder), ".rs"))
    {
        let path = file.to_str().unwrap();
        if path.contains("/stories/") || path.contains("/tests/") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        // A rehearsal starts this program once more, over a copy.
        let own_again = path.contains("app/src/rehearsal/server.rs")
            && own.matches("Command::new").count() == 1
            && own.contains("Command::new(std::env::current_exe()?)");
        assert!(own_again || !own.contains("Command::new"), "{path} starts a program");
        assert!(!own.contains("libloading"), "{path} loads code");
        // The mail server, the DNS, the payment provider, and our own base URL: where the operator's settings lead. And a rehearsal's
        // visitors, who refuse whatever is not on this machine.
        // What proves an endorsement is asked of the organisation's domain, by crates/outside, on the public internet
        // alone; nobody but the tests gives it another way to connect.
        assert!(
            !own.contains("Fetcher::new") || path.ends_with("endorsements/outside.rs"),
            "{path} asks outside"
        );
        assert!(
            !own.contains("impl Dial for") || path.ends_with("crates/outside/src/fetch.rs"),
            "{path} dials"
        );
        let connects = [
            "crates/outside/src/fetch.rs",
            "crates/mailer/",
            "crates/maildns/",
            "crates/stripe/src/wire.rs",
            "app/src/doctor/trials.rs",
            "app/src/rehearsal/visitor.rs",
        ];
        if !connects.iter().any(|place| path.contains(place)) {
            assert!(!own.contains("TcpStream::connect"), "{path} asks another server");
        }
    }
    let lock = std::fs::read_to_string(checkout().join("Cargo.lock")).unwrap();
    for client in ["reqwest", "ureq", "curl", "isahc", "openssl", "native-tls"] {
        assert!(!lock.contains(&format!("name = \"{client}\"\n")), "{client}");
    }
}

#[test]
fn randomness_comes_from_the_machine_and_is_drawn_in_one_place() {
    let clock = std::fs::read_to_string(checkout().join("app/src/clock.rs")).unwrap();
    assert!(clock.contains("None => getrandom::fill(&mut bytes)"));
    assert!(
        clock.contains("#[cfg(test)]\n    pub fn seeded("),
        "what is drawn anew from a seed is for tests"
    );
    for file in
        ["app/src", "crates"].into_iter().flat_map(|folder| files_below(&checkout().join(folder), ".rs"))
    {
        let path = file.to_str().unwrap();
        if path.ends_with("clock.rs") || path.contains("/stories/") || path.contains("/tests") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        for other in ["getrandom::", "rand::", "fastrand", "RandomState"] {
            let own = text.split("mod tests {").next().unwrap();
            let draws = own.match_indices(other).any(|(at, _)| !own[..at].ends_with(char::is_alphanumeric));
            assert!(!draws, "{path} draws by {other}");
        }
    }
    let serve = std::fs::read_to_string(checkout().join("app/src/serve.rs")).unwrap();
    assert!(serve.contains("Dice::machine()"));
}

#[test]
fn every_key_of_the_instance_stands_in_the_inventory() {
    let instance = std::fs::read_to_string(checkout().join("app/src/instance.rs")).unwrap();
    let made = between(&instance, "make_secret(c, \"", "\"");
    assert_eq!(made, ["links", "addresses"]);
    let text = document();
    let inventory = text.split("### Keys and algorithms").nth(1).unwrap().split("\n### ").next().unwrap();
    for key in made {
        assert!(inventory.contains(&format!("the instance’s key `{key}`")), "{key}");
    }
    let rows = inventory.lines().filter(|line| line.starts_with("| ")).skip(1);
    for row in rows {
        assert_eq!(row.matches(" | ").count(), 4, "what, how, where, how long, and what if it leaks: {row}");
    }
}

#[test]
fn sums_are_checked_in_the_program_that_is_shipped() {
    let root = std::fs::read_to_string(checkout().join("Cargo.toml")).unwrap();
    let release = root.split("[profile.release]").nth(1).unwrap().split("\n[").next().unwrap();
    assert!(release.contains("\noverflow-checks = true\n"), "{release}");
    let clippy = std::fs::read_to_string(checkout().join("bin/test")).unwrap();
    assert!(
        clippy.contains("clippy") && root.contains("pedantic"),
        "casts that cut are refused by the linter"
    );
}

#[test]
fn no_crate_may_be_unsafe_and_none_comes_from_elsewhere() {
    let root = std::fs::read_to_string(checkout().join("Cargo.toml")).unwrap();
    assert!(root.contains("unsafe_code = \"forbid\""));
    for crates in files_below(&checkout().join("crates"), "Cargo.toml")
        .into_iter()
        .chain([checkout().join("app/Cargo.toml")])
    {
        let text = std::fs::read_to_string(&crates).unwrap();
        assert!(text.contains("[lints]\nworkspace = true"), "{}", crates.display());
    }
    let lock = std::fs::read_to_string(checkout().join("Cargo.lock")).unwrap();
    for source in lock.lines().filter(|line| line.starts_with("source = ")) {
        assert_eq!(source, "source = \"registry+https://github.com/rust-lang/crates.io-index\"");
    }
}

stories! {
    async fn quotes_and_wildcards_are_letters_wherever_they_are_typed(world: World) {
        let name = "Robin'); drop table person; --";
        let link = world.sign(name, "robin.'or'1@example.org").await;
        world.sign("Ada \\ \"Example\"", "ada@example.org").await;
        assert_eq!(world.count().await, 2);
        let export = world.get(&below(&link, "export.json")).await;
        let read: serde_json::Value = serde_json::from_slice(&export.body).expect("JSON, whatever stands in it");
        assert!(read.to_string().contains("drop table person"));
        let clerk = Clerk::of(&world, "grace@example.org", GROUP, Role::Owner).await;
        let list = "/desk/campaigns/dropsalesforce/signatures";
        let found = async |search: &str| {
            let page = clerk.get(&world, &format!("{list}?{search}")).await;
            assert!(!page.status.is_server_error(), "{search}");
            (page.text().contains("drop table person"), page.text().contains("Example&#34;"))
        };
        assert_eq!(found("").await, (true, true));
        assert_eq!(found("q=robin%27").await, (true, false));
        for nobody in ["q=%25", "q=_obin", "q=%27+or+%271%27%3D%271", "q=%27%3B--", "q=%5C"] {
            assert_eq!(found(nobody).await, (false, false), "{nobody}");
        }
        found("state=confirmed%27+or+1%3D1").await;
        assert_eq!(world.number("select count(*) as n from person").await, 2);
    }
}
