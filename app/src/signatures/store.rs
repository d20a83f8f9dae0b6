//! The SQL of sign-ons and signatures, one function per question.

use super::{MailKind, SignOn, Signature, Standing, State, StoredSignOn};
use crate::people::Agreed;
use broadside_db::{Connection, Error, Insert, Kind, Result, Row, in_list, in_lists, query, query_composed};
use std::collections::HashMap;
use std::sync::LazyLock;

static SIGN_ON: Insert = Insert::new(
    "sign_on",
    &[
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("letter_id", Kind::I64),
        ("letter_version", Kind::I64),
        ("language", Kind::Text),
        ("name", Kind::Text),
        ("email", Kind::Text),
        ("relation", Kind::Text),
        ("postal_code", Kind::Text),
        ("country", Kind::Text),
        ("comment", Kind::Text),
        ("is_public", Kind::Bool),
        ("consents", Kind::Text),
        ("source", Kind::Text),
        ("created_at", Kind::I64),
    ],
    "",
);

/// Appends sign-ons to the intake: no look-up, no other table.
pub async fn append(c: &mut Connection, sign_ons: &[SignOn]) -> Result<()> {
    let row = |one: &SignOn| {
        vec![
            one.group_id.into(),
            one.campaign_id.into(),
            one.letter_id.into(),
            one.letter_version.into(),
            (&one.language).into(),
            (&one.name).into(),
            (&one.email).into(),
            one.relation.clone().into(),
            one.postal_code.clone().into(),
            one.country.clone().into(),
            one.comment.clone().into(),
            one.is_public.into(),
            consents_text(&one.consents).into(),
            one.source.clone().into(),
            one.created_at.into(),
        ]
    };
    SIGN_ON.rows(c, sign_ons.iter().map(row).collect()).await
}

fn consents_text(consents: &[Agreed]) -> String {
    if consents.is_empty() { "[]".to_owned() } else { serde_json::json!(consents).to_string() }
}

fn stored_sign_on(row: &Row) -> Result<StoredSignOn> {
    let consents: String = row.get("consents")?;
    Ok(StoredSignOn {
        id: row.get("id")?,
        sign_on: SignOn {
            group_id: row.get("group_id")?,
            campaign_id: row.get("campaign_id")?,
            letter_id: row.get("letter_id")?,
            letter_version: row.get("letter_version")?,
            language: row.get("language")?,
            name: row.get("name")?,
            email: row.get("email")?,
            relation: row.get("relation")?,
            postal_code: row.get("postal_code")?,
            country: row.get("country")?,
            comment: row.get("comment")?,
            is_public: row.get("is_public")?,
            consents: serde_json::from_str(&consents).map_err(unreadable)?,
            source: row.get("source")?,
            created_at: row.get("created_at")?,
        },
    })
}

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Other(broadside_db::decode_error(error))
}

/// The next sign-ons of the intake in the order of their numbers.
pub async fn sign_ons_after(c: &mut Connection, position: i64, most: i64) -> Result<Vec<StoredSignOn>> {
    query("select * from sign_on where id > $1 order by id limit $2")
        .bind(position)
        .bind(most)
        .all(c, stored_sign_on)
        .await
}

/// Sign-ons stored before a time, up to a number, the oldest numbers first.
pub async fn sign_ons_before(
    c: &mut Connection,
    created_at: i64,
    up_to: i64,
    most: i64,
) -> Result<Vec<StoredSignOn>> {
    query("select * from sign_on where created_at < $1 and id <= $2 order by id limit $3")
        .bind(created_at)
        .bind(up_to)
        .bind(most)
        .all(c, stored_sign_on)
        .await
}

pub async fn sign_on(c: &mut Connection, id: i64) -> Result<Option<StoredSignOn>> {
    query("select * from sign_on where id = $1").bind(id).first(c, stored_sign_on).await
}

pub async fn sign_ons(c: &mut Connection, ids: &[i64]) -> Result<Vec<StoredSignOn>> {
    static SQL: LazyLock<String> =
        LazyLock::new(|| format!("select * from sign_on where id in ({})", in_list(1)));
    let mut found = Vec::with_capacity(ids.len());
    for list in in_lists(ids) {
        found.extend(query_composed(SQL.clone()).bind_all(list).all(c, stored_sign_on).await?);
    }
    Ok(found)
}

