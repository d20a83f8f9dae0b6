//! Where a request to the desk says it comes from and whom it says it speaks to. The desk answers to its
//! own name only, and takes changes from its own pages only.

use crate::config::Settings;
use axum::http::{HeaderMap, Uri, header};

/// Without a port that goes without saying.
fn bare(authority: &str) -> String {
    let lower = authority.to_ascii_lowercase();
    let bare = lower.strip_suffix(":443").or_else(|| lower.strip_suffix(":80")).unwrap_or(&lower);
    bare.to_owned()
}

/// Whether a name and port mean this machine itself.
fn is_loopback(authority: &str) -> bool {
    let name = match authority.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => name,
        _ => authority,
    };
    matches!(name.trim_end_matches('.').to_ascii_lowercase().as_str(), "localhost" | "127.0.0.1" | "[::1]")
}

fn is_ours(settings: &Settings, asked: &str) -> bool {
    let own = settings.authority();
    let at_home = settings.listen.ip().is_loopback() || is_loopback(own);
    bare(asked) == bare(own) || at_home && is_loopback(asked)
}

/// Whether the Host header, or an address written out whole, names this instance.
pub fn speaks_to_us(settings: &Settings, headers: &HeaderMap, uri: &Uri) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    host.or_else(|| uri.authority().map(axum::http::uri::Authority::as_str))
        .is_some_and(|host| is_ours(settings, host))
}

/// What a browser says about where a form was sent from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// One of our own pages.
    Ourselves,
    Another,
    /// Nothing was said: no browser of these years, which all name the origin of a form.
    Silent,
}

pub fn sender(settings: &Settings, headers: &HeaderMap) -> Sender {
    let says = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    match (says("sec-fetch-site"), says("origin")) {
        (Some("same-origin"), _) => Sender::Ourselves,
        (Some(_), _) => Sender::Another,
        (None, Some(origin)) => {
            let scheme = if settings.is_https() { "https://" } else { "http://" };
            match origin.strip_prefix(scheme) {
                Some(rest) if is_ours(settings, rest) => Sender::Ourselves,
                _ => Sender::Another,
            }
        }
        (None, None) => Sender::Silent,
    }
}

/// Our own origin, as browsers write it (RFC 6454, section 6.2).
#[cfg(feature = "passkeys")]
pub fn own(settings: &Settings) -> String {
    let (scheme, usual) = if settings.is_https() { ("https", ":443") } else { ("http", ":80") };
    let authority = settings.authority().to_ascii_lowercase();
    format!("{scheme}://{}", authority.strip_suffix(usual).unwrap_or(&authority))
}

/// The cookie of whoever has signed in.
pub const SESSION: &str = "session";

/// Name and attributes of our cookies. A browser takes `__Host-` and `Secure` over https only; without
/// https there is nothing that they could protect, and `broadside doctor` says so.
fn cookie_name(settings: &Settings, what: &str) -> String {
    if settings.is_https() { format!("__Host-{what}") } else { what.to_owned() }
}

/// The session's: sent along where somebody follows a link to the desk.
pub fn cookie(settings: &Settings, token: &str, seconds: i64) -> String {
    with_attributes(settings, SESSION, token, "Lax", seconds)
}

/// One that only our own pages are sent.
#[cfg(feature = "passkeys")]
pub fn strict_cookie(settings: &Settings, what: &str, token: &str, seconds: i64) -> String {
    with_attributes(settings, what, token, "Strict", seconds)
}

fn with_attributes(settings: &Settings, what: &str, token: &str, same_site: &str, seconds: i64) -> String {
    let secure = if settings.is_https() { "; Secure" } else { "" };
    let name = cookie_name(settings, what);
    format!("{name}={token}; Path=/; HttpOnly; SameSite={same_site}; Max-Age={seconds}{secure}")
}

/// The token in one of our cookies, as the browser sent it.
pub fn token(settings: &Settings, what: &str, headers: &HeaderMap) -> Option<String> {
    let ours = cookie_name(settings, what);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .find_map(|pair| {
            let (name, value) = pair.trim().split_once('=')?;
            (name == ours).then(|| value.to_owned())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Given;

    fn settings(base_url: &str) -> Settings {
        let given: Given =
            toml::from_str(&format!("base_url = \"{base_url}\"\nlisten = \"0.0.0.0:80\"")).unwrap();
        given.settle().unwrap()
    }

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (header::HeaderName::from_static(name), header::HeaderValue::from_static(value))
            })
            .collect()
    }

    #[test]
    fn the_desk_answers_to_its_own_name_only() {
        let settings = settings("https://letter.example.org");
        let speaks = |host| speaks_to_us(&settings, &headers(&[("host", host)]), &Uri::from_static("/desk"));
        assert!(speaks("letter.example.org") && speaks("LETTER.example.org:443"));
        assert!(
            !speaks("evil.example.org") && !speaks("letter.example.org.evil.example") && !speaks("localhost")
        );
        assert!(!speaks_to_us(&settings, &HeaderMap::new(), &Uri::from_static("/desk")));
    }

    #[test]
    fn on_this_machine_every_name_of_it_is_its_own() {
        let settings = settings("http://localhost:8080");
        for host in ["localhost:8080", "127.0.0.1:8080", "[::1]:8080"] {
            assert!(is_ours(&settings, host), "{host}");
        }
        assert!(!is_ours(&settings, "rebound.example:8080"));
    }

    #[test]
    fn a_form_from_elsewhere_is_known_by_what_the_browser_says() {
        let settings = settings("https://letter.example.org");
        let sent = |pairs: &[(&'static str, &'static str)]| sender(&settings, &headers(pairs));
        assert_eq!(sent(&[("sec-fetch-site", "same-origin"), ("origin", "null")]), Sender::Ourselves);
        assert_eq!(sent(&[("sec-fetch-site", "cross-site")]), Sender::Another);
        assert_eq!(sent(&[("sec-fetch-site", "same-site")]), Sender::Another, "a neighbour is not us");
        assert_eq!(sent(&[("origin", "https://letter.example.org")]), Sender::Ourselves);
        assert_eq!(sent(&[("origin", "http://letter.example.org")]), Sender::Another);
        assert_eq!(sent(&[("origin", "null")]), Sender::Another);
        assert_eq!(sent(&[]), Sender::Silent);
    }

    #[test]
    fn the_cookie_is_bound_to_the_host_wherever_there_is_https() {
        let https = settings("https://letter.example.org");
        assert_eq!(
            cookie(&https, "abc", 60),
            "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure"
        );
        assert_eq!(
            token(&https, SESSION, &headers(&[("cookie", "session=x; __Host-session=abc")])).as_deref(),
            Some("abc")
        );
        assert!(cookie(&settings("http://localhost:1"), "abc", 60).starts_with("session=abc;"));
    }
}
