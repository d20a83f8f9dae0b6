//! Amounts as people type them: with their own digits, their own comma, and spaces between thousands.

use crate::{Amount, Currency};

/// Why what was typed is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    NoNumber,
    /// More digits behind the point than the currency has.
    TooFine {
        digits: u32,
    },
    TooMuch,
}

impl Amount {
    /// Reads `12`, `12.5`, `12,50`, `1 000`, `1,234.56`, `1.234,56`, `١٢٫٥`. The last point or comma stands before the
    /// fraction, unless three digits follow it, which a thousand has too; of a currency with three digits behind the
    /// point they are its fraction: the smaller of two readings, which nobody can lose by.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn typed(text: &str, currency: Currency) -> Result<Self, Fault> {
        let plain: Vec<char> = text.trim().chars().filter(|c| !is_between_thousands(*c)).collect();
        if plain.is_empty() {
            return Err(Fault::Missing);
        }
        let point = fraction_at(&plain, currency)?;
        let (mut minor, mut digits, mut behind) = (0_i64, 0_u32, 0_u32);
        for (at, c) in plain.iter().enumerate() {
            if is_point(*c) {
                continue;
            }
            let digit = digit(*c).ok_or(Fault::NoNumber)?;
            digits += 1;
            if point.is_some_and(|point| at > point) {
                behind += 1;
                if behind > currency.digits() {
                    // 12.500 EUR was settled above; 12.5000 is what nobody has.
                    return Err(Fault::TooFine { digits: currency.digits() });
                }
            }
            minor =
                minor.checked_mul(10).and_then(|so_far| so_far.checked_add(digit)).ok_or(Fault::TooMuch)?;
        }
        if digits == 0 {
            return Err(Fault::NoNumber);
        }
        let missing = currency.digits() - behind;
        let minor = minor.checked_mul(10_i64.pow(missing)).ok_or(Fault::TooMuch)?;
        Ok(Self { minor, currency })
    }
}

/// Where the fraction begins; nothing where there is none.
fn fraction_at(plain: &[char], currency: Currency) -> Result<Option<usize>, Fault> {
    let points: Vec<usize> = (0..plain.len()).filter(|at| is_point(plain[*at])).collect();
    let Some(last) = points.last().copied() else { return Ok(None) };
    let follow = plain.len() - last - 1;
    let same = points.iter().all(|at| plain[*at] == plain[last]);
    // Each of one sort with three digits behind it: 1.234.567.
    let are_thousands = points.windows(2).all(|two| two[1] - two[0] == 4) && follow == 3 && points[0] > 0;
    if points.len() > 1 {
        return if same && are_thousands {
            Ok(None)
        } else if !same && points[..points.len() - 1].iter().all(|at| plain[*at] != plain[last]) {
            Ok(Some(last))
        } else {
            Err(Fault::NoNumber)
        };
    }
    // No thousands begin with nothing: 0.301 is a fraction, which is too fine for most.
    if plain[..last].iter().all(|c| digit(*c) == Some(0)) {
        return Ok(Some(last));
    }
    // Of Arabic each has its own: the one between thousands was taken out before.
    if plain[last] == '٫' || follow != 3 || last == 0 || last > 3 {
        return Ok(Some(last));
    }
    Ok((currency.digits() == 3).then_some(last))
}

fn is_point(c: char) -> bool {
    matches!(c, '.' | ',' | '٫')
}

/// Spaces of every width, apostrophes, and the Arabic mark between thousands.
fn is_between_thousands(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\'' | '’' | '٬' | '_')
}

/// A text with its Arabic, Persian and full-width digits as ours.
pub fn in_our_digits(text: &str) -> String {
    let ours = |c: char| {
        digit(c).and_then(|value| u32::try_from(value).ok()).and_then(|value| char::from_digit(value, 10))
    };
    text.chars().map(|c| ours(c).unwrap_or(c)).collect()
}

/// The value of a decimal digit, ours, Arabic, Persian or of full width.
fn digit(c: char) -> Option<i64> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '０'..='９' => '０',
        _ => return None,
    };
    Some(i64::from(u32::from(c) - u32::from(zero)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::currency;
    use proptest::prelude::*;

    #[test]
    fn what_people_type_is_read_as_they_mean_it() {
        for (text, code, minor) in [
            ("12", "EUR", 1_200),
            (" 12.5 ", "EUR", 1_250),
            ("12,50", "EUR", 1_250),
            ("1 000", "EUR", 100_000),
            ("1,000", "EUR", 100_000),
            ("1.000", "EUR", 100_000),
            ("1.234.567", "EUR", 123_456_700),
            ("1,234.56", "EUR", 123_456),
            ("1.234,56", "EUR", 123_456),
            ("1’234.56", "CHF", 123_456),
            (".5", "EUR", 50),
            ("0,05", "EUR", 5),
            ("١٢٫٥", "EUR", 1_250),
            ("١٬٠٠٠", "EUR", 100_000),
            ("１２", "JPY", 12),
            ("1,000", "JPY", 1_000),
            ("1.5", "KWD", 1_500),
            ("1,234.567", "KWD", 1_234_567),
            ("0.500", "KWD", 500),
            ("21.332", "KWD", 21_332),
            ("1,000", "KWD", 1_000),
            ("1.234.567", "KWD", 1_234_567_000),
        ] {
            assert_eq!(
                Amount::typed(text, currency(code)),
                Ok(Amount::new(minor, currency(code))),
                "{text} {code}"
            );
        }
    }

    #[test]
    fn what_is_no_amount_is_told_why() {
        for (text, code, fault) in [
            ("", "EUR", Fault::Missing),
            ("ten", "EUR", Fault::NoNumber),
            ("-5", "EUR", Fault::NoNumber),
            (".", "EUR", Fault::NoNumber),
            ("1.2.3", "EUR", Fault::NoNumber),
            ("1,2.3,4", "EUR", Fault::NoNumber),
            ("12.5000", "EUR", Fault::TooFine { digits: 2 }),
            ("0.301", "EUR", Fault::TooFine { digits: 2 }),
            ("00,301", "EUR", Fault::TooFine { digits: 2 }),
            ("1.5", "JPY", Fault::TooFine { digits: 0 }),
            ("99999999999999999999", "EUR", Fault::TooMuch),
            ("9223372036854775807", "EUR", Fault::TooMuch),
            ("$5", "EUR", Fault::NoNumber),
        ] {
            assert_eq!(Amount::typed(text, currency(code)), Err(fault), "{text} {code}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(minor in 0..1_000_000_000_i64, code in prop::sample::select(vec!["EUR", "JPY", "UGX", "KWD"])) {
            let amount = Amount::new(minor, currency(code));
            prop_assert_eq!(Amount::typed(&amount.decimal(), amount.currency), Ok(amount));
        }

        #[test]
        fn nothing_that_is_typed_stops_it(text in ".{0,40}") {
            let _ = Amount::typed(&text, currency("KWD"));
        }
    }
}
