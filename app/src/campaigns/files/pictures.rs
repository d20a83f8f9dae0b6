//! Reads the pictures that `campaign.toml` names: what they really are, and how large. It draws none.

use super::checks::Rule;
use super::fault::Faults;
use super::folder::{Entry, Folder, MOST_PICTURE_BYTES};
use super::svg;
use super::table::Table;
use crate::campaigns::definition::Picture;

const MOST: usize = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Png,
    Jpeg,
    Webp,
    Svg,
}

pub fn read(folder: &Folder, top: &Table, languages: &[String], faults: &Faults) -> Vec<Picture> {
    let mut pictures: Vec<Picture> = Vec::new();
    for table in top.tables("picture") {
        let file = table.text("file", Rule::PictureFile);
        let alt = table.by_language("alt", languages, Rule::Words(300), true);
        let credit =
            table.optional_text("credit", Rule::Words(120)).map(|found| found.text).unwrap_or_default();
        let licence = table.text("licence", Rule::Words(60)).text;
        table.finish();
        if pictures.iter().any(|picture| picture.file == file.text) && !file.text.is_empty() {
            table.fault(
                file.line,
                format!("there are two of [[picture]] with the file {}; remove one", file.text),
            );
        }
        let bytes = match Rule::PictureFile.check(&file.text) {
            Ok(()) => bytes(folder, &file.text, &table, file.line, faults),
            Err(_) => Vec::new(),
        };
        pictures.push(Picture { file: file.text, alt, credit, licence, bytes });
        if pictures.len() == MOST + 1 {
            table.fault(
                table.line(),
                format!("this is one [[picture]] too many; a campaign has {MOST} at most, so remove some"),
            );
        }
    }
    pictures
}

/// Width and height in pixels, for PNG, JPEG, WebP and SVG; nothing where they cannot be told.
pub fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let size = match kind(bytes)? {
        Kind::Png => Some((big_endian(bytes, 16, 4)?, big_endian(bytes, 20, 4)?)),
        Kind::Jpeg => jpeg_size(bytes),
        Kind::Webp => webp_size(bytes),
        Kind::Svg => svg::size(std::str::from_utf8(bytes).ok()?),
    };
    size.filter(|(width, height)| *width > 0 && *height > 0)
}

fn bytes(folder: &Folder, file: &str, table: &Table, line: usize, faults: &Faults) -> Vec<u8> {
    let path = format!("pictures/{file}");
    let bytes = match folder.ask(&path) {
        Some(Entry::Bytes(bytes)) if bytes.len() as u64 > MOST_PICTURE_BYTES => {
            faults.add(&path, 1, too_large(bytes.len() as u64));
            return Vec::new();
        }
        Some(Entry::Bytes(bytes)) => bytes,
        Some(Entry::TooLarge(size)) => {
            faults.add(&path, 1, too_large(*size));
            return Vec::new();
        }
        Some(Entry::Unreadable(why)) => {
            faults.add(&path, 1, why);
            return Vec::new();
        }
        Some(Entry::Folder) | None => {
            table
                .fault(line, format!("{path} is missing; put the picture there, or remove this [[picture]]"));
            return Vec::new();
        }
    };
    check(&path, file, bytes, faults);
    bytes.clone()
}

fn check(path: &str, file: &str, bytes: &[u8], faults: &Faults) {
    let Some(kind) = kind(bytes) else {
        faults.add(path, 1, "this is no picture that browsers show; save it as PNG, JPEG, WebP or SVG");
        return;
    };
    let (name, endings): (_, &[&str]) = match kind {
        Kind::Png => ("PNG", &["png"]),
        Kind::Jpeg => ("JPEG", &["jpg", "jpeg"]),
        Kind::Webp => ("WebP", &["webp"]),
        Kind::Svg => ("SVG", &["svg"]),
    };
    let ending = file.rsplit('.').next().unwrap_or_default();
    if !endings.contains(&ending) {
        faults.add(
            path,
            1,
            format!(
                "this is a picture of the kind {name}, not {ending}; let its name end in .{}",
                endings[0]
            ),
        );
    }
    if kind == Kind::Svg {
        for (line, message) in svg::refusals(&String::from_utf8_lossy(bytes)) {
            faults.add(path, line, message);
        }
    }
    if picture_size(bytes).is_none() {
        let mend = if kind == Kind::Svg { "give its <svg> a viewBox" } else { "save it anew" };
        faults.add(path, 1, format!("the width and height of this picture cannot be told; {mend}"));
    }
}

fn too_large(size: u64) -> String {
    // Rounded up, so that what is too large never reads as 2.0.
    let tenths = size.div_ceil(100_000);
    format!("this picture has {}.{} MB; the most is 2 MB, so make it smaller", tenths / 10, tenths % 10)
}

/// By its first bytes, whatever its name says.
fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(Kind::Png);
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some(Kind::Jpeg);
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(Kind::Webp);
    }
    std::str::from_utf8(bytes).ok().filter(|text| svg::is_svg(text)).map(|_| Kind::Svg)
}

fn big_endian(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at + length)?.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn little_endian(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    Some(bytes.get(at..at + length)?.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// Walks the segments to the frame header (ITU-T T.81, B.2.2).
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = big_endian(bytes, at, 2)?;
        if marker == 0xffff {
            at += 1;
            continue;
        }
        if matches!(marker, 0xffc0..=0xffcf) && !matches!(marker, 0xffc4 | 0xffc8 | 0xffcc) {
            return Some((big_endian(bytes, at + 7, 2)?, big_endian(bytes, at + 5, 2)?));
        }
        if marker >> 8 != 0xff {
            return None;
        }
        at += 2 + big_endian(bytes, at + 2, 2)? as usize;
    }
}

/// The three kinds of WebP (RFC 9649, section 2).
fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((1 + little_endian(bytes, 24, 3)?, 1 + little_endian(bytes, 27, 3)?)),
        b"VP8 " => Some((little_endian(bytes, 26, 2)? & 0x3fff, little_endian(bytes, 28, 2)? & 0x3fff)),
        b"VP8L" => {
            let packed = little_endian(bytes, 21, 4)?;
            Some((1 + (packed & 0x3fff), 1 + (packed >> 14 & 0x3fff)))
        }
        _ => None,
    }
}
