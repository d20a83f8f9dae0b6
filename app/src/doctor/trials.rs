//! What can only be known by asking others: the mail server, the DNS, and whether the base URL leads here.
//! Each is asked at a press or by `broadside doctor`, eight seconds at most (the DNS: for each domain), and
//! changes nothing.

use super::facts::Findings;
use super::mail_dns::{self, Origin};
use crate::config::{NameServer, Settings};
use crate::serve;
use broadside_maildns::{Dns, Sender, Silence, examine};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// How long each of them may take.
const PATIENCE: Duration = Duration::from_secs(8);

/// `senders` are the domains that the campaigns' mails come from.
pub async fn all(settings: &Settings, senders: &[String], findings: &mut Findings) {
    let (mail, names, web) = tokio::join!(
        async {
            let mut found = Findings::default();
            if timeout(PATIENCE, mail_server(settings, &mut found)).await.is_err() {
                found.wrong("doctor-mail-server-silent");
            }
            found
        },
        names(settings, senders),
        base_url(settings),
    );
    for found in [mail, web, names] {
        findings.0.extend(found.0);
    }
}

async fn mail_server(settings: &Settings, findings: &mut Findings) {
    let Some(url) = &settings.smtp_url else {
        findings.wrong("doctor-no-mail-server");
        return;
    };
    match serve::mailer(url, settings).map_err(|error| error.to_string()) {
        Err(error) => {
            findings.wrong("doctor-mail-url").with("error", &error);
        }
        Ok(mailer) => match mailer.check().await {
            Ok(_) => {
                findings.well("doctor-mail-server");
            }
            Err(reason) => {
                findings.wrong("doctor-mail-refused").with("reason", &reason);
            }
        },
    }
}

/// The DNS, about every domain that mails come from.
async fn names(settings: &Settings, senders: &[String]) -> Findings {
    let mut findings = Findings::default();
    let server = match settings.dns_server {
        NameServer::Off => {
            findings.note("doctor-dns-off");
            return findings;
        }
        NameServer::Machines => None,
        NameServer::At(address) => Some(address),
    };
    let dns = match Dns::asking(server) {
        Ok(dns) => dns,
        Err(Silence(reason)) => {
            findings.wrong("doctor-dns-unusable").with("reason", &reason);
            return findings;
        }
    };
    if senders.is_empty() {
        findings.note("doctor-dns-no-sender");
    }
    let host = settings.smtp_url.as_deref().and_then(|url| serve::mailer(url, settings).ok());
    let host = host.map(|mailer| mailer.host().to_owned());
    let servers = addresses(&dns, host.as_deref()).await;
    let named = host.as_deref().filter(|host| host.parse::<IpAddr>().is_err() && host.contains('.'));
    for domain in senders {
        let sender = Sender { domain, servers: &servers, selectors: &settings.dkim_selectors };
        let from = Origin { domain, server: named };
        match timeout(PATIENCE, examine(&dns, sender)).await {
            Ok(report) => mail_dns::judge(from, &report, &mut findings),
            Err(_) => {
                findings.wrong("doctor-dns-slow").with("domain", &domain);
            }
        }
    }
    findings
}

/// Where the mail server is for the rest of the world; nothing where that cannot be told.
async fn addresses(dns: &Dns, host: Option<&str>) -> Vec<IpAddr> {
    let Some(host) = host else { return Vec::new() };
    let mut all = match host.parse() {
        Ok(address) => vec![address],
        Err(_) => timeout(PATIENCE, dns.addresses(host)).await.ok().and_then(Result::ok).unwrap_or_default(),
    };
    all.retain(|address| match address {
        IpAddr::V4(old) => !old.is_loopback() && !old.is_private() && !old.is_link_local(),
        IpAddr::V6(new) => !new.is_loopback() && !new.is_unique_local(),
    });
    all
}

/// Whether Broadside answers under the base URL.
async fn base_url(settings: &Settings) -> Findings {
    let mut findings = Findings::default();
    if !settings.base_url_is_set() {
        return findings;
    }
    let url = settings.base_url();
    let answer = timeout(PATIENCE, asked(settings)).await.unwrap_or(Err(Unreached::Silent));
    match answer {
        Ok(()) => findings.well("doctor-reached").with("url", &url),
        Err(Unreached::Silent) => findings.wrong("doctor-unreached-silent").with("url", &url),
        Err(Unreached::Somebody) => findings.wrong("doctor-unreached-somebody").with("url", &url),
        Err(Unreached::Failed(why)) => {
            findings.wrong("doctor-unreached").with("url", &url).with("reason", &why)
        }
    };
    findings
}

enum Unreached {
    Silent,
    /// Another program answers there.
    Somebody,
    Failed(String),
}

impl<E: std::error::Error> From<E> for Unreached {
    fn from(error: E) -> Self {
        Self::Failed(error.to_string())
    }
}

async fn asked(settings: &Settings) -> Result<(), Unreached> {
    let is_https = settings.is_https();
    let authority = settings.authority();
    let host = settings.host();
    let port = authority
        .strip_prefix(host)
        .and_then(|rest| rest.strip_prefix(':'))
        .map_or(Ok(if is_https { 443 } else { 80 }), str::parse::<u16>)?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let stream = TcpStream::connect((bare, port)).await?;
    if !is_https {
        return health(stream, authority).await;
    }
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
    let name = ServerName::try_from(bare.to_owned())?;
    let stream = TlsConnector::from(Arc::new(config)).connect(name, stream).await?;
    health(stream, authority).await
}

/// Asks `/healthz`, whose answer no other program gives.
async fn health(mut stream: impl AsyncRead + AsyncWrite + Unpin, authority: &str) -> Result<(), Unreached> {
    const MOST: u64 = 16_384;
    let request = format!("GET /healthz HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    // Whoever ends a connection without a farewell has still answered.
    let _ = stream.take(MOST).read_to_end(&mut answer).await;
    let answer = String::from_utf8_lossy(&answer).to_ascii_lowercase();
    let first = answer.lines().next().unwrap_or_default();
    let is_ours = first.starts_with("http/1.1 200") && answer.contains("\r\nx-process:");
    if is_ours { Ok(()) } else { Err(Unreached::Somebody) }
}
