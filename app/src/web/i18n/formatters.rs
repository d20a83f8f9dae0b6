//! How each language writes numbers, days and times: read from CLDR’s data once a thread, since looking up takes
//! longer than writing, and pages have many dates.

use super::Language;
use broadside_money::Amount;
use icu_datetime::fieldsets::{E, MD, T, YM, YMD};
use icu_datetime::{DateTimeFormatter, DateTimeFormatterLoadError, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use std::cell::OnceCell;

pub(super) struct Formatters {
    pub day: DateTimeFormatter<YMD>,
    pub day_of_year: DateTimeFormatter<MD>,
    pub month: DateTimeFormatter<YM>,
    pub weekday: DateTimeFormatter<E>,
    pub time: NoCalendarFormatter<T>,
}

type Cell<T> = OnceCell<Option<T>>;

thread_local! {
    static MOMENTS: [Cell<Formatters>; Language::ALL.len()] = const { [const { Cell::new() }; _] };
    static NUMBERS: [Cell<DecimalFormatter>; Language::ALL.len()] = const { [const { Cell::new() }; _] };
}

/// What is written with a language’s formatters; nothing where there is no data for it.
pub(super) fn moments<T>(language: Language, write: impl FnOnce(&Formatters) -> T) -> Option<T> {
    MOMENTS.with(|cells| cells[language as usize].get_or_init(|| load(language).ok()).as_ref().map(write))
}

pub(super) fn number(language: Language, number: u64) -> String {
    formatted(language, &Decimal::from(number))
}

/// Hundredths as a number, with no more digits than it takes.
pub(super) fn hundredths(language: Language, hundredths: i64) -> String {
    let mut decimal = Decimal::from(hundredths);
    decimal.multiply_pow10(-2);
    decimal.trim_end();
    formatted(language, &decimal)
}

/// So much of a currency, without its name: its digits behind the point stand where it is not whole.
pub(super) fn amount(language: Language, amount: Amount) -> String {
    let mut decimal = Decimal::from(amount.minor);
    let digits = i16::try_from(amount.currency.digits()).unwrap_or_default();
    decimal.multiply_pow10(-digits);
    if amount.minor % amount.currency.units() == 0 {
        decimal.trim_end();
    }
    formatted(language, &decimal)
}

fn formatted(language: Language, decimal: &Decimal) -> String {
    NUMBERS.with(|cells| {
        let formatter = cells[language as usize].get_or_init(|| {
            DecimalFormatter::try_new(language.locale().into(), DecimalFormatterOptions::default()).ok()
        });
        match formatter {
            Some(formatter) => formatter.format(decimal).to_string(),
            None => decimal.to_string(),
        }
    })
}

fn load(language: Language) -> Result<Formatters, DateTimeFormatterLoadError> {
    let locale = language.locale();
    Ok(Formatters {
        day: DateTimeFormatter::try_new(locale.clone().into(), YMD::long())?,
        day_of_year: DateTimeFormatter::try_new(locale.clone().into(), MD::medium())?,
        month: DateTimeFormatter::try_new(locale.clone().into(), YM::long())?,
        weekday: DateTimeFormatter::try_new(locale.clone().into(), E::long())?,
        time: NoCalendarFormatter::try_new(locale.into(), T::hm())?,
    })
}
