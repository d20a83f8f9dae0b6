//! A script that tries any form on the web and writes letters at random into every field, hidden ones as well, from
//! whatever proxies stood open that day.

use crate::campaign::Campaign;
use crate::network::{Block, block, in_block};
use crate::operator::{Fill, Kit, Pattern, Victim};
use crate::rhythm::{HOUR, LENGTH};
use crate::sign_on::{SignOn, milliseconds};
use std::net::IpAddr;

const CONSONANTS: &[u8] = b"bcdfghjklmnpqrstvwxz";
const MIXED: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut kit = Kit::cheap(&mut campaign.dice);
    kit.pattern = Pattern::Random;
    kit.fills_all = if campaign.dice.chance(0.65) { campaign.dice.between(0.7, 1.0) } else { 0.0 };
    if let Fill::Machine { jitter, .. } = kit.fill {
        kit.fill = Fill::Machine { sleep: campaign.dice.between(0.1, 1.2), jitter };
    }
    let mixed = campaign.dice.chance(0.5);
    let blocks: Vec<Block> = (0..campaign.dice.count(10, 60)).map(|_| block(&mut campaign.dice)).collect();
    let starts = campaign.dice.between(0.0, LENGTH - 30.0 * HOUR);
    let lasts = campaign.dice.between(4.0, 30.0) * HOUR;
    (0..count)
        .map(|_| {
            let at = milliseconds(starts + campaign.dice.between(0.0, lasts));
            let block = *campaign.dice.pick(&blocks);
            let address = IpAddr::from(in_block(&mut campaign.dice, block));
            let (given, family) = (gibberish(campaign, mixed), gibberish(campaign, mixed));
            let name =
                if mixed && campaign.dice.chance(0.6) { given.clone() } else { format!("{given} {family}") };
            let victim = Victim { name, given, family };
            let email = kit.free_mail(&mut campaign.dice, &victim);
            campaign.forge(&mut kit, at, address, &victim, email)
        })
        .collect()
}

fn gibberish(campaign: &mut Campaign, mixed: bool) -> String {
    if mixed {
        return campaign.dice.letters(MIXED, 8, 16);
    }
    let word = campaign.dice.letters(CONSONANTS, 4, 9);
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}
