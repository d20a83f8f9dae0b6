//! What a handle is on each network, and how a post names somebody by it. Whether the account exists,
//! and is theirs, only the organiser can know.

use super::encoding::decoded;
use super::{Network, composers, servers};

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
            (named && is_public_host(host)).then(|| format!("@{bare}"))
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

/// Sites whose pages are addressed as Mastodon's are, `https://site/@name`, and are none of it.
const OTHER_SITES: [&str; 12] = [
    "flipboard.com",
    "instagram.com",
    "linkedin.com",
    "medium.com",
    "rumble.com",
    "substack.com",
    "t.me",
    "threads.com",
    "threads.net",
    "tiktok.com",
    "x.com",
    "youtube.com",
];
/// Parts of the names that servers of Mastodon have: what else stands at `/@name` may be any site's.
const MASTODON_NAMES: [&str; 4] = ["mastodon", "masto.", "mstdn", "mas.to"];

/// What stands where a name would, and is a page of the network's own.
const NOBODY: [&str; 24] = [
    "addstickers",
    "events",
    "explore",
    "groups",
    "hashtag",
    "help",
    "home",
    "i",
    "intent",
    "joinchat",
    "login",
    "marketplace",
    "messages",
    "notifications",
    "pages",
    "people",
    "privacy",
    "profile.php",
    "search",
    "settings",
    "share",
    "sharer",
    "signup",
    "watch",
];

/// Whether this is the address of a page, not a handle.
pub fn is_address(typed: &str) -> bool {
    without_scheme(typed.trim()).is_some()
}

fn without_scheme(typed: &str) -> Option<&str> {
    let (scheme, rest) = typed.split_once("://")?;
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")).then_some(rest)
}

/// The handle in the address of somebody's page, as it is copied out of a browser; nothing where the page is
/// none of this network's.
pub fn of_profile(network: Network, typed: &str) -> Option<String> {
    let page = without_scheme(typed.trim())?.split(['?', '#']).next()?.trim_end_matches('/');
    let (host, path) = page.split_once('/')?;
    let host = host.to_ascii_lowercase();
    if network == Network::Mastodon {
        let is_other = |site: &&str| host == **site || host.ends_with(&format!(".{site}"));
        let user = path.strip_prefix('@').filter(|_| !OTHER_SITES.iter().any(is_other))?;
        // Of somebody on another server a page says so: `/@name@server`.
        let own = if user.contains('@') { user.to_owned() } else { format!("{user}@{host}") };
        return handle(network, &own);
    }
    let (site, before) =
        composers::of(network).profile.trim_start_matches("https://").split_once("{}")?.0.split_once('/')?;
    let site = site.trim_start_matches("www.");
    let is_own = |site: &str| host == site || host.strip_suffix(site).is_some_and(is_other_door);
    let sites = other_names(network).iter().copied().chain([site]);
    let name = sites.filter(|site| is_own(site)).find_map(|_| {
        let user = path
            .strip_prefix(before)
            .or_else(|| path.strip_prefix("u/").filter(|_| network == Network::Reddit))?;
        decoded(user)
    })?;
    handle(network, &name).filter(|_| !NOBODY.contains(&name.to_ascii_lowercase().as_str()))
}

/// Under which other names a network's pages are found.
fn other_names(network: Network) -> &'static [&'static str] {
    match network {
        Network::X => &["twitter.com"],
        Network::Threads => &["threads.net"],
        Network::Facebook => &["fb.com"],
        Network::Telegram => &["telegram.me"],
        _ => &[],
    }
}

/// `www.`, `m.`, `mobile.`, `old.`, and a country's, as `de.linkedin.com`.
fn is_other_door(before: &str) -> bool {
    let Some(door) = before.strip_suffix('.') else { return false };
    matches!(door, "www" | "m" | "mobile" | "old" | "new")
        || door.len() == 2 && door.bytes().all(|b| b.is_ascii_lowercase())
}

