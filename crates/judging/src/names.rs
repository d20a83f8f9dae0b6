//! Names: which look generated, and when two are the same.

use crate::letters::{fold, surprise};

/// Tenths of a bit a letter; of a thousand real names of this length about two are above it.
const ODD: u32 = 50;
/// Shorter names say too little.
const LETTERS: usize = 8;

/// Whether letters follow each other as in nobody's name, digits stand in it, or case jumps about.
pub fn is_odd(name: &str) -> bool {
    if name.chars().filter(char::is_ascii_digit).count() >= 3 {
        return true;
    }
    if jumps(name) >= 3 {
        return true;
    }
    let folded = fold(name);
    let words = folded.split(|c: char| c.is_whitespace() || matches!(c, '-' | '\'' | '’' | '.' | ','));
    let words = words.filter(|word| word.len() > 1);
    surprise(words).is_some_and(|(mean, letters)| letters >= LETTERS && mean > ODD)
}

/// How often a small letter is followed by a capital within a word: `McAdam` has one, `aXbYcZ` has three.
fn jumps(name: &str) -> usize {
    name.chars().zip(name.chars().skip(1)).filter(|(a, b)| a.is_lowercase() && b.is_uppercase()).count()
}

/// The form in which names are compared: folded, words in order of the alphabet.
pub fn key(name: &str) -> String {
    let folded = fold(name);
    let mut words: Vec<_> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_many_tongues_are_names() {
        for name in [
            "Ada Lovelace",
            "jan van der berg",
            "Ng",
            "Zbigniew Brzeziński",
            "Mary-Kate O'Brien",
            "J. R. R. Tolkien",
            "王芳",
            "محمد علي",
            "Αλέξανδρος",
            "Sławomir Szczepański",
            "Nguyễn Thị Minh Khai",
            "Anonymous",
            "McDonald",
            "Rajesh Krishnamurthy",
            "Björk Guðmundsdóttir",
            "Oluwaseun Adebayo",
            "Siobhán Ní Dhomhnaill",
        ] {
            assert!(!is_odd(name), "{name}");
        }
        for name in ["xkqzv bwrtpl", "User 48213", "aXbYcZd Qw", "Hjkuqz Zxcvwp"] {
            assert!(is_odd(name), "{name}");
        }
    }

    #[test]
    fn the_same_name_is_the_same_in_any_order_and_case() {
        assert_eq!(key("Ada LOVELACE"), key("lovelace, ada"));
        assert_ne!(key("Ada Lovelace"), key("Ada Byron"));
    }
}
