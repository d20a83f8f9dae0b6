//! Bluesky: extended grapheme clusters (UAX #29) of the text as it is written, and 3,000 bytes of UTF-8.
//!
//! Both limits are the record's own (`app.bsky.feed.post`, `text`: maxGraphemes 300, maxLength 3000). The
//! network's own app shortens the links it draws before it counts; this never does, because a text that
//! comes through a compose link is counted whole by every other client and by the server.

use unicode_segmentation::UnicodeSegmentation;

pub fn length(text: &str) -> usize {
    // In ASCII only CR LF is a cluster of two.
    if text.is_ascii() && !text.contains('\r') { text.len() } else { text.graphemes(true).count() }
}

#[cfg(test)]
mod tests {
    use crate::{Network::Bluesky, accepts, fits, length};

    #[test]
    fn what_a_reader_sees_as_one_character_counts_one() {
        for seen in ["a", "e\u{301}", "\r\n", "👩‍👩‍👧‍👦", "🇪🇸", "👍🏽", "1️⃣", "क्षि", "각"]
        {
            assert_eq!(length(Bluesky, seen), 1, "{seen:?}");
        }
        assert_eq!(length(Bluesky, "🇪🇸🇫"), 2);
        assert_eq!(length(Bluesky, "https://example.org/a"), 21);
        assert_eq!(length(Bluesky, ""), 0);
    }

    #[test]
    fn three_hundred_families_are_too_many_bytes() {
        let families = "👩‍👩‍👧‍👦".repeat(120);
        assert_eq!(length(Bluesky, &families), 120);
        assert_eq!(families.len(), 3_000);
        assert!(fits(Bluesky, &families));
        assert!(!fits(Bluesky, &format!("{families}.")));
        assert!(!accepts(Bluesky, &format!("{families}.")));
    }
}
