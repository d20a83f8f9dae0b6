//! A piece of a change: some rows of one list, changed and noted in the transaction that is at hand.

use super::of_signatures;
use super::store::{self, ChangedRow};
use crate::instance::AddressKey;
use crate::lists::Deed;
use crate::mail::store::outbox::{self, Dropped};
use crate::signatures::moderation::{self, Facts};
use crate::signatures::reminding::{self, Unreminded};
use crate::signatures::store::{self as signatures, Moderated};
use crate::signatures::{RemovedAs, Signature, State};
use broadside_db::{Connection, Result};
use std::collections::{BTreeSet, HashSet};

/// Whose change it is.
#[derive(Clone, Copy, Debug)]
pub struct Of {
    pub id: i64,
    pub group: i64,
    pub campaign: i64,
    pub deed: Deed,
    /// As what signatures are removed.
    pub removes_as: Option<RemovedAs>,
}

/// What came of a piece.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    pub changed: i64,
    pub left_alone: i64,
    /// Letters whose pages must forget.
    pub letters: BTreeSet<i64>,
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Changes these rows, as far as the deed can, and notes what they were.
pub async fn change(
    c: &mut Connection,
    of: Of,
    ids: &[i64],
    addresses: &AddressKey,
    now: i64,
) -> Result<Outcome> {
    match (of.deed, of_signatures(of.deed)) {
        (_, Some(deed)) => moderate(c, of, deed, ids, now).await,
        (Deed::Remind, _) => remind(c, of, ids, addresses, now).await,
        (deed, None) => handle_mails(c, of, deed == Deed::TryAgain, ids, now).await,
    }
}

async fn moderate(
    c: &mut Connection,
    of: Of,
    deed: moderation::Deed,
    ids: &[i64],
    now: i64,
) -> Result<Outcome> {
    let (mut rows, mut moderated) = (Vec::new(), Vec::new());
    let held = signatures::held_signatures(c, of.campaign, ids).await?;
    let all = held.len();
    for signature in held {
        let Ok(after) = moderation::judge(deed, Facts::of(&signature)) else { continue };
        let hidden_at = match deed {
            moderation::Deed::Hide => Some(now),
            moderation::Deed::Show => None,
            moderation::Deed::Approve
            | moderation::Deed::Hold
            | moderation::Deed::Remove
            | moderation::Deed::PutBack => signature.hidden_at,
        };
        let class = of.removes_as.unwrap_or(RemovedAs::Other);
        let removed_as = match deed {
            moderation::Deed::Remove => Some(class),
            _ => signature.removed_as.filter(|_| after.state == State::Invalidated),
        };
        let (id, change_id) = (signature.id, Some(of.id));
        let after = Moderated { id, state: after.state, removed_as, hidden_at, change_id };
        rows.push(ChangedRow {
            row: signature.id,
            address_key: signature.address_key.clone(),
            before: said(signature.state, signature.removed_as, signature.hidden_at),
            after: said(after.state, after.removed_as, after.hidden_at),
            earlier_change: signature.change_id,
        });
        moderated.push((signature, after));
    }
    store::add_rows(c, (of.id, of.group), &rows, now).await?;
    moderation::write(c, &moderated, now).await?;
    Ok(outcome(&moderated, all))
}

fn outcome(moderated: &[(Signature, Moderated)], all: usize) -> Outcome {
    Outcome {
        changed: number(moderated.len()),
        left_alone: number(all - moderated.len()),
        letters: moderated.iter().map(|(signature, _)| signature.letter_id).collect(),
    }
}

async fn remind(
    c: &mut Connection,
    of: Of,
    ids: &[i64],
    addresses: &AddressKey,
    now: i64,
) -> Result<Outcome> {
    reminding::alone(c).await?;
    let keys = reminding::address_keys(c, addresses, ids).await?;
    let before = store::addresses_among(c, of.id, &keys).await?;
    let judged = reminding::judge_each(c, addresses, of.campaign, ids, before, now).await?;
    reminding::remind(c, &judged, now).await?;
    let row = |one: &reminding::Judged| ChangedRow {
        row: one.stored.id,
        address_key: one.address_key.clone(),
        before: "waiting".to_owned(),
        after: "reminded".to_owned(),
        earlier_change: None,
    };
    let rows: Vec<_> = judged.iter().filter(|one| one.verdict.is_ok()).map(row).collect();
    store::add_rows(c, (of.id, of.group), &rows, now).await?;
    let left_alone = number(judged.len() - rows.len());
    Ok(Outcome { changed: number(rows.len()), left_alone, letters: BTreeSet::new() })
}

/// Who of these would be reminded, and why others would not.
pub async fn would_be_reminded(
    c: &mut Connection,
    campaign: i64,
    ids: &[i64],
    addresses: &AddressKey,
    now: i64,
) -> Result<Vec<(i64, std::result::Result<(), Unreminded>)>> {
    let judged = reminding::judge_each(c, addresses, campaign, ids, HashSet::new(), now).await?;
    Ok(judged.into_iter().map(|one| (one.stored.id, one.verdict)).collect())
}

