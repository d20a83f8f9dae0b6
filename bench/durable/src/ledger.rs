//! What the visitors of a game were thanked for, and when: each moment is a length of the recorder's log.
//!
//! Of each submission it is kept when something was asked, since from then on it may be stored, and when the
//! thanks came, since from then on it must be. Where nothing is recorded, every moment is 0.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What stands in the comment of a submission, and tells it from every other.
pub type Key = u64;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub thanked: Option<u64>,
    pub confirmed: Option<u64>,
    /// The button that takes it back was pressed.
    pub taking_back: Option<u64>,
    pub taken_back: Option<u64>,
}

/// What the database must say of one submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody was told anything that holds yet.
    Unknown,
    SignOn,
    Signature,
    /// A signature, confirmed or withdrawn.
    SignatureOrWithdrawn,
    Withdrawn,
    /// A sign-on that was deleted before anybody confirmed it.
    Deleted,
}

impl Entry {
    /// What must be so, whatever happens after the moment `at`.
    pub fn standing(&self, at: u64) -> Standing {
        let by = |moment: Option<u64>| moment.is_some_and(|moment| moment <= at);
        match (by(self.confirmed), by(self.taking_back), by(self.taken_back)) {
            (true, _, true) => Standing::Withdrawn,
            (true, true, false) => Standing::SignatureOrWithdrawn,
            (true, false, false) => Standing::Signature,
            (false, _, true) => Standing::Deleted,
            (false, false, false) if by(self.thanked) => Standing::SignOn,
            (false, _, false) => Standing::Unknown,
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// When the campaign was said to be there.
    pub imported: Option<u64>,
    pub entries: HashMap<Key, Entry>,
    /// Of which something was said since this was emptied last.
    pub fresh: Vec<Key>,
    /// Sign-ons of which it was said that they are not stored.
    pub refused: Vec<Key>,
    next: Key,
}

impl Ledger {
    /// Of an instance that is said to be there from the beginning.
    pub fn of_an_instance() -> Self {
        Self { imported: Some(0), ..Self::default() }
    }

    pub fn next_key(&mut self) -> Key {
        self.next += 1;
        self.next
    }

    pub fn entry(&mut self, key: Key) -> &mut Entry {
        self.fresh.push(key);
        self.entries.entry(key).or_default()
    }

    pub fn thanked(&self) -> usize {
        self.entries.values().filter(|entry| entry.thanked.is_some()).count()
    }

    pub fn confirmed(&self) -> usize {
        self.entries.values().filter(|entry| entry.confirmed.is_some()).count()
    }

    pub fn taken_back(&self) -> usize {
        self.entries.values().filter(|entry| entry.taken_back.is_some()).count()
    }

    /// Every moment at which somebody was thanked for something.
    pub fn moments(&self) -> Vec<u64> {
        let mut moments: Vec<u64> = self
            .entries
            .values()
            .flat_map(|entry| [entry.thanked, entry.confirmed, entry.taken_back])
            .flatten()
            .collect();
        moments.sort_unstable();
        moments
    }

    /// What holds for whoever goes on from a cut at this moment, as a ledger whose moments begin anew.
    pub fn as_of(&self, at: u64) -> Self {
        let kept = |moment: Option<u64>| moment.filter(|moment| *moment <= at).map(|_| 0);
        let entries = self.entries.iter().map(|(key, entry)| {
            let Entry { thanked, confirmed, taking_back, taken_back } = *entry;
            let (thanked, confirmed) = (kept(thanked), kept(confirmed));
            (*key, Entry { thanked, confirmed, taking_back: kept(taking_back), taken_back: kept(taken_back) })
        });
        Self { imported: kept(self.imported), entries: entries.collect(), next: self.next, ..Self::default() }
    }

    pub fn save(&self, path: &Path) -> io::Result<()> {
        let word = |moment: Option<u64>| moment.map_or("-".to_owned(), |moment| moment.to_string());
        let mut text = format!("imported {} next {}\n", word(self.imported), self.next);
        for (key, entry) in &self.entries {
            let Entry { thanked, confirmed, taking_back, taken_back } = *entry;
            let words = [thanked, confirmed, taking_back, taken_back].map(word).join(" ");
            let _ = writeln!(text, "{key} {words}");
        }
        std::fs::write(path, text)
    }

    pub fn load(path: &Path) -> io::Result<Self> {
        let text = std::fs::read_to_string(path)?;
        Self::parse(&text).ok_or_else(|| io::Error::other(format!("{} is no ledger", path.display())))
    }

    fn parse(text: &str) -> Option<Self> {
        let moment = |word: &str| if word == "-" { Some(None) } else { word.parse().ok().map(Some) };
        let mut lines = text.lines();
        let ["imported", imported, "next", next] = lines.next()?.split(' ').collect::<Vec<_>>()[..] else {
            return None;
        };
        let mut ledger = Self { imported: moment(imported)?, next: next.parse().ok()?, ..Self::default() };
        for line in lines {
            let [key, thanked, confirmed, taking, taken] = line.split(' ').collect::<Vec<_>>()[..] else {
                return None;
            };
            let entry = Entry {
                thanked: moment(thanked)?,
                confirmed: moment(confirmed)?,
                taking_back: moment(taking)?,
                taken_back: moment(taken)?,
            };
            ledger.entries.insert(key.parse().ok()?, entry);
        }
        Some(ledger)
    }
}

/// A ledger that many visitors write into.
#[derive(Clone, Default)]
pub struct Shared(Arc<Mutex<Ledger>>);

impl Shared {
    pub fn of(ledger: Ledger) -> Self {
        Self(Arc::new(Mutex::new(ledger)))
    }

    pub fn lock(&self) -> MutexGuard<'_, Ledger> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_hold_depends_on_the_moment() {
        let entry =
            Entry { thanked: Some(10), confirmed: Some(20), taking_back: Some(30), taken_back: Some(40) };
        let standings: Vec<_> = [9, 10, 20, 30, 40].map(|at| entry.standing(at)).into();
        let wanted = [
            Standing::Unknown,
            Standing::SignOn,
            Standing::Signature,
            Standing::SignatureOrWithdrawn,
            Standing::Withdrawn,
        ];
        assert_eq!(standings, wanted);
        let deleted = Entry { confirmed: None, ..entry };
        assert_eq!(deleted.standing(35), Standing::Unknown, "it may be gone, and it may not");
        assert_eq!(deleted.standing(40), Standing::Deleted);
    }

    #[test]
    fn a_ledger_comes_back_from_its_file_as_it_was() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut ledger = Ledger { imported: Some(3), ..Ledger::default() };
        for _ in 0..3 {
            let key = ledger.next_key();
            *ledger.entry(key) = Entry { thanked: Some(key * 5), ..Entry::default() };
        }
        ledger.save(&folder.path().join("ledger")).expect("saved");
        let again = Ledger::load(&folder.path().join("ledger")).expect("loaded");
        assert_eq!((again.imported, again.next), (Some(3), 3));
        assert_eq!(again.entries, ledger.entries);
        let cut = again.as_of(12);
        assert_eq!(cut.moments(), [0, 0], "the third was thanked later");
    }
}
