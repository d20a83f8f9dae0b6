//! Reads `goals.toml`: numbers, money and moments, and what happens once they are reached. The file need not be there.

use super::amounts::Amounts;
use super::checks::{Rule, either};
use super::events::unclear;
use super::fault::Faults;
use super::folder::Folder;
use super::slugs::Slugs;
use super::syntax::Mended;
use super::table::{Found, Source, Table};
use super::text;
use super::toml_text::Toml;
use crate::campaigns::clocks;
use crate::campaigns::definition::{Audience, Definition, Fundraiser, Goal, Threshold, Twice};
use broadside_money::Amount;

pub const FILE: &str = "goals.toml";
pub const MOST: u32 = 40;
pub const MOST_SIGNATURES: u32 = 100_000_000;
pub const MOST_PEOPLE: u32 = 1_000_000;
/// Characters of what is published.
pub const MOST_WORDS: u32 = 600;
const EXAMPLES: &str = "signatures = 10000, or people = 50 with event, or money = \"3000\" with fundraiser, \
     or moment = \"2018-09-25 11:30\"";
/// What can be reached, each with what it can or must be said of.
const MEASURES: [(&str, &str); 4] =
    [("signatures", "letter"), ("people", "event"), ("money", "fundraiser"), ("moment", "twice")];

/// `campaign` is everything else: its letters, events and fundraisers are what goals count.
pub fn read(folder: &Folder, campaign: &Definition, faults: &Faults) -> Vec<Goal> {
    let Some(text) = text::read(folder, FILE, faults) else { return Vec::new() };
    let mended = Mended::of(FILE, &text, 1, faults);
    let entries = mended.table();
    let source = Source { file: FILE, mended: &mended, first_line: 1, faults };
    let top = source.top(&entries);
    let mut slugs = Slugs::new("goal", MOST as usize);
    let read = top.tables("goal").into_iter().map(|table| {
        let goal = Goal {
            slug: slugs.take(&table),
            threshold: threshold(&table, campaign),
            words: table.by_language("words", &campaign.languages, Rule::Words(MOST_WORDS as usize), false),
            mail: audiences(&table),
            closes: known(&table, "closes", "letter", campaign.letters.iter().map(|one| one.slug.as_str())),
        };
        table.finish();
        goal
    });
    let read = read.collect();
    top.finish();
    read
}

fn threshold(table: &Table, campaign: &Definition) -> Threshold {
    let given: Vec<&str> = MEASURES.map(|(key, _)| key).into_iter().filter(|key| table.has(key)).collect();
    if given.len() != 1 {
        let said = if given.is_empty() { "nothing" } else { "several things" };
        table.fault(table.line(), format!("[[goal]] names {said} to reach; write one of them: {EXAMPLES}"));
    }
    for (with, key) in MEASURES {
        if table.has(key) && !given.is_empty() && !given.contains(&with) {
            table.fault(table.line(), format!("[[goal]] {key} counts only with {with}; remove it here"));
        }
    }
    let letter = known(table, "letter", "letter", campaign.letters.iter().map(|one| one.slug.as_str()));
    let event = known(table, "event", "event", campaign.events.iter().map(|one| one.slug.as_str()));
    let money = money(table, campaign);
    let number = |key, most| table.number(key, 1..=most, 1);
    if given.contains(&"people") {
        if !table.has("event") {
            table.fault(table.line(), "[[goal]] people come to an event; add event with its slug");
        }
        Threshold::People { number: number("people", MOST_PEOPLE), event: event.unwrap_or_default() }
    } else if given.contains(&"moment") {
        moment(table, &campaign.time_zone)
    } else if given.contains(&"money") {
        money
    } else {
        Threshold::Signatures { number: number("signatures", MOST_SIGNATURES), letter }
    }
}

/// So much of a fundraiser that takes money here.
fn money(table: &Table, campaign: &Definition) -> Threshold {
    let fundraiser = fundraiser(table, campaign);
    let found = table.optional_text("money", Rule::Amount);
    if found.is_some() && !table.has("fundraiser") {
        table.fault(
            table.line(),
            "[[goal]] money comes together for a fundraiser; add fundraiser with its slug",
        );
    }
    let one = fundraiser.as_deref().and_then(|slug| campaign.fundraiser(slug));
    let currency = one.and_then(Fundraiser::currency);
    let amounts = Amounts { currency, heading: "[[goal]]" };
    let amount = found.and_then(|found| amounts.sum(table, &found, "money", 1));
    Threshold::Money {
        amount: amount.map(Amount::decimal).unwrap_or_default(),
        fundraiser: fundraiser.unwrap_or_default(),
    }
}

