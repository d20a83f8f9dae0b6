//! A goal as it is typed at the desk: its fields, the goal that they make, and all that is wrong with them.

use crate::campaigns::clocks::{self, Unclear};
use crate::campaigns::definition::{Audience, ByLanguage, Definition, Fundraiser, Goal, Threshold, Twice};
use crate::campaigns::files::{self, MOST_GOAL_WORDS, MOST_GOALS, MOST_PEOPLE, MOST_SIGNATURES, NoAmount};
pub use crate::campaigns::typed::Typed;
use crate::campaigns::typed::{WordsFault, by_language, put_words, value};
use crate::web::i18n::Say;
use crate::web::natural;
use broadside_money::{Amount, Currency, Fault as Typo};

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Words(WordsFault),
    /// Nothing is chosen that the campaign has.
    NoMeasure,
    /// No number from one to the most.
    Number(u32),
    /// No amount of a currency.
    Money(NoAmount, Currency),
    /// A fundraiser whose money is taken elsewhere.
    Elsewhere,
    /// The clock says why.
    Clock(Unclear),
    TooMany,
    /// A letter that the campaign does not have.
    NoLetter,
}

pub type Faults = Vec<(String, Fault)>;

impl Fault {
    pub fn words(&self, say: &Say) -> String {
        match self {
            Self::Words(WordsFault::Missing) => say.text("goals-fault-missing"),
            Self::Words(WordsFault::TooLong(most)) => {
                let most = natural(i64::try_from(*most).unwrap_or(i64::MAX));
                say.with("goals-fault-too-long", &[("most", &most)])
            }
            Self::Words(WordsFault::Unprintable) => say.text("goals-fault-unprintable"),
            Self::NoMeasure => say.text("goals-fault-measure"),
            Self::Number(most) => say.with("goals-fault-number", &[("most", most)]),
            Self::Money(NoAmount::Nothing, _) => say.text("goals-fault-money-nothing"),
            Self::Money(NoAmount::TooMuch | NoAmount::Unreadable(Typo::TooMuch), _) => {
                say.text("goals-fault-money-too-much")
            }
            Self::Money(NoAmount::Unreadable(Typo::TooFine { digits: 0 }), currency) => {
                say.with("goals-fault-money-whole", &[("currency", &currency.code())])
            }
            Self::Money(NoAmount::Unreadable(Typo::TooFine { digits }), currency) => {
                say.with("goals-fault-money-too-fine", &[("currency", &currency.code()), ("digits", digits)])
            }
            // What is reached is charged to no card, so it may be uneven.
            Self::Money(
                NoAmount::Uneven { .. } | NoAmount::Unreadable(Typo::Missing | Typo::NoNumber),
                _,
            ) => say.text("goals-fault-money"),
            Self::Elsewhere => say.text("goals-reach-elsewhere"),
            Self::Clock(Unclear::Unreadable) => say.text("goals-fault-clock"),
            Self::Clock(Unclear::Skipped { then }) => say.with("goals-fault-skipped", &[("then", then)]),
            Self::Clock(Unclear::Twice { first, second }) => {
                say.with("goals-fault-twice", &[("first", first), ("second", second)])
            }
            Self::NoLetter => say.text("goals-fault-letter"),
            Self::TooMany => say.with("goals-fault-too-many", &[("most", &MOST_GOALS)]),
        }
    }
}

pub fn blank() -> Goal {
    Goal {
        slug: String::new(),
        threshold: Threshold::Signatures { number: 0, letter: None },
        words: ByLanguage::new(),
        mail: vec![Audience::Organisers],
        closes: None,
    }
}

/// What is counted, in one word of the form: `signatures`, `letter/our-demands`, `event/rally`, `fundraiser/buses`,
/// `moment`.
pub fn measure_word(threshold: &Threshold) -> String {
    match threshold {
        Threshold::Signatures { letter: None, .. } => "signatures".to_owned(),
        Threshold::Signatures { letter: Some(letter), .. } => format!("letter/{letter}"),
        Threshold::People { event, .. } => format!("event/{event}"),
        Threshold::Money { fundraiser, .. } => format!("fundraiser/{fundraiser}"),
        Threshold::Moment { .. } => "moment".to_owned(),
    }
}

/// What stands in the form of a goal.
pub fn typed(goal: &Goal) -> Typed {
    let mut all = Typed::new();
    let mut put = |name: &str, value: String| {
        all.insert(name.to_owned(), value);
    };
    put("reach", measure_word(&goal.threshold));
    match &goal.threshold {
        Threshold::Signatures { number, .. } | Threshold::People { number, .. } => {
            put("number", if *number == 0 { String::new() } else { number.to_string() });
        }
        Threshold::Money { amount, .. } => put("money", amount.clone()),
        Threshold::Moment { at, twice } => {
            put("moment", at.replace(' ', "T"));
            put("twice", twice.map_or("", Twice::word).to_owned());
        }
    }
    for audience in &goal.mail {
        put(&format!("mail-{}", audience.word()), "1".to_owned());
    }
    put("closes", goal.closes.clone().unwrap_or_default());
    put_words(&mut all, "words", &goal.words);
    all
}

