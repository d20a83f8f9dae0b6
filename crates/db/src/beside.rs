//! A copy of a PostgreSQL database beside it on the same server, for whoever tries things out. Rows go over as the engine
//! itself writes them (COPY in its binary form), as they stood in one moment.

use crate::postgres::{is_postgres, postgres_options};
use crate::{Db, Error, Migration, Result, decode_error};
use futures_util::TryStreamExt;
use sqlx::{Connection as _, PgConnection, Row as _};
use std::net::IpAddr;
use url::Url;

/// Whether a database is on this machine: a file, a socket, or an address of its own alone.
pub fn is_on_this_machine(url: &str) -> bool {
    if !is_postgres(url) {
        return true;
    }
    postgres_options(url).is_ok_and(|options| {
        let host = options.get_host().trim_matches(['[', ']']);
        let is_loopback = host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        options.get_socket().is_some() || host.starts_with('/') || host == "localhost" || is_loopback
    })
}

/// A database of another name on the same server.
pub struct Beside {
    from: String,
    /// The schema in which the program's tables are.
    schema: String,
    name: String,
    url: String,
}

/// What its name ends with.
const ENDING: &str = "_rehearsal";
/// The longest name that the engine keeps whole, in bytes.
const LONGEST_NAME: usize = 63;

impl Beside {
    /// Names it, and makes nothing yet.
    pub async fn of(from: &str) -> Result<Self> {
        let mut c = PgConnection::connect_with(&postgres_options(from)?).await?;
        let row = sqlx::query("select current_database() as database, current_schema() as schema")
            .fetch_one(&mut c)
            .await?;
        let (database, schema): (String, String) = (row.try_get("database")?, row.try_get("schema")?);
        c.close().await?;
        let own = if schema == "public" { database } else { format!("{database}_{schema}") };
        let most = LONGEST_NAME - ENDING.len();
        let end = (0..=most.min(own.len())).rev().find(|end| own.is_char_boundary(*end)).unwrap_or(0);
        let name = format!("{}{ENDING}", &own[..end]);
        let mut url = Url::parse(from).map_err(|error| Error::Other(decode_error(error)))?;
        url.set_path(&name);
        Ok(Self { from: from.to_owned(), schema, name, url: url.into() })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// Makes the database, with nothing in it. Its user needs the right to (CREATEDB).
    ///
    /// # Errors
    /// There is one of this name, or the user may not.
    pub async fn make(&self) -> Result<()> {
        self.on_the_server(&format!("create database {}", quoted(&self.name))).await
    }

    /// Drops it with all that is in it, whoever is connected.
    pub async fn remove(&self) -> Result<()> {
        self.on_the_server(&format!("drop database if exists {} with (force)", quoted(&self.name))).await
    }

    async fn on_the_server(&self, statement: &str) -> Result<()> {
        let mut c = PgConnection::connect_with(&postgres_options(&self.from)?).await?;
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned())).execute(&mut c).await?;
        Ok(c.close().await?)
    }

    /// Brings the schema into it, and every row as it stands now where it comes from.
    pub async fn fill(&self, migrations: &[Migration]) -> Result<()> {
        let mut into = PgConnection::connect_with(&postgres_options(&self.url)?).await?;
        run(&mut into, format!("create schema if not exists {}", quoted(&self.schema))).await?;
        Db::open(&self.url, migrations).await?.close().await;
        let mut from = PgConnection::connect_with(&postgres_options(&self.from)?).await?;
        run(&mut from, "begin isolation level repeatable read read only".to_owned()).await?;
        let tables = tables(&mut from).await?;
        let all: Vec<String> = tables.iter().map(|table| quoted(&table.name)).collect();
        // What the migrations put there comes with the rest.
        run(&mut into, format!("truncate {}", all.join(", "))).await?;
        for table in &tables {
            table.copy(&mut from, &mut into).await?;
        }
        run(&mut from, "commit".to_owned()).await?;
        run(&mut into, "analyze".to_owned()).await?;
        from.close().await?;
        Ok(into.close().await?)
    }
}

