//! The parts of a book as XML.

use super::Cell;
use std::fmt::Write;

/// What stands before the sheets; whatever else ends in `.xml` is a sheet.
pub const FIRST_PARTS: [(&str, &str); 3] = [
    (
        "[Content_Types].xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
         </Types>",
    ),
    (
        "_rels/.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
         </Relationships>",
    ),
    (
        // In the order of the styles below: general, moment, head, text, text that begins as a formula does.
        "xl/styles.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
         <numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
         <xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>\
         <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
         <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\"/></cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
         </styleSheet>",
    ),
];

const MOMENT: u8 = 1;
const HEAD: u8 = 2;
const TEXT: u8 = 3;
/// An apostrophe stands before it, unseen: whoever edits the cell makes no formula of it either.
const QUOTED: u8 = 4;

/// The head stays in sight.
pub const SHEET_BEGINS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
    <sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
    <sheetFormatPr defaultColWidth=\"20\" defaultRowHeight=\"15\"/><sheetData>";
pub const SHEET_ENDS: &str = "</sheetData></worksheet>";

pub fn workbook(name: &str, sheets: u64) -> String {
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><bookViews><workbookView/></bookViews><sheets>"
        .to_owned();
    for sheet in 1..=sheets {
        text.push_str("<sheet name=\"");
        escape(&mut text, name);
        if sheet > 1 {
            number(&mut text, ' ', sheet);
        }
        text.push_str("\" sheetId=");
        number(&mut text, '"', sheet);
        text.push_str("\" r:id=\"rId");
        text.push_str(&sheet.to_string());
        text.push_str("\"/>");
    }
    text.push_str("</sheets></workbook>");
    text
}

pub fn relations(sheets: u64) -> String {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
        <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        .to_owned();
    for sheet in 1..=sheets {
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "<Relationship Id=\"rId{sheet}\" Type=\"{kind}/worksheet\" Target=\"worksheets/sheet{sheet}.xml\"/>"
        );
    }
    let last = sheets + 1;
    let _ = write!(
        text,
        "<Relationship Id=\"rId{last}\" Type=\"{kind}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    text
}

pub fn head(out: &mut String, heads: &[&str]) {
    out.push_str("<row r=\"1\">");
    for (place, head) in heads.iter().enumerate() {
        text_cell(out, 1, place, head, HEAD);
    }
    out.push_str("</row>");
}

pub fn row(out: &mut String, at: u64, cells: &[Cell]) {
    out.push_str("<row r=");
    number(out, '"', at);
    out.push_str("\">");
    for (place, cell) in cells.iter().enumerate() {
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if text.is_empty() => {}
            Cell::Text(text) => {
                let style = if begins_as_a_formula(text) { QUOTED } else { TEXT };
                text_cell(out, at, place, text, style);
            }
            Cell::Number(value) => number_cell(out, at, place, 0, &value.to_string()),
            Cell::Moment(micros) => match serial(*micros) {
                Some(serial) => number_cell(out, at, place, MOMENT, &serial),
                None => text_cell(out, at, place, &micros.to_string(), TEXT),
            },
        }
    }
    out.push_str("</row>");
}

fn begins_as_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠'])
}

fn text_cell(out: &mut String, row: u64, place: usize, text: &str, style: u8) {
    open(out, row, place, style);
    out.push_str(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    escape(out, cut(text));
    out.push_str("</t></is></c>");
}

fn number_cell(out: &mut String, row: u64, place: usize, style: u8, value: &str) {
    open(out, row, place, style);
    out.push_str("><v>");
    out.push_str(value);
    out.push_str("</v></c>");
}

fn open(out: &mut String, row: u64, place: usize, style: u8) {
    out.push_str("<c r=\"");
    column(out, place);
    out.push_str(&row.to_string());
    out.push_str("\" s=");
    number(out, '"', u64::from(style));
    out.push('"');
}

fn number(out: &mut String, before: char, number: u64) {
    // Writing to a String cannot fail.
    let _ = write!(out, "{before}{number}");
}

/// `A` to `Z`, then `AA`.
fn column(out: &mut String, place: usize) {
    if place >= 26 {
        column(out, place / 26 - 1);
    }
    out.push(char::from(b'A' + u8::try_from(place % 26).unwrap_or(0)));
}

/// Days since the thirtieth of December 1899, as spreadsheets count them; nothing where none counts so.
fn serial(micros: i64) -> Option<String> {
    const DAY: i64 = 86_400_000_000;
    const FIRST: i64 = 25_569;
    // To the second: what is shown is what is there.
    let seconds = micros.div_euclid(1_000_000);
    let days = micros.div_euclid(DAY) + FIRST;
    let rest = seconds.rem_euclid(86_400);
    // From March 1900, where the count has no fault, to the last day there is.
    (61..=2_958_465).contains(&days).then(|| {
        let part = rest * 10_000_000_000 / 86_400;
        format!("{days}.{part:010}")
    })
}

/// So many UTF-16 units a cell may hold.
const LONGEST: usize = 32_767;

fn cut(text: &str) -> &str {
    if text.len() <= LONGEST {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// What XML cannot hold is written as spreadsheets write it, `_x0001_`; what looks so by itself is kept apart.
fn escape(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if looks_escaped(&text.as_bytes()[at..]) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                let _ = write!(out, "_x{:04X}_", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

fn looks_escaped(text: &[u8]) -> bool {
    text.len() >= 7
        && matches!(text[1], b'x' | b'X')
        && text[6] == b'_'
        && text[2..6].iter().all(u8::is_ascii_hexdigit)
}
