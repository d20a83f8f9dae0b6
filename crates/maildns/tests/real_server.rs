//! What is found out about domains, asked of a real name server on loopback.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot be set up fails")]

mod server;

use broadside_maildns::{
    Covers, Dkim, Dmarc, Dns, Mx, Records, Report, Selector, Sender, Spf, SpfFlaw, Wish, examine,
};
use hickory_server::proto::rr::RData;
use hickory_server::proto::rr::rdata::A;
use server::NameServer;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

const DOMAIN: &str = "example.org";
const SERVER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 25));

impl NameServer {
    async fn address(&self, at: &str, address: [u8; 4]) -> &Self {
        self.add(at, RData::A(A(Ipv4Addr::from(address)))).await
    }
}

/// A key of 2048 bits, as far as its length tells.
fn key() -> String {
    "A".repeat(392)
}

async fn found(server: &NameServer, domain: &str, selectors: &[Selector]) -> Records {
    let dns = Dns::asking(Some(server.address)).unwrap();
    match examine(&dns, Sender { domain, servers: &[SERVER], selectors }).await {
        Report::Found(records) => *records,
        other => panic!("{other:?}"),
    }
}

fn selector(name: &str) -> Vec<Selector> {
    vec![Selector { name: name.to_owned(), domain: None }]
}

async fn spf(server: &NameServer) -> Spf {
    found(server, DOMAIN, &selector("mail")).await.spf
}

