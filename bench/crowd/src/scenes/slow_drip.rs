//! One every few minutes, by day and by night, for as long as the campaign lasts, and never from where the last came
//! from. Slow enough for any limit; but it is a timer and a script that do it.

use crate::campaign::Campaign;
use crate::network::{Block, block, in_block};
use crate::operator::{Fill, Kit, Pool};
use crate::rhythm::LENGTH;
use crate::sign_on::{SignOn, milliseconds};
use std::net::IpAddr;

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut kit = Kit::cheap(&mut campaign.dice);
    kit.pool = Pool::of(&mut campaign.dice, (10, 22), (10, 22));
    kit.says = campaign.dice.between(0.5, 1.0);
    if campaign.dice.chance(0.5) {
        // Slept on for so long that no run needs more than a second's noise.
        let sleep = campaign.dice.between(1.5, 3.2);
        kit.fill = Fill::Machine { sleep, jitter: campaign.dice.between(0.03, 0.2) };
    }
    let servers = servers(campaign);
    let every = LENGTH / f64::from(count.max(1));
    let jitter = campaign.dice.between(0.03, 0.35);
    (0..count)
        .map(|number| {
            let off = campaign.dice.between(0.0, jitter);
            let at = milliseconds((f64::from(number) + off) * every);
            let address = address(campaign, &servers);
            let victim = kit.pool.victim(&mut campaign.dice);
            let email = kit.free_mail(&mut campaign.dice, &victim);
            campaign.forge(&mut kit, at, address, &victim, email)
        })
        .collect()
}

/// Open proxies in homes, mostly; or what an anonymising network has as exits.
fn address(campaign: &mut Campaign, servers: &[Block]) -> IpAddr {
    if campaign.dice.chance(0.7) {
        let country = campaign.atlas.somewhere(&mut campaign.dice, 0.0);
        let line = campaign.atlas.home_line(&mut campaign.dice, country);
        return line.address(&mut campaign.dice);
    }
    let block = *campaign.dice.pick(servers);
    in_block(&mut campaign.dice, block).into()
}

fn servers(campaign: &mut Campaign) -> Vec<Block> {
    (0..campaign.dice.count(8, 25)).map(|_| block(&mut campaign.dice)).collect()
}
