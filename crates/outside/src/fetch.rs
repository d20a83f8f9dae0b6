//! One small file of somebody's website.

use crate::BoxFuture;
use crate::names::Names;
use crate::public::is_public;
use http_body_util::{BodyExt, Empty};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::{Request, Response, header};
use hyper_util::rt::TokioIo;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::{Host, Url};

/// Whoever opens a connection to an address that was judged.
pub trait Dial: Send + Sync {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, std::io::Result<TcpStream>>;
}

/// To the address itself.
pub struct Tcp;

impl Dial for Tcp {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, std::io::Result<TcpStream>> {
        Box::pin(TcpStream::connect(address))
    }
}

#[derive(Clone)]
pub struct Fetcher {
    names: Arc<dyn Names>,
    dial: Arc<dyn Dial>,
    tls: Arc<ClientConfig>,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Another scheme, another port than the usual ones, a name and password in it, or no name of a host.
    #[error("this address is not asked")]
    Address,
    /// The name leads to an address that is not the public internet's, among others or alone.
    #[error("this name leads to a private address")]
    Inside,
    #[error("this name leads nowhere")]
    Nowhere,
    #[error("no connection: {0}")]
    Connection(String),
    /// It answered, and not with a file.
    #[error("the answer was {0}")]
    Status(u16),
    #[error("the file is too large")]
    TooLarge,
    #[error("it led on too often")]
    TooManyRedirects,
    /// It led to where whoever asked does not follow.
    #[error("it led elsewhere")]
    Elsewhere,
    #[error("it took too long")]
    TooSlow,
}

const REDIRECTS: usize = 3;
/// What stands before the file, and a connection's buffer.
const MOST_HEAD: usize = 16 * 1024;

impl Fetcher {
    /// With the machine's own roots of trust.
    pub fn new(names: Arc<dyn Names>, dial: Arc<dyn Dial>) -> Self {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let tls = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        Self { names, dial, tls: Arc::new(tls) }
    }

    pub fn names(&self) -> &dyn Names {
        &*self.names
    }

    /// The file at a URL, of `most` bytes at most and within a time. Redirects are followed to hosts that
    /// `follows` says yes to, each judged anew.
    pub async fn file(
        &self,
        url: &str,
        most: usize,
        within: Duration,
        follows: impl Fn(&str) -> bool + Send,
    ) -> Result<Vec<u8>, Failure> {
        let fetched = tokio::time::timeout(within, self.follow(url, most, follows));
        fetched.await.unwrap_or(Err(Failure::TooSlow))
    }

    async fn follow(
        &self,
        url: &str,
        most: usize,
        follows: impl Fn(&str) -> bool + Send,
    ) -> Result<Vec<u8>, Failure> {
        let mut url = Url::parse(url).map_err(|_| Failure::Address)?;
        for _ in 0..=REDIRECTS {
            if !follows(asked(&url)?.0) {
                return Err(Failure::Elsewhere);
            }
            let response = self.ask(&url).await?;
            let status = response.status();
            if status.is_redirection() {
                let to = response.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
                url = to.and_then(|to| url.join(to).ok()).ok_or(Failure::Status(status.as_u16()))?;
                continue;
            }
            if status != hyper::StatusCode::OK {
                return Err(Failure::Status(status.as_u16()));
            }
            return read(response, most).await;
        }
        Err(Failure::TooManyRedirects)
    }

    async fn ask(&self, url: &Url) -> Result<Response<Incoming>, Failure> {
        let (host, port) = asked(url)?;
        let addresses = self.names.addresses(host).await.map_err(|_| Failure::Nowhere)?;
        let stream = self.connect(&addresses, port).await?;
        if url.scheme() == "http" {
            return answer(stream, url, host).await;
        }
        let name = ServerName::try_from(host.to_owned()).map_err(|_| Failure::Address)?;
        let stream = TlsConnector::from(self.tls.clone()).connect(name, stream).await.map_err(unconnected)?;
        answer(stream, url, host).await
    }

    /// To one of the addresses a name leads to. All of them must be public: who names one that is not means
    /// no good, whatever stands beside it.
    async fn connect(&self, addresses: &[IpAddr], port: u16) -> Result<TcpStream, Failure> {
        if !addresses.iter().all(|address| is_public(*address)) {
            return Err(Failure::Inside);
        }
        let mut last = Failure::Nowhere;
        for address in addresses.iter().take(4) {
            match self.dial.dial(SocketAddr::new(*address, port)).await {
                Ok(stream) => return Ok(stream),
                Err(error) => last = unconnected(error),
            }
        }
        Err(last)
    }
}

fn unconnected(error: impl std::error::Error) -> Failure {
    Failure::Connection(error.to_string())
}

/// Host and port of a URL that is asked: a name, never an address in whatever writing, at the usual port.
fn asked(url: &Url) -> Result<(&str, u16), Failure> {
    let usual = match url.scheme() {
        "http" => 80,
        "https" => 443,
        _ => return Err(Failure::Address),
    };
    let Some(Host::Domain(host)) = url.host() else { return Err(Failure::Address) };
    let plain = url.username().is_empty() && url.password().is_none() && url.port().is_none();
    if plain { Ok((host, usual)) } else { Err(Failure::Address) }
}

async fn answer(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    url: &Url,
    host: &str,
) -> Result<Response<Incoming>, Failure> {
    let (mut sender, connection) = http1::Builder::new()
        .max_buf_size(MOST_HEAD)
        .handshake::<_, Empty<Bytes>>(TokioIo::new(stream))
        .await
        .map_err(unconnected)?;
    // It ends with the answer, or when whoever asked has gone.
    tokio::spawn(async move {
        let _ = connection.await;
    });
    let path = match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    let request = Request::get(path)
        .header(header::HOST, host)
        .header(header::USER_AGENT, "Broadside")
        .header(header::ACCEPT, "text/plain")
        .header(header::CONNECTION, "close")
        .body(Empty::new())
        .map_err(|_| Failure::Address)?;
    sender.send_request(request).await.map_err(unconnected)
}

async fn read(response: Response<Incoming>, most: usize) -> Result<Vec<u8>, Failure> {
    let mut body = response.into_body();
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(unconnected)?;
        if let Some(data) = frame.data_ref() {
            if bytes.len() + data.len() > most {
                return Err(Failure::TooLarge);
            }
            bytes.extend_from_slice(data);
        }
    }
    Ok(bytes)
}
