//! One call over a connection of its own, which is why it is known whether a call left at all: a connection that was
//! kept may have died before, and nobody could tell.

use crate::Failure;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::{Request, header};
use hyper_util::rt::TokioIo;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::{Host, Url};

/// For the name, the connection and its encryption.
const CONNECTING: Duration = Duration::from_secs(10);
/// From the call to the end of its answer. Banks take their time; Stripe's own libraries wait as long.
const ANSWERING: Duration = Duration::from_secs(80);
/// Of an answer, in bytes. A page of a hundred payments with their charges is about one million.
const MOST_BODY: usize = 4 * 1024 * 1024;
/// What stands before it, and a connection's buffer.
const MOST_HEAD: usize = 64 * 1024;

#[derive(Clone)]
pub struct Wire {
    tls: Arc<ClientConfig>,
    answering: Duration,
}

pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Wire {
    /// With the machine's own roots of trust.
    pub fn new() -> Self {
        Self::with(own_roots())
    }

    /// With others beside them; nothing where one of these is no authority's certificate.
    pub fn trusting(others: Vec<CertificateDer<'static>>) -> Option<Self> {
        let mut roots = own_roots();
        for other in others {
            roots.add(other).ok()?;
        }
        Some(Self::with(roots))
    }

    fn with(roots: RootCertStore) -> Self {
        let tls = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        Self { tls: Arc::new(tls), answering: ANSWERING }
    }

    /// Redirects are not followed: the provider sends none, and the key goes nowhere else.
    pub async fn exchange(&self, base: &Url, request: Request<String>) -> Result<Answer, Failure> {
        let connecting = tokio::time::timeout(CONNECTING, self.connect(base));
        let mut sender =
            connecting.await.unwrap_or(Err(Failure::Unreached("it took too long".to_owned())))?;
        let request = with_host(base, request)?;
        let answering = tokio::time::timeout(self.answering, answer(&mut sender, request));
        answering.await.unwrap_or(Err(Failure::Unclear("the answer took too long".to_owned())))
    }

    async fn connect(&self, base: &Url) -> Result<SendRequest<Full<Bytes>>, Failure> {
        let host = base.host().ok_or(Failure::Unsendable("a base URL without a host"))?;
        let port = base.port_or_known_default().unwrap_or(443);
        let stream = match host {
            Host::Domain(name) => TcpStream::connect((name, port)).await,
            Host::Ipv4(address) => TcpStream::connect((address, port)).await,
            Host::Ipv6(address) => TcpStream::connect((address, port)).await,
        };
        let stream = stream.map_err(unreached)?;
        if base.scheme() == "http" {
            return greet(stream).await;
        }
        let name = match host {
            Host::Domain(name) => ServerName::try_from(name.to_owned()).map_err(unreached)?,
            Host::Ipv4(address) => ServerName::from(std::net::IpAddr::from(address)),
            Host::Ipv6(address) => ServerName::from(std::net::IpAddr::from(address)),
        };
        greet(TlsConnector::from(self.tls.clone()).connect(name, stream).await.map_err(unreached)?).await
    }
}

fn own_roots() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    roots
}

async fn greet(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
) -> Result<SendRequest<Full<Bytes>>, Failure> {
    let (sender, connection) = http1::Builder::new()
        .max_buf_size(MOST_HEAD)
        .handshake(TokioIo::new(stream))
        .await
        .map_err(unreached)?;
    // It ends with the answer, or when whoever asked has gone.
    tokio::spawn(async move {
        let _ = connection.await;
    });
    Ok(sender)
}

fn with_host(base: &Url, request: Request<String>) -> Result<Request<Full<Bytes>>, Failure> {
    let authority = &base[url::Position::BeforeHost..url::Position::AfterPort];
    let host = authority.parse().map_err(|_| Failure::Unsendable("a base URL without a host"))?;
    let mut request = request.map(|body| Full::new(Bytes::from(body)));
    request.headers_mut().insert(header::HOST, host);
    request.headers_mut().insert(header::CONNECTION, header::HeaderValue::from_static("close"));
    Ok(request)
}

/// From here on, what goes wrong may have gone wrong after it happened.
async fn answer(
    sender: &mut SendRequest<Full<Bytes>>,
    request: Request<Full<Bytes>>,
) -> Result<Answer, Failure> {
    let response = sender.send_request(request).await.map_err(unclear)?;
    let status = response.status().as_u16();
    Ok(Answer { status, body: read(response.into_body()).await? })
}

async fn read(mut body: Incoming) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(unclear)?;
        if let Some(piece) = frame.data_ref() {
            if bytes.len() + piece.len() > MOST_BODY {
                return Err(Failure::Unclear("the answer is too large".to_owned()));
            }
            bytes.extend_from_slice(piece);
        }
    }
    Ok(bytes)
}

fn unreached(error: impl std::error::Error) -> Failure {
    Failure::Unreached(error.to_string())
}

fn unclear(error: impl std::error::Error) -> Failure {
    Failure::Unclear(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::net::TcpListener;

    #[tokio::test]
    async fn who_never_answers_is_not_waited_for() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = Url::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
        let wire = Wire { answering: Duration::from_millis(20), ..Wire::new() };
        let request = Request::get("/v1/refunds").body(String::new()).unwrap();
        let failure = wire.exchange(&base, request).await.err().unwrap();
        assert_eq!(failure, Failure::Unclear("the answer took too long".to_owned()));
    }
}
