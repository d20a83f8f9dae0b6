//! Bought by the gigabyte: each request leaves from somebody else's home, anywhere, and no address comes more than
//! twice. Mail is at the great providers. What they have is a list of names and a few sentences, and either no browser
//! at all, which is the usual way, or one that is told to look human.

use crate::campaign::Campaign;
use crate::operator::{Fill, Kit};
use crate::rhythm::{HOUR, LENGTH};
use crate::sign_on::{SignOn, milliseconds};
use std::net::IpAddr;

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut kit = Kit::careful(&mut campaign.dice);
    if campaign.dice.chance(0.55) {
        kit.fill = Fill::Unmeasured;
    }
    let sessions: Vec<(f64, f64)> = (0..campaign.dice.count(2, 6))
        .map(|_| {
            let lasts = campaign.dice.between(1.0, 5.0) * HOUR;
            (campaign.dice.between(0.0, LENGTH - lasts), lasts)
        })
        .collect();
    let mut last: Option<IpAddr> = None;
    (0..count)
        .map(|_| {
            let (starts, lasts) = *campaign.dice.pick(&sessions);
            let at = milliseconds(starts + campaign.dice.between(0.0, lasts));
            let address = match last.take() {
                Some(again) if campaign.dice.chance(0.12) => again,
                _ => {
                    let country = campaign.atlas.somewhere(&mut campaign.dice, 0.0);
                    let line = campaign.atlas.home_line(&mut campaign.dice, country);
                    let new = line.address(&mut campaign.dice);
                    last = Some(new);
                    new
                }
            };
            let victim = kit.pool.victim(&mut campaign.dice);
            let email = kit.free_mail(&mut campaign.dice, &victim);
            campaign.forge(&mut kit, at, address, &victim, email)
        })
        .collect()
}
