//! `broadside bench fill`: made-up signatures of a month past the mail, to see how a full instance behaves.
//! It writes the same rows as the road of a signature does, log, sums and mails among them; for every tenth
//! signature a sign-on waits that nobody confirmed.

mod tables;

use crate::clock::{Clock, DAY, Dice};
use crate::config::Settings;
use crate::instance::{self, Keys};
use crate::signatures::link::Link;
use crate::signatures::store::{self, Happened, LogEntry, Origin, Quarters, TallyKey};
use crate::signatures::{LogKind, State, commitment, name_key};
use broadside_db::{Connection, Db, Lane, Result, query};
use std::collections::BTreeMap;
use tables::{MAIL, PERSON, SIGN_ON, SIGNATURE};

const STEP: u64 = 20_000;
/// Far above every number that the intake gives out in a test.
const FIRST: i64 = 1_000_000_000;
/// Over so long a time the signatures came in, evenly.
const SPAN: i64 = 28 * DAY;

pub async fn run(
    settings: &Settings,
    signatures: u64,
) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let clock = Clock::machine();
    let (db, keys) = instance::open(settings, &Dice::machine(), clock.now(), false).await?;
    let done = into(&db, &keys, &settings.node, signatures, clock.now()).await?;
    db.close().await;
    tell!("{done} signatures");
    Ok(())
}

