//! From a URL to a pool of connections.

use crate::{Message, Outcome};
use lettre::transport::smtp::PoolConfig;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::time::Duration;
use url::Url;

/// A mail server that mails are handed to. Cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

/// Why a mail server's URL cannot be used. It never repeats the URL, which may hold a password.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Fault {
    #[error(
        "it is no URL; write smtp://host:port, smtp://user:password@host:587?tls=required or smtps://user:password@host"
    )]
    NoUrl,
    #[error("it must begin with smtp:// or smtps://")]
    Scheme,
    #[error("it names no host")]
    Host,
    #[error("?tls= takes required or opportunistic")]
    Tls,
    #[error("a password would go over the wire in the open; add ?tls=required or use smtps://")]
    OpenPassword,
    #[error("the certificate authority is not readable as PEM")]
    Authority,
    #[error("{0}")]
    Other(String),
}

/// How long a server may take to answer one command.
const PATIENCE: Duration = Duration::from_secs(20);
/// So many connections are kept; the queue sends no more than these at once.
const CONNECTIONS: u32 = 8;

impl Mailer {
    /// Prepares a pool; nothing is connected yet. `authority` is a certificate authority to trust
    /// beside the machine's own, as PEM.
    pub fn connect(url: &str, authority: Option<&[u8]>) -> Result<Self, Fault> {
        let parsed = Url::parse(url).map_err(|_| Fault::NoUrl)?;
        let host = parsed.host_str().filter(|host| !host.is_empty()).ok_or(Fault::Host)?;
        let wanted = parsed.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let tls: Option<fn(TlsParameters) -> Tls> = match (parsed.scheme(), wanted.as_deref()) {
            ("smtps", _) => Some(Tls::Wrapper),
            ("smtp", None) => None,
            ("smtp", Some("required")) => Some(Tls::Required),
            ("smtp", Some("opportunistic")) => Some(Tls::Opportunistic),
            ("smtp", Some(_)) => return Err(Fault::Tls),
            _ => return Err(Fault::Scheme),
        };
        let is_local = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        if parsed.password().is_some() && tls.is_none() && !is_local {
            return Err(Fault::OpenPassword);
        }
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| Fault::Other(error.to_string()))?
            .timeout(Some(PATIENCE))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS));
        if let (Some(tls), Some(pem)) = (tls, authority) {
            let certificate = Certificate::from_pem(pem).map_err(|_| Fault::Authority)?;
            let parameters = TlsParameters::builder(host.to_owned())
                .add_root_certificate(certificate)
                .build()
                .map_err(|error| Fault::Other(error.to_string()))?;
            builder = builder.tls(tls(parameters));
        }
        Ok(Self { transport: builder.build() })
    }

    /// Hands over one mail and says what became of it.
    pub async fn send(&self, message: &Message) -> Outcome {
        let mail = match message.composed() {
            Ok(mail) => mail,
            Err(reason) => return Outcome::Refused { code: 0, reason },
        };
        // lettre bounds each command; a server that dribbles is bounded as a whole.
        match tokio::time::timeout(PATIENCE * 3, self.transport.send(mail)).await {
            Ok(Ok(response)) => Outcome::accepted(&response),
            Ok(Err(error)) => Outcome::of(&error),
            Err(_) => Outcome::Later { reason: "the mail server did not answer in time".to_owned() },
        }
    }

    /// Connects, encrypts and logs in as for a mail, and says why that does not work.
    pub async fn check(&self) -> Result<(), String> {
        match tokio::time::timeout(PATIENCE, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err("it answers, but not as a mail server does".to_owned()),
            Ok(Err(error)) => Err(match Outcome::of(&error) {
                Outcome::Accepted { .. } => error.to_string(),
                Outcome::Refused { code, reason } => format!("{code} {reason}"),
                Outcome::Later { reason } => reason,
            }),
            Err(_) => Err("it does not answer".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(url: &str) -> Option<Fault> {
        Mailer::connect(url, None).err()
    }

    #[tokio::test]
    async fn every_form_of_the_url_is_read_and_others_are_told_how_to_be_written() {
        for url in [
            "smtp://localhost:25",
            "smtp://127.0.0.1:1025",
            "smtp://user:p%40ss@localhost:25",
            "smtp://user:pass@mail.example.org:587?tls=required",
            "smtp://mail.example.org?tls=opportunistic",
            "smtps://user:pass@mail.example.org",
        ] {
            assert_eq!(fault(url), None, "{url}");
        }
        assert_eq!(fault("mail.example.org"), Some(Fault::NoUrl));
        assert_eq!(fault("http://mail.example.org"), Some(Fault::Scheme));
        assert_eq!(fault("smtp://mail.example.org?tls=yes"), Some(Fault::Tls));
        assert_eq!(fault("smtp://user:secret@mail.example.org"), Some(Fault::OpenPassword));
    }

    #[tokio::test]
    async fn no_fault_repeats_a_password() {
        for url in
            ["smtp://user:secret@mail.example.org", "ftp://user:secret@x", "smtp://u:secret@h?tls=maybe"]
        {
            let fault = fault(url).unwrap();
            assert!(!format!("{fault} {fault:?}").contains("secret"));
        }
    }
}
