//! What every run must be, whatever its seed.

use crate::run::Run;
use crate::scenes::ALL;
use crate::sign_on::{Label, Labelled};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::net::IpAddr;

const SEEDS: [u64; 6] = [1, 2, 3, 77, 4_294_967_295, 2_463_534_242];

fn bytes(seed: u64, sign_ons: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    Run::new(seed, sign_ons).write(&mut bytes).unwrap();
    bytes
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_gives_others() {
    assert_eq!(bytes(7, 3_000), bytes(7, 3_000));
    assert_ne!(bytes(7, 3_000), bytes(8, 3_000));
}

#[test]
fn every_line_can_be_read_and_they_stand_in_the_order_of_time() {
    let text = String::from_utf8(bytes(11, 2_000)).unwrap();
    let mut lines = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let first = lines.next().unwrap();
    assert_eq!(first["seed"], 11);
    for venue in first["venues"].as_array().unwrap() {
        let (address, length) = venue["network"].as_str().unwrap().split_once('/').unwrap();
        assert!(address.parse::<IpAddr>().is_ok() && length.parse::<u8>().is_ok());
        assert!(venue["from"].as_f64() < venue["until"].as_f64());
    }
    let mut before = 0.0;
    let mut count = 0;
    for line in lines {
        let at = line["at"].as_f64().unwrap();
        assert!((before..172_800.0).contains(&at), "{line}");
        before = at;
        assert!(line["address"].as_str().unwrap().parse::<IpAddr>().is_ok(), "{line}");
        assert_eq!(line["email"].as_str().unwrap().matches('@').count(), 1, "{line}");
        assert!(["honest", "false"].contains(&line["label"].as_str().unwrap()), "{line}");
        count += 1;
    }
    assert_eq!(count, 2_000);
}

#[test]
fn every_scene_is_in_every_run_and_about_six_in_ten_are_honest() {
    for seed in SEEDS {
        let run = Run::new(seed, 10_000);
        assert_eq!(run.sign_ons.len(), 10_000);
        assert_eq!(run.venues.len(), 1);
        let scenes: BTreeSet<&str> = run.sign_ons.iter().map(|one| one.scene).collect();
        assert_eq!(scenes.len(), ALL.len());
        let honest = run.sign_ons.iter().filter(|one| one.label == Label::Honest).count();
        assert!((5_490..=7_010).contains(&honest), "{seed}: {honest}");
        assert!(scene(&run, "celebrity-link").len() > 1_200 && scene(&run, "slow-drip").len() > 120);
    }
}

#[test]
fn the_smallest_run_has_one_of_each() {
    let run = Run::new(5, 100);
    assert_eq!(run.sign_ons.len(), 100);
    assert!(ALL.iter().all(|one| !scene(&run, one.name).is_empty()));
}

#[test]
fn nobody_signs_twice_and_nobody_honest_fills_in_what_is_hidden() {
    for seed in SEEDS {
        let run = Run::new(seed, 10_000);
        let addresses: HashSet<&str> = run.sign_ons.iter().map(|one| one.sign_on.email.as_str()).collect();
        assert_eq!(addresses.len(), 10_000);
        let honest = || run.sign_ons.iter().filter(|one| one.label == Label::Honest);
        assert!(honest().all(|one| one.sign_on.honeypot.is_empty()));
        assert!(honest().all(|one| one.sign_on.seconds_to_fill.is_none_or(|seconds| seconds > 3.2)));
        assert!(honest().all(|one| !one.sign_on.name.trim().is_empty()));
        let thrown_away = honest().filter(|one| has_disposable_mail(one)).count();
        assert!(thrown_away * 500 < honest().count(), "{seed}: {thrown_away}");
    }
}

/// Whoever is false has left at least two marks that somebody could find who sees the whole scene. One that had none
/// would be an honest sign-on under a wrong label.
#[test]
fn a_false_sign_on_bears_two_marks() {
    for seed in SEEDS {
        let run = Run::new(seed, 10_000);
        for one in ALL.iter().filter(|one| one.label == Label::False) {
            let all = scene(&run, one.name);
            let seen = Seen::of(&all);
            let marked = all.iter().filter(|sign_on| seen.marks(sign_on) >= 2).count();
            assert!(marked * 1_000 >= all.len() * 985, "{seed} {}: {marked} of {}", one.name, all.len());
        }
    }
}

fn scene<'a>(run: &'a Run, name: &str) -> Vec<&'a Labelled> {
    run.sign_ons.iter().filter(|one| one.scene == name).collect()
}

fn has_disposable_mail(one: &Labelled) -> bool {
    crate::people::DISPOSABLE.contains(&domain(one))
}

fn domain(one: &Labelled) -> &str {
    one.sign_on.email.split_once('@').map_or("", |(_, domain)| domain)
}

/// How often each thing comes in one scene.
struct Seen {
    networks: BTreeMap<String, usize>,
    domains: BTreeMap<String, usize>,
    names: BTreeMap<String, usize>,
    comments: BTreeMap<String, usize>,
}

impl Seen {
    fn of(all: &[&Labelled]) -> Self {
        let mut seen = Self {
            networks: BTreeMap::new(),
            domains: BTreeMap::new(),
            names: BTreeMap::new(),
            comments: BTreeMap::new(),
        };
        for one in all {
            *seen.networks.entry(network(one)).or_default() += 1;
            *seen.domains.entry(domain(one).to_owned()).or_default() += 1;
            for part in one.sign_on.name.split(' ') {
                *seen.names.entry(part.to_lowercase()).or_default() += 1;
            }
            if let Some(comment) = &one.sign_on.comment {
                *seen.comments.entry(beginning(comment)).or_default() += 1;
            }
        }
        seen
    }

    fn marks(&self, one: &Labelled) -> usize {
        let often = |list: &BTreeMap<String, usize>, key: &str, times| {
            list.get(key).is_some_and(|count| *count >= times)
        };
        let free = ["gmail.com", "outlook.com", "yahoo.com", "hotmail.com"].contains(&domain(one));
        let sign_on = &one.sign_on;
        [
            often(&self.networks, &network(one), 8),
            has_disposable_mail(one) || !free && often(&self.domains, domain(one), 10),
            !sign_on.honeypot.is_empty(),
            sign_on.seconds_to_fill.is_none_or(|seconds| seconds < 3.8),
            // Both of its parts come again and again, or none of them is a name.
            sign_on.name.split(' ').all(|part| often(&self.names, &part.to_lowercase(), 4))
                || one.scene == "gibberish-names",
            sign_on.comment.as_ref().is_some_and(|comment| often(&self.comments, &beginning(comment), 5)),
        ]
        .into_iter()
        .filter(|mark| *mark)
        .count()
    }
}

fn network(one: &Labelled) -> String {
    match one.sign_on.address {
        IpAddr::V4(address) => format!("{:?}", &address.octets()[..3]),
        IpAddr::V6(address) => format!("{:?}", &address.segments()[..4]),
    }
}

fn beginning(comment: &str) -> String {
    comment.to_lowercase().chars().take(20).collect()
}
