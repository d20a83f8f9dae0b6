//! The model held against what it says of itself.

use super::*;
use crate::image;

/// A recording of these events; data stands in its log from 0 on.
fn recording(log: &[u8], events: Vec<Event>) -> Recording {
    let ends = (1..=events.len() as u64).collect();
    Recording { log: log.to_vec(), events, ends }
}

fn opened(inode: u64, path: &str, created: bool, is_folder: bool) -> Event {
    Event::Opened { inode, path: path.to_owned(), created, is_folder }
}

/// Everything that a thousand cuts at the end leave of one file; nothing where it is missing.
fn left(recording: &Recording, base: &Image, path: &str, ignored: Ignored) -> Vec<Option<Vec<u8>>> {
    let mut disk = Disk::new(recording, base, ignored);
    disk.play_to(recording.events.len());
    let cuts = (0..1_000).map(|number| disk.cut(&mut Dice::of(1, number)).get(path).cloned().flatten());
    let mut left: Vec<_> = cuts.collect();
    left.sort();
    left.dedup();
    left
}

fn a_file(content: &[u8]) -> Image {
    Image::from([("f".to_owned(), Some(content.to_vec()))])
}

#[test]
fn what_was_synced_stays_and_what_was_written_while_it_synced_may_not() {
    let written = |at| Event::Written { inode: 1, at, data: 0..1 };
    let events = vec![
        Event::Start,
        opened(1, "f", false, false),
        written(0),
        Event::SyncBegins,
        written(1),
        Event::SyncEnds { inode: 1, begun: 3 },
    ];
    let recording = recording(b"x", events);
    let all = left(&recording, &a_file(b"--"), "f", Ignored::None);
    assert_eq!(all, [Some(b"x-".to_vec()), Some(b"xx".to_vec())]);
    let all = left(&recording, &a_file(b"--"), "f", Ignored::All);
    assert!(all.contains(&Some(b"--".to_vec())), "as if no sync did anything");
    assert_eq!(left(&recording, &a_file(b"--"), "f", Ignored::Logs).len(), 2, "it is no log");
}

#[test]
fn a_write_is_torn_between_sectors_and_never_within_one() {
    let events =
        vec![Event::Start, opened(1, "f", false, false), Event::Written { inode: 1, at: 256, data: 0..1024 }];
    let recording = recording(&[b'x'; 1024], events);
    let all = left(&recording, &a_file(&[b'-'; 1536]), "f", Ignored::None);
    let pieces = [256..512, 512..1024, 1024..1280];
    assert!(all.len() == 8, "each of its three pieces is there or not: {}", all.len());
    for content in all.iter().flatten() {
        for piece in pieces.clone() {
            assert!(content[piece.clone()].iter().all(|byte| *byte == content[piece.start]));
        }
        assert!(content[..256].iter().chain(&content[1280..]).all(|byte| *byte == b'-'));
    }
}

#[test]
fn a_file_whose_folder_was_not_synced_may_be_missing() {
    let mut events = vec![
        Event::Start,
        opened(1, "d/f", true, false),
        Event::Written { inode: 1, at: 0, data: 0..1 },
        Event::SyncBegins,
        Event::SyncEnds { inode: 1, begun: 3 },
    ];
    let base = Image::from([("d".to_owned(), None)]);
    let there = Some(b"x".to_vec());
    let all = left(&recording(b"x", events.clone()), &base, "d/f", Ignored::None);
    assert_eq!(all, [None, there.clone()]);
    events.extend([opened(2, "d", false, true), Event::SyncBegins, Event::SyncEnds { inode: 2, begun: 6 }]);
    assert_eq!(left(&recording(b"x", events), &base, "d/f", Ignored::None), [there]);
}

#[test]
fn a_new_name_is_there_with_all_or_with_the_old_one() {
    let events = vec![
        Event::Start,
        opened(1, "new", true, false),
        Event::Written { inode: 1, at: 0, data: 0..1 },
        Event::SyncBegins,
        Event::SyncEnds { inode: 1, begun: 3 },
        Event::Renamed { from: "new".to_owned(), to: "f".to_owned() },
    ];
    let all = left(&recording(b"x", events), &a_file(b"-"), "f", Ignored::None);
    assert_eq!(all, [Some(b"-".to_vec()), Some(b"x".to_vec())]);
}

#[test]
fn played_to_its_end_it_is_what_the_program_saw() {
    let events = vec![
        Event::Start,
        Event::FolderMade { path: "d".to_owned() },
        opened(1, "d/a", true, false),
        Event::Written { inode: 1, at: 2, data: 0..2 },
        Event::Sized { inode: 1, size: 3 },
        Event::Removed { path: "f".to_owned() },
    ];
    let recording = recording(b"xy", events);
    let mut disk = Disk::new(&recording, &a_file(b"-"), Ignored::None);
    disk.play_to(recording.events.len());
    let whole = Image::from([("d".to_owned(), None), ("d/a".to_owned(), Some(b"\0\0x".to_vec()))]);
    assert_eq!(disk.whole(), whole);
    let folder = tempfile::tempdir().expect("a folder");
    image::write_image(folder.path(), &whole).expect("written");
    assert_eq!(image::read_image(folder.path()).expect("read"), whole);
}