/// The network and the handle in the address of somebody's page. A page at `/@name` is taken for one of
/// Mastodon only where the site calls itself so: elsewhere it could be anything.
pub fn of_any_profile(typed: &str) -> Option<(Network, String)> {
    let page = without_scheme(typed.trim())?.to_ascii_lowercase();
    let host = page.split('/').next().unwrap_or_default();
    let says_mastodon = MASTODON_NAMES.iter().any(|name| host.contains(name));
    let known = |network: &Network| *network != Network::Mastodon || says_mastodon;
    WITH_HANDLES.into_iter().filter(known).find_map(|one| Some((one, of_profile(one, typed)?)))
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

/// The address of somebody's page.
pub fn profile(network: Network, handle: &str) -> String {
    let bare = handle.trim_start_matches('@').trim_start_matches("u/");
    let (user, host) = bare.split_once('@').unwrap_or((bare, ""));
    let form = composers::of(network).profile;
    form.replace("{host}", host).replace("{user}", user).replace("{}", bare)
}

/// A host's name as it stands in addresses: what a browser would have to rewrite is none.
fn is_public_host(host: &str) -> bool {
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
            (Network::Bluesky, "name.local"),
            (Network::LinkedIn, "some-body"),
            (Network::WhatsApp, "name"),
            (Network::Threads, ""),
        ] {
            assert_eq!(handle(network, typed), None, "{network} {typed}");
        }
    }

    #[test]
    fn the_address_of_a_page_holds_its_handle() {
        for network in WITH_HANDLES {
            let own = handle(network, example(network)).unwrap();
            assert_eq!(of_profile(network, &profile(network, &own)), Some(own), "{network}");
        }
        assert_eq!(of_profile(Network::X, "http://www.twitter.com/name/?s=20").as_deref(), Some("@name"));
        for (network, typed, own) in [
            (Network::X, "HTTPS://Mobile.Twitter.com/name", "@name"),
            (Network::Threads, "https://www.threads.net/@a.b", "@a.b"),
            (Network::Threads, "https://threads.com/@a.b?igshid=1", "@a.b"),
            (Network::LinkedIn, "https://de.linkedin.com/in/j%C3%BCrgen-m/", "in/jürgen-m"),
            (Network::Facebook, "https://m.facebook.com/some.body", "some.body"),
            (Network::Reddit, "https://old.reddit.com/u/some_body", "u/some_body"),
            (Network::Telegram, "https://telegram.me/somebody", "@somebody"),
            (Network::Mastodon, "https://mastodon.social/@name", "@name@mastodon.social"),
            (
                Network::Mastodon,
                "https://mastodon.social/@name@social.example.org",
                "@name@social.example.org",
            ),
        ] {
            assert_eq!(of_any_profile(typed), Some((network, own.to_owned())), "{typed}");
        }
        let named = of_profile(Network::Mastodon, "https://social.example.org/@name");
        assert_eq!(named.as_deref(), Some("@name@social.example.org"), "where the column says so");
        for typed in [
            "https://example.com/@name",
            "https://www.youtube.com/@name",
            "https://medium.com/@name",
            "https://mastodon.social/about",
            "https://mastodon.lan/@name",
            "https://mastodon.social:8443/@name",
            "https://name@mastodon.social/@name",
            "https://www.linkedin.com/@name",
            "https://www.linkedin.com/feed",
            "https://notlinkedin.com/in/name",
            "https://www.linkedin.com.example.org/in/name",
            "https://www.facebook.com/profile.php?id=7",
            "https://x.com/search?q=name",
            "https://x.com",
            "mailto:name@mastodon.social",
        ] {
            assert_eq!(of_any_profile(typed), None, "{typed}");
        }
        for typed in [
            "https://www.threads.net/@name",
            "https://www.youtube.com/@name",
            "https://name.substack.com/@name",
        ] {
            assert_eq!(of_profile(Network::Mastodon, typed), None, "{typed}");
        }
        for typed in [
            "https://example.org/name",
            "https://x.com/name/status/1",
            "https://x.com.example.org/name",
            "@name",
        ] {
            assert_eq!(of_profile(Network::X, typed), None, "{typed}");
        }
    }

    #[test]
    fn every_example_is_a_handle() {
        for network in WITH_HANDLES {
            assert!(handle(network, example(network)).is_some(), "{network}");
            assert!(profile(network, example(network)).starts_with("https://"), "{network}");
        }
        assert_eq!(profile(Network::Mastodon, "@name@mastodon.social"), "https://mastodon.social/@name");
        assert_eq!(profile(Network::X, "@name"), "https://x.com/name");
    }
}
