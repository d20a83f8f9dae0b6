//! The address by which people reach the instance: as the settings say it, else as the first visit did, else
//! guessed from the listening address. Links in mails begin with it, and nothing that a request says changes it.

use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};

#[derive(Clone, Debug)]
pub struct BaseUrl {
    /// Without a slash at the end.
    written: Option<String>,
    guessed: String,
    /// What the instance itself holds, once it is known.
    kept: Arc<OnceLock<String>>,
}

impl BaseUrl {
    /// Nothing where what was written is no base URL.
    pub fn new(written: Option<&str>, listen: SocketAddr) -> Option<Self> {
        let written = match written {
            Some(text) => Some(base_url(text)?),
            None => None,
        };
        Some(Self { written, guessed: local_url(listen), kept: Arc::default() })
    }

    pub fn listening_on(&mut self, address: SocketAddr) {
        self.guessed = local_url(address);
    }

    /// Takes what the instance holds; the first holds until the program starts anew.
    pub fn keep(&self, kept: &str) {
        self.kept.get_or_init(|| kept.to_owned());
    }

    pub fn url(&self) -> &str {
        self.written.as_deref().or_else(|| self.kept.get().map(String::as_str)).unwrap_or(&self.guessed)
    }

    /// Whether anybody said it.
    pub fn is_set(&self) -> bool {
        self.is_in_settings() || self.kept.get().is_some()
    }

    /// Whether a setting says it, which nothing at the desk changes.
    pub fn is_in_settings(&self) -> bool {
        self.written.is_some()
    }
}

/// A base URL without a slash at its end: a scheme and a host, perhaps with a port.
pub fn base_url(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('/');
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (rest, None),
    };
    let is_port = |port: &str| port.parse::<u16>().is_ok_and(|port| port > 0);
    let plain = |one: char| one.is_alphanumeric() || "-.".contains(one);
    let bracketed = |host: &str| {
        let inside = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        inside.is_some_and(|inside| inside.parse::<std::net::Ipv6Addr>().is_ok())
    };
    let is_host = bracketed(host) || !host.is_empty() && !host.starts_with('.') && host.chars().all(plain);
    (is_host && port.is_none_or(is_port)).then(|| text.to_owned())
}

/// What a browser on this machine would type.
fn local_url(listen: SocketAddr) -> String {
    let host = if listen.ip().is_loopback() || listen.ip().is_unspecified() {
        "localhost".to_owned()
    } else if listen.is_ipv6() {
        format!("[{}]", listen.ip())
    } else {
        listen.ip().to_string()
    };
    format!("http://{host}:{}", listen.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_url_is_a_scheme_and_a_host() {
        for (text, read) in [
            ("https://a.example/", "https://a.example"),
            (" http://localhost:8080 ", "http://localhost:8080"),
            ("https://[::1]:80", "https://[::1]:80"),
            ("https://über.example", "https://über.example"),
        ] {
            assert_eq!(base_url(text).as_deref(), Some(read));
        }
        for wrong in [
            "a.example",
            "https://",
            "https://a b",
            "https://a.example/x",
            "https://a@b",
            "https://a:x",
            "ftp://a",
            "https://a:0",
            "https://a?x",
        ] {
            assert_eq!(base_url(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_setting_beats_what_the_instance_holds_and_that_beats_a_guess() {
        let listen = SocketAddr::from(([127, 0, 0, 1], 1));
        let guessed = BaseUrl::new(None, listen).unwrap();
        assert!(guessed.url() == "http://localhost:1" && !guessed.is_set());
        guessed.keep("https://a.example");
        guessed.keep("https://b.example");
        assert!(guessed.url() == "https://a.example" && guessed.is_set() && !guessed.is_in_settings());
        let written = BaseUrl::new(Some("https://c.example"), listen).unwrap();
        written.keep("https://a.example");
        assert!(written.url() == "https://c.example" && written.is_in_settings());
    }
}
