//! Names as they are compared: banks write them in capitals, without accents, and with the last name first.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// In lower case, without accents, with the words in one order. `Müller`, `MUELLER` and `Muller` are one. Empty where
/// there is no letter.
pub fn folded(name: &str) -> String {
    let plain: String = name
        .chars()
        .take(200)
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let plain = [("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ı", "i")]
        .into_iter()
        .fold(plain, |plain, (from, to)| if plain.contains(from) { plain.replace(from, to) } else { plain });
    // Banks write ä as ae or as a; of Michael this makes the same of both sides too.
    let plain = plain.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_is_known_as_banks_write_it() {
        for (typed, written) in [
            ("Jürgen Groß", "GROSS, JUERGEN"),
            ("José Ñandú", "JOSE NANDU"),
            ("Anne-Marie  O’Neil", "O NEIL ANNE MARIE"),
            ("Søren Łukasz", "SOREN LUKASZ"),
            ("ΣΟΦΟΣ", "σοφοσ"),
        ] {
            assert_eq!(folded(typed), folded(written), "{typed}");
        }
        assert_ne!(folded("Ada Lovelace"), folded("Ada Lovelace Byron"));
        assert_eq!(folded(" - 。"), "");
    }
}
