//! What each mail provider makes of an address, as its own documentation says. Data only.
//!
//! A provider whose domains are apart (Microsoft, Yahoo, GMX, AOL, Tuta, …) stands in no rule: there
//! the same name at two domains can be two people.

#[derive(Debug)]
pub struct Rule {
    /// The domain that stands for all of the provider's domains that are one mailbox.
    pub domain: Option<&'static str>,
    /// Characters of the local part that the provider does not see.
    pub unseen: &'static str,
    /// A character that the provider takes for another.
    pub alike: Option<(char, char)>,
}

/// Every other domain: `+tag` is removed (RFC 5233 calls it a detail; Microsoft, Yahoo, Apple, Zoho,
/// Fastmail and most servers deliver it to the name before it), and dots are kept.
static OTHERS: Rule = Rule { domain: None, unseen: "", alike: None };

/// Google, support.google.com/mail/answer/7436150, "Dots don't matter in Gmail addresses": for
/// addresses at gmail.com only, so an organisation's own domain at Google is not meant.
/// support.google.com/mail/answer/10313: googlemail.com is the same mailbox.
static GMAIL: Rule = Rule { domain: Some("gmail.com"), unseen: ".", alike: None };

/// Proton, proton.me/support/addresses-and-aliases: a name is reserved for one account at proton.me,
/// protonmail.com, protonmail.ch and pm.me. Dots, hyphens and underscores make no other address: its
/// own clients compare without them (github.com/ProtonMail/WebClients, `canonicalizeInternalEmail`).
static PROTON: Rule = Rule { domain: Some("proton.me"), unseen: ".-_", alike: None };

/// Apple, support.apple.com/118230, "About your @icloud.com, @me.com and @mac.com email addresses":
/// whoever has a name at mac.com or me.com has it at icloud.com too.
static ICLOUD: Rule = Rule { domain: Some("icloud.com"), unseen: "", alike: None };

/// Yandex, yandex.com/support/id/authorization/email.html: "addresses using your username on all Yandex
/// domains are linked to you when you register". In a user name a dot is the same as a hyphen (Yandex
/// ID's help on user names).
static YANDEX: Rule = Rule { domain: Some("yandex.ru"), unseen: "", alike: Some(('.', '-')) };

const RULES: &[(&str, &Rule)] = &[
    ("gmail.com", &GMAIL),
    ("googlemail.com", &GMAIL),
    ("proton.me", &PROTON),
    ("protonmail.com", &PROTON),
    ("protonmail.ch", &PROTON),
    ("pm.me", &PROTON),
    ("icloud.com", &ICLOUD),
    ("me.com", &ICLOUD),
    ("mac.com", &ICLOUD),
    ("yandex.ru", &YANDEX),
    ("ya.ru", &YANDEX),
    ("yandex.com", &YANDEX),
    ("yandex.by", &YANDEX),
    ("yandex.kz", &YANDEX),
    ("yandex.ua", &YANDEX),
    ("yandex.uz", &YANDEX),
    ("yandex.com.tr", &YANDEX),
];

pub fn rule_for(ascii_domain: &str) -> &'static Rule {
    RULES.iter().find(|(domain, _)| *domain == ascii_domain).map_or(&OTHERS, |(_, rule)| rule)
}

/// Fastmail, fastmail.help/hc/en-us/articles/360060591053, "Plus addressing and subdomain addressing":
/// anything@name.fastmail.com is name@fastmail.com. Its domains are told apart.
const NAME_AS_SUBDOMAIN: [&str; 8] = [
    "fastmail.com",
    "fastmail.fm",
    "fastmail.net",
    "fastmail.org",
    "fastmail.us",
    "fastmail.co.uk",
    "fastmail.com.au",
    "sent.com",
];

/// The name and the domain in a domain that holds the mailbox's name.
pub fn name_in_domain(ascii_domain: &str) -> Option<(&str, &str)> {
    let (name, domain) = ascii_domain.split_once('.')?;
    NAME_AS_SUBDOMAIN.contains(&domain).then_some((name, domain))
}
