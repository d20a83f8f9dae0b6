//! Erasing somebody: everywhere the map declares, in steps that let sign-ons pass, and for good.
//!
//! The entry of the register is committed first. From then on the erasure is carried to its end, by
//! whoever entered it or by the job that finds it unfinished. Every step may be repeated. The letters'
//! logs keep their entries and get that of a withdrawal; what those commit to is salted, and the salt
//! goes with everything else.

use super::store::{self, Asked, Known};
use super::traces::{names, traces};
use super::{Place, Whom, accounts, register};
use crate::instance::canonical;
use crate::jobs;
use crate::people::declaration::FoundBy;
use crate::signatures::deciding::DECIDE_MAILS;
use crate::signatures::{changes, store as signatures};
use crate::tasks::{files, sweeping};
use broadside_db::{Connection, Lane, Traces};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Debug, thiserror::Error)]
pub enum Failed {
    #[error(transparent)]
    Database(#[from] broadside_db::Error),
    #[error(transparent)]
    Register(#[from] register::Unreadable),
    #[error("an export in {0} cannot be deleted: {1}")]
    Export(String, std::io::Error),
}

/// What an erasure did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Rows deleted or blanked, by table.
    pub rows: BTreeMap<&'static str, u64>,
    /// Letters whose public pages must forget.
    pub letters: BTreeSet<i64>,
}

/// Whose mailbox an address is, by everything that can be asked with the address at hand.
pub async fn whom(
    c: &mut Connection,
    place: &Place,
    email: &str,
    group: Option<i64>,
) -> broadside_db::Result<Whom> {
    let canonical = canonical(email);
    let persons = store::persons(c, &canonical, group).await?;
    Ok(Whom { address_key: place.addresses.of(&canonical), persons, group })
}

/// Everything kept of a mailbox, as it stands now.
pub async fn known(place: &Place, whom: &Whom) -> broadside_db::Result<Vec<Known>> {
    let mut c = place.db.read().await?;
    let decided = jobs::position(&mut c, DECIDE_MAILS).await?;
    let typed = store::typed(&mut c, &place.addresses, whom, decided).await?;
    store::known(&mut c, whom, &typed).await
}

/// Enters an erasure and carries it out.
pub async fn erase(place: &Place, whom: Whom, now: i64) -> Result<Erased, Failed> {
    let (key, group) = (whom.address_key.clone(), whom.group);
    let asked = place
        .db
        .write(Lane::Ordinary, move |c| {
            let key = key.clone();
            Box::pin(async move {
                let mut at = now;
                // No two entries of an address bear the same time.
                loop {
                    if let Some(asked) = store::enter(c, &key, group, at).await? {
                        return Ok(asked);
                    }
                    at += 1;
                }
            })
        })
        .await?;
    let (erased, traces) = erase_rows(place, &asked, whom.persons, now).await?;
    forget_exports(place, asked.group, now).await?;
    register::write_copy(place).await?;
    if place.db.leave_no_trace(traces).await? == Traces::Gone {
        finish(place, vec![asked.id], now).await?;
    }
    Ok(erased)
}

pub(super) async fn finish(place: &Place, ids: Vec<i64>, now: i64) -> broadside_db::Result<()> {
    let ids = Arc::new(ids);
    place
        .db
        .write(Lane::Ordinary, move |c| {
            let ids = ids.clone();
            Box::pin(async move {
                for id in ids.iter() {
                    store::finish(c, *id, now).await?;
                }
                Ok(())
            })
        })
        .await
}

/// Erases the rows that an entry is about, and answers the spellings of the address that stood in them.
async fn erase_rows(
    place: &Place,
    asked: &Asked,
    persons: Vec<i64>,
    now: i64,
) -> Result<(Erased, Vec<Vec<u8>>), Failed> {
    let whom = Whom { address_key: asked.address_key.clone(), persons, group: asked.group };
    let mut c = place.db.read().await?;
    let decided = jobs::position(&mut c, DECIDE_MAILS).await?;
    let typed = store::typed(&mut c, &place.addresses, &whom, decided).await?;
    let known = store::known(&mut c, &whom, &typed).await?;
    drop(c);
    let (traces, said) = (traces(&known), Arc::new(names(&known)));
    let group = whom.group;
    let untitled = place
        .db
        .write(Lane::Ordinary, move |c| {
            let said = said.clone();
            Box::pin(async move { store::untitle_filters(c, group, &said).await })
        })
        .await?;
    let (of_persons, rest): (Vec<_>, Vec<_>) = store::pieces(&whom, &typed, asked.erased_at)
        .into_iter()
        .partition(|piece| matches!(piece.by, FoundBy::Person(_)));
    let mut erased = erase_persons(place, whom, of_persons, asked.erased_at, now).await?;
    erased.rows.insert("saved_filter", untitled);
    for piece in rest {
        let table = piece.table;
        let piece = Arc::new(piece);
        let rows = place
            .db
            .write(Lane::Ordinary, move |c| {
                let piece = piece.clone();
                Box::pin(async move {
                    // Whoever is deciding about a row that goes here would write it into the index again.
                    jobs::void_step(c, DECIDE_MAILS).await?;
                    piece.run(c).await
                })
            })
            .await?;
        *erased.rows.entry(table).or_default() += rows;
    }
    erased.rows.retain(|_, rows| *rows > 0);
    Ok((erased, traces))
}

/// Persons, signatures and consents: one transaction, since they point at each other.
async fn erase_persons(
    place: &Place,
    whom: Whom,
    pieces: Vec<store::Piece>,
    made_until: i64,
    now: i64,
) -> broadside_db::Result<Erased> {
    let work = Arc::new((whom, pieces));
    place
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (whom, pieces) = &*work;
                let mut erased = Erased::default();
                for person in &whom.persons {
                    store::hold_person(c, *person).await?;
                    for signature in signatures::standing_of(c, *person, made_until).await? {
                        changes::take_off(c, &signature, now).await?;
                        erased.letters.insert(signature.letter_id);
                    }
                }
                for piece in pieces {
                    *erased.rows.entry(piece.table).or_default() += piece.run(c).await?;
                }
                Ok(erased)
            })
        })
        .await
}