async fn handle_mails(c: &mut Connection, of: Of, again: bool, ids: &[i64], now: i64) -> Result<Outcome> {
    let (mut rows, mut left_alone) = (Vec::new(), 0);
    for id in ids {
        let Some(noted) = outbox::noted(c, of.campaign, *id).await? else { continue };
        let before = if again {
            outbox::try_again(c, of.campaign, *id, now).await?
        } else {
            outbox::drop(c, of.campaign, *id, now).await?
        };
        let Some(before) = before else {
            left_alone += 1;
            continue;
        };
        rows.push(ChangedRow {
            row: *id,
            address_key: noted.address_key,
            before: noted.finished_at.map_or_else(|| before.clone(), |at| format!("{before} {at}")),
            after: format!("{} {}", if again { "waiting" } else { "dropped" }, noted.fence + 1),
            earlier_change: None,
        });
    }
    store::add_rows(c, (of.id, of.group), &rows, now).await?;
    Ok(Outcome { changed: number(rows.len()), left_alone, letters: BTreeSet::new() })
}

/// Gives rows of a change back what they were, as far as they are as it left them; answers which.
pub async fn take_back(
    c: &mut Connection,
    of: Of,
    rows: &[ChangedRow],
    now: i64,
) -> Result<(Vec<i64>, Outcome)> {
    if of_signatures(of.deed).is_none() {
        return take_drops_back(c, of, rows, now).await;
    }
    let ids: Vec<i64> = rows.iter().map(|row| row.row).collect();
    let mut moderated = Vec::new();
    for signature in signatures::held_signatures(c, of.campaign, &ids).await? {
        let row = rows.iter().find(|row| row.row == signature.id);
        let (Some(row), true) = (row, signature.change_id == Some(of.id)) else { continue };
        let Some((state, removed_as, hidden_at)) = heard(&row.before) else { continue };
        // The log can say nothing new of who was forgotten meanwhile.
        if state != signature.state && Facts::of(&signature).is_forgotten {
            continue;
        }
        let (id, change_id) = (signature.id, row.earlier_change);
        let after = Moderated { id, state, removed_as, hidden_at, change_id };
        moderated.push((signature, after));
    }
    moderation::write(c, &moderated, now).await?;
    let ids = moderated.iter().map(|(signature, _)| signature.id).collect();
    Ok((ids, outcome(&moderated, rows.len())))
}

async fn take_drops_back(
    c: &mut Connection,
    of: Of,
    rows: &[ChangedRow],
    now: i64,
) -> Result<(Vec<i64>, Outcome)> {
    let mut taken = Vec::new();
    for row in rows {
        let Some(fence) = row.after.strip_prefix("dropped ").and_then(|fence| fence.parse().ok()) else {
            continue;
        };
        let (state, finished_at) = match row.before.split_once(' ') {
            Some((state, at)) => (state, at.parse().ok()),
            None => (row.before.as_str(), None),
        };
        let dropped = Dropped { id: row.row, fence, state, finished_at };
        if outbox::take_drop_back(c, of.campaign, dropped, now).await? {
            taken.push(row.row);
        }
    }
    let (changed, left_alone) = (number(taken.len()), number(rows.len() - taken.len()));
    Ok((taken, Outcome { changed, left_alone, letters: BTreeSet::new() }))
}

/// What is noted of a signature: its state, as what it is removed, and since when its name is kept off.
fn said(state: State, removed_as: Option<RemovedAs>, hidden_at: Option<i64>) -> String {
    let class = removed_as.map(|class| format!("/{}", class.word())).unwrap_or_default();
    let hidden = hidden_at.map(|at| format!(" {at}")).unwrap_or_default();
    format!("{}{class}{hidden}", state.word())
}

fn heard(said: &str) -> Option<(State, Option<RemovedAs>, Option<i64>)> {
    let (state, hidden_at) = match said.split_once(' ') {
        Some((state, at)) => (state, Some(at.parse().ok()?)),
        None => (said, None),
    };
    let (state, class) = match state.split_once('/') {
        Some((state, class)) => (State::parse(state)?, Some(RemovedAs::parse(class)?)),
        None => (State::parse(state)?, None),
    };
    // What was noted before removals had classes.
    let class = class.or((state == State::Invalidated).then_some(RemovedAs::Other));
    Some((state, class, hidden_at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_of_a_signature_is_read_again() {
        let removed = (State::Invalidated, Some(RemovedAs::False), Some(15));
        for (state, class, hidden_at) in
            [(State::Confirmed, None, None), (State::Held, None, Some(3)), removed]
        {
            assert_eq!(heard(&said(state, class, hidden_at)), Some((state, class, hidden_at)));
        }
        assert_eq!(heard("invalidated"), Some((State::Invalidated, Some(RemovedAs::Other), None)));
        assert_eq!(heard("shown 12 13"), None);
    }
}
