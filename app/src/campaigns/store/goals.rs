//! The SQL of a campaign's goals: each level that one has had is a mark, so that a goal that moves is seen to.

use super::{parsed, touch};
use crate::campaigns::definition::{Definition, Goal, Status, Threshold};
use crate::clock::MINUTE;
use broadside_db::{Connection, Error, Query, Result, Row, decode_error, query, query_composed};
use broadside_money::Currency;
use std::collections::HashMap;

/// A level that was replaced so soon, and not reached, was a slip: it is not kept.
const SLIP: i64 = 10 * MINUTE;

/// What is counted towards a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Of a letter, by its slug, or of all of them.
    Signatures {
        letter: Option<String>,
    },
    /// Who come to an event, by its slug.
    People {
        event: String,
    },
    /// What comes together for a fundraiser, by its slug.
    Money {
        fundraiser: String,
        currency: Currency,
    },
    Moment,
}

/// A level of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub id: i64,
    pub group: i64,
    pub campaign: i64,
    /// The goal's slug.
    pub goal: String,
    pub measure: Measure,
    /// The number, the amount in smallest units, or the moment.
    pub level: i64,
    pub set_at: i64,
    pub replaced_at: Option<i64>,
    pub reached_at: Option<i64>,
    pub reached_with: Option<i64>,
}

impl Measure {
    /// With the level that it is to reach; nothing where a campaign has no such fundraiser, amount or moment, which is
    /// refused when files are read.
    pub fn of(threshold: &Threshold, campaign: &Definition) -> Option<(Self, i64)> {
        let measure = match threshold {
            Threshold::Signatures { letter, .. } => Self::Signatures { letter: letter.clone() },
            Threshold::People { event, .. } => Self::People { event: event.clone() },
            Threshold::Money { fundraiser, .. } => Self::Money {
                fundraiser: fundraiser.clone(),
                currency: campaign.fundraiser(fundraiser)?.currency()?,
            },
            Threshold::Moment { .. } => Self::Moment,
        };
        Some((measure, threshold.level(campaign)?))
    }

    fn word(&self) -> &'static str {
        match self {
            Self::Signatures { .. } => "signatures",
            Self::People { .. } => "people",
            Self::Money { .. } => "money",
            Self::Moment => "moment",
        }
    }

    fn subject(&self) -> &str {
        match self {
            Self::Signatures { letter } => letter.as_deref().unwrap_or_default(),
            Self::People { event } => event,
            Self::Money { fundraiser, .. } => fundraiser,
            Self::Moment => "",
        }
    }

    /// Empty where no money counts.
    fn currency(&self) -> &'static str {
        match self {
            Self::Money { currency, .. } => currency.code(),
            Self::Signatures { .. } | Self::People { .. } | Self::Moment => "",
        }
    }
}

/// Those that a condition names, as `m`; `c` is the campaign.
pub fn marks(condition: &str) -> Query {
    query_composed(format!(
        "select m.id, m.group_id, m.campaign_id, m.goal, m.measure, m.subject, m.currency, m.level, m.set_at, \
         m.replaced_at, m.reached_at, m.reached_with from goal_mark m join campaign c on c.id = m.campaign_id \
         where {condition} order by m.id"
    ))
}

/// As another kind of value is refused.
fn unreadable(what: &'static str) -> Error {
    Error::Other(decode_error(std::io::Error::other(what)))
}

pub fn mark(row: &Row) -> Result<Mark> {
    let (measure, subject): (String, String) = (row.get("measure")?, row.get("subject")?);
    let measure = match measure.as_str() {
        "signatures" => Measure::Signatures { letter: Some(subject).filter(|slug| !slug.is_empty()) },
        "people" => Measure::People { event: subject },
        "money" => Measure::Money {
            fundraiser: subject,
            currency: Currency::parse(&row.get::<String>("currency")?)
                .ok_or_else(|| unreadable("a goal’s currency"))?,
        },
        "moment" => Measure::Moment,
        _ => return Err(unreadable("a goal’s measure")),
    };
    Ok(Mark {
        id: row.get("id")?,
        group: row.get("group_id")?,
        campaign: row.get("campaign_id")?,
        goal: row.get("goal")?,
        measure,
        level: row.get("level")?,
        set_at: row.get("set_at")?,
        replaced_at: row.get("replaced_at")?,
        reached_at: row.get("reached_at")?,
        reached_with: row.get("reached_with")?,
    })
}

/// Every level that the goals of a campaign have had, the oldest first.
pub async fn goal_marks(c: &mut Connection, campaign: i64) -> Result<Vec<Mark>> {
    marks("m.campaign_id = $1").bind(campaign).all(c, mark).await
}

async fn standing_marks(c: &mut Connection, campaign: i64) -> Result<Vec<Mark>> {
    marks("m.campaign_id = $1 and m.replaced_at is null").bind(campaign).all(c, mark).await
}

/// The goal that was reached last in the campaign of a letter, of those that stand.
pub async fn goal_reached_beside(c: &mut Connection, letter: i64) -> Result<Option<String>> {
    query(
        "select goal from goal_mark where campaign_id = (select l.campaign_id from letter l where l.id = $1) \
         and reached_at is not null and replaced_at is null order by reached_at desc, id desc limit 1",
    )
    .bind(letter)
    .first(c, |row| row.get("goal"))
    .await
}

