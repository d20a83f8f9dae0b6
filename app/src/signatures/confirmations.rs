//! Confirmations, batched like the intake: the button was pressed, and a sign-on becomes a signature.
//!
//! One transaction confirms all that wait, and asks each question once for all of them: it finds or
//! makes the persons, stores the signatures, the consents and the log entries, and raises the tally
//! once for each place it counts in.

use super::known::{Known, Mailboxes, Waiting};
use super::link::Link;
use super::store::{self, LogEntry, Mailbox, NewConsent, NewSignature, Quarters, TallyKey};
use super::{
    LogKind, Place, RemovedAs, Signature, Standing, State, StoredSignOn, TIME_TO_CONFIRM, commitment,
    name_key, place_for,
};
use crate::figures::Queue;
use crate::instance::AddressKey;
use broadside_db::{Connection, Db, Engine, Error, GroupCommit, Lane, Line, Result, decode_error};
use std::collections::{BTreeMap, HashMap};
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

/// On SQLite about 5 ms of its one writer, so that sign-ons are not kept waiting. PostgreSQL keeps nobody waiting, and
/// a statement costs it more than a row: one transaction talks while the other is synced.
fn line(engine: Engine) -> Line {
    let (together, writers) = match engine {
        Engine::Sqlite => (64, 1),
        Engine::Postgres => (256, 2),
    };
    Line { waiting: WAITING, together, writers }
}

pub fn start(db: Db, addresses: AddressKey, node: String, watch: Queue) -> Confirmations {
    let line = line(db.engine());
    GroupCommit::start(db, Lane::Ordinary, line, watch, move |c, batch: Arc<Vec<Confirmation>>| {
        let (addresses, node) = (addresses.clone(), node.clone());
        Box::pin(async move { confirm_all(c, &batch, &addresses, &node).await })
    })
}

async fn confirm_all(
    c: &mut Connection,
    batch: &[Confirmation],
    addresses: &AddressKey,
    node: &str,
) -> Result<Vec<Outcome>> {
    let known = Known::of(c, batch.iter(), addresses).await?;
    let standing = known.standing(c).await?;
    let judged = judge(batch, &known, standing);
    let outcomes = settle(c, batch, judged, node).await?;
    count(c, batch, &outcomes, node).await?;
    Ok(outcomes)
}

/// What is to become of those who pressed, each by its place in the batch.
#[derive(Default)]
struct Judged<'k> {
    decided: Vec<(usize, Outcome)>,
    /// The same name signed from the mailbox: its signature's number.
    taken: Vec<(usize, i64)>,
    /// As somebody before in this batch, by their place in it.
    same_as: Vec<(usize, usize)>,
    accepted: Vec<Accepted<'k>>,
}

struct Accepted<'k> {
    place_in_batch: usize,
    sign_on: &'k Waiting,
    /// In the mailbox.
    place: i64,
    state: State,
    /// The page on which it was agreed to what, where the sign-on does not say.
    page: &'k str,
}

/// One after the other, so that each finds the places that those before it take.
fn judge<'k>(batch: &[Confirmation], known: &'k Known, mut standing: Mailboxes) -> Judged<'k> {
    let mut judged = Judged::default();
    let mut by_sign_on: HashMap<i64, usize> = HashMap::new();
    for (place_in_batch, one) in batch.iter().enumerate() {
        if let Some(signature) = known.signatures.get(&one.link.sign_on)
            && one.link.means(signature.link())
        {
            judged.decided.push((place_in_batch, Outcome::SignedAlready(signature.clone())));
            continue;
        }
        if let Some(before) = by_sign_on.get(&one.link.sign_on)
            && one.link == batch[*before].link
        {
            judged.same_as.push((place_in_batch, *before));
            continue;
        }
        let (sign_on, terms) = match known.pressed(one) {
            Ok(pressed) => pressed,
            Err(why) => {
                judged.decided.push((place_in_batch, why.into()));
                continue;
            }
        };
        let submitted = &sign_on.stored.sign_on;
        let standing = standing.entry((submitted.letter_id, sign_on.canonical.clone())).or_default();
        match place_for(&submitted.name, standing, terms.names_per_mailbox) {
            Place::Free(place) => {
                standing.push(Standing {
                    // No signature yet: found again by its sign-on.
                    signature_id: 0,
                    sign_on_id: sign_on.stored.id,
                    signed_on_at: submitted.created_at,
                    place,
                    name_key: name_key(&submitted.name),
                });
                by_sign_on.insert(one.link.sign_on, place_in_batch);
                let state = known.state_of(sign_on);
                judged.accepted.push(Accepted { place_in_batch, sign_on, place, state, page: &terms.page });
            }
            Place::Taken(same) => match by_sign_on.get(&same.sign_on_id) {
                Some(before) => judged.same_as.push((place_in_batch, *before)),
                None => judged.taken.push((place_in_batch, same.signature_id)),
            },
            Place::Full => judged.decided.push((place_in_batch, Outcome::MailboxFull)),
        }
    }
    // In one order everywhere, so that two processes never wait for each other in a circle.
    judged.accepted.sort_by(|a, b| a.sign_on.address_key.cmp(&b.sign_on.address_key));
    judged
}

