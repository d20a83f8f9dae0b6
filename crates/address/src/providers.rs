//! What each mail provider makes of an address, as its own documentation says. Data, one line a rule.

#[derive(Debug)]
pub struct Rule {
    /// The domain that the provider's other domains are aliases of.
    pub domain: Option<&'static str>,
    /// Characters of the local part that the provider does not see.
    pub unseen: &'static str,
    /// A character that the provider takes for another.
    pub alike: Option<(char, char)>,
}

/// Every other domain: `+tag` is removed, since a person whose mailbox truly holds a plus is rare and
/// somebody who signs with tags is not; dots are kept.
static OTHERS: Rule = Rule { domain: None, unseen: "", alike: None };

/// Google: "Dots don't matter in Gmail addresses" and "Get mail in other ways: plus addresses"
/// (support.google.com/mail, answers 7436150 and 22370); googlemail.com is the same mailbox
/// (answer 10313).
static GMAIL: Rule = Rule { domain: Some("gmail.com"), unseen: ".", alike: None };

/// Proton: dots, hyphens and underscores are ignored when names are compared, plus aliases are
/// delivered, and protonmail.com, proton.me and pm.me are one account's
/// (proton.me/support, "Addresses and aliases", "pm.me addresses").
static PROTON: Rule = Rule { domain: Some("proton.me"), unseen: ".-_", alike: None };

/// Apple: an iCloud Mail account that had me.com or mac.com has the same name at all three
/// (support.apple.com, "About iCloud email addresses").
static ICLOUD: Rule = Rule { domain: Some("icloud.com"), unseen: "", alike: None };

/// Yandex: all its domains are one mailbox, and a dot in a name is the same as a hyphen
/// (yandex.com/support, "Aliases").
static YANDEX: Rule = Rule { domain: Some("yandex.ru"), unseen: "", alike: Some(('.', '-')) };

/// Fastmail: plus addressing; its domains are told apart (fastmail.help, "Plus addressing and
/// subdomain addressing").
static FASTMAIL: Rule = Rule { domain: None, unseen: "", alike: None };

const RULES: &[(&str, &Rule)] = &[
    ("gmail.com", &GMAIL),
    ("googlemail.com", &GMAIL),
    ("proton.me", &PROTON),
    ("protonmail.com", &PROTON),
    ("pm.me", &PROTON),
    ("icloud.com", &ICLOUD),
    ("me.com", &ICLOUD),
    ("mac.com", &ICLOUD),
    ("yandex.ru", &YANDEX),
    ("yandex.com", &YANDEX),
    ("yandex.by", &YANDEX),
    ("yandex.kz", &YANDEX),
    ("ya.ru", &YANDEX),
    ("fastmail.com", &FASTMAIL),
    ("fastmail.fm", &FASTMAIL),
];

pub fn rule_for(ascii_domain: &str) -> &'static Rule {
    RULES.iter().find(|(domain, _)| *domain == ascii_domain).map_or(&OTHERS, |(_, rule)| rule)
}
