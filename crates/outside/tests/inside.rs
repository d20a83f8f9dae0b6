//! Nothing is asked that is not on the public internet: a listener on loopback counts who comes.

#![allow(clippy::unwrap_used)]

use broadside_outside::{BoxFuture, Dial, Failure, Fetcher, Names, Silence, Tcp};
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Answers each name as it was told to, a turn after the other; the last answer stays.
struct Told(Mutex<Vec<(String, Vec<Vec<IpAddr>>)>>);

fn told(names: &[(&str, &[&[&str]])]) -> Arc<Told> {
    let turns = |turns: &[&[&str]]| {
        turns.iter().map(|turn| turn.iter().map(|one| one.parse().unwrap()).collect()).collect()
    };
    Arc::new(Told(Mutex::new(names.iter().map(|(name, all)| ((*name).to_owned(), turns(all))).collect())))
}

impl Names for Told {
    fn addresses<'n>(&'n self, name: &'n str) -> BoxFuture<'n, Result<Vec<IpAddr>, Silence>> {
        let mut all = self.0.lock().unwrap();
        let found = all
            .iter_mut()
            .find(|(known, _)| known == name)
            .map(|(_, turns)| if turns.len() > 1 { turns.remove(0) } else { turns[0].clone() });
        Box::pin(std::future::ready(found.ok_or(Silence("nobody".to_owned()))))
    }

    fn texts<'n>(&'n self, _: &'n str) -> BoxFuture<'n, Result<Vec<String>, Silence>> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }
}

const PUBLIC: &str = "93.184.215.14";

/// Leads the one public address to a listener on this machine, and every other address to itself.
struct Lead {
    to: SocketAddr,
    dialled: Mutex<Vec<SocketAddr>>,
}

impl Dial for Lead {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, std::io::Result<TcpStream>> {
        self.dialled.lock().unwrap().push(address);
        let public = address.ip() == PUBLIC.parse::<IpAddr>().unwrap() && address.port() == 80;
        let to = if public { self.to } else { address };
        Box::pin(async move {
            if !public && !to.ip().is_loopback() {
                return Err(std::io::Error::other("a test asks nobody outside"));
            }
            TcpStream::connect(to).await
        })
    }
}

/// A server that says one thing to everybody, and how many came.
async fn server(answer: String) -> (SocketAddr, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let came = Arc::new(AtomicUsize::new(0));
    let count = came.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            let answer = answer.clone();
            tokio::spawn(async move {
                let mut head = [0; 4096];
                let _ = stream.read(&mut head).await;
                let _ = stream.write_all(answer.as_bytes()).await;
            });
        }
    });
    (address, came)
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

async fn file(fetcher: &Fetcher, url: &str) -> Result<Vec<u8>, Failure> {
    fetcher.file(url, 1_024, Duration::from_secs(5), |_| true).await
}

#[tokio::test]
async fn a_public_name_is_asked_and_answers() {
    let (to, came) = server(ok("hello")).await;
    let lead = Arc::new(Lead { to, dialled: Mutex::default() });
    let fetcher = Fetcher::new(told(&[("public.example", &[&[PUBLIC]])]), lead.clone());
    assert_eq!(file(&fetcher, "http://public.example/a?b=1").await.unwrap(), b"hello");
    assert_eq!(came.load(Ordering::SeqCst), 1);
    assert_eq!(*lead.dialled.lock().unwrap(), [format!("{PUBLIC}:80").parse().unwrap()]);
    assert_eq!(file(&fetcher, "http://nobody.example/").await, Err(Failure::Nowhere));
}

#[tokio::test]
async fn nothing_that_is_not_public_is_ever_dialled() {
    // A listener at the usual port cannot be had by tests, so every dial is written down as well.
    let (to, came) = server(ok("secret")).await;
    let port = to.port();
    let lead = Arc::new(Lead { to, dialled: Mutex::default() });
    let inside = [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.168.0.1",
        "192.0.0.1",
        "198.18.0.1",
        "224.0.0.251",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
    ];
    for address in inside {
        let names = told(&[("inside.example", &[&[address]]), ("both.example", &[&[PUBLIC, address]])]);
        let fetcher = Fetcher::new(names, lead.clone());
        for scheme in ["http", "https"] {
            assert_eq!(
                file(&fetcher, &format!("{scheme}://inside.example/")).await,
                Err(Failure::Inside),
                "{address}"
            );
            assert_eq!(
                file(&fetcher, &format!("{scheme}://both.example/")).await,
                Err(Failure::Inside),
                "{address}"
            );
        }
    }
    let fetcher = Fetcher::new(told(&[("public.example", &[&[PUBLIC]])]), lead.clone());
    for written in [
        format!("http://127.0.0.1:{port}/"),
        "http://127.0.0.1/".to_owned(),
        "http://2130706433/".to_owned(),
        "http://0x7f000001/".to_owned(),
        "http://0x7f.0.0.1/".to_owned(),
        "http://0177.0.0.1/".to_owned(),
        "http://017700000001/".to_owned(),
        "http://127.1/".to_owned(),
        "http://0/".to_owned(),
        "http://１２７.０.０.１/".to_owned(),
        "http://[::1]/".to_owned(),
        "http://[::ffff:127.0.0.1]/".to_owned(),
        "http://[::ffff:7f00:1]/".to_owned(),
        "http://[64:ff9b::7f00:1]/".to_owned(),
        format!("http://{PUBLIC}/"),
        format!("http://public.example:{port}/"),
        "https://public.example:8443/".to_owned(),
        "http://public.example:443/".to_owned(),
        "http://robin:word@public.example/".to_owned(),
        "http://robin@public.example/".to_owned(),
        "ftp://public.example/".to_owned(),
        "file:///etc/passwd".to_owned(),
        "gopher://public.example/".to_owned(),
        "not an address".to_owned(),
    ] {
        assert_eq!(file(&fetcher, &written).await, Err(Failure::Address), "{written}");
    }
    assert_eq!(came.load(Ordering::SeqCst), 0);
    assert_eq!(*lead.dialled.lock().unwrap(), []);
}