/// Deletes sign-ons and their places in the address index.
pub async fn delete_sign_ons(c: &mut Connection, rows: &[(i64, Vec<u8>)]) -> Result<()> {
    for (id, address_key) in rows {
        query("delete from sign_on where id = $1").bind(*id).run(c).await?;
        query("delete from sign_on_address where address_key = $1 and sign_on_id = $2")
            .bind(address_key.as_slice())
            .bind(*id)
            .run(c)
            .await?;
    }
    Ok(())
}

static SIGN_ON_ADDRESS: Insert = Insert::new(
    "sign_on_address",
    &[
        ("address_key", Kind::Bytes),
        ("sign_on_id", Kind::I64),
        ("group_id", Kind::I64),
        ("letter_id", Kind::I64),
        ("created_at", Kind::I64),
    ],
    "on conflict do nothing",
);

/// Remembers which addresses stand in which rows of the intake.
pub async fn index_addresses(c: &mut Connection, rows: &[(StoredSignOn, Vec<u8>)]) -> Result<()> {
    let mut rows: Vec<_> = rows.iter().collect();
    // Sorted by key, many rows touch few pages.
    rows.sort_by(|a, b| a.1.cmp(&b.1));
    let row = |(one, key): &(StoredSignOn, Vec<u8>)| {
        vec![
            key.as_slice().into(),
            one.id.into(),
            one.sign_on.group_id.into(),
            one.sign_on.letter_id.into(),
            one.sign_on.created_at.into(),
        ]
    };
    SIGN_ON_ADDRESS.rows(c, rows.into_iter().map(row).collect()).await
}

/// The newest sign-ons of an address, the newest first.
pub async fn sign_ons_of(
    c: &mut Connection,
    address_key: &[u8],
    letter: Option<i64>,
    most: i64,
) -> Result<Vec<StoredSignOn>> {
    query(
        "select s.* from sign_on_address a join sign_on s on s.id = a.sign_on_id \
         where a.address_key = $1 and ($2 = 0 or a.letter_id = $2) order by a.sign_on_id desc limit $3",
    )
    .bind(address_key)
    .bind(letter.unwrap_or(0))
    .bind(most)
    .all(c, stored_sign_on)
    .await
}

fn standing(row: &Row) -> Result<Standing> {
    Ok(Standing {
        signature_id: row.get("id")?,
        sign_on_id: row.get("sign_on_id")?,
        signed_on_at: row.get("signed_on_at")?,
        place: row.get("place")?,
        name_key: row.get("name_key")?,
    })
}

/// The signatures that stand for an address under a letter, by place.
pub async fn standing_for(c: &mut Connection, letter: i64, address_key: &[u8]) -> Result<Vec<Standing>> {
    query(
        "select id, sign_on_id, signed_on_at, place, name_key from signature \
         where letter_id = $1 and address_key = $2 and state <> 'withdrawn' order by place",
    )
    .bind(letter)
    .bind(address_key)
    .all(c, standing)
    .await
}

/// [`standing_for`] for many addresses of one letter; addresses without a signature are missing.
pub async fn standing_for_each(
    c: &mut Connection,
    letter: i64,
    address_keys: &[Vec<u8>],
) -> Result<HashMap<Vec<u8>, Vec<Standing>>> {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "select address_key, id, sign_on_id, signed_on_at, place, name_key from signature \
             where letter_id = $1 and state <> 'withdrawn' and address_key in ({}) order by place",
            in_list(2)
        )
    });
    let mut found: HashMap<Vec<u8>, Vec<Standing>> = HashMap::new();
    for list in in_lists(address_keys) {
        let rows = query_composed(SQL.clone())
            .bind(letter)
            .bind_all(list)
            .all(c, |row| Ok((row.get::<Vec<u8>>("address_key")?, standing(row)?)))
            .await?;
        for (key, one) in rows {
            found.entry(key).or_default().push(one);
        }
    }
    Ok(found)
}

fn signature(row: &Row) -> Result<Signature> {
    let state: String = row.get("state")?;
    Ok(Signature {
        id: row.get("id")?,
        group_id: row.get("group_id")?,
        campaign_id: row.get("campaign_id")?,
        letter_id: row.get("letter_id")?,
        letter_version: row.get("letter_version")?,
        sign_on_id: row.get("sign_on_id")?,
        language: row.get("language")?,
        name: row.get("name")?,
        relation: row.get("relation")?,
        postal_code: row.get("postal_code")?,
        country: row.get("country")?,
        comment: row.get("comment")?,
        is_public: row.get("is_public")?,
        source: row.get("source")?,
        state: State::parse(&state).ok_or_else(|| unreadable(std::io::Error::other("an unknown state")))?,
        node: row.get("node")?,
        salt: row.get("salt")?,
        address_key: row.get("address_key")?,
        signed_on_at: row.get("signed_on_at")?,
        confirmed_at: row.get("confirmed_at")?,
        changed_at: row.get("changed_at")?,
    })
}

