//! Which host a visitor's Mastodon may be: a public name and nothing else. The program never connects
//! to it; but a link of ours must not lead anybody to a router, a numeric address or a made-up path.

/// Endings that no public name has (RFC 6761, 6762, 7686, 8375, 9476 and what routers use).
const NOT_PUBLIC: [&str; 20] = [
    "alt",
    "arpa",
    "corp",
    "domain",
    "fritz",
    "home",
    "host-local",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "mail",
    "onion",
    "private",
    "router",
    "test",
    "workgroup",
];

/// The host's name as it is set into an address; nothing for anything but a public host name.
pub fn public(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let name = typed.strip_suffix('.').unwrap_or(typed);
    if name.len() > 253 || name.chars().any(|c| c.is_ascii() && !is_plain(c) && c != '.') {
        return None;
    }
    let name = idna::domain_to_ascii_strict(name).ok()?.to_ascii_lowercase();
    let labels: Vec<&str> = name.split('.').collect();
    let last = *labels.last()?;
    let is_label = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.chars().all(is_plain)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    // A last label that begins with a digit makes browsers read a number: 127.1, 0x7f.1, 2130706433.
    let is_top_level = last.len() >= 2 && last.starts_with(|c: char| c.is_ascii_alphabetic());
    let fits = labels.len() >= 2
        && labels.iter().all(is_label)
        && is_top_level
        && !NOT_PUBLIC.contains(&last)
        && !labels.contains(&"localhost");
    fits.then_some(name)
}

fn is_plain(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '-'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_name_passes_as_it_is_written_in_addresses() {
        for (typed, name) in [
            ("mastodon.social", "mastodon.social"),
            (" Mastodon.Social ", "mastodon.social"),
            ("mastodon.social.", "mastodon.social"),
            ("social.example.org", "social.example.org"),
            ("bücher.example.org", "xn--bcher-kva.example.org"),
            ("a-b.c-d.coop", "a-b.c-d.coop"),
        ] {
            assert_eq!(public(typed).as_deref(), Some(name), "{typed}");
        }
    }

    #[test]
    fn nothing_else_does() {
        for typed in [
            "",
            ".",
            "..",
            "mastodon",
            "localhost",
            "localhost.",
            "localhost.localdomain",
            "a.localhost",
            "127.0.0.1",
            "10.0.0.1",
            "192.168.1.1",
            "127.1",
            "0x7f.1",
            "0x7f000001",
            "2130706433",
            "017700000001",
            "1.2.3.4.",
            "[::1]",
            "::1",
            "[fe80::1]",
            "user@mastodon.social",
            "user:pass@mastodon.social",
            "@mastodon.social",
            "mastodon.social/share",
            "mastodon.social/",
            "/mastodon.social",
            "//mastodon.social",
            "mastodon.social:443",
            "https://mastodon.social",
            "http://mastodon.social",
            "javascript:alert(1)",
            "mastodon.social?x=1",
            "mastodon.social#x",
            "mastodon.social\\x",
            "mastodon .social",
            "mastodon.social\nx",
            "mastodon.social%2f",
            "a..social",
            "-a.social",
            "a-.social",
            "router.lan",
            "nas.local",
            "db.internal",
            "a.home.arpa",
            "x.onion",
            "a.test",
            "b.invalid",
            "a_b.social",
            "mastodon。social/x",
            "１２７.０.０.１",
            "①②⑦.⓪.⓪.①",
            "ma stodon.social",
            "mastodon.s",
        ] {
            assert_eq!(public(typed), None, "{typed}");
        }
        assert_eq!(public(&format!("{}.social", "a".repeat(64))), None);
        assert_eq!(public(&format!("{}social", "a.".repeat(130))), None);
    }
}
