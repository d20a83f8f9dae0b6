//! Columns in SVG, drawn by the server: what was sent is an outline, what was confirmed is solid, so that
//! no colour is needed. The drawing is stretched to its place and holds no letters; the words around it are
//! the page's.

use crate::signatures::store::Happened;
use crate::web::i18n::Markup;
use std::fmt::Write as _;

const HEIGHT: i64 = 100;
const WIDTH: i64 = 10;

/// The height that the tallest column is measured by: 1, 2 or 5 with noughts.
pub fn top(parts: &[Happened]) -> i64 {
    let most = parts.iter().map(|part| part.sign_ons.max(part.confirmations)).max().unwrap_or(0);
    let mut top = 1;
    for step in [2, 5, 10].into_iter().cycle() {
        if top >= most {
            break;
        }
        top = match step {
            5 => top / 2 * 5,
            _ => top * 2,
        };
    }
    top
}

/// `title` and `says` are the drawing's words for who does not see it.
pub fn columns(parts: &[Happened], title: &str, says: &str) -> Markup {
    let top = top(parts);
    let width = WIDTH * i64::try_from(parts.len()).unwrap_or(1);
    let mut drawn = String::new();
    for level in [0, HEIGHT / 2] {
        // Writing to a String cannot fail.
        let _ = write!(drawn, "<path class=\"level\" d=\"M0 {level}H{width}\"/>");
    }
    for (place, part) in (0..).zip(parts) {
        let left = place * WIDTH;
        column(&mut drawn, "sent", left + 1, part.sign_ons, top);
        column(&mut drawn, "confirmed", left + 5, part.confirmations, top);
    }
    Markup::ours(format!(
        "<svg class=\"columns\" role=\"img\" aria-labelledby=\"chart-title chart-says\" \
         viewBox=\"0 0 {width} {HEIGHT}\" preserveAspectRatio=\"none\"><title id=\"chart-title\">{}</title>\
         <desc id=\"chart-says\">{}</desc>{drawn}</svg>",
        Markup::text(title),
        Markup::text(says)
    ))
}

fn column(drawn: &mut String, class: &str, left: i64, count: i64, top: i64) {
    if count > 0 {
        // Whatever happened is seen, however little it is beside the rest.
        let high = (count * HEIGHT / top).max(1);
        let from = HEIGHT - high;
        let _ = write!(drawn, "<path class=\"{class}\" d=\"M{left} {HEIGHT}V{from}h4V{HEIGHT}z\"/>");
    }
}

/// A line in a table as long as its part of the most.
pub fn bar(count: i64, most: i64) -> Markup {
    let wide = if most > 0 { (count * 100 / most).clamp(1, 100) } else { 0 };
    Markup::ours(format!(
        "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">\
         <path d=\"M0 0h{wide}v10H0z\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(sign_ons: i64) -> Happened {
        Happened { sign_ons, ..Happened::default() }
    }

    #[test]
    fn the_measure_is_a_round_number_at_least_as_high_as_the_highest() {
        for (most, expected) in [(0, 1), (1, 1), (2, 2), (3, 5), (6, 10), (11, 20), (21, 50), (1_001, 2_000)]
        {
            assert_eq!(top(&[sent(most)]), expected, "{most}");
        }
    }

    #[test]
    fn each_count_is_a_column_and_words_are_escaped() {
        let drawn = columns(&[sent(50), Happened { confirmations: 25, ..sent(0) }], "<b>", "\"says\"");
        assert!(drawn.as_str().contains("class=\"sent\" d=\"M1 100V0h4V100z\""), "{drawn}");
        assert!(drawn.as_str().contains("class=\"confirmed\" d=\"M15 100V50h4V100z\""), "{drawn}");
        assert_eq!(drawn.as_str().matches("class=\"sent\"").count(), 1, "nothing is no column");
        assert!(!drawn.as_str().contains("<b>"));
    }
}
