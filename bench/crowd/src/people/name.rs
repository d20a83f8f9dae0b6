//! Who somebody is: a given and a family name of a tongue.

use super::surname;
use super::tongue::{Tongue, names};
use crate::dice::Dice;
use deunicode::deunicode;

#[derive(Clone, Debug)]
pub struct Name {
    pub tongue: Tongue,
    pub is_woman: bool,
    pub given: String,
    pub family: String,
}

pub fn named(dice: &mut Dice, tongue: Tongue) -> Name {
    let is_woman = dice.chance(0.53);
    let given = given(dice, tongue, is_woman);
    Name { tongue, is_woman, given, family: family(dice, tongue, is_woman) }
}

/// A given name of the same sex, as a second one.
pub fn given(dice: &mut Dice, tongue: Tongue, is_woman: bool) -> String {
    let names = names(tongue);
    let list = if is_woman { &names.women } else { &names.men };
    let (rare, _) = names.rare;
    if rare.is_empty() || dice.chance(0.7) { dice.pick_common(list) } else { dice.pick(rare) }.to_string()
}

fn family(dice: &mut Dice, tongue: Tongue, is_woman: bool) -> String {
    let names = names(tongue);
    let (_, listed) = names.rare;
    let common = if !listed.is_empty() && dice.chance(0.2) {
        dice.pick(listed)
    } else {
        dice.pick_common(&names.family)
    };
    let rare = if dice.chance(0.68) { surname::rare(dice, tongue) } else { None };
    inflected(rare.as_deref().unwrap_or(common), tongue, is_woman)
}

/// In the letters of a mail address: lower case, nothing but a to z.
pub fn latin(name: &str) -> String {
    let german = name.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
    let text = deunicode(&german).to_lowercase();
    text.chars().filter(char::is_ascii_lowercase).collect()
}

fn inflected(family: &str, tongue: Tongue, is_woman: bool) -> String {
    let endings: &[(&str, &str)] = match tongue {
        Tongue::Russian => &[("ов", "ова"), ("ев", "ева"), ("ёв", "ёва"), ("ин", "ина"), ("ский", "ская")],
        Tongue::Polish => &[("ski", "ska"), ("cki", "cka")],
        Tongue::Greek => &[("όπουλος", "οπούλου"), ("ίδης", "ίδου"), ("άκης", "άκη"), ("ής", "ή")],
        _ => &[],
    };
    if is_woman {
        for (his, hers) in endings {
            if let Some(stem) = family.strip_suffix(his) {
                return format!("{stem}{hers}");
            }
        }
    }
    family.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_script_has_letters_for_a_mail_address() {
        assert_eq!(latin("Jürgen"), "juergen");
        assert_eq!(latin("O'Brien"), "obrien");
        assert_eq!(latin("Иванов"), "ivanov");
        assert!(!latin("王").is_empty());
    }

    #[test]
    fn a_family_name_follows_its_bearer() {
        assert_eq!(inflected("Вишневский", Tongue::Russian, true), "Вишневская");
        assert_eq!(inflected("Nowak", Tongue::Polish, true), "Nowak");
        assert_eq!(inflected("Kowalski", Tongue::Polish, false), "Kowalski");
    }
}
