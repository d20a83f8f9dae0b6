//! Reads what `recorder.c` wrote.

use std::io;
use std::ops::Range;
use std::path::Path;

/// One thing that a program did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Another process begins.
    Start,
    Opened {
        inode: u64,
        path: String,
        created: bool,
        is_folder: bool,
    },
    /// The data stands in the log at this place.
    Written {
        inode: u64,
        at: u64,
        data: Range<usize>,
    },
    Sized {
        inode: u64,
        size: u64,
    },
    SyncBegins,
    /// Whatever was done to it before the event with this index is on disk.
    SyncEnds {
        inode: u64,
        begun: usize,
    },
    Renamed {
        from: String,
        to: String,
    },
    Removed {
        path: String,
    },
    FolderMade {
        path: String,
    },
}

pub struct Recording {
    pub log: Vec<u8>,
    pub events: Vec<Event>,
    /// Where each event ends in the log.
    pub ends: Vec<u64>,
}

const HEAD: usize = 40;

impl Recording {
    pub fn read(path: &Path) -> io::Result<Self> {
        let log = std::fs::read(path)?;
        Self::parse(log).map_err(|why| io::Error::other(format!("{}: {why}", path.display())))
    }

    fn parse(log: Vec<u8>) -> Result<Self, String> {
        let (mut events, mut ends): (Vec<Event>, Vec<u64>) = (Vec::new(), Vec::new());
        let (mut at, mut started) = (0, 0);
        while at < log.len() {
            // A program that was killed in the middle of a record did what it tells of; nobody was told of it.
            let Some(head) = log.get(at..at + HEAD) else { break };
            let (kind, flags) = (head[0], head[1]);
            let first = usize::from(u16::from_ne_bytes([head[2], head[3]]));
            let second = usize::from(u16::from_ne_bytes([head[4], head[5]]));
            let length = u32::from_ne_bytes([head[8], head[9], head[10], head[11]]) as usize;
            let (number, inode, value) = (long(head, 16), long(head, 24), long(head, 32));
            let paths = at + HEAD;
            let data = paths + first + second..paths + first + second + length;
            if data.end > log.len() {
                break;
            }
            let text = |range: Range<usize>| String::from_utf8_lossy(&log[range]).into_owned();
            let path = text(paths..paths + first);
            if kind == 1 {
                started = events.len();
            }
            if number != (events.len() - started) as u64 {
                return Err(format!("record {} has the number {number}", events.len()));
            }
            events.push(match kind {
                1 => Event::Start,
                2 => Event::Opened { inode, path, created: flags & 1 != 0, is_folder: flags & 2 != 0 },
                3 => Event::Written { inode, at: value, data: data.clone() },
                4 => Event::Sized { inode, size: value },
                5 => Event::SyncBegins,
                6 => Event::SyncEnds {
                    inode,
                    begun: started + usize::try_from(value).map_err(|error| error.to_string())?,
                },
                7 => Event::Renamed { from: path, to: text(paths + first..paths + first + second) },
                8 => Event::Removed { path },
                9 => Event::FolderMade { path },
                other => return Err(format!("something was done that is not understood ({other}): {path}")),
            });
            at = data.end;
            ends.push(at as u64);
        }
        Ok(Self { log, events, ends })
    }

    /// How many events had ended when the log was so long.
    pub fn events_at(&self, length: u64) -> usize {
        self.ends.partition_point(|end| *end <= length)
    }

    /// How long the log was after so many events.
    pub fn length_after(&self, events: usize) -> u64 {
        events.checked_sub(1).map_or(0, |last| self.ends[last])
    }
}

fn long(head: &[u8], at: usize) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&head[at..at + 8]);
    u64::from_ne_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u8, number: u64, value: u64, path: &str, data: &[u8]) -> Vec<u8> {
        let mut record = vec![kind, 0];
        record.extend(u16::try_from(path.len()).expect("a short path").to_ne_bytes());
        record.extend([0; 4]);
        record.extend(u32::try_from(data.len()).expect("little data").to_ne_bytes());
        record.extend([0; 4]);
        for long in [number, 7, value] {
            record.extend(long.to_ne_bytes());
        }
        record.extend(path.as_bytes());
        record.extend(data);
        record
    }

    #[test]
    fn a_record_that_was_cut_off_is_the_end_and_a_gap_is_a_fault() {
        let mut log = record(1, 0, 0, "", b"");
        log.extend(record(3, 1, 512, "", b"data"));
        log.extend(record(6, 2, 1, "", b""));
        log.extend(record(1, 0, 0, "", b""));
        log.extend(record(8, 1, 0, "gone", b""));
        let whole = Recording::parse(log.clone()).expect("a recording");
        assert_eq!(whole.events[1], Event::Written { inode: 7, at: 512, data: 80..84 });
        assert_eq!(whole.events[2], Event::SyncEnds { inode: 7, begun: 1 });
        assert_eq!(whole.events[4], Event::Removed { path: "gone".to_owned() });
        assert_eq!(whole.events_at(whole.length_after(3)), 3);
        let cut = Recording::parse(log[..log.len() - 1].to_vec()).expect("a recording");
        assert_eq!(cut.events.len(), 4);
        log.extend(record(8, 3, 0, "gone", b""));
        assert!(Recording::parse(log).is_err());
    }
}
