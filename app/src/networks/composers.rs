//! The ways out as data: the address of each network's composer with the fields that it takes, the form of a
//! profile's address, a mail and a text message, and where each is described. Change one here and nowhere else.
//!
//! Looked up in November 2026. Where a network documents no address, it is the one that its own share button
//! opens, and the source is the page of that button.

use super::Network;
use super::encoding::encoded;

/// What is set into a field of a composer's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The words with the link in them.
    Text,
    /// The words without the link.
    Words,
    Link,
}

pub struct Composer {
    /// In URLs and in files.
    pub name: &'static str,
    pub title: &'static str,
    /// `{server}` stands for a host name that the visitor gives.
    pub address: &'static str,
    pub fields: &'static [(&'static str, Part)],
    /// Somebody's page there, `{}` being the handle without what marks it.
    pub profile: &'static str,
    /// Where the form of the address is described.
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "for whoever changes an address; a test wants one for each")
    )]
    pub source: &'static str,
}

/// The page describes `/intent/tweet`, to which X has given the name `/intent/post` since; both open the same.
static X: Composer = Composer {
    name: "x",
    title: "X",
    address: "https://x.com/intent/post",
    fields: &[("text", Part::Text)],
    profile: "https://x.com/{}",
    source: "https://docs.x.com/x-for-websites/post-button/guides/web-intent",
};

static BLUESKY: Composer = Composer {
    name: "bluesky",
    title: "Bluesky",
    address: "https://bsky.app/intent/compose",
    fields: &[("text", Part::Text)],
    profile: "https://bsky.app/profile/{}",
    source: "https://docs.bsky.app/docs/advanced-guides/intent-links",
};

static MASTODON: Composer = Composer {
    name: "mastodon",
    title: "Mastodon",
    address: "https://{server}/share",
    fields: &[("text", Part::Text)],
    // Every server shows the others' people: `{}` is user@host, opened on the host itself.
    profile: "https://{host}/@{user}",
    source: "https://github.com/mastodon/mastodon/blob/main/app/controllers/shares_controller.rb",
};

static THREADS: Composer = Composer {
    name: "threads",
    title: "Threads",
    address: "https://www.threads.com/intent/post",
    fields: &[("text", Part::Text)],
    profile: "https://www.threads.com/@{}",
    source: "https://developers.facebook.com/documentation/threads/threads-web-intents",
};

/// It takes no words, only a link. The page describes the button that opens this address.
static LINKEDIN: Composer = Composer {
    name: "linkedin",
    title: "LinkedIn",
    address: "https://www.linkedin.com/sharing/share-offsite/",
    fields: &[("url", Part::Link)],
    profile: "https://www.linkedin.com/{}",
    source: "https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/plugins/share-plugin",
};

/// It takes no words, only a link. The page describes the button that opens this address; the documented share
/// dialog asks for an app of ours at Facebook.
static FACEBOOK: Composer = Composer {
    name: "facebook",
    title: "Facebook",
    address: "https://www.facebook.com/sharer/sharer.php",
    fields: &[("u", Part::Link)],
    profile: "https://www.facebook.com/{}",
    source: "https://developers.facebook.com/docs/plugins/share-button",
};

static WHATSAPP: Composer = Composer {
    name: "whatsapp",
    title: "WhatsApp",
    address: "https://wa.me/",
    fields: &[("text", Part::Text)],
    profile: "",
    source: "https://faq.whatsapp.com/5913398998672934",
};

static TELEGRAM: Composer = Composer {
    name: "telegram",
    title: "Telegram",
    address: "https://t.me/share/url",
    fields: &[("url", Part::Link), ("text", Part::Words)],
    profile: "https://t.me/{}",
    source: "https://core.telegram.org/widgets/share",
};

/// No page of Reddit describes the two fields; its form for submitting has taken them for as long as it exists.
static REDDIT: Composer = Composer {
    name: "reddit",
    title: "Reddit",
    address: "https://www.reddit.com/submit",
    fields: &[("url", Part::Link), ("title", Part::Words)],
    profile: "https://www.reddit.com/user/{}",
    source: "https://www.reddit.com/r/reddit.com/wiki/submitting",
};

pub fn of(network: Network) -> &'static Composer {
    match network {
        Network::X => &X,
        Network::Bluesky => &BLUESKY,
        Network::Mastodon => &MASTODON,
        Network::Threads => &THREADS,
        Network::LinkedIn => &LINKEDIN,
        Network::Facebook => &FACEBOOK,
        Network::WhatsApp => &WHATSAPP,
        Network::Telegram => &TELEGRAM,
        Network::Reddit => &REDDIT,
    }
}

