//! What must hold of a database, whatever happened to the program: asked in SQL, and of the program itself.

use crate::http::Visitor;
use crate::ledger::{Entry, Key, Ledger, Standing};
use crate::load::key_in;
use crate::program::{COUNT, Program, said};
use broadside_db::{Connection, Db, Engine, Error, query};
use std::collections::HashMap;
use std::io;

/// What was found wrong.
#[derive(Debug, Default)]
pub struct Faults {
    /// What somebody was thanked for, and is not there.
    pub lost: Vec<String>,
    /// What is there and does not fit together.
    pub broken: Vec<String>,
}

impl Faults {
    pub fn any(&self) -> bool {
        !self.lost.is_empty() || !self.broken.is_empty()
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        let first = |faults: &[String]| faults.iter().take(5).cloned().collect::<Vec<_>>().join("; ");
        write!(out, "{} lost", self.lost.len())?;
        if !self.lost.is_empty() {
            write!(out, " ({})", first(&self.lost))?;
        }
        if !self.broken.is_empty() {
            write!(out, ", broken: {}", first(&self.broken))?;
        }
        Ok(())
    }
}

/// Questions whose answer is how many rows are wrong.
const QUESTIONS: [(&str, &str); 9] = [
    (
        "tallies that disagree with a recount",
        "select count(*) as n from (select 1 from \
         (select letter_id, version, relation, source, node, signatures as tallied, 0 as counted from tally \
         union all select letter_id, letter_version, coalesce(relation, ''), coalesce(source, ''), node, 0, 1 \
         from signature where state = 'confirmed') as sums \
         group by letter_id, version, relation, source, node having sum(tallied) <> sum(counted)) as wrong",
    ),
    (
        "signatures counted by origin otherwise than they stand",
        "select cast(abs((select coalesce(sum(signatures), 0) from origin_tally) \
         - (select count(*) from signature where state = 'confirmed')) as bigint) as n",
    ),
    (
        "confirmations counted by the quarter otherwise than they stand",
        "select cast(abs((select coalesce(sum(confirmations), 0) from quarter_tally) - (select count(*) from signature)) as bigint) as n",
    ),
    (
        "withdrawals counted by the quarter otherwise than they stand",
        "select cast(abs((select coalesce(sum(withdrawals), 0) from quarter_tally) \
         - (select count(*) from signature where state = 'withdrawn')) as bigint) as n",
    ),
    (
        "logs with gaps",
        "select count(*) as n from letter_log l where size <> \
         (select count(*) from log_entry e where e.letter_id = l.letter_id and e.position < l.size) \
         or size <> (select count(*) from log_entry e where e.letter_id = l.letter_id)",
    ),
    (
        "letters whose log tells of another count",
        "select count(*) as n from letter l where \
         (select coalesce(sum(case kind when 'signed' then 1 when 'withdrawn' then -1 else 0 end), 0) \
         from log_entry e where e.letter_id = l.id) <> \
         (select count(*) from signature s where s.letter_id = l.id and s.state = 'confirmed')",
    ),
    (
        "sign-ons that are two signatures",
        "select count(*) as n from (select 1 from signature group by sign_on_id having count(*) > 1) as wrong",
    ),
    (
        "mailboxes in which one name or place counts twice",
        "select count(*) as n from (select 1 from signature where state <> 'withdrawn' \
         group by letter_id, address_key, name_key having count(*) > 1 union all \
         select 1 from signature where state <> 'withdrawn' \
         group by letter_id, address_key, place having count(*) > 1) as wrong",
    ),
    (
        "sign-ons that the mailer has passed and nothing is known of",
        "select count(*) as n from sign_on \
         where id <= coalesce((select position from job where kind = 'decide-mails'), 0) \
         and id not in (select sign_on_id from sign_on_address)",
    ),
];

/// SQLite alone can be made to forget what it checks.
const POINTS_AT_NOTHING: (&str, &str) =
    ("rows that point at nothing", "select count(*) as n from pragma_foreign_key_check");

/// Opens the database as the program does and asks everything. `at` is the moment of the ledger that must hold.
pub async fn look(url: &str, ledger: &Ledger, at: u64) -> Faults {
    let mut faults = Faults::default();
    match Db::open_existing(url).await {
        Ok(Some(db)) => {
            if let Err(error) = ask(&db, ledger, at, &mut faults).await {
                faults.broken.push(error.to_string());
            }
            db.close().await;
        }
        Ok(None) if is_imported(ledger, at) => faults.lost.push("the database".to_owned()),
        Ok(None) => {}
        Err(error) => faults.broken.push(format!("it does not open: {error}")),
    }
    faults
}

