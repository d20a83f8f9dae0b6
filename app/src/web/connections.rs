//! Connections: taken in, given a time to speak, and let go in peace when the program stops.

use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1::Builder;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};

/// How long others may take.
#[derive(Clone, Copy)]
pub struct Patience {
    /// A visitor, to send the head of a request, or silent between two of them.
    pub head: Duration,
    /// What is under way when the program is to stop.
    pub end: Duration,
}

/// How long to wait when the system has no room for another connection.
const NO_ROOM: Duration = Duration::from_millis(50);

/// Answers on a listener until `stop`.
pub async fn answer<A, F>(
    listener: TcpListener,
    answerer: A,
    stop: impl Future<Output = ()>,
    patience: Patience,
) where
    A: Fn(Request<Incoming>, SocketAddr) -> F + Clone + Send + 'static,
    F: Future<Output = Result<Response<Body>, Infallible>> + Send + 'static,
{
    // HTTP/1 alone, which is what proxies and browsers speak without TLS: guessing the version would wait
    // for a first byte without end.
    let mut server = Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(patience.head);
    let open = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => serve(&server, &open, stream, peer, answerer.clone()),
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken in");
                tokio::time::sleep(NO_ROOM).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(patience.end, open.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end in time and were cut off");
    }
}

fn serve<A, F>(server: &Builder, open: &GracefulShutdown, stream: TcpStream, peer: SocketAddr, answerer: A)
where
    A: Fn(Request<Incoming>, SocketAddr) -> F + Send + 'static,
    F: Future<Output = Result<Response<Body>, Infallible>> + Send + 'static,
{
    // Small answers go out at once; where the system refuses, they only go out later.
    let _ = stream.set_nodelay(true);
    let service = hyper::service::service_fn(move |request| answerer(request, peer));
    let connection = server.serve_connection(TokioIo::new(stream), service);
    let connection = open.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tower::ServiceExt;

    async fn serving() -> (SocketAddr, tokio::sync::oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let router = axum::Router::new()
            .route("/", axum::routing::get(|| async { "here" }).post(|said: String| async { said }));
        let answerer = move |request: Request<Incoming>, _| router.clone().oneshot(request.map(Body::new));
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let stop_asked = async move {
            // Whether it is told or let go, it stops.
            let _ = stopped.await;
        };
        let patience = Patience { head: Duration::from_millis(20), end: Duration::from_secs(20) };
        let answering = tokio::spawn(answer(listener, answerer, stop_asked, patience));
        (address, stop, answering)
    }

    #[tokio::test]
    async fn whoever_never_ends_a_request_is_let_go() {
        let (address, _stop, _) = serving().await;
        let mut slow = TcpStream::connect(address).await.unwrap();
        slow.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ").await.unwrap();
        let mut answer = Vec::new();
        slow.read_to_end(&mut answer).await.unwrap();
        assert!(!String::from_utf8_lossy(&answer).contains("here"));
    }

    #[tokio::test]
    async fn whoever_never_says_a_word_is_let_go() {
        let (address, _stop, _) = serving().await;
        let mut silent = TcpStream::connect(address).await.unwrap();
        let mut answer = Vec::new();
        silent.read_to_end(&mut answer).await.unwrap();
        assert!(answer.is_empty());
    }

    #[tokio::test]
    async fn who_is_silent_for_long_after_an_answer_is_let_go() {
        let (address, _stop, _) = serving().await;
        let mut silent = TcpStream::connect(address).await.unwrap();
        silent.write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").await.unwrap();
        let mut answer = Vec::new();
        silent.read_to_end(&mut answer).await.unwrap();
        assert!(String::from_utf8_lossy(&answer).ends_with("here"));
    }

    #[tokio::test]
    async fn a_request_whose_length_is_told_twice_is_read_in_one_way_or_refused() {
        let (address, _stop, _) = serving().await;
        let said = async |lengths: &str, body: &str| {
            let mut connection = TcpStream::connect(address).await.unwrap();
            let request = format!("POST / HTTP/1.1\r\nHost: localhost\r\n{lengths}\r\n{body}");
            connection.write_all(request.as_bytes()).await.unwrap();
            let mut answer = Vec::new();
            connection.read_to_end(&mut answer).await.unwrap();
            String::from_utf8(answer).unwrap()
        };
        let chunks = "5\r\nhello\r\n0\r\n\r\n";
        for lengths in [
            "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
        ] {
            let answer = said(lengths, chunks).await;
            assert!(answer.ends_with("\r\n\r\nhello") && answer.matches("HTTP/1.1").count() == 1, "{answer}");
        }
        for lengths in ["Content-Length: 5\r\nContent-Length: 3\r\n", "Transfer-Encoding: identity\r\n"] {
            let answer = said(lengths, "hello").await;
            assert!(answer.starts_with("HTTP/1.1 400") && !answer.contains("hello"), "{answer}");
        }
    }

    #[tokio::test]
    async fn told_to_stop_it_ends_and_takes_nobody_in() {
        let (address, stop, answering) = serving().await;
        drop(stop);
        answering.await.unwrap();
        assert!(TcpStream::connect(address).await.is_err());
    }
}
