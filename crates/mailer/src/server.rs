//! From a URL to a mail server: where it is, how the way there is encrypted, and who logs in.
//!
//! The forms are lettre's own (`AsyncSmtpTransport::from_url`), read here so that connections and
//! their time limits are ours. Nothing here ever shows a password.

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{SMTP_PORT, SUBMISSION_PORT, SUBMISSIONS_PORT};
use percent_encoding::percent_decode_str;
use std::net::IpAddr;
use url::Url;

pub struct Server {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    pub login: Option<Credentials>,
    /// Who we say we are; the URL's path where it has one.
    pub hello: ClientId,
}

/// Why a mail server's URL cannot be used. It never repeats a part of the URL, since a password
/// that was not percent-encoded may stand in any of them.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum Fault {
    #[error(
        "it is no URL; write smtp://host:port, smtp://user:password@host:587?tls=required or smtps://user:password@host, \
         with %40 for @, %3A for :, %2F for /, %3F for ?, %23 for # and %25 for % in user and password"
    )]
    NoUrl,
    #[error("it must begin with smtp:// or smtps://")]
    Scheme,
    #[error("it names no host")]
    Host,
    #[error("the only thing that can follow a ? is tls=required or tls=opportunistic")]
    Tls,
    #[error("what follows the host is read as the name to greet the server by, and it is no host's name")]
    Hello,
    #[error("it has a user and no password")]
    NoPassword,
    #[error("a password would go over the wire in the open; add ?tls=required or use smtps://")]
    OpenPassword,
    #[error("the certificate authority is no certificate in PEM")]
    Authority,
}

impl Server {
    /// `authority` is trusted beside the machine's own certificate authorities; PEM, one or more.
    pub fn read(url: &str, authority: Option<&[u8]>) -> Result<Self, Fault> {
        let url = Url::parse(url.trim()).map_err(|_| Fault::NoUrl)?;
        if !matches!(url.scheme(), "smtp" | "smtps") {
            return Err(Fault::Scheme);
        }
        if url.fragment().is_some() {
            return Err(Fault::NoUrl);
        }
        let host = host(&url)?;
        let (port, encrypted): (u16, Option<Encrypted>) = match (url.scheme(), wanted_tls(&url)?) {
            ("smtps", _) => (SUBMISSIONS_PORT, Some(Tls::Wrapper)),
            (_, None) => (SMTP_PORT, None),
            (_, Some(Wanted::Required)) => (SUBMISSION_PORT, Some(Tls::Required)),
            (_, Some(Wanted::Opportunistic)) => (SUBMISSION_PORT, Some(Tls::Opportunistic)),
        };
        let login = login(&url)?;
        if login.is_some() && encrypted.is_none() && !is_this_machine(&host) {
            return Err(Fault::OpenPassword);
        }
        let tls = match encrypted {
            None => Tls::None,
            Some(tls) => tls(parameters(&host, authority)?),
        };
        Ok(Self { port: url.port().unwrap_or(port), tls, login, hello: hello(&url)?, host })
    }

    /// Whether a password may go there unencrypted: only where no wire is.
    pub fn is_this_machine(&self) -> bool {
        is_this_machine(&self.host)
    }
}

type Encrypted = fn(TlsParameters) -> Tls;

enum Wanted {
    Required,
    Opportunistic,
}

fn wanted_tls(url: &Url) -> Result<Option<Wanted>, Fault> {
    let mut wanted = None;
    for (key, value) in url.query_pairs() {
        wanted = match (&*key, &*value) {
            ("tls", "required") => Some(Wanted::Required),
            ("tls", "opportunistic") => Some(Wanted::Opportunistic),
            _ => return Err(Fault::Tls),
        };
    }
    Ok(wanted)
}

/// A name in ASCII, or an address without the brackets that a URL puts around IPv6.
fn host(url: &Url) -> Result<String, Fault> {
    let written = url.host_str().filter(|host| !host.is_empty()).ok_or(Fault::Host)?;
    let bare = written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(written);
    if bare.parse::<IpAddr>().is_ok() {
        return Ok(bare.to_owned());
    }
    let name = percent_decode_str(bare).decode_utf8().map_err(|_| Fault::Host)?;
    idna::domain_to_ascii_strict(&name).map_err(|_| Fault::Host)
}

fn login(url: &Url) -> Result<Option<Credentials>, Fault> {
    let plain =
        |part: &str| percent_decode_str(part).decode_utf8().map(String::from).map_err(|_| Fault::NoUrl);
    match url.password() {
        Some(password) => Ok(Some(Credentials::new(plain(url.username())?, plain(password)?))),
        None if url.username().is_empty() => Ok(None),
        None => Err(Fault::NoPassword),
    }
}