fn is_imported(ledger: &Ledger, at: u64) -> bool {
    ledger.imported.is_some_and(|moment| moment <= at)
}

async fn ask(db: &Db, ledger: &Ledger, at: u64, faults: &mut Faults) -> Result<(), Error> {
    if !db.is_whole().await? {
        faults.broken.push("integrity_check".to_owned());
        return Ok(());
    }
    let mut c = db.read().await?;
    // Before the import has ended, nobody was promised so much as a table.
    let campaigns = count(&mut c, "select count(*) as n from campaign").await;
    if !is_imported(ledger, at) && !matches!(campaigns, Ok(1..)) {
        return Ok(());
    }
    if campaigns? == 0 {
        faults.lost.push("the campaign".to_owned());
    }
    let of_sqlite = (db.engine() == Engine::Sqlite).then_some(POINTS_AT_NOTHING);
    for (what, sql) in QUESTIONS.into_iter().chain(of_sqlite) {
        let wrong = count(&mut c, sql).await?;
        if wrong != 0 {
            faults.broken.push(format!("{wrong} {what}"));
        }
    }
    let stored = Stored::read(&mut c).await?;
    stored.hold_against(ledger, at, faults);
    Ok(())
}

async fn count(c: &mut Connection, sql: &'static str) -> Result<i64, Error> {
    query(sql).one(c, |row| row.get::<i64>("n")).await
}

/// What stands in the database of each submission.
#[derive(Default)]
struct Stored {
    sign_ons: HashMap<Key, u32>,
    /// How often, and whether any of them is confirmed.
    signatures: HashMap<Key, (u32, bool)>,
}

impl Stored {
    async fn read(c: &mut Connection) -> Result<Self, Error> {
        let mut stored = Self::default();
        let sign_ons = query("select comment from sign_on where comment is not null")
            .all(c, |row| row.get::<String>("comment"))
            .await?;
        for key in sign_ons.iter().filter_map(|comment| key_in(comment)) {
            *stored.sign_ons.entry(key).or_default() += 1;
        }
        let signatures = query("select comment, state from signature where comment is not null")
            .all(c, |row| Ok((row.get::<String>("comment")?, row.get::<String>("state")? == "confirmed")))
            .await?;
        for (comment, is_confirmed) in signatures {
            let Some(key) = key_in(&comment) else { continue };
            let known = stored.signatures.entry(key).or_default();
            *known = (known.0 + 1, known.1 || is_confirmed);
        }
        Ok(stored)
    }

    fn hold_against(&self, ledger: &Ledger, at: u64, faults: &mut Faults) {
        let twice = |times: u32| times > 1;
        faults.broken.extend(
            self.sign_ons
                .iter()
                .filter(|(_, times)| twice(**times))
                .map(|(key, _)| format!("sign-on {key} twice")),
        );
        faults.broken.extend(
            self.signatures
                .iter()
                .filter(|(_, (times, _))| twice(*times))
                .map(|(key, _)| format!("signature {key} twice")),
        );
        for (key, entry) in &ledger.entries {
            let sign_on = self.sign_ons.contains_key(key);
            let signature = self.signatures.get(key).map(|(_, is_confirmed)| *is_confirmed);
            let missing = match (entry.standing(at), signature) {
                (Standing::SignOn, None) if !sign_on => "sign-on",
                (Standing::Signature, None | Some(false)) => "signature",
                (Standing::SignatureOrWithdrawn, None) => "signature that may be withdrawn",
                (Standing::Withdrawn, None | Some(true)) => "withdrawal",
                (Standing::Deleted, _) if sign_on => "deletion",
                _ => continue,
            };
            faults.lost.push(format!("{missing} {key}"));
        }
    }
}

/// What `broadside doctor` says of the counts and the logs, where it does not say that all is well.
pub fn ask_the_doctor(program: &Program) -> io::Result<Vec<String>> {
    const WELL: [&str; 3] = [
        "well  Every count was counted again and agrees.",
        "well  Every letter’s log is without a gap",
        "well  Signatures held against the log",
    ];
    let said = said(&program.doctor()?);
    Ok(WELL
        .iter()
        .filter(|line| !said.contains(*line))
        .map(|line| format!("no “{line}” in: {said}"))
        .collect())
}

