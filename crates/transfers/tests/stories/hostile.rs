//! Files that mean harm, and bytes that mean nothing.

use crate::hint;
use broadside_transfers::read;
use broadside_transfers::statement::{CsvMapping, Encoding, Layout, What, kind_of, preview, propose};
use proptest::prelude::*;

fn what(text: &str) -> What {
    read(text.as_bytes(), &hint()).unwrap_err().what
}

#[test]
fn no_entity_and_no_document_type_is_read() {
    for text in [
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Document><Stmt><Acct>&x;</Acct></Stmt></Document>",
        "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]><Document/>",
        "<!DOCTYPE a SYSTEM \"http://evil.example/a.dtd\"><Document/>",
        "<Document><Stmt><Acct>&x;</Acct></Stmt></Document>",
    ] {
        assert_eq!(what(text), What::ForbiddenXml, "{text}");
    }
    assert_eq!(what("<Document><Stmt><Acct>&#0;</Acct></Stmt></Document>"), What::BrokenXml);
}

#[test]
fn what_is_deep_or_long_has_an_end() {
    assert_eq!(what(&"<a>".repeat(100_000)), What::TooDeep);
    assert_eq!(what(&format!("<Stmt><Ntry>{}", "<Amt/>".repeat(500_000))), What::TooDeep);
    let attributes = " a=\"\"".repeat(100_000);
    assert!(read(format!("<Stmt><Ntry><Amt{attributes}/></Ntry></Stmt>").as_bytes(), &hint()).is_err());
    let many = format!(":20:X\n:60F:C180101EUR0,\n{}", ":61:180920C1,NTRFX\n".repeat(100_001));
    assert!(matches!(what(&many), What::TooManyLines { .. }));
    let fields = ":20:\n".repeat(500_000);
    assert!(matches!(what(&fields), What::TooManyLines { .. }));
    let rows = format!("Date,Amount\n{}", "2018-09-20,1\n".repeat(100_001));
    assert!(matches!(what(&rows), What::TooManyLines { .. }));
    let wide = format!("Date,Amount\n2018-09-20,1{}", ",".repeat(1_000_000));
    assert!(matches!(what(&wide), What::TooManyColumns { .. }));
}

#[test]
fn an_account_that_is_a_book_is_not_copied_into_every_line() {
    let entry = "<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2018-09-20</Dt></BookgDt></Ntry>";
    let text = format!(
        "<Document><Stmt><Acct><Id><Othr><Id>{}</Id></Othr></Id></Acct>{}</Stmt></Document>",
        "9".repeat(1_000_000),
        entry.repeat(1_000)
    );
    let lines = read(text.as_bytes(), &hint()).unwrap().lines;
    assert!(lines.len() == 1_000 && lines.iter().all(|line| line.account.len() <= 70));
}

/// Pieces of which files are made, so that chance gets further than the first letter.
fn pieces() -> impl Strategy<Value = String> {
    let known = [
        "<Document>",
        "<Stmt>",
        "</Stmt>",
        "<Ntry>",
        "</Ntry>",
        "<Amt Ccy=\"EUR\">",
        "</Amt>",
        "<Sts>BOOK</Sts>",
        "CRDT",
        "<CdtDbtInd>",
        "</CdtDbtInd>",
        "<BookgDt><Dt>2018-09-20</Dt></BookgDt>",
        "<NtryDtls><TxDtls>",
        "&amp;",
        "&#x",
        "<![CDATA[",
        "]]>",
        "<!--",
        "\n:20:",
        "\n:25:",
        "\n:60F:C180920EUR",
        "\n:61:",
        "180920",
        "0920",
        "C",
        "RC",
        "12,50",
        "NTRF",
        "//",
        "\n:86:",
        "166?20",
        "?32",
        "SVWZ+",
        "/REMI/",
        "/NAME/",
        "\n:62F:",
        "-\n",
        "{1:",
        "Date,Amount,Debit,Credit",
        "Buchungstag;Betrag;Soll/Haben",
        "\n",
        "2018-09-20",
        ",",
        ";",
        "\"",
        "ä",
        "−",
        "😀",
        "\u{feff}",
        "0",
        "-",
    ];
    prop::collection::vec(
        prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,5}"],
        0..60,
    )
    .prop_map(|pieces| pieces.concat())
}

fn look_at(bytes: &[u8], mapping: Option<CsvMapping>) {
    let _ = kind_of(bytes);
    let _ = read(bytes, &broadside_transfers::Hint { mapping, ..hint() });
    let _ = propose(bytes);
    for encoding in [Encoding::Utf8, Encoding::Windows1252] {
        let _ = preview(bytes, Layout { encoding, delimiter: '😀' }, 5);
    }
}

fn mapping() -> CsvMapping {
    propose(b"Date,Amount,Payer,IBAN,Reference,Currency,ID,Status\n").unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_stop_it(bytes in prop::collection::vec(any::<u8>(), 0..300), skip in 0..5_usize, bom in 0..4_usize) {
        look_at(&bytes, None);
        let marks: [&[u8]; 4] = [b"", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"];
        look_at(&[marks[bom], &bytes].concat(), Some(CsvMapping { skip, ..mapping() }));
    }

    #[test]
    fn nothing_that_looks_like_a_file_stops_it(text in pieces(), cut in 0..2_000_usize) {
        look_at(text.as_bytes(), None);
        look_at(&text.as_bytes()[..cut.min(text.len())], Some(mapping()));
        look_at(format!("<Document><Stmt><Ntry>{text}").as_bytes(), None);
        look_at(format!(":20:X\n:60F:C180101EUR0,\n{text}").as_bytes(), None);
        look_at(format!(":20:X\n:60F:C180101EUR0,\n:61:180920C1,NTRFX\n:86:{text}").as_bytes(), None);
        look_at(format!("Date;Amount;Payer\n{text}").as_bytes(), None);
    }

    #[test]
    fn no_file_of_a_bank_with_some_bytes_changed_stops_it(which in 0..9_usize, changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5)) {
        let files: [&[u8]; 9] = [
            include_bytes!("../data/camt053-version2.xml"),
            include_bytes!("../data/camt053-version8.xml"),
            include_bytes!("../data/mt940-german.sta"),
            include_bytes!("../data/mt940-envelope.sta"),
            include_bytes!("../data/table-german.csv"),
            include_bytes!("../data/table-german-marked.csv"),
            include_bytes!("../data/table-english.csv"),
            include_bytes!("../data/table-english-apart.csv"),
            include_bytes!("../data/table-spanish.csv"),
        ];
        let mut bytes = files[which].to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        look_at(&bytes, None);
    }
}
