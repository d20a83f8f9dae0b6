//! How people write their names into a form: most in full, some as they always do.

use super::name::{Name, given as given_name, named};
use super::tongue::Tongue;
use crate::dice::Dice;

const PSEUDONYMS: [&str; 16] = [
    "Anonymous",
    "anonymous",
    "Anon",
    "Name withheld",
    "A concerned parent",
    "A nurse",
    "Teacher, name withheld",
    "Anonym",
    "anonyme",
    "Anónimo",
    "A. N. Other",
    "A neighbour",
    "Someone who cares",
    "Private",
    "X",
    "A worried citizen",
];

fn pseudonym(dice: &mut Dice) -> String {
    (*dice.pick(&PSEUDONYMS)).to_owned()
}

/// The same person's name, one way or another.
pub fn written(dice: &mut Dice, name: &Name) -> String {
    let Name { tongue, given, family, .. } = name;
    let whole = in_full(dice, name);
    match *dice.pick_weighted(&[
        (How::InFull, 86.0),
        (How::Lower, 4.0),
        (How::Capitals, 1.5),
        (How::Initial, 2.5),
        (How::GivenAlone, 3.0),
        (How::Title, 1.5),
        (How::Spaced, 0.7),
        (How::Pseudonym, 0.5),
    ]) {
        How::Lower => whole.to_lowercase(),
        How::Capitals => whole.to_uppercase(),
        How::Initial if tongue.is_latin() => {
            let first: String = given.chars().take(1).collect();
            if dice.chance(0.5) {
                format!("{first}. {family}")
            } else {
                format!("{given} {}.", initial(family))
            }
        }
        How::GivenAlone => given.clone(),
        How::Title if tongue.is_latin() => {
            format!("{} {whole}", dice.pick(&["Dr", "Dr.", "Prof.", "Rev.", "Mrs", "Prof. Dr."]))
        }
        How::Spaced => format!("{whole} "),
        How::Pseudonym => pseudonym(dice),
        How::InFull | How::Initial | How::Title => whole,
    }
}

#[derive(Clone, Copy)]
enum How {
    InFull,
    Lower,
    Capitals,
    Initial,
    GivenAlone,
    Title,
    Spaced,
    Pseudonym,
}

fn in_full(dice: &mut Dice, name: &Name) -> String {
    let Name { tongue, given, family, .. } = name;
    if tongue.is_written_together() {
        return format!("{family}{given}");
    }
    if tongue.has_family_name_first() {
        let between = if *tongue == Tongue::Japanese && dice.chance(0.4) { "" } else { " " };
        return format!("{family}{between}{given}");
    }
    let other = Name { given: given_name(dice, *tongue, name.is_woman), ..named(dice, *tongue) };
    match tongue {
        Tongue::Single if dice.chance(0.45) => given.clone(),
        Tongue::Spanish if dice.chance(0.7) => format!("{given} {family} {}", other.family),
        Tongue::Spanish if dice.chance(0.3) => format!("{given} {} {family} {}", other.given, other.family),
        Tongue::Portuguese if dice.chance(0.5) => format!("{given} {} {family}", other.family),
        Tongue::Portuguese if dice.chance(0.3) => {
            format!("{given} {} de {family} {}", other.given, other.family)
        }
        Tongue::Arabic if dice.chance(0.4) => format!("{given} {} {family}", other.given),
        Tongue::Indian if dice.chance(0.15) => format!("{given} {} {family}", initial(&other.given)),
        Tongue::English if dice.chance(0.1) => format!("{given} {}. {family}", initial(&other.given)),
        Tongue::English | Tongue::German | Tongue::French | Tongue::Dutch | Tongue::Nordic => {
            match dice.count(0, 99) {
                0..=4 => format!("{given} {family}-{}", other.family),
                5..=10 => format!("{given}-{} {family}", other.given),
                11..=15 => format!("{given} {} {family}", other.given),
                _ => format!("{given} {family}"),
            }
        }
        _ => format!("{given} {family}"),
    }
}

fn initial(name: &str) -> String {
    name.chars().take(1).collect()
}
