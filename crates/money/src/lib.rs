//! Amounts of money, in whole smallest units of their currency, never as a fraction.
//!
//! How many digits a currency has behind the point is that of ISO 4217, whose table `iso_currency` keeps; how card
//! providers want it said is in [`cards`].

pub mod cards;
pub mod ledger;
mod typed;

use std::fmt;

pub use typed::{Fault, in_our_digits};

/// A currency that people pay in: one of ISO 4217 that has smallest units.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency(iso_currency::Currency);

impl Currency {
    /// By its three letters, in any case. Nothing for a metal, a fund's unit or what tests use.
    pub fn parse(code: &str) -> Option<Self> {
        let found = iso_currency::Currency::from_code(&code.trim().to_ascii_uppercase())?;
        found.exponent().map(|_| Self(found))
    }

    /// `EUR`.
    pub fn code(self) -> &'static str {
        self.0.code()
    }

    /// How many digits stand behind the point: 2 of EUR, none of JPY, 3 of KWD.
    pub fn digits(self) -> u32 {
        self.0.exponent().map_or(0, u32::from)
    }

    /// How many smallest units one is: 100 of EUR.
    pub fn units(self) -> i64 {
        10_i64.pow(self.digits())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// So much of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    /// In smallest units: cents of EUR.
    pub minor: i64,
    pub currency: Currency,
}

impl Amount {
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// As programs and tables write it: `12.50`, `-3`, with all digits of the currency and a point.
    pub fn decimal(self) -> String {
        let digits = self.currency.digits() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let units = self.minor.unsigned_abs();
        let whole = units / self.currency.units().unsigned_abs();
        let rest = units % self.currency.units().unsigned_abs();
        if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0digits$}") }
    }

    /// What [`Self::decimal`] wrote, with all digits of the currency, or a whole number without a point; nothing where
    /// it is neither.
    pub fn written(text: &str, currency: Currency) -> Option<Self> {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
        let minor = match text.split_once('.') {
            None if is_number(text) => text.parse::<i64>().ok()?.checked_mul(currency.units())?,
            Some((whole, rest))
                if is_number(whole) && is_number(rest) && rest.len() == currency.digits() as usize =>
            {
                let whole = whole.parse::<i64>().ok()?.checked_mul(currency.units())?;
                whole.checked_add(rest.parse().ok()?)?
            }
            _ => return None,
        };
        Some(Self { minor, currency })
    }

    /// What a percentage in hundredths and a fixed amount come to on top, so that this much is left once a provider
    /// has taken them of the whole. Rounded up: nobody gets less than what was meant. Nothing where it has no end.
    pub fn with_fees_covered(self, hundredths_of_percent: i64, fixed: i64) -> Option<Self> {
        const WHOLE: i128 = 10_000;
        let left = WHOLE - i128::from(hundredths_of_percent);
        if left <= 0 || hundredths_of_percent < 0 || fixed < 0 {
            return None;
        }
        let needed = (i128::from(self.minor) + i128::from(fixed)) * WHOLE;
        let gross = (needed + left - 1) / left;
        i64::try_from(gross).ok().map(|minor| Self { minor, ..self })
    }
}

/// With its currency, for logs and programs: `EUR 12.50`. People read it as their language writes numbers.
impl fmt::Display for Amount {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} {}", self.currency, self.decimal())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    pub fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    #[test]
    fn digits_are_those_of_iso_4217() {
        for (code, digits) in
            [("EUR", 2), ("jpy", 0), (" krw ", 0), ("KWD", 3), ("ISK", 0), ("UGX", 0), ("BHD", 3)]
        {
            assert_eq!(currency(code).digits(), digits, "{code}");
        }
        for code in ["XAU", "XXX", "EURO", "", "€"] {
            assert_eq!(Currency::parse(code), None, "{code}");
        }
    }

    #[test]
    fn what_was_written_is_read_back_and_nothing_else() {
        for (text, code, minor) in [
            ("12.50", "EUR", Some(1_250)),
            ("12", "EUR", Some(1_200)),
            ("1.000", "KWD", Some(1_000)),
            ("300", "JPY", Some(300)),
            ("1.000", "EUR", None),
            ("1,50", "EUR", None),
            ("1.5", "EUR", None),
            (".50", "EUR", None),
            ("-1.50", "EUR", None),
            ("", "EUR", None),
            ("99999999999999999999", "EUR", None),
        ] {
            let amount = minor.map(|minor| Amount::new(minor, currency(code)));
            assert_eq!(Amount::written(text, currency(code)), amount, "{text} {code}");
        }
    }

    #[test]
    fn an_amount_is_written_with_all_its_digits() {
        for (minor, code, written) in [
            (1_250, "EUR", "12.50"),
            (5, "EUR", "0.05"),
            (-5, "EUR", "-0.05"),
            (300, "JPY", "300"),
            (1_234, "KWD", "1.234"),
            (i64::MIN, "EUR", "-92233720368547758.08"),
        ] {
            assert_eq!(Amount::new(minor, currency(code)).decimal(), written);
        }
        assert_eq!(Amount::new(1_250, currency("EUR")).to_string(), "EUR 12.50");
    }

    proptest! {
        #[test]
        fn who_covers_the_fees_covers_them_to_the_last_unit(net in 1..100_000_000_i64, percent in 0..2_000_i64, fixed in 0..500_i64) {
            let net = Amount::new(net, currency("EUR"));
            let gross = net.with_fees_covered(percent, fixed).unwrap();
            // In ten-thousandths, so that nothing is rounded here.
            let left = |gross: i64| i128::from(gross) * i128::from(10_000 - percent) - i128::from(fixed) * 10_000;
            let meant = i128::from(net.minor) * 10_000;
            prop_assert!(left(gross.minor) >= meant);
            prop_assert!(left(gross.minor - 1) < meant, "and no unit more than it takes");
        }
    }
}
