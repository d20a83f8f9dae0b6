//! Appending many rows to a table at once: padded `values` on SQLite, `unnest` on PostgreSQL.

use crate::connection::Driver;
use crate::query::sqlite_arguments;
use crate::shapes::Shapes;
use crate::{Connection, Error, Result, Row, Value};
use sqlx::Arguments;
use sqlx::postgres::PgArguments;
use std::sync::OnceLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    I64,
    Bool,
    Text,
    Bytes,
}

impl Kind {
    pub(crate) fn in_postgres(self) -> &'static str {
        match self {
            Self::I64 => "bigint",
            Self::Bool => "boolean",
            Self::Text => "text",
            Self::Bytes => "bytea",
        }
    }
}

/// What columns are called, and what is in them.
pub type Columns = &'static [(&'static str, Kind)];

/// A table to append to. Make it a `static`, so that its texts are composed once.
pub struct Insert {
    table: &'static str,
    /// The first is never null.
    columns: Columns,
    /// What stands after the values: `""`, an `on conflict` clause, a `returning` one.
    ending: &'static str,
    sqlite: Shapes,
    postgres: OnceLock<String>,
}

impl Insert {
    pub const fn new(table: &'static str, columns: Columns, ending: &'static str) -> Self {
        Self { table, columns, ending, sqlite: Shapes::new(), postgres: OnceLock::new() }
    }

    /// So many rows fit one statement.
    pub const MOST: usize = Shapes::MOST;

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
        match connection.driver() {
            Driver::Sqlite(c) => {
                for (text, values) in self.sqlite_statements(rows) {
                    sqlx::query_with(text, sqlite_arguments(values)?).execute(&mut *c).await?;
                }
            }
            Driver::Postgres(c) if !rows.is_empty() => {
                let text = self.postgres.get_or_init(|| self.postgres_text());
                sqlx::query_with(text.as_str(), self.postgres_columns(rows)?).execute(c).await?;
            }
            Driver::Postgres(_) => {}
        }
        Ok(())
    }

    /// The same, where the ending holds `returning`: every row that it answers, made into a value by `make`.
    pub async fn returning<T>(
        &'static self,
        connection: &mut Connection,
        rows: Vec<Vec<Value>>,
        make: impl Fn(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut answered = Vec::with_capacity(rows.len());
        match connection.driver() {
            Driver::Sqlite(c) => {
                for (text, values) in self.sqlite_statements(rows) {
                    let rows = sqlx::query_with(text, sqlite_arguments(values)?).fetch_all(&mut *c).await?;
                    answered.extend(rows.into_iter().map(Row::sqlite));
                }
            }
            Driver::Postgres(c) if !rows.is_empty() => {
                let text = self.postgres.get_or_init(|| self.postgres_text());
                let rows = sqlx::query_with(text.as_str(), self.postgres_columns(rows)?).fetch_all(c).await?;
                answered.extend(rows.into_iter().map(Row::postgres));
            }
            Driver::Postgres(_) => {}
        }
        answered.iter().map(make).collect()
    }

    fn sqlite_statements(&'static self, rows: Vec<Vec<Value>>) -> Vec<(&'static str, Vec<Value>)> {
        self.sqlite.statements(self.columns.len(), rows, |rows| {
            let (table, names, ending) = (self.table, self.names(), self.ending);
            format!("insert into {table} ({names}) select * from {rows} where column1 is not null {ending}")
        })
    }

    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    fn postgres_text(&self) -> String {
        let arrays: Vec<String> = self
            .columns
            .iter()
            .zip(1..)
            .map(|((_, kind), place)| format!("${place}::{}[]", kind.in_postgres()))
            .collect();
        let (table, names, ending) = (self.table, self.names(), self.ending);
        format!("insert into {table} ({names}) select * from unnest({}) {ending}", arrays.join(", "))
    }

    /// The rows turned into one array a column, which is what `unnest` takes.
    fn postgres_columns(&self, rows: Vec<Vec<Value>>) -> Result<PgArguments> {
        let mut columns: Vec<Vec<Value>> =
            self.columns.iter().map(|_| Vec::with_capacity(rows.len())).collect();
        for row in rows {
            for (column, value) in columns.iter_mut().zip(row) {
                column.push(value);
            }
        }
        let mut arguments = PgArguments::default();
        for ((_, kind), values) in self.columns.iter().zip(columns) {
            array_of(&mut arguments, *kind, values)?;
        }
        Ok(arguments)
    }
}

/// Values of one kind as the next argument, which PostgreSQL takes as an array.
pub(crate) fn array_of(arguments: &mut PgArguments, kind: Kind, values: Vec<Value>) -> Result<()> {
    let added = match kind {
        Kind::I64 => arguments.add(array(values, |v| if let Value::I64(v) = v { v } else { None })),
        Kind::Bool => arguments.add(array(values, |v| if let Value::Bool(v) = v { v } else { None })),
        Kind::Text => arguments.add(array(values, |v| if let Value::Text(v) = v { v } else { None })),
        Kind::Bytes => arguments.add(array(values, |v| if let Value::Bytes(v) = v { v } else { None })),
    };
    Ok(added.map_err(sqlx::Error::Encode)?)
}

fn array<T>(values: Vec<Value>, take: impl Fn(Value) -> Option<T>) -> Vec<Option<T>> {
    values.into_iter().map(take).collect()
}
