use super::*;
use crate::page::pages;

fn sheet(language: &'static str, parts: Vec<Part>) -> Sheet<'static> {
    Sheet { language, title: "A letter", author: "Us", parts, foot: "https://example.org" }
}

fn printed(sheet: &Sheet) -> Vec<u8> {
    pdf(sheet, |page, pages| format!("{page} / {pages}")).unwrap()
}

fn holds(pdf: &[u8], what: &[u8]) -> bool {
    pdf.windows(what.len()).any(|window| window == what)
}

#[test]
fn a_sheet_is_a_tagged_pdf_that_follows_from_its_words_alone() {
    let parts = vec![
        Part::plain(Kind::Title, "One tree"),
        Part::plain(Kind::Paragraph, "Dear council,\nplease plant it."),
        Part::plain(Kind::Item { mark: "–".to_owned(), depth: 0 }, "in spring"),
        Part::plain(Kind::MoreOfItem { depth: 0 }, "or in autumn"),
        Part::plain(Kind::Item { mark: "1.".to_owned(), depth: 1 }, "in the lane"),
        Part::plain(Kind::Quotation, "We will."),
        Part::plain(Kind::Rule, ""),
        Part::plain(Kind::Note, "Signed by us."),
    ];
    let one = printed(&sheet("en", parts.clone()));
    assert!(one.starts_with(b"%PDF-"));
    assert!(holds(&one, b"/StructTreeRoot") && holds(&one, b"/Marked true"), "it is tagged");
    assert!(holds(&one, b"/FontFile"), "its faces are in it");
    assert_eq!(one, printed(&sheet("en", parts)), "the same words are the same bytes");
}

#[test]
fn long_words_go_on_on_further_pages_and_a_heading_stays_with_what_it_heads() {
    let paragraph = "Please plant the tree that you promised to our lane. ".repeat(12);
    let mut parts = vec![Part::plain(Kind::Title, "One tree")];
    for _ in 0..12 {
        parts.push(Part::plain(Kind::Heading, "Why"));
        parts.push(Part::plain(Kind::Paragraph, paragraph.clone()));
    }
    let sheet = sheet("en", parts);
    let pages = pages(&sheet).unwrap();
    assert!(pages.len() > 2, "{} pages", pages.len());
    for page in &pages {
        let last = page.placed.last().unwrap();
        assert_ne!(sheet.parts[last.part].kind, Kind::Heading);
        for placed in &page.placed {
            assert!(placed.y < HEIGHT - 60.0 && placed.y > 60.0, "{}", placed.y);
        }
    }
}

#[test]
fn lines_keep_within_the_page_in_every_script_and_right_to_left_they_begin_at_the_right() {
    let arabic = "نطلب من المجلس أن يزرع الشجرة التي وعد بها حارتنا في الربيع. ".repeat(8);
    let chinese = "请种下您在春天答应我们这条小巷的那棵树。".repeat(20);
    let long = "Donaudampfschifffahrtsgesellschaft".repeat(12);
    for (language, words) in [("ar", arabic.as_str()), ("zh", chinese.as_str()), ("de", long.as_str())] {
        let sheet = sheet(language, vec![Part::plain(Kind::Paragraph, words)]);
        let pages = pages(&sheet).unwrap();
        let placed = &pages[0].placed;
        assert!(placed.len() > 2, "{language} breaks");
        for one in placed {
            let page::What::Line(line) = &one.what else { panic!("a line") };
            let right = one.x + line.width * one.size;
            assert!(one.x > 75.0 && right < WIDTH - 75.0, "{language}: {} to {right}", one.x);
            if language == "ar" {
                assert!((right - (WIDTH - 76.0)).abs() < 0.5, "{right}");
            }
        }
        let told: String = placed
            .iter()
            .map(|one| match &one.what {
                page::What::Line(line) => line.text.clone(),
                _ => String::new(),
            })
            .collect();
        assert_eq!(told, words, "nothing is lost where lines break");
        printed(&sheet);
    }
}

#[test]
fn names_in_every_script_stand_in_two_columns_whole_within_the_page() {
    let names = [
        "Ada Example, Oslo",
        "ليلى حداد",
        "王小明",
        "Ngũgĩ wa Thiong’o",
        "María de los Ángeles Fernández-Villanueva y Gutiérrez de la Concepción",
    ];
    for language in ["en", "ar"] {
        let mut parts = vec![Part::plain(Kind::Heading, "Signed by")];
        parts.extend(
            (0..400).map(|n| Part::plain(Kind::Listed, format!("{}. {}", n + 1, names[n % names.len()]))),
        );
        parts.push(Part::plain(Kind::Note, "All of them."));
        let sheet = sheet(language, parts);
        let pages = pages(&sheet).unwrap();
        assert!(pages.len() > 2, "{} pages", pages.len());
        let mut seen = Vec::new();
        for page in &pages {
            let mut ends: Vec<(f64, f64, f64)> = Vec::new();
            for placed in &page.placed {
                let page::What::Line(line) = &placed.what else { continue };
                let (left, right) = (placed.x, placed.x + line.width * placed.size);
                assert!(
                    left > 75.0 && right < WIDTH - 75.0 && placed.y < HEIGHT - 80.0,
                    "{left} to {right}, {}",
                    placed.y
                );
                for (y, from, to) in &ends {
                    assert!(
                        (y - placed.y).abs() > 5.0 || right <= *from || left >= *to,
                        "{} stands on another",
                        line.text
                    );
                }
                ends.push((placed.y, left, right));
                if seen.last() != Some(&placed.part) {
                    seen.push(placed.part);
                }
            }
        }
        assert_eq!(
            seen,
            (0..sheet.parts.len()).collect::<Vec<_>>(),
            "each once, in order, whole on one page"
        );
        let left = |part: usize| {
            let all = pages.iter().flat_map(|page| &page.placed);
            all.filter(|one| one.part == part).map(|one| one.x).next().unwrap()
        };
        assert_eq!(left(1) < left(2), language == "en", "the first column is where lines begin");
        printed(&sheet);
    }
}

#[test]
fn nothing_at_all_is_one_empty_page() {
    assert_eq!(pages(&sheet("en", Vec::new())).unwrap().len(), 1);
    let odd =
        Part { kind: Kind::Paragraph, runs: vec![Run { words: "\n \u{7}\n".to_owned(), is_strong: true }] };
    printed(&sheet("en", vec![odd, Part::plain(Kind::Title, "x")]));
}

fn shaped(words: &str) -> line::Line {
    let setting = line::Setting { language: "en", role: broadside_artwork::faces::Role::Book, width: 100.0 };
    line::lines(&[Run { words: words.to_owned(), is_strong: false }], setting).unwrap().remove(0)
}

#[test]
fn a_letter_that_no_face_has_is_a_mark_and_its_line_is_printed() {
    for words in ["𠮷野家", "ကခဂ", "Z\u{337}\u{322}\u{31b}a\u{334}lgo", "ܣܘܪܝܝܐ", "\u{10ffff}x"]
    {
        printed(&sheet("en", vec![Part::plain(Kind::Listed, words)]));
    }
    assert!(crate::lacks("𠮷").unwrap() && crate::lacks("ကခဂ").unwrap());
    assert!(!crate::lacks("ليلى 王小明 Ngũgĩ 〓").unwrap());
    let line = shaped("𠮷野家");
    assert_eq!(line.text, "〓野家");
    assert_eq!(line.stretches.iter().map(|one| one.glyphs.len()).sum::<usize>(), 3);
}

#[test]
fn a_name_that_is_isolated_runs_by_itself() {
    let first = |words: String| {
        let line = shaped(&words);
        // From left to right: what the first glyph stands for.
        let glyph = line.stretches.iter().flat_map(|one| &one.glyphs).next().unwrap();
        line.text[glyph.range.clone()].to_owned()
    };
    let name = "فاطمة Fatima الزهراء";
    assert_eq!(first(format!("{}.", crate::isolated(name))), "ء", "it begins at its right end");
    assert_ne!(first(format!("1 {name}")), "ء");
    assert_eq!(first("Ada".to_owned()), "A");
}
