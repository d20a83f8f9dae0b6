//! The SQL of the register of erasures.

use crate::privacy::register::{Entry, OF_ACCOUNT};
use crate::signatures::name_key;
use broadside_db::{Connection, Result, Row, query};

/// An erasure that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub id: i64,
    pub address_key: Vec<u8>,
    pub group: Option<i64>,
    pub erased_at: i64,
    /// Of an account of the desk, not of a signer.
    pub of_account: bool,
}

pub(super) fn asked(row: &Row) -> Result<Asked> {
    Ok(Asked {
        id: row.get("id")?,
        address_key: row.get("address_key")?,
        group: row.get("group_id")?,
        erased_at: row.get("erased_at")?,
        of_account: row.get("of_account")?,
    })
}

/// Enters an erasure into the register; nothing where it stands there already.
pub async fn enter(
    c: &mut Connection,
    address_key: &[u8],
    group: Option<i64>,
    erased_at: i64,
) -> Result<Option<Asked>> {
    query(
        "insert into erasure (group_id, address_key, erased_at) values ($1, $2, $3) on conflict do nothing \
         returning id, group_id, address_key, erased_at, of_account",
    )
    .bind(group)
    .bind(address_key)
    .bind(erased_at)
    .first(c, asked)
    .await
}

/// Erasures entered before a time whose work is not done, the oldest first.
pub async fn unfinished(c: &mut Connection, entered_before: i64, most: i64) -> Result<Vec<Asked>> {
    query(
        "select id, group_id, address_key, erased_at, of_account from erasure where finished_at is null \
         and erased_at < $1 \
         order by id limit $2",
    )
    .bind(entered_before)
    .bind(most)
    .all(c, asked)
    .await
}

pub async fn finish(c: &mut Connection, id: i64, now: i64) -> Result<u64> {
    query("update erasure set finished_at = $2 where id = $1").bind(id).bind(now).run(c).await
}

/// The whole register, as it is written to its file.
pub async fn register(c: &mut Connection) -> Result<Vec<Entry>> {
    query(
        "select e.address_key, e.erased_at, e.of_account, g.slug from erasure e left join \"group\" g on g.id = e.group_id \
         order by e.erased_at, e.id",
    )
    .all(c, |row| {
        Ok(Entry {
            address_key: row.get("address_key")?,
            erased_at: row.get("erased_at")?,
            group: if row.get("of_account")? { Some(OF_ACCOUNT.to_owned()) } else { row.get("slug")? },
        })
    })
    .await
}

pub async fn group_of(c: &mut Connection, slug: &str) -> Result<Option<i64>> {
    query("select id from \"group\" where slug = $1").bind(slug).first(c, |row| row.get("id")).await
}

/// The address that a signature's person has; nothing where it belongs to nobody.
pub async fn address_of(c: &mut Connection, signature: i64) -> Result<Option<String>> {
    query("select p.email_canonical from signature s join person p on p.id = s.person_id where s.id = $1")
        .bind(signature)
        .first(c, |row| row.get("email_canonical"))
        .await
}

/// Takes the titles off kept filters that say one of these names; answers how many.
pub async fn untitle_filters(c: &mut Connection, group: Option<i64>, said: &[String]) -> Result<u64> {
    let kept =
        query("select id, name from saved_filter where ($1 = 0 or group_id = $1) and name <> '' order by id")
            .bind(group.unwrap_or(0))
            .all(c, |row| Ok((row.get::<i64>("id")?, row.get::<String>("name")?)))
            .await?;
    let mut untitled = 0;
    for (id, _) in kept.iter().filter(|(_, title)| said.iter().any(|words| says(title, words))) {
        untitled += query("update saved_filter set name = '' where id = $1").bind(*id).run(c).await?;
    }
    Ok(untitled)
}

/// Whether a title says a name, by whole words in whatever case.
fn says(title: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let folded = name_key(text);
        let parts = folded.split(|one: char| !one.is_alphanumeric());
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    let (title, name) = (words(title), words(name));
    !name.is_empty() && title.windows(name.len()).any(|some| some == name)
}

/// Holds a person's row, so that whoever confirms in the same moment is seen or waits.
pub async fn hold_person(c: &mut Connection, id: i64) -> Result<u64> {
    query("update person set created_at = created_at where id = $1").bind(id).run(c).await
}
