//! Confirmations, batched like the intake: the button was pressed, and a sign-on becomes a signature.
//!
//! One transaction confirms all that wait: it finds or makes the person, stores the signature, the
//! consents and the log entries, and raises the tally once for each place it counts in.

use super::link::Link;
use super::store::{self, LogEntry, NewSignature, Quarters, TallyKey};
use super::{LogKind, Place, Signature, StoredSignOn, TIME_TO_CONFIRM, commitment, name_key, place_for};
use crate::figures::Queue;
use crate::instance::AddressKey;
use crate::letters;
use broadside_address::Address;
use broadside_db::{Connection, Db, GroupCommit, Lane, Result};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A pressed button: whose link, when, and the salt for what is committed to.
pub struct Confirmation {
    pub link: Link,
    pub salt: [u8; 16],
    pub now: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is a signature now.
    Confirmed(Signature),
    /// It was one already, or the same name from this mailbox was.
    SignedAlready(Signature),
    /// Other names fill this mailbox.
    MailboxFull,
    LetterClosed,
    /// Nobody confirmed it in time, or it was deleted.
    Gone,
}

pub type Confirmations = GroupCommit<Confirmation, Outcome>;

const WAITING: usize = 2_048;
/// About 5 ms of SQLite's writer, so that sign-ons are not kept waiting.
const TOGETHER: usize = 16;

pub fn start(db: Db, addresses: AddressKey, node: String) -> Confirmations {
    let watch = Queue::named("confirmations");
    GroupCommit::start(
        db,
        Lane::Ordinary,
        WAITING,
        TOGETHER,
        watch,
        move |c, batch: Arc<Vec<Confirmation>>| {
            let (addresses, node) = (addresses.clone(), node.clone());
            Box::pin(async move { confirm_all(c, &batch, &addresses, &node).await })
        },
    )
}

async fn confirm_all(
    c: &mut Connection,
    batch: &[Confirmation],
    addresses: &AddressKey,
    node: &str,
) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::with_capacity(batch.len());
    let mut entries = Vec::new();
    let mut tallies: BTreeMap<TallyKey, i64> = BTreeMap::new();
    let mut quarters = Quarters::default();
    for one in batch {
        let outcome = confirm(c, one, addresses, node).await?;
        if let Outcome::Confirmed(signature) = &outcome {
            entries.push(log_entry(LogKind::Signed, signature));
            *tallies.entry(TallyKey::of(signature)).or_default() += 1;
            let (campaign, group) = (signature.campaign_id, signature.group_id);
            quarters.at(campaign, group, signature.confirmed_at).confirmations += 1;
            quarters.at(campaign, group, signature.signed_on_at).confirmed += 1;
        }
        outcomes.push(outcome);
    }
    let batch_at = batch.iter().map(|one| one.now).max().unwrap_or_default();
    store::log(c, &entries, batch_at).await?;
    store::add_to_tallies(c, &tallies).await?;
    quarters.write(c, node).await?;
    Ok(outcomes)
}

async fn confirm(
    c: &mut Connection,
    one: &Confirmation,
    addresses: &AddressKey,
    node: &str,
) -> Result<Outcome> {
    if let Some(signature) = store::signature_by_sign_on(c, one.link.sign_on).await?
        && one.link.means(signature.link())
    {
        return Ok(Outcome::SignedAlready(signature));
    }
    let Some(stored) = waiting(c, one.link, one.now).await? else { return Ok(Outcome::Gone) };
    let Some(terms) = letters::store::terms(c, stored.sign_on.letter_id).await? else {
        return Ok(Outcome::Gone);
    };
    if !terms.is_open {
        return Ok(Outcome::LetterClosed);
    }
    let Ok(address) = Address::parse(&stored.sign_on.email) else { return Ok(Outcome::Gone) };
    let canonical = address.canonical();
    let address_key = addresses.of(&canonical);
    // A second look is needed only where another process took the place in the same moment.
    for _ in 0..2 {
        let standing = store::standing_for(c, stored.sign_on.letter_id, &address_key).await?;
        let place = match place_for(&stored.sign_on.name, &standing, terms.names_per_mailbox) {
            Place::Free(place) => place,
            Place::Taken(same) => {
                let same = store::signature_by_id(c, same.signature_id).await?;
                return Ok(same.map_or(Outcome::Gone, Outcome::SignedAlready));
            }
            Place::Full => return Ok(Outcome::MailboxFull),
        };
        let person =
            store::person(c, stored.sign_on.group_id, &stored.sign_on.email, &canonical, one.now).await?;
        let new = NewSignature {
            stored: &stored,
            person,
            address_key: &address_key,
            place,
            name_key: name_key(&stored.sign_on.name),
            salt: &one.salt,
            node,
            now: one.now,
        };
        if let Some(signature) = store::add_signature(c, new).await? {
            for agreed in &stored.sign_on.consents {
                store::add_consent(c, &signature, person, agreed, &terms.page, one.now).await?;
            }
            return Ok(Outcome::Confirmed(signature));
        }
    }
    Ok(Outcome::MailboxFull)
}

/// The sign-on that a link means, where it still waits and its time has not run out.
pub async fn waiting(c: &mut Connection, link: Link, now: i64) -> Result<Option<StoredSignOn>> {
    let stored = store::sign_on(c, link.sign_on).await?;
    Ok(stored.filter(|stored| link.means(stored.link()) && now < stored.sign_on.created_at + TIME_TO_CONFIRM))
}

pub fn log_entry(kind: LogKind, signature: &Signature) -> LogEntry {
    LogEntry {
        letter: signature.letter_id,
        group: signature.group_id,
        kind,
        commitment: commitment(
            kind,
            &signature.salt,
            &signature.name,
            signature.relation.as_deref(),
            signature.letter_version,
            signature.sign_on_id,
        ),
    }
}
