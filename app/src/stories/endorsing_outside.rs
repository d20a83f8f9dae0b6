//! Proofs that are looked for at the organisation's own domain. The outside of these stories is a listener on
//! this machine, to which one public address leads; everything else is judged as it is in the program.

use super::desk::{Clerk, GROUP};
use super::endorsing::{NURSES, approve, endorse, page, with};
use super::stories;
use super::world::{World, below};
use crate::accounts::Role;
use crate::clock::MINUTE;
use axum::http::StatusCode;
use broadside_outside::{BoxFuture, Dial, Fetcher, Names, Silence};
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const PUBLIC: &str = "93.184.215.14";

/// What the outside says just now.
#[derive(Default)]
struct Outside {
    addresses: BTreeMap<String, Vec<IpAddr>>,
    texts: BTreeMap<String, Vec<String>>,
    /// Path and answer of the one website.
    file: (String, String),
    is_silent: bool,
}

#[derive(Clone)]
struct Told {
    says: Arc<Mutex<Outside>>,
    to: SocketAddr,
    came: Arc<AtomicUsize>,
}

impl Names for Told {
    fn addresses<'n>(&'n self, name: &'n str) -> BoxFuture<'n, Result<Vec<IpAddr>, Silence>> {
        let says = self.says.lock().unwrap();
        let found = if says.is_silent { None } else { says.addresses.get(name).cloned() };
        Box::pin(std::future::ready(found.ok_or(Silence("nobody".to_owned()))))
    }

    fn texts<'n>(&'n self, name: &'n str) -> BoxFuture<'n, Result<Vec<String>, Silence>> {
        let says = self.says.lock().unwrap();
        let found = if says.is_silent {
            Err(Silence("nobody".to_owned()))
        } else {
            Ok(says.texts.get(name).cloned())
        };
        Box::pin(std::future::ready(found.map(Option::unwrap_or_default)))
    }
}

impl Dial for Told {
    fn dial(&self, address: SocketAddr) -> BoxFuture<'_, std::io::Result<TcpStream>> {
        assert_eq!(address.ip(), PUBLIC.parse::<IpAddr>().unwrap(), "no other address is ever dialled");
        let to = self.to;
        Box::pin(async move {
            if address.port() == 443 {
                return Err(std::io::Error::other("nobody listens there"));
            }
            TcpStream::connect(to).await
        })
    }
}

/// A world with an outside of its own.
async fn outside(world: &World) -> Told {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let told = Told { says: Arc::default(), to: listener.local_addr().unwrap(), came: Arc::default() };
    let server = told.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            server.came.fetch_add(1, Ordering::SeqCst);
            let mut head = vec![0; 4_096];
            let length = stream.read(&mut head).await.unwrap_or(0);
            let head = String::from_utf8_lossy(&head[..length]).to_lowercase();
            assert!(
                !head.contains("cookie") && !head.contains("authorization"),
                "nothing of ours goes along"
            );
            let (path, answer) = server.says.lock().unwrap().file.clone();
            let answer = if head.starts_with(&format!("get {path} ")) {
                answer
            } else {
                "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_owned()
            };
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    world.app.outside.is(Fetcher::new(Arc::new(told.clone()), Arc::new(told.clone())));
    told
}

/// What the page asks to be put somewhere, by what stands before it.
fn asked(page: &str, nth: usize) -> String {
    page.split("<code dir=\"ltr\">")
        .nth(nth)
        .expect("it is on the page")
        .split('<')
        .next()
        .unwrap()
        .to_owned()
}

