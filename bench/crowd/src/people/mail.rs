//! Mail addresses as honest people have them: at the great providers most, at those of their country, at domains of
//! their own, behind relays that hide them, and a very few at services that throw mail away.

use super::name::{Name, latin};
use crate::atlas::Country;
use crate::dice::Dice;

/// Known to everybody who keeps such a list.
pub const DISPOSABLE: [&str; 24] = [
    "mailinator.com",
    "yopmail.com",
    "guerrillamail.com",
    "sharklasers.com",
    "10minutemail.com",
    "temp-mail.org",
    "trashmail.com",
    "dispostable.com",
    "maildrop.cc",
    "getnada.com",
    "throwawaymail.com",
    "mailnesia.com",
    "mintemail.com",
    "tempail.com",
    "mohmal.com",
    "fakeinbox.com",
    "spamgourmet.com",
    "emailondeck.com",
    "tempmail.net",
    "grr.la",
    "mytemp.email",
    "discard.email",
    "burnermail.io",
    "moakt.com",
];

const WORDS: [&str; 64] = [
    "alder", "amber", "anchor", "apple", "arrow", "atlas", "beacon", "birch", "bramble", "bridge", "brook",
    "cedar", "cinder", "clover", "cobalt", "copper", "coral", "crane", "delta", "ember", "falcon", "fern",
    "flint", "forge", "garnet", "harbor", "hazel", "heron", "indigo", "iris", "ivy", "juniper", "kestrel",
    "lantern", "larch", "linden", "lotus", "maple", "meadow", "mill", "nectar", "oak", "olive", "onyx",
    "orchid", "otter", "pebble", "pine", "prism", "quartz", "raven", "reed", "river", "rowan", "sable",
    "saffron", "sage", "silver", "stone", "summit", "thistle", "tidal", "willow", "wren",
];
const TRADES: [&str; 24] = [
    "design",
    "studio",
    "consulting",
    "bakery",
    "dental",
    "books",
    "law",
    "media",
    "garden",
    "physio",
    "architects",
    "farm",
    "music",
    "optik",
    "print",
    "tours",
    "it",
    "cafe",
    "yoga",
    "clinic",
    "labs",
    "energy",
    "care",
    "school",
];
const FREE: [(&str, f64); 12] = [
    ("gmail.com", 46.0),
    ("hotmail.com", 8.0),
    ("outlook.com", 7.0),
    ("yahoo.com", 7.0),
    ("icloud.com", 5.0),
    ("live.com", 1.5),
    ("me.com", 1.0),
    ("proton.me", 1.5),
    ("protonmail.com", 1.5),
    ("gmx.net", 1.0),
    ("googlemail.com", 0.7),
    ("fastmail.com", 0.5),
];
const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

pub fn domain_word(dice: &mut Dice) -> &'static str {
    let word: &&str = dice.pick(&WORDS);
    word
}

pub fn of_a_person(dice: &mut Dice, name: &Name, country: &Country) -> String {
    match *dice.pick_weighted(&[
        (Kept::Free, 64.0),
        (Kept::OfTheCountry, 19.0),
        (Kept::OwnDomain, 6.0),
        (Kept::Firm, 7.0),
        (Kept::Relay, 3.5),
        (Kept::ThrownAway, 0.05),
    ]) {
        Kept::Free => format!("{}@{}", local_part(dice, name), dice.pick_weighted(&FREE)),
        Kept::OfTheCountry => format!("{}@{}", local_part(dice, name), dice.pick_common(country.mail)),
        Kept::OwnDomain => at_home(dice, name, country),
        Kept::Firm => {
            let domain = format!("{}-{}.{}", domain_word(dice), dice.pick(&TRADES), country.top);
            let first = latin(&name.given);
            let box_name = if dice.chance(0.2) { "info".to_owned() } else { first };
            format!("{box_name}@{}{domain}", latin(&name.family))
        }
        Kept::Relay => relayed(dice),
        Kept::ThrownAway => format!("{}@{}", dice.letters(LOWER, 7, 12), dice.pick(&DISPOSABLE)),
    }
}

#[derive(Clone, Copy)]
enum Kept {
    Free,
    OfTheCountry,
    OwnDomain,
    Firm,
    Relay,
    ThrownAway,
}

/// What stands before the @ for somebody who had to find one that was free.
fn local_part(dice: &mut Dice, name: &Name) -> String {
    let (given, family) = (latin(&name.given), latin(&name.family));
    let first: String = given.chars().take(1).collect();
    let year = dice.count(1944, 2009);
    let tail = match dice.count(0, 9) {
        0..=3 => String::new(),
        4 | 5 => format!("{:02}", year % 100),
        6 => year.to_string(),
        7 => dice.count(1, 9).to_string(),
        8 => dice.count(10, 999).to_string(),
        _ => dice.count(1000, 99_999).to_string(),
    };
    let nick = domain_word(dice);
    let body = match dice.count(0, 14) {
        0..=3 => format!("{given}.{family}"),
        4 | 5 => format!("{given}{family}"),
        6 => format!("{first}{family}"),
        7 => format!("{first}.{family}"),
        8 => format!("{family}.{given}"),
        9 => format!("{given}_{family}"),
        10 => format!("{family}{first}"),
        11 => format!("{nick}{given}"),
        12 => format!("{nick}.{}", domain_word(dice)),
        13 => format!("{given}{nick}"),
        _ => given.clone() + &year.to_string(),
    };
    let plus = if dice.chance(0.018) {
        *dice.pick(&["+petition", "+letters", "+sign", "+web", "+broadside"])
    } else {
        ""
    };
    format!("{body}{tail}{plus}")
}

fn at_home(dice: &mut Dice, name: &Name, country: &Country) -> String {
    let (given, family) = (latin(&name.given), latin(&name.family));
    let family = if family.len() < 4 { family + domain_word(dice) } else { family };
    let domain = match dice.count(0, 4) {
        0 => format!("{family}.{}", country.top),
        1 => format!("{given}{family}.com"),
        2 => format!("{family}-{}.net", domain_word(dice)),
        3 => format!("{}{family}.org", domain_word(dice)),
        _ => format!("{given}-{family}.{}", country.top),
    };
    let before = match dice.count(0, 5) {
        0 => "me".to_owned(),
        1 => "mail".to_owned(),
        2 => "petitions".to_owned(),
        3 => given.chars().take(1).collect(),
        _ => given,
    };
    format!("{before}@{domain}")
}

/// Apple's, DuckDuckGo's, SimpleLogin's, Firefox's, Proton's and addy's way of hiding an address.
fn relayed(dice: &mut Dice) -> String {
    let (one, other) = (domain_word(dice), domain_word(dice));
    match dice.count(0, 6) {
        0 | 1 => format!("{one}_{other}.{}@icloud.com", dice.letters(LOWER, 2, 2)),
        2 => format!("{}@privaterelay.appleid.com", dice.letters(LOWER, 10, 10)),
        3 => format!("{one}-{other}-{}@duck.com", dice.letters(LOWER, 2, 3)),
        4 => {
            let domain = dice.pick(&["simplelogin.com", "slmail.me", "aleeas.com"]);
            format!("{one}.{}@{domain}", dice.letters(LOWER, 5, 6))
        }
        5 => format!("{}@mozmail.com", dice.letters(LOWER, 9, 9)),
        _ => format!("{one}.{}@{}", dice.letters(LOWER, 4, 5), dice.pick(&["passmail.net", "anonaddy.me"])),
    }
}
