//! Reads `fundraisers.toml`: what money is asked for, and what is promised. The file need not be there.

use super::amounts::Amounts;
use super::checks::Rule;
use super::events::unclear;
use super::fault::Faults;
use super::folder::Folder;
use super::fundraiser_account as account;
use super::fundraiser_rules::{
    Clash, GRACE, MOST, MOST_COUNT, MOST_GRACE, MOST_ITEMS, MOST_NAME, MOST_PRESETS, MOST_TITLE, MOST_WORDS,
    Misplaced, clashes, misplaced, percent, percent_written,
};
use super::slugs::Slugs;
use super::syntax::Mended;
use super::table::{Source, Table};
use super::text;
use super::toml_text::Toml;
use crate::campaigns::clocks;
use crate::campaigns::definition::{
    Definition, Elsewhere, Fees, Fundraiser, FundraiserKind, Item, Short, Twice,
};
use broadside_money::{Amount, Currency};

pub const FILE: &str = "fundraisers.toml";

/// `campaign` is everything else: its languages and its clock.
pub fn read(folder: &Folder, campaign: &Definition, faults: &Faults) -> Vec<Fundraiser> {
    let Some(text) = text::read(folder, FILE, faults) else { return Vec::new() };
    let mended = Mended::of(FILE, &text, 1, faults);
    let entries = mended.table();
    let source = Source { file: FILE, mended: &mended, first_line: 1, faults };
    let top = source.top(&entries);
    let mut slugs = Slugs::new("fundraiser", MOST);
    let read = top.tables("fundraiser").into_iter().map(|table| {
        let read = fundraiser(&table, slugs.take(&table), campaign);
        table.finish();
        read
    });
    let read = read.collect();
    top.finish();
    read
}

fn fundraiser(table: &Table, slug: String, campaign: &Definition) -> Fundraiser {
    let languages = &campaign.languages;
    let found = table.text("currency", Rule::Currency);
    let currency = Currency::parse(&found.text);
    let amounts = Amounts { currency, heading: "[[fundraiser]]" };
    let (ends, twice) = ends(table, &campaign.time_zone);
    let items = items(table, languages, &amounts);
    let least = amounts.read(table, &table.text("least", Rule::Amount), "least");
    let kind = table.choice("kind", &FundraiserKind::ALL.map(|one| (one.word(), one)), true);
    let read = Fundraiser {
        slug,
        currency: currency.map_or(found.text, |currency| currency.code().to_owned()),
        kind,
        ends,
        twice,
        title: table.by_language("title", languages, Rule::Words(MOST_TITLE), true),
        words: table.by_language("words", languages, Rule::Words(MOST_WORDS), true),
        rule: table.by_language("rule", languages, Rule::Words(MOST_WORDS), true),
        short: table.choice(
            "short",
            &Short::ALL.map(|one| (one.word(), one)),
            kind == FundraiserKind::AllOrNothing,
        ),
        items,
        presets: presets(table, &amounts, least),
        least,
        grace_days: table.number("grace_days", 1..=MOST_GRACE, GRACE),
        fees: fees(table, &amounts),
        elsewhere: elsewhere(table, &amounts),
        account: account::read(table),
        monthly: table.choice("recurrence", &[("once", false), ("monthly", true)], false),
    };
    for (key, known) in [("short", table.has("short")), ("grace_days", table.has("grace_days"))] {
        if known && kind == FundraiserKind::Keep {
            table.fault(
                table.line(),
                format!("{} counts only where kind = \"all-or-nothing\"; remove it here", table.called(key)),
            );
        }
    }
    for clash in clashes(&read) {
        table.fault(table.line(), together(clash));
    }
    read
}

fn together(clash: Clash) -> &'static str {
    match clash {
        Clash::AccountPromised => {
            "[[fundraiser]] money that is transferred is there at once, and cannot be promised to be all or nothing; write kind = \"keep\", or remove account"
        }
        Clash::AccountElsewhere => {
            "[[fundraiser]] money is taken elsewhere or on account, not both; remove elsewhere or account"
        }
        Clash::MonthlyPromised | Clash::MonthlyElsewhere => {
            "[[fundraiser]] recurrence = \"monthly\" counts only where kind = \"keep\" and money is taken here; remove it"
        }
        Clash::ElsewherePromised => {
            "[[fundraiser]] money that is taken elsewhere cannot be promised here to be all or nothing; write kind = \"keep\", or remove elsewhere"
        }
        Clash::CostsTooMuch => {
            "[[fundraiser]] its items cost more together than can be counted; lower their prices"
        }
        Clash::LeastAboveGoal => {
            "[[fundraiser]] least is more than all items cost together, so nobody could give; lower it"
        }
        Clash::PresetAboveGoal => {
            "[[fundraiser]] one of the presets is more than all items cost together, and nobody can give more than that; remove it"
        }
    }
}

fn ends(table: &Table, zone: &str) -> (String, Option<Twice>) {
    let ends = table.text("ends", Rule::Session);
    let twice =
        table.has("twice").then(|| table.choice("twice", &Twice::ALL.map(|one| (one.word(), one)), false));
    if Rule::Session.check(&ends.text).is_ok()
        && let Err(why) = clocks::moment(&ends.text, zone, twice)
    {
        table.fault(ends.line, unclear(("[[fundraiser]] ends", "twice"), &ends.text, zone, &why));
    }
    (ends.text, twice)
}

