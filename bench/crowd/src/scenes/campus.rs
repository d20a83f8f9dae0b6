//! A university: every device has an address of its own in one /16, the mail domain was never seen here before, and
//! two lunch-times bring most, for there is a table in front of the refectory. Students have numbers, staff have names.

use crate::campaign::{Campaign, Visit};
use crate::network::wide;
use crate::people::{self, Hands, domain_word, latin};
use crate::rhythm::{self, DAY, HOUR};
use crate::sign_on::SignOn;
use std::net::Ipv4Addr;

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let country = campaign.atlas.home();
    let [first, second] = wide(&mut campaign.dice);
    let dice = &mut campaign.dice;
    let domain = match dice.count(0, 2) {
        0 => format!("uni-{}.{}", domain_word(dice), country.top),
        1 => format!("{}.edu", domain_word(dice)),
        _ => format!("{}-university.{}", domain_word(dice), country.top),
    };
    let wireless = (dice.byte(0, 220), dice.byte(8, 30));
    let numbered = dice.chance(0.5);
    let lunch = rhythm::next(campaign.start_hour, country.hours_from_utc, 12.6);
    (0..count)
        .map(|_| {
            let from = campaign.atlas.somewhere(&mut campaign.dice, 0.8);
            let name = campaign.somebody_in(from);
            let at = if campaign.dice.chance(0.65) {
                let day = if campaign.dice.chance(0.6) { 0.0 } else { DAY };
                rhythm::about(&mut campaign.dice, lunch + day, 0.6 * HOUR)
            } else {
                campaign.any_time(country)
            };
            let third = wireless.0 + campaign.dice.byte(0, wireless.1);
            let address = Ipv4Addr::new(first, second, third, campaign.dice.byte(1, 254)).into();
            let email = of_the_campus(campaign, &name, &domain, numbered)
                .unwrap_or_else(|| people::of_a_person(&mut campaign.dice, &name, from));
            let comment = people::comment(&mut campaign.dice, name.tongue, 0.14);
            let hands = if campaign.dice.chance(0.5) { Hands::Hurried } else { Hands::Anybody };
            campaign.sign_as(&Visit { at, address, country: from, hands }, &name, email, comment, true)
        })
        .collect()
}

/// Nothing for those who keep their private address.
fn of_the_campus(
    campaign: &mut Campaign,
    name: &people::Name,
    domain: &str,
    numbered: bool,
) -> Option<String> {
    let dice = &mut campaign.dice;
    let (given, family) = (latin(&name.given), latin(&name.family));
    match dice.count(0, 9) {
        0..=4 if numbered => Some(format!("s{}@student.{domain}", dice.count(1_000_000, 2_400_000))),
        0..=4 => Some(format!("{given}.{family}@student.{domain}")),
        5 => Some(format!("{family}@{}.{domain}", dice.pick(&["cs", "math", "phil", "med", "law", "bio"]))),
        6 => Some(format!("{given}.{family}@{domain}")),
        _ => None,
    }
}
