//! One company behind one proxy: a colleague has sent the link to all, and those who sign do so within hours, from one
//! address and with one mail domain, as first.last. Some take their private address, some their phone.

use crate::campaign::{Campaign, Visit};
use crate::network::{block, in_block};
use crate::people::{self, Hands, domain_word, latin};
use crate::rhythm::{self, DAY, HOUR, MINUTE};
use crate::sign_on::SignOn;
use std::net::IpAddr;

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let country = campaign.atlas.home();
    let block = block(&mut campaign.dice);
    let proxy = IpAddr::from(in_block(&mut campaign.dice, block));
    let (one, other) = (domain_word(&mut campaign.dice), domain_word(&mut campaign.dice));
    let domain = format!("{one}{other}.{}", country.top);
    let hour = campaign.dice.between(8.5, 14.0);
    let sent = rhythm::next(campaign.start_hour, country.hours_from_utc, hour);
    let sent = if sent > DAY - 5.0 * HOUR || campaign.dice.chance(0.6) { sent } else { sent + DAY };
    (0..count)
        .map(|_| {
            let from = campaign.atlas.somewhere(&mut campaign.dice, 0.85);
            let name = campaign.somebody_in(from);
            let at = rhythm::after(&mut campaign.dice, sent, 6.0 * MINUTE, 70.0 * MINUTE);
            let address = if campaign.dice.chance(0.93) {
                proxy
            } else {
                let line = campaign.atlas.phone_line(&mut campaign.dice, country);
                line.address(&mut campaign.dice)
            };
            let email = if campaign.dice.chance(0.78) {
                format!("{}.{}@{domain}", latin(&name.given), latin(&name.family))
            } else {
                people::of_a_person(&mut campaign.dice, &name, from)
            };
            let comment = people::comment(&mut campaign.dice, name.tongue, 0.12);
            let visit = Visit { at, address, country, hands: Hands::Anybody };
            campaign.sign_as(&visit, &name, email, comment, true)
        })
        .collect()
}
