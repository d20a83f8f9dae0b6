//! Who makes false sign-ons, and with what. Whoever needs hundreds within hours draws on what they have: a list of
//! given and one of family names, a way to make up addresses, a few sentences, one script with one habit of time.

use crate::dice::Dice;
use crate::people::{Tongue, domain_word, latin, names};
use crate::sign_on::milliseconds;

/// Whom a false sign-on pretends to be.
pub struct Victim {
    pub name: String,
    pub given: String,
    pub family: String,
}

/// A list of names that is used up again and again.
pub struct Pool {
    given: Vec<&'static str>,
    family: Vec<&'static str>,
    lower: bool,
}

/// How addresses are made up, one like the other.
#[derive(Clone, Copy)]
pub enum Pattern {
    /// given.family1234
    Dotted,
    /// givenfamily12
    Joined,
    /// gfamily123456
    Initial,
    /// The address of quite another name of the pool.
    Another,
    /// x8k2q0z7ah
    Random,
}

/// How long the form is open, if anything measures it.
#[derive(Clone, Copy)]
pub enum Fill {
    /// Posts without opening the page.
    Unmeasured,
    /// A browser without a screen, told to sleep so long.
    Machine { sleep: f64, jitter: f64 },
    /// Told to look human: a mean with noise about it.
    Noisy { mean: f64, deviation: f64 },
}

pub struct Kit {
    pub pool: Pool,
    pub pattern: Pattern,
    pub fill: Fill,
    /// How often the hidden field is filled in with the others.
    pub fills_all: f64,
    /// Sentences, and how often one of them is added.
    pub templates: Vec<String>,
    pub says: f64,
    pub countries: Vec<&'static str>,
    pub public: bool,
}

const FREE: [&str; 6] = ["gmail.com", "outlook.com", "yahoo.com", "hotmail.com", "mail.ru", "gmx.com"];
const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
const OPENINGS: [&str; 8] = [
    "I fully support this letter",
    "This is a very important issue",
    "Great initiative",
    "I support this cause",
    "We must act now",
    "It is time for change",
    "I stand with this petition",
    "Everyone should sign this",
];
const ENDINGS: [&str; 8] = [
    "and hope it succeeds.",
    "for our future.",
    "Please sign!",
    "because it matters to all of us.",
    "and ask others to do the same.",
    "for the good of the people.",
    "Thank you for your work.",
    "before it is too late!",
];

impl Pool {
    /// So many given and family names of one of the lists that are easily had.
    pub fn of(dice: &mut Dice, given: (u32, u32), family: (u32, u32)) -> Self {
        let tongue = *dice.pick(&[
            Tongue::English,
            Tongue::English,
            Tongue::English,
            Tongue::French,
            Tongue::Portuguese,
            Tongue::Spanish,
            Tongue::Indian,
            Tongue::German,
        ]);
        let lists = names(tongue);
        let mut all = lists.men.clone();
        all.extend(&lists.women);
        let mut families = lists.family.clone();
        if tongue == Tongue::English && dice.chance(0.5) {
            // Out of a library that makes up names, as scripts mostly do.
            all = lists.rare.0.to_vec();
            families = lists.rare.1.to_vec();
        }
        let (given, family) = (dice.count(given.0, given.1), dice.count(family.0, family.1));
        let lower = dice.chance(0.12);
        Self { given: dice.some(&all, given), family: dice.some(&families, family), lower }
    }

    pub fn victim(&self, dice: &mut Dice) -> Victim {
        let (given, family) = (*dice.pick(&self.given), *dice.pick(&self.family));
        let name = format!("{given} {family}");
        Victim {
            name: if self.lower { name.to_lowercase() } else { name },
            given: given.to_owned(),
            family: family.to_owned(),
        }
    }
}

impl Pattern {
    pub fn any(dice: &mut Dice) -> Self {
        *dice.pick(&[
            Self::Dotted,
            Self::Dotted,
            Self::Joined,
            Self::Joined,
            Self::Initial,
            Self::Another,
            Self::Random,
        ])
    }

    pub fn local(self, dice: &mut Dice, victim: &Victim, pool: &Pool) -> String {
        let (given, family) = (latin(&victim.given), latin(&victim.family));
        match self {
            Self::Dotted => format!("{given}.{family}{}", dice.count(1000, 9999)),
            Self::Joined => format!("{given}{family}{}", dice.count(10, 999)),
            Self::Initial => {
                format!(
                    "{}{family}{}",
                    given.chars().take(1).collect::<String>(),
                    dice.count(10_000, 999_999)
                )
            }
            Self::Another => {
                let other = pool.victim(dice);
                format!("{}{}{}", latin(&other.given), latin(&other.family), dice.count(10, 9999))
            }
            Self::Random => dice.letters(LOWER, 8, 12),
        }
    }
}

