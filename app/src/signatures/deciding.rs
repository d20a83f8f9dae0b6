//! The mailer's first half: walks the intake and decides what each address gets by mail.
//!
//! Only here is an address looked up: whether it has signed, and how many mails it had today. The
//! page that the visitor saw has long been sent.

use super::belongings::Belongings;
use super::judging;
use super::store;
use super::{Decision, MAILS_A_DAY, MailKind, StoredSignOn, decide};
use crate::instance::Compared;
use crate::jobs::{self, Lease, Progress};
use crate::letters;
use crate::mail::store::{self as mails, NewMail};
use crate::state::App;
use broadside_db::{Connection, Lane, Result};
use std::collections::{BTreeMap, BTreeSet, HashMap};

pub const DECIDE_MAILS: &str = "decide-mails";
pub const DECIDE_LINKS: &str = "decide-links";
/// So many sign-ons a step at most.
pub const STEP: i64 = 64;

/// A sign-on, the key of its address, and what was decided for it.
struct Decided {
    stored: StoredSignOn,
    address_key: Vec<u8>,
    decision: Option<Decision>,
}

/// One step: so many sign-ons at most first, then "send it again". Both under one lease, so that no address
/// gets more mails than its cap from the two at once.
pub async fn decide_next(app: &App, lease: Lease, together: i64) -> Result<Progress> {
    match decide_mails(app, &lease, together).await? {
        Progress::More => Ok(Progress::More),
        Progress::Idle => decide_links(app, lease).await,
    }
}

/// One step of the walk over the intake.
async fn decide_mails(app: &App, lease: &Lease, together: i64) -> Result<Progress> {
    let now = app.clock.now();
    let mut c = app.db.read().await?;
    let rows = store::sign_ons_after(&mut c, lease.position, together).await?;
    let rows = app.gaps.before_gap(c.engine(), DECIDE_MAILS, rows, |row| row.id, lease.position, now);
    let Some(last) = rows.last().map(|row| row.id) else { return Ok(Progress::Idle) };
    let judged = judging::judge(app, &mut c, lease.position, &rows, now).await?;
    let decided = decide_each(&mut c, app, rows, now).await?;
    drop(c);
    let mails: Vec<_> = decided.iter().filter_map(new_mail).collect();
    let any = !mails.is_empty();
    let mut quarters = store::Quarters::default();
    for one in decided.iter().map(|one| &one.stored.sign_on) {
        quarters.at(one.campaign_id, one.group_id, one.created_at).sign_ons += 1;
    }
    let node = app.settings.node.clone();
    let addressed: Vec<_> = decided.into_iter().map(|one| (one.stored, one.address_key)).collect();
    let work = std::sync::Arc::new((lease.clone(), addressed, mails, quarters, node, judged));
    let letters = app
        .db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (lease, addressed, mails, quarters, node, judged) = &*work;
                if jobs::advance(c, lease, last, 0).await? {
                    store::index_addresses(c, addressed).await?;
                    mails::enqueue(c, mails, now).await?;
                    quarters.write(c, node).await?;
                    return judging::write(c, judged, now).await;
                }
                Ok(BTreeSet::new())
            })
        })
        .await?;
    for letter in letters {
        app.sheets.forget(letter);
    }
    if any {
        app.mail_waits.wake();
    }
    Ok(Progress::More)
}

async fn decide_each(
    c: &mut Connection,
    app: &App,
    rows: Vec<StoredSignOn>,
    now: i64,
) -> Result<Vec<Decided>> {
    let rows: Vec<_> =
        rows.into_iter().map(|row| (app.keys.addresses.compared(&row.sign_on.email), row)).collect();
    let keys: Vec<Vec<u8>> = rows.iter().map(|(address, _)| address.key.clone()).collect();
    let mut today = mails::mails_in_a_day(c, &keys, now).await?;
    let mut by_letter: BTreeMap<i64, Vec<String>> = BTreeMap::new();
    for (address, row) in &rows {
        by_letter.entry(row.sign_on.letter_id).or_default().push(address.canonical.clone());
    }
    let mut letters = HashMap::new();
    for (letter, own) in by_letter {
        let terms = letters::store::terms(c, letter).await?;
        let standing = store::standing_for_each(c, letter, &own).await?;
        letters.insert(letter, (terms.map_or(1, |terms| terms.names_per_mailbox), standing));
    }
    let mut decided = Vec::with_capacity(rows.len());
    for (Compared { canonical, key: address_key }, stored) in rows {
        let standing = letters.get(&stored.sign_on.letter_id);
        let (most, standing) = standing.map_or((1, &[][..]), |(most, standing)| {
            (*most, standing.get(&canonical).map_or(&[][..], Vec::as_slice))
        });
        let mails_today = today.entry(address_key.clone()).or_default();
        let decision = decide(&stored, standing, most, *mails_today);
        *mails_today += i64::from(decision.is_some());
        decided.push(Decided { stored, address_key, decision });
    }
    Ok(decided)
}

fn new_mail(one: &Decided) -> Option<NewMail> {
    one.decision.map(|decision| NewMail {
        group: one.stored.sign_on.group_id,
        campaign: one.stored.sign_on.campaign_id,
        address_key: one.address_key.clone(),
        kind: decision.kind.word(),
        rank: decision.kind.rank(),
        sign_on_id: decision.sign_on_id,
        link_request_id: None,
    })
}

/// The key that an address is compared by.
pub fn address_key(app: &App, email: &str) -> Vec<u8> {
    app.keys.addresses.of_typed(email)
}

/// One step of the walk over "send it again".
async fn decide_links(app: &App, lease: Lease) -> Result<Progress> {
    const TOGETHER: i64 = 32;
    let now = app.clock.now();
    let mut c = app.db.read().await?;
    let position = jobs::position(&mut c, DECIDE_LINKS).await?;
    let requests = store::link_requests_after(&mut c, position, TOGETHER).await?;
    let requests =
        app.gaps.before_gap(c.engine(), DECIDE_LINKS, requests, |request| request.id, position, now);
    let Some(last) = requests.last().map(|request| request.id) else {
        drop(c);
        jobs::put_off(&app.db, lease, 0).await?;
        return Ok(Progress::Idle);
    };
    let mut mails = Vec::new();
    let mut today: HashMap<Vec<u8>, i64> = HashMap::new();
    for request in &requests {
        let address = app.keys.addresses.compared(&request.email);
        let key = &address.key;
        let stored = mails::mails_in_a_day(&mut c, std::slice::from_ref(key), now).await?;
        let mails_today = today.entry(key.clone()).or_insert_with(|| stored.get(key).copied().unwrap_or(0));
        // One mail lists all that the address has; a group's mails tell nothing of another group.
        for (group, campaign, sign_on_id) in
            Belongings::of(&mut c, &address, request.letter, None, now).await?.by_group()
        {
            if *mails_today < MAILS_A_DAY {
                *mails_today += 1;
                mails.push(NewMail {
                    group,
                    campaign,
                    address_key: key.clone(),
                    kind: MailKind::LinkAgain.word(),
                    rank: MailKind::LinkAgain.rank(),
                    sign_on_id,
                    link_request_id: Some(request.id),
                });
            }
        }
    }
    drop(c);
    let work = std::sync::Arc::new((lease, mails));
    app.db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (lease, mails) = &*work;
                if jobs::advance(c, lease, lease.position, 0).await? {
                    jobs::move_to(c, DECIDE_LINKS, last).await?;
                    mails::enqueue(c, mails, now).await?;
                }
                Ok(())
            })
        })
        .await?;
    app.mail_waits.wake();
    Ok(Progress::More)
}