fn fundraiser(table: &Table, campaign: &Definition) -> Option<String> {
    let (here, away): (Vec<_>, Vec<_>) = campaign.fundraisers.iter().partition(|one| one.elsewhere.is_none());
    let slugs = here.iter().map(|one| one.slug.as_str());
    let found = table.optional_text("fundraiser", Rule::Slug)?;
    if away.iter().all(|one| one.slug != found.text) {
        return Some(of_campaign(table, found, ("fundraiser", "fundraiser"), slugs));
    }
    let mut ways: Vec<String> = slugs.map(|slug| format!("fundraiser = \"{slug}\"")).collect();
    ways.push("signatures = 10000".to_owned());
    table.fault(
        found.line,
        format!(
            "[[goal]] fundraiser names “{}”, whose money is taken elsewhere: its total is typed, and a goal counts what \
             came in here; write {} instead",
            found.text,
            ways.join(" or ")
        ),
    );
    None
}

fn moment(table: &Table, zone: &str) -> Threshold {
    let at = table.text("moment", Rule::Session);
    let twice =
        table.has("twice").then(|| table.choice("twice", &Twice::ALL.map(|one| (one.word(), one)), false));
    if Rule::Session.check(&at.text).is_ok()
        && let Err(why) = clocks::moment(&at.text, zone, twice)
    {
        table.fault(at.line, unclear(("[[goal]] moment", "twice"), &at.text, zone, &why));
    }
    Threshold::Moment { at: at.text, twice }
}

/// A slug of the campaign's own.
fn known<'s>(
    table: &Table,
    key: &'static str,
    kind: &str,
    slugs: impl Iterator<Item = &'s str>,
) -> Option<String> {
    let found = table.optional_text(key, Rule::Slug)?;
    Some(of_campaign(table, found, (key, kind), slugs))
}

fn of_campaign<'s>(
    table: &Table,
    found: Found,
    (key, kind): (&str, &str),
    slugs: impl Iterator<Item = &'s str>,
) -> String {
    let slugs: Vec<&str> = slugs.collect();
    if !slugs.contains(&found.text.as_str()) {
        let mend =
            if slugs.is_empty() { "remove it here".to_owned() } else { format!("write {}", either(&slugs)) };
        table.fault(
            found.line,
            format!("[[goal]] {key} names “{}”, which is no {kind} of the campaign; {mend}", found.text),
        );
    }
    found.text
}

fn audiences(table: &Table) -> Vec<Audience> {
    const EXAMPLE: &str = "[\"organisers\", \"partners\"]";
    let mut all: Vec<Audience> = Vec::new();
    for found in table.list("mail", EXAMPLE).unwrap_or_default() {
        match Audience::ALL.into_iter().find(|one| one.word() == found.text) {
            Some(one) if all.contains(&one) => {
                table.fault(found.line, format!("mail holds “{}” twice; remove one", found.text));
            }
            Some(one) => all.push(one),
            None => {
                table.fault(found.line, format!("mail holds “{}”; write {EXAMPLE}, or one", found.text));
            }
        }
    }
    all
}

/// The file; nothing where there is no goal.
pub fn write(goals: &[Goal], languages: &[String]) -> Option<String> {
    if goals.is_empty() {
        return None;
    }
    let mut toml = Toml::default();
    for goal in goals {
        toml.heading("[[goal]]");
        toml.text("slug", &goal.slug);
        match &goal.threshold {
            Threshold::Signatures { number, letter } => {
                toml.line(&format!("signatures = {number}"));
                toml.optional("letter", letter.as_ref());
            }
            Threshold::People { number, event } => {
                toml.line(&format!("people = {number}"));
                toml.text("event", event);
            }
            Threshold::Money { amount, fundraiser } => {
                toml.text("money", amount);
                toml.text("fundraiser", fundraiser);
            }
            Threshold::Moment { at, twice } => {
                toml.text("moment", at);
                if let Some(twice) = twice {
                    toml.text("twice", twice.word());
                }
            }
        }
        toml.by_language("words", &goal.words, languages);
        if !goal.mail.is_empty() {
            toml.list("mail", &goal.mail.iter().map(|one| one.word().to_owned()).collect::<Vec<_>>());
        }
        toml.optional("closes", goal.closes.as_ref());
    }
    Some(toml.finished())
}
