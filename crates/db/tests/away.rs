//! A PostgreSQL behind a forwarder that lets callers in and hangs up, since the server itself is away.
// What fails here fails a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use broadside_db::{Db, Error};
use tokio::io::AsyncReadExt;

#[tokio::test]
async fn a_server_that_hangs_up_cannot_be_used_now() {
    let forwarder = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("postgres://somebody@{}/something", forwarder.local_addr().unwrap());
    tokio::spawn(async move {
        // The request for encryption is taken, and no answer comes.
        while let Ok((mut caller, _)) = forwarder.accept().await {
            let _ = caller.read_exact(&mut [0; 8]).await;
        }
    });
    let error = Db::open_existing(&url).await.map(drop).unwrap_err();
    assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
}
