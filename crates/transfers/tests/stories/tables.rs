//! Tables.

use crate::{all_told, currency, file, hint};
use broadside_transfers::statement::{
    Amounts, CsvMapping, DayFormat, Encoding, Fault, Field, Kind, Layout, Place, Point, What, preview,
    propose,
};
use broadside_transfers::{Hint, read};

#[test]
fn a_german_table_is_read_by_its_heads() {
    let bytes = include_bytes!("../data/table-german.csv");
    let statement = file(bytes);
    assert_eq!((statement.kind, statement.pending), (Kind::Csv, 1));
    assert_eq!(
        all_told(&statement),
        [
            "2018-09-20 EUR 12.50 in | Zoë Müller | GB29NWBK60161331926819 |  | RF35 2018 0001 Für den Bus",
            "2018-09-20 EUR -1234.00 out | Stadtwerke |  |  | Strom; September",
        ]
    );
    assert_eq!(
        propose(bytes).unwrap(),
        CsvMapping {
            layout: Layout { encoding: Encoding::Windows1252, delimiter: ';' },
            skip: 1,
            day: 1,
            day_format: DayFormat::DayMonthYear,
            amounts: Amounts::Signed(8),
            point: Point::Comma,
            currency: Some(9),
            name: Some(5),
            iban: Some(6),
            text: vec![4],
            bank_reference: None,
            status: Some(10),
        }
    );
}

#[test]
fn a_table_with_a_head_above_marks_beside_and_a_balance_below_is_read() {
    let statement = file(include_bytes!("../data/table-german-marked.csv"));
    assert_eq!(
        all_told(&statement),
        [
            "2018-09-20 EUR 25.00 in | Ada Lovelace |  | RF08 2018 0002 | RF08 2018 0002",
            "2018-09-21 EUR -300.00 out | Van Hire Ltd |  |  | Rechnung 12",
        ]
    );
}

#[test]
fn english_and_spanish_tables_are_read_by_their_heads() {
    assert_eq!(
        all_told(&file(include_bytes!("../data/table-english.csv"))),
        [
            "2023-11-20 EUR 15.00 in | Hopper, Grace | NL91ABNA0417164300 |  | He said \"RF51 2018 0004\"",
            "2023-11-21 EUR -1234.56 out | Van Hire Ltd |  |  | Invoice 12",
        ]
    );
    assert_eq!(
        all_told(&file(include_bytes!("../data/table-english-apart.csv"))),
        [
            "2018-09-03 GBP 1025.00 in |  |  |  | ADA LOVELACE RF08 2018 0002",
            "2018-09-13 GBP -300.00 out |  |  |  | VAN HIRE",
        ]
    );
    assert_eq!(
        all_told(&file(include_bytes!("../data/table-spanish.csv"))),
        [
            "2018-09-20 EUR 1050.00 in | JOSE NANDU |  |  | Donación RF24 2018 0005",
            "2018-09-21 EUR -3.50 out |  |  |  | Comisión",
        ]
    );
}

fn mapping() -> CsvMapping {
    CsvMapping {
        layout: Layout { encoding: Encoding::Utf8, delimiter: ',' },
        skip: 0,
        day: 0,
        day_format: DayFormat::MonthDayYear,
        amounts: Amounts::Signed(1),
        point: Point::Dot,
        currency: None,
        name: None,
        iban: None,
        text: vec![3, 2],
        bank_reference: Some(4),
        status: None,
    }
}

#[test]
fn a_mapping_says_what_no_head_does_and_can_be_kept() {
    let kept = serde_json::to_string(&mapping()).unwrap();
    let hint = Hint { currency: currency("USD"), mapping: Some(serde_json::from_str(&kept).unwrap()) };
    let statement = read(b"09/20/2018,5.00,b,a,1\r\n\r\n9/21/18,\"1,000\",,c,2", &hint).unwrap();
    assert_eq!(
        all_told(&statement),
        ["2018-09-20 USD 5.00 in |  |  |  | a b", "2018-09-21 USD 1000.00 in |  |  |  | c"]
    );
    // Of no weight for what is no table.
    assert!(read(include_bytes!("../data/camt053-version2.xml"), &hint).is_ok());
}

#[test]
fn what_is_wrong_is_told_with_its_cell() {
    let of = |bytes: &[u8], mapping: CsvMapping| {
        read(bytes, &Hint { mapping: Some(mapping), ..hint() }).unwrap_err()
    };
    let cell = |line, column, what| Fault { place: Place::Cell { line, column }, what };
    let row = |line, what| Fault { place: Place::Line(line), what };
    let unreadable = |field, text: &str| What::Unreadable(field, text.to_owned());
    assert_eq!(
        of(b"heads\n\n09/20/2018,5\n20.09.2018,5", CsvMapping { skip: 2, ..mapping() }),
        cell(4, 0, unreadable(Field::Day, "20.09.2018"))
    );
    assert_eq!(of(b"09/20/2018,\"5,00\"", mapping()), cell(1, 1, unreadable(Field::Amount, "5,00")));
    assert_eq!(of(b"09/20/2018,", mapping()), cell(1, 1, What::Missing(Field::Amount)));
    assert_eq!(of(b",5", mapping()), cell(1, 0, What::Missing(Field::Day)));
    let marked = CsvMapping { amounts: Amounts::Marked { amount: 1, mark: 2 }, ..mapping() };
    assert_eq!(of(b"09/20/2018,5,?", marked), cell(1, 2, unreadable(Field::Direction, "?")));
    let apart = CsvMapping { amounts: Amounts::Apart { credit: 1, debit: 2 }, ..mapping() };
    assert_eq!(of(b"09/20/2018,5,5", apart), cell(1, 2, unreadable(Field::Amount, "5")));
    let in_column = CsvMapping { currency: Some(2), ..mapping() };
    assert_eq!(of(b"09/20/2018,5,BTC", in_column), cell(1, 2, unreadable(Field::Currency, "BTC")));
    // A stranger’s words that a bank did not quote.
    assert_eq!(of(b"09/20/2018,5,thanks\n09/20/2018,5,thanks,9999", mapping()), row(2, What::UnevenRow));
    assert_eq!(of(b"09/20/2018,5,\"thanks\n09/20/2018,5,thanks\n", mapping()), row(1, What::OpenQuote));
    assert_eq!(read(b"Dear Sir,\nplease find enclosed", &hint()).unwrap_err().what, What::NoHeads);
}

#[test]
fn a_table_whose_heads_say_nothing_is_shown_as_it_is() {
    let rows = preview(b"x;y\n1; 2 \n3;4", Layout { encoding: Encoding::Utf8, delimiter: ';' }, 2).unwrap();
    assert_eq!(rows, [["x", "y"], ["1", "2"]]);
}
