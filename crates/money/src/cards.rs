//! How card providers want an amount said. The rules are Stripe's, “Supported currencies”, sections “Minor units in
//! API amounts” and “Special cases” (docs.stripe.com/currencies), which others follow.

use crate::{Amount, Currency};

/// Said without digits behind the point, whatever ISO 4217 has.
const WHOLE: [&str; 15] =
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"];
/// Said in hundredths, though they have none: an amount must be whole.
const HUNDREDS: [&str; 2] = ["ISK", "UGX"];

/// An amount that cannot be paid by card: it must be a multiple of this, in smallest units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uneven {
    pub multiple: i64,
}

/// An amount payable by card is a multiple of so many smallest units: 10 of KWD, whose last digit must be 0.
pub fn step(currency: Currency) -> i64 {
    match currency.digits() {
        3 => 10,
        digits if WHOLE.contains(&currency.code()) => 10_i64.pow(digits),
        _ => 1,
    }
}

/// No more than this is charged at once, in smallest units: the number has eight digits at most, of rupiah twelve
/// (docs.stripe.com/currencies, “Minimum and maximum charge amounts”).
pub fn most(currency: Currency) -> i64 {
    let number = if currency.code() == "IDR" { 999_999_999_999 } else { 99_999_999 };
    if HUNDREDS.contains(&currency.code()) {
        return number / 100;
    }
    let whole = if WHOLE.contains(&currency.code()) { number * step(currency) } else { number };
    whole - whole % step(currency)
}

/// The number that a provider is told.
///
/// # Errors
/// The amount is no multiple of [`step`].
pub fn number(amount: Amount) -> Result<i64, Uneven> {
    let multiple = step(amount.currency);
    if amount.minor % multiple != 0 {
        return Err(Uneven { multiple });
    }
    let code = amount.currency.code();
    Ok(if HUNDREDS.contains(&code) {
        amount.minor.saturating_mul(100)
    } else if WHOLE.contains(&code) {
        amount.minor / multiple
    } else {
        amount.minor
    })
}

/// The amount that a provider's number means; nothing where it means none.
pub fn amount(number: i64, currency: Currency) -> Option<Amount> {
    let code = currency.code();
    let minor = if HUNDREDS.contains(&code) {
        (number % 100 == 0).then_some(number / 100)?
    } else if WHOLE.contains(&code) {
        number.checked_mul(step(currency))?
    } else {
        number
    };
    Some(Amount { minor, currency })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::currency;

    #[test]
    fn a_provider_is_told_each_currency_as_it_takes_it() {
        for (minor, code, told) in [
            (1_250, "EUR", Ok(1_250)),
            (300, "JPY", Ok(300)),
            (5_000, "KRW", Ok(5_000)),
            (1_230, "KWD", Ok(1_230)),
            (1_234, "KWD", Err(Uneven { multiple: 10 })),
            (5, "ISK", Ok(500)),
            (5, "UGX", Ok(500)),
            (500, "MGA", Ok(5)),
            (510, "MGA", Err(Uneven { multiple: 100 })),
        ] {
            let amount_of = Amount::new(minor, currency(code));
            assert_eq!(number(amount_of), told, "{code}");
            if let Ok(told) = told {
                assert_eq!(amount(told, currency(code)), Some(amount_of), "{code}");
            }
        }
        assert_eq!(amount(550, currency("ISK")), None);
    }

    #[test]
    fn the_most_that_is_charged_at_once_is_told_in_eight_digits() {
        for (code, minor, told) in [
            ("USD", 99_999_999, 99_999_999),
            ("JPY", 99_999_999, 99_999_999),
            ("KWD", 99_999_990, 99_999_990),
            ("ISK", 999_999, 99_999_900),
            ("MGA", 9_999_999_900, 99_999_999),
            ("IDR", 999_999_999_999, 999_999_999_999),
        ] {
            assert_eq!(most(currency(code)), minor, "{code}");
            assert_eq!(number(Amount::new(minor, currency(code))), Ok(told), "{code}");
        }
    }
}
