//! Those who ask for work share one connection of a SQLite, and leave the others to visitors.
#![allow(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use broadside_db::{Connection, Db, query};

/// A setting of a connection tells it from others.
async fn mark(c: &mut Connection) -> i64 {
    query("pragma cache_size").one(c, |row| row.get("cache_size")).await.unwrap()
}

#[tokio::test]
async fn whoever_asks_has_a_connection_that_no_visitor_takes() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let db = Db::open(&url, &[]).await.unwrap();
    query("pragma cache_size = 77").run(&mut db.ask().await.unwrap()).await.unwrap();
    let mut visitors = Vec::new();
    // As many as there are.
    for _ in 0..8 {
        visitors.push(db.read().await.unwrap());
    }
    for visitor in &mut visitors {
        assert_ne!(mark(visitor).await, 77);
    }
    assert_eq!(mark(&mut db.ask().await.unwrap()).await, 77);
}