fn hello(url: &Url) -> Result<ClientId, Fault> {
    match url.path().trim_matches('/') {
        "" => Ok(ClientId::default()),
        name if name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-') => {
            Ok(ClientId::Domain(name.to_owned()))
        }
        _ => Err(Fault::Hello),
    }
}

fn parameters(host: &str, authority: Option<&[u8]>) -> Result<TlsParameters, Fault> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(pem) = authority {
        // A file without any certificate would otherwise be taken for an empty list of them.
        if !pem.windows(BEGIN.len()).any(|part| part == BEGIN) {
            return Err(Fault::Authority);
        }
        builder = builder.add_root_certificate(Certificate::from_pem(pem).map_err(|_| Fault::Authority)?);
    }
    builder.build().map_err(|_| Fault::Authority)
}

const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> Server {
        Server::read(url, None).unwrap_or_else(|fault| panic!("{url}: {fault}"))
    }

    #[test]
    fn each_form_of_the_url_has_its_port_and_its_encryption() {
        for (url, host, port, tls) in [
            ("smtp://mail.example.org", "mail.example.org", 25, "None"),
            ("smtp://127.0.0.1:1025", "127.0.0.1", 1025, "None"),
            ("smtp://[::1]:1025", "::1", 1025, "None"),
            ("smtp://mail.example.org?tls=required", "mail.example.org", 587, "Required"),
            ("smtp://mail.example.org:25?tls=opportunistic", "mail.example.org", 25, "Opportunistic"),
            ("smtps://mail.example.org", "mail.example.org", 465, "Wrapper"),
            ("smtps://post.münchen.example/", "post.xn--mnchen-3ya.example", 465, "Wrapper"),
        ] {
            let server = read(url);
            assert_eq!(
                (&*server.host, server.port, &*format!("{:?}", server.tls)),
                (host, port, tls),
                "{url}"
            );
            assert!(server.login.is_none());
        }
        assert_eq!(read("smtp://localhost/letters.example.org").hello.to_string(), "letters.example.org");
    }

    #[test]
    fn a_password_holds_any_character_once_it_is_percent_encoded() {
        let server = read("smtps://user%40example.org:p%40ss%3A%2F%3F%23%25%20w%C3%B6rd@mail.example.org");
        let login = Credentials::new("user@example.org".to_owned(), "p@ss:/?#% wörd".to_owned());
        assert_eq!(server.login, Some(login));
    }

    #[test]
    fn what_cannot_be_used_says_why_and_never_what_the_password_was() {
        for (url, fault) in [
            ("mail.example.org", Fault::NoUrl),
            ("localhost:25", Fault::Scheme),
            ("http://user:secret@mail.example.org", Fault::Scheme),
            ("smtp://", Fault::Host),
            ("smtp://user:secret@", Fault::NoUrl),
            ("smtp://user:secret@mail.example.org", Fault::OpenPassword),
            ("smtp://user@mail.example.org?tls=required", Fault::NoPassword),
            ("smtps://user:secret@mail.example.org?tls=secret", Fault::Tls),
            ("smtps://user:secret@mail.example.org?secret=1", Fault::Tls),
            ("smtps://user:secret@mail.example.org/a secret", Fault::Hello),
            ("smtps://user:secret@mail.example.org:port", Fault::NoUrl),
            // Passwords with characters that end a part of the URL.
            ("smtps://user:secret#more@mail.example.org", Fault::NoUrl),
            ("smtps://user:secret/more@mail.example.org", Fault::NoUrl),
            ("smtps://user:123/secret@mail.example.org", Fault::Hello),
            ("smtps://user:123?secret@mail.example.org", Fault::Tls),
            ("smtps://user:123#secret@mail.example.org", Fault::NoUrl),
        ] {
            let found = Server::read(url, None).err();
            assert_eq!(found, Some(fault), "{url}");
            assert!(!format!("{fault} {fault:?}").contains("secret"), "{url}");
        }
    }

    #[test]
    fn an_authority_that_is_no_certificate_is_refused_before_any_mail() {
        for pem in
            [&b""[..], b"nonsense", b"-----BEGIN CERTIFICATE-----\nbm9uc2Vuc2U=\n-----END CERTIFICATE-----\n"]
        {
            assert_eq!(Server::read("smtps://mail.example.org", Some(pem)).err(), Some(Fault::Authority));
        }
    }
}
