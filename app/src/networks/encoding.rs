//! Percent-encoding, as RFC 3986 has it.

use std::fmt::Write as _;

/// Everything but RFC 3986's unreserved characters as `%XX`; a space is `%20`, never `+`.
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The text that was encoded; nothing where it was not well encoded. A plus is a plus.
pub fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_space_is_never_a_plus_and_a_plus_never_a_space() {
        assert_eq!(encoded("a b+c"), "a%20b%2Bc");
        assert_eq!(encoded("ñ🦊"), "%C3%B1%F0%9F%A6%8A");
    }

    proptest! {
        #[test]
        fn what_is_encoded_is_a_query_and_decodes_to_itself(text in any::<String>()) {
            let encoded = encoded(&text);
            prop_assert!(encoded.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)));
            prop_assert_eq!(decoded(&encoded), Some(text));
        }
    }
}
