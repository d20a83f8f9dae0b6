//! A mail in plain fields, and the message made of it. No field can add a header or a recipient.

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use std::time::{Duration, UNIX_EPOCH};

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

impl Message {
    /// The message as it goes over the wire, or why it cannot be one.
    pub(crate) fn composed(&self) -> Result<lettre::Message, String> {
        let unusable = |what: &str| format!("the {what} is no address");
        let from = mailbox(Some(&self.from_name), &self.from_address).ok_or_else(|| unusable("sender"))?;
        let to = mailbox(self.to_name.as_deref(), &self.to_address).ok_or_else(|| unusable("recipient"))?;
        let date = UNIX_EPOCH + Duration::from_micros(u64::try_from(self.date).unwrap_or(0));
        let mut builder = lettre::Message::builder()
            .from(from)
            .to(to)
            .subject(one_line(&self.subject))
            .date(date)
            .message_id(Some(one_line(&self.message_id)))
            // RFC 3834: nobody's holiday notice answers it.
            .header(AutoSubmitted)
            .header(ContentLanguage(one_line(&self.language)));
        if let Some(address) = &self.reply_to {
            builder = builder.reply_to(mailbox(None, address).ok_or_else(|| unusable("reply address"))?);
        }
        let part = |kind: ContentType, body: &str| SinglePart::builder().header(kind).body(body.to_owned());
        builder
            .multipart(
                MultiPart::alternative()
                    .singlepart(part(ContentType::TEXT_PLAIN, &self.text))
                    .singlepart(part(ContentType::TEXT_HTML, &self.html)),
            )
            .map_err(|error| error.to_string())
    }
}

fn mailbox(name: Option<&str>, address: &str) -> Option<Mailbox> {
    let name = name.map(one_line).filter(|name| !name.is_empty());
    Some(Mailbox::new(name, address.parse().ok()?))
}

/// A header's value is one line, whatever came in.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[derive(Clone, Debug)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[derive(Clone, Debug)]
struct ContentLanguage(String);

impl Header for ContentLanguage {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
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
        String::from_utf8(message.composed().unwrap().formatted()).unwrap()
    }

    #[test]
    fn a_mail_has_text_first_then_html_and_says_that_nobody_wrote_it() {
        let wire = wire(&message());
        assert!(wire.contains("Content-Type: multipart/alternative"));
        assert!(wire.find("text/plain").unwrap() < wire.find("text/html").unwrap());
        for header in [
            "Auto-Submitted: auto-generated",
            "Content-Language: en",
            "Message-ID: <1@example.org>",
            "Reply-To: people@example.org",
            "Date: Mon, 10 Sep 2018 16:00:00 +0000",
        ] {
            assert!(wire.contains(header), "{header} is missing in {wire}");
        }
    }

    #[test]
    fn no_field_smuggles_in_a_header_or_a_recipient() {
        let evil = "x\r\nBcc: mallory@example.org\r\n\r\nbody";
        let mut injected = message();
        injected.from_name = evil.to_owned();
        injected.to_name = Some(evil.to_owned());
        injected.subject = evil.to_owned();
        injected.language = evil.to_owned();
        injected.message_id = format!("<1@example.org>\r\n{evil}");
        let wire = wire(&injected);
        assert!(!wire.lines().any(|line| line.starts_with("Bcc:")), "{wire}");
        for address in
            ["a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "a@example.org>"]
        {
            let mut injected = message();
            injected.to_address = address.to_owned();
            assert!(injected.composed().is_err(), "{address}");
        }
    }
}
