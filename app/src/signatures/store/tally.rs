//! The SQL of tallies and of the log: what is counted, and what proves it.

use crate::signatures::{LogKind, Signature};
use broadside_db::{Connection, Insert, Kind, Result, query};
use std::collections::BTreeMap;

/// Where a signature counts: one number for each of these together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TallyKey {
    pub letter: i64,
    pub version: i64,
    pub relation: String,
    pub source: String,
    pub node: String,
    pub group: i64,
    pub origin: Origin,
}

/// Where signatures of a campaign come from, as far as their signers said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    pub campaign: i64,
    pub language: String,
    pub country: String,
}

impl TallyKey {
    /// Where a signature is counted.
    pub fn of(signature: &Signature) -> Self {
        Self {
            letter: signature.letter_id,
            version: signature.letter_version,
            relation: signature.relation.clone().unwrap_or_default(),
            source: signature.source.clone().unwrap_or_default(),
            node: signature.node.clone(),
            group: signature.group_id,
            origin: Origin {
                campaign: signature.campaign_id,
                language: signature.language.clone(),
                country: signature.country.clone().unwrap_or_default(),
            },
        }
    }
}

pub async fn add_to_tally(c: &mut Connection, key: &TallyKey, by: i64) -> Result<()> {
    add_to_tallies(c, &BTreeMap::from([(key.clone(), by)])).await
}

/// Raises or lowers many at once, each row once. Rows in their order, so that two never wait for each
/// other in a circle.
pub async fn add_to_tallies(c: &mut Connection, sums: &BTreeMap<TallyKey, i64>) -> Result<()> {
    let mut by_letter: BTreeMap<(i64, i64, &str, &str, &str, i64), i64> = BTreeMap::new();
    let mut by_origin: BTreeMap<(&Origin, &str, i64), i64> = BTreeMap::new();
    for (key, by) in sums {
        let place = (key.letter, key.version, &*key.relation, &*key.source, &*key.node, key.group);
        *by_letter.entry(place).or_default() += by;
        *by_origin.entry((&key.origin, &*key.node, key.group)).or_default() += by;
    }
    let rows = by_letter.into_iter().map(|((letter, version, relation, source, node, group), by)| {
        vec![
            letter.into(),
            version.into(),
            relation.into(),
            source.into(),
            node.into(),
            group.into(),
            by.into(),
        ]
    });
    TALLY.rows(c, rows.collect()).await?;
    let rows = by_origin.into_iter().map(|((origin, node, group), by)| {
        let Origin { campaign, language, country } = origin;
        vec![(*campaign).into(), language.into(), country.into(), node.into(), group.into(), by.into()]
    });
    ORIGIN_TALLY.rows(c, rows.collect()).await
}

static TALLY: Insert = Insert::new(
    "tally",
    &[
        ("letter_id", Kind::I64),
        ("version", Kind::I64),
        ("relation", Kind::Text),
        ("source", Kind::Text),
        ("node", Kind::Text),
        ("group_id", Kind::I64),
        ("signatures", Kind::I64),
    ],
    "on conflict (letter_id, version, relation, source, node) \
     do update set signatures = tally.signatures + excluded.signatures",
);

static ORIGIN_TALLY: Insert = Insert::new(
    "origin_tally",
    &[
        ("campaign_id", Kind::I64),
        ("language", Kind::Text),
        ("country", Kind::Text),
        ("node", Kind::Text),
        ("group_id", Kind::I64),
        ("signatures", Kind::I64),
    ],
    "on conflict (campaign_id, language, country, node) \
     do update set signatures = origin_tally.signatures + excluded.signatures",
);

/// A tally that signatures do not bear out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    pub letter: i64,
    pub version: i64,
    pub relation: String,
    pub source: String,
    pub node: String,
    pub tallied: i64,
    pub counted: i64,
}

/// Counts every signature again, and answers the tallies that say something else.
pub async fn tallies_that_disagree(c: &mut Connection) -> Result<Vec<Disagreement>> {
    query(
        "select letter_id, version, relation, source, node, cast(sum(tallied) as bigint) as tallied, \
         cast(sum(counted) as bigint) as counted from \
         (select letter_id, version, relation, source, node, signatures as tallied, 0 as counted from tally \
         union all \
         select letter_id, letter_version, coalesce(relation, ''), coalesce(source, ''), node, 0, count(*) \
         from signature where state = 'confirmed' group by 1, 2, 3, 4, 5) as sums \
         group by letter_id, version, relation, source, node having sum(tallied) <> sum(counted) \
         order by letter_id, version, relation, source, node",
    )
    .all(c, |row| {
        Ok(Disagreement {
            letter: row.get("letter_id")?,
            version: row.get("version")?,
            relation: row.get("relation")?,
            source: row.get("source")?,
            node: row.get("node")?,
            tallied: row.get("tallied")?,
            counted: row.get("counted")?,
        })
    })
    .await
}

