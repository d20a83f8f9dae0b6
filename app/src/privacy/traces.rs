//! What is looked for once somebody is erased: how they are called and quoted in the rows that go.

use super::store::{Known, Said};
use crate::people::declaration::{Column, Kind, What};
use crate::people::personal_data::MAP;
use std::collections::BTreeSet;

/// What somebody is called in the rows that are to go, for what organisers may have written of it themselves.
pub(super) fn names(known: &[Known]) -> Vec<String> {
    let mut all = BTreeSet::new();
    for row in known {
        let columns = MAP.iter().find(|table| table.0 == row.table).map_or(&[][..], |table| table.1);
        for (column, said) in &row.columns {
            let declared = columns.iter().find(|(name, _)| name == column);
            if let (Some((_, Column::Personal(one))), Some(Said::Text(text))) = (declared, said)
                && one.what == What::Name
            {
                all.insert(text.clone());
            }
        }
    }
    all.into_iter().collect()
}

/// What to look for in SQLite's file once it is gone: each spelling of the address, and each row's texts
/// that stand side by side and name or quote somebody. A name alone would be found in others' rows.
pub(super) fn traces(known: &[Known]) -> Vec<Vec<u8>> {
    let mut traces = BTreeSet::new();
    for row in known {
        let Some(table) = MAP.iter().find(|table| table.0 == row.table) else { continue };
        let mut run = (String::new(), false);
        for (name, column) in table.1 {
            let said = row.columns.iter().find(|(column, _)| column == name);
            match (column, said) {
                (Column::Personal(one), Some((_, said))) if one.kind == Kind::Text => {
                    let text = if let Some(Said::Text(text)) = said { text.as_str() } else { "" };
                    if one.what == What::Address {
                        traces.insert(text.as_bytes().to_vec());
                    }
                    run.0.push_str(text);
                    run.1 |=
                        !text.is_empty() && matches!(one.what, What::Name | What::Comment | What::Dedication);
                }
                _ => keep_run(&mut traces, std::mem::take(&mut run)),
            }
        }
        keep_run(&mut traces, run);
    }
    traces.into_iter().collect()
}

fn keep_run(traces: &mut BTreeSet<Vec<u8>>, (texts, tells): (String, bool)) {
    if tells {
        traces.insert(texts.into_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_the_address_and_what_stands_around_a_name() {
        let text = |text: &str| Some(Said::Text(text.to_owned()));
        let signature = Known {
            table: "signature",
            letter: None,
            columns: vec![
                ("language", text("en")),
                ("name", text("Ada")),
                ("name_key", text("ada")),
                ("relation", None),
                ("postal_code", None),
                ("country", text("US")),
                ("comment", text("Because")),
                ("source", text("bus")),
            ],
        };
        let consent = Known { table: "consent", letter: None, columns: vec![("partner", text("union"))] };
        let person = Known { table: "person", letter: None, columns: vec![("email", text("a@example.org"))] };
        let found = traces(&[signature, consent, person]);
        assert_eq!(found, [b"a@example.org".to_vec(), b"enAdaadaUSBecause".to_vec()]);
    }
}
