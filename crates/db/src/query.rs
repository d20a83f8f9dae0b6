//! One query text for both engines, its values, and the rows it answers.

use crate::connection::Driver;
use crate::{Connection, Result, Value};
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Arguments, AssertSqlSafe, Decode, Postgres, Row as _, SqlSafeStr, SqlStr, Sqlite, Type};

/// A statement written in the code.
pub fn query(sql: &'static str) -> Query {
    Query { sql: sql.into_sql_str(), values: Vec::new() }
}

/// A statement put together at run time. Only names and placeholders that the code wrote may be in
/// it; everything that came from a person goes through [`Query::bind`].
pub fn query_composed(sql: String) -> Query {
    Query { sql: AssertSqlSafe(sql).into_sql_str(), values: Vec::new() }
}

pub struct Query {
    sql: SqlStr,
    values: Vec<Value>,
}

impl Query {
    /// The value of the next placeholder: the first call is `$1`.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    pub fn bind_all(mut self, values: impl IntoIterator<Item = Value>) -> Self {
        self.values.extend(values);
        self
    }

    /// Runs it and says how many rows it touched.
    pub async fn run(self, connection: &mut Connection) -> Result<u64> {
        match connection.driver() {
            Driver::Sqlite(c) => {
                let done = sqlx::query_with(self.sql, sqlite_arguments(self.values)?).execute(c).await?;
                Ok(done.rows_affected())
            }
            Driver::Postgres(c) => {
                let done = sqlx::query_with(self.sql, postgres_arguments(self.values)?).execute(c).await?;
                Ok(done.rows_affected())
            }
        }
    }

    /// Every row, each made into a value by `make`.
    pub async fn all<T>(
        self,
        connection: &mut Connection,
        make: impl Fn(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        match connection.driver() {
            Driver::Sqlite(c) => {
                let rows = sqlx::query_with(self.sql, sqlite_arguments(self.values)?).fetch_all(c).await?;
                rows.into_iter().map(|row| make(&Row::sqlite(row))).collect()
            }
            Driver::Postgres(c) => {
                let rows = sqlx::query_with(self.sql, postgres_arguments(self.values)?).fetch_all(c).await?;
                rows.into_iter().map(|row| make(&Row::postgres(row))).collect()
            }
        }
    }

    /// The first row, where there is one.
    pub async fn first<T>(
        self,
        connection: &mut Connection,
        make: impl Fn(&Row) -> Result<T>,
    ) -> Result<Option<T>> {
        let row = match connection.driver() {
            Driver::Sqlite(c) => sqlx::query_with(self.sql, sqlite_arguments(self.values)?)
                .fetch_optional(c)
                .await?
                .map(Row::sqlite),
            Driver::Postgres(c) => sqlx::query_with(self.sql, postgres_arguments(self.values)?)
                .fetch_optional(c)
                .await?
                .map(Row::postgres),
        };
        row.as_ref().map(make).transpose()
    }

    /// The one row that a count, a `returning` or a look-up of a known key answers.
    pub async fn one<T>(self, connection: &mut Connection, make: impl Fn(&Row) -> Result<T>) -> Result<T> {
        self.first(connection, make).await?.ok_or_else(|| sqlx::Error::RowNotFound.into())
    }
}

pub struct Row(Inner);

enum Inner {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    pub(crate) fn sqlite(row: SqliteRow) -> Self {
        Self(Inner::Sqlite(row))
    }

    pub(crate) fn postgres(row: PgRow) -> Self {
        Self(Inner::Postgres(row))
    }

    pub fn get<T>(&self, column: &str) -> Result<T>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>,
    {
        Ok(match &self.0 {
            Inner::Sqlite(row) => row.try_get(column)?,
            Inner::Postgres(row) => row.try_get(column)?,
        })
    }
}

pub(crate) fn sqlite_arguments(values: Vec<Value>) -> Result<SqliteArguments> {
    let mut arguments = SqliteArguments::default();
    Arguments::reserve(&mut arguments, values.len(), 0);
    for value in values {
        let added = match value {
            Value::I64(v) => Arguments::add(&mut arguments, v),
            Value::F64(v) => Arguments::add(&mut arguments, v),
            Value::Bool(v) => Arguments::add(&mut arguments, v),
            Value::Text(v) => Arguments::add(&mut arguments, v),
            Value::Bytes(v) => Arguments::add(&mut arguments, v),
        };
        added.map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

pub(crate) fn postgres_arguments(values: Vec<Value>) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    for value in values {
        let added = match value {
            Value::I64(v) => arguments.add(v),
            Value::F64(v) => arguments.add(v),
            Value::Bool(v) => arguments.add(v),
            Value::Text(v) => arguments.add(v),
            Value::Bytes(v) => arguments.add(v),
        };
        added.map_err(sqlx::Error::Encode)?;
    }
    Ok(arguments)
}

/// How many values one `in (…)` takes: a fixed number, so that its statement is prepared once.
pub const IN_LIST: usize = 64;

/// `$from, $from+1, …`: the placeholders of an `in (…)` of [`IN_LIST`] values.
pub fn in_list(from: usize) -> String {
    (from..from + IN_LIST).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// The same places as one-column rows, for `values`.
pub fn in_rows(from: usize) -> String {
    (from..from + IN_LIST).map(|place| format!("(${place})")).collect::<Vec<_>>().join(", ")
}

/// Cuts values into lists of [`IN_LIST`], the last one filled up with its own last value.
pub fn in_lists<T: Clone + Into<Value>>(values: &[T]) -> Vec<Vec<Value>> {
    values
        .chunks(IN_LIST)
        .map(|chunk| {
            let filler = chunk.last().into_iter().cycle();
            chunk.iter().chain(filler).take(IN_LIST).cloned().map(Into::into).collect()
        })
        .collect()
}