impl Fill {
    /// As most scripts do it: nothing is measured, or a constant sleep.
    pub fn cheap(dice: &mut Dice) -> Self {
        if dice.chance(0.45) {
            return Self::Unmeasured;
        }
        let sleep = *dice.pick(&[0.3, 0.5, 1.0, 1.0, 1.5, 2.0, 2.0, 2.5]);
        Self::Machine { sleep, jitter: dice.between(0.02, 0.35) }
    }

    pub fn careful(dice: &mut Dice) -> Self {
        Self::Noisy { mean: dice.between(5.0, 11.0), deviation: dice.between(0.6, 2.2) }
    }

    pub fn seconds(self, dice: &mut Dice) -> Option<f64> {
        let seconds = match self {
            Self::Unmeasured => return None,
            // What the page itself takes comes on top.
            Self::Machine { sleep, jitter } => sleep + 0.04 + dice.exponential(jitter).min(4.0 * jitter),
            Self::Noisy { mean, deviation } => dice.normal(mean, deviation).max(1.8 + dice.between(0.0, 0.8)),
        };
        Some(milliseconds(seconds))
    }
}

impl Kit {
    /// Of somebody who has a list, a script and an evening.
    pub fn cheap(dice: &mut Dice) -> Self {
        let fills_all = if dice.chance(0.5) { dice.between(0.85, 1.0) } else { 0.0 };
        let says = if dice.chance(0.3) { 0.0 } else { dice.between(0.4, 1.0) };
        Self {
            pool: Pool::of(dice, (50, 140), (50, 140)),
            pattern: Pattern::any(dice),
            fill: Fill::cheap(dice),
            fills_all,
            // Some have their sentences spun into many by a tool.
            templates: if dice.chance(0.25) { templates(dice, (20, 40)) } else { templates(dice, (3, 10)) },
            says,
            countries: countries(dice),
            public: dice.chance(0.85),
        }
    }

    /// Of somebody who pays for addresses and wants them to last: noise in the time, a sentence always, no hidden
    /// field, and a list that is no longer than others'.
    pub fn careful(dice: &mut Dice) -> Self {
        Self {
            pool: Pool::of(dice, (18, 40), (18, 40)),
            fill: Fill::careful(dice),
            fills_all: 0.0,
            templates: templates(dice, (5, 14)),
            says: 1.0,
            ..Self::cheap(dice)
        }
    }

    pub fn free_mail(&self, dice: &mut Dice, victim: &Victim) -> String {
        // The first few have open registration; most of a batch is bought at one.
        format!("{}@{}", self.pattern.local(dice, victim, &self.pool), dice.pick_common(&FREE[..4]))
    }

    pub fn comment(&self, dice: &mut Dice) -> Option<String> {
        dice.chance(self.says).then(|| dice.pick(&self.templates).clone())
    }

    pub fn country(&self, dice: &mut Dice) -> Option<&'static str> {
        (!self.countries.is_empty()).then(|| *dice.pick(&self.countries))
    }

    /// Simple scripts write into any field what its kind seems to want.
    pub fn honeypot(&self, dice: &mut Dice, victim: &Victim) -> String {
        if !dice.chance(self.fills_all) {
            return String::new();
        }
        match dice.count(0, 2) {
            0 => format!("https://{}.example/", latin(&victim.family)),
            1 => victim.name.clone(),
            _ => dice.letters(LOWER, 4, 9),
        }
    }
}

/// Words that promise nothing but sell: domains of such operators are made of two of them.
pub fn fresh_domain(dice: &mut Dice) -> String {
    let (one, other) = (domain_word(dice), domain_word(dice));
    let top =
        *dice.pick(&["xyz", "online", "site", "top", "icu", "click", "shop", "fun", "space", "com", "info"]);
    match dice.count(0, 2) {
        0 => format!("{one}{other}{}.{top}", dice.count(1, 99)),
        1 => format!("{one}-{other}.{top}"),
        _ => format!("{}.{top}", dice.letters(&LOWER[..26], 6, 9)),
    }
}

fn templates(dice: &mut Dice, many: (u32, u32)) -> Vec<String> {
    let count = dice.count(many.0, many.1);
    let one = |dice: &mut Dice| {
        let (opening, ending) = (*dice.pick(&OPENINGS), *dice.pick(&ENDINGS));
        let stop = if ending.starts_with(char::is_uppercase) { "." } else { "" };
        format!("{opening}{stop} {ending}")
    };
    (0..count).map(|_| one(dice)).collect()
}

fn countries(dice: &mut Dice) -> Vec<&'static str> {
    match dice.count(0, 3) {
        0 => Vec::new(),
        1 => vec!["US"],
        2 => vec!["AF", "AL", "DZ", "AD", "AO"],
        _ => vec!["US", "GB", "DE", "FR", "CA"],
    }
}
