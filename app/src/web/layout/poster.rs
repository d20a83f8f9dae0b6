//! Sets a headline as a poster: broken into lines, each as large as the width of the sheet allows.
//! It knows the widths of League Gothic's capitals; words in other scripts are set by the browser.

use std::fmt::Write;

/// Widths of the capitals in units of the font file in `assets/fonts`, of which 2000 make an em.
const WIDTHS: &[(&str, u32)] = &[
    ("',‘’", 302),
    (" \u{a0}", 308),
    (".", 314),
    ("!:;¡", 354),
    ("IÌÍÎÏ", 376),
    ("J", 424),
    ("-", 434),
    ("1", 480),
    ("\"", 520),
    ("()", 548),
    ("L", 590),
    ("F", 602),
    ("“”„", 610),
    ("$", 612),
    ("7É", 614),
    ("Z", 632),
    ("EÈÊË", 654),
    ("*", 662),
    ("T", 664),
    ("S", 676),
    ("8", 680),
    ("569", 684),
    ("?¿", 686),
    ("4", 702),
    ("/3P", 704),
    ("0", 708),
    ("R", 714),
    ("COQYÇÒÓÔÕÖØÝ", 716),
    ("V", 724),
    ("2G", 726),
    ("B", 728),
    ("UÙÚÛÜ", 736),
    ("D", 744),
    ("X", 748),
    ("K", 750),
    ("H", 760),
    ("«»", 776),
    ("AÀÁÂÃÄÅ", 778),
    ("–", 788),
    ("NÑ", 790),
    ("€", 794),
    ("&", 846),
    ("@", 852),
    ("…", 942),
    ("—", 950),
    ("M", 968),
    ("%", 1000),
    ("Œ", 1010),
    ("W", 1024),
    ("+", 1036),
    ("Æ", 1133),
    ("#", 1228),
];

/// The pairs that the font draws nearer together, by as many units.
const KERNING: &[(&str, u32)] =
    &[("AT TA LT", 100), ("AV AW VA WA", 80), ("AY YA", 50), ("LY", 40), ("AS BY", 20)];

const EM: f64 = 2000.0;
/// How high the block of lines should stand for each unit of its width: nearly a square on a
/// phone, half of one on a tablet, a banner on a desk.
const HEIGHT_ON_A_PHONE: f64 = 0.95;
const HEIGHT_ON_A_TABLET: f64 = 0.4;
const HEIGHT_ON_A_DESK: f64 = 0.105;
const LEADING: f64 = 0.8;
const MOST_LINES: usize = 9;

/// A headline with its lines: what is one line on a desk can be several on a tablet, and each of
/// those several on a phone.
#[derive(Clone, Debug, PartialEq)]
pub struct Poster {
    pub lines: Vec<Line>,
    /// False for scripts whose widths are not known here.
    pub measured: bool,
    /// True where accents and tails need room between the lines.
    pub roomy: bool,
}

/// A line on a desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Width in ems.
    pub em: f64,
    pub middle: Vec<Middle>,
}

/// A line on a tablet.
#[derive(Clone, Debug, PartialEq)]
pub struct Middle {
    pub em: f64,
    pub short: Vec<Short>,
}

/// A line on a phone.
#[derive(Clone, Debug, PartialEq)]
pub struct Short {
    pub em: f64,
    pub words: String,
}

impl Poster {
    pub fn set(headline: &str) -> Self {
        let words: Vec<&str> = headline.split_whitespace().collect();
        let Some(measured) = measure_all(&words) else {
            let short = Short { words: words.join(" "), em: 1.0 };
            let middle = Middle { em: 1.0, short: vec![short] };
            return Self {
                lines: vec![Line { em: 1.0, middle: vec![middle] }],
                measured: false,
                roomy: true,
            };
        };
        let short: Vec<(Short, f64)> = broken(&measured, HEIGHT_ON_A_PHONE)
            .into_iter()
            .map(|(words, em)| (Short { em, words: words.join(" ") }, em))
            .collect();
        let middle: Vec<(Middle, f64)> = broken(&short, HEIGHT_ON_A_TABLET)
            .into_iter()
            .map(|(short, em)| (Middle { em, short }, em))
            .collect();
        let lines =
            broken(&middle, HEIGHT_ON_A_DESK).into_iter().map(|(middle, em)| Line { em, middle }).collect();
        Self { lines, measured: true, roomy: needs_room(headline) }
    }

