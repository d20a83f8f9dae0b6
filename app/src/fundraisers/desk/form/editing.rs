//! A fundraiser as it is typed at the desk: its fields, the fundraiser that they make, and all that is wrong with them.

use super::faults::{Fault, Faults};
use super::items;
use crate::campaigns::clocks;
use crate::campaigns::definition::{
    ByLanguage, Definition, Elsewhere, Fees, Fundraiser, FundraiserKind, Short, Twice,
};
use crate::campaigns::files::fundraiser_rules::{
    Clash, GRACE, MOST, MOST_GRACE, MOST_PRESETS, MOST_TITLE, MOST_WORDS, clashes, misplaced, percent,
    percent_written,
};
use crate::campaigns::files::{NoAmount, Rule, charged};
pub use crate::campaigns::typed::Typed;
use crate::campaigns::typed::{by_language, put_words, value};
use broadside_money::Currency;

/// A new one, with what most would choose.
pub fn blank(campaign: &Definition) -> Fundraiser {
    let currency = campaign.fundraisers.first().map(|one| one.currency.clone());
    Fundraiser {
        slug: String::new(),
        currency: currency.unwrap_or_default(),
        kind: FundraiserKind::Keep,
        ends: String::new(),
        twice: None,
        title: ByLanguage::new(),
        words: ByLanguage::new(),
        rule: ByLanguage::new(),
        short: Short::Spend,
        items: Vec::new(),
        presets: Vec::new(),
        least: 0,
        grace_days: GRACE,
        fees: None,
        elsewhere: None,
        account: None,
        monthly: false,
    }
}

/// As most type it: `15`, `49.90`.
pub fn in_digits(one: &Fundraiser, minor: i64) -> String {
    let Some(amount) = one.amount(minor) else { return String::new() };
    let units = amount.currency.units();
    if minor % units == 0 { (minor / units).to_string() } else { amount.decimal() }
}

/// What stands in the form of a fundraiser.
pub fn typed(one: &Fundraiser) -> Typed {
    let amount = |minor: i64| in_digits(one, minor);
    let mut all = Typed::new();
    let mut put = |name: &str, value: String| {
        all.insert(name.to_owned(), value);
    };
    put("slug", one.slug.clone());
    put("kind", one.kind.word().to_owned());
    put("currency", one.currency.clone());
    put("ends", one.ends.replace(' ', "T"));
    put("twice", one.twice.map_or("", Twice::word).to_owned());
    put("short", one.short.word().to_owned());
    put("grace_days", one.grace_days.to_string());
    put("recurrence", if one.monthly { "monthly" } else { "once" }.to_owned());
    put("least", if one.least == 0 { String::new() } else { amount(one.least) });
    put("presets", one.presets.iter().map(|minor| amount(*minor)).collect::<Vec<_>>().join(" "));
    if let Some(fees) = one.fees {
        put("percent", percent_written(fees.hundredths_of_percent));
        put("fixed", amount(fees.fixed));
    }
    if let Some((minor, on)) = one.elsewhere.as_ref().and_then(|elsewhere| elsewhere.total.as_ref()) {
        put("total", amount(*minor));
        put("on", on.clone());
    }
    for (key, words) in [("title", &one.title), ("words", &one.words), ("rule", &one.rule)] {
        put_words(&mut all, key, words);
    }
    items::put(&mut all, one);
    all
}

/// What somebody at the desk knows besides the fields.
pub struct Known<'k> {
    pub campaign: &'k Definition,
    /// Slugs of fundraisers that there were.
    pub used: &'k [String],
    /// Slugs of items that gifts stand for.
    pub given_for: &'k [String],
    pub now: i64,
}

