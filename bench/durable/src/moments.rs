//! When the power is cut: anywhere, just after somebody was thanked, and around what happens seldom.

use crate::ledger::Ledger;
use crate::recording::{Event, Recording};
use broadside_durable::dice::Dice;
use std::collections::HashSet;

/// So many cuts, each with its number and how many events had happened by then, in the order of the events.
pub fn chosen(recording: &Recording, ledger: &Ledger, cuts: u64, seed: u64) -> Vec<(u64, usize)> {
    let thanks: Vec<usize> = ledger.moments().iter().map(|moment| recording.events_at(*moment)).collect();
    let seldom = seldom(recording);
    let all = recording.events.len();
    let near = |places: &[usize], before: u64, dice: &mut Dice| {
        let place = places.get(dice.place(places.len())).copied().unwrap_or(all);
        let offset = dice.place(usize::try_from(before).unwrap_or(0) * 2 + 1);
        (place + offset).saturating_sub(usize::try_from(before).unwrap_or(0)).min(all)
    };
    let mut chosen: Vec<(u64, usize)> = (0..cuts)
        .map(|number| {
            let mut dice = Dice::of(seed.rotate_left(32), number);
            let events = match dice.below(10) {
                0..4 => dice.place(all + 1),
                4..7 => near(&thanks, 0, &mut dice),
                7 => near(&thanks, 3, &mut dice),
                _ => near(&seldom, 4, &mut dice),
            };
            (number, events)
        })
        .collect();
    chosen.sort_by_key(|(_, events)| *events);
    chosen
}

/// Names that change, sizes, and everything that is done to other files than SQLite's log: checkpoints among it.
fn seldom(recording: &Recording) -> Vec<usize> {
    let mut logs = HashSet::new();
    let mut places = Vec::new();
    for (place, event) in recording.events.iter().enumerate() {
        let is_seldom = match event {
            Event::Opened { inode, path, created, .. } => {
                if path.ends_with("-wal") {
                    logs.insert(*inode);
                } else {
                    logs.remove(inode);
                }
                *created
            }
            Event::Written { inode, .. } | Event::SyncEnds { inode, .. } => !logs.contains(inode),
            Event::Sized { .. }
            | Event::Renamed { .. }
            | Event::Removed { .. }
            | Event::FolderMade { .. } => true,
            Event::Start | Event::SyncBegins => false,
        };
        if is_seldom {
            places.push(place);
        }
    }
    places
}