async fn run(c: &mut PgConnection, statement: String) -> Result<()> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(c).await?;
    Ok(())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// How many bytes the tables of the program's schema take on the disk of a PostgreSQL, with their indexes: what else is in
/// its database is not copied.
pub async fn size_of(url: &str) -> Result<u64> {
    let mut c = PgConnection::connect_with(&postgres_options(url)?).await?;
    let row = sqlx::query(
        "select coalesce(sum(pg_total_relation_size(oid)), 0)::bigint as bytes from pg_class \
         where relnamespace = current_schema()::regnamespace and relkind = 'r'",
    )
    .fetch_one(&mut c)
    .await?;
    c.close().await?;
    Ok(row.try_get::<i64, _>("bytes")?.unsigned_abs())
}

struct Table {
    name: String,
    columns: Vec<String>,
    /// Those that are numbered by the engine.
    numbered: Vec<String>,
}

/// All tables of the schema, each behind those that it refers to.
async fn tables(c: &mut PgConnection) -> Result<Vec<Table>> {
    let columns = sqlx::query(
        "select t.relname::text as name, a.attname::text as col, \
         pg_get_serial_sequence(quote_ident(t.relname), a.attname) is not null as numbered \
         from pg_class t join pg_attribute a on a.attrelid = t.oid \
         where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r' and a.attnum > 0 \
         and not a.attisdropped and a.attgenerated = '' order by t.relname, a.attnum",
    )
    .fetch_all(&mut *c)
    .await?;
    let mut waiting: Vec<Table> = Vec::new();
    for row in columns {
        let (name, column): (String, String) = (row.try_get("name")?, row.try_get("col")?);
        if waiting.last().is_none_or(|last| last.name != name) {
            waiting.push(Table { name, columns: Vec::new(), numbered: Vec::new() });
        }
        let Some(table) = waiting.last_mut() else { continue };
        if row.try_get("numbered")? {
            table.numbered.push(column.clone());
        }
        table.columns.push(column);
    }
    let refers = sqlx::query(
        "select t.relname::text as name, f.relname::text as refers_to from pg_constraint k \
         join pg_class t on t.oid = k.conrelid join pg_class f on f.oid = k.confrelid \
         where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and t.oid <> f.oid",
    )
    .fetch_all(c)
    .await?;
    let refers: Vec<(String, String)> = refers
        .iter()
        .map(|row| Ok((row.try_get("name")?, row.try_get("refers_to")?)))
        .collect::<std::result::Result<_, sqlx::Error>>()?;
    let mut sorted: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let is_ready = |table: &Table| {
            refers
                .iter()
                .filter(|(name, _)| *name == table.name)
                .all(|(_, other)| sorted.iter().any(|done| done.name == *other))
        };
        let (ready, rest): (Vec<Table>, Vec<Table>) = waiting.into_iter().partition(is_ready);
        if ready.is_empty() {
            return Err(Error::Abandoned("tables that refer to each other in a circle".to_owned()));
        }
        sorted.extend(ready);
        waiting = rest;
    }
    Ok(sorted)
}

impl Table {
    async fn copy(&self, from: &mut PgConnection, into: &mut PgConnection) -> Result<()> {
        let name = quoted(&self.name);
        let columns: Vec<String> = self.columns.iter().map(|column| quoted(column)).collect();
        let columns = columns.join(", ");
        let mut rows =
            from.copy_out_raw(&format!("copy {name} ({columns}) to stdout (format binary)")).await?;
        let mut taken =
            into.copy_in_raw(&format!("copy {name} ({columns}) from stdin (format binary)")).await?;
        loop {
            match rows.try_next().await {
                Ok(Some(piece)) => drop(taken.send(piece).await?),
                Ok(None) => break,
                Err(error) => {
                    taken.abort(error.to_string()).await?;
                    return Err(error.into());
                }
            }
        }
        drop(rows);
        taken.finish().await?;
        for column in &self.numbered {
            let sequence = format!(
                "select setval(pg_get_serial_sequence('{}', '{}'), coalesce(max({}), 0) + 1, false) from {name}",
                name.replace('\'', "''"),
                column.replace('\'', "''"),
                quoted(column)
            );
            run(into, sequence).await?;
        }
        Ok(())
    }
}
