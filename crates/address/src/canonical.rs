//! The form in which two addresses are compared: one mailbox in all its spellings.

use crate::Address;
use crate::providers;
use unicode_normalization::UnicodeNormalization;

impl Address {
    /// In lower case and NFC, at the provider's own domain in ASCII, without tag, and without what
    /// the provider does not see. Never written to, and never merges what a provider keeps apart.
    pub fn canonical(&self) -> String {
        if let Some((name, domain)) = providers::name_in_domain(&self.ascii_domain) {
            return format!("{name}@{domain}");
        }
        let rule = providers::rule_for(&self.ascii_domain);
        let local = folded(&self.local);
        // A plus with nothing before it is a name, since a tag needs one to hang on.
        let untagged = local.split('+').next().filter(|name| !name.is_empty()).unwrap_or(&local);
        let seen = untagged.chars().filter(|c| !rule.unseen.contains(*c));
        let bare: String = match rule.alike {
            Some((from, to)) => seen.map(|c| if c == from { to } else { c }).collect(),
            None => seen.collect(),
        };
        let bare = if bare.is_empty() { untagged } else { &bare };
        format!("{bare}@{}", rule.domain.unwrap_or(&self.ascii_domain))
    }
}

/// RFC 6532, section 3.1: NFC, since NFKC would make one name of two that a server tells apart.
fn folded(local: &str) -> String {
    if local.is_ascii() {
        local.to_ascii_lowercase()
    } else {
        local.nfc().flat_map(char::to_lowercase).nfc().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::Address;
    use proptest::prelude::*;

    fn canonical(typed: &str) -> String {
        Address::parse(typed).unwrap().canonical()
    }

    #[test]
    fn one_mailbox_is_known_in_all_its_spellings() {
        for (typed, mailbox) in [
            ("Ada@Example.ORG", "ada@example.org"),
            ("ada+letters@example.org", "ada@example.org"),
            ("A.d.a@example.org", "a.d.a@example.org"),
            ("A.d.a+x+y@googlemail.com", "ada@gmail.com"),
            ("ada@pm.me", "ada@proton.me"),
            ("a.d-a_b@protonmail.com", "adab@proton.me"),
            ("ada+x@outlook.com", "ada@outlook.com"),
            ("a.da@outlook.com", "a.da@outlook.com"),
            ("ada@me.com", "ada@icloud.com"),
            ("ada@ya.ru", "ada@yandex.ru"),
            ("a-d.a@yandex.com", "a-d-a@yandex.ru"),
            ("ada+x@yahoo.com", "ada@yahoo.com"),
            ("ada@hotmail.com", "ada@hotmail.com"),
            ("ada@MÜNCHEN.example", "ada@xn--mnchen-3ya.example"),
            ("ada@protonmail.ch", "ada@proton.me"),
            ("ada+x@yandex.com.tr", "ada@yandex.ru"),
            ("letters@ada.fastmail.com", "ada@fastmail.com"),
            ("ada+letters@fastmail.com", "ada@fastmail.com"),
            ("E\u{301}lan@example.org", "élan@example.org"),
            ("ПРИМЕР@пример.рф", "пример@xn--e1afmkfd.xn--p1ai"),
            ("+@example.org", "+@example.org"),
            ("+x@gmail.com", "+x@gmail.com"),
            ("_@proton.me", "_@proton.me"),
        ] {
            assert_eq!(canonical(typed), mailbox, "{typed}");
        }
    }

    #[test]
    fn two_mailboxes_stay_two() {
        for (one, other) in [
            ("a.da@outlook.com", "ada@outlook.com"),
            ("ada@hotmail.com", "ada@outlook.com"),
            ("ada@gmx.de", "ada@gmx.net"),
            ("ada@yahoo.com", "ada@ymail.com"),
            ("a-da@yahoo.com", "a@yahoo.com"),
            ("ada@fastmail.com", "ada@fastmail.fm"),
            ("a-da@gmail.com", "ada@gmail.com"),
            ("a_da@yandex.ru", "a-da@yandex.ru"),
            ("ada@mail.gmail.com", "ada@gmail.com"),
            ("ada@a.example.org", "ada@example.org"),
            ("ＡＤＡ@example.org", "ada@example.org"),
            ("éa@example.org", "ea@example.org"),
        ] {
            assert_ne!(canonical(one), canonical(other), "{one}, {other}");
        }
    }

    proptest! {
        #[test]
        fn the_canonical_form_of_a_canonical_form_is_itself(
            local in "[A-Za-z0-9._+-]{1,20}|[\\PC&&[^@]]{1,12}",
            domain in "(gmail|googlemail|proton|pm|example|yandex|(x\\.)?fastmail|me)\\.(com|me|org|ru)|[a-zß-üα-ω.]{3,9}"
        ) {
            if let Ok(address) = Address::parse(&format!("{local}@{domain}")) {
                let once = address.canonical();
                // Lower case can be longer than upper case, and so too long for an address.
                if let Ok(again) = Address::parse(&once) {
                    prop_assert_eq!(again.canonical(), once);
                }
            }
        }
    }
}
