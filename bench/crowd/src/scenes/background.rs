//! Who signs on any day of any campaign: one by one, from homes and phones, by the day of their country; here and there
//! a family at one address one after the other, or the five of a small firm. Modelled on what public petitions get
//! between their peaks.

use crate::atlas::Country;
use crate::campaign::{Campaign, Visit};
use crate::network::Line;
use crate::people::{self, Hands, domain_word, latin};
use crate::rhythm::{LENGTH, MINUTE};
use crate::sign_on::{SignOn, milliseconds};

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let mut all = Vec::new();
    let mut left = count;
    while left > 0 {
        let country = campaign.atlas.somewhere(&mut campaign.dice, 0.4);
        let together = match campaign.dice.count(0, 99) {
            0..=5 => campaign.dice.count(2, 4),
            6 | 7 => campaign.dice.count(2, 7),
            _ => 1,
        }
        .min(left);
        left -= together;
        match together {
            1 => all.push(alone(campaign, country)),
            2..=4 => family(campaign, country, together, &mut all),
            _ => firm(campaign, country, together, &mut all),
        }
    }
    all
}

fn alone(campaign: &mut Campaign, country: &'static Country) -> SignOn {
    let line = if campaign.dice.chance(0.45) {
        campaign.atlas.phone_line(&mut campaign.dice, country)
    } else {
        campaign.atlas.home_line(&mut campaign.dice, country)
    };
    let address = line.address(&mut campaign.dice);
    let visit = Visit { at: campaign.any_time(country), address, country, hands: Hands::Anybody };
    let name = campaign.somebody_in(country);
    let comment = people::comment(&mut campaign.dice, name.tongue, 0.24);
    campaign.sign(&visit, &name, comment)
}

/// One has signed and passes the tablet on, or tells it at dinner.
fn family(campaign: &mut Campaign, country: &'static Country, members: u32, all: &mut Vec<SignOn>) {
    let line = campaign.atlas.home_line(&mut campaign.dice, country);
    let first = campaign.somebody_in(country);
    let mut at = campaign.any_time(country);
    for member in 0..members {
        let mut name = if member == 0 { first.clone() } else { campaign.somebody_in(country) };
        if name.tongue == first.tongue && campaign.dice.chance(0.75) {
            name.family.clone_from(&first.family);
        }
        let visit = visit(campaign, line, at, country);
        let comment = people::comment(&mut campaign.dice, name.tongue, 0.12);
        all.push(campaign.sign(&visit, &name, comment));
        at += campaign.dice.log_normal(7.0 * MINUTE, 1.3);
    }
}

fn firm(campaign: &mut Campaign, country: &'static Country, staff: u32, all: &mut Vec<SignOn>) {
    let line = campaign.atlas.home_line(&mut campaign.dice, country);
    let owner = campaign.somebody_in(country);
    let domain = format!("{}-{}.{}", latin(&owner.family), domain_word(&mut campaign.dice), country.top);
    let mut at = campaign.any_time(country);
    for _ in 0..staff {
        let name = campaign.somebody_in(country);
        let visit = visit(campaign, line, at, country);
        let email = if campaign.dice.chance(0.7) {
            format!("{}@{domain}", latin(&name.given))
        } else {
            people::of_a_person(&mut campaign.dice, &name, country)
        };
        let comment = people::comment(&mut campaign.dice, name.tongue, 0.1);
        all.push(campaign.sign_as(&visit, &name, email, comment, true));
        at += campaign.dice.log_normal(15.0 * MINUTE, 1.2);
    }
}

fn visit(campaign: &mut Campaign, line: Line, at: f64, country: &'static Country) -> Visit {
    let address = line.address(&mut campaign.dice);
    Visit { at: milliseconds(at.min(LENGTH - 1.0)), address, country, hands: Hands::Anybody }
}
