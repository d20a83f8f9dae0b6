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
    sqlite: OnceLock<String>,
    postgres: OnceLock<String>,
}

impl ByMany {
    pub const fn new(text: &'static str, kind: Kind) -> Self {
        Self { text, kind, sqlite: OnceLock::new(), postgres: OnceLock::new() }
    }

    /// Every row that it answers, each made into a value by `make`. `own` are the values of its other placeholders, `$1`
    /// and on; as many each time.
    pub async fn all<T, V: Clone + Into<Value>>(
        &'static self,
        connection: &mut Connection,
        own: Vec<Value>,
        list: &[V],
        make: impl Fn(&Row) -> Result<T>,
    ) -> Result<Vec<T>> {
        let (mut answered, place) = (Vec::with_capacity(list.len()), own.len() + 1);
        match connection.driver() {
            Driver::Sqlite(c) => {
                for part in in_lists(list) {
                    let values = own.iter().cloned().chain(part).collect();
                    let asked = sqlx::query_with(self.sqlite_text(place), sqlite_arguments(values)?);
                    answered.extend(asked.fetch_all(&mut *c).await?.into_iter().map(Row::sqlite));
                }
            }
            Driver::Postgres(c) if !list.is_empty() => {
                let mut arguments = postgres_arguments(own)?;
                let list = list.iter().cloned().map(Into::into).collect();
                array_of(&mut arguments, self.kind, list)?;
                let asked = sqlx::query_with(self.postgres_text(place), arguments);
                answered.extend(asked.fetch_all(c).await?.into_iter().map(Row::postgres));
            }
            Driver::Postgres(_) => {}
        }
        answered.iter().map(make).collect()
    }

    fn sqlite_text(&'static self, place: usize) -> &'static str {
        self.sqlite.get_or_init(|| self.text.replace(AMONG, &format!("in ({})", in_list(place))))
    }

    fn postgres_text(&'static self, place: usize) -> &'static str {
        self.postgres.get_or_init(|| {
            let array = format!("= any(${place}::{}[])", self.kind.in_postgres());
            self.text.replace(AMONG, &array)
        })
    }
}

const AMONG: &str = "{among}";
