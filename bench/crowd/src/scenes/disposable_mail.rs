//! Mail that is thrown away after ten minutes: some of it taken by hand, by a few people behind a few exits of a VPN who
//! sign again and again under the first names that come to their mind, most of it by a script that asks the service's
//! interface for boxes. A part of the services' domains is new and stands in no list yet.

use crate::campaign::Campaign;
use crate::network::{Block, block, in_block};
use crate::operator::{Fill, Kit, Pool, fresh_domain};
use crate::people::DISPOSABLE;
use crate::rhythm::{HOUR, LENGTH};
use crate::sign_on::{SignOn, milliseconds};
use std::net::{IpAddr, Ipv4Addr};

const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut script = Kit::cheap(&mut campaign.dice);
    let mut by_hand = Kit::careful(&mut campaign.dice);
    by_hand.pool = Pool::of(&mut campaign.dice, (12, 25), (12, 25));
    by_hand.says = campaign.dice.between(0.2, 0.7);
    by_hand.fill =
        Fill::Noisy { mean: campaign.dice.between(9.0, 16.0), deviation: campaign.dice.between(2.0, 5.0) };
    let hands = campaign.dice.between(0.15, 0.4);
    let exits = exits(campaign);
    let listed = campaign.dice.count(4, 12);
    let mut domains: Vec<String> =
        campaign.dice.some(&DISPOSABLE, listed).into_iter().map(str::to_owned).collect();
    for _ in 0..campaign.dice.count(1, 2) {
        domains.push(fresh_domain(&mut campaign.dice));
    }
    let starts = campaign.dice.between(HOUR, LENGTH - 14.0 * HOUR);
    let lasts = campaign.dice.between(2.0, 12.0) * HOUR;
    (0..count)
        .map(|_| {
            let kit = if campaign.dice.chance(hands) { &mut by_hand } else { &mut script };
            let at = milliseconds(starts + campaign.dice.between(0.0, lasts));
            let address = IpAddr::from(*campaign.dice.pick_common(&exits));
            let victim = kit.pool.victim(&mut campaign.dice);
            let domain = campaign.dice.pick(&domains).clone();
            let email = format!("{}@{domain}", campaign.dice.letters(LOWER, 7, 12));
            campaign.forge(kit, at, address, &victim, email)
        })
        .collect()
}

fn exits(campaign: &mut Campaign) -> Vec<Ipv4Addr> {
    let blocks: Vec<Block> = (0..campaign.dice.count(2, 5)).map(|_| block(&mut campaign.dice)).collect();
    (0..campaign.dice.count(10, 40))
        .map(|_| {
            let block = *campaign.dice.pick(&blocks);
            in_block(&mut campaign.dice, block)
        })
        .collect()
}
