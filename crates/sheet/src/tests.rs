//! What another program reads of what is written here.

use super::*;
use calamine::{Data, Reader, Xlsx, open_workbook};
use proptest::prelude::*;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

fn opened(path: &Path, bytes: u64) -> File {
    let mut file = File::options().read(true).write(true).create(true).truncate(false).open(path).unwrap();
    file.set_len(bytes).unwrap();
    file.seek(SeekFrom::Start(bytes)).unwrap();
    file
}

/// Writes rows piece by piece, each as another start of the program would, half a piece cut off before each.
fn written(path: &Path, pieces: &[Vec<Vec<Cell>>], most: u64) {
    let mut kept = serde_json::to_string(&Book::default()).unwrap();
    for piece in pieces {
        let mut cut_off: Book = serde_json::from_str(&kept).unwrap();
        cut_off.write_sheets(&mut opened(path, cut_off.bytes), &["a", "b"], piece, most).unwrap();
        let mut book: Book = serde_json::from_str(&kept).unwrap();
        book.write_sheets(&mut opened(path, book.bytes), &["a", "b"], piece, most).unwrap();
        kept = serde_json::to_string(&book).unwrap();
    }
    for _ in 0..2 {
        let mut book: Book = serde_json::from_str(&kept).unwrap();
        book.finish(&mut opened(path, book.bytes), "people").unwrap();
        assert_eq!(std::fs::metadata(path).unwrap().len(), book.bytes);
    }
}

fn read(path: &Path) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let sheets = book.worksheets();
    sheets.into_iter().map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect())).collect()
}

#[test]
fn no_cell_becomes_a_formula_and_every_text_reads_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.xlsx");
    let evil = [
        "=1+1",
        "+1",
        "-1",
        "@sum",
        "\t=1",
        "\n=1",
        "＝1",
        "'=1",
        "=HYPERLINK(\"http://evil.example\")",
        "two\nlines",
        "<b>&amp;\"",
        "👩‍👩‍👧 👍🏽",
        "مرحبا",
        "01234",
        "1e5",
        " around ",
        "]]>",
    ];
    let wide = "W".repeat(200);
    let rows: Vec<Vec<Cell>> = evil.iter().chain([&wide.as_str()]).map(|words| vec![text(words)]).collect();
    written(&path, &[rows], MOST_ROWS);
    let sheets = read(&path);
    assert_eq!(sheets.len(), 1);
    assert_eq!(sheets[0].0, "people");
    for (row, words) in sheets[0].1[1..].iter().zip(evil.iter().chain([&wide.as_str()])) {
        assert_eq!(row[0], Data::String((*words).to_owned()));
    }
    let mut book: Xlsx<_> = open_workbook(&path).unwrap();
    let formulas = book.worksheet_formula("people").unwrap();
    assert!(formulas.rows().flatten().all(String::is_empty), "{formulas:?}");
}

#[test]
fn numbers_and_moments_are_such() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.xlsx");
    let moment = 1_536_595_200_000_000; // 2018-09-10T16:00:00Z
    let row = vec![Cell::Number(-42), Cell::Empty, Cell::Moment(moment + 1_999_999), Cell::Moment(i64::MIN)];
    written(&path, &[vec![row]], MOST_ROWS);
    let rows = &read(&path)[0].1;
    assert_eq!(rows[0][..2], [Data::String("a".to_owned()), Data::String("b".to_owned())]);
    assert_eq!((&rows[1][0], &rows[1][1]), (&Data::Float(-42.0), &Data::Empty));
    let Data::DateTime(at) = rows[1][2] else { panic!("{:?}", rows[1][2]) };
    let seconds = (at.as_f64() - 25_569.0) * 86_400.0;
    assert!((seconds - 1_536_595_201.0).abs() < 0.001, "{seconds}");
    assert_eq!(rows[1][3], Data::String(i64::MIN.to_string()), "what no calendar holds stays a text");
}

#[test]
fn a_full_sheet_is_followed_by_another_under_the_same_heads() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.xlsx");
    let rows: Vec<Vec<Cell>> = (0..23).map(|number| vec![Cell::Number(number)]).collect();
    let pieces: Vec<Vec<Vec<Cell>>> = rows.chunks(7).map(<[_]>::to_vec).collect();
    written(&path, &pieces, 10);
    let sheets = read(&path);
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["people", "people 2", "people 3"]);
    assert_eq!(sheets.iter().map(|(_, rows)| rows.len()).collect::<Vec<_>>(), [10, 10, 6]);
    let all = sheets.iter().flat_map(|(_, rows)| &rows[1..]).map(|row| row[0].clone());
    assert!(all.eq((0..23_u8).map(|number| Data::Float(f64::from(number)))));
    assert!(sheets.iter().all(|(_, rows)| rows[0][0] == Data::String("a".to_owned())));
}

#[test]
fn a_book_without_rows_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.xlsx");
    written(&path, &[vec![]], MOST_ROWS);
    assert_eq!(read(&path)[0].1.len(), 1);
}

#[test]
fn what_xml_cannot_hold_and_what_is_too_long_is_written_as_spreadsheets_do() {
    let mut out = String::new();
    xml::row(&mut out, 1, &[text("a\u{1}b\rc_x0041_d_y\u{ffff}")]);
    assert!(out.contains("a_x0001_b_x000D_c_x005F_x0041_d_y_xFFFF_"), "{out}");
    out.clear();
    xml::row(&mut out, 1, &[text(&"👍".repeat(20_000))]);
    assert_eq!(out.matches('👍').count(), 16_383);
    out.clear();
    xml::row(&mut out, 1, &vec![Cell::Number(1); 28]);
    assert!(out.contains("\"Z1\"") && out.contains("\"AA1\"") && out.contains("\"AB1\""), "{out}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_typed_the_book_opens_and_holds_it(words in "[^\u{0}-\u{8}\u{b}-\u{1f}_]{1,80}") {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.xlsx");
        written(&path, &[vec![vec![text(&words), text("end")]]], MOST_ROWS);
        let mut bytes = Vec::new();
        File::open(&path).unwrap().read_to_end(&mut bytes).unwrap();
        let rows = &read(&path)[0].1;
        prop_assert_eq!(&rows[1][0], &Data::String(words));
    }
}