pub async fn signature_by_sign_on(c: &mut Connection, sign_on: i64) -> Result<Option<Signature>> {
    query("select * from signature where sign_on_id = $1").bind(sign_on).first(c, signature).await
}

pub async fn signature_by_id(c: &mut Connection, id: i64) -> Result<Option<Signature>> {
    query("select * from signature where id = $1").bind(id).first(c, signature).await
}

/// What a confirmed sign-on becomes, with everything that the rules decided.
pub struct NewSignature<'a> {
    pub stored: &'a StoredSignOn,
    pub person: i64,
    pub address_key: &'a [u8],
    pub place: i64,
    pub name_key: String,
    pub salt: &'a [u8],
    pub node: &'a str,
    pub now: i64,
}

/// Stores a signature; nothing where its place was taken in the same moment.
pub async fn add_signature(c: &mut Connection, new: NewSignature<'_>) -> Result<Option<Signature>> {
    let one = &new.stored.sign_on;
    query(
        "insert into signature (group_id, campaign_id, letter_id, letter_version, person_id, sign_on_id, \
         address_key, place, language, name, name_key, relation, postal_code, country, comment, is_public, \
         source, state, salt, node, signed_on_at, confirmed_at, changed_at) values \
         ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'confirmed', $18, $19, $20, \
         $21, $21) on conflict do nothing returning *",
    )
    .bind(one.group_id)
    .bind(one.campaign_id)
    .bind(one.letter_id)
    .bind(one.letter_version)
    .bind(new.person)
    .bind(new.stored.id)
    .bind(new.address_key)
    .bind(new.place)
    .bind(&one.language)
    .bind(&one.name)
    .bind(new.name_key)
    .bind(one.relation.clone())
    .bind(one.postal_code.clone())
    .bind(one.country.clone())
    .bind(one.comment.clone())
    .bind(one.is_public)
    .bind(one.source.clone())
    .bind(new.salt)
    .bind(new.node)
    .bind(one.created_at)
    .bind(new.now)
    .first(c, signature)
    .await
}

/// Gives a standing signature another name; false where it no longer stands.
pub async fn rename(c: &mut Connection, id: i64, name: &str, name_key: &str, now: i64) -> Result<bool> {
    let changed = query(
        "update signature set name = $2, name_key = $3, changed_at = $4 \
         where id = $1 and state <> 'withdrawn'",
    )
    .bind(id)
    .bind(name)
    .bind(name_key)
    .bind(now)
    .run(c)
    .await?;
    Ok(changed == 1)
}

pub async fn set_public(c: &mut Connection, id: i64, is_public: bool, now: i64) -> Result<bool> {
    let changed =
        query("update signature set is_public = $2, changed_at = $3 where id = $1 and state <> 'withdrawn'")
            .bind(id)
            .bind(is_public)
            .bind(now)
            .run(c)
            .await?;
    Ok(changed == 1)
}

/// Withdraws a signature; false where it was withdrawn already.
pub async fn withdraw(c: &mut Connection, id: i64, now: i64) -> Result<bool> {
    let changed = query(
        "update signature set state = 'withdrawn', changed_at = $2 where id = $1 and state <> 'withdrawn'",
    )
    .bind(id)
    .bind(now)
    .run(c)
    .await?;
    query("update consent set withdrawn_at = $2 where signature_id = $1 and withdrawn_at is null")
        .bind(id)
        .bind(now)
        .run(c)
        .await?;
    Ok(changed == 1)
}

