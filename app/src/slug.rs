//! Addresses made of words.

use unicode_normalization::UnicodeNormalization;

/// Letters and digits of a name or headline, hyphens between its words, at most so many characters; nothing
/// where no letter can stand in an address.
pub fn slug_of(words: &str, most: usize) -> String {
    let plain: String = words
        .nfkd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { ' ' })
        .collect();
    let slug: String = plain.split_whitespace().collect::<Vec<_>>().join("-").chars().take(most).collect();
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_writing_make_an_address_or_none() {
        assert_eq!(slug_of("  Bänk & Tischler, Ltd. ", 60), "bank-tischler-ltd");
        assert_eq!(slug_of("one two three", 4), "one", "and no hyphen ends it");
        assert_eq!(slug_of("رسالة", 60), "");
    }
}
