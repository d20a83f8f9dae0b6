//! A ZIP (PKWARE's APPNOTE 6.3) whose entries are deflated in pieces. Each piece is compressed for itself
//! and ends on a byte, so that the next may be written by another start of the program.

use flate2::Compression;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};

/// An entry that is whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    path: String,
    /// Where it begins in the file.
    begins: u64,
    crc: u32,
    /// Of what it holds, and of that deflated.
    size: u64,
    packed: u64,
}

/// An entry that goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    path: String,
    begins: u64,
    crc: u32,
    pub size: u64,
    packed: u64,
}

/// A last empty block: it ends what was deflated in pieces (RFC 1951, 3.2.6).
const LAST_BLOCK: [u8; 2] = [3, 0];
/// The first of January 1980: when a file was made says nothing here.
const DAY: u16 = 0x21;

pub fn begin(file: &mut File, path: String, bytes: &mut u64) -> io::Result<Open> {
    let open = Open { path, begins: *bytes, crc: 0, size: 0, packed: 0 };
    // Sizes are written into it once they are known.
    put(file, &local_head(&open)?, bytes)?;
    Ok(open)
}

pub fn add(file: &mut File, open: &mut Open, text: &[u8], bytes: &mut u64) -> io::Result<()> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::new(4));
    encoder.write_all(text)?;
    encoder.flush()?;
    let packed = std::mem::take(encoder.get_mut());
    let mut crc = crc32fast::Hasher::new_with_initial(open.crc);
    crc.update(text);
    open.crc = crc.finalize();
    open.size += text.len() as u64;
    open.packed += packed.len() as u64;
    put(file, &packed, bytes)
}

pub fn close(file: &mut File, mut open: Open, bytes: &mut u64) -> io::Result<Entry> {
    open.packed += LAST_BLOCK.len() as u64;
    put(file, &LAST_BLOCK, bytes)?;
    file.seek(SeekFrom::Start(open.begins))?;
    file.write_all(&local_head(&open)?)?;
    file.seek(SeekFrom::Start(*bytes))?;
    let Open { path, begins, crc, size, packed } = open;
    Ok(Entry { path, begins, crc, size, packed })
}

/// The directory behind all entries.
pub fn end(file: &mut File, entries: &[Entry], bytes: &mut u64) -> io::Result<()> {
    let begins = *bytes;
    for entry in entries {
        let mut head = Vec::new();
        head.extend(0x0201_4b50_u32.to_le_bytes());
        head.extend(20_u16.to_le_bytes());
        head.extend(common(&entry.path, entry.crc, entry.packed, entry.size)?);
        // No comment, first disk, no attributes.
        head.extend([0; 10]);
        head.extend(small(entry.begins)?.to_le_bytes());
        head.extend(entry.path.as_bytes());
        put(file, &head, bytes)?;
    }
    let count = u16::try_from(entries.len()).map_err(|_| too_large())?;
    let mut tail = Vec::new();
    tail.extend(0x0605_4b50_u32.to_le_bytes());
    tail.extend([0; 4]);
    tail.extend(count.to_le_bytes());
    tail.extend(count.to_le_bytes());
    tail.extend(small(*bytes - begins)?.to_le_bytes());
    tail.extend(small(begins)?.to_le_bytes());
    tail.extend([0; 2]);
    put(file, &tail, bytes)
}

fn local_head(open: &Open) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    head.extend(0x0403_4b50_u32.to_le_bytes());
    head.extend(common(&open.path, open.crc, open.packed, open.size)?);
    head.extend(open.path.as_bytes());
    Ok(head)
}

/// What an entry's own head and the directory say alike, up to the length of the extra field.
fn common(path: &str, crc: u32, packed: u64, size: u64) -> io::Result<Vec<u8>> {
    let length = u16::try_from(path.len()).map_err(|_| too_large())?;
    let mut words = Vec::new();
    // Version 2.0, no flags, deflated, midnight.
    for word in [20, 0, 8, 0, DAY] {
        words.extend(u16::to_le_bytes(word));
    }
    for number in [crc, small(packed)?, small(size)?] {
        words.extend(number.to_le_bytes());
    }
    words.extend(length.to_le_bytes());
    words.extend([0; 2]);
    Ok(words)
}

fn put(file: &mut File, some: &[u8], bytes: &mut u64) -> io::Result<()> {
    file.write_all(some)?;
    *bytes += some.len() as u64;
    Ok(())
}

fn small(number: u64) -> io::Result<u32> {
    u32::try_from(number).map_err(|_| too_large())
}

fn too_large() -> io::Error {
    io::Error::new(
        io::ErrorKind::FileTooLarge,
        "more than four gigabytes do not fit into one spreadsheet file",
    )
}