/// The fundraiser that was typed, or all that is wrong with it. Where its money goes stays as it was.
pub fn taken(before: &Fundraiser, known: &Known, typed: &Typed) -> Result<Fundraiser, Faults> {
    let mut reader = Reader { typed, languages: &known.campaign.languages, faults: Faults::new() };
    let is_new = before.slug.is_empty();
    let slug = if is_new { reader.slug(known) } else { before.slug.clone() };
    let kind = reader.choice("kind", FundraiserKind::parse);
    let kind = kind.unwrap_or(before.kind);
    let currency = Currency::parse(value(typed, "currency"));
    if currency.is_none() {
        reader.wrong("currency", Fault::Currency);
    }
    let (ends, twice) = reader.ends(before, known);
    let is_promised = kind == FundraiserKind::AllOrNothing;
    // What counts for pledges alone is asked of pledges alone.
    let short = if is_promised {
        reader.choice("short", |word| Short::ALL.into_iter().find(|one| one.word() == word))
    } else {
        None
    };
    let grace = if is_promised { reader.number("grace_days", MOST_GRACE, GRACE) } else { GRACE };
    let standing = before.kind == FundraiserKind::Keep && !is_new;
    let monthly = reader.choice("recurrence", |word| match word {
        "once" => Some(false),
        "monthly" => Some(true),
        _ => None,
    });
    let least = currency.map_or(0, |currency| reader.money("least", currency, 1));
    let one = Fundraiser {
        slug,
        currency: currency.map_or_else(|| before.currency.clone(), |currency| currency.code().to_owned()),
        kind,
        ends,
        twice,
        title: reader.words("title", MOST_TITLE, true),
        words: reader.words("words", MOST_WORDS, true),
        rule: reader.words("rule", MOST_WORDS, true),
        short: short.unwrap_or(if standing { before.short } else { Short::Spend }),
        items: items::taken(before, known.given_for, currency, &mut reader),
        presets: currency.map_or_else(Vec::new, |currency| reader.presets(currency, least)),
        least,
        grace_days: if !is_promised && standing { before.grace_days } else { grace },
        fees: currency.and_then(|currency| reader.fees(currency)),
        elsewhere: before.elsewhere.as_ref().map(|elsewhere| Elsewhere {
            url: elsewhere.url.clone(),
            total: currency.and_then(|currency| reader.total(currency)),
        }),
        account: before.account.clone(),
        monthly: monthly.unwrap_or(false),
    };
    for clash in clashes(&one) {
        let field = match clash {
            Clash::AccountPromised | Clash::AccountElsewhere | Clash::ElsewherePromised => "kind",
            Clash::MonthlyPromised | Clash::MonthlyElsewhere => "recurrence",
            Clash::CostsTooMuch => "price-0",
            Clash::LeastAboveGoal => "least",
            Clash::PresetAboveGoal => "presets",
        };
        reader.wrong(field, Fault::Clash(clash, currency));
    }
    if reader.faults.is_empty() { Ok(one) } else { Err(reader.faults) }
}

/// Reads fields, and notes what is wrong with each.
pub struct Reader<'t> {
    pub typed: &'t Typed,
    pub languages: &'t [String],
    pub faults: Faults,
}

