//! What is wrong with a setup, and what is well: found here, said in plain words by `broadside doctor` and
//! by the desk's Setup page.

mod counts;
mod exports;
mod facts;
mod log;
mod mail_dns;
mod trials;

use crate::clock::{Clock, DAY, HOUR, MINUTE};
use crate::config::{self, Settings};
use crate::mail::store as mails;
use crate::privacy::{erasing, retention};
use crate::state::App;
use crate::web::i18n::Language;
use crate::{accounts, campaigns, instance, jobs};
use broadside_address::Address;
use broadside_db::{Connection, Db, Result};
pub use counts::look as recount;
pub use facts::{Fact, Findings, Record, Sort};
use std::process::ExitCode;

/// A campaign that fills the disk stops signing; so many bytes give time to make room.
const LITTLE_ROOM: u64 = 200_000_000;
/// Signatures of a week are hard to gather twice.
const FRESH_BACKUP: i64 = 7;

/// Prints a line a finding; fails where something is wrong.
pub async fn run(settings: &Settings) -> std::result::Result<ExitCode, Box<dyn std::error::Error>> {
    let say = Language::En.say();
    let mut findings = Findings::default();
    let mut senders = Vec::new();
    match instance::open_existing(settings).await {
        Ok(db) => {
            // Every page of a file and every log is read only here: on a page of the desk it would take too long.
            let looked = async {
                instance::must_be_whole(&db, settings).await?;
                let named = |error| instance::named(settings, error);
                senders = senders_of(&db).await.map_err(named)?;
                contents(&db, settings, None, &mut findings).await.map_err(named)?;
                log::signatures(&db, &mut findings).await.map_err(named)
            };
            if let Err(unusable) = looked.await {
                not_looked_at(settings, &unusable, &mut findings);
            }
            db.close().await;
        }
        Err(unusable) => not_looked_at(settings, &unusable, &mut findings),
    }
    // Behind the database, which may hold the base URL.
    addresses(settings, &mut findings);
    room(settings, &mut findings);
    exports::look(settings, &mut findings);
    Box::pin(trials::all(settings, &senders, &mut findings)).await;
    for fact in &findings.0 {
        let mark = match fact.sort {
            Sort::Well => "well ",
            Sort::Note => "note ",
            Sort::Wrong => "WRONG",
        };
        tell!("{mark} {}", fact.say(&say));
        if let Some(Record { name, kind, value }) = &fact.record {
            tell!("      {name} {kind} {value}");
        }
    }
    Ok(if findings.any_wrong() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn not_looked_at(settings: &Settings, unusable: &instance::Unusable, findings: &mut Findings) {
    match unusable {
        instance::Unusable::Database(error) if settings.is_sqlite() => findings
            .wrong("doctor-sqlite-unusable")
            .with("error", &error.to_string())
            .with("place", &settings.place()),
        instance::Unusable::Database(error) => {
            findings.wrong("doctor-postgres-unusable").with("error", &error.to_string())
        }
        other => findings.wrong("doctor-not-looked-at").with("why", &other.to_string()),
    };
}

/// How full the disk is; nothing on PostgreSQL, whose disk is elsewhere.
fn room(settings: &Settings, findings: &mut Findings) {
    if let Some((folder, free)) = instance::room(settings) {
        disk(&folder.display().to_string(), free, findings);
    }
}

fn disk(folder: &str, free: u64, findings: &mut Findings) {
    let fact =
        if free < LITTLE_ROOM { findings.wrong("doctor-little-room") } else { findings.well("doctor-room") };
    fact.with("folder", &folder).with("megabytes", &(free / 1_000_000));
}

/// The same of an instance that runs; whom to ask beside it is asked where `tries` says so.
pub async fn examine(app: &App, tries: bool) -> Result<Vec<Fact>> {
    let mut findings = Findings::default();
    addresses(&app.settings, &mut findings);
    contents(&app.db, &app.settings, Some(app.clock.now()), &mut findings).await?;
    room(&app.settings, &mut findings);
    exports::look(&app.settings, &mut findings);
    if tries {
        Box::pin(trials::all(&app.settings, &senders_of(&app.db).await?, &mut findings)).await;
    } else if app.settings.smtp_url.is_none() {
        findings.wrong("doctor-no-mail-server");
    }
    Ok(findings.0)
}

/// What may go wrong while it runs, and shows in the database or on the disk.
pub async fn at_work(app: &App) -> Result<Findings> {
    let mut findings = Findings::default();
    let mut c = app.db.read().await?;
    stuck(&mut c, &mut findings).await?;
    outbox(&mut c, &app.settings, app.clock.now(), &mut findings).await?;
    drop(c);
    room(&app.settings, &mut findings);
    if app.mails_only_wait() {
        findings.wrong("doctor-no-mail-server");
    }
    Ok(findings)
}

/// The domains that mails come from, each once.
async fn senders_of(db: &Db) -> Result<Vec<String>> {
    let senders = campaigns::store::senders(&mut db.read().await?).await?;
    let mut domains: Vec<String> = senders
        .iter()
        .filter_map(|sender| Address::parse(sender).ok())
        .filter_map(|address| address.canonical().rsplit_once('@').map(|(_, domain)| domain.to_owned()))
        .collect();
    domains.sort();
    domains.dedup();
    Ok(domains)
}

fn addresses(settings: &Settings, findings: &mut Findings) {
    if !settings.base_url_is_set() {
        findings.wrong("doctor-no-base-url").with("url", &settings.base_url());
    } else if settings.is_https() {
        findings.well("doctor-base-url").with("url", &settings.base_url());
    } else {
        findings.note("doctor-no-https").with("url", &settings.base_url());
    }
    if settings.listen.ip().is_loopback() && settings.trusted_proxies.is_empty() && settings.base_url_is_set()
    {
        findings.wrong("doctor-no-proxy-trusted");
    }
    for one in config::unknown_variables() {
        findings.note("doctor-unknown-variable").with("name", &one.name).with("nearest", &one.nearest);
    }
    if !settings.rate_limits {
        findings.wrong("doctor-no-limits");
    }
    if settings.clock.is_some() {
        findings.note("doctor-test-clock");
    }
}

/// `now` is the clock's where one runs.
async fn contents(db: &Db, settings: &Settings, now: Option<i64>, findings: &mut Findings) -> Result<()> {
    let mut c = db.read().await?;
    findings.well("doctor-database").with("engine", &db.engine());
    let newest = instance::newest_time(&mut c).await?;
    let now = now.unwrap_or_else(|| {
        let machines = || Clock::machine().now();
        settings.clock.map_or_else(machines, |start| newest.unwrap_or(start).max(start))
    });
    if newest.is_some_and(|newest| newest > now + MINUTE) {
        findings.wrong("doctor-future");
    }
    let campaigns = campaigns::store::count_public(&mut c).await?;
    if campaigns == 0 {
        findings.note("doctor-no-campaign");
    } else {
        findings.well("doctor-campaigns").with("count", &campaigns);
    }
    people(&mut c, findings).await?;
    counts::look(&mut c, findings).await?;
    log::counts(&mut c, findings).await?;
    stuck(&mut c, findings).await?;
    personal_data(&mut c, now, findings).await?;
    backup(instance::last_backup(&mut c).await?, settings.is_sqlite(), now, findings);
    outbox(&mut c, settings, now, findings).await
}

/// Work that is begun again and again.
async fn stuck(c: &mut Connection, findings: &mut Findings) -> Result<()> {
    for one in jobs::stuck(c).await? {
        let fact = match &one.last_error {
            Some(error) => findings.wrong("doctor-stuck-because").with("error", &error),
            None => findings.wrong("doctor-stuck"),
        };
        fact.with("work", &one.kind).with("attempts", &one.attempts);
    }
    Ok(())
}

/// When the last copy was taken, and how one is.
fn backup(last: Option<i64>, is_sqlite: bool, now: i64, findings: &mut Findings) {
    let days = last.map(|last| (now - last) / DAY);
    match days {
        _ if !is_sqlite => findings.note("doctor-backup-postgres"),
        None => findings.wrong("doctor-backup-none"),
        Some(days) if days < FRESH_BACKUP => findings.well("doctor-backup").count("days", days),
        Some(days) => findings.wrong("doctor-backup-old").count("days", days),
    };
}

/// Whether what should be gone is gone.
async fn personal_data(c: &mut Connection, now: i64, findings: &mut Findings) -> Result<()> {
    let due = retention::due(c, now).await?;
    for one in due.iter().filter(|one| one.overdue > 0) {
        findings
            .wrong("doctor-kept-too-long")
            .with("table", &one.retention.name())
            .count("count", one.overdue)
            .with("days", &one.retention.days());
    }
    if erasing::any_left(c, now - HOUR).await? {
        findings.wrong("doctor-erasure-unfinished");
    }
    if due.iter().all(|one| one.overdue == 0) {
        let soon: i64 = due.iter().map(|one| one.within[1].1).sum();
        findings.well("doctor-kept-well").count("soon", soon);
    }
    Ok(())
}

/// Who may work here.
async fn people(c: &mut Connection, findings: &mut Findings) -> Result<()> {
    if !accounts::store::any_account(c).await? {
        findings.note("doctor-no-account");
        return Ok(());
    }
    for group in accounts::store::groups_without_owner(c).await? {
        findings.note("doctor-no-owner").with("group", &group.slug);
    }
    Ok(())
}

async fn outbox(c: &mut Connection, settings: &Settings, now: i64, findings: &mut Findings) -> Result<()> {
    let states = mails::count_by_state(c).await?;
    let of = |wanted: &str| states.iter().find(|(state, _)| state == wanted).map_or(0, |(_, count)| *count);
    let (waiting, bounced, failed) = (of("waiting"), of("bounced"), of("failed"));
    let late = mails::waiting_since(c, now - HOUR).await?;
    if settings.smtp_url.is_none() && waiting > 0 {
        findings.wrong("doctor-mails-wait").count("count", waiting);
    } else {
        match mails::oldest_waiting(c).await? {
            Some((_, None)) if late > 0 => {
                findings.wrong("doctor-mails-never-tried").count("count", late);
            }
            Some((_, Some(answer))) if late > 0 => {
                let answer = without_addresses(&answer);
                findings.wrong("doctor-mails-late").with("answer", &answer).count("count", late);
            }
            Some((queued_at, Some(answer))) => {
                findings
                    .note("doctor-mails-put-off")
                    .with("answer", &without_addresses(&answer))
                    .with("minutes", &((now - queued_at) / MINUTE))
                    .count("count", waiting);
            }
            _ => {
                findings.well("doctor-mails").with("waiting", &waiting).with("sent", &of("sent"));
            }
        }
    }
    if bounced + failed > 0 {
        let (sent, refused) = mails::sent_and_refused_since(c, now - DAY).await?;
        if refused > sent {
            findings.wrong("doctor-mails-mostly-lost").with("refused", &refused).with("sent", &sent);
        }
        match mails::answer_to_refused(c).await? {
            Some(answer) => findings.note("doctor-mails-lost").with("answer", &without_addresses(&answer)),
            None => findings.note("doctor-mails-lost-unsaid"),
        }
        .with("bounced", &bounced)
        .with("failed", &failed);
    }
    Ok(())
}

/// What a server said, without the addresses that it repeated: what the doctor prints goes into logs.
fn without_addresses(said: &str) -> String {
    let plain = |word: &str| if word.contains('@') { "…".to_owned() } else { word.to_owned() };
    said.split_whitespace().map(plain).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_room_on_the_disk_is_wrong_and_says_where() {
        let say = Language::En.say();
        let mut findings = Findings::default();
        disk("/srv/data", 199_999_999, &mut findings);
        disk("/srv/data", 200_000_000, &mut findings);
        assert_eq!(findings.0[0].sort, Sort::Wrong);
        let said = findings.0[0].say(&say);
        assert!(said.starts_with("Only 199 MB are free") && said.contains("/srv/data"), "{said}");
        assert_eq!(findings.0[1].sort, Sort::Well);
    }

    #[test]
    fn a_backup_is_wanted_every_week_where_the_program_takes_it() {
        let sort = |last, is_sqlite| {
            let mut findings = Findings::default();
            backup(last, is_sqlite, 30 * DAY, &mut findings);
            findings.0[0].sort
        };
        assert_eq!(sort(None, true), Sort::Wrong);
        assert_eq!(sort(Some(24 * DAY), true), Sort::Well);
        assert_eq!(sort(Some(23 * DAY), true), Sort::Wrong);
        assert_eq!(sort(None, false), Sort::Note, "pg_dump leaves no trace");
    }

    #[test]
    fn a_servers_words_are_shown_without_addresses() {
        let said = "550 5.7.1 <ada@example.org>: Relay access denied";
        assert_eq!(without_addresses(said), "550 5.7.1 … Relay access denied");
    }
}
