//! CAMT.

use crate::{all_told, file, hint};
use broadside_transfers::read;
use broadside_transfers::statement::{Fault, Field, Kind, Place, What};
use proptest::prelude::*;
use std::fmt::Write;

#[test]
fn version_2_is_read_with_its_batches_reversals_and_what_waits() {
    let statement = file(include_bytes!("../data/camt053-version2.xml"));
    assert_eq!((statement.kind, statement.pending), (Kind::Camt, 1));
    assert_eq!(
        all_told(&statement),
        [
            "2018-09-20 EUR 12.50 in | Zoë & Jürgen Müller | GB29NWBK60161331926819 |  | For the van RF35 2018 0001 — good luck!",
            "2018-09-20 EUR 25.00 in | Ada Lovelace |  | RF08 2018 0002 | RF0820180002",
            "2018-09-20 EUR 50.00 in | Alan Turing |  |  | Spende",
            "2018-09-20 EUR -300.00 out | Van Hire Ltd | GB29NWBK60161331926819 |  | Invoice 12",
            "2018-09-20 EUR -4.90 out |  |  |  | Account fee",
            "2018-09-21 EUR -12.50 undone | Zoë & Jürgen Müller |  |  | For the van RF35 2018 0001",
        ]
    );
    assert!(statement.lines.iter().all(|line| line.account == "DE89370400440532013000"));
}

#[test]
fn version_8_is_read_where_elements_moved_and_have_a_prefix() {
    let statement = file(include_bytes!("../data/camt053-version8.xml"));
    assert_eq!(statement.pending, 1);
    assert_eq!(
        all_told(&statement),
        [
            "2023-11-20 EUR 20.00 in | Ada Lovelace | NL91ABNA0417164300 |  | rf78-2018-0003 <3",
            "2023-11-20 EUR 10.00 in | Grace Hopper |  |  | ",
            "2023-11-20 EUR -2.00 out |  |  |  | Charges",
            "2023-11-21 EUR 40.00 undone | Van Hire Ltd |  |  | ",
        ]
    );
    assert!(statement.lines.iter().all(|line| line.account == "0532013000"));
}

/// An entry that can be told apart from others by its words.
fn entry(amount: &str, more: &str) -> String {
    format!(
        "<Ntry><Amt Ccy=\"EUR\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>\
         <BookgDt><Dt>2018-09-20</Dt></BookgDt>{more}</Ntry>"
    )
}

fn document(entries: &str) -> String {
    format!("<Document>\n<BkToCstmrStmt><Stmt>\n{entries}</Stmt></BkToCstmrStmt></Document>")
}

fn fault(text: &str) -> Fault {
    read(text.as_bytes(), &hint()).unwrap_err()
}

#[test]
fn a_batch_that_is_not_told_apart_is_one_line_and_a_report_within_the_day_is_a_statement() {
    let batch = entry(
        "5.00",
        "<NtryDtls><TxDtls/><TxDtls><RmtInf><Ustrd>RF35 2018 0001</Ustrd></RmtInf></TxDtls></NtryDtls><AddtlNtryInf>Batch</AddtlNtryInf>",
    );
    let report = document(&batch).replace("Stmt>", "Rpt>");
    let statement = file(report.as_bytes());
    assert_eq!(all_told(&statement), ["2018-09-20 EUR 5.00 in |  |  |  | Batch / RF35 2018 0001"]);
    assert!(statement.lines[0].is_batch);
}

#[test]
fn a_batch_that_says_how_many_it_is_and_tells_none_is_one_too() {
    let entry = entry(
        "50.00",
        "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch></NtryDtls><AddtlNtryInf>RF35 2018 0001</AddtlNtryInf>",
    );
    assert!(file(document(&entry).as_bytes()).lines[0].is_batch);
}

#[test]
fn each_part_of_a_batch_has_a_key_of_its_own() {
    let part = "<TxDtls><Amt Ccy=\"EUR\">5</Amt></TxDtls>";
    let batch = entry("10", &format!("<AcctSvcrRef>B</AcctSvcrRef><NtryDtls>{part}{part}</NtryDtls>"));
    let lines = file(document(&batch).as_bytes()).lines;
    assert_eq!(lines[1].key, format!("{}-2", lines[0].key));
}

