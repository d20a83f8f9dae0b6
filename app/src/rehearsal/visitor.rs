//! As much of a browser as a rehearsal needs: one connection, one request after another.

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use std::io;
use std::net::{Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::net::TcpStream;

/// Whoever waits longer has gone.
pub const PATIENCE: Duration = Duration::from_secs(5);

pub struct Visitor {
    address: SocketAddr,
    connection: Option<SendRequest<Full<Bytes>>>,
}

pub struct Answer {
    pub status: StatusCode,
    /// Where a 303 leads to.
    pub location: String,
}

/// What is asked, and from which network.
pub struct Asked<'a> {
    pub path: &'a str,
    pub form: Option<String>,
    pub from: Ipv6Addr,
}

impl Visitor {
    pub fn new(address: SocketAddr) -> Self {
        Self { address, connection: None }
    }

    /// Whether a page is there.
    pub async fn finds(&mut self, path: &str) -> bool {
        let asked = Asked { path, form: None, from: Ipv6Addr::LOCALHOST };
        self.ask(asked).await.is_ok_and(|answer| answer.status == StatusCode::OK)
    }

    pub async fn ask(&mut self, asked: Asked<'_>) -> io::Result<Answer> {
        let answer = tokio::time::timeout(PATIENCE, self.exchange(asked))
            .await
            .unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
        if answer.is_err() {
            self.connection = None;
        }
        answer
    }

    async fn exchange(&mut self, asked: Asked<'_>) -> io::Result<Answer> {
        let request = Request::builder()
            .uri(asked.path)
            .header(header::HOST, format!("localhost:{}", self.address.port()))
            .header(header::ACCEPT_ENCODING, "br")
            .header("x-forwarded-for", asked.from.to_string());
        let request = match asked.form {
            Some(form) => request
                .method("POST")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(Full::from(form)),
            None => request.body(Full::default()),
        };
        let request = request.map_err(io::Error::other)?;
        let connection = match self.connection.take().filter(|connection| !connection.is_closed()) {
            Some(connection) => self.connection.insert(connection),
            None => self.connection.insert(connected(self.address).await?),
        };
        connection.ready().await.map_err(io::Error::other)?;
        let answer = connection.send_request(request).await.map_err(io::Error::other)?;
        let location =
            answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default();
        let (status, location) = (answer.status(), location.to_owned());
        let mut body = answer.into_body();
        while let Some(piece) = body.frame().await {
            piece.map_err(io::Error::other)?;
        }
        Ok(Answer { status, location })
    }
}

async fn connected(address: SocketAddr) -> io::Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a visitor's connection ended early");
        }
    });
    Ok(sender)
}
