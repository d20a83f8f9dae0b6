//! Appending many rows to a table at once.

use crate::rows::{Columns, Rows};
use crate::{Connection, Engine, Error, Result, Row, Value};

/// A table to append to. Make it a `static`, so that its texts are composed once.
pub struct Insert {
    table: &'static str,
    /// What stands after the values: `""`, an `on conflict` clause, a `returning` one.
    ending: &'static str,
    rows: Rows,
}

impl Insert {
    pub const fn new(table: &'static str, columns: Columns, ending: &'static str) -> Self {
        Self { table, ending, rows: Rows::new(columns) }
    }

    /// So many rows fit one statement.
    pub const MOST: usize = Rows::MOST;

    /// Appends at most [`Insert::MOST`] rows: what is more would need a transaction around it.
    pub(crate) async fn in_one_statement(
        &'static self,
        connection: &mut Connection,
        rows: Vec<Vec<Value>>,
    ) -> Result<()> {
        if rows.len() > Self::MOST {
            return Err(Error::TooMany(rows.len()));
        }
        self.rows(connection, rows).await
    }

    /// Appends every row, each with a value for every column in their order.
    pub async fn rows(&'static self, connection: &mut Connection, rows: Vec<Vec<Value>>) -> Result<()> {
        self.rows.run(connection, rows, |engine, table| self.text(engine, table)).await
    }

    /// The same, where the ending holds `returning`: every row that it answers, made into a value by `make`.
    pub async fn returning<T>(
        &'static self,
        connection: &mut Connection,
        rows: Vec<Vec<Value>>,
        make: impl Fn(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        self.rows.all(connection, rows, |engine, table| self.text(engine, table), make).await
    }

    fn text(&self, engine: Engine, rows: &str) -> String {
        let (table, names, ending) = (self.table, self.rows.names(), self.ending);
        let filled = match engine {
            Engine::Sqlite => "where column1 is not null",
            Engine::Postgres => "",
        };
        format!("insert into {table} ({names}) select * from {rows} {filled} {ending}")
    }
}
