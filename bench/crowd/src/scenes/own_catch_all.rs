//! Domains bought for it, of the cheapest kind, that take mail for any name: a handful of them, each for hundreds of
//! addresses, sent from rented servers of a few providers.

use crate::campaign::Campaign;
use crate::network::{Block, block, in_block};
use crate::operator::{Kit, Pattern, fresh_domain};
use crate::people::latin;
use crate::rhythm::{HOUR, LENGTH};
use crate::sign_on::{SignOn, milliseconds};
use std::net::IpAddr;

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut kit = Kit::cheap(&mut campaign.dice);
    let bought = campaign.dice.count(2, 10);
    let domains: Vec<String> = (0..bought).map(|_| fresh_domain(&mut campaign.dice)).collect();
    let blocks: Vec<Block> = (0..campaign.dice.count(2, 8)).map(|_| block(&mut campaign.dice)).collect();
    let starts = campaign.dice.between(0.0, LENGTH - 20.0 * HOUR);
    let lasts = campaign.dice.between(2.0, 18.0) * HOUR;
    let plain = campaign.dice.chance(0.5);
    (0..count)
        .map(|_| {
            let at = milliseconds(starts + campaign.dice.between(0.0, lasts));
            let block = *campaign.dice.pick(&blocks);
            let address = IpAddr::from(in_block(&mut campaign.dice, block));
            let victim = kit.pool.victim(&mut campaign.dice);
            let local = match kit.pattern {
                // Nobody else takes names there, so no numbers are needed.
                Pattern::Dotted | Pattern::Joined if plain => {
                    format!("{}.{}", latin(&victim.given), latin(&victim.family))
                }
                pattern => pattern.local(&mut campaign.dice, &victim, &kit.pool),
            };
            let email = format!("{local}@{}", campaign.dice.pick(&domains));
            campaign.forge(&mut kit, at, address, &victim, email)
        })
        .collect()
}