/// Serves it again: it becomes ready, its count is that of the rows, and it takes another sign-on.
pub async fn serve_again(program: &Program) -> io::Result<Vec<String>> {
    let server = program.serve().await?;
    let mut visitor = Visitor::new(server.address);
    let shown = visitor.get(COUNT).await?.body;
    let form = "name=Late+Comer&email=late%40example.org";
    let taken = visitor.post(&format!("{}/signatures", crate::program::LETTER), form).await?;
    server.kill()?;
    let mut faults = Vec::new();
    if taken.status != 303 {
        faults.push(format!("a sign-on afterwards is answered {}", taken.status));
    }
    let db = Db::open_existing(&program.url()).await.map_err(io::Error::other)?;
    let db = db.ok_or_else(|| io::Error::other("no database"))?;
    let sql = "select count(*) as n from signature where state = 'confirmed'";
    let mut c = db.read().await.map_err(io::Error::other)?;
    let stored = count(&mut c, sql).await.map_err(io::Error::other)?;
    drop(c);
    db.close().await;
    let is_shown = |end| shown.contains(&format!("\"signatures\":{stored}{end}"));
    if ![',', '}'].into_iter().any(is_shown) {
        faults.push(format!("{stored} are stored, and the page says {shown}"));
    }
    Ok(faults)
}

/// Up to which rows everything was looked at before.
#[derive(Default)]
pub struct Seen {
    sign_on: i64,
    signature: i64,
}

/// Looks only for what is new since the last look.
pub async fn look_at_new(url: &str, fresh: &[(Key, Option<Entry>)], seen: &mut Seen) -> Faults {
    let mut faults = Faults::default();
    match new_rows(url, seen).await {
        Ok(stored) => {
            for (key, entry) in fresh {
                let lost = match entry.map(|entry| entry.standing(u64::MAX)) {
                    Some(Standing::SignOn) => !stored.sign_ons.contains_key(key),
                    Some(Standing::Signature) => !stored.signatures.contains_key(key),
                    _ => false,
                };
                if lost {
                    faults.lost.push(format!("{key}, thanked for since the kill before"));
                }
            }
        }
        Err(error) => faults.broken.push(error.to_string()),
    }
    faults
}

async fn new_rows(url: &str, seen: &mut Seen) -> Result<Stored, Error> {
    let db = Db::open_existing(url).await?;
    let db = db.ok_or_else(|| Error::UnknownEngine("no database".to_owned()))?;
    let mut c = db.read().await?;
    let mut stored = Stored::default();
    let read = |row: &broadside_db::Row| Ok((row.get::<i64>("id")?, row.get::<Option<String>>("comment")?));
    let sign_ons =
        query("select id, comment from sign_on where id > $1").bind(seen.sign_on).all(&mut c, read).await?;
    for (id, comment) in sign_ons {
        seen.sign_on = seen.sign_on.max(id);
        if let Some(key) = comment.and_then(|comment| key_in(&comment)) {
            *stored.sign_ons.entry(key).or_default() += 1;
        }
    }
    let signatures = query("select id, comment from signature where id > $1")
        .bind(seen.signature)
        .all(&mut c, read)
        .await?;
    for (id, comment) in signatures {
        seen.signature = seen.signature.max(id);
        if let Some(key) = comment.and_then(|comment| key_in(&comment)) {
            stored.signatures.entry(key).or_default().0 += 1;
        }
    }
    drop(c);
    db.close().await;
    Ok(stored)
}

/// Sign-ons of which it was said that they are not stored, and that are.
pub async fn refused_but_stored(url: &str, ledger: &Ledger) -> io::Result<Vec<String>> {
    let stored = new_rows(url, &mut Seen::default()).await.map_err(io::Error::other)?;
    let refused = ledger.refused.iter().filter(|key| stored.sign_ons.contains_key(key));
    Ok(refused.map(|key| format!("sign-on {key} was refused and is stored")).collect())
}

/// Sign-ons that the mailer has not come to, and mails that it has not tried. One that it was at when something went
/// wrong comes again once its lease is over.
pub async fn mails_to_come(url: &str) -> Result<i64, Error> {
    let db = Db::open_existing(url).await?;
    let db = db.ok_or_else(|| Error::UnknownEngine("no database".to_owned()))?;
    let mut c = db.read().await?;
    let waiting = count(
        &mut c,
        "select (select count(*) from mail where state = 'waiting' and attempts = 0) + (select count(*) from sign_on \
         where id > coalesce((select position from job where kind = 'decide-mails'), 0)) as n",
    )
    .await;
    drop(c);
    db.close().await;
    waiting
}
