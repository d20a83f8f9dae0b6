//! Reminding those who never confirmed: the confirmation is sent once more, and never more than once. Nobody
//! gets more than three mails a day, and nobody two for several sign-ons that wait.

use super::{MAILS_A_DAY, MailKind, Place, StoredSignOn, TIME_TO_CONFIRM, place_for, store};
use crate::instance::{AddressKey, Compared};
use crate::jobs;
use crate::letters;
use crate::mail::Rank;
use crate::mail::store::{self as mails, NewMail, outbox};
use crate::signatures::deciding::DECIDE_MAILS;
use broadside_db::{Connection, Result};
use std::collections::{HashMap, HashSet};

/// Why a sign-on gets no reminder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unreminded {
    /// Its first mail is still to come.
    FirstMail,
    /// Its time to confirm is over.
    Expired,
    /// The letter takes no names.
    Closed,
    /// The same name signed from this mailbox, or others fill it.
    Signed,
    Reminded,
    /// Three mails went to the address within a day.
    Capped,
    /// Another sign-on of the same address is reminded of.
    SameAddress,
}

/// Whether the letter would take the name by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Free,
    Closed,
    /// The same name signed from this mailbox, or others fill it.
    Taken,
}

/// What is known of a sign-on that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// How many confirmations went out; nothing while it is not decided on, or one waits to be sent.
    pub confirmations_sent: Option<i64>,
    pub is_over: bool,
    pub room: Room,
    pub mails_today: i64,
    pub is_address_reminded: bool,
}

pub fn judge(facts: Facts) -> std::result::Result<(), Unreminded> {
    Err(match facts {
        Facts { is_over: true, .. } => Unreminded::Expired,
        Facts { confirmations_sent: None, .. } => Unreminded::FirstMail,
        Facts { room: Room::Closed, .. } => Unreminded::Closed,
        Facts { room: Room::Taken, .. } => Unreminded::Signed,
        Facts { confirmations_sent: Some(2..), .. } => Unreminded::Reminded,
        Facts { is_address_reminded: true, .. } => Unreminded::SameAddress,
        Facts { mails_today: MAILS_A_DAY.., .. } => Unreminded::Capped,
        _ => return Ok(()),
    })
}

/// A sign-on with the key of its address, and what is to become of it.
pub struct Judged {
    pub stored: StoredSignOn,
    pub address_key: Vec<u8>,
    pub verdict: std::result::Result<(), Unreminded>,
}

/// The keys of the addresses of sign-ons.
pub async fn address_keys(c: &mut Connection, addresses: &AddressKey, ids: &[i64]) -> Result<Vec<Vec<u8>>> {
    let stored = store::sign_ons(c, ids).await?;
    Ok(stored.iter().map(|one| addresses.of_typed(&one.sign_on.email)).collect())
}

/// Judges sign-ons of a campaign, the oldest first. Addresses in `reminded` had their reminder already.
pub async fn judge_each(
    c: &mut Connection,
    addresses: &AddressKey,
    campaign: i64,
    ids: &[i64],
    mut reminded: HashSet<Vec<u8>>,
    now: i64,
) -> Result<Vec<Judged>> {
    let decided = jobs::position(c, DECIDE_MAILS).await?;
    let mut stored = store::sign_ons(c, ids).await?;
    stored.retain(|one| one.sign_on.campaign_id == campaign);
    stored.sort_by_key(|one| one.id);
    let rows: Vec<_> = stored.into_iter().map(|one| (addresses.compared(&one.sign_on.email), one)).collect();
    let keys: Vec<Vec<u8>> = rows.iter().map(|(address, _)| address.key.clone()).collect();
    let mut today = mails::mails_in_a_day(c, &keys, now).await?;
    let mut terms = HashMap::new();
    let mut judged = Vec::with_capacity(rows.len());
    for (Compared { canonical, key: address_key }, stored) in rows {
        let letter = stored.sign_on.letter_id;
        if let std::collections::hash_map::Entry::Vacant(entry) = terms.entry(letter) {
            entry.insert(letters::store::terms(c, letter).await?);
        }
        let of_letter = terms.get(&letter).and_then(Option::as_ref);
        let standing = store::standing_for(c, letter, &canonical).await?;
        let most = of_letter.map_or(1, |terms| terms.names_per_mailbox);
        let (confirmations_sent, waiting) = outbox::confirmations_of(c, &address_key, stored.id).await?;
        let mails_today = today.entry(address_key.clone()).or_default();
        let verdict = judge(Facts {
            confirmations_sent: (stored.id <= decided && waiting == 0).then_some(confirmations_sent),
            is_over: now >= stored.sign_on.created_at + TIME_TO_CONFIRM,
            room: if !of_letter.is_some_and(|terms| terms.is_open) {
                Room::Closed
            } else if matches!(place_for(&stored.sign_on.name, &standing, most), Place::Free(_)) {
                Room::Free
            } else {
                Room::Taken
            },
            mails_today: *mails_today,
            is_address_reminded: reminded.contains(&address_key),
        });
        if verdict.is_ok() {
            *mails_today += 1;
            reminded.insert(address_key.clone());
        }
        judged.push(Judged { stored, address_key, verdict });
    }
    Ok(judged)
}

/// Lets nobody else decide on mails until this transaction ends: whoever is at it begins again, so that no cap
/// is passed by the two together.
pub async fn alone(c: &mut Connection) -> Result<()> {
    jobs::void_step(c, DECIDE_MAILS).await?;
    Ok(())
}

/// Queues the reminders, in the transaction in which they were judged.
pub async fn remind(c: &mut Connection, judged: &[Judged], now: i64) -> Result<()> {
    let of = |one: &Judged| NewMail {
        group: one.stored.sign_on.group_id,
        campaign: one.stored.sign_on.campaign_id,
        address_key: one.address_key.clone(),
        kind: MailKind::Confirmation.word(),
        // Whoever signs now waits for theirs.
        rank: Rank::Telling,
        sign_on_id: one.stored.id,
        link_request_id: None,
    };
    let new: Vec<NewMail> = judged.iter().filter(|one| one.verdict.is_ok()).map(of).collect();
    mails::enqueue(c, &new, now).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_goes_out_once_within_the_cap_and_only_where_it_can_be_followed() {
        let fine = Facts {
            confirmations_sent: Some(1),
            is_over: false,
            room: Room::Free,
            mails_today: 2,
            is_address_reminded: false,
        };
        assert_eq!(judge(fine), Ok(()));
        assert_eq!(
            judge(Facts { confirmations_sent: Some(0), ..fine }),
            Ok(()),
            "the cap kept the first one back"
        );
        let others = [
            (Facts { confirmations_sent: None, ..fine }, Unreminded::FirstMail),
            (Facts { is_over: true, ..fine }, Unreminded::Expired),
            (Facts { room: Room::Closed, ..fine }, Unreminded::Closed),
            (Facts { room: Room::Taken, ..fine }, Unreminded::Signed),
            (Facts { confirmations_sent: Some(2), ..fine }, Unreminded::Reminded),
            (Facts { mails_today: 3, ..fine }, Unreminded::Capped),
            (Facts { is_address_reminded: true, ..fine }, Unreminded::SameAddress),
        ];
        for (facts, why) in others {
            assert_eq!(judge(facts), Err(why));
        }
    }
}
