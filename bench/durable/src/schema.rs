//! A schema of one's own in a PostgreSQL, made for a game and dropped after it.

use crate::Failure;
use broadside_db::{Db, Lane, query_composed};
use std::net::SocketAddr;

pub struct Schema {
    server: String,
    name: String,
}

impl Schema {
    /// `game` and `number` name it.
    pub async fn new(server: &str, game: &str, number: u64) -> Result<Self, Failure> {
        let schema = Self { server: server.to_owned(), name: format!("{game}_{number}") };
        schema.run(format!("create schema {}", schema.name)).await?;
        Ok(schema)
    }

    /// Where the server listens, as its URL says.
    pub fn address(&self) -> Result<SocketAddr, Failure> {
        let (_, address, _) = self.parts()?;
        Ok(address.parse().map_err(|_| format!("{address} is no address and port"))?)
    }

    pub fn url(&self) -> String {
        self.within(&self.server)
    }

    /// The URL of this schema by way of another address.
    pub fn through(&self, address: SocketAddr) -> Result<String, Failure> {
        let (before, _, after) = self.parts()?;
        Ok(self.within(&format!("{before}@{address}/{after}")))
    }

    pub async fn drop(self) -> Result<(), Failure> {
        self.run(format!("drop schema {} cascade", self.name)).await
    }

    fn within(&self, server: &str) -> String {
        format!("{server}?options=-c%20search_path%3D{}", self.name)
    }

    /// What stands before the address, the address, and the database behind it.
    fn parts(&self) -> Result<(&str, &str, &str), Failure> {
        let (before, rest) = self.server.rsplit_once('@').ok_or("the URL of PostgreSQL names no user")?;
        let (address, after) = rest.split_once('/').ok_or("the URL of PostgreSQL names no database")?;
        Ok((before, address, after))
    }

    async fn run(&self, sql: String) -> Result<(), Failure> {
        let db = Db::open_existing(&self.server).await?.ok_or("no database")?;
        db.write(Lane::Ordinary, move |c| {
            let sql = sql.clone();
            Box::pin(async move { query_composed(sql).run(c).await })
        })
        .await?;
        db.close().await;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_leads_another_way_to_the_same_schema() {
        let server = "postgres://me:secret@127.0.0.1:5432/db".to_owned();
        let schema = Schema { server, name: "durable_1".to_owned() };
        let other = SocketAddr::from(([127, 0, 0, 1], 9));
        assert_eq!(schema.address().expect("an address").port(), 5432);
        assert_eq!(
            schema.url(),
            "postgres://me:secret@127.0.0.1:5432/db?options=-c%20search_path%3Ddurable_1"
        );
        let through = schema.through(other).expect("a URL");
        assert_eq!(through, "postgres://me:secret@127.0.0.1:9/db?options=-c%20search_path%3Ddurable_1");
    }
}