impl Reader<'_> {
    pub fn wrong(&mut self, name: &str, fault: Fault) {
        self.faults.push((name.to_owned(), fault));
    }

    fn slug(&mut self, known: &Known) -> String {
        let slug = value(self.typed, "slug");
        if slug.is_empty() {
            self.wrong("slug", Fault::Words(crate::campaigns::typed::WordsFault::Missing));
        } else if Rule::Slug.check(slug).is_err() || slug == "new" {
            self.wrong("slug", Fault::Slug);
        } else if known.campaign.fundraiser(slug).is_some() || known.used.iter().any(|used| used == slug) {
            self.wrong("slug", Fault::SlugTaken);
        }
        if known.campaign.fundraisers.len() >= MOST {
            self.wrong("slug", Fault::TooMany);
        }
        slug.to_owned()
    }

    fn choice<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let chosen = read(value(self.typed, name));
        if chosen.is_none() {
            self.wrong(name, Fault::NoChoice);
        }
        chosen
    }

    /// It ends at a moment that lies ahead, or where it ended before: once it is over, it is decided.
    fn ends(&mut self, before: &Fundraiser, known: &Known) -> (String, Option<Twice>) {
        let zone = &known.campaign.time_zone;
        let ends = value(self.typed, "ends").replace('T', " ");
        let twice = Twice::ALL.into_iter().find(|one| one.word() == value(self.typed, "twice"));
        match clocks::moment(&ends, zone, twice) {
            Err(why) => self.wrong("ends", Fault::Clock(why)),
            Ok(at) if at <= known.now && before.ends_at(zone) != Ok(at) => self.wrong("ends", Fault::Past),
            Ok(_) => {}
        }
        // Of a time that is shown once there is no second.
        let twice = twice.filter(|_| clocks::moment(&ends, zone, None).is_err());
        (ends, twice)
    }

    pub fn words(&mut self, key: &str, most: usize, needed: bool) -> ByLanguage {
        let faults = &mut self.faults;
        by_language(self.typed, self.languages, (key, most, needed), |name, fault| {
            faults.push((name, Fault::Words(fault)));
        })
    }

    /// From one to the most, or what counts where nothing is typed.
    pub fn number(&mut self, name: &str, most: u32, otherwise: u32) -> u32 {
        let text = value(self.typed, name);
        if text.is_empty() {
            return otherwise;
        }
        let number = broadside_money::in_our_digits(text)
            .parse::<u32>()
            .ok()
            .filter(|number| (1..=most).contains(number));
        if number.is_none() {
            self.wrong(name, Fault::Number(most));
        }
        number.unwrap_or(otherwise)
    }

    /// One that cards can be charged with.
    pub fn money(&mut self, name: &str, currency: Currency, least: i64) -> i64 {
        match charged(value(self.typed, name), currency, least) {
            Ok(amount) => amount.minor,
            Err(why) => {
                self.wrong(name, Fault::Money(why, currency));
                0
            }
        }
    }

    /// `15 50 150`
    fn presets(&mut self, currency: Currency, least: i64) -> Vec<i64> {
        let parts = value(self.typed, "presets").split(|c: char| c.is_whitespace() || matches!(c, ';' | '،'));
        let parts = parts.map(|part| part.trim_end_matches([',', '.'])).filter(|part| !part.is_empty());
        let mut read: Vec<i64> = Vec::new();
        for typed in parts {
            let fault = match charged(typed, currency, 1) {
                Ok(amount) => {
                    let why = misplaced(amount.minor, read.last().copied(), least);
                    read.push(amount.minor);
                    why.map(|why| Fault::Preset(typed.to_owned(), why))
                }
                Err(why @ (NoAmount::Uneven { .. } | NoAmount::TooMuch)) => Some(Fault::Money(why, currency)),
                Err(_) => Some(Fault::PresetUnreadable(typed.to_owned())),
            };
            // The first is enough: one that is out of its place puts others out of theirs.
            if let Some(fault) = fault {
                self.wrong("presets", fault);
                return read;
            }
        }
        if read.len() > MOST_PRESETS {
            self.wrong("presets", Fault::TooManyPresets);
        }
        read
    }

    fn fees(&mut self, currency: Currency) -> Option<Fees> {
        let (typed, fixed) = (value(self.typed, "percent").replace(',', "."), value(self.typed, "fixed"));
        if typed.is_empty() {
            if !fixed.is_empty() {
                self.wrong("percent", Fault::FixedAlone);
            }
            return None;
        }
        let percent = percent(typed.trim_end_matches(['%', ' ']));
        if percent.is_none() {
            self.wrong("percent", Fault::Percent);
        }
        let fixed = if fixed.is_empty() { 0 } else { self.money("fixed", currency, 0) };
        Some(Fees { hundredths_of_percent: percent?, fixed })
    }

    /// What came together elsewhere, and until which day.
    fn total(&mut self, currency: Currency) -> Option<(i64, String)> {
        let (total, on) = (value(self.typed, "total"), value(self.typed, "on"));
        if total.is_empty() && on.is_empty() {
            return None;
        }
        if total.is_empty() || on.is_empty() {
            self.wrong(if total.is_empty() { "total" } else { "on" }, Fault::TotalAndDay);
            return None;
        }
        if Rule::Date.check(on).is_err() {
            self.wrong("on", Fault::Day);
        }
        Some((self.money("total", currency, 0), on.to_owned()))
    }
}