impl Composer {
    /// Whether words and link go in one field.
    pub fn takes_text(&self) -> bool {
        self.fields.iter().any(|(_, part)| *part == Part::Text)
    }

    /// Whether it takes words at all.
    pub fn takes_words(&self) -> bool {
        self.fields.iter().any(|(_, part)| *part != Part::Link)
    }

    /// The composer with these words in it. `words` hold the link where the composer takes both together;
    /// `server` is set in as it is, so it must have been checked.
    pub fn open(&self, words: &str, link: &str, server: &str) -> String {
        self.with(&encoded(words), link, server)
    }

    /// The same with `{text}` in place of the words, for a page that sets in what was edited.
    pub fn pattern(&self, link: &str, server: &str) -> String {
        self.with("{text}", link, server)
    }

    fn with(&self, words: &str, link: &str, server: &str) -> String {
        let mut address = self.address.replace("{server}", server);
        for (place, (field, part)) in self.fields.iter().enumerate() {
            address.push(if place == 0 { '?' } else { '&' });
            address.push_str(field);
            address.push('=');
            match part {
                Part::Text | Part::Words => address.push_str(words),
                Part::Link => address.push_str(&encoded(link)),
            }
        }
        address
    }
}

/// A mail to write: to everybody whose address is known, else to whom the sender chooses. The form is that of
/// RFC 6068 (https://www.rfc-editor.org/rfc/rfc6068): several addresses stand between commas, a comma within one
/// is encoded (section 2), and line breaks are CR LF (section 5).
pub fn mail(to: &[&str], subject: &str, body: &str) -> String {
    let to: Vec<String> = to.iter().map(|address| encoded(address).replace("%40", "@")).collect();
    let body = body.replace("\r\n", "\n").replace('\n', "\r\n");
    format!("mailto:{}?subject={}&body={}", to.join(","), encoded(subject), encoded(&body))
}

/// A text message: RFC 5724 (https://www.rfc-editor.org/rfc/rfc5724), whose section 2.2 has numbers between commas
/// and the field `body`.
pub fn message(to: &[&str], body: &str) -> String {
    format!("sms:{}?body={}", to.join(","), encoded(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_keeps_its_address_and_breaks_its_lines_as_mails_do() {
        assert_eq!(
            mail(&["team+a@example.org"], "Q&A", "one\ntwo"),
            "mailto:team%2Ba@example.org?subject=Q%26A&body=one%0D%0Atwo"
        );
        assert_eq!(mail(&[], "a", "b"), "mailto:?subject=a&body=b");
        assert_eq!(message(&[], "a b"), "sms:?body=a%20b");
    }

    #[test]
    fn several_are_written_to_at_once() {
        let to = ["ada@example.org", "\"bo,x\"@example.org"];
        assert_eq!(mail(&to, "a", "b"), "mailto:ada@example.org,%22bo%2Cx%22@example.org?subject=a&body=b");
        assert_eq!(message(&["+14155550100", "+34911234567"], "b"), "sms:+14155550100,+34911234567?body=b");
    }

    #[test]
    fn each_composer_is_opened_as_its_network_asks() {
        let opened: Vec<String> = Network::ALL
            .into_iter()
            .map(|network| of(network).open("a b & c", "https://e.org/?a=1", "mastodon.social"))
            .collect();
        assert_eq!(
            opened,
            [
                "https://x.com/intent/post?text=a%20b%20%26%20c",
                "https://bsky.app/intent/compose?text=a%20b%20%26%20c",
                "https://mastodon.social/share?text=a%20b%20%26%20c",
                "https://www.threads.com/intent/post?text=a%20b%20%26%20c",
                "https://www.linkedin.com/sharing/share-offsite/?url=https%3A%2F%2Fe.org%2F%3Fa%3D1",
                "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fe.org%2F%3Fa%3D1",
                "https://wa.me/?text=a%20b%20%26%20c",
                "https://t.me/share/url?url=https%3A%2F%2Fe.org%2F%3Fa%3D1&text=a%20b%20%26%20c",
                "https://www.reddit.com/submit?url=https%3A%2F%2Fe.org%2F%3Fa%3D1&title=a%20b%20%26%20c",
            ]
        );
    }

    #[test]
    fn each_network_names_the_source_of_its_address() {
        for network in Network::ALL {
            let composer = of(network);
            assert!(composer.source.starts_with("https://"), "{network}");
            assert!(composer.address.starts_with("https://"), "{network}");
        }
    }
}