/// A sum of a campaign at a glance that signatures do not bear out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlanceDisagreement {
    pub campaign: String,
    /// What was confirmed by hour; else where signatures come from.
    pub by_hour: bool,
    pub tallied: i64,
    pub counted: i64,
}

/// Counts again what a campaign shows at a glance. What was confirmed by hour counts those too who withdrew,
/// so that it is wrong only where it is less than what stands.
pub async fn glances_that_disagree(c: &mut Connection) -> Result<Vec<GlanceDisagreement>> {
    query(
        "select c.slug as campaign, cast(sums.by_hour as bigint) as by_hour, cast(sums.tallied as bigint) as tallied, \
         cast(sums.counted as bigint) as counted from \
         (select campaign_id, 0 as by_hour, sum(tallied) as tallied, sum(counted) as counted from \
         (select campaign_id, language, country, node, signatures as tallied, 0 as counted from origin_tally \
         union all select campaign_id, language, coalesce(country, ''), node, 0, count(*) from signature \
         where state = 'confirmed' group by 1, 2, 3, 4) as origins group by campaign_id, language, country, node \
         having sum(tallied) <> sum(counted) \
         union all select campaign_id, 1, sum(tallied), sum(counted) from \
         (select campaign_id, confirmations as tallied, 0 as counted from quarter_tally \
         union all select campaign_id, 0, count(*) from signature where state = 'confirmed' group by 1) as hours \
         group by campaign_id having sum(tallied) < sum(counted)) as sums \
         join campaign c on c.id = sums.campaign_id order by 1, 2, 3",
    )
    .all(c, |row| {
        Ok(GlanceDisagreement {
            campaign: row.get("campaign")?,
            by_hour: row.get::<i64>("by_hour")? == 1,
            tallied: row.get("tallied")?,
            counted: row.get("counted")?,
        })
    })
    .await
}

/// Takes `entries` places at the end of a letter's log and answers the first of them.
async fn extend_log(c: &mut Connection, letter: i64, group: i64, entries: i64) -> Result<i64> {
    query(
        "insert into letter_log (letter_id, group_id, size) values ($1, $2, $3) \
         on conflict (letter_id) do update set size = letter_log.size + excluded.size returning size",
    )
    .bind(letter)
    .bind(group)
    .bind(entries)
    .one(c, |row| row.get::<i64>("size"))
    .await
    .map(|size| size - entries)
}

static LOG_ENTRY: Insert = Insert::new(
    "log_entry",
    &[
        ("letter_id", Kind::I64),
        ("position", Kind::I64),
        ("group_id", Kind::I64),
        ("kind", Kind::Text),
        ("batch_at", Kind::I64),
        ("commitment", Kind::Bytes),
    ],
    "",
);

/// One entry of a letter's log before it has its place.
pub struct LogEntry {
    pub letter: i64,
    pub group: i64,
    pub kind: LogKind,
    pub commitment: Vec<u8>,
}

/// Appends entries to their letters' logs, in their order, under one batch time.
pub async fn log(c: &mut Connection, entries: &[LogEntry], batch_at: i64) -> Result<()> {
    let mut letters: Vec<(i64, i64)> = entries.iter().map(|entry| (entry.letter, entry.group)).collect();
    letters.sort_unstable();
    letters.dedup();
    for (letter, group) in letters {
        let own: Vec<&LogEntry> = entries.iter().filter(|entry| entry.letter == letter).collect();
        let count = i64::try_from(own.len()).unwrap_or(i64::MAX);
        let first = extend_log(c, letter, group, count).await?;
        let row = |(entry, position): (&LogEntry, i64)| {
            vec![
                letter.into(),
                position.into(),
                group.into(),
                entry.kind.word().into(),
                batch_at.into(),
                entry.commitment.as_slice().into(),
            ]
        };
        LOG_ENTRY.rows(c, own.into_iter().zip(first..).map(row).collect()).await?;
    }
    Ok(())
}
