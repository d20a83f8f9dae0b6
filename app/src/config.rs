//! The settings: a flag, else a `BROADSIDE_*` variable, else `broadside.toml`, else the default.

mod base_url;
mod secrets;
mod unknown;
mod values;

pub use base_url::{BaseUrl, base_url};
pub use unknown::unknown_variables;

use broadside_maildns::Selector;
use ipnet::IpNet;
use secrets::secret;
use serde::Deserialize;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use values::{
    moment, moment_in_file, name_server, name_server_in_file, network, own_address, own_address_in_file,
    selector, selectors_in_file,
};

/// Settings as given; every one may be missing.
#[derive(Clone, Debug, Default, clap::Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Given {
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "BROADSIDE_LISTEN", global = true, value_parser = own_address)]
    #[serde(deserialize_with = "own_address_in_file")]
    listen: Option<SocketAddr>,
    /// Folder of the instance [default: ./data]
    #[arg(long, env = "BROADSIDE_DATA", global = true)]
    data: Option<PathBuf>,
    /// sqlite:PATH or postgres://… [default: sqlite in the data folder]
    #[arg(long, env = "BROADSIDE_DATABASE_URL", global = true, hide_env_values = true)]
    database_url: Option<String>,
    /// File that holds the database URL, for whoever keeps secrets out of the environment
    #[arg(long, env = "BROADSIDE_DATABASE_URL_FILE", global = true)]
    database_url_file: Option<PathBuf>,
    /// Address under which people reach this instance, for links in mails
    #[arg(long, env = "BROADSIDE_BASE_URL", global = true)]
    base_url: Option<String>,
    /// smtp://host:port, smtp://user:password@host:587?tls=required, smtps://…; unset: mails wait
    #[arg(long, env = "BROADSIDE_SMTP_URL", global = true, hide_env_values = true)]
    smtp_url: Option<String>,
    /// File that holds the SMTP URL
    #[arg(long, env = "BROADSIDE_SMTP_URL_FILE", global = true)]
    smtp_url_file: Option<PathBuf>,
    /// PEM file of a certificate authority that the mail server's certificate comes from
    #[arg(long, env = "BROADSIDE_SMTP_CA", global = true)]
    smtp_ca: Option<PathBuf>,
    /// Name server that the Setup page and `doctor` ask, or off to ask none [default: this machine's]
    #[arg(long, env = "BROADSIDE_DNS_SERVER", global = true, value_parser = name_server)]
    #[serde(deserialize_with = "name_server_in_file")]
    dns_server: Option<NameServer>,
    /// Selectors, by comma, under which the mail server signs with DKIM; selector@domain for another domain
    #[arg(long, env = "BROADSIDE_DKIM_SELECTOR", global = true, value_delimiter = ',', value_parser = selector)]
    #[serde(deserialize_with = "selectors_in_file")]
    dkim_selector: Option<Vec<Selector>>,
    /// on or off (load tests only) [default: on]
    #[arg(long, env = "BROADSIDE_RATE_LIMITS", global = true)]
    rate_limits: Option<Switch>,
    /// RFC 3339: where the clock starts, or at the newest stored time if that is later
    #[arg(long, env = "BROADSIDE_CLOCK", global = true, value_parser = moment)]
    #[serde(deserialize_with = "moment_in_file")]
    clock: Option<jiff::Timestamp>,
    /// Networks, by comma, whose X-Forwarded-For is believed
    #[arg(long, env = "BROADSIDE_TRUSTED_PROXIES", global = true, value_delimiter = ',', value_parser = network)]
    trusted_proxies: Option<Vec<IpNet>>,
    /// on: browsers are told that every name below the instance's is reached by HTTPS alone too [default: off]
    #[arg(long, env = "BROADSIDE_HSTS_SUBDOMAINS", global = true)]
    hsts_subdomains: Option<Switch>,
    /// Address for /metrics [default: 127.0.0.1:9108]
    #[arg(long, env = "BROADSIDE_METRICS_LISTEN", global = true, value_parser = own_address)]
    #[serde(deserialize_with = "own_address_in_file")]
    metrics_listen: Option<SocketAddr>,
    /// Secret or restricted key of Stripe, by which money is taken; unset: nobody can give
    #[arg(long, env = "BROADSIDE_STRIPE_KEY", global = true, hide_env_values = true)]
    stripe_key: Option<String>,
    /// File that holds the key of Stripe
    #[arg(long, env = "BROADSIDE_STRIPE_KEY_FILE", global = true)]
    stripe_key_file: Option<PathBuf>,
    /// Secrets, by comma, with which Stripe signs the events that it posts to /hooks/stripe
    #[arg(long, env = "BROADSIDE_STRIPE_WEBHOOK_SECRET", global = true, hide_env_values = true)]
    stripe_webhook_secret: Option<String>,
    /// File that holds those secrets
    #[arg(long, env = "BROADSIDE_STRIPE_WEBHOOK_SECRET_FILE", global = true)]
    stripe_webhook_secret_file: Option<PathBuf>,
    /// Another address of Stripe's, for tests
    #[arg(long, env = "BROADSIDE_STRIPE_URL", global = true, hide = true)]
    stripe_url: Option<String>,
    /// Name of this process where several share a PostgreSQL [default: 1]
    #[arg(long, env = "BROADSIDE_NODE", global = true)]
    node: Option<String>,
    /// Pages reload when the program was built anew: for `bin/dev`
    #[arg(long, env = "BROADSIDE_DEV", global = true, hide = true, value_parser = clap::builder::BoolishValueParser::new(), num_args = 0..=1, default_missing_value = "true")]
    dev: Option<bool>,
}

