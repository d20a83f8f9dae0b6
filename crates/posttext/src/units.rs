//! The counters of X and Mastodon are written in JavaScript and see UTF-16 code units, not characters:
//! half of an emoji can be "the character before the link". This is what they see of a unit: which class
//! it belongs to, and which letter it is when case does not matter. Never fails on a lone half.

pub mod class;
pub mod links;
pub mod tld;

/// The code point that starts at `at`, and how many units it has. A half without its other half is itself.
pub fn code_point(units: &[u16], at: usize) -> Option<(u32, usize)> {
    let first = *units.get(at)?;
    if (0xd800..0xdc00).contains(&first)
        && let Some(second @ 0xdc00..0xe000) = units.get(at + 1)
    {
        let code = 0x1_0000 + ((u32::from(first) - 0xd800) << 10) + (u32::from(*second) - 0xdc00);
        return Some((code, 2));
    }
    Some((u32::from(first), 1))
}

pub fn is(units: &[u16], at: usize, ascii: u8) -> bool {
    units.get(at) == Some(&u16::from(ascii))
}

/// Whether the units at `at` are this ASCII word in any case. `word` is in lower case.
pub fn has_word(units: &[u16], at: usize, word: &str) -> bool {
    units.get(at..at + word.len()).is_some_and(|found| {
        found
            .iter()
            .zip(word.bytes())
            .all(|(unit, byte)| *unit == u16::from(byte) || *unit == u16::from(byte.to_ascii_uppercase()))
    })
}

/// The unit that stands for all units equal to this one without regard to case: `Canonicalize` of
/// ECMAScript (22.2.2.7.3) without the flags u and v. No other letter becomes an ASCII one.
pub fn fold(unit: u16) -> u16 {
    let Some(letter) = char::from_u32(u32::from(unit)) else { return unit };
    let mut upper = letter.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => match u16::try_from(u32::from(one)) {
            Ok(folded) if unit < 0x80 || folded >= 0x80 => folded,
            _ => unit,
        },
        _ => unit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_fold_by_case_but_never_into_ascii() {
        assert_eq!(fold(u16::from(b'k')), u16::from(b'K'));
        assert_eq!(fold('я' as u16), 'Я' as u16);
        for alone in ['ß', 'ſ', '\u{212a}', 'ı', '中'] {
            assert_eq!(fold(alone as u16), alone as u16, "{alone}");
        }
        assert_eq!(fold(0xd83d), 0xd83d);
    }

    #[test]
    fn halves_are_joined_only_with_their_other_half() {
        assert_eq!(code_point(&[0xd83d, 0xde00], 0), Some((0x1_f600, 2)));
        assert_eq!(code_point(&[0xd83d, 0x61], 0), Some((0xd83d, 1)));
        assert_eq!(code_point(&[0xd83d], 0), Some((0xd83d, 1)));
        assert_eq!(code_point(&[], 0), None);
    }
}