/// Every file that may hold somebody of a group, or of any group; each can be made anew.
async fn forget_exports(place: &Place, group: Option<i64>, now: i64) -> Result<(), Failed> {
    sweeping::forget(&place.db, &place.data, group, now).await?.map_err(exports_cannot_go(place))
}

pub(super) fn exports_cannot_go(place: &Place) -> impl FnOnce(std::io::Error) -> Failed {
    let folder = files::folder(&place.data).display().to_string();
    move |error| Failed::Export(folder, error)
}

/// Whether anything entered before a time is unfinished.
pub async fn any_left(c: &mut Connection, entered_before: i64) -> broadside_db::Result<bool> {
    Ok(!store::unfinished(c, entered_before, 1).await?.is_empty())
}

/// Carries on what was entered before a time and not finished: the program was stopped, or a restored
/// backup was held against a register. What stood in the rows is not known by then, so SQLite's file is
/// written anew. Answers what was done for each.
pub async fn carry_on(place: &Place, entered_before: i64, now: i64) -> Result<Vec<Erased>, Failed> {
    const TOGETHER: i64 = 1_000;
    let waiting = store::unfinished(&mut place.db.read().await?, entered_before, TOGETHER).await?;
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let mut persons = persons_of_all(place, &waiting).await?;
    let ids = waiting.iter().map(|asked| asked.id).collect();
    let mut all = Vec::new();
    for asked in waiting {
        if asked.of_account {
            accounts::erase_again(place, &asked, now).await?;
            all.push(Erased::default());
            continue;
        }
        let own = persons.remove(&asked.id).unwrap_or_default();
        all.push(erase_rows(place, &asked, own, now).await?.0);
    }
    forget_exports(place, None, now).await?;
    register::write_copy(place).await?;
    if place.db.rebuild().await? == Traces::Gone {
        finish(place, ids, now).await?;
    }
    Ok(all)
}

/// The persons whom entries are about. Only hashes are known, so every person is looked at, once.
async fn persons_of_all(place: &Place, waiting: &[Asked]) -> broadside_db::Result<BTreeMap<i64, Vec<i64>>> {
    let mut by_key: BTreeMap<&[u8], Vec<&Asked>> = BTreeMap::new();
    for asked in waiting.iter().filter(|asked| !asked.of_account) {
        by_key.entry(&asked.address_key).or_default().push(asked);
    }
    let mut c = place.db.read().await?;
    let mut persons: BTreeMap<i64, Vec<i64>> = BTreeMap::new();
    let mut last = 0;
    loop {
        let some = store::persons_after(&mut c, last).await?;
        let Some((newest, ..)) = some.last() else { return Ok(persons) };
        last = *newest;
        for (id, group, email) in &some {
            let key = place.addresses.of(email);
            for asked in by_key.get(key.as_slice()).into_iter().flatten() {
                if asked.group.is_none_or(|only| only == *group) {
                    persons.entry(asked.id).or_default().push(*id);
                }
            }
        }
    }
}

/// Enters what a register says and this instance does not know, and carries it out. Groups that the
/// instance does not have hold nobody's data.
pub async fn replay(place: &Place, entries: Vec<register::Entry>, now: i64) -> Result<Vec<Erased>, Failed> {
    for entry in entries {
        place
            .db
            .write(Lane::Ordinary, move |c| {
                let entry = entry.clone();
                Box::pin(async move {
                    if entry.group.as_deref() == Some(register::OF_ACCOUNT) {
                        store::enter_account(c, &entry.address_key, entry.erased_at).await?;
                        return Ok(());
                    }
                    let group = match &entry.group {
                        None => None,
                        Some(slug) => match store::group_of(c, slug).await? {
                            None => return Ok(()),
                            group => group,
                        },
                    };
                    store::enter(c, &entry.address_key, group, entry.erased_at).await?;
                    Ok(())
                })
            })
            .await?;
    }
    let mut all = Vec::new();
    loop {
        let some = carry_on(place, i64::MAX, now).await?;
        if some.is_empty() {
            return Ok(all);
        }
        all.extend(some);
    }
}
