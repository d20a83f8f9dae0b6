//! Many rows in one statement: padded `values` on SQLite, `unnest` on PostgreSQL.
//!
//! On SQLite a batch takes the smallest of a few shapes that holds it; the rows that are missing are
//! bound as nothing and filtered out again. So a batch is one trip to the engine's thread, and each
//! shape is prepared once and found again by its text. Placeholders are bare `?`: SQLite looks up
//! numbered ones by walking a list, which grows with the square of a shape.

use crate::connection::Driver;
use crate::query::sqlite_arguments;
use crate::{Connection, Engine, Result, Row, Value};
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

/// What the columns of such rows are called, and what is in them; the first is never null.
pub type Columns = &'static [(&'static str, Kind)];

/// The rows of a statement, and its texts.
pub(crate) struct Rows {
    columns: Columns,
    sqlite: OnceLock<[String; SHAPES.len()]>,
    postgres: OnceLock<String>,
}

const SHAPES: [usize; 8] = [1, 8, 16, 32, 64, 128, 256, 512];

impl Rows {
    /// So many fit one statement.
    pub(crate) const MOST: usize = SHAPES[SHAPES.len() - 1];

    pub(crate) const fn new(columns: Columns) -> Self {
        Self { columns, sqlite: OnceLock::new(), postgres: OnceLock::new() }
    }

    pub(crate) fn columns(&self) -> Columns {
        self.columns
    }

    pub(crate) fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    /// Runs the statement that `text` makes of a table of rows: on SQLite one whose columns are `column1` and on, and
    /// in which those are nothing that fill it up.
    pub(crate) async fn run(
        &'static self,
        connection: &mut Connection,
        rows: Vec<Vec<Value>>,
        text: impl Fn(Engine, &str) -> String,
    ) -> Result<()> {
        match connection.driver() {
            Driver::Sqlite(c) => {
                for (text, values) in self.sqlite_statements(rows, &text) {
                    sqlx::query_with(text, sqlite_arguments(values)?).execute(&mut *c).await?;
                }
            }
            Driver::Postgres(c) if !rows.is_empty() => {
                let text = self.postgres.get_or_init(|| text(Engine::Postgres, &self.postgres_table()));
                sqlx::query_with(text.as_str(), self.postgres_columns(rows)?).execute(c).await?;
            }
            Driver::Postgres(_) => {}
        }
        Ok(())
    }

    /// The same: every row that it answers, made into a value by `make`.
    pub(crate) async fn all<T>(
        &'static self,
        connection: &mut Connection,
        rows: Vec<Vec<Value>>,
        text: impl Fn(Engine, &str) -> String,
        make: impl Fn(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut answered = Vec::with_capacity(rows.len());
        match connection.driver() {
            Driver::Sqlite(c) => {
                for (text, values) in self.sqlite_statements(rows, &text) {
                    let rows = sqlx::query_with(text, sqlite_arguments(values)?).fetch_all(&mut *c).await?;
                    answered.extend(rows.into_iter().map(Row::sqlite));
                }
            }
            Driver::Postgres(c) if !rows.is_empty() => {
                let text = self.postgres.get_or_init(|| text(Engine::Postgres, &self.postgres_table()));
                let rows = sqlx::query_with(text.as_str(), self.postgres_columns(rows)?).fetch_all(c).await?;
                answered.extend(rows.into_iter().map(Row::postgres));
            }
            Driver::Postgres(_) => {}
        }
        answered.iter().map(make).collect()
    }

    /// The rows in statements of the shapes that hold them, filled up with rows of nothing.
    fn sqlite_statements(
        &'static self,
        rows: Vec<Vec<Value>>,
        text: &impl Fn(Engine, &str) -> String,
    ) -> Vec<(&'static str, Vec<Value>)> {
        let made = |rows| text(Engine::Sqlite, &self.sqlite_table(rows));
        let texts = self.sqlite.get_or_init(|| SHAPES.map(made));
        let mut rows = rows.into_iter();
        let mut statements = Vec::new();
        while rows.len() > 0 {
            let place = SHAPES.iter().position(|shape| *shape >= rows.len()).unwrap_or(SHAPES.len() - 1);
            let shape = SHAPES[place];
            let missing = shape.saturating_sub(rows.len()) * self.columns.len();
            let values = rows.by_ref().take(shape).flatten();
            let padded = values.chain(std::iter::repeat_n(Value::I64(None), missing)).collect();
            statements.push((texts[place].as_str(), padded));
        }
        statements
    }

    fn sqlite_table(&self, rows: usize) -> String {
        let row = format!("({})", vec!["?"; self.columns.len()].join(", "));
        format!("(values {})", vec![row; rows].join(", "))
    }

    fn postgres_table(&self) -> String {
        let arrays: Vec<String> = self
            .columns
            .iter()
            .zip(1..)
            .map(|((_, kind), place)| format!("${place}::{}[]", kind.in_postgres()))
            .collect();
        format!("unnest({})", arrays.join(", "))
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
