//! Questions to a name server: the one that was named, or the machine's own.

use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolveHosts, ResolverConfig};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{Name, RData, RecordType};
use hickory_resolver::{Resolver, TokioResolver};
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

#[derive(Clone)]
pub struct Dns {
    resolver: TokioResolver,
}

/// Nobody answered, or nothing that could be used: in the resolver's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence(pub String);

impl From<NetError> for Silence {
    fn from(error: NetError) -> Self {
        Self(error.to_string())
    }
}

impl fmt::Display for Silence {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// How long one question may take; each is asked twice.
const PATIENCE: Duration = Duration::from_millis(1_500);
const RETRIES: usize = 1;

impl Dns {
    /// Nothing is asked yet. Without a server the machine's own settings hold.
    pub fn asking(server: Option<SocketAddr>) -> Result<Self, Silence> {
        let builder = match server {
            None => TokioResolver::builder_tokio()?,
            Some(server) => {
                let at = |mut connection: ConnectionConfig| {
                    connection.port = server.port();
                    connection
                };
                let connections = vec![at(ConnectionConfig::udp()), at(ConnectionConfig::tcp())];
                let server = NameServerConfig::new(server.ip(), true, connections);
                let config = ResolverConfig::from_name_servers(vec![server]);
                Resolver::builder_with_config(config, TokioRuntimeProvider::default())
            }
        };
        let mut builder = builder;
        let options = builder.options_mut();
        options.timeout = PATIENCE;
        options.attempts = RETRIES;
        // Whoever has just mended a record wants to see it.
        options.cache_size = 0;
        options.use_hosts_file = ResolveHosts::Never;
        Ok(Self { resolver: builder.build()? })
    }

    /// Whether there is such a name at all, with whatever records.
    pub async fn exists(&self, name: &str) -> Result<bool, Silence> {
        match self.resolver.lookup(whole(name)?, RecordType::SOA).await {
            Ok(_) => Ok(true),
            Err(error) if error.is_nx_domain() => Ok(false),
            Err(error) if error.is_no_records_found() => Ok(true),
            Err(error) => Err(error.into()),
        }
    }

    /// Text records, each with its parts joined (RFC 7208, section 3.3).
    pub async fn texts(&self, name: &str) -> Result<Vec<String>, Silence> {
        self.records(name, RecordType::TXT, |data| match data {
            RData::TXT(text) => Some(String::from_utf8_lossy(&text.txt_data.concat()).into_owned()),
            _ => None,
        })
        .await
    }

    /// Addresses of both kinds.
    pub async fn addresses(&self, name: &str) -> Result<Vec<IpAddr>, Silence> {
        let (old, new) = tokio::join!(
            self.records(name, RecordType::A, |data| match data {
                RData::A(address) => Some(IpAddr::V4(address.0)),
                _ => None,
            }),
            self.records(name, RecordType::AAAA, |data| match data {
                RData::AAAA(address) => Some(IpAddr::V6(address.0)),
                _ => None,
            }),
        );
        let mut all = old?;
        all.extend(new?);
        Ok(all)
    }

    /// Names of the machines that take a domain's mail, the preferred first.
    pub async fn exchangers(&self, name: &str) -> Result<Vec<String>, Silence> {
        let mut found = self
            .records(name, RecordType::MX, |data| match data {
                RData::MX(mx) => Some((mx.preference, mx.exchange.to_ascii())),
                _ => None,
            })
            .await?;
        found.sort();
        Ok(found.into_iter().map(|(_, name)| name).collect())
    }

    async fn records<T>(
        &self,
        name: &str,
        kind: RecordType,
        read: impl Fn(&RData) -> Option<T>,
    ) -> Result<Vec<T>, Silence> {
        match self.resolver.lookup(whole(name)?, kind).await {
            Ok(found) => Ok(found.answers().iter().filter_map(|record| read(&record.data)).collect()),
            Err(error) if error.is_no_records_found() || error.is_nx_domain() => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }
}

/// A name from the root on, which no search list of this machine changes.
fn whole(name: &str) -> Result<Name, Silence> {
    let dot = if name.ends_with('.') { "" } else { "." };
    Name::from_ascii(format!("{name}{dot}")).map_err(|error| Silence(error.to_string()))
}
