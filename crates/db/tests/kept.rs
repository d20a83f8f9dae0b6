//! Sign-ons are appended on one connection to PostgreSQL, whatever its pool lends beside.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "what fails here fails a test")]

use broadside_db::{Db, Insert, Kind, Lane, Result, query};

static APPENDED: Insert = Insert::new("appended", &[("n", Kind::I64)], "");

#[tokio::test]
async fn batches_are_appended_on_one_connection_until_it_ends() {
    let server = std::env::var("BROADSIDE_TEST_POSTGRES_URL")
        .expect("BROADSIDE_TEST_POSTGRES_URL names the PostgreSQL that bin/test starts");
    let db = Db::open(&server, &[]).await.unwrap();
    run(&db, "drop table if exists appended").await;
    run(&db, "create table appended (n bigint, server bigint default pg_backend_pid())").await;

    for n in 0..4 {
        append(&db, n).await.unwrap();
        // Lent meanwhile, so that the pool's next is another one each time.
        let lent = [db.read().await.unwrap(), db.read().await.unwrap()];
        drop(lent);
    }
    assert_eq!(servers(&db).await, 1);

    run(&db, "select pg_terminate_backend(max(server)::int, 10000) from appended").await;
    // Cut off, unless it was silent for so long that it was asked before.
    let _ = append(&db, 4).await;
    append(&db, 5).await.unwrap();
    assert_eq!(servers(&db).await, 2);

    run(&db, "drop table appended").await;
    let closed = tokio::time::timeout(std::time::Duration::from_secs(20), db.close()).await;
    closed.expect("the pool waits for no connection that is kept");
}

async fn run(db: &Db, text: &'static str) {
    db.write(Lane::Ordinary, move |c| Box::pin(async move { query(text).run(c).await })).await.unwrap();
}

async fn append(db: &Db, n: i64) -> Result<()> {
    db.append(Lane::Intake, &APPENDED, move || vec![vec![n.into()]]).await
}

/// How many server processes have stored what is there.
async fn servers(db: &Db) -> i64 {
    let mut c = db.read().await.unwrap();
    query("select count(distinct server) as n from appended").one(&mut c, |row| row.get("n")).await.unwrap()
}
