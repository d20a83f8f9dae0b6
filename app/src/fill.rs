//! `broadside bench fill`: made-up confirmed signatures past the mail, to see how a full instance
//! behaves. It writes the same rows as the road of a signature does, log and tally among them.

use crate::clock::{Clock, Dice};
use crate::config::Settings;
use crate::instance::{self, Keys};
use crate::signatures::store::{self, Happened, LogEntry, Origin, Quarters, TallyKey};
use crate::signatures::{LogKind, State, commitment, name_key};
use broadside_db::{Connection, Db, Insert, Kind, Lane, Result, query};

static PERSON: Insert = Insert::new(
    "person",
    &[
        ("id", Kind::I64),
        ("group_id", Kind::I64),
        ("email", Kind::Text),
        ("email_canonical", Kind::Text),
        ("created_at", Kind::I64),
    ],
    "",
);

static SIGNATURE: Insert = Insert::new(
    "signature",
    &[
        ("group_id", Kind::I64),
        ("campaign_id", Kind::I64),
        ("letter_id", Kind::I64),
        ("letter_version", Kind::I64),
        ("person_id", Kind::I64),
        ("sign_on_id", Kind::I64),
        ("address_key", Kind::Bytes),
        ("place", Kind::I64),
        ("language", Kind::Text),
        ("name", Kind::Text),
        ("name_key", Kind::Text),
        ("is_public", Kind::Bool),
        ("state", Kind::Text),
        ("salt", Kind::Bytes),
        ("node", Kind::Text),
        ("signed_on_at", Kind::I64),
        ("confirmed_at", Kind::I64),
        ("changed_at", Kind::I64),
    ],
    "",
);

const STEP: u64 = 20_000;
/// Far above every number that the intake gives out in a test.
const FIRST: i64 = 1_000_000_000;

pub async fn run(
    settings: &Settings,
    signatures: u64,
) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let clock = Clock::machine();
    let (db, keys) = instance::open(settings, &Dice::machine(), clock.now(), false).await?;
    let done = into(&db, &keys, &settings.node, signatures, clock.now()).await?;
    db.close().await;
    println!("{done} signatures");
    Ok(())
}

/// Fills a database that is open: the oldest letter gets them all.
pub async fn into(
    db: &Db,
    keys: &Keys,
    node: &str,
    signatures: u64,
    now: i64,
) -> std::result::Result<u64, Box<dyn std::error::Error>> {
    let letter = query("select id, campaign_id, group_id, version from letter order by id limit 1")
        .first(&mut db.read().await?, |row| {
            Ok(Letter {
                id: row.get("id")?,
                campaign: row.get("campaign_id")?,
                group: row.get("group_id")?,
                version: row.get("version")?,
            })
        })
        .await?
        .ok_or("import a campaign first")?;
    let mut done = 0;
    while done < signatures {
        let count = STEP.min(signatures - done);
        let (keys, node) = (keys.clone(), node.to_owned());
        let first = FIRST + i64::try_from(done)?;
        db.write(Lane::Ordinary, move |c| {
            let (keys, node) = (keys.clone(), node.clone());
            Box::pin(async move { fill(c, letter, first, count, &keys, &node, now).await })
        })
        .await?;
        done += count;
    }
    Ok(done)
}

#[derive(Clone, Copy)]
struct Letter {
    id: i64,
    campaign: i64,
    group: i64,
    version: i64,
}

async fn fill(
    c: &mut Connection,
    letter: Letter,
    first: i64,
    count: u64,
    keys: &Keys,
    node: &str,
    now: i64,
) -> Result<()> {
    let mut people = Vec::new();
    let mut rows = Vec::new();
    let mut entries = Vec::new();
    for (id, _) in (first..).zip(0..count) {
        let (email, name) = (format!("filler{id}@example.org"), format!("Filler {id}"));
        people.push(vec![id.into(), letter.group.into(), (&email).into(), (&email).into(), now.into()]);
        let salt = id.to_be_bytes();
        rows.push(vec![
            letter.group.into(),
            letter.campaign.into(),
            letter.id.into(),
            letter.version.into(),
            id.into(),
            id.into(),
            keys.addresses.of(&email).into(),
            1.into(),
            "en".into(),
            (&name).into(),
            name_key(&name).into(),
            (id % 2 == 0).into(),
            State::Confirmed.word().into(),
            salt.as_slice().into(),
            node.into(),
            now.into(),
            now.into(),
            now.into(),
        ]);
        entries.push(LogEntry {
            letter: letter.id,
            group: letter.group,
            kind: LogKind::Signed,
            commitment: commitment(LogKind::Signed, &salt, &name, None, letter.version, id),
        });
    }
    PERSON.rows(c, people).await?;
    SIGNATURE.rows(c, rows).await?;
    store::log(c, &entries, now).await?;
    let key = TallyKey {
        letter: letter.id,
        version: letter.version,
        relation: String::new(),
        source: String::new(),
        node: node.to_owned(),
        group: letter.group,
        origin: Origin { campaign: letter.campaign, language: "en".to_owned(), country: String::new() },
    };
    let all = i64::try_from(count).unwrap_or(i64::MAX);
    let mut quarters = Quarters::default();
    quarters.at(letter.campaign, letter.group, now).add(&Happened {
        sign_ons: all,
        confirmed: all,
        confirmations: all,
        withdrawals: 0,
    });
    quarters.write(c, node).await?;
    store::add_to_tally(c, &key, all).await
}
