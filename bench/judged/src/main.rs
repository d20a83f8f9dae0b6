//! Shows labelled sign-ons to the judge, and prints how many of each scene it holds: what `broadside-crowd` prints
//! goes in, one JSON object comes out. The status is 1 where fewer than 95 % of the false ones or more than 0.5 % of
//! the honest ones are held.
//!
//! `broadside-crowd | broadside-judged`

use broadside_judging::{Judge, Shown, Venue, Weights};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::io::{BufRead, stdin};
use std::process::ExitCode;

#[derive(Deserialize)]
struct Beforehand {
    seed: u64,
    venues: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    network: String,
    from: f64,
    until: f64,
}

#[derive(Deserialize)]
struct Line {
    at: f64,
    address: String,
    name: String,
    email: String,
    comment: Option<String>,
    seconds_to_fill: Option<f64>,
    honeypot: String,
    label: String,
    scene: String,
}

/// How many came, and how many of them are held.
#[derive(Default)]
struct Scene {
    came: u32,
    held: u32,
}

#[allow(clippy::cast_possible_truncation, reason = "seconds of two days, in millionths")]
fn micros(seconds: f64) -> i64 {
    (seconds * 1_000_000.0) as i64
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let mut lines = stdin().lock().lines();
    let beforehand: Beforehand = serde_json::from_str(&lines.next().ok_or("no first line")??)?;
    let venue =
        |one: Listed| Venue { network: one.network, from_at: micros(one.from), until_at: micros(one.until) };
    let venues: Vec<Venue> = beforehand.venues.into_iter().map(venue).collect();
    let mut judge = Judge::new(Weights::default());
    let mut held = BTreeSet::new();
    let mut came: Vec<(String, String)> = Vec::new();
    let mut signals: BTreeMap<(String, String), u32> = BTreeMap::new();
    for line in lines {
        let line: Line = serde_json::from_str(&line?)?;
        let network = network(&line.address);
        let shown = Shown {
            id: i64::try_from(came.len())?,
            at: micros(line.at),
            network: Some(&network),
            email: &line.email,
            name: &line.name,
            comment: line.comment.as_deref(),
            filled_in: line.seconds_to_fill.map(|seconds| micros(seconds) / 1_000),
            trapped: !line.honeypot.is_empty(),
            worked: false,
        };
        came.push((line.label, line.scene));
        for verdict in judge.look(&shown, &venues, false) {
            held.insert(usize::try_from(verdict.id)?);
            let scene = &came[usize::try_from(verdict.id)?].1;
            for signal in verdict.signals {
                *signals.entry((scene.clone(), signal.word().to_owned())).or_default() += 1;
            }
        }
    }
    let mut scenes: BTreeMap<(String, String), Scene> = BTreeMap::new();
    for (number, key) in came.iter().enumerate() {
        let scene = scenes.entry(key.clone()).or_default();
        scene.came += 1;
        scene.held += u32::from(held.contains(&number));
    }
    let share = |label: &str| {
        let of = scenes.iter().filter(|((one, _), _)| one == label);
        let (came, held) = of.fold((0, 0), |sum, (_, one)| (sum.0 + one.came, sum.1 + one.held));
        f64::from(held) / f64::from(came.max(1))
    };
    let (of_false, of_honest) = (share("false"), share("honest"));
    let scene = |((label, scene), one): (&(String, String), &Scene)| {
        let seen =
            signals.iter().filter(|((of, _), _)| of == scene).map(|((_, signal), n)| (signal.clone(), *n));
        let seen: BTreeMap<String, u32> = seen.collect();
        serde_json::json!({"label": label, "scene": scene, "came": one.came, "held": one.held, "signals": seen})
    };
    let report = serde_json::json!({
        "seed": beforehand.seed,
        "came": came.len(),
        "false_held": of_false,
        "honest_held": of_honest,
        "scenes": scenes.iter().map(scene).collect::<Vec<_>>(),
    });
    println!("{report}");
    let is_enough = of_false >= 0.95 && of_honest <= 0.005;
    Ok(if is_enough { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What limits take for one visitor: an IPv4 address, or an IPv6 /64.
fn network(address: &str) -> String {
    match address.parse::<std::net::Ipv6Addr>() {
        Ok(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{}/64", std::net::Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
        Err(_) => address.to_owned(),
    }
}
