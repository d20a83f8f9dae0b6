//! Many rows in one statement of SQLite, as padded `values`.
//!
//! A batch takes the smallest of a few shapes that holds it; the rows that are missing are bound as nothing, in each
//! column. So a batch is one trip to the engine's thread, and each shape is prepared once and found again by its text.
//! Placeholders are bare `?`: SQLite looks up numbered ones by walking a list, which grows with the square of a shape.

use crate::Value;
use std::sync::OnceLock;

const SHAPES: [usize; 8] = [1, 8, 16, 32, 64, 128, 256, 512];

/// The texts of a statement, one for each shape.
pub(crate) struct Shapes(OnceLock<[String; SHAPES.len()]>);

impl Shapes {
    /// So many rows fit one statement.
    pub(crate) const MOST: usize = SHAPES[SHAPES.len() - 1];

    pub(crate) const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// The rows, of so many columns each, in statements that hold them. `text` makes one of a table of rows, whose
    /// columns SQLite calls `column1` and on.
    pub(crate) fn statements(
        &'static self,
        columns: usize,
        rows: Vec<Vec<Value>>,
        text: impl Fn(&str) -> String,
    ) -> Vec<(&'static str, Vec<Value>)> {
        let texts = self.0.get_or_init(|| SHAPES.map(|rows| text(&table(columns, rows))));
        let mut rows = rows.into_iter();
        let mut statements = Vec::new();
        while rows.len() > 0 {
            let place = SHAPES.iter().position(|shape| *shape >= rows.len()).unwrap_or(SHAPES.len() - 1);
            let shape = SHAPES[place];
            let missing = shape.saturating_sub(rows.len()) * columns;
            let values = rows.by_ref().take(shape).flatten();
            let padded = values.chain(std::iter::repeat_n(Value::I64(None), missing)).collect();
            statements.push((texts[place].as_str(), padded));
        }
        statements
    }
}

fn table(columns: usize, rows: usize) -> String {
    let row = format!("({})", vec!["?"; columns].join(", "));
    format!("(values {})", vec![row; rows].join(", "))
}
