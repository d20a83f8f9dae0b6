//! From bytes to text.

use super::{Fault, MOST_BYTES, Place, What};
use encoding_rs::{UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// Bytes by which a file’s kind is told.
const BEGINNING: usize = 4_096;

/// The first some of a file; letters that are cut in two at the end, or that are not UTF-8, are marks.
pub fn beginning(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    checked(bytes)?;
    let some = &bytes[..bytes.len().min(BEGINNING)];
    Ok(UTF_8.decode(some).0)
}

/// In the encoding that its first bytes or its declaration say, UTF-8 where neither does (XML 1.0, section 4.3.3).
pub fn of_xml(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    checked(bytes)?;
    decoded(bytes, declared(bytes).unwrap_or(UTF_8))
}

/// In UTF-8 where it is that throughout, else in Windows-1252, which is Latin-1 and some.
pub fn of_any(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    checked(bytes)?;
    decoded(bytes, if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 })
}

fn decoded<'a>(bytes: &'a [u8], encoding: &'static encoding_rs::Encoding) -> Result<Cow<'a, str>, Fault> {
    let (encoding, bytes) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((marked, length)) => (marked, &bytes[length..]),
        None => (encoding, bytes),
    };
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(What::NotText.at(Place::File))?;
    if text.trim().is_empty() {
        return Err(What::Empty.at(Place::File));
    }
    Ok(text)
}

/// In one encoding, unless its first bytes (a byte order mark) say another.
pub fn in_encoding<'a>(
    bytes: &'a [u8],
    encoding: &'static encoding_rs::Encoding,
) -> Result<Cow<'a, str>, Fault> {
    checked(bytes)?;
    decoded(bytes, encoding)
}

/// Neither empty nor too large, and nothing in it that only programs write.
fn checked(bytes: &[u8]) -> Result<(), Fault> {
    let what = if bytes.is_empty() {
        What::Empty
    } else if bytes.len() > MOST_BYTES {
        What::TooLarge { most_bytes: MOST_BYTES }
    } else if bytes.starts_with(b"%PDF-") || bytes.contains(&0) && !is_utf_16(bytes) {
        What::NotText
    } else {
        return Ok(());
    };
    Err(what.at(Place::File))
}

fn is_utf_16(bytes: &[u8]) -> bool {
    encoding_rs::Encoding::for_bom(bytes).is_some_and(|(marked, _)| marked != UTF_8)
}

/// `<?xml version="1.0" encoding="ISO-8859-1"?>`
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let begins = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declaration = begins.trim_start().strip_prefix("<?xml")?.split("?>").next()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = value[1..].split(quote).next()?;
    encoding_rs::Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_in_the_encoding_that_a_file_says_or_shows() {
        assert_eq!(of_any("Zoë".as_bytes()).unwrap(), "Zoë");
        assert_eq!(of_any(b"Zo\xeb").unwrap(), "Zoë");
        assert_eq!(of_any(b"\xef\xbb\xbfZo\xc3\xab").unwrap(), "Zoë");
        assert_eq!(of_any(b"\xff\xfeZ\0o\0\xeb\0").unwrap(), "Zoë");
        assert!(of_xml(b"<?xml version='1.0' encoding = 'iso-8859-1' ?><a>\xeb</a>").unwrap().contains('ë'));
        assert!(of_xml(b"<a>\xc3\xab</a>").unwrap().contains('ë'));
        assert_eq!(of_xml(b"<a>\xeb</a>"), Err(What::NotText.at(Place::File)));
    }

    #[test]
    fn what_is_no_text_is_told() {
        for (bytes, what) in [
            (&b""[..], What::Empty),
            (b" \r\n", What::Empty),
            (b"\xef\xbb\xbf", What::Empty),
            (b"PK\x03\x04\0\0", What::NotText),
            (b"%PDF-1.7", What::NotText),
        ] {
            assert_eq!(of_any(bytes), Err(what.at(Place::File)));
        }
        let large = vec![b'a'; MOST_BYTES + 1];
        assert_eq!(of_any(&large), Err(What::TooLarge { most_bytes: MOST_BYTES }.at(Place::File)));
    }
}
