//! Files that tell of the same days.

use crate::file;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A movement: its day of September, its euros, its words, and what the bank calls it.
type Movement = (u8, u16, String, Option<u8>);

fn movements() -> impl Strategy<Value = Vec<Movement>> {
    prop::collection::vec((1..9_u8, 1..4_u16, "[ab]", prop::option::of(0..9_u8)), 0..30).prop_map(
        |mut all| {
            all.sort_by_key(|one| one.0);
            all
        },
    )
}

fn camt(all: &[Movement]) -> String {
    let mut text = "<Document><BkToCstmrStmt><Stmt>".to_owned();
    for (day, euros, words, bank) in all {
        let bank = bank.map(|bank| format!("<AcctSvcrRef>{bank}</AcctSvcrRef>")).unwrap_or_default();
        write!(
            text,
            "<Ntry><Amt Ccy=\"EUR\">{euros}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2018-09-0{day}</Dt>\
             </BookgDt>{bank}<AddtlNtryInf>{words}</AddtlNtryInf></Ntry>"
        )
        .unwrap();
    }
    text + "</Stmt></BkToCstmrStmt></Document>"
}

fn mt940(all: &[Movement]) -> String {
    let mut text = ":20:X\n:25:1\n:60F:C180901EUR0,\n".to_owned();
    for (day, euros, words, bank) in all {
        let bank = bank.map(|bank| format!("//{bank}")).unwrap_or_default();
        write!(text, ":61:18090{day}090{day}C{euros},NTRFNONREF{bank}\n:86:{words}\n").unwrap();
    }
    text
}

fn table(all: &[Movement]) -> String {
    let mut text = "Date,Amount,Description,Transaction ID\n".to_owned();
    for (day, euros, words, bank) in all {
        let bank = bank.map(|bank| bank.to_string()).unwrap_or_default();
        writeln!(text, "2018-09-0{day},{euros}.00,{words},{bank}").unwrap();
    }
    text
}

fn keys(text: &str) -> Vec<String> {
    file(text.as_bytes()).lines.into_iter().map(|line| line.key).collect()
}

proptest! {
    #[test]
    fn whole_days_have_the_same_keys_in_every_file_and_no_two_movements_share_one(all in movements(), from in 1..9_u8, newest_first: bool) {
        for write in [camt, mt940, table] {
            let once = keys(&write(&all));
            prop_assert_eq!(&once, &keys(&write(&all)));
            prop_assert_eq!(once.iter().collect::<BTreeSet<_>>().len(), all.len());
            let mut later: Vec<Movement> = all.iter().filter(|one| one.0 >= from).cloned().collect();
            if newest_first {
                later.reverse();
            }
            let some: BTreeSet<String> = keys(&write(&later)).into_iter().collect();
            let expected: BTreeSet<String> =
                once.into_iter().zip(&all).filter(|(_, one)| one.0 >= from).map(|(key, _)| key).collect();
            prop_assert_eq!(some, expected);
        }
    }
}
