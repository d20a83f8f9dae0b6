//! How single settings are written, as flags, variables and in the file.

use super::NameServer;
use broadside_maildns::Selector;
use ipnet::IpNet;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use std::net::{SocketAddr, TcpListener, ToSocketAddrs as _};

/// Address and port of this machine; a name such as `localhost` is looked up.
pub fn own_address(text: &str) -> Result<SocketAddr, String> {
    const WANTED: &str = "write an address of this machine and a port, as 127.0.0.1:8080, localhost:8080 or, for \
                          every network, 0.0.0.0:8080";
    let text = text.trim();
    if let Ok(address) = text.parse() {
        return Ok(address);
    }
    let host = text.rsplit_once(':').filter(|(host, port)| !host.is_empty() && port.parse::<u16>().is_ok());
    let Some((host, _)) = host else { return Err(WANTED.to_owned()) };
    let found: Vec<SocketAddr> = text
        .to_socket_addrs()
        .map_err(|_| format!("{host} is no name that is known here; {WANTED}"))?
        .collect();
    // A browser that is told localhost tries both; most else tries the older kind alone.
    let (old, new): (Vec<_>, Vec<_>) = found.into_iter().partition(SocketAddr::is_ipv4);
    let is_own = |address: &SocketAddr| TcpListener::bind((address.ip(), 0)).is_ok();
    let own = old.into_iter().chain(new).find(is_own);
    own.ok_or_else(|| format!("{host} is another machine; {WANTED}"))
}

/// A moment with its time zone.
pub fn moment(text: &str) -> Result<jiff::Timestamp, String> {
    text.trim().parse().map_err(|_| {
        "write day, time and Z for UTC (RFC 3339), as 2018-09-10T16:00:00Z, or unset it: it is for trials"
            .to_owned()
    })
}

/// An address, with a port where it is not 53.
pub fn name_server(text: &str) -> Result<NameServer, String> {
    let text = text.trim();
    if text == "off" {
        return Ok(NameServer::Off);
    }
    let address = text.parse().or_else(|_| text.parse().map(|address| SocketAddr::new(address, 53)));
    address
        .map(NameServer::At)
        .map_err(|_| "write its address, as 9.9.9.9 or 127.0.0.1:5353, or off to ask none".to_owned())
}

/// A selector (RFC 6376, section 3.1), alone or with the domain that it signs for.
pub fn selector(text: &str) -> Result<Selector, String> {
    let (name, domain) = match text.trim().split_once('@') {
        Some((name, domain)) => (name, Some(domain)),
        None => (text.trim(), None),
    };
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|one| one.is_ascii_alphanumeric() || b"-_.".contains(&one))
    };
    if !is_name(name) || !domain.is_none_or(is_name) {
        return Err(
            "write the selector alone, as mail, or with the domain it signs for, as mail@example.org"
                .to_owned(),
        );
    }
    Ok(Selector { name: name.to_owned(), domain: domain.map(str::to_ascii_lowercase) })
}

pub fn name_server_in_file<'d, D: Deserializer<'d>>(value: D) -> Result<Option<NameServer>, D::Error> {
    name_server(&String::deserialize(value)?).map(Some).map_err(D::Error::custom)
}

pub fn selectors_in_file<'d, D: Deserializer<'d>>(value: D) -> Result<Option<Vec<Selector>>, D::Error> {
    let text = String::deserialize(value)?;
    text.split(',').map(selector).collect::<Result<_, _>>().map(Some).map_err(D::Error::custom)
}

pub fn own_address_in_file<'d, D: Deserializer<'d>>(value: D) -> Result<Option<SocketAddr>, D::Error> {
    own_address(&String::deserialize(value)?).map(Some).map_err(D::Error::custom)
}

pub fn moment_in_file<'d, D: Deserializer<'d>>(value: D) -> Result<Option<jiff::Timestamp>, D::Error> {
    moment(&String::deserialize(value)?).map(Some).map_err(D::Error::custom)
}

/// A network, or one address alone.
pub fn network(text: &str) -> Result<IpNet, String> {
    let text = text.trim();
    text.parse::<IpNet>()
        .or_else(|_| text.parse::<std::net::IpAddr>().map(IpNet::from))
        .map_err(|_| "write networks as 10.0.0.0/8 or fd00::/8, or single addresses".to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::{Given, read_toml};
    use super::*;

    fn file(text: &str) -> Given {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn a_name_of_this_machine_is_an_address_to_listen_on_and_another_says_what_is_wanted() {
        let local = own_address("localhost:8080").unwrap();
        assert!(local.ip().is_loopback() && local.port() == 8080, "{local}");
        assert_eq!(own_address("[::1]:80").unwrap().to_string(), "[::1]:80");
        assert_eq!(own_address("0.0.0.0:80").unwrap().to_string(), "0.0.0.0:80");
        for wrong in ["8080", ":8080", "localhost", "localhost:http", "nowhere.invalid:80", ""] {
            let why = own_address(wrong).unwrap_err();
            assert!(why.contains("as 127.0.0.1:8080"), "{wrong}: {why}");
        }
        assert_eq!(file("listen = \"localhost:1\"").listen.unwrap().port(), 1);
        let why = read_toml("listen = \"8080\"").unwrap_err().to_string();
        assert!(why.starts_with("broadside.toml: line 1: ") && why.contains("as 127.0.0.1:8080"), "{why}");
    }

    #[test]
    fn a_clock_that_is_no_moment_is_told_how_one_is_written() {
        assert_eq!(moment("2018-09-10T16:00:00Z").unwrap().as_second(), 1_536_595_200);
        assert_eq!(moment("2018-09-10T18:00:00+02:00").unwrap().as_second(), 1_536_595_200);
        for wrong in ["yesterday", "2018-09-10", "1536595200"] {
            assert!(moment(wrong).unwrap_err().contains("as 2018-09-10T16:00:00Z"));
            let why = read_toml(&format!("clock = \"{wrong}\"")).unwrap_err().to_string();
            assert!(why.contains("as 2018-09-10T16:00:00Z"), "{why}");
        }
    }

    #[test]
    fn a_name_server_and_selectors_say_how_they_are_written() {
        assert_eq!(name_server("192.0.2.53"), Ok(NameServer::At("192.0.2.53:53".parse().unwrap())));
        assert_eq!(name_server("[::1]:5353"), Ok(NameServer::At("[::1]:5353".parse().unwrap())));
        assert_eq!(name_server("off"), Ok(NameServer::Off));
        assert!(name_server("dns.example.org").unwrap_err().contains("127.0.0.1:5353"));
        let both = file("dkim_selector = \"mail, eu@Service.example\"").dkim_selector.unwrap();
        assert_eq!(both[0], Selector { name: "mail".to_owned(), domain: None });
        assert_eq!(both[1].domain.as_deref(), Some("service.example"));
        assert!(selector("mail._domainkey example").is_err() && selector("@x").is_err());
    }

    #[test]
    fn a_proxy_is_a_network_or_an_address_alone() {
        assert_eq!(network("::1").unwrap().to_string(), "::1/128");
        assert_eq!(network(" 10.0.0.0/8 ").unwrap().to_string(), "10.0.0.0/8");
        assert!(network("proxy").is_err());
    }
}
