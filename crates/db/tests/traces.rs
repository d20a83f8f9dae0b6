//! What was deleted is gone from SQLite's files too.
// What fails here fails a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use broadside_db::{Db, Lane, Migration, Traces, query, query_composed};
use std::collections::BTreeSet;
use std::path::Path;

const MIGRATIONS: &[Migration] = &[Migration {
    version: 1,
    name: "names",
    sqlite: "create table name (id integer primary key autoincrement, text text not null unique)",
    postgres: "",
}];

async fn opened(folder: &Path) -> Db {
    Db::open(&format!("sqlite:{}", folder.join("test.db").display()), MIGRATIONS).await.unwrap()
}

async fn run(db: &Db, sql: String) {
    db.write(Lane::Ordinary, move |c| {
        let sql = sql.clone();
        Box::pin(async move { query_composed(sql).run(c).await })
    })
    .await
    .unwrap();
}

/// Spread over the index as addresses are.
fn name(number: u64) -> String {
    format!("{:016x}@example.org", number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Which of these names stand anywhere in the files of a folder.
fn found(folder: &Path, names: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        for at in memchr::memmem::find_iter(&bytes, "@example.org") {
            let whole = at.checked_sub(16).and_then(|from| bytes.get(from..at + 12));
            let text = whole.and_then(|whole| std::str::from_utf8(whole).ok());
            found.extend(text.filter(|text| names.contains(*text)).map(str::to_owned));
        }
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_deleted_stands_in_no_unused_room_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let db = opened(folder.path()).await;
    for hundred in 0..300_u64 {
        let rows: Vec<_> = (hundred * 100..hundred * 100 + 100)
            .map(|number| format!("({}, '{}')", number + 1, name(number)))
            .collect();
        run(&db, format!("insert into name values {}", rows.join(", "))).await;
    }
    let gone: Vec<u64> = (0..30_000).step_by(3).collect();
    for some in gone.chunks(100) {
        let ids: Vec<_> = some.iter().map(|number| (number + 1).to_string()).collect();
        run(&db, format!("delete from name where id in ({})", ids.join(", "))).await;
    }
    let names: BTreeSet<String> = gone.into_iter().map(name).collect();
    assert_eq!(db.leave_no_trace(Vec::new()).await.unwrap(), Traces::Gone);
    let left = found(folder.path(), &names);
    assert!((1..200).contains(&left.len()), "the engine moved some rows and left their bytes: {left:?}");
    let traces = left.iter().map(|name| name.clone().into_bytes()).collect();
    assert_eq!(db.leave_no_trace(traces).await.unwrap(), Traces::Gone);
    assert_eq!(found(folder.path(), &names), BTreeSet::new());
    let kept: i64 = query("select count(*) as n from name")
        .one(&mut db.read().await.unwrap(), |row| row.get("n"))
        .await
        .unwrap();
    assert_eq!(kept, 20_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_of_an_older_state_puts_it_off_and_writers_go_on() {
    let folder = tempfile::tempdir().unwrap();
    let db = opened(folder.path()).await;
    run(&db, "insert into name (text) values ('first')".to_owned()).await;
    let mut reader = db.read().await.unwrap();
    query("begin").run(&mut reader).await.unwrap();
    query("select count(*) as n from name").one(&mut reader, |row| row.get::<i64>("n")).await.unwrap();
    run(&db, "insert into name (text) values ('secret')".to_owned()).await;
    run(&db, "delete from name where text = 'secret'".to_owned()).await;
    let (later, ()) = tokio::join!(
        db.leave_no_trace(vec![b"secret".to_vec()]),
        run(&db, "insert into name (text) values ('second')".to_owned())
    );
    assert_eq!(later.unwrap(), Traces::Later);
    query("commit").run(&mut reader).await.unwrap();
    drop(reader);
    assert_eq!(db.leave_no_trace(vec![b"secret".to_vec()]).await.unwrap(), Traces::Gone);
}
