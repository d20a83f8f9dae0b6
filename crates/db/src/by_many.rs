//! Statements that ask by many values at once.

use crate::connection::Driver;
use crate::insert::array_of;
use crate::query::{postgres_arguments, sqlite_arguments};
use crate::{Connection, Kind, Result, Row, Value, in_list, in_lists};
use std::sync::OnceLock;

/// A statement whose last values are a list: `{among}` stands in its text where `in (…)` would. Make it a `static`, so
/// that its texts are composed once.
///
/// PostgreSQL takes the list as one array, in one trip. SQLite has no arrays: there the statement is said once for as
/// many values as [`in_list`] takes, so that what it answers is in the order of its text within each such part alone.
pub struct ByMany {
    text: &'static str,
    /// Of the list's values.
    kind: Kind,
    /// Its own, before the list.
    values: usize,
    sqlite: OnceLock<String>,
    postgres: OnceLock<String>,
}

impl ByMany {
    /// `text` has so many placeholders of its own, `$1` and on.
    pub const fn new(text: &'static str, values: usize, kind: Kind) -> Self {
        Self { text, kind, values, sqlite: OnceLock::new(), postgres: OnceLock::new() }
    }

    /// Every row that it answers, each made into a value by `make`.
    pub async fn all<T, V: Clone + Into<Value>>(
        &'static self,
        connection: &mut Connection,
        own: Vec<Value>,
        list: &[V],
        make: impl Fn(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut answered = Vec::with_capacity(list.len());
        match connection.driver() {
            Driver::Sqlite(c) => {
                for part in in_lists(list) {
                    let values = own.iter().cloned().chain(part).collect();
                    let asked = sqlx::query_with(self.sqlite_text(), sqlite_arguments(values)?);
                    answered.extend(asked.fetch_all(&mut *c).await?.into_iter().map(Row::sqlite));
                }
            }
            Driver::Postgres(c) if !list.is_empty() => {
                let mut arguments = postgres_arguments(own)?;
                let list = list.iter().cloned().map(Into::into).collect();
                array_of(&mut arguments, self.kind, list)?;
                let asked = sqlx::query_with(self.postgres_text(), arguments);
                answered.extend(asked.fetch_all(c).await?.into_iter().map(Row::postgres));
            }
            Driver::Postgres(_) => {}
        }
        answered.iter().map(make).collect()
    }

    fn sqlite_text(&'static self) -> &'static str {
        self.sqlite.get_or_init(|| self.text.replace(AMONG, &format!("in ({})", in_list(self.values + 1))))
    }

    fn postgres_text(&'static self) -> &'static str {
        self.postgres.get_or_init(|| {
            let array = format!("= any(${}::{}[])", self.values + 1, self.kind.in_postgres());
            self.text.replace(AMONG, &array)
        })
    }
}

const AMONG: &str = "{among}";
