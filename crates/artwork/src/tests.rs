//! Stories of cards: what stands where, in which face, and what no text can bring about.

#[path = "../tests/samples/mod.rs"]
mod samples;

use crate::colour::{PAPER, Rgb};
use crate::faces::Role;
use crate::fit::{Copy, Frame};
use crate::sheet::{Printed, Sheet};
use crate::{Card, Direction, HEIGHT, WIDTH, card, card_png, card_svg, direction, form, shape, words};
use proptest::prelude::*;
use samples::BASE;

const EDGE: f64 = 53.0;

fn set(card: &Card) -> Sheet {
    card::set(card).unwrap().0
}

fn find<'s>(sheet: &'s Sheet, text: &str) -> &'s Printed {
    sheet.printed.iter().find(|line| line.text.contains(text)).unwrap()
}

/// Whether everything printed keeps to the sheet, sideways to its margins.
fn keeps_to_the_sheet(sheet: &Sheet) -> Result<(), String> {
    for Printed { ink, text, size } in &sheet.printed {
        let inside = ink.left >= EDGE
            && ink.right <= f64::from(WIDTH) - EDGE
            && ink.top >= 0.0
            && ink.bottom <= f64::from(HEIGHT);
        if !ink.is_empty() && !inside {
            return Err(format!("{text:?} at {ink:?}, size {size}"));
        }
    }
    Ok(())
}

fn words_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_form_names_every_place_that_is_filled_and_no_other() {
    for form in [form::BANNER, form::COLUMN] {
        let mut named: Vec<&str> =
            form.split('{').skip(1).map(|after| after.split('}').next().unwrap()).collect();
        named.sort_unstable();
        named.dedup();
        assert_eq!(named, set(&Card { target: Some("To Ada"), ..BASE }).places());
    }
    let svg = card_svg(&Card { headline: "{ink} {count}", ..BASE }).unwrap();
    assert!(svg.contains("<title>{INK} {COUNT}</title>"), "words are never looked through for places");
}

#[test]
fn both_forms_have_every_box_and_the_same_mast() {
    let (banner, column) = (form::banner().unwrap(), form::column().unwrap());
    for name in ["kicker", "site", "target", "headline", "count", "label", "as_of", "goal", "bar"] {
        assert!(banner.place(name).is_ok() && column.place(name).is_ok(), "{name}");
    }
    for name in ["kicker", "site"] {
        assert_eq!(banner.place(name).unwrap(), column.place(name).unwrap());
    }
    assert!(banner.place("nothing").is_err());
    assert!(!card_svg(&BASE).unwrap().contains('{'), "every place is filled");
}

#[test]
fn an_arabic_headline_runs_right_to_left() {
    assert_eq!(direction("ar"), Direction::RightToLeft);
    assert_eq!(direction("en"), Direction::LeftToRight);
    assert_eq!(direction("az-Arab"), Direction::RightToLeft);
    assert_eq!(direction("not a tag"), Direction::LeftToRight);

    let line = shape::line("ألغوا عقد Salesforce الآن", Role::Poster, "ar").unwrap();
    let latin: Vec<f64> = line
        .glyphs
        .iter()
        .filter(|glyph| glyph.face == crate::faces::Face::PosterLatin)
        .map(|glyph| glyph.x)
        .collect();
    let arabic = |wanted: fn(f64, f64) -> bool| {
        line.glyphs
            .iter()
            .any(|glyph| glyph.face == crate::faces::Face::PosterArabic && wanted(glyph.x, latin[0]))
    };
    assert!(
        arabic(|x, latin| x > latin) && arabic(|x, latin| x < latin),
        "the name stands between the words"
    );
    assert!(latin.is_sorted(), "the name itself runs from the left");

    let (_, arabic) = samples::all().into_iter().find(|(name, _)| *name == "arabic").unwrap();
    let sheet = set(&arabic);
    let headline = find(&sheet, "ألغوا");
    assert!((headline.ink.right - (f64::from(WIDTH) - 54.0)).abs() < 1.0, "flush at the right: {headline:?}");
    assert!(find(&sheet, "dropsalesforce.com").ink.left < 60.0, "the printer's mark stands at the left");
}

#[test]
fn arabic_letters_join() {
    let joined = shape::line("سلام", Role::Poster, "ar").unwrap();
    let apart: f64 =
        ["س", "ل", "ا", "م"].iter().map(|one| shape::line(one, Role::Poster, "ar").unwrap().advance).sum();
    assert!(joined.advance < apart * 0.9, "{} is not narrower than {apart}", joined.advance);
}

#[test]
fn a_headline_of_120_characters_is_never_cut_in_a_word() {
    let (_, long) = samples::all().into_iter().find(|(name, _)| *name == "english-120").unwrap();
    assert!((115..=125).contains(&long.headline.chars().count()));
    let capitals = long.headline.to_uppercase();
    let sheet = set(&long);
    let lines: Vec<&Printed> = sheet.printed.iter().filter(|line| capitals.contains(&line.text)).collect();
    let printed = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    assert_eq!(words_of(&printed), words_of(&capitals));
    assert!(lines.iter().all(|line| line.size > 60.0), "large enough to read: {lines:?}");
}

