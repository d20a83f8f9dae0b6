//! Whoever holds the secret key and makes the calls.

use crate::failure::{self, Failure};
use crate::fields::Fields;
use crate::wire::{Answer, Wire};
use hyper::header::{self, HeaderValue};
use hyper::{Method, Request};
use serde::de::DeserializeOwned;
use std::fmt;
use std::net::IpAddr;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use url::{Host, Url};

/// Where the provider is.
pub const STRIPE: &str = "https://api.stripe.com";

/// The version of the API whose shapes are read here, told with every call so that an account's own default changes
/// nothing (docs.stripe.com/api/versioning). The shapes are those of Stripe's own library for Node, which
/// `e2e/package.json` pins: a test holds the two versions together.
pub const VERSION: &str = "2026-10-28.endive";

/// The client. A copy shares everything.
#[derive(Clone)]
pub struct Client {
    authorization: HeaderValue,
    base: Url,
    wire: Wire,
}

/// Why there is no client. It never repeats the key or the URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the secret key is none: it begins with sk_ or rk_ and has no spaces")]
    Key,
    #[error("the base URL is none: write https://host or, on this machine, http://127.0.0.1:port")]
    Base,
    #[error("the secret key would go over the wire in the open; use https://")]
    OpenKey,
    #[error("the certificate authority is no certificate in PEM")]
    Authority,
}

impl Client {
    /// With the provider itself.
    pub fn new(secret_key: &str) -> Result<Self, Fault> {
        Self::at(secret_key, STRIPE)
    }

    /// With whoever answers like the provider at a base URL, which has no path.
    pub fn at(secret_key: &str, base: &str) -> Result<Self, Fault> {
        let key = secret_key.trim();
        let good = (key.starts_with("sk_") || key.starts_with("rk_"))
            && key.bytes().all(|byte| byte.is_ascii_graphic());
        if !good {
            return Err(Fault::Key);
        }
        let mut authorization = HeaderValue::try_from(format!("Bearer {key}")).map_err(|_| Fault::Key)?;
        authorization.set_sensitive(true);
        Ok(Self { authorization, base: judged(base)?, wire: Wire::new() })
    }

    /// The same, trusting these certificate authorities beside the machine's own: PEM, one or more. For a base URL that
    /// is a proxy of the operator's.
    pub fn trusting(self, authorities: &[u8]) -> Result<Self, Fault> {
        let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(authorities).collect();
        let authorities = read.ok().filter(|read| !read.is_empty()).ok_or(Fault::Authority)?;
        let wire = Wire::trusting(authorities).ok_or(Fault::Authority)?;
        Ok(Self { wire, ..self })
    }

    pub(crate) async fn get<T: DeserializeOwned>(&self, path: &str, fields: &Fields) -> Result<T, Failure> {
        let query = fields.encoded();
        let path = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        self.call(Method::GET, &path, String::new(), None).await
    }

    pub(crate) async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        fields: &Fields,
        key: &str,
    ) -> Result<T, Failure> {
        self.call(Method::POST, path, fields.encoded(), Some(key)).await
    }

    pub(crate) async fn delete<T: DeserializeOwned>(&self, path: &str) -> Result<T, Failure> {
        self.call(Method::DELETE, path, String::new(), None).await
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: String,
        key: Option<&str>,
    ) -> Result<T, Failure> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, self.authorization.clone())
            .header("Stripe-Version", VERSION)
            .header(header::USER_AGENT, "Broadside")
            .header(header::ACCEPT, "application/json");
        if let Some(key) = key {
            request = request
                .header("Idempotency-Key", idempotency(key)?)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let request = request.body(body).map_err(|_| Failure::Unsendable("a call that is none of HTTP"))?;
        let Answer { status, body } = self.wire.exchange(&self.base, request).await?;
        if status != 200 {
            return Err(failure::read(status, &body));
        }
        serde_json::from_slice(&body).map_err(|error| Failure::Unclear(unreadable(&error)))
    }
}

/// Without a word of the answer: it may name somebody.
fn unreadable(error: &serde_json::Error) -> String {
    format!(
        "an answer that is not understood ({:?}, line {}, column {})",
        error.classify(),
        error.line(),
        error.column()
    )
}

/// 255 characters at most (docs.stripe.com/api/idempotent_requests).
fn idempotency(key: &str) -> Result<HeaderValue, Failure> {
    let good = (1..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !good {
        return Err(Failure::Unsendable(
            "an idempotency key of none, of too many or of other signs than ASCII’s",
        ));
    }
    HeaderValue::from_str(key).map_err(|_| Failure::Unsendable("an idempotency key that is none"))
}

fn judged(base: &str) -> Result<Url, Fault> {
    let url = Url::parse(base.trim()).map_err(|_| Fault::Base)?;
    let plain = url.path() == "/"
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none();
    match (url.scheme(), url.host()) {
        ("https", Some(_)) if plain => Ok(url),
        ("http", Some(host)) if plain => is_this_machine(&host).then_some(url).ok_or(Fault::OpenKey),
        _ => Err(Fault::Base),
    }
}

fn is_this_machine(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => IpAddr::from(*address).is_loopback(),
        Host::Ipv6(address) => IpAddr::from(*address).is_loopback(),
    }
}

/// Without the key.
impl fmt::Debug for Client {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.debug_struct("Client").field("base", &self.base.as_str()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_key_is_shown_to_nobody() {
        let client = Client::new("sk_test_hidden").unwrap();
        assert_eq!(format!("{client:?}"), "Client { base: \"https://api.stripe.com/\", .. }");
        assert!(!format!("{:?}", client.authorization).contains("hidden"));
        for fault in [
            Client::new("pk_live_hidden").unwrap_err(),
            Client::new("sk_hid den").unwrap_err(),
            Client::at("sk_test_x", "https://hidden@example.org").unwrap_err(),
        ] {
            assert!(!format!("{fault} {fault:?}").contains("hid"));
        }
    }

    #[test]
    fn the_key_goes_over_no_open_wire() {
        for good in
            ["https://api.stripe.com", "http://127.0.0.1:8420", "http://localhost:1", "http://[::1]:9"]
        {
            assert!(Client::at("sk_test_1", good).is_ok(), "{good}");
        }
        assert_eq!(Client::at("sk_test_1", "http://api.stripe.com").unwrap_err(), Fault::OpenKey);
        assert_eq!(Client::at("sk_test_1", "http://127.0.0.1.example.org").unwrap_err(), Fault::OpenKey);
        for none in
            ["", "api.stripe.com", "ftp://127.0.0.1", "https://example.org/v1", "https://a:b@example.org"]
        {
            assert_eq!(Client::at("sk_test_1", none).unwrap_err(), Fault::Base, "{none}");
        }
    }

    #[test]
    fn an_idempotency_key_is_one_header() {
        assert!(idempotency("pledge-12-charge-1").is_ok());
        for bad in ["", "a b", "a\r\nX: y", "é", &"a".repeat(256)] {
            assert!(idempotency(bad).is_err(), "{bad:?}");
        }
    }
}