/// Stores what was judged, and says what became of each.
async fn settle(
    c: &mut Connection,
    batch: &[Confirmation],
    judged: Judged<'_>,
    node: &str,
) -> Result<Vec<Outcome>> {
    let mut outcomes = vec![Outcome::Gone; batch.len()];
    for (place, outcome) in judged.decided {
        outcomes[place] = outcome;
    }
    for (place, id) in judged.taken {
        let same = store::signature_by_id(c, id).await?;
        outcomes[place] = same.map_or(Outcome::Gone, Outcome::SignedAlready);
    }
    let mailbox =
        |one: &Waiting| Mailbox { group: one.stored.sign_on.group_id, canonical: one.canonical.clone() };
    let mailboxes = judged.accepted.iter().map(|one| one.sign_on);
    let mailboxes = mailboxes.map(|one| (mailbox(one), one.stored.sign_on.email.clone())).collect();
    let now = batch.iter().map(|one| one.now).max().unwrap_or_default();
    let persons = store::persons(c, mailboxes, now).await?;
    let mut new = Vec::with_capacity(judged.accepted.len());
    for one in &judged.accepted {
        let pressed = &batch[one.place_in_batch];
        new.push(NewSignature {
            stored: &one.sign_on.stored,
            person: *persons.get(&mailbox(one.sign_on)).ok_or_else(|| missing("a person"))?,
            address_key: &one.sign_on.address_key,
            place: one.place,
            state: one.state,
            removed_as: (one.state == State::Invalidated).then_some(RemovedAs::Other),
            salt: &pressed.salt,
            node,
            now: pressed.now,
        });
    }
    let signatures = store::add_signatures(c, &new).await?;
    let mut consents = Vec::new();
    for one in &judged.accepted {
        let signature = signatures.get(&one.sign_on.stored.id).ok_or_else(|| missing("a signature"))?;
        let now = batch[one.place_in_batch].now;
        consents.extend(one.sign_on.stored.sign_on.consents.iter().map(|agreed| NewConsent {
            signature,
            agreed,
            language: &signature.language,
            page: if agreed.page.is_empty() { one.page } else { &agreed.page },
            agreed_at: None,
            now,
        }));
        outcomes[one.place_in_batch] = Outcome::Confirmed(signature.clone());
    }
    store::add_consents(c, &consents).await?;
    for (place, before) in judged.same_as {
        if let Outcome::Confirmed(signature) = &outcomes[before] {
            outcomes[place] = Outcome::SignedAlready(signature.clone());
        }
    }
    Ok(outcomes)
}

fn missing(what: &str) -> Error {
    Error::Other(decode_error(std::io::Error::other(format!("{what} that was made is not there"))))
}

/// Counts and logs what was confirmed, each place that it counts in once.
async fn count(c: &mut Connection, batch: &[Confirmation], outcomes: &[Outcome], node: &str) -> Result<()> {
    let mut entries = Vec::new();
    let mut tallies: BTreeMap<TallyKey, i64> = BTreeMap::new();
    let mut quarters = Quarters::default();
    for outcome in outcomes {
        let Outcome::Confirmed(signature) = outcome else { continue };
        entries.push(log_entry(LogKind::Signed, signature));
        match signature.state {
            State::Invalidated => entries.push(log_entry(LogKind::Invalidated, signature)),
            State::Confirmed => *tallies.entry(TallyKey::of(signature)).or_default() += 1,
            // It counts when somebody has looked.
            State::Held | State::Withdrawn => {}
        }
        let (campaign, group) = (signature.campaign_id, signature.group_id);
        quarters.at(campaign, group, signature.confirmed_at).confirmations += 1;
        quarters.at(campaign, group, signature.signed_on_at).confirmed += 1;
    }
    let batch_at = batch.iter().map(|one| one.now).max().unwrap_or_default();
    store::log(c, &entries, batch_at).await?;
    store::add_to_tallies(c, &tallies).await?;
    quarters.write(c, node).await
}

/// The sign-on that a link means, where it still waits and its time has not run out.
pub async fn waiting(c: &mut Connection, link: Link, now: i64) -> Result<Option<StoredSignOn>> {
    let stored = store::sign_on(c, link.sign_on).await?;
    Ok(stored.filter(|stored| waits(stored, link, now)))
}

pub fn waits(stored: &StoredSignOn, link: Link, now: i64) -> bool {
    link.means(stored.link()) && now < stored.sign_on.created_at + TIME_TO_CONFIRM
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