#[test]
fn a_word_too_long_for_the_sheet_is_set_smaller_and_not_broken() {
    let word = "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4);
    let sheet = set(&Card { headline: &word, language: "de", ..BASE });
    let line = find(&sheet, &word.to_uppercase());
    assert!(line.ink.width() <= f64::from(WIDTH) - 2.0 * EDGE);
}

#[test]
fn chinese_breaks_between_words_and_not_before_a_comma() {
    let (_, long) = samples::all().into_iter().find(|(name, _)| *name == "chinese-long").unwrap();
    let sheet = set(&long);
    let lines: Vec<&str> = sheet
        .printed
        .iter()
        .map(|line| line.text.as_str())
        .filter(|line| long.headline.contains(line))
        .collect();
    assert!(lines.len() > 1);
    assert_eq!(lines.concat(), long.headline);
    assert!(!lines.iter().any(|line| line.starts_with(['，', '”', '！', '—'])), "{lines:?}");
    for word in ["图书馆", "因为", "行动", "开放"] {
        assert_eq!(
            lines.concat().matches(word).count(),
            lines.iter().map(|line| line.matches(word).count()).sum()
        );
    }
}

#[test]
fn thai_breaks_between_words() {
    let text = "ขอให้ห้องสมุดเปิดให้บริการ";
    let pieces: Vec<&str> = crate::breaks::pieces(text).into_iter().map(|piece| &text[piece.range]).collect();
    assert!(pieces.contains(&"บริการ"), "{pieces:?}");
}

#[test]
fn capitals_are_those_of_the_language() {
    assert_eq!(crate::language::capitals("iyi kitap", "tr"), "İYİ KİTAP");
    assert_eq!(crate::language::capitals("Κρατήστε", "el"), "ΚΡΑΤΗΣΤΕ");
    assert_eq!(crate::language::capitals("groß", "de"), "GROSS");
}

#[test]
fn what_an_indian_script_writes_as_one_is_kept_whole_and_a_pile_of_accents_is_not() {
    for word in ["सन्ध्या", "स्त्री", "সন্ধ্যায়", "कार्त्स्न्य", "ক্ষ্ম্যৌ", "க்ஷௌ", "မြန္မာ့"]
    {
        assert_eq!(
            words::clean(word),
            unicode_normalization::UnicodeNormalization::nfc(word).collect::<String>()
        );
    }
    assert_eq!(words::clean(&format!("a{}b", "\u{301}".repeat(90))).chars().count(), 6, "á, four, b");
    assert!(words::clean(&format!("क{}", "ा".repeat(90))).chars().count() <= 12);
}

#[test]
fn bengali_consonants_join() {
    for (together, apart) in [("গ্র", ["গ", "র"]), ("ন্ধ", ["ন", "ধ"]), ("ক্য", ["ক", "য"])]
    {
        for role in [Role::Poster, Role::Book] {
            let advance = |text: &str| shape::line(text, role, "bn").unwrap().advance;
            assert!(
                advance(together) < apart.into_iter().map(advance).sum::<f64>() * 0.95,
                "{together} as one, in {role:?}"
            );
        }
    }
}

#[test]
fn every_glyph_of_the_samples_is_in_a_shipped_face() {
    for (name, card) in samples::all() {
        let texts = [
            card.headline,
            card.kicker,
            card.target.unwrap_or_default(),
            card.count,
            card.count_label,
            card.as_of,
            card.goal.map_or("", |goal| goal.label),
            card.site,
        ];
        for text in texts {
            for role in [Role::Poster, Role::Book, Role::Strong] {
                let line = shape::line(&words::clean(text), role, card.language).unwrap();
                assert!(
                    line.glyphs.iter().all(|glyph| glyph.id.to_u32() != 0),
                    "an empty box in {name}: {text}"
                );
            }
            assert_eq!(crate::missing(text).unwrap(), Vec::<char>::new(), "{name}: {text}");
        }
    }
    assert_eq!(crate::missing("ꯃꯤ a").unwrap(), vec!['ꯃ', 'ꯤ'], "Meitei is in none of them");
}

#[test]
fn every_sample_keeps_to_the_sheet_and_no_line_runs_into_another() {
    for (name, card) in samples::all() {
        let sheet = set(&card);
        keeps_to_the_sheet(&sheet).unwrap_or_else(|line| panic!("{name}: {line}"));
        for (place, one) in sheet.printed.iter().enumerate() {
            for two in &sheet.printed[place + 1..] {
                let across = one.ink.right.min(two.ink.right) - one.ink.left.max(two.ink.left);
                let down = one.ink.bottom.min(two.ink.bottom) - one.ink.top.max(two.ink.top);
                let hanging = one.size.min(two.size) * 0.14;
                assert!(across <= 0.0 || down <= hanging, "{name}: {one:?} and {two:?}");
            }
        }
    }
}

