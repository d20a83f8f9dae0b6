//! Which units may stand where in a link, after the rules of twitter-text 3.1.0 (its `regexp` folder),
//! as one table of flags. Never looks at more than one unit.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::fold;

/// May stand in a label of a domain.
pub const DOMAIN: u8 = 1;
/// May stand just before a link.
pub const BEFORE: u8 = 2;
/// May stand in a path.
pub const PATH: u8 = 4;
/// May end a path.
pub const PATH_END: u8 = 8;
/// May stand in a query.
pub const QUERY: u8 = 16;
/// May end a query.
pub const QUERY_END: u8 = 32;
/// May stand in the domain of a link without `https://`: ASCII and accented Latin.
pub const LATIN_DOMAIN: u8 = 64;

pub fn is_in(class: u8, unit: u16) -> bool {
    TABLE[usize::from(unit)] & class != 0
}

static TABLE: LazyLock<Box<[u8]>> = LazyLock::new(|| {
    let mut table = vec![0; 1 << 16].into_boxed_slice();
    let folded: Vec<u16> = (0..=u16::MAX).map(fold).collect();
    for (class, ascii, ranges) in MEMBERS {
        let mut members = vec![false; 1 << 16];
        let ascii = ascii.bytes().map(|byte| u16::from(byte)..=u16::from(byte));
        for member in ascii.chain(ranges.iter().flat_map(|set| set.iter().cloned())).flatten() {
            members[usize::from(folded[usize::from(member)])] = true;
        }
        for (flags, folded) in table.iter_mut().zip(&folded) {
            *flags |= if members[usize::from(*folded)] { *class } else { 0 };
        }
    }
    // These two are said by what they are not.
    for class in [DOMAIN, BEFORE] {
        table.iter_mut().for_each(|flags| *flags ^= class);
    }
    table
});

type Ranges = &'static [RangeInclusive<u16>];

const ALPHANUMERIC: Ranges = &[0x30..=0x39, 0x41..=0x5a, 0x61..=0x7a];
const LATIN: Ranges = &[
    0xc0..=0xd6,
    0xd8..=0xf6,
    0xf8..=0x24f,
    0x253..=0x254,
    0x256..=0x257,
    0x259..=0x259,
    0x25b..=0x25b,
    0x263..=0x263,
    0x268..=0x268,
    0x26f..=0x26f,
    0x272..=0x272,
    0x289..=0x289,
    0x28b..=0x28b,
    0x2bb..=0x2bb,
    0x300..=0x36f,
    0x1e00..=0x1eff,
];
const CYRILLIC: Ranges = &[0x400..=0x4ff];
const EN_DASH: Ranges = &[0x2013..=0x2013];
const FULLWIDTH_SIGNS: Ranges = &[0xff03..=0xff03, 0xff20..=0xff20];
const REFUSED: Ranges = &[0xfeff..=0xfeff, 0xfffe..=0xffff];
const DIRECTIONS: Ranges = &[0x61c..=0x61c, 0x200e..=0x200f, 0x202a..=0x202e, 0x2066..=0x2069];
const SPACES: Ranges = &[
    0x9..=0xd,
    0x20..=0x20,
    0x85..=0x85,
    0xa0..=0xa0,
    0x1680..=0x1680,
    0x180e..=0x180e,
    0x2000..=0x200a,
    0x2028..=0x2029,
    0x202f..=0x202f,
    0x205f..=0x205f,
    0x3000..=0x3000,
];

/// Each class by its single ASCII characters and its ranges; `DOMAIN` and `BEFORE` by what is not in them.
const MEMBERS: &[(u8, &str, &[Ranges])] = &[
    (DOMAIN, "!'#%&()*+,\\-./:;<=>?@[]^_{|}~$", &[SPACES, REFUSED, DIRECTIONS]),
    (BEFORE, "@$#", &[ALPHANUMERIC, FULLWIDTH_SIGNS, REFUSED]),
    (PATH, "!*';:=+,.$/%#[]-_~@|&", &[ALPHANUMERIC, CYRILLIC, LATIN, EN_DASH]),
    (PATH_END, "+-=_#/", &[ALPHANUMERIC, CYRILLIC, LATIN]),
    (QUERY, "!?*'@();:&=+$/%#[]-_.,~|", &[ALPHANUMERIC]),
    (QUERY_END, "-_&=#/", &[ALPHANUMERIC]),
    (LATIN_DOMAIN, "-", &[ALPHANUMERIC, LATIN]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_holds_the_other_case_of_its_letters() {
        // The combining iota is Latin to the counter, and iota is its capital.
        for (class, letter, expected) in [
            (PATH, 'ж', true),
            (PATH, 'ι', true),
            (PATH, '中', false),
            (PATH_END, '.', false),
            (DOMAIN, '中', true),
            (DOMAIN, '_', false),
            (DOMAIN, '"', true),
            (BEFORE, '中', true),
            (BEFORE, '＃', false),
            (LATIN_DOMAIN, 'É', true),
            (QUERY_END, '.', false),
        ] {
            assert_eq!(is_in(class, letter as u16), expected, "{class} {letter}");
        }
    }
}
