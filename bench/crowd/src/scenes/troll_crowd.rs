//! A forum has found the letter. For an hour or two its users paste what was posted there, under the name of whom they
//! mock, of somebody famous or of nobody, from their homes and phones, with addresses that they have for such things.

use crate::campaign::Campaign;
use crate::operator::{Kit, Victim};
use crate::people::{self, DISPOSABLE};
use crate::rhythm::{self, HOUR, MINUTE};
use crate::sign_on::SignOn;

const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
const PASTED: [&str; 6] = [
    "lol get a job you absolute clowns",
    "This petition is brought to you by the Ministry of Silly Letters. Please clap.",
    "imagine signing this. couldn't be me. oh wait",
    "Nobody asked. Nobody cares. Cry more, losers.",
    "I, a certified genius, hereby declare that everybody who signs this smells of cabbage.",
    "ratio + touch grass + your letter is trash",
];
const FAMOUS: [&str; 22] = [
    "Mickey Mouse",
    "Donald Duck",
    "Elvis Presley",
    "Napoleon Bonaparte",
    "Santa Claus",
    "Darth Vader",
    "Harry Potter",
    "Homer Simpson",
    "Bart Simpson",
    "James Bond",
    "Julius Caesar",
    "Sherlock Holmes",
    "Batman",
    "Bruce Wayne",
    "Peter Griffin",
    "Shrek",
    "SpongeBob SquarePants",
    "Mike Hunt",
    "Ben Dover",
    "Seymour Butts",
    "Hugh Jass",
    "Nobody Cares",
];
const ADJECTIVES: [&str; 5] = ["Dirty", "Lying", "Fake", "Clown", "King"];

pub fn play(campaign: &mut Campaign, count: u32) -> Vec<SignOn> {
    let country = campaign.atlas.home();
    let target = {
        let name = campaign.somebody_in(country);
        (format!("{} {}", name.given, name.family), name)
    };
    let mut kit = Kit::careful(&mut campaign.dice);
    kit.says = 1.0;
    kit.countries.clear();
    let many = campaign.dice.count(1, 3);
    kit.templates = campaign.dice.some(&PASTED, many).into_iter().map(str::to_owned).collect();
    let mocking = *campaign.dice.pick(&ADJECTIVES);
    let known = campaign.dice.count(3, 6);
    let famous = campaign.dice.some(&FAMOUS, known);
    let posted = campaign.dice.between(2.0 * HOUR, 44.0 * HOUR);
    let half = campaign.dice.between(20.0, 60.0) * MINUTE;
    (0..count)
        .map(|_| {
            let from = campaign.atlas.somewhere(&mut campaign.dice, 0.5);
            let line = if campaign.dice.chance(0.5) {
                campaign.atlas.phone_line(&mut campaign.dice, from)
            } else {
                campaign.atlas.home_line(&mut campaign.dice, from)
            };
            let address = line.address(&mut campaign.dice);
            let at = rhythm::after(&mut campaign.dice, posted, 3.0 * MINUTE, half);
            let says = campaign.dice.chance(0.95);
            let mocked = match campaign.dice.count(0, 9) {
                _ if !says => target.0.clone(),
                0..=3 => target.0.clone(),
                4 => format!("{mocking} {}", target.0),
                5 => target.0.to_lowercase(),
                _ => (*campaign.dice.pick(&famous)).to_owned(),
            };
            let victim =
                Victim { name: mocked, given: target.1.given.clone(), family: target.1.family.clone() };
            // Who does not even paste will not give an address of their own either.
            let email = if !says || campaign.dice.chance(0.35) {
                format!("{}@{}", campaign.dice.letters(LOWER, 6, 12), campaign.dice.pick(&DISPOSABLE))
            } else {
                let name = campaign.somebody_in(from);
                people::of_a_person(&mut campaign.dice, &name, from)
            };
            let mut sign_on = campaign.forge(&mut kit, at, address, &victim, email);
            sign_on.comment = sign_on.comment.filter(|_| says).map(|text| passed_on(campaign, &text));
            sign_on.seconds_to_fill = people::seconds(&mut campaign.dice, people::Hands::Hurried, 0);
            sign_on
        })
        .collect()
}

/// A little louder or shorter than it came.
fn passed_on(campaign: &mut Campaign, text: &str) -> String {
    match campaign.dice.count(0, 9) {
        0 => text.to_uppercase(),
        1 => format!("{text}!!!"),
        2 => format!("{text} lol"),
        _ => text.to_owned(),
    }
}
