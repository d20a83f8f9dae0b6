//! A schema of one’s own in a PostgreSQL, made for the game and dropped after it.

use crate::Failure;
use broadside_db::{Db, Lane, query_composed};

pub struct Schema {
    server: String,
    name: String,
}

impl Schema {
    pub async fn new(server: &str, number: u64) -> Result<Self, Failure> {
        let schema = Self { server: server.to_owned(), name: format!("funding_{number}") };
        schema.run(format!("create schema {}", schema.name)).await?;
        Ok(schema)
    }

    /// Its URL.
    pub fn url(&self) -> String {
        format!("{}?options=-c%20search_path%3D{}", self.server, self.name)
    }

    pub async fn drop(self) -> Result<(), Failure> {
        self.run(format!("drop schema {} cascade", self.name)).await
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
