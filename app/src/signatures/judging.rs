//! Judging: the walk over the intake shows each sign-on to its campaign's judge, and what looks false is held.
//!
//! What a judge remembers is in memory alone. A process that takes the walk up where another left it, or whose
//! weights were changed, first shows its judges again what came last.

use super::moderation;
use super::store::{self, HeldSignOn, Moderated};
use super::{State, StoredSignOn, deciding};
use crate::clock::{HOUR, MINUTE, SECOND};
use crate::state::App;
use broadside_db::{Connection, Result};
use broadside_judging::{Attack, Judge, MOST, Shown, Signal, Venue, Verdict};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

/// So long a campaign is taken to be under attack after the last sign of it.
pub const ATTACKED: i64 = 30 * MINUTE;
/// So long after an attack is seen a page may be shown that was kept from before.
const KNOWN_EVERYWHERE: i64 = 2 * MINUTE;
/// For so long somebody may have had the page open.
const BELIEVED: i64 = 15 * MINUTE;
/// Who came longer ago is nobody's company any more.
const REMEMBERED: i64 = 48 * HOUR;

/// The judges of all campaigns, and up to which sign-on they have seen.
#[derive(Default)]
pub struct Judges(Mutex<Seen>);

#[derive(Default)]
struct Seen {
    up_to: i64,
    campaigns: HashMap<i64, Bench>,
}

/// A campaign's judge and what it goes by.
struct Bench {
    judge: Judge,
    venues: Vec<Venue>,
    /// Since and until when it is under attack.
    attack: Option<(i64, i64)>,
}

/// What a step of the walk has judged, to be written with it.
#[derive(Clone, Default)]
pub struct Judged {
    pub held: Vec<HeldSignOn>,
    /// Campaign and group, until when they are under attack.
    attacks: Vec<(i64, i64, i64)>,
}

impl Judges {
    fn take(&self) -> Seen {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn put_back(&self, seen: Seen) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = seen;
    }
}

/// Judges the sign-ons that follow a position. Whoever does not end the step calls this for them again.
pub async fn judge(
    app: &App,
    c: &mut Connection,
    position: i64,
    rows: &[StoredSignOn],
    now: i64,
) -> Result<Judged> {
    // Where limits are off, nothing is held either.
    if !app.settings.rate_limits {
        return Ok(Judged::default());
    }
    let mut seen = app.judges.take();
    let campaigns: BTreeSet<i64> = rows.iter().map(|row| row.sign_on.campaign_id).collect();
    if seen.up_to != position {
        seen = Seen { up_to: position, campaigns: HashMap::new() };
    }
    let mut unknown = false;
    for campaign in campaigns {
        let weights = store::weights(c, campaign).await?;
        let venues = store::venues(c, campaign).await?.into_iter().map(|one| one.venue).collect();
        let attack = store::attack(c, campaign).await?;
        let known = seen.campaigns.get_mut(&campaign);
        if let Some(bench) = known.filter(|bench| *bench.judge.weights() == weights) {
            (bench.venues, bench.attack) = (venues, attack);
        } else {
            unknown |= position > 0;
            seen.campaigns.insert(campaign, Bench { judge: Judge::new(weights), venues, attack });
        }
    }
    if unknown {
        remember(c, &mut seen, position, now).await?;
    }
    let mut verdicts = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        verdicts.extend(seen.look(row));
        let_others_go_on(place).await;
    }
    let attacks = seen.attacks(rows, now);
    seen.up_to = rows.last().map_or(position, |row| row.id);
    app.judges.put_back(seen);
    Ok(Judged { held: found(app, c, rows, verdicts).await?, attacks })
}

/// Shows judges that have seen nothing yet what came before a position.
async fn remember(c: &mut Connection, seen: &mut Seen, position: i64, now: i64) -> Result<()> {
    let fresh: Vec<i64> =
        seen.campaigns.iter().filter(|(_, bench)| bench.judge.is_new()).map(|(id, _)| *id).collect();
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    let last = store::last_sign_ons(c, position, now - REMEMBERED, most).await?;
    for (place, before) in last.iter().enumerate() {
        if fresh.contains(&before.sign_on.campaign_id) {
            seen.look(before);
        }
        let_others_go_on(place).await;
    }
    Ok(())
}

/// A look takes up to a fifth of a millisecond, and there may be thousands: whoever answers visitors on the same
/// thread has their turn between some of them.
async fn let_others_go_on(place: usize) {
    if place % 8 == 7 {
        tokio::task::yield_now().await;
    }
}

