//! Somebody has rented a /24 and sends from all of it, in one to three bursts, with one script and one list of names.
//! The cheapest way to look like many.

use crate::campaign::Campaign;
use crate::network::{block, in_block};
use crate::operator::Kit;
use crate::rhythm::{HOUR, LENGTH, MINUTE};
use crate::sign_on::{SignOn, milliseconds};
use std::net::IpAddr;

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut kit = Kit::cheap(&mut campaign.dice);
    let block = block(&mut campaign.dice);
    let bursts: Vec<(f64, f64)> = (0..campaign.dice.count(1, 3))
        .map(|_| {
            let starts = campaign.dice.between(HOUR, LENGTH - 3.0 * HOUR);
            (starts, campaign.dice.between(15.0, 110.0) * MINUTE)
        })
        .collect();
    (0..count)
        .map(|_| {
            let (starts, lasts) = *campaign.dice.pick(&bursts);
            let at = milliseconds(starts + campaign.dice.between(0.0, lasts));
            let address = IpAddr::from(in_block(&mut campaign.dice, block));
            let victim = kit.pool.victim(&mut campaign.dice);
            let email = kit.free_mail(&mut campaign.dice, &victim);
            campaign.forge(&mut kit, at, address, &victim, email)
        })
        .collect()
}
