//! A script on one rented server, or on a laptop: one address, or one /64 of which it takes another each time, and a
//! loop that sends, sleeps and sends.

use crate::campaign::Campaign;
use crate::network::{Line, block, in_block, server_prefix};
use crate::operator::Kit;
use crate::rhythm::{HOUR, LENGTH};
use crate::sign_on::{SignOn, milliseconds};

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut kit = Kit::cheap(&mut campaign.dice);
    let server = if campaign.dice.chance(0.3) {
        server_prefix(&mut campaign.dice)
    } else {
        let block = block(&mut campaign.dice);
        Line::One(in_block(&mut campaign.dice, block))
    };
    let every = campaign.dice.between(1.5, 12.0);
    let mut at = campaign.dice.between(0.5 * HOUR, LENGTH - 12.0 * HOUR);
    // Now and then the loop stops, and is started again later.
    let stops = campaign.dice.between(0.002, 0.008);
    (0..count)
        .map(|_| {
            at += every + campaign.dice.exponential(0.15);
            if campaign.dice.chance(stops) {
                at += campaign.dice.exponential(1.5 * HOUR);
            }
            let address = server.address(&mut campaign.dice);
            let victim = kit.pool.victim(&mut campaign.dice);
            let email = kit.free_mail(&mut campaign.dice, &victim);
            let at = milliseconds(at.min(LENGTH - 1.0));
            campaign.forge(&mut kit, at, address, &victim, email)
        })
        .collect()
}