pub async fn add_consent(
    c: &mut Connection,
    signature: &Signature,
    person: i64,
    agreed: &Agreed,
    page: &str,
    now: i64,
) -> Result<()> {
    query(
        "insert into consent (group_id, campaign_id, person_id, signature_id, partner, language, words_version, \
         page, source, given_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(signature.group_id)
    .bind(signature.campaign_id)
    .bind(person)
    .bind(signature.id)
    .bind(&agreed.partner)
    .bind(&signature.language)
    .bind(&agreed.words_version)
    .bind(page)
    .bind(signature.source.clone())
    .bind(now)
    .run(c)
    .await?;
    Ok(())
}

/// The words of a consent as they stood in one version; nothing where they were never kept.
pub async fn words_of(
    c: &mut Connection,
    campaign: i64,
    language: &str,
    agreed: &Agreed,
) -> Result<Option<String>> {
    query(
        "select words from consent_words where campaign_id = $1 and partner = $2 and language = $3 and version = $4",
    )
    .bind(campaign)
    .bind(&agreed.partner)
    .bind(language)
    .bind(&agreed.words_version)
    .first(c, |row| row.get("words"))
    .await
}

/// Partners and the words a signer agreed to and has not taken back.
pub async fn consents_given(c: &mut Connection, signature: i64) -> Result<Vec<(String, String)>> {
    query(
        "select g.partner, w.words from consent g join consent_words w on w.campaign_id = g.campaign_id \
         and w.partner = g.partner and w.language = g.language and w.version = g.words_version \
         where g.signature_id = $1 and g.withdrawn_at is null order by g.id",
    )
    .bind(signature)
    .all(c, |row| Ok((row.get("partner")?, row.get("words")?)))
    .await
}

/// The person of an address in a group, made where there is none.
pub async fn person(c: &mut Connection, group: i64, email: &str, canonical: &str, now: i64) -> Result<i64> {
    query(
        "insert into person (group_id, email, email_canonical, created_at) values ($1, $2, $3, $4) \
         on conflict (group_id, email_canonical) do update set email_canonical = excluded.email_canonical returning id",
    )
    .bind(group)
    .bind(email)
    .bind(canonical)
    .bind(now)
    .one(c, |row| row.get("id"))
    .await
}

/// Where a tally counts: one number for each of these together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TallyKey {
    pub letter: i64,
    pub version: i64,
    pub relation: String,
    pub source: String,
    pub node: String,
    pub group: i64,
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
        }
    }
}

pub async fn add_to_tally(c: &mut Connection, key: &TallyKey, by: i64) -> Result<()> {
    query(
        "insert into tally (letter_id, version, relation, source, node, group_id, signatures) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (letter_id, version, relation, source, node) \
         do update set signatures = tally.signatures + excluded.signatures",
    )
    .bind(key.letter)
    .bind(key.version)
    .bind(&key.relation)
    .bind(&key.source)
    .bind(&key.node)
    .bind(key.group)
    .bind(by)
    .run(c)
    .await?;
    Ok(())
}

/// Takes `entries` places at the end of a letter's log and answers the first of them.
pub async fn extend_log(c: &mut Connection, letter: i64, group: i64, entries: i64) -> Result<i64> {
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
    pub kind: super::LogKind,
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

/// "Send it again", as asked.
pub struct LinkRequest {
    pub id: i64,
    pub letter: Option<i64>,
    pub email: String,
}

pub async fn ask_for_link(
    c: &mut Connection,
    letter: Option<(i64, i64)>,
    language: &str,
    email: &str,
    now: i64,
) -> Result<()> {
    query("insert into link_request (group_id, letter_id, language, email, created_at) values ($1, $2, $3, $4, $5)")
        .bind(letter.map(|(group, _)| group))
        .bind(letter.map(|(_, letter)| letter))
        .bind(language)
        .bind(email)
        .bind(now)
        .run(c)
        .await?;
    Ok(())
}

pub async fn link_requests_after(c: &mut Connection, position: i64, most: i64) -> Result<Vec<LinkRequest>> {
    query("select id, letter_id, email from link_request where id > $1 order by id limit $2")
        .bind(position)
        .bind(most)
        .all(c, |row| {
            Ok(LinkRequest { id: row.get("id")?, letter: row.get("letter_id")?, email: row.get("email")? })
        })
        .await
}

pub async fn delete_link_requests_before(
    c: &mut Connection,
    created_at: i64,
    up_to: i64,
    most: i64,
) -> Result<u64> {
    query(
        "delete from link_request where id in (select id from link_request where id <= $1 and created_at < $2 \
         order by id limit $3)",
    )
    .bind(up_to)
    .bind(created_at)
    .bind(most)
    .run(c)
    .await
}

/// Where a signed-already mail goes: the address its signer confirmed with.
pub async fn signature_with_address(c: &mut Connection, sign_on: i64) -> Result<Option<(Signature, String)>> {
    query(
        "select s.*, p.email as person_email from signature s join person p on p.id = s.person_id \
         where s.sign_on_id = $1 and s.state <> 'withdrawn'",
    )
    .bind(sign_on)
    .first(c, |row| Ok((signature(row)?, row.get("person_email")?)))
    .await
}

impl MailKind {
    /// Whether the mail goes to a sign-on that waits, or to a signature that stands.
    pub fn is_about_signature(self) -> bool {
        self == Self::SignedAlready
    }
}
