//! `broadside person` and `broadside personal-data`: the same for those who have no link, at the machine.

use super::record::{self, Controller};
use super::store::Known;
use super::{Place, Whom, erasing, export, retention, words};
use crate::campaigns::{importing, store as campaigns};
use crate::clock::Clock;
use crate::config::Settings;
use crate::instance;
use crate::people::personal_data::MAP;
use crate::web::i18n::{Language, Say};
use std::io::{BufRead, IsTerminal, Write};
use std::process::ExitCode;

type Failure = Box<dyn std::error::Error>;

/// What is asked of `broadside personal-data`.
#[derive(clap::Args)]
pub struct PersonalData {
    /// The record of processing (GDPR, Article 30), with this instance's campaigns
    #[arg(long)]
    record: bool,
    /// What goes when: rows whose time is over, or soon will be
    #[arg(long, conflicts_with = "record")]
    due: bool,
    /// Language of what is printed
    #[arg(long, default_value = "en")]
    lang: String,
}

#[derive(clap::Subcommand)]
pub enum Person {
    /// Prints everything kept of an address, as JSON
    Export { email: String },
    /// Erases everything kept of an address, after asking
    Erase {
        email: String,
        /// Does not ask
        #[arg(long)]
        yes: bool,
    },
}

fn say(language: &str) -> Result<Say, Failure> {
    let language = Language::parse(language).ok_or("this language is not spoken here; en, es and ar are")?;
    Ok(language.say())
}

pub async fn personal_data(settings: &Settings, asked: &PersonalData) -> Result<ExitCode, Failure> {
    let say = say(&asked.lang)?;
    if !asked.record && !asked.due {
        tell!("{}", record::table(&say).trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    let db = instance::open_existing(settings).await?;
    if asked.due {
        let due = retention::due(&mut db.read().await?, Clock::of(settings.clock).now()).await?;
        tell!("{}", retention::preview(&due).trim_end());
    } else {
        let mut controllers = Vec::new();
        for (_, slug, _) in campaigns::all(&mut db.read().await?).await? {
            let Some(campaign) = importing::definition(&db, &slug).await? else { continue };
            controllers.push(Controller {
                campaign: slug,
                group: campaign.group.name,
                contact: campaign.group.contact,
                partners: campaign.partners.into_iter().map(|partner| partner.name).collect(),
            });
        }
        tell!("{}", record::record(&say, &controllers).trim_end());
    }
    db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Everything of an address, in every group.
async fn found(settings: &Settings, email: &str) -> Result<(Place, Whom, Vec<Known>), Failure> {
    let db = instance::open_existing(settings).await?;
    let addresses = instance::keys(&db).await?.addresses;
    let place = Place { db, addresses, data: settings.data.clone() };
    let whom = erasing::whom(&mut place.db.read().await?, &place, email, None).await?;
    let known = erasing::known(&place, &whom).await?;
    Ok((place, whom, known))
}

pub async fn person(settings: &Settings, asked: Person) -> Result<ExitCode, Failure> {
    let now = Clock::of(settings.clock).now();
    let say = say("en")?;
    match asked {
        Person::Export { email } => {
            let (place, _, known) = found(settings, &email).await?;
            tell!("{}", serde_json::to_string_pretty(&export::json(&say, &known, now))?);
            place.db.close().await;
            Ok(ExitCode::SUCCESS)
        }
        Person::Erase { email, yes } => {
            let (place, whom, known) = found(settings, &email).await?;
            // Under a test clock what is stored may be younger than the clock that starts now.
            let newest = instance::newest_time(&mut place.db.read().await?).await?;
            let now = newest.map_or(now, |newest| newest.max(now));
            let done = erase(&say, &place, whom, &known, yes, now).await;
            place.db.close().await;
            done
        }
    }
}

async fn erase(
    say: &Say,
    place: &Place,
    whom: Whom,
    known: &[Known],
    yes: bool,
    now: i64,
) -> Result<ExitCode, Failure> {
    tell!("Kept of this address:");
    for (table, _) in MAP {
        let rows = known.iter().filter(|row| row.table == *table).count();
        if rows > 0 {
            tell!("  {table}: {rows} ({})", words::kept(say, table).unwrap_or_default());
        }
    }
    if known.is_empty() {
        tell!("  nothing");
    }
    tell!(
        "All of it goes. Signatures are taken off their letters; a keyed hash of the address stays in the register \
         of erasures, so that a restored backup does not bring it back. This cannot be undone."
    );
    if !yes && !agreed()? {
        tell!("Nothing was erased.");
        return Ok(ExitCode::FAILURE);
    }
    let erased = erasing::erase(place, whom, now).await?;
    let done: Vec<String> = erased.rows.iter().map(|(table, rows)| format!("{table}: {rows}")).collect();
    tell!("Erased. {}", if done.is_empty() { "There was nothing.".to_owned() } else { done.join(", ") });
    Ok(ExitCode::SUCCESS)
}

fn agreed() -> Result<bool, Failure> {
    if !std::io::stdin().is_terminal() {
        complain!("broadside: nobody is there to ask; give --yes if it is meant");
        return Ok(false);
    }
    let mut out = std::io::stdout().lock();
    out.write_all(b"Type \"erase\" to go on: ")?;
    out.flush()?;
    let mut typed = String::new();
    std::io::stdin().lock().read_line(&mut typed)?;
    Ok(typed.trim() == "erase")
}
