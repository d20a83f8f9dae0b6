//! The logs of the letters, held against the signatures.

use super::Findings;
use crate::signatures::store;
use broadside_db::{Connection, Db, Result};
use std::collections::{BTreeMap, HashMap};

/// So many signatures are held in memory at most; of more, the newest are looked at.
const LOOKED_AT: usize = 100_000;
/// So many rows are read at once.
const TOGETHER: i64 = 2_000;

/// Whether each log is whole and bears out its letter's count.
pub async fn counts(c: &mut Connection, findings: &mut Findings) -> Result<()> {
    let faults = store::log_faults(c).await?;
    for fault in &faults {
        if fault.has_gaps() {
            findings
                .wrong("doctor-log-gaps")
                .with("letter", &fault.letter)
                .with("size", &fault.size)
                .with("entries", &fault.entries)
                .with("places", &fault.places);
        }
        if fault.counts_otherwise() {
            findings
                .wrong("doctor-log-disagrees")
                .with("letter", &fault.letter)
                .with("logged", &fault.logged)
                .with("stored", &fault.stored);
        }
    }
    if faults.is_empty() {
        findings.well("doctor-log-whole");
    }
    Ok(())
}

/// Whether each signature is as its log has it. It reads every log, which takes a while.
pub async fn signatures(db: &Db, findings: &mut Findings) -> Result<()> {
    let mut c = db.read().await?;
    let (standing, forgotten) = store::count_standing(&mut c).await?;
    let mut letters = Vec::new();
    let mut wanted: HashMap<Vec<u8>, usize> = HashMap::new();
    let mut before = i64::MAX;
    while letters.len() < LOOKED_AT {
        let some = store::standing_before(&mut c, before, TOGETHER).await?;
        let Some(last) = some.last() else { break };
        before = last.id;
        for one in some {
            wanted.extend(one.commitments.into_iter().map(|commitment| (commitment, letters.len())));
            letters.push(one.letter);
        }
    }
    let mut found = vec![false; letters.len()];
    let mut place = (0, -1);
    loop {
        let some = store::logged_after(&mut c, place, TOGETHER).await?;
        let Some((letter, position, _)) = some.last() else { break };
        place = (*letter, *position);
        for (letter, _, commitment) in some {
            if let Some(one) = wanted.get(&commitment).filter(|one| letters[**one] == letter) {
                found[*one] = true;
            }
        }
    }
    let mut changed: BTreeMap<i64, i64> = BTreeMap::new();
    for (letter, _) in letters.iter().zip(&found).filter(|(_, found)| !**found) {
        *changed.entry(*letter).or_default() += 1;
    }
    for (letter, count) in &changed {
        findings.wrong("doctor-log-denies").with("letter", letter).count("count", *count);
    }
    let looked = if changed.is_empty() {
        findings.well("doctor-log-bears-out")
    } else {
        findings.note("doctor-log-looked-at")
    };
    looked.with("looked", &letters.len()).with("standing", &standing);
    if forgotten > 0 {
        findings.note("doctor-log-forgotten").count("count", forgotten);
    }
    Ok(())
}
