//! A gate before a server on loopback: shut, it looks as if the server were gone.

use std::io;
use std::net::SocketAddr;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

pub struct Gate {
    pub address: SocketAddr,
    server: SocketAddr,
    keeper: Option<JoinHandle<()>>,
}

impl Gate {
    pub async fn before(server: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        Ok(Self { address, server, keeper: Some(tokio::spawn(keep(listener, server))) })
    }

    /// Cuts off everybody who is inside, in the middle of a word, and nobody is let in.
    pub async fn shut(&mut self) {
        if let Some(keeper) = self.keeper.take() {
            keeper.abort();
            // It ends by being aborted.
            let _ = keeper.await;
        }
    }

    pub async fn open(&mut self) -> io::Result<()> {
        let listener = TcpListener::bind(self.address).await?;
        self.keeper = Some(tokio::spawn(keep(listener, self.server)));
        Ok(())
    }
}

async fn keep(listener: TcpListener, server: SocketAddr) {
    let mut inside = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        inside.spawn(lead_through(stream, server));
    }
}

async fn lead_through(mut stream: TcpStream, server: SocketAddr) {
    if let Ok(mut other) = TcpStream::connect(server).await {
        // Whichever side hangs up, the other one learns of it.
        let _ = tokio::io::copy_bidirectional(&mut stream, &mut other).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test]
    async fn who_is_inside_is_cut_off_and_comes_in_again() {
        let server = TcpListener::bind("127.0.0.1:0").await.expect("a server");
        let mut gate = Gate::before(server.local_addr().expect("an address")).await.expect("a gate");
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = server.accept().await {
                tokio::spawn(async move {
                    let (mut from, mut to) = stream.split();
                    tokio::io::copy(&mut from, &mut to).await
                });
            }
        });
        for _ in 0..2 {
            let mut inside = TcpStream::connect(gate.address).await.expect("in");
            inside.write_all(b"x").await.expect("said");
            assert_eq!(inside.read_u8().await.expect("an echo"), b'x');
            gate.shut().await;
            assert!(inside.read_u8().await.is_err(), "cut off");
            assert!(TcpStream::connect(gate.address).await.is_err(), "not let in");
            gate.open().await.expect("open again");
        }
    }
}
