//! Changing many rows at once, each in its own way.

use crate::rows::{Columns, Rows};
use crate::{Connection, Engine, Result, Value};

/// A statement in whose text `{given}` stands for a table of rows of that name, as in `update some set note =
/// given.note from {given} where some.id = given.id`. Make it a `static`, so that its texts are composed once.
pub struct Update {
    text: &'static str,
    columns: Columns,
    rows: Rows,
}

impl Update {
    pub const fn new(text: &'static str, columns: Columns) -> Self {
        Self { text, columns, rows: Rows::new(columns) }
    }

    /// Runs it with every row, each with a value for every column in their order.
    pub async fn rows(&'static self, connection: &mut Connection, rows: Vec<Vec<Value>>) -> Result<()> {
        self.rows.run(connection, rows, |engine, table| self.composed(engine, table)).await
    }

    fn composed(&self, engine: Engine, rows: &str) -> String {
        let given = match engine {
            Engine::Sqlite => {
                let named = self.columns.iter().zip(1..);
                let named: Vec<_> =
                    named.map(|((name, _), place)| format!("column{place} as {name}")).collect();
                format!("(select {} from {rows} where column1 is not null) as given", named.join(", "))
            }
            Engine::Postgres => format!("{rows} as given ({})", self.rows.names()),
        };
        self.text.replace("{given}", &given)
    }
}
