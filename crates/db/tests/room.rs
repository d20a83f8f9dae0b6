//! A SQLite that has no room for a while goes on by itself once it has.
// What fails here fails a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use broadside_db::{Db, Error, Lane, Migration, query, query_composed};

const MIGRATIONS: &[Migration] =
    &[Migration { version: 1, name: "text", sqlite: "create table text (text text not null)", postgres: "" }];

async fn run(db: &Db, sql: String) -> Result<u64, Error> {
    db.write(Lane::Ordinary, move |c| {
        let sql = sql.clone();
        Box::pin(async move { query_composed(sql).run(c).await })
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_found_no_room_leaves_the_next_one_its_turn() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("test.db").display());
    let db = Db::open(&url, MIGRATIONS).await.unwrap();
    let long = format!("insert into text values ('{}')", "x".repeat(100_000));
    // The engine's own bound stands for a full disk: it ends the transaction by itself, unseen by whoever asked.
    db.write(Lane::Ordinary, |c| Box::pin(async move { query("pragma max_page_count = 20").run(c).await }))
        .await
        .unwrap();
    let refused = run(&db, long.clone()).await;
    assert!(matches!(refused, Err(Error::Unavailable(_))), "{refused:?}");
    for _ in 0..2 {
        assert_eq!(run(&db, "insert into text values ('short')".to_owned()).await.unwrap(), 1);
        assert_eq!(run(&db, long.clone()).await.unwrap(), 1, "there is room again");
    }
    let stored = query("select count(*) as n from text")
        .one(&mut db.read().await.unwrap(), |row| row.get::<i64>("n"))
        .await
        .unwrap();
    assert_eq!(stored, 4, "what was refused is not stored");
}
