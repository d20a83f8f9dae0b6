//! What a handle is on each network, and how a post names somebody by it. Whether the account exists,
//! and is theirs, only the organiser can know.

use super::{Network, profiles, servers};

/// Networks on which people have handles, in the order they are offered.
pub const WITH_HANDLES: [Network; 8] = [
    Network::X,
    Network::Bluesky,
    Network::Mastodon,
    Network::Threads,
    Network::LinkedIn,
    Network::Facebook,
    Network::Telegram,
    Network::Reddit,
];

/// How a handle is written, for those who have to mend one.
pub fn example(network: Network) -> &'static str {
    match network {
        Network::X | Network::Threads | Network::Telegram => "@name",
        Network::Bluesky => "@name.bsky.social",
        Network::Mastodon => "@name@mastodon.social",
        Network::LinkedIn => "in/name",
        Network::Facebook => "name",
        Network::Reddit => "u/name",
        Network::WhatsApp => "",
    }
}

/// The handle in the form in which posts name it; nothing where it is none of this network's.
pub fn handle(network: Network, typed: &str) -> Option<String> {
    let typed = typed.trim();
    let bare = typed.strip_prefix('@').unwrap_or(typed);
    let of = |least: usize, most: usize, more: &str| {
        let plain = |c: char| c.is_ascii_alphanumeric() || more.contains(c);
        (least..=most).contains(&bare.len()) && bare.chars().all(plain)
    };
    match network {
        Network::X => of(1, 15, "_").then(|| format!("@{bare}")),
        Network::Bluesky => is_public_host(bare).then(|| format!("@{bare}")),
        Network::Threads => of(1, 30, "._").then(|| format!("@{bare}")),
        Network::Telegram => of(4, 32, "_").then(|| format!("@{bare}")),
        Network::Mastodon => {
            let (user, host) = bare.split_once('@')?;
            let plain = |c: char| c.is_ascii_alphanumeric() || "_.-".contains(c);
            let named = !user.is_empty() && user.len() <= 64 && user.chars().all(plain);
            (named && profiles::may_be_mastodon(host)).then(|| format!("@{bare}"))
        }
        Network::LinkedIn => {
            let (kind, name) = typed.split_once('/')?;
            let plain = |c: char| c.is_alphanumeric() || "-_".contains(c);
            let known = matches!(kind, "in" | "company" | "school");
            (known && !name.is_empty() && name.chars().count() <= 100 && name.chars().all(plain))
                .then(|| typed.to_owned())
        }
        Network::Facebook => of(1, 50, ".").then(|| bare.to_owned()),
        Network::Reddit => {
            let name = typed.strip_prefix("u/").or_else(|| typed.strip_prefix("/u/")).unwrap_or(typed);
            let plain = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
            ((3..=20).contains(&name.len()) && name.chars().all(plain)).then(|| format!("u/{name}"))
        }
        Network::WhatsApp => None,
    }
}

/// Whether a handle in a text is a mention there. Elsewhere people are named.
pub fn mentions(network: Network) -> bool {
    matches!(
        network,
        Network::X
            | Network::Bluesky
            | Network::Mastodon
            | Network::Threads
            | Network::Telegram
            | Network::Reddit
    )
}

/// A host's name as it stands in addresses: what a browser would have to rewrite is none.
pub fn is_public_host(host: &str) -> bool {
    servers::public(host).is_some_and(|name| name.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_has_the_form_of_its_network() {
        for (network, typed, expected) in [
            (Network::X, "Benioff", "@Benioff"),
            (Network::X, "@iamwill", "@iamwill"),
            (Network::Bluesky, "@name.bsky.social", "@name.bsky.social"),
            (Network::Mastodon, "@name@mastodon.social", "@name@mastodon.social"),
            (Network::Threads, "a.b_c", "@a.b_c"),
            (Network::LinkedIn, "in/some-body", "in/some-body"),
            (Network::Reddit, "some_body", "u/some_body"),
        ] {
            assert_eq!(handle(network, typed).as_deref(), Some(expected), "{typed}");
        }
        for (network, typed) in [
            (Network::X, "far_too_long_a_handle"),
            (Network::X, "a b"),
            (Network::X, "https://x.com/name"),
            (Network::Bluesky, "name"),
            (Network::Bluesky, "127.0.0.1"),
            (Network::Mastodon, "@name"),
            (Network::Mastodon, "@name@localhost"),
            (Network::Mastodon, "@name@host.org/path"),
            (Network::Mastodon, "@name@fritz.box"),
            (Network::Mastodon, "@name@host.invented"),
            (Network::Mastodon, "@name@twitter.com"),
            (Network::Mastodon, "@name@www.youtube.com"),
            (Network::Mastodon, "@name@gmail.com"),
            (Network::Mastodon, "@name@bsky.app"),
            (Network::Bluesky, "name.local"),
            (Network::LinkedIn, "some-body"),
            (Network::WhatsApp, "name"),
            (Network::Threads, ""),
        ] {
            assert_eq!(handle(network, typed), None, "{network} {typed}");
        }
    }

    #[test]
    fn every_example_is_a_handle() {
        for network in WITH_HANDLES {
            assert!(handle(network, example(network)).is_some(), "{network}");
        }
    }
}