/// Brings the marks of a campaign to what its definition says: a goal that moves begins anew, and what it was before
/// is kept. A level that was reached stays reached, also where a goal comes back to it. Of a draft, which nobody has
/// seen, nothing is kept.
pub async fn sync_goals(
    c: &mut Connection,
    (campaign, group): (i64, i64),
    definition: &Definition,
    now: i64,
) -> Result<()> {
    let before = standing_marks(c, campaign).await?;
    let stands = |mark: &Mark, goal: &Goal| {
        mark.goal == goal.slug
            && Measure::of(&goal.threshold, definition)
                .is_some_and(|(measure, level)| measure == mark.measure && level == mark.level)
    };
    // Since when the slips stood that are not kept: whatever takes their place has done so since then.
    let mut slips: HashMap<&str, i64> = HashMap::new();
    for mark in &before {
        if !definition.goals.iter().any(|goal| stands(mark, goal))
            && retire(c, mark, definition.status == Status::Draft, now).await?
        {
            slips.insert(&mark.goal, mark.set_at);
        }
    }
    for goal in &definition.goals {
        let Some((measure, level)) = Measure::of(&goal.threshold, definition) else { continue };
        if before.iter().any(|mark| stands(mark, goal)) {
            continue;
        }
        let next = Next {
            campaign,
            group,
            goal: &goal.slug,
            measure,
            level,
            since: slips.get(goal.slug.as_str()).copied().unwrap_or(now),
        };
        if !next.take_up_again(c).await? {
            next.begin(c).await?;
        }
    }
    Ok(())
}

/// A level that a goal has from a time on.
struct Next<'d> {
    campaign: i64,
    group: i64,
    goal: &'d str,
    measure: Measure,
    level: i64,
    since: i64,
}

impl Next<'_> {
    /// Where it stood before the slip that took its place at that time, it stands as if there had been none; false where
    /// it did not.
    async fn take_up_again(&self, c: &mut Connection) -> Result<bool> {
        let stands = query(
            "update goal_mark set replaced_at = null where campaign_id = $1 and goal = $2 and measure = $3 \
             and subject = $4 and level = $5 and currency = $6 and replaced_at = $7",
        );
        Ok(self.bound(stands).bind(self.since).run(c).await? > 0)
    }

    /// Begins it. Where the goal had reached that level before, it is reached, and nothing happens again.
    async fn begin(&self, c: &mut Connection) -> Result<()> {
        let before = query(
            "select reached_at, reached_with from goal_mark where campaign_id = $1 and goal = $2 and measure = $3 \
             and subject = $4 and level = $5 and currency = $6 and reached_at is not null order by id desc limit 1",
        );
        let reached = self
            .bound(before)
            .first(c, |row| {
                Ok((row.get::<Option<i64>>("reached_at")?, row.get::<Option<i64>>("reached_with")?))
            })
            .await?
            .unwrap_or_default();
        let begin = query(
            "insert into goal_mark (campaign_id, goal, measure, subject, level, currency, group_id, set_at, reached_at, \
             reached_with) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        );
        self.bound(begin).bind(self.group).bind(self.since).bind(reached.0).bind(reached.1).run(c).await?;
        Ok(())
    }

    fn bound(&self, query: Query) -> Query {
        query
            .bind(self.campaign)
            .bind(self.goal)
            .bind(self.measure.word())
            .bind(self.measure.subject())
            .bind(self.level)
            .bind(self.measure.currency())
    }
}

/// Ends a level; true where nothing is kept of it.
async fn retire(c: &mut Connection, mark: &Mark, is_draft: bool, now: i64) -> Result<bool> {
    let is_slip = mark.reached_at.is_none() && (is_draft || now - mark.set_at < SLIP);
    if is_slip {
        query("delete from goal_mark where id = $1").bind(mark.id).run(c).await?;
    } else {
        query("update goal_mark set replaced_at = $2 where id = $1").bind(mark.id).bind(now).run(c).await?;
    }
    Ok(is_slip)
}

/// The letters that take no more names since a goal was reached that still stands.
pub async fn letters_closed_by_goals<'d>(
    c: &mut Connection,
    campaign: i64,
    definition: &'d Definition,
) -> Result<Vec<&'d str>> {
    if definition.goals.iter().all(|goal| goal.closes.is_none()) {
        return Ok(Vec::new());
    }
    let reached = standing_marks(c, campaign).await?.into_iter().filter(|mark| mark.reached_at.is_some());
    Ok(reached.filter_map(|mark| definition.goal(&mark.goal)?.closes.as_deref()).collect())
}

/// Closes a letter; false where it is closed. The campaign is another from then on, for whoever keeps it in mind.
pub async fn close_letter(c: &mut Connection, campaign: i64, letter: &str, now: i64) -> Result<bool> {
    let closed = query(
        "update letter set status = 'closed' where campaign_id = $1 and slug = $2 and status <> 'closed'",
    )
    .bind(campaign)
    .bind(letter)
    .run(c)
    .await?;
    touch(c, campaign, now).await?;
    Ok(closed > 0)
}

/// A campaign's definition as it stands, without its pictures.
pub async fn definition_of(c: &mut Connection, campaign: i64) -> Result<Option<Definition>> {
    let text = query("select definition from campaign where id = $1")
        .bind(campaign)
        .first(c, |row| row.get::<String>("definition"))
        .await?;
    text.as_deref().map(parsed).transpose()
}
