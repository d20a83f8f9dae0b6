//! Somebody with millions of followers posts the link. Within the hour thousands come from everywhere, on phones whose
//! browsers fill in what they know, and leave a word or two that many others leave as well.

use crate::campaign::{Campaign, Visit};
use crate::people::{self, Hands};
use crate::rhythm::{self, HOUR, MINUTE};
use crate::sign_on::SignOn;

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let posted = campaign.dice.between(4.0 * HOUR, 40.0 * HOUR);
    let half = campaign.dice.between(14.0, 24.0) * MINUTE;
    let at_home = campaign.dice.between(0.1, 0.4);
    let say_something = campaign.dice.between(0.25, 0.45);
    (0..count)
        .map(|_| {
            let country = campaign.atlas.somewhere(&mut campaign.dice, at_home);
            let name = campaign.somebody_in(country);
            // Some see it in the evening.
            let late = campaign.dice.chance(0.1);
            let half = if late { 3.0 * HOUR } else { half };
            let at = rhythm::after(&mut campaign.dice, posted, 2.0 * MINUTE, half);
            let line = if campaign.dice.chance(0.78) {
                campaign.atlas.phone_line(&mut campaign.dice, country)
            } else {
                campaign.atlas.home_line(&mut campaign.dice, country)
            };
            let address = line.address(&mut campaign.dice);
            let comment = if campaign.dice.chance(say_something) {
                Some(people::short(&mut campaign.dice, name.tongue))
            } else {
                people::comment(&mut campaign.dice, name.tongue, 0.05)
            };
            campaign.sign(&Visit { at, address, country, hands: Hands::Hurried }, &name, comment)
        })
        .collect()
}
