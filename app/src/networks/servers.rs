//! Which host a visitor's Mastodon may be: a name that the public DNS can know, and nothing else. The program
//! never connects to it; but a link of ours must not lead anybody to a router, a numeric address or a
//! made-up path. Composers, handles and the composer's script all ask here.

/// Endings that the public suffix list has and no site of the open web (RFC 3172, RFC 7686).
const NOT_OF_THE_WEB: [&str; 2] = ["arpa", "onion"];

/// Names with a public ending that the box at home answers to, or that the DNS turns into whatever number
/// stands in them, or into this machine.
const NOT_PUBLIC: [&str; 21] = [
    "asusrouter.com",
    "easy.box",
    "fritz.box",
    "linksyssmartwifi.com",
    "localtest.me",
    "lvh.me",
    "miwifi.com",
    "myfritz.box",
    "mywifiext.net",
    "nip.io",
    "o2.box",
    "orbilogin.com",
    "router.asus.com",
    "routerlogin.com",
    "routerlogin.net",
    "sslip.io",
    "tplinklogin.net",
    "tplinkwifi.net",
    "traefik.me",
    "vcap.me",
    "xip.io",
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
    let fits = labels.iter().all(is_label)
        && ends_as_public_names_do(&name)
        && !NOT_OF_THE_WEB.contains(&last)
        && !NOT_PUBLIC.iter().any(|known| is_or_is_below(&name, known));
    fits.then_some(name)
}

/// Whether the public suffix list (publicsuffix.org) knows the ending, and something stands before it. Where
/// the ending is lent by a company, as at a dynamic DNS, the company's own name is a site too.
fn ends_as_public_names_do(name: &str) -> bool {
    let Some(ending) = psl::suffix(name.as_bytes()) else { return false };
    match ending.typ() {
        Some(psl::Type::Icann) => ending.as_bytes().len() < name.len(),
        Some(psl::Type::Private) => true,
        None => false,
    }
}

fn is_or_is_below(name: &str, known: &str) -> bool {
    name.strip_suffix(known).is_some_and(|before| before.is_empty() || before.ends_with('.'))
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
            ("mastodon.xn--p1ai", "mastodon.xn--p1ai"),
            ("социум.рф", "xn--h1aielmq.xn--p1ai"),
            ("my-own.duckdns.org", "my-own.duckdns.org"),
            ("duckdns.org", "duckdns.org"),
            ("social.my-box.net", "social.my-box.net"),
            ("notfritz.box", "notfritz.box"),
            ("social.gov.uk", "social.gov.uk"),
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
            "fritz.box",
            "FRITZ.BOX.",
            "nas.fritz.box",
            "routerlogin.net",
            "router.asus.com",
            "127.0.0.1.nip.io",
            "10-0-0-1.sslip.io",
            "host.svc",
            "db.default.svc.cluster.local",
            "a.invented",
            "a.example",
            "a.bit",
            "co.uk",
            "social",
            "in-addr.arpa",
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
