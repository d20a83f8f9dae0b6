//! How surprising it is that letters follow each other, by people's names (`data/ORIGIN.md`).

use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const TEXT: &str = include_str!("../data/letter-pairs.txt");

/// The end of a word, then `a` to `z`.
const LETTERS: usize = 27;

static PAIRS: LazyLock<Vec<[u16; LETTERS]>> = LazyLock::new(|| {
    let row = |line: &str| {
        let mut row = [0; LETTERS];
        for (place, number) in row.iter_mut().zip(line.split(' ')) {
            *place = number.parse().unwrap_or(0);
        }
        row
    };
    TEXT.lines().map(row).collect()
});

/// Lower case without marks, as the pairs were counted.
pub fn fold(text: &str) -> String {
    let lower = text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    let mut folded = String::with_capacity(text.len());
    for letter in lower {
        match letter {
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            other => folded.push(other),
        }
    }
    folded
}

/// The mean surprise of the words' letters in tenths of a bit, and how many letters there are; nothing where a
/// letter is none of `a` to `z`.
pub fn surprise<'a>(words: impl Iterator<Item = &'a str>) -> Option<(u32, usize)> {
    let place = |letter: u8| usize::from(letter - b'a') + 1;
    let (mut sum, mut steps, mut letters) = (0_u32, 0, 0);
    for word in words {
        if !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return None;
        }
        let mut before = 0;
        for now in word.bytes().map(place).chain([0]) {
            sum += u32::from(PAIRS[before][now]);
            steps += 1;
            before = now;
        }
        letters += word.len();
    }
    (steps > 0).then(|| (sum / steps, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert_eq!(PAIRS.len(), LETTERS);
        assert!(PAIRS.iter().flatten().all(|number| (1..400).contains(number)));
    }

    #[test]
    fn names_surprise_less_than_letters_drawn_by_lot() {
        let of = |words: &str| surprise(fold(words).split(' ')).unwrap().0;
        for name in
            ["Ada Lovelace", "Krzysztof Wiśniewski", "Nguyễn Văn Hùng", "José Muñoz", "Þórður Jónsson"]
        {
            assert!(of(name) < 50, "{name} {}", of(name));
        }
        for made_up in ["Xkqzv Bwrtpl", "qwrtzp dfgkjx", "Hjkuq Zxcvw"] {
            assert!(of(made_up) > 55, "{made_up} {}", of(made_up));
        }
        assert_eq!(surprise(["王芳"].into_iter()), None);
    }
}
