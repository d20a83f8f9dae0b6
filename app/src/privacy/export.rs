//! Everything kept of somebody, as JSON: each row of each table, and what each column is kept for.

use super::store::{Known, Said};
use super::words;
use crate::people::declaration::personal;
use crate::people::personal_data::MAP;
use crate::web::answer::hex;
use crate::web::i18n::Say;
use serde_json::{Map, Value, json};

/// What is kept, in a shape that a person and a program can read.
pub fn json(say: &Say, known: &[Known], now: i64) -> Value {
    let mut kept = Map::new();
    for table in MAP {
        let rows: Vec<Value> = known.iter().filter(|row| row.table == table.0).map(row).collect();
        if rows.is_empty() {
            continue;
        }
        let about = personal(table).map(|(name, one)| {
            let about = json!({
                "what": words::what(say, one.what),
                "why": words::why(say, one.why),
                "until": words::until(say, one.until),
                "seen_by": words::seen_by(say, one.seen_by),
            });
            (name.to_owned(), about)
        });
        let about: Map<String, Value> = about.collect();
        kept.insert(
            table.0.to_owned(),
            json!({
                "is": words::kept(say, table.0),
                "rows": rows,
                "columns": about,
            }),
        );
    }
    json!({ "as_of": moment(now), "kept": kept })
}

fn row(row: &Known) -> Value {
    let mut out = Map::new();
    if let Some(letter) = &row.letter {
        out.insert("letter".to_owned(), json!(letter));
    }
    for (name, said) in &row.columns {
        let value = match said {
            None => Value::Null,
            Some(Said::Text(text)) => json!(text),
            Some(Said::Flag(flag)) => json!(flag),
            Some(Said::Number(number)) => json!(number),
            Some(Said::Time(micros)) => moment(*micros),
            Some(Said::Bytes(bytes)) => json!(hex(bytes)),
        };
        out.insert((*name).to_owned(), value);
    }
    Value::Object(out)
}

/// RFC 3339, in UTC.
pub fn moment(micros: i64) -> Value {
    jiff::Timestamp::from_microsecond(micros).map_or(Value::Null, |moment| json!(moment.to_string()))
}
