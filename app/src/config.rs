//! The settings: a flag, else a `BROADSIDE_*` variable, else `broadside.toml`, else the default.

mod unknown;

use ipnet::IpNet;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::net::{SocketAddr, TcpListener, ToSocketAddrs as _};
use std::path::{Path, PathBuf};
pub use unknown::unknown_variables;

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
    /// Address under which people reach this instance, for links in mails
    #[arg(long, env = "BROADSIDE_BASE_URL", global = true)]
    base_url: Option<String>,
    /// smtp://host:port, smtp://user:password@host:587?tls=required, smtps://…; unset: mails wait
    #[arg(long, env = "BROADSIDE_SMTP_URL", global = true, hide_env_values = true)]
    smtp_url: Option<String>,
    /// PEM file of a certificate authority that the mail server's certificate comes from
    #[arg(long, env = "BROADSIDE_SMTP_CA", global = true)]
    smtp_ca: Option<PathBuf>,
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
    /// Address for /metrics [default: 127.0.0.1:9108]
    #[arg(long, env = "BROADSIDE_METRICS_LISTEN", global = true, value_parser = own_address)]
    #[serde(deserialize_with = "own_address_in_file")]
    metrics_listen: Option<SocketAddr>,
    /// Name of this process where several share a PostgreSQL [default: 1]
    #[arg(long, env = "BROADSIDE_NODE", global = true)]
    node: Option<String>,
    /// Pages reload when the program was built anew: for `bin/dev`
    #[arg(long, env = "BROADSIDE_DEV", global = true, hide = true, value_parser = clap::builder::BoolishValueParser::new(), num_args = 0..=1, default_missing_value = "true")]
    dev: Option<bool>,
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
    /// Without a slash at the end.
    pub base_url: String,
    /// Whether the base URL was set, or guessed from the listening address.
    pub base_url_is_set: bool,
    pub smtp_url: Option<String>,
    pub smtp_ca: Option<PathBuf>,
    pub rate_limits: bool,
    /// Microseconds UTC.
    pub clock: Option<i64>,
    pub trusted_proxies: Vec<IpNet>,
    pub metrics_listen: SocketAddr,
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
    #[error("--base-url must begin with http:// or https:// and hold no spaces ({0})")]
    BaseUrl(String),
    #[error("--data must be a path in Unicode")]
    DataPath,
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
        let database_url = match self.database_url.or(file.database_url) {
            Some(url) => url,
            None => sqlite_in(&data)?,
        };
        let base_url = self.base_url.or(file.base_url);
        if let Some(url) = &base_url
            && (!(url.starts_with("http://") || url.starts_with("https://"))
                || url.contains(char::is_whitespace))
        {
            return Err(Unusable::BaseUrl(url.clone()));
        }
        Ok(Settings {
            base_url_is_set: base_url.is_some(),
            base_url: base_url.map_or_else(|| local_url(listen), |url| url.trim_end_matches('/').to_owned()),
            listen,
            data,
            database_url,
            smtp_url: self.smtp_url.or(file.smtp_url).filter(|url| !url.is_empty()),
            smtp_ca: self.smtp_ca.or(file.smtp_ca),
            rate_limits: self.rate_limits.or(file.rate_limits) != Some(Switch::Off),
            clock: self.clock.or(file.clock).map(jiff::Timestamp::as_microsecond),
            trusted_proxies: self.trusted_proxies.or(file.trusted_proxies).unwrap_or_default(),
            metrics_listen: self.metrics_listen.or(file.metrics_listen).unwrap_or(METRICS_LISTEN),
            dev: self.dev.or(file.dev).unwrap_or(false),
            node: self.node.or(file.node).unwrap_or_else(|| "1".to_owned()),
        })
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
        if !self.base_url_is_set {
            self.base_url = local_url(address);
        }
        self
    }

    /// The name and port that a browser writes for this instance.
    pub fn authority(&self) -> &str {
        let rest = self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest);
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

