//! The addresses of people's pages, as they are copied out of a browser, and the handles in them. Nothing is guessed:
//! an address that is nobody's page on a network known here is none.

use super::encoding::decoded;
use super::handles::{WITH_HANDLES, handle, is_public_host};
use super::{Network, composers};

/// The address of the page of whoever has this handle.
pub fn profile(network: Network, handle: &str) -> String {
    let bare = handle.trim_start_matches('@').trim_start_matches("u/");
    let (user, host) = bare.split_once('@').unwrap_or((bare, ""));
    let form = composers::of(network).profile;
    form.replace("{host}", host).replace("{user}", user).replace("{}", bare)
}

/// Sites beside the networks' own that are no server of Mastodon, though their pages, or the mail addresses that
/// they give, read as its handles do.
const OTHER_SITES: [&str; 13] = [
    "flipboard.com",
    "github.com",
    "gmail.com",
    "google.com",
    "hotmail.com",
    "instagram.com",
    "medium.com",
    "outlook.com",
    "rumble.com",
    "substack.com",
    "tiktok.com",
    "yahoo.com",
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

/// The address without its scheme, which many lists leave out: `x.com/name`.
fn without_scheme(typed: &str) -> Option<&str> {
    if let Some((scheme, rest)) = typed.split_once("://") {
        return (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")).then_some(rest);
    }
    let (host, _) = typed.split_once('/')?;
    is_public_host(host).then_some(typed)
}

/// The handle in the address of somebody's page, as it is copied out of a browser; nothing where the page is
/// none of this network's.
pub fn of_profile(network: Network, typed: &str) -> Option<String> {
    let page = without_scheme(typed.trim())?.split(['?', '#']).next()?.trim_end_matches('/');
    let (host, path) = page.split_once('/')?;
    let host = host.to_ascii_lowercase();
    if network == Network::Mastodon {
        let is_its_own = may_be_mastodon(&host) && !is_site_of(Network::Threads, &host);
        let user = path.strip_prefix('@').filter(|_| is_its_own)?;
        // Of somebody on another server a page says so: `/@name@server`.
        let own = if user.contains('@') { user.to_owned() } else { format!("{user}@{host}") };
        return handle(network, &own);
    }
    if !is_site_of(network, &host) {
        return None;
    }
    let (_, before) = own_site(network)?;
    let of_user = || path.strip_prefix("u/").filter(|_| network == Network::Reddit);
    let name = decoded(path.strip_prefix(before).or_else(of_user)?)?;
    handle(network, &name).filter(|_| !NOBODY.contains(&name.to_ascii_lowercase().as_str()))
}

/// A network's site, and what stands in its addresses before somebody's name.
fn own_site(network: Network) -> Option<(&'static str, &'static str)> {
    let (start, _) = composers::of(network).profile.strip_prefix("https://")?.split_once("{}")?;
    let (site, before) = start.split_once('/')?;
    Some((site.trim_start_matches("www."), before))
}

/// Whether the network's pages stand there, by whichever of its names and doors.
fn is_site_of(network: Network, host: &str) -> bool {
    let sites =
        own_site(network).map(|(site, _)| site).into_iter().chain(other_names(network).iter().copied());
    sites.into_iter().any(|site| host == site || host.strip_suffix(site).is_some_and(is_other_door))
}

/// Whether people may have a handle of Mastodon's kind there: on a public host that is none of those known to
/// be something else. On Threads they may.
pub fn may_be_mastodon(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let is_elsewhere = |network: &Network| *network != Network::Threads && is_site_of(*network, &host);
    let is_other = |site: &&str| host == **site || host.ends_with(&format!(".{site}"));
    is_public_host(&host) && !Network::ALL.iter().any(is_elsewhere) && !OTHER_SITES.iter().any(is_other)
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
    let host = without_scheme(typed.trim())?.split('/').next()?;
    let known = |network: &Network| *network != Network::Mastodon || says_mastodon(host);
    WITH_HANDLES.into_iter().filter(known).find_map(|one| Some((one, of_profile(one, typed)?)))
}

/// Whether a host calls itself a server of Mastodon.
pub fn says_mastodon(host: &str) -> bool {
    let host = host.to_ascii_lowercase();
    MASTODON_NAMES.iter().any(|name| host.contains(name))
}

#[cfg(test)]
mod tests {
    use super::super::handles::example;
    use super::*;

    #[test]
    fn the_address_of_a_page_holds_its_handle() {
        for network in WITH_HANDLES {
            assert!(profile(network, example(network)).starts_with("https://"), "{network}");
            let own = handle(network, example(network)).unwrap();
            assert_eq!(of_profile(network, &profile(network, &own)), Some(own), "{network}");
        }
        assert_eq!(of_profile(Network::X, "http://www.twitter.com/name/?s=20").as_deref(), Some("@name"));
        for (network, typed, own) in [
            (Network::X, "HTTPS://Mobile.Twitter.com/name", "@name"),
            (Network::Threads, "https://www.threads.net/@a.b", "@a.b"),
            (Network::Threads, "https://threads.com/@a.b?igshid=1", "@a.b"),
            (Network::X, "x.com/name", "@name"),
            (Network::Threads, "www.threads.net/@a.b", "@a.b"),
            (Network::LinkedIn, "linkedin.com/in/name/", "in/name"),
            (Network::Bluesky, "bsky.app/profile/name.example.org", "@name.example.org"),
            (Network::Mastodon, "mastodon.social/@name", "@name@mastodon.social"),
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
        for typed in ["in/name", "u/name", "@name@host.org", "name.bsky.social", "a/b"] {
            assert!(!is_address(typed), "{typed}");
        }
        for typed in [
            "https://www.threads.net/@name",
            "https://twitter.com/@name",
            "https://bsky.app/@name",
            "https://github.com/@name",
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
    fn a_page_of_mastodon_stands_on_its_own_server() {
        assert_eq!(profile(Network::Mastodon, "@name@mastodon.social"), "https://mastodon.social/@name");
        assert_eq!(profile(Network::X, "@name"), "https://x.com/name");
    }
}
