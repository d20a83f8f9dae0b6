//! The crowds, each with what it really is and how much of a run it takes.

mod background;
mod bots_in_a_24;
mod campus;
mod celebrity_link;
mod conference_hall;
mod copied_list;
mod disposable_mail;
mod gibberish_names;
mod newsletter;
mod one_server;
mod own_catch_all;
mod residential_proxies;
mod slow_drip;
mod troll_crowd;
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

pub const ALL: [Scene; 15] = [
    honest("background", (30.0, 40.0), background::play),
    honest("conference-hall", (4.0, 9.0), conference_hall::play),
    honest("campus", (6.0, 11.0), campus::play),
    honest("workplace", (1.5, 4.0), workplace::play),
    honest("celebrity-link", (26.0, 36.0), celebrity_link::play),
    honest("newsletter", (10.0, 16.0), newsletter::play),
    false_one("bots-in-a-24", (14.0, 24.0), bots_in_a_24::play),
    false_one("one-server", (9.0, 18.0), one_server::play),
    false_one("residential-proxies", (14.0, 22.0), residential_proxies::play),
    false_one("disposable-mail", (9.0, 16.0), disposable_mail::play),
    false_one("own-catch-all", (8.0, 14.0), own_catch_all::play),
    false_one("slow-drip", (6.0, 11.0), slow_drip::play),
    false_one("troll-crowd", (5.0, 10.0), troll_crowd::play),
    false_one("copied-list", (6.0, 12.0), copied_list::play),
    false_one("gibberish-names", (4.0, 9.0), gibberish_names::play),
];

const fn honest(
    name: &'static str,
    weight: (f64, f64),
    play: fn(&mut Campaign, u32) -> Vec<SignOn>,
) -> Scene {
    Scene { name, label: Label::Honest, weight, play }
}

const fn false_one(
    name: &'static str,
    weight: (f64, f64),
    play: fn(&mut Campaign, u32) -> Vec<SignOn>,
) -> Scene {
    Scene { name, label: Label::False, weight, play }
}