/// Tells the links of those who wait; of made-up people alone, whose numbers lie below all that are given out.
pub async fn links(settings: &Settings) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let (db, keys) = instance::open(settings, &Dice::machine(), Clock::machine().now(), false).await?;
    let links = query("select id, letter_id, created_at from sign_on where id < 0 order by id")
        .all(&mut db.read().await?, |row| {
            Ok(Link {
                sign_on: row.get("id")?,
                letter: row.get("letter_id")?,
                stored_at: row.get("created_at")?,
            })
        })
        .await?;
    db.close().await;
    for link in links {
        tell!("{}", keys.links.seal(link));
    }
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
    let apart = SPAN / i64::try_from(signatures)?.max(1);
    let mut done = 0;
    while done < signatures {
        let count = STEP.min(signatures - done);
        let (keys, node) = (keys.clone(), node.to_owned());
        let made: Vec<Made> = (done..done + count)
            .map(|place| Made::new(place, now - i64::try_from(signatures - place).unwrap_or(0) * apart))
            .collect();
        db.write(Lane::Ordinary, move |c| {
            let (keys, node, made) = (keys.clone(), node.clone(), made.clone());
            Box::pin(async move { fill(c, letter, &made, &keys, &node, now).await })
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

/// One made-up signer. What differs from one to the next follows from the place in the row.
#[derive(Clone)]
struct Made {
    id: i64,
    name: String,
    email: String,
    at: i64,
    language: &'static str,
    relation: Option<&'static str>,
    country: Option<&'static str>,
    source: Option<&'static str>,
    comment: Option<&'static str>,
    state: State,
}

impl Made {
    fn new(place: u64, at: i64) -> Self {
        let id = FIRST.saturating_add(i64::try_from(place).unwrap_or(i64::MAX));
        let every = |nth: u64| place % nth == nth - 1;
        Self {
            id,
            name: format!("Filler {id}"),
            email: format!("filler{id}@example.org"),
            at,
            language: if every(4) { "es" } else { "en" },
            relation: [None, Some("customer"), Some("would-be-customer")]
                [usize::try_from(place % 3).unwrap_or(0)],
            country: if every(50_000) {
                Some("IS")
            } else if every(3) {
                Some("US")
            } else {
                None
            },
            source: if every(20_000) {
                Some("rare")
            } else if every(5) {
                Some("newsletter")
            } else {
                None
            },
            comment: every(6).then_some("Data that was given for one purpose is not for another."),
            state: if every(1_000) { State::Withdrawn } else { State::Confirmed },
        }
    }
}

async fn fill(
    c: &mut Connection,
    letter: Letter,
    made: &[Made],
    keys: &Keys,
    node: &str,
    now: i64,
) -> Result<()> {
    let mut people = Vec::new();
    let mut rows = Vec::new();
    let mut entries = Vec::new();
    let mut mails = Vec::new();
    let mut waiting = Vec::new();
    let mut quarters = Quarters::default();
    let mut tallies: BTreeMap<TallyKey, i64> = BTreeMap::new();
    for one in made {
        let address_key = keys.addresses.of(&one.email);
        let withdrawn = one.state == State::Withdrawn;
        let salt = one.id.to_be_bytes();
        people.push(vec![
            one.id.into(),
            letter.group.into(),
            (&one.email).into(),
            (&one.email).into(),
            one.at.into(),
        ]);
        rows.push(vec![
            letter.group.into(),
            letter.campaign.into(),
            letter.id.into(),
            letter.version.into(),
            one.id.into(),
            one.id.into(),
            address_key.clone().into(),
            1.into(),
            one.language.into(),
            (&one.name).into(),
            name_key(&one.name).into(),
            one.relation.map(str::to_owned).into(),
            one.country.map(str::to_owned).into(),
            one.comment.map(str::to_owned).into(),
            (one.id % 2 == 0).into(),
            one.source.map(str::to_owned).into(),
            one.state.word().into(),
            salt.as_slice().into(),
            node.into(),
            one.at.into(),
            one.at.into(),
            one.at.into(),
        ]);
        let logged = [LogKind::Signed, LogKind::Withdrawn];
        for kind in logged.into_iter().take(if withdrawn { 2 } else { 1 }) {
            entries.push(LogEntry {
                letter: letter.id,
                group: letter.group,
                kind,
                commitment: commitment(kind, &salt, &one.name, one.relation, letter.version, one.id),
            });
        }
        mails.push(mail(letter, one.id, address_key, "sent", one.at));
        quarters.at(letter.campaign, letter.group, one.at).add(&Happened {
            sign_ons: 1,
            confirmed: 1,
            confirmations: 1,
            withdrawals: i64::from(withdrawn),
        });
        if !withdrawn {
            *tallies.entry(counted(letter, one, node)).or_default() += 1;
        }
        if one.id % 10 == 9 {
            // Numbers below all that the intake gives out: decided long ago.
            let id = FIRST - one.id - 1;
            let email = format!("waiting{id}@example.org");
            let state = if one.id % 1_000 == 999 { "bounced" } else { "sent" };
            mails.push(mail(letter, id, keys.addresses.of(&email), state, one.at));
            waiting.push(vec![
                id.into(),
                letter.group.into(),
                letter.campaign.into(),
                letter.id.into(),
                letter.version.into(),
                one.language.into(),
                (&one.name).into(),
                email.into(),
                true.into(),
                "[]".into(),
                one.at.into(),
            ]);
            quarters
                .at(letter.campaign, letter.group, one.at)
                .add(&Happened { sign_ons: 1, ..Happened::default() });
        }
    }
    PERSON.rows(c, people).await?;
    SIGNATURE.rows(c, rows).await?;
    SIGN_ON.rows(c, waiting).await?;
    MAIL.rows(c, mails).await?;
    store::log(c, &entries, now).await?;
    agreements(c, made).await?;
    quarters.write(c, node).await?;
    store::add_to_tallies(c, &tallies).await
}

fn mail(
    letter: Letter,
    sign_on: i64,
    address_key: Vec<u8>,
    state: &'static str,
    at: i64,
) -> Vec<broadside_db::Value> {
    vec![
        letter.group.into(),
        letter.campaign.into(),
        "confirmation".into(),
        sign_on.into(),
        address_key.into(),
        state.into(),
        1.into(),
        at.into(),
        0.into(),
        1.into(),
        at.into(),
        at.into(),
    ]
}

fn counted(letter: Letter, one: &Made, node: &str) -> TallyKey {
    TallyKey {
        letter: letter.id,
        version: letter.version,
        relation: one.relation.unwrap_or_default().to_owned(),
        source: one.source.unwrap_or_default().to_owned(),
        node: node.to_owned(),
        group: letter.group,
        origin: Origin {
            campaign: letter.campaign,
            language: one.language.to_owned(),
            country: one.country.unwrap_or_default().to_owned(),
        },
    }
}

/// What signers agreed to, at the numbers their signatures were given.
async fn agreements(c: &mut Connection, made: &[Made]) -> Result<()> {
    let (Some(first), Some(last)) = (made.first(), made.last()) else { return Ok(()) };
    query(
        "insert into consent (group_id, campaign_id, person_id, signature_id, partner, language, \
         words_version, page, source, given_at) \
         select group_id, campaign_id, person_id, id, 'filler', language, '1', 'filler', source, confirmed_at \
         from signature where sign_on_id between $1 and $2 and sign_on_id % 4 = 3",
    )
    .bind(first.id)
    .bind(last.id)
    .run(c)
    .await?;
    Ok(())
}
