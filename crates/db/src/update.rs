//! Changing many rows at once, each in its own way.

use crate::connection::Driver;
use crate::query::postgres_arguments;
use crate::rows::{Columns, Rows};
use crate::{Connection, Result, Value};
use std::sync::OnceLock;

/// A statement in whose text `{given}` stands for a table of rows of that name, as in `update some set note =
/// given.note from {given} where some.id = given.id`. Make it a `static`, so that its texts are composed once. Two
/// rows must not match the same one.
///
/// SQLite takes many rows in one trip. PostgreSQL is told each by itself: a join with a handful of rows is planned as
/// a scan of a table that is small yet, and that plan is kept while it grows.
pub struct Update {
    text: &'static str,
    rows: Rows,
    postgres: OnceLock<String>,
}

impl Update {
    pub const fn new(text: &'static str, columns: Columns) -> Self {
        Self { text, rows: Rows::new(columns), postgres: OnceLock::new() }
    }

    /// Runs it with every row, each with a value for every column in their order.
    pub async fn rows(&'static self, connection: &mut Connection, rows: Vec<Vec<Value>>) -> Result<()> {
        if let Driver::Postgres(c) = connection.driver() {
            let text = self.postgres.get_or_init(|| self.for_one_row());
            for row in rows {
                sqlx::query_with(text.as_str(), postgres_arguments(row)?).execute(&mut *c).await?;
            }
            return Ok(());
        }
        self.rows.run(connection, rows, |_, table| self.for_rows(table)).await
    }

    /// What fills the rows up is nothing in each column, and equals nothing.
    fn for_rows(&self, table: &str) -> String {
        let named = self.rows.columns().iter().zip(1..);
        let named: Vec<_> = named.map(|((name, _), place)| format!("column{place} as {name}")).collect();
        self.text.replace("{given}", &format!("(select {} from {table}) as given", named.join(", ")))
    }

    fn for_one_row(&self) -> String {
        let values = self.rows.columns().iter().zip(1..);
        let values: Vec<_> = values
            .map(|((name, kind), place)| format!("${place}::{} as {name}", kind.in_postgres()))
            .collect();
        self.text.replace("{given}", &format!("(select {}) as given", values.join(", ")))
    }
}