#[test]
fn a_card_weighs_at_most_300_kilobytes_even_when_it_is_all_emoji() {
    let crowd = "😀🦉🌍🔥🏳️‍🌈👩🏽‍🚀📚❤️🇺🇦🐸🍉🎺🚲🌻🦀🐙🍄🌈🎨🧵".repeat(5);
    let emoji = Card { headline: &crowd, kicker: &crowd, target: Some(&crowd), ..BASE };
    for (name, card) in [("crowd", emoji), ("plain", BASE)] {
        let png = card_png(&card).unwrap();
        assert!(png.len() <= 300_000, "{name}: {} bytes", png.len());
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&png[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 by 630");
    }
}

#[test]
fn the_same_words_make_the_same_bytes() {
    assert_eq!(card_png(&BASE).unwrap(), card_png(&BASE).unwrap());
    for (_, card) in samples::all() {
        assert_eq!(card_svg(&card).unwrap(), card_svg(&card).unwrap());
    }
}

#[test]
fn no_text_breaks_out_of_the_drawing() {
    let evil = "\"/></svg><script>alert(1)</script>&lt;&#0;<![CDATA[\u{0}\u{8}]]> 😀<b>\u{202e}'";
    let card = Card {
        headline: evil,
        kicker: evil,
        target: Some(evil),
        language: evil,
        count: evil,
        site: evil,
        ..BASE
    };
    let svg = card_svg(&card).unwrap();
    assert!(!svg.to_lowercase().contains("<script"));
    assert!(!svg.contains("CDATA[") || svg.contains("&lt;![CDATA["));
    assert!(!svg.chars().any(|letter| letter.is_control() && letter != '\n' || letter == '\u{202e}'));
    assert_eq!(svg.matches("</svg>").count(), 1);
    card_png(&card).unwrap();
}

#[test]
fn an_empty_card_is_a_sheet_with_its_rules() {
    let card = Card {
        language: "",
        headline: "",
        kicker: " ",
        target: Some(""),
        count: "",
        count_label: "\n",
        as_of: "",
        goal: None,
        site: "",
        ..BASE
    };
    assert!(set(&card).printed.is_empty());
    card_png(&card).unwrap();
}

#[test]
fn a_share_outside_its_range_stays_within_the_rule() {
    for share in [-1.0, 7.0, f64::NAN, f64::INFINITY] {
        let goal = Some(crate::Progress { share, label: "of 10" });
        assert!(!card_svg(&Card { goal, ..BASE }).unwrap().contains("NaN"));
    }
}

#[test]
fn every_signal_can_be_read_on_paper() {
    for red in (0..=255).step_by(51) {
        for green in (0..=255).step_by(51) {
            for blue in (0..=255).step_by(51) {
                assert!(Rgb(red, green, blue).on_paper().contrast(PAPER) >= 4.5);
            }
        }
    }
    assert_eq!(Rgb(0xc8, 0x20, 0x1a).on_paper(), Rgb(0xc8, 0x20, 0x1a), "one that can is left as it is");
}

#[test]
fn two_short_words_are_set_larger_than_twenty() {
    let frame = Frame {
        width: 600.0,
        height: 400.0,
        largest: 420.0,
        most_lines: 12,
        stretch: 1.3,
        gap: 0.1,
        leading: 0.0,
    };
    let least = |text: &str| Copy::measure(text, Role::Poster, "en").unwrap().set(&frame).unwrap().least();
    assert!(least("DROP IT") > 2.0 * least(&"DROP IT NOW ".repeat(7)));
}

fn any_text() -> impl Strategy<Value = String> {
    let letters = prop_oneof![
        4 => proptest::char::range('a', 'z'),
        2 => Just(' '),
        1 => proptest::char::range('\u{600}', '\u{6ff}'),
        1 => proptest::char::range('\u{4e00}', '\u{9fff}'),
        1 => proptest::char::range('\u{300}', '\u{36f}'),
        1 => proptest::char::range('\u{900}', '\u{97f}'),
        1 => proptest::char::range('\u{e00}', '\u{e7f}'),
        1 => proptest::char::range('\u{1f300}', '\u{1faff}'),
        1 => proptest::sample::select(vec!['\u{200d}', '\u{fe0f}', '\u{20e3}', '\u{202e}', '\u{0}', '(', '«', '\u{1f1fa}']),
        1 => any::<char>(),
    ];
    prop_oneof![
        3 => proptest::collection::vec(letters, 0..130).prop_map(|letters| letters.into_iter().collect::<String>()),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(48) })]

    #[test]
    fn any_text_is_drawn_and_keeps_to_the_sheet(
        headline in any_text(),
        other in any_text(),
        language in proptest::sample::select(vec!["en", "ar", "zh", "he", "th", "tr", "x"]),
        share in any::<f64>(),
    ) {
        let card = Card {
            language,
            headline: &headline,
            kicker: &other,
            target: Some(&other),
            count: &other,
            count_label: &headline,
            as_of: &other,
            goal: Some(crate::Progress { share, label: &other }),
            site: &other,
            ..BASE
        };
        if let Err(line) = keeps_to_the_sheet(&set(&card)) {
            return Err(TestCaseError::fail(line));
        }
        // Drawing is the slow part: one card in six.
        if share.to_bits() % 6 == 0 {
            prop_assert!(card_png(&card).unwrap().len() <= 300_000);
        }
    }
}
