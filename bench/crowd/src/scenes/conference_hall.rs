//! Hundreds in one hall, all behind one address, or the few that its network has. The speaker shows a code, and within
//! minutes half of the rows sign on their phones; others do so in the break. The organiser has listed the hall.

use crate::campaign::{Campaign, Visit};
use crate::network::{block, in_block};
use crate::people::{self, Hands};
use crate::rhythm::{self, DAY, HOUR, MINUTE};
use crate::sign_on::{SignOn, Venue, milliseconds};
use std::net::{IpAddr, Ipv4Addr};

const NAMES: [&str; 5] =
    ["Congress hall", "Annual conference", "Party convention", "Town hall", "Union congress"];

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let country = campaign.atlas.home();
    let morning = rhythm::next(campaign.start_hour, country.hours_from_utc, 9.0);
    let opens = if morning > DAY - 9.0 * HOUR || campaign.dice.chance(0.5) { morning } else { morning + DAY };
    let talk = opens + campaign.dice.between(HOUR, 6.0 * HOUR);
    let (addresses, network) = hall(campaign);
    campaign.venues.push(Venue {
        network,
        from: milliseconds(opens - 0.5 * HOUR).max(0.0),
        until: milliseconds(opens + 9.0 * HOUR),
        name: (*campaign.dice.pick(&NAMES)).to_owned(),
    });
    let spread = campaign.dice.between(3.0, 9.0) * MINUTE;
    (0..count)
        .map(|_| {
            let from = campaign.atlas.somewhere(&mut campaign.dice, 0.75);
            let at = if campaign.dice.chance(0.82) {
                rhythm::after(&mut campaign.dice, talk, MINUTE, spread)
            } else {
                milliseconds(campaign.dice.between(opens, opens + 8.5 * HOUR))
            };
            let address = if at < opens + 9.0 * HOUR && campaign.dice.chance(0.88) {
                IpAddr::from(*campaign.dice.pick(&addresses))
            } else {
                // On their own contract.
                let line = campaign.atlas.phone_line(&mut campaign.dice, country);
                line.address(&mut campaign.dice)
            };
            let name = campaign.somebody_in(from);
            let comment = people::comment(&mut campaign.dice, name.tongue, 0.1);
            let visit = Visit { at, address, country: from, hands: Hands::Hurried };
            campaign.sign(&visit, &name, comment)
        })
        .collect()
}

fn hall(campaign: &mut Campaign) -> (Vec<Ipv4Addr>, String) {
    let [first, second, third] = block(&mut campaign.dice);
    if campaign.dice.chance(0.7) {
        let one = in_block(&mut campaign.dice, [first, second, third]);
        return (vec![one], format!("{one}/32"));
    }
    let lowest = campaign.dice.byte(1, 62) * 4;
    let all = (lowest..lowest + 4).map(|last| Ipv4Addr::new(first, second, third, last)).collect();
    (all, format!("{first}.{second}.{third}.{lowest}/30"))
}
