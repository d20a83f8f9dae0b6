//! What a language tag (BCP 47) says about setting type: direction, capitals, and whose marks to prefer.

use icu_locale_core::LanguageIdentifier;

/// Which way a line runs, and with it which edge of a card everything stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

const RIGHT_TO_LEFT_SCRIPTS: &[&str] =
    &["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];
const RIGHT_TO_LEFT: &[&str] = &[
    "ar", "arc", "ary", "arz", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks",
    "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// The direction of a language; a tag that is not understood runs from left to right.
pub fn direction(language: &str) -> Direction {
    let tag = parsed(language);
    let from_the_right = match tag.script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.as_str()),
        None => RIGHT_TO_LEFT.contains(&tag.language.as_str()),
    };
    if from_the_right { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// Whether dashes, dots and quotes are a square wide, as in Chinese and Japanese.
pub fn has_square_marks(language: &str) -> bool {
    matches!(parsed(language).language.as_str(), "zh" | "ja" | "yue" | "wuu" | "lzh" | "hak" | "nan")
}

/// Capitals as the language writes them: Turkish keeps its dots, Greek drops its accents.
pub fn capitals(text: &str, language: &str) -> String {
    icu_casemap::CaseMapper::new().uppercase_to_string(text, &parsed(language)).into_owned()
}

fn parsed(language: &str) -> LanguageIdentifier {
    LanguageIdentifier::try_from_str(language).unwrap_or(LanguageIdentifier::UNKNOWN)
}
