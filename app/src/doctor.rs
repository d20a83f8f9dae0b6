//! `broadside doctor`: says in plain words what is wrong with a setup, and what is well.

use crate::clock::{Clock, HOUR, MINUTE};
use crate::config::Settings;
use crate::mail::store as mails;
use crate::{campaigns, instance, jobs, serve, signatures};
use broadside_db::{Connection, Db, Result};
use std::process::ExitCode;

/// So often a step may be begun anew, by a restart or a conflict, before somebody should look.
const STUCK: i64 = 5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Well,
    /// Works, but somebody should know.
    Note,
    /// Keeps the instance from doing what it is for.
    Wrong,
}

#[derive(Default)]
struct Findings(Vec<(Sort, String)>);

impl Findings {
    fn well(&mut self, what: impl Into<String>) {
        self.0.push((Sort::Well, what.into()));
    }

    fn note(&mut self, what: impl Into<String>) {
        self.0.push((Sort::Note, what.into()));
    }

    fn wrong(&mut self, what: impl Into<String>) {
        self.0.push((Sort::Wrong, what.into()));
    }
}

/// Prints a line a finding; fails where something is wrong.
pub async fn run(settings: &Settings) -> std::result::Result<ExitCode, Box<dyn std::error::Error>> {
    let mut findings = Findings::default();
    addresses(settings, &mut findings);
    match instance::open_existing(settings).await {
        Ok(db) => {
            findings.well(format!("The database answers and its schema is up to date ({:?}).", db.engine()));
            contents(&db, settings, &mut findings).await?;
            db.close().await;
        }
        Err(instance::Unusable::Database(error)) => findings.wrong(format!(
            "The database cannot be used: {error}. {}",
            if settings.is_sqlite() {
                format!("Check that this user may read and write {}.", settings.place())
            } else {
                "Check BROADSIDE_DATABASE_URL or --database-url, and that the server runs and lets this user in.".to_owned()
            }
        )),
        Err(other) => findings.wrong(format!("Nothing in it could be looked at: {other}.")),
    }
    mail_server(settings, &mut findings).await;
    for (sort, what) in &findings.0 {
        println!(
            "{} {what}",
            match sort {
                Sort::Well => "well ",
                Sort::Note => "note ",
                Sort::Wrong => "WRONG",
            }
        );
    }
    let any_wrong = findings.0.iter().any(|(sort, _)| *sort == Sort::Wrong);
    Ok(if any_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn addresses(settings: &Settings, findings: &mut Findings) {
    if !settings.base_url_is_set {
        findings.wrong(format!(
            "No base URL is set, so links in mails lead to {}, which is this machine only. Set BROADSIDE_BASE_URL to the \
             address people use, such as https://letter.example.org.",
            settings.base_url
        ));
    } else if settings.base_url.starts_with("https://") {
        findings.well(format!("Links in mails lead to {}.", settings.base_url));
    } else {
        findings.note(format!(
            "The base URL {} has no https: names and addresses would travel in the open. Put a proxy with a certificate \
             in front and set BROADSIDE_BASE_URL to its https address.",
            settings.base_url
        ));
    }
    if settings.listen.ip().is_loopback() && settings.trusted_proxies.is_empty() && settings.base_url_is_set {
        findings.wrong(
            "Broadside listens on this machine only, so a proxy brings the visitors, but no proxy is trusted: all \
             visitors would share one address and the limits would stop them. Set BROADSIDE_TRUSTED_PROXIES, for a proxy \
             on this machine to 127.0.0.0/8,::1/128.",
        );
    }
    if !settings.rate_limits {
        findings.wrong("Rate limits are off. That is for load tests; unset BROADSIDE_RATE_LIMITS.");
    }
    if settings.clock.is_some() {
        findings.note("A test clock runs (BROADSIDE_CLOCK), and every page says so. Unset it before the campaign begins.");
    }
}

async fn contents(db: &Db, settings: &Settings, findings: &mut Findings) -> Result<()> {
    let mut c = db.read().await?;
    let newest = instance::newest_time(&mut c).await?;
    let now =
        settings.clock.map_or_else(|| Clock::machine().now(), |start| newest.unwrap_or(start).max(start));
    if newest.is_some_and(|newest| newest > now + MINUTE) {
        findings.wrong(
            "What is stored lies in the future: this instance ran under a trial clock (BROADSIDE_CLOCK) before, or \
             this machine's clock was wrong. Its mails and jobs would wait until then. Set the machine's clock, or begin \
             with a fresh data folder (--data).",
        );
    }
    let campaigns = campaigns::store::count_public(&mut c).await?;
    if campaigns == 0 {
        findings.note("There is no public campaign yet. Bring one in with `broadside campaign import DIR`.");
    } else {
        findings.well(format!("Public campaigns: {campaigns}."));
    }
    let disagreeing = signatures::store::tallies_that_disagree(&mut c).await?;
    for one in &disagreeing {
        findings.wrong(format!(
            "Letter {}, version {}, relation \"{}\", source \"{}\", process {}: shown are {} signatures, stored are {}. \
             Please report this: it must not happen.",
            one.letter, one.version, one.relation, one.source, one.node, one.tallied, one.counted
        ));
    }
    if disagreeing.is_empty() {
        findings.well("Every count was counted again and agrees.");
    }
    for one in jobs::stuck(&mut c, STUCK).await? {
        let reason =
            one.last_error.map_or_else(String::new, |error| format!(" It last failed with: {error}."));
        findings.wrong(format!(
            "The work \"{}\" was begun {} times and never finished.{reason}",
            one.kind, one.attempts
        ));
    }
    outbox(&mut c, settings, now, findings).await
}

async fn outbox(c: &mut Connection, settings: &Settings, now: i64, findings: &mut Findings) -> Result<()> {
    let states = mails::count_by_state(c).await?;
    let of = |wanted: &str| states.iter().find(|(state, _)| state == wanted).map_or(0, |(_, count)| *count);
    let (waiting, bounced, failed) = (of("waiting"), of("bounced"), of("failed"));
    let late = mails::waiting_since(c, now - HOUR).await?;
    if settings.smtp_url.is_none() && waiting > 0 {
        findings.wrong(format!(
            "{waiting} mails wait, because no mail server is set: nobody can confirm. Set BROADSIDE_SMTP_URL; they are \
             sent as soon as the program starts with it."
        ));
    } else if late > 0 {
        let answer = mails::answer_to_oldest(c).await?;
        let reason = answer.map_or_else(
            || "It was never tried: does `broadside serve` run?".to_owned(),
            |answer| format!("The mail server's last answer to the oldest: {answer}"),
        );
        findings.wrong(format!("{late} mails have waited for over an hour. {reason}"));
    } else {
        findings.well(format!("Mails waiting: {waiting}; sent: {}.", of("sent")));
    }
    if bounced + failed > 0 {
        findings.note(format!(
            "Mails that came to nothing: {bounced} refused by the other server, {failed} tried in vain."
        ));
    }
    Ok(())
}

async fn mail_server(settings: &Settings, findings: &mut Findings) {
    let Some(url) = &settings.smtp_url else {
        findings.wrong(
            "No mail server is set, so confirmations wait in the outbox and no signature counts. Set BROADSIDE_SMTP_URL, \
             such as smtp://user:password@mail.example.org:587?tls=required.",
        );
        return;
    };
    match serve::mailer(url, settings) {
        Err(error) => findings.wrong(format!("BROADSIDE_SMTP_URL cannot be used: {error}")),
        Ok(mailer) => match mailer.check().await {
            Ok(_) => findings.well("The mail server answers and lets us in."),
            Err(reason) => findings.wrong(format!("The mail server does not take our mails: {reason}")),
        },
    }
}
