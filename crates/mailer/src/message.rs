//! A mail in plain fields, and the message made of it. No field can add a header or a recipient.

use lettre::Address;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

#[derive(Clone, Debug)]
pub struct Message {
    pub from_name: String,
    pub from_address: String,
    pub to_name: Option<String>,
    pub to_address: String,
    pub reply_to: Option<String>,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// `<unique@host>` (RFC 5322, section 3.6.4); the same for every try.
    pub message_id: String,
    /// A language tag (RFC 5646).
    pub language: String,
    /// Microseconds UTC.
    pub date: i64,
}

/// A mail as it goes over the wire.
pub(crate) struct Wire {
    pub from: Address,
    pub to: Address,
    pub bytes: Vec<u8>,
}

/// Why a message cannot be sent at all. It names no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unsendable {
    #[error("the recipient's address cannot be used")]
    To,
    #[error("the sender's address cannot be used; mend it in the campaign")]
    From,
    #[error("the reply address cannot be used; mend it in the campaign")]
    ReplyTo,
    #[error("the mail could not be put together")]
    Parts,
}

impl Message {
    pub(crate) fn composed(&self) -> Result<Wire, Unsendable> {
        let from = address(&self.from_address).ok_or(Unsendable::From)?;
        let to = address(&self.to_address).ok_or(Unsendable::To)?;
        let mut builder = lettre::Message::builder()
            .from(mailbox(Some(&self.from_name), &from))
            .to(mailbox(self.to_name.as_deref(), &to))
            .subject(one_line(&self.subject))
            .date(moment(self.date))
            .message_id(Some(message_id(&self.message_id)))
            // RFC 3834: nobody's holiday notice answers it.
            .raw_header(header("Auto-Submitted", "auto-generated"));
        let language = only(&self.language, |c| c.is_ascii_alphanumeric() || c == '-');
        if !language.is_empty() {
            builder = builder.raw_header(header("Content-Language", &language));
        }
        if let Some(reply_to) = &self.reply_to {
            let reply_to = address(reply_to).ok_or(Unsendable::ReplyTo)?;
            builder = builder.reply_to(mailbox(None, &reply_to));
        }
        let parts = MultiPart::alternative_plain_html(printable(&self.text), printable(&self.html));
        let bytes = builder.multipart(parts).map_err(|_| Unsendable::Parts)?.formatted();
        Ok(Wire { from, to, bytes })
    }
}

impl Wire {
    /// Whether an address in it needs a server with SMTPUTF8 (RFC 6531); all else is encoded.
    pub fn needs_every_script(&self) -> bool {
        [&self.from, &self.to].iter().any(|address| !address.user().is_ascii()) || !self.bytes.is_ascii()
    }
}

/// One address, its domain in ASCII as mail servers want it. Quoted names and address literals,
/// which could hold what ends a header, are not taken.
fn address(typed: &str) -> Option<Address> {
    let (local, domain) = typed.trim().rsplit_once('@')?;
    let breaks_out = |c: char| c.is_whitespace() || c.is_control() || "\"<>(),:;@[\\]".contains(c);
    if local.contains(breaks_out) || domain.contains(breaks_out) {
        return None;
    }
    Address::new(local, idna::domain_to_ascii(domain).ok()?).ok()
}

fn mailbox(name: Option<&str>, address: &Address) -> Mailbox {
    Mailbox::new(name.map(one_line).filter(|name| !name.is_empty()), address.clone())
}

/// Between 1970 and 9999, the years that a header can say.
fn moment(micros: i64) -> SystemTime {
    const LAST: u64 = 253_402_300_799_000_000;
    UNIX_EPOCH + Duration::from_micros(u64::try_from(micros).unwrap_or(0).min(LAST))
}

