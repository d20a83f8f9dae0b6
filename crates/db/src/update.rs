//! Changing many rows at once, each in its own way.

use crate::connection::Driver;
use crate::query::{postgres_arguments, sqlite_arguments};
use crate::shapes::Shapes;
use crate::{Columns, Connection, Kind, Result, Value};
use std::sync::OnceLock;

/// A statement in whose text `{given}` stands for a table of rows of that name, as in `update some set note =
/// given.note from {given} where some.id = given.id`. Make it a `static`, so that its texts are composed once. Two
/// rows must not match the same one.
///
/// SQLite takes many rows in one trip. PostgreSQL is told each by itself: a join with a handful of rows is planned as
/// a scan of a table that is small yet, and that plan is kept while it grows.
pub struct Update {
    text: &'static str,
    columns: Columns,
    sqlite: Shapes,
    postgres: OnceLock<String>,
}

impl Update {
    pub const fn new(text: &'static str, columns: Columns) -> Self {
        Self { text, columns, sqlite: Shapes::new(), postgres: OnceLock::new() }
    }

    /// Runs it with every row, each with a value for every column in their order.
    pub async fn rows(&'static self, connection: &mut Connection, rows: Vec<Vec<Value>>) -> Result<()> {
        match connection.driver() {
            Driver::Sqlite(c) => {
                let text = |table: &str| self.for_rows(table);
                for (text, values) in self.sqlite.statements(self.columns.len(), rows, text) {
                    sqlx::query_with(text, sqlite_arguments(values)?).execute(&mut *c).await?;
                }
            }
            Driver::Postgres(c) => {
                let text = self.postgres.get_or_init(|| self.for_one_row());
                for row in rows {
                    sqlx::query_with(text.as_str(), postgres_arguments(row)?).execute(&mut *c).await?;
                }
            }
        }
        Ok(())
    }

    /// What fills the rows up equals nothing, so that it changes none.
    fn for_rows(&self, table: &str) -> String {
        let named = self.columns.iter().zip(1..).map(|((name, _), place)| format!("column{place} as {name}"));
        self.given(&format!("select {} from {table}", named.collect::<Vec<_>>().join(", ")))
    }

    fn for_one_row(&self) -> String {
        let value = |((name, kind), place): (&(&str, Kind), i32)| {
            format!("${place}::{} as {name}", kind.in_postgres())
        };
        let values: Vec<_> = self.columns.iter().zip(1..).map(value).collect();
        self.given(&format!("select {}", values.join(", ")))
    }

    fn given(&self, rows: &str) -> String {
        self.text.replace("{given}", &format!("({rows}) as given"))
    }
}