    /// The sizes of the lines as CSS, for the page's one inline style.
    pub fn css(&self) -> String {
        let mut css = String::new();
        if !self.measured {
            return css;
        }
        let mut rule = |path: &str, name: &str, em: f64| {
            // Writing to a String cannot fail.
            let _ = write!(css, ".poster{path}{{--{name}:{em:.3}}}");
        };
        for (place, line) in self.lines.iter().enumerate() {
            let path = format!(">:nth-child({})", place + 1);
            rule(&path, "desk", line.em);
            for (place, middle) in line.middle.iter().enumerate() {
                let path = format!("{path}>:nth-child({})", place + 1);
                rule(&path, "tablet", middle.em);
                for (place, short) in middle.short.iter().enumerate() {
                    rule(&format!("{path}>:nth-child({})", place + 1), "phone", short.em);
                }
            }
        }
        css
    }
}

/// The way of breaking these pieces whose block comes nearest to the wanted height.
fn broken<T: Clone>(pieces: &[(T, f64)], wanted: f64) -> Vec<(Vec<T>, f64)> {
    (1..=pieces.len().min(MOST_LINES))
        .map(|lines| evenest(pieces, lines))
        .min_by(|one, two| (one.0 - wanted).abs().total_cmp(&(two.0 - wanted).abs()))
        .map(|(_, lines)| lines)
        .unwrap_or_default()
}

/// Breaks the pieces into so many lines that the block is as low, and so as even, as it can be.
fn evenest<T: Clone>(pieces: &[(T, f64)], lines: usize) -> (f64, Vec<(Vec<T>, f64)>) {
    let space = width(" ").unwrap_or_default();
    let joined = |from: usize, to: usize| {
        let gaps = u32::try_from(to - from - 1).unwrap_or_default();
        pieces[from..to].iter().map(|piece| piece.1).sum::<f64>() + space * f64::from(gaps)
    };
    // best[n][end]: the lowest block of n lines that holds the first `end` pieces, and where its last line begins.
    let mut best = vec![vec![(f64::INFINITY, 0); pieces.len() + 1]; lines + 1];
    best[0][0] = (0.0, 0);
    for line in 1..=lines {
        for end in line..=pieces.len() {
            for from in (line - 1)..end {
                let height = best[line - 1][from].0 + LEADING / joined(from, end);
                if height < best[line][end].0 {
                    best[line][end] = (height, from);
                }
            }
        }
    }
    let mut set = Vec::new();
    let mut end = pieces.len();
    for line in (1..=lines).rev() {
        let from = best[line][end].1;
        set.push((pieces[from..end].iter().map(|piece| piece.0.clone()).collect(), joined(from, end)));
        end = from;
    }
    set.reverse();
    (best[lines][pieces.len()].0, set)
}

/// Whether a letter reaches above the capitals or below the line.
fn needs_room(headline: &str) -> bool {
    let keeps_to_the_line =
        |letter: char| letter.is_ascii_uppercase() || "0123456789 .’-–!?&:".contains(letter);
    !headline.to_uppercase().chars().all(keeps_to_the_line)
}

fn measure_all<'w>(words: &[&'w str]) -> Option<Vec<(&'w str, f64)>> {
    words.iter().map(|word| Some((*word, width(word)?))).collect()
}

/// Width of words set in capitals, in ems; none where a letter is not in the table.
fn width(words: &str) -> Option<f64> {
    let capitals: Vec<char> = words.to_uppercase().chars().collect();
    let mut units = 0;
    for letter in &capitals {
        units += WIDTHS.iter().find(|(letters, _)| letters.contains(*letter))?.1;
    }
    for pair in capitals.windows(2) {
        let pair: String = pair.iter().collect();
        if let Some(near) = KERNING.iter().find(|(pairs, _)| pairs.split(' ').any(|one| one == pair)) {
            units -= near.1;
        }
    }
    Some(f64::from(units) / EM)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_a_phone(headline: &str) -> Vec<String> {
        let poster = Poster::set(headline);
        let middle = poster.lines.iter().flat_map(|line| &line.middle);
        middle.flat_map(|middle| &middle.short).map(|short| short.words.clone()).collect()
    }

    #[test]
    fn a_headline_is_a_block_on_a_phone_and_a_banner_on_a_desk() {
        assert_eq!(on_a_phone("Drop the border contract"), ["Drop the", "border", "contract"]);
        assert_eq!(Poster::set("Drop the border contract").lines.len(), 1);
    }

    #[test]
    fn words_in_a_script_without_a_table_are_left_to_the_browser() {
        let poster = Poster::set("ألغوا العقد");
        assert!(!poster.measured);
        assert_eq!(poster.css(), "");
    }

    #[test]
    fn no_headline_is_lost_or_repeated_however_long() {
        let long = "We the undersigned ask the city of Ōtautahi to keep every one of its libraries open";
        assert_eq!(on_a_phone(long).join(" "), long);
        let long = "We ask the city to keep every one of its forty-one libraries open on Sundays";
        assert_eq!(on_a_phone(long).join(" "), long);
        assert_eq!(on_a_phone(""), Vec::<String>::new());
    }
}
