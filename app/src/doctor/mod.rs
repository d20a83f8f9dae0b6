//! What is wrong with a setup, and what is well: found here, said in plain words by `broadside doctor` and
//! by the desk's Setup page.

mod facts;

use crate::clock::{Clock, HOUR, MINUTE};
use crate::config::Settings;
use crate::mail::store as mails;
use crate::privacy::{erasing, retention};
use crate::state::App;
use crate::web::i18n::{Language, Texts};
use crate::{accounts, campaigns, instance, jobs, serve, signatures};
use broadside_db::{Connection, Db, Engine, Result};
pub use facts::{Fact, Findings, Sort};
use std::process::ExitCode;
use std::time::Duration;

/// So often a step may be begun anew, by a restart or a conflict, before somebody should look.
const STUCK: i64 = 5;

/// How long a mail server may take to answer a page that asks after it.
const PATIENCE: Duration = Duration::from_secs(5);

/// Prints a line a finding; fails where something is wrong.
pub async fn run(settings: &Settings) -> std::result::Result<ExitCode, Box<dyn std::error::Error>> {
    let say = Texts::load()?.say(Language::En);
    let mut findings = Findings::default();
    addresses(settings, &mut findings);
    match instance::open_existing(settings).await {
        Ok(db) => {
            contents(&db, settings, &mut findings).await?;
            db.close().await;
        }
        Err(instance::Unusable::Database(error)) if settings.is_sqlite() => {
            findings
                .wrong("doctor-sqlite-unusable")
                .with("error", &error.to_string())
                .with("place", &settings.place());
        }
        Err(instance::Unusable::Database(error)) => {
            findings.wrong("doctor-postgres-unusable").with("error", &error.to_string());
        }
        Err(other) => {
            findings.wrong("doctor-not-looked-at").with("why", &other.to_string());
        }
    }
    mail_server(settings, &mut findings).await;
    for fact in &findings.0 {
        let mark = match fact.sort {
            Sort::Well => "well ",
            Sort::Note => "note ",
            Sort::Wrong => "WRONG",
        };
        println!("{mark} {}", fact.say(&say));
    }
    Ok(if findings.any_wrong() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The same of an instance that runs.
pub async fn examine(app: &App) -> Result<Vec<Fact>> {
    let mut findings = Findings::default();
    addresses(&app.settings, &mut findings);
    contents(&app.db, &app.settings, &mut findings).await?;
    if tokio::time::timeout(PATIENCE, mail_server(&app.settings, &mut findings)).await.is_err() {
        findings.wrong("doctor-mail-server-silent");
    }
    Ok(findings.0)
}

fn addresses(settings: &Settings, findings: &mut Findings) {
    if !settings.base_url_is_set {
        findings.wrong("doctor-no-base-url").with("url", &settings.base_url);
    } else if settings.base_url.starts_with("https://") {
        findings.well("doctor-base-url").with("url", &settings.base_url);
    } else {
        findings.note("doctor-no-https").with("url", &settings.base_url);
    }
    if settings.listen.ip().is_loopback() && settings.trusted_proxies.is_empty() && settings.base_url_is_set {
        findings.wrong("doctor-no-proxy-trusted");
    }
    if !settings.rate_limits {
        findings.wrong("doctor-no-limits");
    }
    if settings.clock.is_some() {
        findings.note("doctor-test-clock");
    }
}

async fn contents(db: &Db, settings: &Settings, findings: &mut Findings) -> Result<()> {
    let mut c = db.read().await?;
    findings.well("doctor-database").with(
        "engine",
        &match db.engine() {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        },
    );
    let newest = instance::newest_time(&mut c).await?;
    let now =
        settings.clock.map_or_else(|| Clock::machine().now(), |start| newest.unwrap_or(start).max(start));
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
    let disagreeing = signatures::store::tallies_that_disagree(&mut c).await?;
    for one in &disagreeing {
        findings
            .wrong("doctor-tally-disagrees")
            .with("letter", &one.letter)
            .with("version", &one.version)
            .with("relation", &one.relation)
            .with("source", &one.source)
            .with("node", &one.node)
            .with("tallied", &one.tallied)
            .with("counted", &one.counted);
    }
    if disagreeing.is_empty() {
        findings.well("doctor-counts-agree");
    }
    for one in jobs::stuck(&mut c, STUCK).await? {
        let fact = match &one.last_error {
            Some(error) => findings.wrong("doctor-stuck-because").with("error", &error),
            None => findings.wrong("doctor-stuck"),
        };
        fact.with("work", &one.kind).with("attempts", &one.attempts);
    }
    personal_data(&mut c, now, findings).await?;
    outbox(&mut c, settings, now, findings).await
}

/// Whether what should be gone is gone.
async fn personal_data(c: &mut Connection, now: i64, findings: &mut Findings) -> Result<()> {
    let due = retention::due(c, now).await?;
    for one in due.iter().filter(|one| one.overdue > 0) {
        findings
            .wrong("doctor-kept-too-long")
            .with("table", &one.retention.name())
            .with("count", &one.overdue)
            .with("days", &one.retention.days());
    }
    if erasing::any_left(c, now - HOUR).await? {
        findings.wrong("doctor-erasure-unfinished");
    }
    if due.iter().all(|one| one.overdue == 0) {
        let soon: i64 = due.iter().map(|one| one.within[1].1).sum();
        findings.well("doctor-kept-well").with("soon", &soon);
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
        findings.wrong("doctor-mails-wait").with("count", &waiting);
    } else if late > 0 {
        match mails::answer_to_oldest(c).await? {
            Some(answer) => findings.wrong("doctor-mails-late").with("answer", &answer),
            None => findings.wrong("doctor-mails-never-tried"),
        }
        .with("count", &late);
    } else {
        findings.well("doctor-mails").with("waiting", &waiting).with("sent", &of("sent"));
    }
    if bounced + failed > 0 {
        findings.note("doctor-mails-lost").with("bounced", &bounced).with("failed", &failed);
    }
    Ok(())
}

async fn mail_server(settings: &Settings, findings: &mut Findings) {
    let Some(url) = &settings.smtp_url else {
        findings.wrong("doctor-no-mail-server");
        return;
    };
    match serve::mailer(url, settings).map_err(|error| error.to_string()) {
        Err(error) => {
            findings.wrong("doctor-mail-url").with("error", &error);
        }
        Ok(mailer) => match mailer.check().await {
            Ok(_) => {
                findings.well("doctor-mail-server");
            }
            Err(reason) => {
                findings.wrong("doctor-mail-refused").with("reason", &reason);
            }
        },
    }
}
