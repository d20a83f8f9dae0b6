//! The setup, tried against real servers on loopback: the DNS, the mail server, the base URL; backups; and
//! what the first visit says.

#[path = "../../../crates/maildns/tests/server/mod.rs"]
mod dns;

use super::desk::{Clerk, cookie_of, invited};
use super::mails::Server;
use super::stories;
use super::world::{Answer, World};
use crate::accounts::first;
use crate::clock::DAY;
use crate::config::{BaseUrl, NameServer, Settings};
use crate::instance;
use crate::web::connections::{self, Patience};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use dns::NameServer as DnsServer;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;
use tokio::net::TcpListener;

const A_MINUTE: Duration = Duration::from_mins(1);
const TRIED: &str = "/desk/setup?tried=1";
/// Of the reference campaign's sender.
const DOMAIN: &str = "example.org";

async fn operator(world: &World) -> Clerk {
    let link = invited(world, "ada@example.org", None, None).await;
    Clerk::by_link(world, &link).await
}

fn based(url: &str) -> BaseUrl {
    BaseUrl::new(Some(url), SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).unwrap()
}

/// What the DNS is said to need, as it is shown.
fn value(text: &str) -> String {
    format!("<code dir=\"ltr\">{text}</code>")
}

/// An instance that nobody has visited and no setting names; answers it and the link it prints.
async fn unvisited(world: World) -> (World, String) {
    let nameless =
        |settings: Settings| Settings { base: BaseUrl::new(None, settings.listen).unwrap(), ..settings };
    let world = world.restarted(nameless).await;
    let link = first::link(&world.app).await.unwrap().unwrap();
    let path = link.strip_prefix("http://localhost:0").expect("guessed").to_owned();
    (world, path)
}

/// As a browser on the machine itself.
async fn at_home(world: &World, path: &str, form: Option<&[(&str, &str)]>) -> Answer {
    let method = if form.is_some() { Method::POST } else { Method::GET };
    let request = Request::builder().method(method).uri(path).header(header::HOST, "localhost");
    let request = request.header("sec-fetch-site", "same-origin");
    let body = form.map(|form| serde_html_form::to_string(form).unwrap()).unwrap_or_default();
    world.request(request.body(Body::from(body)).unwrap()).await
}

