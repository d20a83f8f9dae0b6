//! The members of some club, copied or leaked: real names, each but once, in the list's own order and writing. Their
//! addresses are made up, for the list had none that one could confirm from; and it is one script that types them in.

use crate::campaign::Campaign;
use crate::network::{block, in_block};
use crate::operator::{Fill, Kit, Victim, fresh_domain};
use crate::people::{Name, latin};
use crate::rhythm::{HOUR, LENGTH};
use crate::sign_on::{SignOn, milliseconds};
use std::net::{IpAddr, Ipv4Addr};

#[derive(Clone, Copy)]
enum Writing {
    Plain,
    Capitals,
    FamilyFirst,
}

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut kit = Kit::cheap(&mut campaign.dice);
    if let Fill::Unmeasured = kit.fill
        && campaign.dice.chance(0.3)
    {
        kit.fill = Fill::Machine { sleep: 2.0, jitter: 0.1 };
    }
    kit.says = if campaign.dice.chance(0.6) { 0.0 } else { 0.8 };
    let writing =
        *campaign.dice.pick(&[Writing::Plain, Writing::Plain, Writing::Capitals, Writing::FamilyFirst]);
    let servers = servers(campaign);
    let bought = campaign.dice.chance(0.3).then(|| fresh_domain(&mut campaign.dice));
    let mut list = members(campaign, count);
    if campaign.dice.chance(0.7) {
        list.sort_by(|one, other| (&one.family, &one.given).cmp(&(&other.family, &other.given)));
    }
    let every = campaign.dice.between(4.0, 40.0);
    let mut at = campaign.dice.between(HOUR, LENGTH - 12.0 * HOUR);
    list.into_iter()
        .map(|member| {
            at += every * campaign.dice.between(0.8, 1.2);
            let victim =
                Victim { name: written(&member, writing), given: member.given, family: member.family };
            let address = IpAddr::from(*campaign.dice.pick(&servers));
            let email = match &bought {
                Some(domain) => format!("{}.{}@{domain}", latin(&victim.given), latin(&victim.family)),
                None => kit.free_mail(&mut campaign.dice, &victim),
            };
            campaign.forge(&mut kit, milliseconds(at.min(LENGTH - 1.0)), address, &victim, email)
        })
        .collect()
}

fn members(campaign: &mut Campaign, count: u32) -> Vec<Name> {
    let country = campaign.atlas.home();
    (0..count).map(|_| campaign.somebody_in(country)).collect()
}

/// A few of one provider.
fn servers(campaign: &mut Campaign) -> Vec<Ipv4Addr> {
    let block = block(&mut campaign.dice);
    (0..campaign.dice.count(1, 12)).map(|_| in_block(&mut campaign.dice, block)).collect()
}

fn written(member: &Name, writing: Writing) -> String {
    let Name { given, family, .. } = member;
    match writing {
        Writing::Plain => format!("{given} {family}"),
        Writing::Capitals => format!("{given} {family}").to_uppercase(),
        Writing::FamilyFirst => format!("{family}, {given}"),
    }
}