/// `<left@right>`, of characters that RFC 5322, section 3.6.4, has for it.
fn message_id(given: &str) -> String {
    format!("<{}>", only(given, |c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.@".contains(c)))
}

fn only(text: &str, wanted: impl Fn(char) -> bool) -> String {
    text.chars().filter(|c| wanted(*c)).collect()
}

/// A body without control characters, which some servers refuse a mail for.
fn printable(body: &str) -> String {
    only(body, |c| !c.is_control() || matches!(c, '\n' | '\t'))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// A header's value is one line, whatever came in.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message() -> Message {
        Message {
            from_name: "Drop the contract".to_owned(),
            from_address: "letter@example.org".to_owned(),
            to_name: None,
            to_address: "ada@example.org".to_owned(),
            reply_to: Some("people@example.org".to_owned()),
            subject: "Confirm — «carta» ✍".to_owned(),
            text: "Text.".to_owned(),
            html: "<p>HTML.</p>".to_owned(),
            message_id: "<1@example.org>".to_owned(),
            language: "en".to_owned(),
            date: 1_536_595_200_000_000,
        }
    }

    fn wire(message: &Message) -> String {
        String::from_utf8(message.composed().unwrap().bytes).unwrap()
    }

    #[test]
    fn a_mail_has_text_first_then_html_and_says_that_nobody_wrote_it() {
        let wire = wire(&message());
        assert!(wire.is_ascii(), "every server takes it");
        assert!(wire.contains("Content-Type: multipart/alternative"));
        assert!(wire.find("text/plain").unwrap() < wire.find("text/html").unwrap());
        for header in [
            "From: \"Drop the contract\" <letter@example.org>\r\n",
            "To: ada@example.org\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "Content-Language: en\r\n",
            "Message-ID: <1@example.org>\r\n",
            "Reply-To: people@example.org\r\n",
            "Date: Mon, 10 Sep 2018 16:00:00 +0000\r\n",
        ] {
            assert!(wire.contains(header), "{header} is missing in {wire}");
        }
    }

    #[test]
    fn no_field_smuggles_in_a_header_or_a_recipient() {
        for end in ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\0"] {
            let evil = format!("x{end}Bcc: mallory@example.org{end}{end}body");
            let mut injected = message();
            injected.from_name.clone_from(&evil);
            injected.to_name = Some(evil.clone());
            injected.subject.clone_from(&evil);
            injected.language.clone_from(&evil);
            injected.message_id = format!("<1@example.org>{evil}");
            injected.text.clone_from(&evil);
            injected.html.clone_from(&evil);
            let wire = wire(&injected);
            let head = wire.split("\r\n\r\n").next().unwrap();
            let names: Vec<&str> = head
                .split("\r\n")
                .filter(|line| !line.starts_with(' '))
                .map(|line| line.split(':').next().unwrap())
                .collect();
            assert_eq!(names.len(), 10, "{head}");
            assert!(!names.contains(&"Bcc") && !head.contains(['\0', '\u{85}', '\u{2028}']), "{head}");
            assert!(head.split("\r\n").all(|line| !line.contains(['\r', '\n'])), "{head}");
            for address in [
                format!("a@example.org{end}Bcc: b@example.org"),
                format!("a{end}b@example.org"),
                format!("\"a{end}b\"@example.org"),
                format!("a@example.org{end}.com"),
            ] {
                for (field, unsendable) in
                    [(0, Unsendable::To), (1, Unsendable::From), (2, Unsendable::ReplyTo)]
                {
                    let mut injected = message();
                    match field {
                        0 => injected.to_address.clone_from(&address),
                        1 => injected.from_address.clone_from(&address),
                        _ => injected.reply_to = Some(address.clone()),
                    }
                    assert_eq!(injected.composed().err(), Some(unsendable), "{address:?}");
                }
            }
        }
        for address in
            ["a@example.org, b@example.org", "a@example.org>", "<a@example.org>", "a@[192.0.2.1]", "a"]
        {
            let injected = Message { to_address: address.to_owned(), ..message() };
            assert_eq!(injected.composed().err(), Some(Unsendable::To), "{address}");
        }
    }

    #[test]
    fn names_and_subjects_of_every_script_and_length_survive() {
        let long = "Отзовите «договор» 🌿 ".repeat(20);
        let mail =
            Message {
                subject: long.clone(), from_name: "Brücke, „heute“ \"x\"".to_owned(), ..message()
            };
        let wire = wire(&mail);
        assert!(wire.is_ascii() && wire.split("\r\n").all(|line| line.len() < 998));
        assert!(wire.contains("Subject: =?utf-8?b?"));
        assert!(wire.contains("<letter@example.org>"));
    }

    #[test]
    fn a_domain_of_any_script_needs_nothing_of_the_server_and_a_name_of_any_script_does() {
        let domain =
            Message { to_address: "ada@münchen.example".to_owned(), ..message() }.composed().unwrap();
        assert_eq!(domain.to.to_string(), "ada@xn--mnchen-3ya.example");
        assert!(!domain.needs_every_script());
        let name = Message { to_address: "用户@example.org".to_owned(), ..message() }.composed().unwrap();
        assert_eq!(name.to.to_string(), "用户@example.org");
        assert!(name.needs_every_script());
    }

    #[test]
    fn no_date_makes_it_panic() {
        for date in [i64::MIN, -1, 0, i64::MAX] {
            wire(&Message { date, ..message() });
        }
    }
}
