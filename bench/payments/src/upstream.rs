//! Calls to localstripe, and to whoever gets webhooks: plain HTTP on loopback, a connection each.

use crate::Failure;
use crate::pairs::Pairs;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::{Method, Request, header};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::net::SocketAddr;
use tokio::net::TcpStream;
use url::Url;

/// The key by which the page and the proxy itself ask.
const OWN_KEY: &str = "Bearer sk_test_proxy";

pub struct Upstream(pub SocketAddr);

impl Upstream {
    /// Status and answer of a call; fields go where the method has them.
    pub async fn call(
        &self,
        method: &Method,
        path: &str,
        fields: &Pairs,
        authorization: &str,
    ) -> Result<(u16, Value), Failure> {
        let encoded = fields.encoded();
        let (path, body) = match *method {
            Method::POST => (path.to_owned(), encoded),
            _ if encoded.is_empty() => (path.to_owned(), String::new()),
            _ => (format!("{path}?{encoded}"), String::new()),
        };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, self.0.to_string())
            .header(header::AUTHORIZATION, authorization)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Full::new(Bytes::from(body)))?;
        let (status, body) = exchange(self.0, request).await?;
        let broken = || json!({"error": {"type": "api_error", "message": "localstripe has no such thing"}});
        Ok((status, serde_json::from_slice(&body).unwrap_or_else(|_| broken())))
    }

    pub async fn get(&self, path: &str) -> Result<(u16, Value), Failure> {
        self.call(&Method::GET, path, &Pairs::default(), OWN_KEY).await
    }

    pub async fn post(&self, path: &str, fields: &Pairs) -> Result<(u16, Value), Failure> {
        self.call(&Method::POST, path, fields, OWN_KEY).await
    }
}

/// The status of a JSON post to an `http` URL of this machine.
pub async fn deliver(url: &str, signature: &str, body: String) -> Result<u16, Failure> {
    let url = Url::parse(url)?;
    let addresses = url.socket_addrs(|| Some(80))?;
    let address =
        addresses.into_iter().find(|one| one.ip().is_loopback()).ok_or("a webhook beyond loopback")?;
    let request = Request::post(url.path())
        .header(header::HOST, &url[url::Position::BeforeHost..url::Position::AfterPort])
        .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
        .header("Stripe-Signature", signature)
        .body(Full::new(Bytes::from(body)))?;
    Ok(exchange(address, request).await?.0)
}

async fn exchange(address: SocketAddr, request: Request<Full<Bytes>>) -> Result<(u16, Bytes), Failure> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(async move {
        let _ = connection.await;
    });
    let response = sender.send_request(request).await?;
    let status = response.status().as_u16();
    Ok((status, response.into_body().collect().await?.to_bytes()))
}