fn items(table: &Table, languages: &[String], amounts: &Amounts) -> Vec<Item> {
    let mut slugs = Slugs::new("item", MOST_ITEMS);
    let read = table.tables("item").into_iter().map(|item| {
        let words = Rule::Words(MOST_NAME);
        let read = Item {
            slug: slugs.take(&item),
            name: item.by_language("name", languages, words, true),
            place: item.by_language("place", languages, words, false),
            when: item.by_language("when", languages, words, false),
            price: amounts.read(&item, &item.text("price", Rule::Amount), "price"),
            count: item.number("count", 1..=MOST_COUNT, 1),
        };
        item.finish();
        read
    });
    let read: Vec<Item> = read.collect();
    if read.is_empty() {
        table.fault(
            table.line(),
            "[[fundraiser]] names nothing that the money pays for; add [[fundraiser.item]] with slug, name and price",
        );
    }
    read
}

fn presets(table: &Table, amounts: &Amounts, least: i64) -> Vec<i64> {
    const EXAMPLE: &str = "[\"15\", \"50\", \"150\"]";
    let mut read: Vec<i64> = Vec::new();
    let found = table.list("presets", EXAMPLE).unwrap_or_default();
    if found.len() > MOST_PRESETS {
        table.fault(
            table.line(),
            format!("[[fundraiser]] presets holds {} amounts; the most is {MOST_PRESETS}", found.len()),
        );
    }
    for one in &found {
        let minor = amounts.read(table, one, "presets");
        let why = match misplaced(minor, read.last().copied(), least).filter(|_| minor > 0) {
            Some(Misplaced::BelowLeast) => Some(", which is less than least; raise it"),
            Some(Misplaced::NotRising) => Some(" behind an amount that is not less; let them rise"),
            None => None,
        };
        if let Some(why) = why {
            table.fault(one.line, format!("[[fundraiser]] presets holds “{}”{why}", one.text));
        }
        read.push(minor);
    }
    read
}

/// `fees = { percent = "2.9", fixed = "0.30" }`
fn fees(table: &Table, amounts: &Amounts) -> Option<Fees> {
    let inner = table.table("fees", "write fees.percent = \"2.9\" and fees.fixed = \"0.30\"")?;
    let percent = inner.text("percent", Rule::Words(6));
    let hundredths = self::percent(&percent.text);
    if hundredths.is_none() && !percent.text.is_empty() {
        inner.fault(
            percent.line,
            format!(
                "[[fundraiser]] fees.percent is “{}”; write a number from 0 to 20, such as \"2.9\"",
                percent.text
            ),
        );
    }
    let fixed = inner.optional_text("fixed", Rule::Amount);
    let fixed = fixed.map_or(0, |found| amounts.read_from(&inner, &found, "fees.fixed", 0));
    inner.finish();
    Some(Fees { hundredths_of_percent: hundredths.unwrap_or_default(), fixed })
}

/// `elsewhere.url`, and what was typed of it.
fn elsewhere(table: &Table, amounts: &Amounts) -> Option<Elsewhere> {
    let inner = table.table("elsewhere", "write elsewhere.url = \"https://example.org/give\"")?;
    let url = inner.text("url", Rule::Url).text;
    let total = inner.optional_text("total", Rule::Amount);
    let on = inner.optional_text("on", Rule::Date);
    if total.is_some() != on.is_some() {
        inner.fault(
            inner.line(),
            "[[fundraiser]] elsewhere.total and elsewhere.on go together: how much had come in, and on which day",
        );
    }
    let total = total.map(|found| amounts.read_from(&inner, &found, "elsewhere.total", 0));
    inner.finish();
    Some(Elsewhere { url, total: total.zip(on.map(|on| on.text)) })
}

/// The file; nothing where there is no fundraiser.
pub fn write(fundraisers: &[Fundraiser], languages: &[String]) -> Option<String> {
    if fundraisers.is_empty() {
        return None;
    }
    let mut toml = Toml::default();
    for one in fundraisers {
        let amount = |minor: i64| one.amount(minor).map(Amount::decimal).unwrap_or_default();
        toml.heading("[[fundraiser]]");
        toml.text("slug", &one.slug);
        toml.text("kind", one.kind.word());
        toml.text("currency", &one.currency);
        toml.text("ends", &one.ends);
        if let Some(twice) = one.twice {
            toml.text("twice", twice.word());
        }
        toml.by_language("title", &one.title, languages);
        toml.by_language("words", &one.words, languages);
        toml.by_language("rule", &one.rule, languages);
        if one.kind == FundraiserKind::AllOrNothing {
            toml.text("short", one.short.word());
            toml.line(&format!("grace_days = {}", one.grace_days));
        }
        if one.monthly {
            toml.text("recurrence", "monthly");
        }
        toml.text("least", &amount(one.least));
        if !one.presets.is_empty() {
            toml.list("presets", &one.presets.iter().map(|minor| amount(*minor)).collect::<Vec<_>>());
        }
        if let Some(fees) = one.fees {
            toml.text("fees.percent", &percent_written(fees.hundredths_of_percent));
            toml.text("fees.fixed", &amount(fees.fixed));
        }
        if let Some(elsewhere) = &one.elsewhere {
            toml.text("elsewhere.url", &elsewhere.url);
            if let Some((minor, on)) = &elsewhere.total {
                toml.text("elsewhere.total", &amount(*minor));
                toml.text("elsewhere.on", on);
            }
        }
        account::write(&mut toml, one.account.as_ref());
        for item in &one.items {
            toml.heading("[[fundraiser.item]]");
            toml.text("slug", &item.slug);
            toml.by_language("name", &item.name, languages);
            toml.by_language("place", &item.place, languages);
            toml.by_language("when", &item.when, languages);
            toml.text("price", &amount(item.price));
            toml.line(&format!("count = {}", item.count));
        }
    }
    Some(toml.finished())
}