/// Whom the setup's checks ask about the DNS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameServer {
    Machines,
    At(SocketAddr),
    /// Nobody: those checks are left out.
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Switch {
    On,
    Off,
}

/// Settings as used.
#[derive(Clone, Debug)]
pub struct Settings {
    pub listen: SocketAddr,
    pub data: PathBuf,
    pub database_url: String,
    pub base: BaseUrl,
    pub smtp_url: Option<String>,
    pub smtp_ca: Option<PathBuf>,
    pub dns_server: NameServer,
    /// Empty where nobody has said how the mail server signs.
    pub dkim_selectors: Vec<Selector>,
    pub rate_limits: bool,
    /// Microseconds UTC.
    pub clock: Option<i64>,
    pub trusted_proxies: Vec<IpNet>,
    /// Whether the promise of HTTPS is made for the names below the instance's own too.
    pub hsts_subdomains: bool,
    pub metrics_listen: SocketAddr,
    pub stripe_key: Option<String>,
    /// Empty where no event is believed.
    pub stripe_webhook_secrets: Vec<String>,
    /// Another address of Stripe's than its own.
    pub stripe_url: Option<String>,
    pub node: String,
    /// Whether pages carry the script that reloads them.
    pub dev: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    #[error("broadside.toml cannot be read: {0}")]
    Read(#[from] std::io::Error),
    #[error("broadside.toml: {0}")]
    Toml(String),
    #[error(
        "--base-url must be http:// or https:// and a host, perhaps with a port, as https://letter.example.org ({0})"
    )]
    BaseUrl(String),
    #[error("--data must be a path in Unicode")]
    DataPath,
    #[error("{0} and {0}_file are both set; leave one of them out")]
    SecretTwice(&'static str),
    #[error("the file {1} of {0}_file cannot be read: {2}")]
    SecretFile(&'static str, String, std::io::Error),
    #[error("the file {1} of {0}_file is empty, or holds more than one line")]
    SecretLines(&'static str, String),
}

const FILE: &str = "broadside.toml";
const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);
const METRICS_LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 9108);

