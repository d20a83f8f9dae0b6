//! Whoever answers what a name leads to.

use crate::BoxFuture;
use broadside_maildns::Dns;
pub use broadside_maildns::Silence;
use std::net::IpAddr;

pub trait Names: Send + Sync {
    /// Addresses of both kinds.
    fn addresses<'n>(&'n self, name: &'n str) -> BoxFuture<'n, Result<Vec<IpAddr>, Silence>>;
    /// Text records, each with its parts joined.
    fn texts<'n>(&'n self, name: &'n str) -> BoxFuture<'n, Result<Vec<String>, Silence>>;
}

impl Names for Dns {
    fn addresses<'n>(&'n self, name: &'n str) -> BoxFuture<'n, Result<Vec<IpAddr>, Silence>> {
        Box::pin(Dns::addresses(self, name))
    }

    fn texts<'n>(&'n self, name: &'n str) -> BoxFuture<'n, Result<Vec<String>, Silence>> {
        Box::pin(Dns::texts(self, name))
    }
}

/// For an instance that asks nobody.
pub struct NoNames;

fn nobody<T: Send + 'static>() -> BoxFuture<'static, Result<T, Silence>> {
    Box::pin(std::future::ready(Err(Silence("this instance asks no name server".to_owned()))))
}

impl Names for NoNames {
    fn addresses<'n>(&'n self, _: &'n str) -> BoxFuture<'n, Result<Vec<IpAddr>, Silence>> {
        nobody()
    }

    fn texts<'n>(&'n self, _: &'n str) -> BoxFuture<'n, Result<Vec<String>, Silence>> {
        nobody()
    }
}