async fn look(world: &World, link: &str, way: &str) -> String {
    let answer = world.post(&below(link, "proof"), &[("way", way)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    world.get(&answer.location()).await.text()
}

stories! {
    async fn a_record_in_the_dns_proves_it_and_another_or_none_does_not(world: World) {
        let told = outside(&world).await;
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let link = endorse(&world, NURSES).await;
        let own = world.get(&link).await.text();
        let (name, text) = (asked(&own, 1), asked(&own, 2));
        assert_eq!(name, "_broadside.nurses-example.org");
        let other = endorse(&world, &with(NURSES, &[("email", "eve@example.net")])).await;
        assert_ne!(asked(&world.get(&other).await.text(), 2), text, "each has its own");
        assert!(look(&world, &link, "dns").await.contains("It is not there yet"));
        told.says.lock().unwrap().texts.insert(name.clone(), vec!["v=spf1 -all".to_owned(), format!("{text}0")]);
        assert!(look(&world, &link, "dns").await.contains("it says something else"));
        told.says.lock().unwrap().texts.insert(name, vec!["v=spf1 -all".to_owned(), text]);
        assert!(look(&world, &other, "dns").await.contains("it says something else"), "it proves no other one");
        assert!(look(&world, &link, "dns").await.contains("It is proved."));
        let one = world.number("select min(id) as n from endorsement").await;
        let one = format!("/desk/campaigns/dropsalesforce/endorsements/{one}");
        assert!(moderator.get(&world, &one).await.text().contains("Proved by the DNS of nurses-example.org"));
        assert_eq!(told.came.load(Ordering::SeqCst), 0, "no website was asked");
    }

    async fn a_file_on_the_website_proves_it(world: World) {
        let told = outside(&world).await;
        let moderator = Clerk::of(&world, "mo@example.org", GROUP, Role::Moderator).await;
        let link = endorse(&world, NURSES).await;
        let own = world.get(&link).await.text();
        let (url, code) = (asked(&own, 3), asked(&own, 4));
        assert_eq!(url, "https://nurses-example.org/.well-known/broadside-endorsement.txt");
        let says = |change: &dyn Fn(&mut Outside)| change(&mut told.says.lock().unwrap());
        let path = "/.well-known/broadside-endorsement.txt".to_owned();
        let file = |body: &str| format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        says(&|says| drop(says.addresses.insert("nurses-example.org".to_owned(), vec!["127.0.0.1".parse().unwrap()])));
        assert!(look(&world, &link, "web").await.contains("leads to a private address"));
        assert_eq!(told.came.load(Ordering::SeqCst), 0, "no connection was opened");
        says(&|says| drop(says.addresses.insert("nurses-example.org".to_owned(), vec![PUBLIC.parse().unwrap()])));
        assert!(look(&world, &link, "web").await.contains("It is not there yet"));
        says(&|says| says.file = (path.clone(), file("something else")));
        assert!(look(&world, &link, "web").await.contains("it says something else"));
        says(&|says| says.file = (path.clone(), "HTTP/1.1 302 Found\r\nlocation: http://elsewhere-example.org/\r\ncontent-length: 0\r\n\r\n".to_owned()));
        assert!(look(&world, &link, "web").await.contains("to another domain"));
        says(&|says| says.file = (path.clone(), file(&format!("{code}\r\n"))));
        assert!(look(&world, &link, "web").await.contains("It is proved."));
        approve(&world, &moderator).await;
        assert!(page(&world).await.contains("Proved by the website nurses-example.org"));
    }

    async fn a_look_that_nobody_answers_goes_on_as_a_job_that_says_so(world: World) {
        let told = outside(&world).await;
        let link = endorse(&world, NURSES).await;
        let own = world.get(&link).await.text();
        let (name, text) = (asked(&own, 1), asked(&own, 2));
        told.says.lock().unwrap().is_silent = true;
        let waiting = look(&world, &link, "dns").await;
        assert!(waiting.contains("We go on looking without you.") && waiting.contains("See how it stands"));
        world.work().await;
        assert!(world.get(&link).await.text().contains("See how it stands"), "it looks again in a while");
        told.says.lock().unwrap().is_silent = false;
        told.says.lock().unwrap().texts.insert(name, vec![text]);
        world.pass(5 * MINUTE);
        world.work().await;
        assert!(world.get(&link).await.text().contains("Now the organisers look at it."));

        let other = endorse(&world, &with(NURSES, &[("email", "eve@example.net")])).await;
        told.says.lock().unwrap().is_silent = true;
        look(&world, &other, "web").await;
        for _ in 0..5 {
            world.work().await;
            world.pass(15 * MINUTE);
        }
        let given_up = world.get(&other).await.text();
        assert!(given_up.contains("Nobody answered there in time.") && !given_up.contains("See how it stands"));
    }
}