stories! {
    async fn the_dns_is_asked_at_a_press_and_what_to_put_there_is_said_to_the_letter(world: World) {
        let dns = DnsServer::start().await;
        dns.mx(DOMAIN, 10, "mx.example.org").await;
        let at = NameServer::At(dns.address);
        let world = world.restarted(|settings| Settings { dns_server: at, ..settings }).await;
        let clerk = operator(&world).await;
        let page = clerk.get(&world, "/desk/setup").await.text();
        assert!(!page.contains("SPF is missing") && page.contains("Try it all"), "nobody is asked unasked: {page}");
        assert!(page.contains(&value("broadside personal-data --due")) && !page.contains('`'), "commands are code: {page}");
        let page = clerk.get(&world, TRIED).await.text();
        assert!(page.contains("SPF is missing") && page.contains(&value("v=spf1 mx ~all")), "{page}");
        assert!(page.contains("DMARC is missing") && page.contains(&value(&format!("_dmarc.{DOMAIN}"))), "{page}");
        assert!(page.contains(&value("v=DMARC1; p=none")) && page.contains("No DKIM key was found"));
        assert!(page.contains("arrive at mx.example.org"));
        dns.text(DOMAIN, "v=spf1 mx ~all").await.text(&format!("_dmarc.{DOMAIN}"), "v=DMARC1; p=quarantine").await;
        dns.text(&format!("mail._domainkey.{DOMAIN}"), &format!("v=DKIM1; p={}", "A".repeat(392))).await;
        let page = clerk.get(&world, TRIED).await.text();
        assert!(page.contains("stands: v=spf1 mx ~all") && page.contains(&format!("stands at _dmarc.{DOMAIN}")), "{page}");
        assert!(page.contains(&format!("stands at mail._domainkey.{DOMAIN}")));
        for gone in ["SPF is missing", "DMARC is missing", "No DKIM key"] {
            assert!(!page.contains(gone), "{gone}: {page}");
        }
        let spanish = clerk.get(&world, "/desk/setup?tried=1&lang=es").await.text();
        assert!(spanish.contains("El SPF de") && !spanish.contains("stands:"));
    }

    async fn a_dns_that_is_set_up_wrongly_is_told_how_to_be_right(world: World) {
        let dns = DnsServer::start().await;
        dns.text(DOMAIN, "v=spf1 mx -all").await.text(DOMAIN, "v=spf1 ip4:192.0.2.1 -all").await;
        dns.text(&format!("_dmarc.{DOMAIN}"), "v=DMARC1; p=perhaps").await;
        dns.mx(DOMAIN, 0, ".").await;
        let selector = broadside_maildns::Selector { name: "s7".to_owned(), domain: None };
        let at = NameServer::At(dns.address);
        let world = world.restarted(|settings| Settings {
            dns_server: at,
            dkim_selectors: vec![selector.clone()],
            smtp_url: Some("smtp://192.0.2.9:1?tls=opportunistic".to_owned()),
            ..settings
        }).await;
        let clerk = operator(&world).await;
        let page = clerk.get(&world, TRIED).await.text();
        assert!(page.contains("2 SPF records") && page.contains(&value("v=spf1 ip4:192.0.2.1 mx -all")), "{page}");
        assert!(page.contains("p=perhaps") && page.contains("says that it takes no mail"), "{page}");
        assert!(page.contains(&value(&format!("s7._domainkey.{DOMAIN}"))), "{page}");
        dns.clear(DOMAIN).await.text(DOMAIN, "v=spf1 ip4:198.51.100.0/24 -all").await;
        let page = clerk.get(&world, TRIED).await.text();
        assert!(page.contains("does not let our mail server (192.0.2.9) send"), "{page}");
        dns.clear(DOMAIN).await.text(DOMAIN, "v=spf1 include:gone.example -all").await;
        assert!(clerk.get(&world, TRIED).await.text().contains("includes gone.example, which has no SPF record"));
        dns.clear(DOMAIN).await.text(DOMAIN, "v=spf1 +all").await;
        assert!(clerk.get(&world, TRIED).await.text().contains("lets every machine of the world send"));
        let silent = std::net::UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
        let world = world.restarted(|settings| Settings { dns_server: NameServer::At(silent), ..settings }).await;
        let page = clerk.get(&world, TRIED).await;
        assert!(page.status == StatusCode::OK && page.text().contains(&format!("did not answer about {DOMAIN}")), "{}", page.text());
    }

    async fn a_trial_mail_goes_out_while_one_waits_or_says_why_not(world: World) {
        let server = Server::start("accept", &world.folder().join("mails"));
        let url = server.url.clone();
        let world = world.restarted(|settings| Settings { smtp_url: Some(url.clone()), ..settings }).await;
        let clerk = operator(&world).await;
        assert!(clerk.get(&world, TRIED).await.text().contains("The mail server answers and lets us in"));
        let answer = clerk.post(&world, "/desk/setup/mail", &[]).await;
        assert_eq!(answer.location(), "/desk/setup?done=mailed", "{}", answer.text());
        assert!(clerk.get(&world, "/desk/setup?done=mailed").await.text().contains("Look whether it arrives at ada@example.org"));
        let received = server.received();
        assert_eq!(received.len(), 1);
        assert!(received[0].contains("To: <ada@example.org>") || received[0].contains("To: ada@example.org"), "{}", received[0]);
        assert!(received[0].contains("A trial mail from letter.example.org"), "{}", received[0]);
        drop(server);
        let answer = clerk.post(&world, "/desk/setup/mail", &[]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("The mail server did not take the mail: "), "{}", answer.text());
        assert!(clerk.get(&world, TRIED).await.text().contains("does not take our mails"));
        let world = world.restarted(|settings| Settings { smtp_url: None, ..settings }).await;
        let page = clerk.get(&world, "/desk/setup").await.text();
        assert!(page.contains("No mail server is set") && !page.contains("/desk/setup/mail"));
        assert_eq!(clerk.post(&world, "/desk/setup/mail", &[]).await.location(), "/desk/setup");
    }

    async fn whether_the_base_url_leads_here_is_found_by_going_there(world: World) {
        let clerk = operator(&world).await;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (front, patience) = (world.front.clone(), Patience { head: A_MINUTE, end: A_MINUTE });
        let answer = move |request, peer| {
            let front = front.clone();
            async move { front.answer(request, peer).await }
        };
        let serving = tokio::spawn(connections::answer(listener, answer, std::future::pending(), patience));
        let host = |address: SocketAddr| format!("http://{address}");
        let cookie = Clerk { cookie: clerk.cookie.replace("__Host-session", "session") };
        let own = host(address);
        let world = world.restarted(|settings| Settings { base: based(&own), ..settings }).await;
        let look = async |world: &World, host: &str| {
            let request = Request::get(TRIED).header(header::HOST, host.replace("http://", "")).header(header::COOKIE, &cookie.cookie);
            world.request(request.body(Body::empty()).unwrap()).await.text()
        };
        let page = look(&world, &own).await;
        assert!(page.contains(&format!("Broadside answers under {own}")), "{page}");
        serving.abort();
        let _ = serving.await;
        let page = look(&world, &own).await;
        assert!(page.contains(&format!("Nobody gets to {own}")), "{page}");
        let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let elsewhere = host(other.local_addr().unwrap());
        tokio::spawn(axum::serve(other, axum::Router::new().fallback(|| async { "parked" })).into_future());
        let world = world.restarted(|settings| Settings { base: based(&elsewhere), ..settings }).await;
        assert!(look(&world, &elsewhere).await.contains("something else answers than Broadside"));
        let no_tls = elsewhere.replace("http:", "https:");
        let world = world.restarted(|settings| Settings { base: based(&no_tls), ..settings }).await;
        let page = world.request(Request::get(TRIED).header(header::HOST, no_tls.replace("https://", "")).header(header::COOKIE, &clerk.cookie).body(Body::empty()).unwrap()).await.text();
        assert!(page.contains(&format!("Nobody gets to {no_tls}")), "{page}");
    }

    async fn a_backup_that_was_never_taken_is_missed(world: World) {
        let clerk = operator(&world).await;
        let is_sqlite = world.app.settings.is_sqlite();
        let page = clerk.get(&world, "/desk/setup").await.text();
        assert_eq!(page.contains("No backup was taken yet"), is_sqlite, "{page}");
        assert_eq!(page.contains("pg_dump"), !is_sqlite);
        instance::note_backup(world.db(), world.app.clock.now()).await.unwrap();
        let page = clerk.get(&world, "/desk/setup").await.text();
        assert!(!page.contains("No backup was taken yet"));
        assert_eq!(page.contains("A backup was taken within the last day"), is_sqlite, "{page}");
        world.pass(8 * DAY);
        let page = operator(&world).await.get(&world, "/desk/setup").await.text();
        assert_eq!(page.contains("The last backup was taken 8 days ago"), is_sqlite, "{page}");
    }

    async fn the_first_visit_says_under_which_address_people_come(world: World) {
        let (world, path) = unvisited(world).await;
        let page = at_home(&world, &path, None).await.text();
        assert!(page.contains("name=\"base_url\"") && page.contains("value=\"http://localhost:0\""), "{page}");
        let form = |base_url: &'static str| [("name", "Ada"), ("email", "ada@example.org"), ("base_url", base_url)];
        let refused = at_home(&world, &path, Some(&form("letter.example.org"))).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("value=\"letter.example.org\"") && refused.text().contains("Write http:// or https://"));
        let made = at_home(&world, &path, Some(&form("https://letter.example.org/"))).await;
        assert_eq!(made.location(), "/desk", "{}", made.text());
        let clerk = Clerk { cookie: cookie_of(&made) };
        assert_eq!(clerk.get(&world, "/desk").await.status, StatusCode::OK, "it holds at once");
        let record = world.number("select count(*) as n from audit_entry where action = 'instance-changed'").await;
        assert_eq!(record, 1);
        world.sign_on("Robin", "robin@example.org").await;
        assert!(world.mail_to("robin@example.org").await.text.contains("https://letter.example.org/signatures/"));
        let nameless = |settings: Settings| Settings { base: BaseUrl::new(None, settings.listen).unwrap(), ..settings };
        let world = world.restarted(nameless).await;
        assert_eq!(world.app.settings.base_url(), "https://letter.example.org", "and after a restart");
        let world = world.restarted(|settings| Settings { base: based("https://other.example.org"), ..settings }).await;
        assert_eq!(world.app.settings.base_url(), "https://other.example.org", "a setting goes first");
    }

    async fn an_address_that_a_setting_says_is_not_changed_by_the_first_visit(world: World) {
        let link = first::link(&world.app).await.unwrap().unwrap();
        let path = link.strip_prefix("https://letter.example.org").unwrap();
        let nobody = Clerk::nobody();
        let page = nobody.get(&world, path).await.text();
        assert!(page.contains("https://letter.example.org") && !page.contains("name=\"base_url\""));
        let form = [("name", "Ada"), ("email", "ada@example.org"), ("base_url", "https://evil.example")];
        let refused = nobody.post(&world, path, &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("A setting says the address"), "{}", refused.text());
        assert_eq!(world.app.settings.base_url(), "https://letter.example.org");
        assert_eq!(nobody.post(&world, path, &form[..2]).await.location(), "/desk");
    }
}