#[tokio::test(flavor = "multi_thread")]
async fn a_domain_that_is_set_up_well_is_found_so() {
    let server = NameServer::start().await;
    server.mx(DOMAIN, 20, "backup.example.org").await.mx(DOMAIN, 10, "mx.example.org").await;
    server.text(DOMAIN, "some other words").await.text(DOMAIN, "v=spf1 include:_spf.host.example -all").await;
    server.text("_spf.host.example", "v=spf1 ip4:192.0.2.0/24 ~all").await;
    server.text("mail._domainkey.example.org", &format!("v=DKIM1; k=rsa; p={}", key())).await;
    server.text("_dmarc.example.org", "v=DMARC1; p=quarantine; rua=mailto:d@example.org").await;
    let records = found(&server, DOMAIN, &selector("mail")).await;
    assert_eq!(records.mx, Mx::Found(vec!["mx.example.org".to_owned(), "backup.example.org".to_owned()]));
    let Spf::Found(spf) = &records.spf else { panic!("{records:?}") };
    assert_eq!((spf.lookups, &spf.covers, spf.lets_everybody), (1, &Covers::Yes, false));
    let [Dkim::Found(key)] = records.dkim.as_slice() else { panic!("{records:?}") };
    assert!(key.bits == Some(2048) && !key.guessed && key.domain == DOMAIN, "{key:?}");
    let Dmarc::Found(policy) = &records.dmarc else { panic!("{records:?}") };
    assert_eq!(policy.wish, Wish::Quarantine);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_domain_without_records_is_told_from_one_that_is_not_there() {
    let server = NameServer::start().await;
    server.text("www.example.org", "so that the name above it is there").await;
    let records = found(&server, DOMAIN, &[]).await;
    assert_eq!((records.mx, records.spf, records.dmarc), (Mx::Missing, Spf::Missing, Dmarc::Missing));
    assert_eq!(records.dkim, [Dkim::Untold]);
    let dns = Dns::asking(Some(server.address)).unwrap();
    let report = examine(&dns, Sender { domain: "nowhere.example", servers: &[], selectors: &[] }).await;
    assert_eq!(report, Report::NoDomain);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisations_policy_holds_for_its_subdomains() {
    let server = NameServer::start().await;
    server.text("_dmarc.example.co.uk", "v=DMARC1; p=reject; sp=none; adkim=s").await;
    server.address("letters.example.co.uk", [192, 0, 2, 1]).await;
    // That of a public suffix is nobody's.
    server.text("_dmarc.co.uk", "v=DMARC1; p=reject").await;
    let records = found(&server, "letters.example.co.uk", &[]).await;
    let Dmarc::Found(policy) = &records.dmarc else { panic!("{records:?}") };
    assert_eq!((policy.at.as_str(), policy.wish), ("_dmarc.example.co.uk", Wish::None));
    assert!(policy.strict_dkim && !policy.strict_spf && !policy.reports);
    assert_eq!(records.mx, Mx::Implied);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_records_are_as_good_as_none() {
    let server = NameServer::start().await;
    server.text(DOMAIN, "v=spf1 -all").await.text(DOMAIN, "V=SPF1 mx -all").await;
    server.text("_dmarc.example.org", "v=DMARC1; p=none").await;
    server.text("_dmarc.example.org", "v=DMARC1; p=reject").await;
    server.mx(DOMAIN, 0, ".").await;
    let records = found(&server, DOMAIN, &[]).await;
    let both = ["V=SPF1 mx -all", "v=spf1 -all"].map(str::to_owned).to_vec();
    assert_eq!(
        (records.spf, records.dmarc, records.mx),
        (Spf::Several(both), Dmarc::Several { at: format!("_dmarc.{DOMAIN}") }, Mx::Refused)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn spf_that_receivers_would_stumble_over_is_found_whoever_sends() {
    let server = NameServer::start().await;
    server.address("www.example.org", [192, 0, 2, 80]).await;
    for (text, flaw) in [
        ("v=spf1 ip4:192.0.2.0/24 include:gone.example -all", SpfFlaw::Included("gone.example".to_owned())),
        ("v=spf1 ipv4:192.0.2.1 -all", SpfFlaw::Term("ipv4:192.0.2.1".to_owned())),
        (
            "v=spf1 a:one.example a:two.example a:three.example -all",
            SpfFlaw::Nowhere(vec![
                "one.example".to_owned(),
                "two.example".to_owned(),
                "three.example".to_owned(),
            ]),
        ),
    ] {
        server.clear(DOMAIN).await.text(DOMAIN, text).await;
        assert_eq!(spf(&server).await, Spf::Broken { text: text.to_owned(), flaw }, "{text}");
    }
    // Eleven questions: one for each that is included, and one in each.
    let all: Vec<String> = (0..6).map(|number| format!("include:s{number}.example")).collect();
    for number in 0..6 {
        server.text(&format!("s{number}.example"), "v=spf1 a:www.example.org ?all").await;
    }
    let many = |count: usize| format!("v=spf1 {} -all", all[..count].join(" "));
    server.clear(DOMAIN).await.text(DOMAIN, &many(6)).await;
    assert_eq!(spf(&server).await, Spf::Broken { text: many(6), flaw: SpfFlaw::Lookups(12) });
    server.clear(DOMAIN).await.text(DOMAIN, &many(5)).await;
    let Spf::Found(record) = spf(&server).await else { panic!() };
    assert_eq!((record.lookups, record.covers), (10, Covers::No(vec![SERVER])));
    // A record that includes itself ends.
    server.clear(DOMAIN).await.text(DOMAIN, "v=spf1 include:example.org -all").await;
    assert!(matches!(spf(&server).await, Spf::Broken { flaw: SpfFlaw::Lookups(_), .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn spf_says_whom_it_lets_send() {
    let server = NameServer::start().await;
    server.address("out.example.org", [192, 0, 2, 25]).await.mx(DOMAIN, 10, "out.example.org").await;
    server.text("open.example", "v=spf1 +all").await;
    for (text, covers, everybody) in [
        ("v=spf1 mx -all", Covers::Yes, false),
        ("v=spf1 a:out.example.org -all", Covers::Yes, false),
        ("v=spf1 a:out.example.org/24 -all", Covers::Yes, false),
        ("v=spf1 ip4:198.51.100.0/24 -all", Covers::No(vec![SERVER]), false),
        ("v=spf1 -ip4:192.0.2.25 mx -all", Covers::No(vec![SERVER]), false),
        ("v=spf1 exists:%{i}.allowed.example -all", Covers::Untold, false),
        ("v=spf1 redirect=open.example", Covers::Yes, true),
        ("v=spf1 ip4:0.0.0.0/0", Covers::Yes, true),
        ("v=spf1 +all", Covers::Yes, true),
    ] {
        server.clear(DOMAIN).await.mx(DOMAIN, 10, "out.example.org").await.text(DOMAIN, text).await;
        let Spf::Found(record) = spf(&server).await else { panic!("{text}") };
        assert_eq!((record.covers, record.lets_everybody), (covers, everybody), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_found_by_their_selector_or_by_the_usual_ones() {
    let server = NameServer::start().await;
    server.text("k2._domainkey.example.org", &format!("v=DKIM1; p={}", key())).await;
    server.text("gone._domainkey.example.org", "v=DKIM1; p=").await;
    server.text("odd._domainkey.example.org", "v=DKIM1; p=%%%").await;
    server.text("eu._domainkey.service.example", &format!("p={}", key())).await;
    let Dkim::Found(guessed) = found(&server, DOMAIN, &[]).await.dkim.remove(0) else { panic!() };
    assert!(guessed.guessed && guessed.selector == "k2");
    let named = ["gone", "odd", "none"].map(|name| Selector { name: name.to_owned(), domain: None });
    let kinds = found(&server, DOMAIN, &named).await.dkim;
    assert!(
        matches!(kinds.as_slice(), [Dkim::Revoked { .. }, Dkim::Broken { .. }, Dkim::Missing { .. }]),
        "{kinds:?}"
    );
    let elsewhere = [Selector { name: "eu".to_owned(), domain: Some("service.example".to_owned()) }];
    let Dkim::Found(key) = found(&server, DOMAIN, &elsewhere).await.dkim.remove(0) else { panic!() };
    assert_eq!(key.domain, "service.example");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_name_server_is_given_up_soon() {
    // One that takes questions and never answers, and one that is not there.
    let mute = tokio::net::UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let gone = SocketAddr::from((Ipv4Addr::LOCALHOST, 1));
    for server in [mute.local_addr().unwrap(), gone] {
        let dns = Dns::asking(Some(server)).unwrap();
        let asked = examine(&dns, Sender { domain: DOMAIN, servers: &[], selectors: &[] });
        let report = tokio::time::timeout(Duration::from_secs(8), asked).await.expect("it is given up");
        assert!(matches!(report, Report::Silent(_)), "{report:?}");
    }
}
