//! The form in which two addresses are compared: one mailbox in all its spellings.

use crate::Address;
use crate::providers;
use unicode_normalization::UnicodeNormalization;

impl Address {
    /// Lower case, the provider's own domain, without tag, and without dots where the provider does
    /// not see them. Never written to, and never merges what a provider keeps apart.
    pub fn canonical(&self) -> String {
        let rule = providers::rule_for(&self.ascii_domain);
        let folded: String = self.local.nfkc().flat_map(char::to_lowercase).nfc().collect();
        // `name+anything`: RFC 5233 calls what follows the plus a detail.
        let untagged = folded.split('+').next().filter(|before| !before.is_empty()).unwrap_or(&folded);
        let seen = untagged.chars().filter(|c| !rule.unseen.contains(*c));
        let bare: String = match rule.alike {
            Some((from, to)) => seen.map(|c| if c == from { to } else { c }).collect(),
            None => seen.collect(),
        };
        let bare = if bare.is_empty() { untagged } else { &bare };
        format!("{bare}@{}", rule.domain.unwrap_or(&self.ascii_domain))
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
            ("ＡＤＡ@example.org", "ada@example.org"),
            ("+@example.org", "+@example.org"),
        ] {
            assert_eq!(canonical(typed), mailbox, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn the_canonical_form_of_a_canonical_form_is_itself(
            local in "[A-Za-z0-9._+-]{1,20}",
            domain in "(gmail|googlemail|proton|pm|example|yandex|fastmail)\\.(com|me|org|ru)"
        ) {
            if let Ok(address) = Address::parse(&format!("{local}@{domain}")) {
                let once = address.canonical();
                if let Ok(again) = Address::parse(&once) {
                    prop_assert_eq!(again.canonical(), once);
                }
            }
        }
    }
}