/// The goal that was typed, or all that is wrong with it. `used` are the slugs of goals that there were.
pub fn taken(before: &Goal, campaign: &Definition, typed: &Typed, used: &[&str]) -> Result<Goal, Faults> {
    let mut faults = Faults::new();
    let threshold = threshold(campaign, typed, &mut faults);
    let words =
        by_language(typed, &campaign.languages, ("words", MOST_GOAL_WORDS as usize, false), |name, fault| {
            faults.push((name, Fault::Words(fault)));
        });
    let is_new = before.slug.is_empty();
    if is_new && campaign.goals.len() >= MOST_GOALS as usize {
        faults.push(("reach".to_owned(), Fault::TooMany));
    }
    let closes = Some(value(typed, "closes")).filter(|slug| !slug.is_empty());
    if closes.is_some_and(|slug| campaign.letters.iter().all(|letter| letter.slug != slug)) {
        faults.push(("closes".to_owned(), Fault::NoLetter));
    }
    let Some(threshold) = threshold.filter(|_| faults.is_empty()) else { return Err(faults) };
    Ok(Goal {
        slug: if is_new { slug_of(&threshold, campaign, used) } else { before.slug.clone() },
        threshold,
        words,
        mail: Audience::ALL
            .into_iter()
            .filter(|one| value(typed, &format!("mail-{}", one.word())) == "1")
            .collect(),
        closes: closes.map(str::to_owned),
    })
}

fn threshold(campaign: &Definition, typed: &Typed, faults: &mut Faults) -> Option<Threshold> {
    let (kind, slug) = match value(typed, "reach").split_once('/') {
        Some((kind, slug)) => (kind, Some(slug)),
        None => (value(typed, "reach"), None),
    };
    let letter = slug.filter(|slug| campaign.letters.iter().any(|one| one.slug == *slug));
    let event = slug.filter(|slug| campaign.events.iter().any(|one| one.slug == *slug));
    let fundraiser = slug.and_then(|slug| campaign.fundraiser(slug));
    match (kind, slug) {
        ("signatures", None) => number(typed, MOST_SIGNATURES, faults)
            .map(|number| Threshold::Signatures { number, letter: None }),
        ("letter", _) if letter.is_some() => number(typed, MOST_SIGNATURES, faults)
            .map(|number| Threshold::Signatures { number, letter: letter.map(str::to_owned) }),
        ("event", _) if let Some(event) = event => number(typed, MOST_PEOPLE, faults)
            .map(|number| Threshold::People { number, event: event.to_owned() }),
        ("fundraiser", _) if let Some(fundraiser) = fundraiser => money(typed, fundraiser, faults),
        ("moment", None) => moment(campaign, typed, faults),
        _ => {
            faults.push(("reach".to_owned(), Fault::NoMeasure));
            None
        }
    }
}

fn number(typed: &Typed, most: u32, faults: &mut Faults) -> Option<u32> {
    let number = value(typed, "number").parse::<u32>().ok().filter(|number| (1..=most).contains(number));
    if number.is_none() {
        faults.push(("number".to_owned(), Fault::Number(most)));
    }
    number
}

fn money(typed: &Typed, fundraiser: &Fundraiser, faults: &mut Faults) -> Option<Threshold> {
    if fundraiser.elsewhere.is_some() {
        faults.push(("reach".to_owned(), Fault::Elsewhere));
        return None;
    }
    let currency = fundraiser.currency()?;
    let amount = files::amount(value(typed, "money"), currency, 1).map(Amount::decimal);
    let amount = amount.map_err(|why| faults.push(("money".to_owned(), Fault::Money(why, currency)))).ok()?;
    Some(Threshold::Money { amount, fundraiser: fundraiser.slug.clone() })
}

fn moment(campaign: &Definition, typed: &Typed, faults: &mut Faults) -> Option<Threshold> {
    let at = value(typed, "moment").replace('T', " ");
    let twice = Twice::ALL.into_iter().find(|one| one.word() == value(typed, "twice"));
    match clocks::moment(&at, &campaign.time_zone, twice) {
        Ok(_) => Some(Threshold::Moment { at, twice }),
        Err(why) => {
            faults.push(("moment".to_owned(), Fault::Clock(why)));
            None
        }
    }
}

/// `signatures-10000`: what no other goal of the campaign is called, or was.
fn slug_of(threshold: &Threshold, campaign: &Definition, used: &[&str]) -> String {
    let plain = match threshold {
        Threshold::Signatures { number, .. } => format!("signatures-{number}"),
        Threshold::People { number, .. } => format!("people-{number}"),
        Threshold::Money { amount, .. } => format!("money-{}", amount.replace('.', "-")),
        Threshold::Moment { at, .. } => format!("moment-{}", at.replace(' ', "-").replace(':', "")),
    };
    let numbered = |number: usize| if number == 1 { plain.clone() } else { format!("{plain}-{number}") };
    let is_free = |slug: &String| campaign.goal(slug).is_none() && !used.contains(&slug.as_str());
    (1..=campaign.goals.len() + used.len() + 1).map(numbered).find(is_free).unwrap_or_default()
}
