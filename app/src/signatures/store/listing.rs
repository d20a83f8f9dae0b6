//! The SQL of the desk's list of signatures: pages by key, never by counting what was passed over, so that
//! the last page of a million is as quick as the first.

use broadside_db::{Connection, Result, Row, Value, query_composed};
use std::fmt::Write as _;

/// In which order, and what is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    Newest,
    /// Names that begin so, in the form in which names are compared.
    Name(String),
    /// Addresses that begin so, in canonical form.
    Address(String),
}

#[derive(Clone, Debug)]
pub struct Listing {
    pub group: i64,
    pub campaign: i64,
    pub look: Look,
    pub only: Only,
    /// Leaves out the names that their signers hid: for who may not read them, a search must not find them.
    pub shown_names_only: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    Every,
    Shown,
    Hidden,
    Held,
    Invalidated,
    Withdrawn,
}

impl Only {
    fn is_rare(self) -> bool {
        matches!(self, Self::Held | Self::Invalidated | Self::Withdrawn)
    }
}

/// Where a page ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct After {
    pub key: String,
    pub id: i64,
}

/// A signature as the desk lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedSignature {
    pub id: i64,
    pub name: String,
    /// Nothing where the person was erased.
    pub email: Option<String>,
    pub relation: Option<String>,
    pub postal_code: Option<String>,
    pub country: Option<String>,
    pub comment: Option<String>,
    pub is_public: bool,
    pub source: Option<String>,
    pub state: String,
    pub language: String,
    pub letter: String,
    pub confirmed_at: i64,
    /// What it was ordered by.
    pub key: String,
}

fn listed(row: &Row) -> Result<ListedSignature> {
    Ok(ListedSignature {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        relation: row.get("relation")?,
        postal_code: row.get("postal_code")?,
        country: row.get("country")?,
        comment: row.get("comment")?,
        is_public: row.get("is_public")?,
        source: row.get("source")?,
        state: row.get("state")?,
        language: row.get("language")?,
        letter: row.get("letter")?,
        confirmed_at: row.get("confirmed_at")?,
        key: row.get::<Option<String>>("key")?.unwrap_or_default(),
    })
}

/// Comes after every text that begins so: the last character there is.
const LAST: char = '\u{10ffff}';

pub async fn signatures_listed(
    c: &mut Connection,
    listing: &Listing,
    after: Option<&After>,
    most: i64,
) -> Result<Vec<ListedSignature>> {
    let mut values: Vec<Value> = vec![listing.campaign.into()];
    let mut next = |value: Value| {
        values.push(value);
        format!("${}", values.len())
    };
    let (key, joined, mut conditions) = match &listing.look {
        Look::Newest => {
            let below = after.map_or(i64::MAX, |after| after.id);
            ("''", "left join", format!("s.id < {}", next(below.into())))
        }
        Look::Name(begins) => {
            // Few are in a rare state: they are read by it, and the index of names is kept out of it.
            let key = if listing.only.is_rare() { "(s.name_key || '')" } else { "s.name_key" };
            (key, "left join", range(key, begins, after, &mut next))
        }
        Look::Address(begins) => {
            let conditions = range("p.email_canonical", begins, after, &mut next);
            let group = next(listing.group.into());
            ("p.email_canonical", "join", format!("p.group_id = {group} and {conditions}"))
        }
    };
    conditions.push_str(match listing.only {
        Only::Every => "",
        Only::Shown => " and s.state = 'confirmed' and s.is_public",
        Only::Hidden => " and s.state = 'confirmed' and not s.is_public",
        // Said twice, so that SQLite sees that the index of rare states fits.
        Only::Held => " and s.state = 'held' and s.state <> 'confirmed'",
        Only::Invalidated => " and s.state = 'invalidated' and s.state <> 'confirmed'",
        Only::Withdrawn => " and s.state = 'withdrawn' and s.state <> 'confirmed'",
    });
    if listing.shown_names_only && listing.look != Look::Newest {
        conditions.push_str(" and s.is_public and s.state = 'confirmed'");
    }
    let order = if listing.look == Look::Newest { "s.id desc".to_owned() } else { format!("{key}, s.id") };
    let most = next(most.into());
    let sql = format!(
        "select s.id, s.name, p.email, s.relation, s.postal_code, s.country, s.comment, s.is_public, s.source, \
         s.state, s.language, l.slug as letter, s.confirmed_at, {key} as key \
         from signature s {joined} person p on p.id = s.person_id join letter l on l.id = s.letter_id \
         where s.campaign_id = $1 and {conditions} order by {order} limit {most}"
    );
    query_composed(sql).bind_all(values).all(c, listed).await
}

fn range(
    column: &str,
    begins: &str,
    after: Option<&After>,
    next: &mut impl FnMut(Value) -> String,
) -> String {
    let (from, until) = (next(begins.into()), next(format!("{begins}{LAST}").into()));
    let mut conditions = format!("{column} >= {from} and {column} < {until}");
    if let Some(after) = after {
        let (key, id) = (next((&after.key).into()), next(after.id.into()));
        // Writing to a String cannot fail.
        let _ = write!(conditions, " and ({column}, s.id) > ({key}, {id})");
    }
    conditions
}
