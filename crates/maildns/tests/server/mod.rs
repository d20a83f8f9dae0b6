//! A real name server on loopback for tests, over UDP and TCP: hickory-server with records of the test's own.

use hickory_server::Server;
use hickory_server::net::runtime::TokioRuntimeProvider;
use hickory_server::proto::rr::rdata::{MX, SOA, TXT};
use hickory_server::proto::rr::{LowerName, Name, RData, Record};
use hickory_server::store::in_memory::InMemoryZoneHandler;
use hickory_server::zone_handler::{AxfrPolicy, Catalog, ZoneHandler, ZoneType};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, UdpSocket};

pub struct NameServer {
    pub address: SocketAddr,
    zone: Arc<InMemoryZoneHandler<TokioRuntimeProvider>>,
    _server: Server<Catalog>,
}

fn name(text: &str) -> Name {
    Name::from_ascii(format!("{}.", text.trim_end_matches('.'))).unwrap()
}

impl NameServer {
    /// A server for every name there is; none has records yet.
    pub async fn start() -> Self {
        let mut zone = InMemoryZoneHandler::empty(Name::root(), ZoneType::Primary, AxfrPolicy::Deny);
        let soa = SOA::new(name("ns.example"), name("root.example"), 1, 60, 60, 60, 60);
        zone.upsert_mut(Record::from_rdata(Name::root(), 60, RData::SOA(soa)), 1);
        let zone = Arc::new(zone);
        let mut catalog = Catalog::new();
        catalog.upsert(LowerName::from(Name::root()), vec![zone.clone() as Arc<dyn ZoneHandler>]);
        let mut server = Server::new(catalog);
        // Both kinds on one port, as a name server has them.
        let (udp, tcp) = loop {
            let udp = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
            if let Ok(tcp) = TcpListener::bind(udp.local_addr().unwrap()).await {
                break (udp, tcp);
            }
        };
        let address = udp.local_addr().unwrap();
        server.register_socket(udp);
        server.register_listener(tcp, Duration::from_secs(5), 8);
        Self { address, zone, _server: server }
    }

    pub async fn add(&self, at: &str, data: RData) -> &Self {
        self.zone.upsert(Record::from_rdata(name(at), 60, data), 2).await;
        self
    }

    pub async fn text(&self, at: &str, words: &str) -> &Self {
        // Longer ones stand in parts.
        let parts = words.as_bytes().chunks(200).map(|part| String::from_utf8(part.to_vec()).unwrap());
        self.add(at, RData::TXT(TXT::new(parts.collect()))).await
    }

    pub async fn mx(&self, at: &str, preference: u16, exchange: &str) -> &Self {
        let exchange = if exchange == "." { Name::root() } else { name(exchange) };
        self.add(at, RData::MX(MX::new(preference, exchange))).await
    }

    /// What stands at a name is gone, of whatever kind.
    pub async fn clear(&self, at: &str) -> &Self {
        let at = LowerName::from(name(at));
        self.zone.records_mut().await.retain(|key, _| *key.name() != at);
        self
    }
}
