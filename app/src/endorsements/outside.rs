//! The looks into an organisation's own domain: a record in its DNS, a file on its website. What is asked for,
//! and how it may be asked, stands in `crates/outside`.

use super::{Endorsement, registrable};
use crate::campaigns::endorsers::Proof;
use crate::config::NameServer;
use crate::state::App;
use broadside_maildns::Dns;
use broadside_outside::{Failure, Fetcher, Names, NoNames, Tcp};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// Who asks. Made when it is first needed.
pub struct Outside {
    server: NameServer,
    fetcher: OnceLock<Fetcher>,
}

impl Outside {
    pub fn asking(server: NameServer) -> Self {
        Self { server, fetcher: OnceLock::new() }
    }

    fn fetcher(&self) -> &Fetcher {
        self.fetcher.get_or_init(|| Fetcher::new(names(self.server), Arc::new(Tcp)))
    }

    /// For stories, whose outside is this machine.
    #[cfg(test)]
    pub fn is(&self, fetcher: Fetcher) {
        assert!(self.fetcher.set(fetcher).is_ok(), "it is chosen once");
    }
}

fn names(server: NameServer) -> Arc<dyn Names> {
    let server = match server {
        NameServer::Off => return Arc::new(NoNames),
        NameServer::Machines => None,
        NameServer::At(address) => Some(address),
    };
    match Dns::asking(server) {
        Ok(dns) => Arc::new(dns),
        Err(silence) => {
            tracing::error!(%silence, "no name server can be asked");
            Arc::new(NoNames)
        }
    }
}

/// What a look came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Proved,
    /// There is no such record, or no such file.
    Nothing,
    /// There is one, and it says something else.
    Other,
    /// Nobody answered, or not in time.
    Silent,
    /// The domain leads to an address that is not the public internet's, or elsewhere.
    Inside,
}

impl Found {
    const ALL: [Self; 5] = [Self::Proved, Self::Nothing, Self::Other, Self::Silent, Self::Inside];

    pub fn word(self) -> &'static str {
        match self {
            Self::Proved => "proved",
            Self::Nothing => "nothing",
            Self::Other => "other",
            Self::Silent => "silent",
            Self::Inside => "inside",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|found| found.word() == word)
    }
}

/// A file of this many bytes holds the code and much besides.
const MOST_BYTES: usize = 4 * 1024;

pub fn record_name(domain: &str) -> String {
    format!("_broadside.{domain}")
}

pub fn record_text(code: &str) -> String {
    format!("broadside-endorsement={code}")
}

pub fn file_url(domain: &str) -> String {
    format!("https://{domain}/.well-known/broadside-endorsement.txt")
}

/// What proves this endorsement and no other: nobody can make it but this instance.
pub fn code(app: &App, one: &Endorsement) -> String {
    let keyed = app.keys.addresses.of(&format!("endorsement {} of {}", one.id, one.said.domain));
    crate::web::answer::hex(&keyed[..keyed.len().min(16)])
}

/// Looks once; it takes as long as is given, at most.
pub async fn look(app: &App, one: &Endorsement, way: Proof, within: Duration) -> Found {
    let code = code(app, one);
    let looked = async {
        match way {
            Proof::Dns => in_dns(app, &one.said.domain, &code).await,
            Proof::Web => on_website(app, &one.said.domain, &code, within).await,
            Proof::Mail | Proof::Organiser => Found::Nothing,
        }
    };
    tokio::time::timeout(within, looked).await.unwrap_or(Found::Silent)
}

async fn in_dns(app: &App, domain: &str, code: &str) -> Found {
    let wanted = record_text(code);
    match app.outside.fetcher().names().texts(&record_name(domain)).await {
        Err(_) => Found::Silent,
        Ok(texts) if texts.iter().any(|text| text.trim() == wanted) => Found::Proved,
        Ok(texts) if texts.is_empty() => Found::Nothing,
        Ok(_) => Found::Other,
    }
}

/// By TLS, or without where nobody listens there.
async fn on_website(app: &App, domain: &str, code: &str, within: Duration) -> Found {
    let stays = |host: &str| registrable(host).as_deref() == Some(domain);
    let secure = file_url(domain);
    let fetcher = app.outside.fetcher();
    let mut got = fetcher.file(&secure, MOST_BYTES, within, stays).await;
    if let Err(Failure::Connection(_)) = got {
        got = fetcher.file(&secure.replacen("https:", "http:", 1), MOST_BYTES, within, stays).await;
    }
    match got {
        Ok(bytes) if String::from_utf8_lossy(&bytes).lines().any(|line| line.trim() == code) => Found::Proved,
        Ok(_) | Err(Failure::TooLarge) => Found::Other,
        Err(Failure::Status(_)) => Found::Nothing,
        Err(Failure::Inside | Failure::Elsewhere | Failure::Address | Failure::TooManyRedirects) => {
            Found::Inside
        }
        Err(Failure::Nowhere | Failure::Connection(_) | Failure::TooSlow) => Found::Silent,
    }
}
