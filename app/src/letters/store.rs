//! The SQL of letters, one function per question.

use super::endorsers::Standing;
use super::{Terms, Wording};
use crate::campaigns::endorsers::Shown;
use crate::campaigns::store::parsed;
use broadside_db::{Connection, Result, Row, query};
use std::collections::BTreeMap;
use std::collections::HashMap;

/// What signing is subject to; nothing for a letter that is not.
pub async fn terms(c: &mut Connection, letter: i64) -> Result<Option<Terms>> {
    query(
        "select l.status as letter_status, c.status as campaign_status, l.names_per_mailbox, l.slug, c.slug as campaign \
         from letter l join campaign c on c.id = l.campaign_id where l.id = $1",
    )
    .bind(letter)
    .first(c, |row| {
        let (letter, campaign): (String, String) = (row.get("letter_status")?, row.get("campaign_status")?);
        Ok(Terms {
            is_open: letter == "open" && campaign == "published",
            names_per_mailbox: row.get("names_per_mailbox")?,
            page: format!(
                "/campaigns/{}/letters/{}",
                row.get::<String>("campaign")?,
                row.get::<String>("slug")?
            ),
        })
    })
    .await
}

/// A version of a letter in each language it had, and when it was made.
pub async fn wording(c: &mut Connection, letter: i64, version: i64) -> Result<Vec<Wording>> {
    query(
        "select language, title, addressee, body, reason, created_at from letter_text \
         where letter_id = $1 and version = $2 order by language",
    )
    .bind(letter)
    .bind(version)
    .all(c, a_wording)
    .await
}

fn a_wording(row: &Row) -> Result<Wording> {
    Ok(Wording {
        language: row.get("language")?,
        title: row.get("title")?,
        addressee: row.get("addressee")?,
        body: row.get("body")?,
        reason: row.get("reason")?,
        created_at: row.get("created_at")?,
    })
}

/// Every version's words in each language it had, the newest first.
pub async fn wordings(c: &mut Connection, letter: i64) -> Result<Vec<(i64, Wording)>> {
    query(
        "select version, language, title, addressee, body, reason, created_at from letter_text \
         where letter_id = $1 order by version desc, language",
    )
    .bind(letter)
    .all(c, |row| Ok((row.get("version")?, a_wording(row)?)))
    .await
}

/// Confirmed signatures of a letter by version and relation (empty where none was chosen), from the tallies.
pub async fn counts(c: &mut Connection, letter: i64) -> Result<Vec<(i64, String, i64)>> {
    query(
        "select version, relation, cast(sum(signatures) as bigint) as n from tally where letter_id = $1 \
         group by version, relation order by relation, version",
    )
    .bind(letter)
    .all(c, |row| Ok((row.get("version")?, row.get("relation")?, row.get("n")?)))
    .await
}

/// Whether names of those who signed earlier words stand under the current ones, and which these are.
pub async fn current(c: &mut Connection, letter: i64) -> Result<Option<(i64, bool)>> {
    query(
        "select l.version, v.moves_names from letter l \
         left join letter_version v on v.letter_id = l.id and v.version = l.version where l.id = $1",
    )
    .bind(letter)
    .first(c, |row| Ok((row.get("version")?, row.get::<Option<bool>>("moves_names")?.unwrap_or(false))))
    .await
}

/// Whether the letter's campaign is taken to be under attack.
pub async fn is_attacked(c: &mut Connection, letter: i64, now: i64) -> Result<bool> {
    let row = query(
        "select a.until_at from letter l join attack a on a.campaign_id = l.campaign_id \
         where l.id = $1 and a.until_at > $2",
    );
    Ok(row.bind(letter).bind(now).first(c, |row| row.get::<i64>("until_at")).await?.is_some())
}

/// The organisations that a letter's page shows, as they were approved, in the order of their numbers.
pub async fn endorsers(c: &mut Connection, letter: i64) -> Result<Vec<Standing>> {
    let rows =
        query("select id, shown from endorsement where letter_id = $1 and shown is not null order by id")
            .bind(letter)
            .all(c, |row| Ok((row.get::<i64>("id")?, row.get::<String>("shown")?)))
            .await?;
    let logos: HashMap<(i64, String), (i64, i64)> = query(
        "select l.endorsement_id, l.digest, l.width, l.height from endorsement e \
         join endorsement_logo l on l.endorsement_id = e.id where e.letter_id = $1 and e.shown is not null",
    )
    .bind(letter)
    .all(c, |row| {
        Ok(((row.get("endorsement_id")?, row.get("digest")?), (row.get("width")?, row.get("height")?)))
    })
    .await?
    .into_iter()
    .collect();
    let standing = rows.into_iter().map(|(id, shown)| {
        let shown: Shown = parsed(&shown)?;
        let logo = shown.logo.as_ref().and_then(|digest| logos.get(&(id, digest.clone())).copied());
        Ok(Standing { id: Some(id), shown, logo })
    });
    standing.collect()
}

