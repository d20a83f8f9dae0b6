//! Both engines hold the same tables, and every column is declared in the map of personal data.

use super::world::World;
use crate::people::personal_data::MAP;
use broadside_db::query;
use std::collections::BTreeSet;

type Columns = BTreeSet<(String, String, String, bool)>;

async fn sqlite() -> Columns {
    let world = World::on_sqlite().await;
    let mut c = world.db().read().await.unwrap();
    query(
        "select m.name as table_name, t.name as column_name, t.type as kind, \
         (t.\"notnull\" = 0 and t.pk = 0) as nullable from sqlite_master m join pragma_table_info(m.name) t \
         where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '\\_sqlx%' escape '\\'",
    )
    .all(&mut c, |row| {
        let kind: String = row.get("kind")?;
        let kind = if kind == "INTEGER" {
            "bigint".to_owned()
        } else {
            kind.to_lowercase().replace("blob", "bytes")
        };
        Ok((row.get("table_name")?, row.get("column_name")?, kind, row.get("nullable")?))
    })
    .await
    .unwrap()
    .into_iter()
    .collect()
}

async fn postgres() -> Columns {
    let world = World::on_postgres().await;
    let mut c = world.db().read().await.unwrap();
    query(
        "select table_name::text, column_name::text, data_type::text as kind, is_nullable = 'YES' as nullable \
         from information_schema.columns where table_schema = current_schema() and table_name not like '\\_sqlx%'",
    )
    .all(&mut c, |row| {
        let kind: String = row.get("kind")?;
        Ok((row.get("table_name")?, row.get("column_name")?, kind.replace("bytea", "bytes"), row.get("nullable")?))
    })
    .await
    .unwrap()
    .into_iter()
    .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_hold_the_same_tables_and_columns() {
    let (sqlite, postgres) = (sqlite().await, postgres().await);
    let only = |a: &Columns, b: &Columns| a.difference(b).cloned().collect::<Vec<_>>();
    assert!(sqlite.len() > 100);
    assert_eq!(only(&sqlite, &postgres), []);
    assert_eq!(only(&postgres, &sqlite), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_column_is_declared_personal_or_not() {
    let declared: BTreeSet<(String, String)> = MAP
        .iter()
        .flat_map(|(table, columns)| {
            columns.iter().map(|(column, _)| ((*table).to_owned(), (*column).to_owned()))
        })
        .collect();
    let stored: BTreeSet<(String, String)> =
        sqlite().await.into_iter().map(|(table, column, _, _)| (table, column)).collect();
    assert_eq!(
        stored.difference(&declared).collect::<Vec<_>>(),
        Vec::<&(String, String)>::new(),
        "declare them"
    );
    assert_eq!(
        declared.difference(&stored).collect::<Vec<_>>(),
        Vec::<&(String, String)>::new(),
        "they are gone"
    );
}

/// Tables, columns of their indexes in order, and whether each is unique.
async fn indexes(world: &World, sql: &'static str) -> BTreeSet<(String, String, bool)> {
    let mut c = world.db().read().await.unwrap();
    let rows = query(sql)
        .all(&mut c, |row| {
            Ok((
                row.get::<String>("table_name")?,
                row.get::<String>("columns")?,
                row.get::<bool>("is_unique")?,
            ))
        })
        .await
        .unwrap();
    rows.into_iter().filter(|(table, columns, _)| !table.starts_with("_sqlx") && columns != "id").collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_keep_the_same_things_unique_and_indexed() {
    let sqlite = indexes(
        &World::on_sqlite().await,
        "select m.name as table_name, l.\"unique\" as is_unique, \
         (select group_concat(x.name, ',') from (select i.name from pragma_index_info(l.name) i order by i.seqno) x) as columns \
         from sqlite_master m join pragma_index_list(m.name) l where m.type = 'table' and m.name not like 'sqlite_%'",
    )
    .await;
    let postgres = indexes(
        &World::on_postgres().await,
        "select t.relname::text as table_name, x.indisunique as is_unique, \
         (select string_agg(a.attname::text, ',' order by k.place) from unnest(x.indkey) with ordinality k(number, place) \
          join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number) as columns \
         from pg_index x join pg_class t on t.oid = x.indrelid join pg_namespace n on n.oid = t.relnamespace \
         where n.nspname = current_schema()",
    )
    .await;
    assert!(sqlite.len() > 15, "{sqlite:?}");
    assert_eq!(sqlite, postgres);
}