impl Given {
    /// Fills what is missing from the file in the working folder and from the defaults.
    pub fn settle(self) -> Result<Settings, Unusable> {
        let file = match std::fs::read_to_string(FILE) {
            Ok(text) => read_toml(&text)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => return Err(error.into()),
        };
        self.settle_over(file)
    }

    fn settle_over(self, file: Self) -> Result<Settings, Unusable> {
        let listen = self.listen.or(file.listen).unwrap_or(LISTEN);
        let data = self.data.or(file.data).unwrap_or_else(|| PathBuf::from("data"));
        // Each layer by itself: a variable counts before the file, whichever way it says its secret.
        let database_url = secret("database_url", self.database_url, self.database_url_file)?.or(secret(
            "database_url",
            file.database_url,
            file.database_url_file,
        )?);
        let database_url = match database_url {
            Some(url) => url,
            None => sqlite_in(&data)?,
        };
        let smtp_url = secret("smtp_url", self.smtp_url, self.smtp_url_file)?.or(secret(
            "smtp_url",
            file.smtp_url,
            file.smtp_url_file,
        )?);
        let stripe_key = secret("stripe_key", self.stripe_key, self.stripe_key_file)?.or(secret(
            "stripe_key",
            file.stripe_key,
            file.stripe_key_file,
        )?);
        let webhook_secrets =
            secret("stripe_webhook_secret", self.stripe_webhook_secret, self.stripe_webhook_secret_file)?.or(
                secret("stripe_webhook_secret", file.stripe_webhook_secret, file.stripe_webhook_secret_file)?,
            );
        let base_url = self.base_url.or(file.base_url);
        let base = BaseUrl::new(base_url.as_deref(), listen)
            .ok_or_else(|| Unusable::BaseUrl(base_url.unwrap_or_default()))?;
        Ok(Settings {
            base,
            listen,
            data,
            database_url,
            smtp_url: smtp_url.filter(|url| !url.is_empty()),
            smtp_ca: self.smtp_ca.or(file.smtp_ca),
            dns_server: self.dns_server.or(file.dns_server).unwrap_or(NameServer::Machines),
            dkim_selectors: self.dkim_selector.or(file.dkim_selector).unwrap_or_default(),
            rate_limits: self.rate_limits.or(file.rate_limits) != Some(Switch::Off),
            clock: self.clock.or(file.clock).map(jiff::Timestamp::as_microsecond),
            trusted_proxies: self.trusted_proxies.or(file.trusted_proxies).unwrap_or_default(),
            hsts_subdomains: self.hsts_subdomains.or(file.hsts_subdomains) == Some(Switch::On),
            metrics_listen: self.metrics_listen.or(file.metrics_listen).unwrap_or(METRICS_LISTEN),
            stripe_key: stripe_key.filter(|key| !key.is_empty()),
            stripe_webhook_secrets: webhook_secrets
                .unwrap_or_default()
                .split(',')
                .map(|secret| secret.trim().to_owned())
                .filter(|secret| !secret.is_empty())
                .collect(),
            stripe_url: self.stripe_url.or(file.stripe_url),
            dev: self.dev.or(file.dev).unwrap_or(false),
            node: self.node.or(file.node).unwrap_or_else(|| "1".to_owned()),
        })
    }

    /// The address to listen on, where a flag or a variable gives one.
    pub fn listen(&self) -> Option<SocketAddr> {
        self.listen
    }

    /// The demo keeps to a folder of its own unless told otherwise.
    pub fn data_or(mut self, data: &str) -> Self {
        self.data.get_or_insert_with(|| PathBuf::from(data));
        self
    }
}

impl Settings {
    /// Takes the port that was really bound, also into a base URL that was only guessed.
    pub fn listening_on(mut self, address: SocketAddr) -> Self {
        self.listen = address;
        self.base.listening_on(address);
        self
    }

    /// The address by which people reach the instance, without a slash at the end.
    pub fn base_url(&self) -> &str {
        self.base.url()
    }