/// A name on the public roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicName {
    pub name: String,
    pub relation: Option<String>,
    /// Which words it stands under.
    pub version: i64,
}

/// The classes by which it is counted openly what organisers removed.
pub const REMOVED_AS: [&str; 4] = ["false", "duplicate", "abusive", "other"];

/// How many signatures are held, and how many were removed as what: each by an index that holds no others.
pub async fn not_counted(c: &mut Connection, letter: i64) -> Result<(i64, BTreeMap<&'static str, i64>)> {
    let held = query("select count(*) as n from signature where letter_id = $1 and state = 'held'")
        .bind(letter)
        .one(c, |row| row.get("n"))
        .await?;
    let rows = query(
        // Whoever withdraws what was removed takes nothing from that count.
        "select removed_as as class, count(*) as n from signature \
         where letter_id = $1 and removed_as is not null group by removed_as",
    )
    .bind(letter)
    .all(c, |row| Ok((row.get::<String>("class")?, row.get::<i64>("n")?)))
    .await?;
    let of = |word: &'static str| {
        let sum = rows.iter().filter(|(class, _)| class == word).map(|(_, n)| n).sum();
        (word, sum)
    };
    Ok((held, REMOVED_AS.into_iter().map(of).collect()))
}

/// The newest signers who agreed to be shown, less those whom organisers keep off the page.
pub async fn newest_public(c: &mut Connection, letter: i64, most: i64) -> Result<Vec<PublicName>> {
    let newest = public_names(c, letter, &Stretch::default(), &Whose::default(), most).await?;
    Ok(newest.into_iter().map(|(_, name)| name).collect())
}

/// Where a name stands among those of a letter: when it was confirmed, and its row where several were at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Microseconds UTC.
    pub confirmed_at: i64,
    pub signature: i64,
}

/// A stretch of a letter's names, from behind one down to another and with it; all of them by default.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    pub behind: Spot,
    pub down_to: Spot,
}

impl Default for Stretch {
    fn default() -> Self {
        Self {
            behind: Spot { confirmed_at: i64::MAX, signature: i64::MAX },
            down_to: Spot { confirmed_at: i64::MIN, signature: i64::MIN },
        }
    }
}

/// Whose names are wanted: empty words want everybody's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whose {
    /// The slug of a relation.
    pub relation: String,
    /// ISO 3166-1, two letters.
    pub country: String,
}

/// Names of a stretch, the newest first. Both engines walk the index `signature_public`; it does not hold the
/// row's number, by which those that were confirmed at once are told apart, so that the walk begins at that
/// moment and passes over those of them that were shown already.
pub async fn public_names(
    c: &mut Connection,
    letter: i64,
    stretch: &Stretch,
    whose: &Whose,
    most: i64,
) -> Result<Vec<(Spot, PublicName)>> {
    query(PUBLIC_NAMES)
        .bind(letter)
        .bind(stretch.behind.confirmed_at)
        .bind(stretch.behind.signature)
        .bind(stretch.down_to.confirmed_at)
        .bind(stretch.down_to.signature)
        .bind(&*whose.relation)
        .bind(&*whose.country)
        .bind(most)
        .all(c, |row| {
            let name = PublicName {
                name: row.get("name")?,
                relation: row.get("relation")?,
                version: row.get("letter_version")?,
            };
            Ok((spot(row)?, name))
        })
        .await
}

pub const PUBLIC_NAMES: &str = "select id, confirmed_at, name, relation, letter_version from signature \
     where letter_id = $1 and state = 'confirmed' and is_public and hidden_at is null \
     and confirmed_at <= $2 and (confirmed_at < $2 or id < $3) \
     and confirmed_at >= $4 and (confirmed_at > $4 or id >= $5) \
     and ($6 = '' or relation = $6) and ($7 = '' or country = $7) \
     order by confirmed_at desc, id desc limit $8";

/// The last name that one comes to who goes through so many, whosoever they are; nothing where there is none.
pub async fn end_of_look(c: &mut Connection, letter: i64, behind: Spot, most: i64) -> Result<Option<Spot>> {
    query(END_OF_LOOK)
        .bind(letter)
        .bind(behind.confirmed_at)
        .bind(behind.signature)
        .bind(most)
        .first(c, spot)
        .await
}

pub const END_OF_LOOK: &str = "select id, confirmed_at from (select id, confirmed_at from signature \
     where letter_id = $1 and state = 'confirmed' and is_public and hidden_at is null \
     and confirmed_at <= $2 and (confirmed_at < $2 or id < $3) \
     order by confirmed_at desc, id desc limit $4) as looked order by confirmed_at, id limit 1";

fn spot(row: &Row) -> Result<Spot> {
    Ok(Spot { confirmed_at: row.get("confirmed_at")?, signature: row.get("id")? })
}