/// Address and port of this machine; a name such as `localhost` is looked up.
fn own_address(text: &str) -> Result<SocketAddr, String> {
    const WANTED: &str = "write an address of this machine and a port, as 127.0.0.1:8080, localhost:8080 or, for \
                          every network, 0.0.0.0:8080";
    let text = text.trim();
    if let Ok(address) = text.parse() {
        return Ok(address);
    }
    let host = text.rsplit_once(':').filter(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
    let Some((host, _)) = host else { return Err(WANTED.to_owned()) };
    let found: Vec<SocketAddr> = text
        .to_socket_addrs()
        .map_err(|_| format!("{host} is no name that is known here; {WANTED}"))?
        .collect();
    // A browser that is told localhost tries both; most else tries the older kind alone.
    let (old, new): (Vec<_>, Vec<_>) = found.into_iter().partition(SocketAddr::is_ipv4);
    let is_own = |address: &SocketAddr| TcpListener::bind((address.ip(), 0)).is_ok();
    let own = old.into_iter().chain(new).find(is_own);
    own.ok_or_else(|| format!("{host} is another machine; {WANTED}"))
}

/// A moment with its time zone.
fn moment(text: &str) -> Result<jiff::Timestamp, String> {
    text.trim().parse().map_err(|_| {
        "write day, time and Z for UTC (RFC 3339), as 2018-09-10T16:00:00Z, or unset it: it is for trials"
            .to_owned()
    })
}

fn own_address_in_file<'d, D: Deserializer<'d>>(value: D) -> Result<Option<SocketAddr>, D::Error> {
    own_address(&String::deserialize(value)?).map(Some).map_err(D::Error::custom)
}

fn moment_in_file<'d, D: Deserializer<'d>>(value: D) -> Result<Option<jiff::Timestamp>, D::Error> {
    moment(&String::deserialize(value)?).map(Some).map_err(D::Error::custom)
}

/// A network, or one address alone.
fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse::<IpNet>()
        .or_else(|_| text.parse::<std::net::IpAddr>().map(IpNet::from))
        .map_err(|_| "write networks as 10.0.0.0/8 or fd00::/8, or single addresses".to_owned())
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
        assert_eq!(settings.base_url, "http://localhost:1");
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
        assert_eq!(settings.base_url, "https://a.example");
        assert!(Given::default().settle_over(file("base_url = \"a.example\"")).is_err());
    }

    #[test]
    fn a_name_of_this_machine_is_an_address_to_listen_on_and_another_says_what_is_wanted() {
        let local = own_address("localhost:8080").unwrap();
        assert!(local.ip().is_loopback() && local.port() == 8080, "{local}");
        assert_eq!(own_address("[::1]:80").unwrap().to_string(), "[::1]:80");
        assert_eq!(own_address("0.0.0.0:80").unwrap().to_string(), "0.0.0.0:80");
        for wrong in ["8080", ":8080", "localhost", "localhost:http", "nowhere.invalid:80", ""] {
            let why = own_address(wrong).unwrap_err();
            assert!(why.contains("as 127.0.0.1:8080"), "{wrong}: {why}");
        }
        assert_eq!(file("listen = \"localhost:1\"").listen.unwrap().port(), 1);
        let why = read_toml("listen = \"8080\"").unwrap_err().to_string();
        assert!(why.starts_with("broadside.toml: line 1: ") && why.contains("as 127.0.0.1:8080"), "{why}");
    }

    #[test]
    fn a_clock_that_is_no_moment_is_told_how_one_is_written() {
        assert_eq!(moment("2018-09-10T16:00:00Z").unwrap().as_second(), 1_536_595_200);
        assert_eq!(moment("2018-09-10T18:00:00+02:00").unwrap().as_second(), 1_536_595_200);
        for wrong in ["yesterday", "2018-09-10", "1536595200"] {
            assert!(moment(wrong).unwrap_err().contains("as 2018-09-10T16:00:00Z"));
            let why = read_toml(&format!("clock = \"{wrong}\"")).unwrap_err().to_string();
            assert!(why.contains("as 2018-09-10T16:00:00Z"), "{why}");
        }
    }

    #[test]
    fn a_proxy_is_a_network_or_an_address_alone() {
        assert_eq!(network("::1").unwrap().to_string(), "::1/128");
        assert_eq!(network(" 10.0.0.0/8 ").unwrap().to_string(), "10.0.0.0/8");
        assert!(network("proxy").is_err());
    }
}