    pub fn is_https(&self) -> bool {
        self.base_url().starts_with("https://")
    }

    /// Whether anybody said it, or it is guessed from the listening address.
    pub fn base_url_is_set(&self) -> bool {
        self.base.is_set()
    }

    /// The name and port that a browser writes for this instance.
    pub fn authority(&self) -> &str {
        let rest = self.base_url().split_once("://").map_or(self.base_url(), |(_, rest)| rest);
        rest.split('/').next().unwrap_or(rest)
    }

    /// The name of the machine that people reach, without a port.
    pub fn host(&self) -> &str {
        let authority = self.authority();
        match authority.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|one| one.is_ascii_digit()) => name,
            _ => authority,
        }
    }

    /// Whether the database is a file in the data folder, made when it is missing.
    pub fn is_sqlite(&self) -> bool {
        self.database_url.starts_with("sqlite:")
    }

    /// Where the instance is, without a password.
    pub fn place(&self) -> String {
        if sqlite_in(&self.data).is_ok_and(|url| url == self.database_url) {
            format!("the folder {}", self.data.display())
        } else {
            "the database that BROADSIDE_DATABASE_URL or --database-url names".to_owned()
        }
    }
}

/// Reads the file. Its error names the line and never shows it: a password may stand there.
fn read_toml(text: &str) -> Result<Given, Unusable> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start));
        let line = before.map(|before| format!("line {}: ", before.matches('\n').count() + 1));
        Unusable::Toml(line.unwrap_or_default() + error.message())
    })
}

fn sqlite_in(data: &Path) -> Result<String, Unusable> {
    sqlite_at(&data.join("broadside.db"))
}

/// The address of a SQLite file.
pub fn sqlite_at(file: &Path) -> Result<String, Unusable> {
    let path = file.to_str().ok_or(Unusable::DataPath)?;
    // sqlx reads percent signs and question marks in the path as a URL's.
    Ok(format!("sqlite:{}", path.replace('%', "%25").replace('?', "%3F")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> Given {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_flag_beats_the_file_and_the_file_beats_the_default() {
        let flags = Given { listen: Some("127.0.0.1:1".parse().unwrap()), ..Given::default() };
        let settings =
            flags.settle_over(file("listen = \"127.0.0.1:2\"\nnode = \"b\"\nrate_limits = \"off\"")).unwrap();
        assert_eq!(settings.listen.port(), 1);
        assert_eq!(settings.node, "b");
        assert!(!settings.rate_limits);
        assert_eq!(settings.database_url, "sqlite:data/broadside.db");
        assert_eq!(settings.base_url(), "http://localhost:1");
        assert!(settings.metrics_listen.ip().is_loopback());
    }

    #[test]
    fn an_unknown_setting_in_the_file_is_refused_by_name() {
        let error = toml::from_str::<Given>("listn = \"x\"").unwrap_err().to_string();
        assert!(error.contains("listn"), "{error}");
    }

    #[test]
    fn an_error_in_the_file_names_its_line_and_never_shows_it() {
        for fault in [
            "smtp_url = \"smtp://me:hunter2@mail.example.org",
            "smtp_url = smtp://me:hunter2@mail.example.org",
            "smtp_url = [\"smtp://me:hunter2@mail.example.org\"]",
        ] {
            let error = read_toml(&format!("node = \"b\"\n{fault}\nlisten = \"127.0.0.1:1\"\n")).unwrap_err();
            let error = error.to_string();
            assert!(error.starts_with("broadside.toml: line 2: "), "{error}");
            assert!(!error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn a_base_url_loses_its_last_slash_and_needs_a_scheme() {
        let settings = Given::default().settle_over(file("base_url = \"https://a.example/\"")).unwrap();
        assert_eq!(settings.base_url(), "https://a.example");
        assert!(Given::default().settle_over(file("base_url = \"a.example\"")).is_err());
    }
}