impl Seen {
    fn look(&mut self, row: &StoredSignOn) -> Vec<Verdict> {
        let Some(bench) = self.campaigns.get_mut(&row.sign_on.campaign_id) else { return Vec::new() };
        let one = &row.sign_on;
        let shown = Shown {
            id: row.id,
            at: one.created_at,
            network: one.came.network.as_deref(),
            email: &one.email,
            name: &one.name,
            comment: one.comment.as_deref(),
            filled_in: one.came.filled_in,
            trapped: one.came.trapped,
            worked: one.came.worked,
        };
        // Whoever opened the page before it asked could prove nothing. When that was is only claimed, and not known
        // at all of those without a script: it is believed for a while.
        let claimed = one.came.filled_in.map_or(BELIEVED, |ms| (ms * (SECOND / 1_000)).min(BELIEVED));
        let opened = one.created_at - claimed;
        let asks_work = bench
            .attack
            .is_some_and(|(since, until)| opened > since + KNOWN_EVERYWHERE && one.created_at < until);
        bench.judge.look(&shown, &bench.venues, asks_work)
    }

    /// Campaigns that are under attack, where that is to be said anew.
    fn attacks(&self, rows: &[StoredSignOn], now: i64) -> Vec<(i64, i64, i64)> {
        let of: BTreeSet<_> =
            rows.iter().map(|row| (row.sign_on.campaign_id, row.sign_on.group_id)).collect();
        let until = now + ATTACKED;
        let is_attacked = |campaign: &i64| {
            let Some(bench) = self.campaigns.get(campaign) else { return false };
            let said = bench.attack.map_or(0, |(_, until)| until);
            said < until - 10 * MINUTE && bench.judge.attack(now) != Attack::No
        };
        of.into_iter()
            .filter(|(campaign, _)| is_attacked(campaign))
            .map(|(c, group)| (c, group, until))
            .collect()
    }
}

/// What is to be kept of those that are held, some of which came in earlier steps.
async fn found(
    app: &App,
    c: &mut Connection,
    rows: &[StoredSignOn],
    verdicts: Vec<Verdict>,
) -> Result<Vec<HeldSignOn>> {
    if verdicts.is_empty() {
        return Ok(Vec::new());
    }
    let mut known: HashMap<i64, &StoredSignOn> = rows.iter().map(|row| (row.id, row)).collect();
    let earlier: Vec<i64> = verdicts.iter().map(|one| one.id).filter(|id| !known.contains_key(id)).collect();
    let earlier = store::sign_ons(c, &earlier).await?;
    known.extend(earlier.iter().map(|row| (row.id, row)));
    let held = verdicts.iter().filter_map(|verdict| {
        let one = &known.get(&verdict.id)?.sign_on;
        Some(HeldSignOn {
            sign_on: verdict.id,
            group: one.group_id,
            campaign: one.campaign_id,
            letter: one.letter_id,
            address_key: deciding::address_key(app, &one.email),
            network: one.came.network.clone(),
            domain: one.email.rsplit_once('@').map_or("", |(_, domain)| domain).to_lowercase(),
            signals: verdict.signals.iter().copied().map(Signal::word).collect::<Vec<_>>().join(" "),
            score: verdict.score,
            signed_on_at: one.created_at,
        })
    });
    Ok(held.collect())
}

/// Writes down what was judged; answers the letters whose pages must forget. Whoever pressed the button before
/// counts no more until somebody has looked, unless organisers did something with the signature already.
pub async fn write(c: &mut Connection, judged: &Judged, now: i64) -> Result<BTreeSet<i64>> {
    for (campaign, group, until) in &judged.attacks {
        store::set_attack(c, (*campaign, *group), now, *until).await?;
    }
    let mut letters = BTreeSet::new();
    if judged.held.is_empty() {
        return Ok(letters);
    }
    store::hold(c, &judged.held, now).await?;
    let sign_ons: Vec<i64> = judged.held.iter().map(|one| one.sign_on).collect();
    let signed = store::signatures_by_sign_on(c, &sign_ons).await?;
    let mut by_campaign: HashMap<i64, Vec<i64>> = HashMap::new();
    for signature in signed.values().filter(|one| one.state == State::Confirmed && one.change_id.is_none()) {
        by_campaign.entry(signature.campaign_id).or_default().push(signature.id);
    }
    for (campaign, ids) in by_campaign {
        let mut moderated = Vec::new();
        for signature in store::held_signatures(c, campaign, &ids).await? {
            if signature.state != State::Confirmed || signature.change_id.is_some() {
                continue;
            }
            letters.insert(signature.letter_id);
            let after = Moderated {
                id: signature.id,
                state: State::Held,
                removed_as: None,
                hidden_at: signature.hidden_at,
                change_id: None,
            };
            moderated.push((signature, after));
        }
        moderation::write(c, &moderated, now).await?;
    }
    Ok(letters)
}
