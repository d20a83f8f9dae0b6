//! An organisation writes to its members and suggests what to say. Many paste it as it is, some add a line or change
//! one, others leave it out. Members are at home, often elderly, and take their time; the mail went out in waves.

use crate::campaign::{Campaign, Visit};
use crate::people::{self, Hands};
use crate::rhythm::{self, HOUR, MINUTE};
use crate::sign_on::SignOn;

const SUGGESTED: [&str; 4] = [
    "As a member I ask you to act on this letter without delay. The facts are known, the means are there, and every \
     year of waiting makes it dearer.",
    "Please put this on the agenda before the summer. Those who are affected have waited long enough and deserve an \
     answer that they can rely on.",
    "I support the demands of this letter in full: a binding plan, an honest account of its costs, and a seat at the \
     table for those who live with the consequences.",
    "Clean water is not a luxury. I call on you to protect our rivers now, and to publish what you measure.",
];

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let suggested = *campaign.dice.pick(&SUGGESTED);
    let pasting = campaign.dice.between(0.45, 0.7);
    let waves: Vec<f64> =
        (0..campaign.dice.count(1, 3)).map(|_| campaign.dice.between(HOUR, 36.0 * HOUR)).collect();
    (0..count)
        .map(|_| {
            let country = campaign.atlas.somewhere(&mut campaign.dice, 0.88);
            let name = campaign.somebody_in(country);
            let sent = *campaign.dice.pick(&waves);
            let at = rhythm::after(&mut campaign.dice, sent, 10.0 * MINUTE, 3.0 * HOUR);
            let line = if campaign.dice.chance(0.3) {
                campaign.atlas.phone_line(&mut campaign.dice, country)
            } else {
                campaign.atlas.home_line(&mut campaign.dice, country)
            };
            let address = line.address(&mut campaign.dice);
            let (comment, typed) = if campaign.dice.chance(pasting) {
                (Some(pasted(campaign, suggested)), false)
            } else {
                (people::comment(&mut campaign.dice, name.tongue, 0.3), true)
            };
            let email = people::of_a_person(&mut campaign.dice, &name, country);
            let visit = Visit { at, address, country, hands: Hands::Slow };
            campaign.sign_as(&visit, &name, email, comment, typed)
        })
        .collect()
}

fn pasted(campaign: &mut Campaign, suggested: &str) -> String {
    let own = people::comment(&mut campaign.dice, people::Tongue::English, 1.0).unwrap_or_default();
    match campaign.dice.count(0, 9) {
        0 => format!("{suggested} {own}"),
        1 => suggested.split_inclusive(". ").next().unwrap_or(suggested).trim_end().to_owned(),
        2 => format!("{suggested}\n"),
        _ => suggested.to_owned(),
    }
}
