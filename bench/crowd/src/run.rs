//! One run: how many sign-ons each scene gets, and all of them in the order of time.

use crate::campaign::Campaign;
use crate::scenes::ALL;
use crate::sign_on::{Label, Labelled, Venue};
use serde::Serialize;
use std::io::{self, Write};

pub struct Run {
    pub seed: u64,
    pub venues: Vec<Venue>,
    pub sign_ons: Vec<Labelled>,
}

/// The first line: what is known beforehand.
#[derive(Serialize)]
struct Beforehand<'a> {
    seed: u64,
    venues: &'a [Venue],
}

impl Run {
    pub fn new(seed: u64, sign_ons: u32) -> Self {
        let mut campaign = Campaign::new(seed);
        let counts = counts(&mut campaign, sign_ons);
        let mut all = Vec::new();
        for (scene, count) in ALL.iter().zip(counts) {
            let played = (scene.play)(&mut campaign, count).into_iter();
            all.extend(played.map(|sign_on| Labelled { sign_on, label: scene.label, scene: scene.name }));
        }
        all.sort_by(|one, other| one.sign_on.at.total_cmp(&other.sign_on.at));
        Self { seed, venues: campaign.venues, sign_ons: all }
    }

    pub fn write(&self, mut to: impl Write) -> io::Result<()> {
        line(&mut to, &Beforehand { seed: self.seed, venues: &self.venues })?;
        for one in &self.sign_ons {
            line(&mut to, one)?;
        }
        to.flush()
    }
}

fn line(to: &mut impl Write, of: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *to, of)?;
    to.write_all(b"\n")
}

/// At least one for each scene, and together as many as were asked for, where these are enough for that.
fn counts(campaign: &mut Campaign, sign_ons: u32) -> Vec<u32> {
    let honest = campaign.dice.between(0.55, 0.70);
    let weights: Vec<f64> =
        ALL.iter().map(|scene| campaign.dice.between(scene.weight.0, scene.weight.1)).collect();
    let whole = |label| -> f64 {
        ALL.iter().zip(&weights).filter(|(scene, _)| scene.label == label).map(|(_, weight)| weight).sum()
    };
    let (honest_whole, false_whole) = (whole(Label::Honest), whole(Label::False));
    let mut counts: Vec<u32> = ALL
        .iter()
        .zip(&weights)
        .map(|(scene, weight)| {
            let share = match scene.label {
                Label::Honest => honest * weight / honest_whole,
                Label::False => (1.0 - honest) * weight / false_whole,
            };
            rounded_down(share * f64::from(sign_ons)).max(1)
        })
        .collect();
    // What rounding left goes to the first, the largest.
    let others: u32 = counts[1..].iter().sum();
    counts[0] = sign_ons.saturating_sub(others).max(1);
    counts
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a u32")]
fn rounded_down(part: f64) -> u32 {
    part as u32
}