#[tokio::test]
async fn a_name_that_leads_elsewhere_at_the_second_look_is_judged_at_every_look() {
    let (to, came) = server(ok("hello")).await;
    let lead = Arc::new(Lead { to, dialled: Mutex::default() });
    let names = told(&[("rebinds.example", &[&[PUBLIC], &["127.0.0.1"]])]);
    let fetcher = Fetcher::new(names, lead.clone());
    assert_eq!(
        file(&fetcher, "http://rebinds.example/").await.unwrap(),
        b"hello",
        "one look, one connection"
    );
    assert_eq!(file(&fetcher, "http://rebinds.example/").await, Err(Failure::Inside));
    assert_eq!(came.load(Ordering::SeqCst), 1);
    assert_eq!(lead.dialled.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_redirect_is_judged_as_the_first_address_is() {
    for to in [
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "//127.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://inside.example/",
        "http://local.example/",
        "http://shared.example/",
        "http://mapped.example/",
        "http://nat.example/",
        "http://rebinds.example/",
        "http://public.example:8080/",
        "file:///etc/passwd",
        "http://robin:word@public.example/",
    ] {
        let (address, came) =
            server(format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n")).await;
        let lead = Arc::new(Lead { to: address, dialled: Mutex::default() });
        let names = told(&[
            ("public.example", &[&[PUBLIC]]),
            ("inside.example", &[&["10.0.0.1"]]),
            ("local.example", &[&["127.0.0.1"]]),
            ("shared.example", &[&["100.64.0.1"]]),
            ("mapped.example", &[&["::ffff:127.0.0.1"]]),
            ("nat.example", &[&["64:ff9b::7f00:1"]]),
            ("rebinds.example", &[&[PUBLIC, "127.0.0.1"]]),
        ]);
        let got = file(&Fetcher::new(names, lead.clone()), "http://public.example/").await;
        assert!(matches!(got, Err(Failure::Address | Failure::Inside)), "{to}: {got:?}");
        assert_eq!(came.load(Ordering::SeqCst), 1, "{to}: the first, which redirects");
        assert_eq!(lead.dialled.lock().unwrap().len(), 1, "{to}");
    }
}

#[tokio::test]
async fn size_time_redirects_and_hosts_have_their_bounds() {
    let lead =
        async |answer: String| Arc::new(Lead { to: server(answer).await.0, dialled: Mutex::default() });
    let names = || told(&[("public.example", &[&[PUBLIC]]), ("other.example", &[&[PUBLIC]])]);
    let large = Fetcher::new(names(), lead(ok(&"a".repeat(1_025))).await);
    assert_eq!(file(&large, "http://public.example/").await, Err(Failure::TooLarge));
    let endless = format!("HTTP/1.1 200 OK\r\n\r\n{}", "a".repeat(100_000));
    assert_eq!(
        file(&Fetcher::new(names(), lead(endless).await), "http://public.example/").await,
        Err(Failure::TooLarge)
    );
    let head = format!("HTTP/1.1 200 OK\r\nx: {}\r\n\r\n", "a".repeat(100_000));
    let got = file(&Fetcher::new(names(), lead(head).await), "http://public.example/").await;
    assert!(matches!(got, Err(Failure::Connection(_))), "{got:?}");
    let around = "HTTP/1.1 301 Moved\r\nlocation: /\r\ncontent-length: 0\r\n\r\n".to_owned();
    let around = Fetcher::new(names(), lead(around).await);
    assert_eq!(file(&around, "http://public.example/").await, Err(Failure::TooManyRedirects));
    let away =
        "HTTP/1.1 301 Moved\r\nlocation: http://other.example/\r\ncontent-length: 0\r\n\r\n".to_owned();
    let away = Fetcher::new(names(), lead(away).await);
    let got =
        away.file("http://public.example/", 9, Duration::from_secs(5), |host| host == "public.example").await;
    assert_eq!(got, Err(Failure::Elsewhere));
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let silent = Arc::new(Lead { to: silent.local_addr().unwrap(), dialled: Mutex::default() });
    let got = Fetcher::new(names(), silent)
        .file("http://public.example/", 9, Duration::from_millis(50), |_| true)
        .await;
    assert_eq!(got, Err(Failure::TooSlow));
    let gone =
        Fetcher::new(names(), lead("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_owned()).await);
    assert_eq!(file(&gone, "http://public.example/").await, Err(Failure::Status(404)));
    // Only the loopback address that a test leads to is dialled by Tcp itself.
    assert!(Tcp.dial("127.0.0.1:1".parse().unwrap()).await.is_err());
}