#[test]
fn two_references_are_none() {
    let reference = |one: &str| format!("<Strd><CdtrRefInf><Ref>{one}</Ref></CdtrRefInf></Strd>");
    let both = format!("{}{}", reference("RF3520180001"), reference("RF0820180002"));
    let two = entry("5", &format!("<NtryDtls><TxDtls><RmtInf>{both}</RmtInf></TxDtls></NtryDtls>"));
    assert_eq!(
        all_told(&file(document(&two).as_bytes())),
        ["2018-09-20 EUR 5.00 in |  |  |  | RF3520180001 RF0820180002"]
    );
}

#[test]
fn what_is_wrong_is_told_with_its_element_and_line() {
    let whole = document(&entry("5.00", ""));
    let in_entry = |what: What| Fault { place: Place::Element { name: "Ntry", line: 3 }, what };
    let in_amount = |what: What| Fault { place: Place::Element { name: "Amt", line: 3 }, what };
    for (from, to, fault_there) in [
        ("<Sts>BOOK</Sts>", "", in_entry(What::Missing(Field::Status))),
        ("CRDT", "", in_entry(What::Missing(Field::Direction))),
        ("CRDT", "BOTH", in_entry(What::Unreadable(Field::Direction, "BOTH".to_owned()))),
        ("<BookgDt><Dt>2018-09-20</Dt></BookgDt>", "", in_entry(What::Missing(Field::Day))),
        ("2018-09-20", "2018-02-30", in_entry(What::Unreadable(Field::Day, "2018-02-30".to_owned()))),
        ("5.00", "5,00", in_amount(What::Unreadable(Field::Amount, "5,00".to_owned()))),
        ("5.00", "-5.00", in_amount(What::Unreadable(Field::Amount, "-5.00".to_owned()))),
        ("5.00", "5.001", in_amount(What::Unreadable(Field::Amount, "5.001".to_owned()))),
        ("5.00", "NaN", in_amount(What::Unreadable(Field::Amount, "NaN".to_owned()))),
        ("5.00", "", in_amount(What::Unreadable(Field::Amount, String::new()))),
        (" Ccy=\"EUR\"", "", in_amount(What::Missing(Field::Currency))),
        ("EUR", "XXX", in_amount(What::Unreadable(Field::Currency, "XXX".to_owned()))),
    ] {
        assert!(whole.contains(from));
        assert_eq!(fault(&whole.replace(from, to)), fault_there, "{from} {to}");
    }
    assert_eq!(fault("<html></html>").what, What::NoStatement);
    assert_eq!(fault(&whole.replace("</Document>", "")).what, What::BrokenXml);
    assert_eq!(fault(&whole.replace("</Stmt>", "</Ntry>")).what, What::BrokenXml);
}

/// What a small writer writes.
#[derive(Clone, Debug)]
struct Written {
    minor: i64,
    is_credit: bool,
    name: String,
    text: String,
}

fn written() -> impl Strategy<Value = Written> {
    (0..1_000_000_000_000_i64, any::<bool>(), "[\\PC]{0,30}", "[\\PC]{0,140}")
        .prop_map(|(minor, is_credit, name, text)| Written { minor, is_credit, name, text })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #[test]
    fn what_is_written_reads_back(all in prop::collection::vec(written(), 0..20)) {
        let mut entries = String::new();
        for one in &all {
            let (cents, code) = (one.minor, if one.is_credit { "CRDT" } else { "DBIT" });
            let party = if one.is_credit { "Dbtr" } else { "Cdtr" };
            write!(
                entries,
                "<Ntry><Amt Ccy=\"EUR\">{}.{:02}</Amt><CdtDbtInd>{code}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
                 <BookgDt><Dt>2018-09-20</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><{party}><Pty><Nm>{}</Nm></Pty></{party}>\
                 </RltdPties><RmtInf><Ustrd>{}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>",
                cents / 100, cents % 100, escaped(&one.name), escaped(&one.text),
            ).unwrap();
        }
        let lines = file(document(&entries).as_bytes()).lines;
        prop_assert_eq!(lines.len(), all.len());
        for (line, one) in lines.iter().zip(&all) {
            prop_assert_eq!(line.amount.minor, if one.is_credit { one.minor } else { -one.minor });
            prop_assert_eq!(&line.name, &on_one_line(&one.name));
            prop_assert_eq!(&line.text, &on_one_line(&one.text));
        }
    }
}
