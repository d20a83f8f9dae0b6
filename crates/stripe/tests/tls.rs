//! Calls over TLS, to a server on loopback whose certificate is made for this one run.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot be set up fails")]

use broadside_stripe::{Client, ClientFault, Failure};
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

const ANSWER: &str = "HTTP/1.1 200 OK\r\nContent-Length: 58\r\n\r\n\
    {\"id\": \"sub_1\", \"status\": \"canceled\", \"customer\": \"cus_1\"}";
const NAMED: &str = "[req]\ndistinguished_name = nobody\nx509_extensions = localhost\n[nobody]\n[localhost]\n\
    subjectAltName = DNS:localhost\nbasicConstraints = critical, CA:FALSE\n";

/// A certificate for localhost that vouches for itself, and its key; PEM.
fn certificate() -> Vec<u8> {
    let mut openssl = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-config",
            "/dev/stdin",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
        ])
        .args(["-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", "-", "-out", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Debian's openssl");
    openssl.stdin.take().unwrap().write_all(NAMED.as_bytes()).unwrap();
    openssl.wait_with_output().unwrap().stdout
}

/// Serves one connection over TLS; what was asked over it, nothing where it was not trusted.
async fn encrypted(pem: &[u8]) -> (u16, tokio::task::JoinHandle<Option<String>>) {
    let certificate = CertificateDer::from_pem_slice(pem).unwrap();
    let key = PrivateKeyDer::from_pem_slice(pem).unwrap();
    let config =
        ServerConfig::builder().with_no_client_auth().with_single_cert(vec![certificate], key).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = TlsAcceptor::from(Arc::new(config)).accept(stream).await.ok()?;
        let mut asked = Vec::new();
        while !asked.ends_with(b"\r\n\r\n") {
            if stream.read_buf(&mut asked).await.ok()? == 0 {
                return None;
            }
        }
        stream.write_all(ANSWER.as_bytes()).await.unwrap();
        String::from_utf8(asked).ok()
    });
    (port, asked)
}

#[tokio::test]
async fn a_call_goes_to_whoever_proves_to_be_the_host_and_to_nobody_else() {
    let pem = certificate();
    for (host, trusting, proved) in
        [("localhost", true, true), ("127.0.0.1", true, false), ("localhost", false, false)]
    {
        let (port, asked) = encrypted(&pem).await;
        let client = Client::at("sk_test_tls", &format!("https://{host}:{port}")).unwrap();
        let client = if trusting { client.trusting(&pem).unwrap() } else { client };
        let answer = client.cancel_subscription("sub_1").await;
        let asked = asked.await.unwrap();
        if proved {
            assert_eq!(answer.unwrap().customer, "cus_1");
            assert!(asked.unwrap().contains(&format!("host: localhost:{port}")));
        } else {
            assert!(matches!(answer.unwrap_err(), Failure::Unreached(_)), "{host}");
            assert_eq!(asked, None, "{host}");
        }
    }
}

#[test]
fn what_is_no_certificate_is_not_trusted() {
    for none in [
        &b""[..],
        b"not PEM",
        b"-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ] {
        let client = Client::new("sk_test_tls").unwrap();
        assert_eq!(client.trusting(none).unwrap_err(), ClientFault::Authority);
    }
}
