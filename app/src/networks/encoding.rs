//! Percent-encoding, and the two addresses that every device knows: a mail (RFC 6068) and a text
//! message (RFC 5724, with the `body` field that telephones take).

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

/// A mail to write: to somebody where an address is known, else to whom the sender chooses. Line
/// breaks are CR LF, as RFC 6068 asks in section 5.
pub fn mail(to: Option<&str>, subject: &str, body: &str) -> String {
    let to = to.map(|address| encoded(address).replace("%40", "@")).unwrap_or_default();
    let body = body.replace("\r\n", "\n").replace('\n', "\r\n");
    format!("mailto:{to}?subject={}&body={}", encoded(subject), encoded(&body))
}

pub fn message(to: Option<&str>, body: &str) -> String {
    format!("sms:{}?body={}", to.unwrap_or_default(), encoded(body))
}

/// The text that was encoded; nothing where it was not well encoded. A plus is a plus.
#[cfg(test)]
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

    #[test]
    fn a_mail_keeps_its_address_and_breaks_its_lines_as_mails_do() {
        assert_eq!(
            mail(Some("team+a@example.org"), "Q&A", "one\ntwo"),
            "mailto:team%2Ba@example.org?subject=Q%26A&body=one%0D%0Atwo"
        );
        assert_eq!(mail(None, "a", "b"), "mailto:?subject=a&body=b");
        assert_eq!(message(None, "a b"), "sms:?body=a%20b");
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
