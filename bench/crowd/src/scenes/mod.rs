//! The crowds, each with what it really is and how much of a run it takes.

mod background;
mod campus;
mod celebrity_link;
mod conference_hall;
mod newsletter;
mod workplace;

use crate::campaign::Campaign;
use crate::sign_on::{Label, SignOn};

pub struct Scene {
    pub name: &'static str,
    pub label: Label,
    /// Between which its share lies among those with the same label, before all are made to sum up.
    pub weight: (f64, f64),
    pub play: fn(&mut Campaign, u32) -> Vec<SignOn>,
}

pub const ALL: [Scene; 6] = [
    honest("background", (30.0, 40.0), background::play),
    honest("conference-hall", (4.0, 9.0), conference_hall::play),
    honest("campus", (6.0, 11.0), campus::play),
    honest("workplace", (1.5, 4.0), workplace::play),
    honest("celebrity-link", (26.0, 36.0), celebrity_link::play),
    honest("newsletter", (10.0, 16.0), newsletter::play),
];

const fn honest(
    name: &'static str,
    weight: (f64, f64),
    play: fn(&mut Campaign, u32) -> Vec<SignOn>,
) -> Scene {
    Scene { name, label: Label::Honest, weight, play }
}
