//! What belongs to an address: its signatures that stand, and its sign-ons that still wait for their
//! button. It is gathered when a mail is decided on, and anew when that mail is written.

use super::{Place, Signature, Standing, StoredSignOn, TIME_TO_CONFIRM, name_key, place_for, store};
use crate::instance::Compared;
use crate::letters::{self, Terms};
use broadside_db::{Connection, Result};
use std::collections::HashMap;

/// Of many sign-ons that wait, so many of the newest and so many of the oldest are listed: whoever
/// submits a stranger's address again and again, before or after, never hides what its owner sent.
const EACH_WAY: usize = 4;
/// So many rows each way are looked at.
const LOOKED_AT: i64 = 100;
const MOST_SIGNATURES: i64 = 50;

/// An address's own, in one group or in all of them.
#[derive(Debug, Default)]
pub struct Belongings {
    /// Each with the address that its signer confirmed with, the first to sign first.
    pub standing: Vec<(Signature, String)>,
    /// The newest first.
    pub waiting: Vec<StoredSignOn>,
    /// Whether more wait than are listed.
    pub more: bool,
}

impl Belongings {
    /// What an address has with one letter, or with any where none is named.
    pub async fn of(
        c: &mut Connection,
        address: &Compared,
        letter: Option<i64>,
        group: Option<i64>,
        now: i64,
    ) -> Result<Self> {
        let letter = letter.unwrap_or(0);
        let is_asked = |own: i64| group.is_none_or(|group| group == own);
        let mut standing = store::signatures_of(c, &address.canonical, letter, MOST_SIGNATURES).await?;
        standing.retain(|(signature, _)| is_asked(signature.group_id));
        let unconfirmed =
            store::unconfirmed_of(c, &address.key, letter, now - TIME_TO_CONFIRM, LOOKED_AT).await?;
        let mut terms: HashMap<i64, Option<Terms>> = HashMap::new();
        let mut waiting = Vec::new();
        for stored in unconfirmed {
            let letter = stored.sign_on.letter_id;
            if !is_asked(stored.sign_on.group_id) {
                continue;
            }
            let of_letter = match terms.get(&letter) {
                Some(known) => known.clone(),
                None => letters::store::terms(c, letter).await?,
            };
            terms.insert(letter, of_letter.clone());
            if of_letter.is_some_and(|terms| can_be_confirmed(&stored, &standing, &terms)) {
                waiting.push(stored);
            }
        }
        let more = waiting.len() > 2 * EACH_WAY;
        if more {
            waiting.drain(EACH_WAY..waiting.len() - EACH_WAY);
        }
        Ok(Self { standing, waiting, more })
    }

    /// The groups it is spread over, each with a campaign and a sign-on of it.
    pub fn by_group(&self) -> Vec<(i64, i64, i64)> {
        let standing = self.standing.iter().map(|(one, _)| (one.group_id, one.campaign_id, one.sign_on_id));
        let waiting = self.waiting.iter().map(|one| (one.sign_on.group_id, one.sign_on.campaign_id, one.id));
        let mut groups: Vec<(i64, i64, i64)> = Vec::new();
        for one in standing.chain(waiting) {
            if groups.iter().all(|(group, ..)| *group != one.0) {
                groups.push(one);
            }
        }
        groups
    }

    /// Where its mail goes: to the address that somebody confirmed with; else to the plainest of those
    /// that were typed, since a stranger may have added a tag to it.
    pub fn address(&self) -> Option<&str> {
        let confirmed = self.standing.first().map(|(_, email)| email.as_str());
        let typed =
            || self.waiting.iter().map(|one| one.sign_on.email.as_str()).min_by_key(|email| email.len());
        confirmed.or_else(typed)
    }
}

/// Whether pressing the button would make it a signature.
fn can_be_confirmed(stored: &StoredSignOn, signatures: &[(Signature, String)], terms: &Terms) -> bool {
    let of_letter = signatures.iter().filter(|(one, _)| one.letter_id == stored.sign_on.letter_id);
    let standing: Vec<Standing> = (1..)
        .zip(of_letter)
        .map(|(place, (one, _))| Standing {
            signature_id: one.id,
            sign_on_id: one.sign_on_id,
            signed_on_at: one.signed_on_at,
            place,
            name_key: name_key(&one.name),
        })
        .collect();
    terms.is_open
        && matches!(place_for(&stored.sign_on.name, &standing, terms.names_per_mailbox), Place::Free(_))
}
