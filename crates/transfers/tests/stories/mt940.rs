//! MT940.

use crate::{all_told, file, hint};
use broadside_transfers::read;
use broadside_transfers::statement::{Fault, Field, Kind, Place, What};

#[test]
fn a_german_file_of_several_pages_is_read_around_new_year() {
    let statement = file(include_bytes!("../data/mt940-german.sta"));
    assert_eq!((statement.kind, statement.pending), (Kind::Mt940, 1));
    assert_eq!(
        all_told(&statement),
        [
            "2018-12-31 EUR 12.50 in | Zoë Müller und Jürgen Groß | GB29NWBK60161331926819 |  | Für den neuen Bus! RF35 2018 0001 alles Gute",
            // Booked in the year after the one of its value.
            "2019-01-02 EUR 25.00 in | ADA LOVELACE |  | RF08 2018 0002 | RF08 2018 0002",
            "2019-01-02 EUR -300.00 out | Van Hire Ltd |  |  | Rechnung 12",
            "2019-01-02 EUR -12.50 undone | Zoë Müller |  | RF35 2018 0001 | RF35 2018 0001",
            "2019-01-02 EUR 7.00 undone | Van Hire Ltd |  |  | Konto erloschen",
        ]
    );
    assert!(statement.lines.iter().all(|line| line.account == "37040044/0532013000"));
}

#[test]
fn a_file_in_its_envelope_with_two_accounts_is_read() {
    let statement = file(include_bytes!("../data/mt940-envelope.sta"));
    assert_eq!(
        all_told(&statement),
        [
            "2018-09-20 EUR 20.00 in | ADA LOVELACE | NL91ABNA0417164300 | RF78 2018 0003 | RF78 2018 0003",
            "2018-09-20 EUR 15.00 in |  |  |  | GRACE HOPPER GIFT RF5120 180004 WITH LOVE",
            "2018-09-21 EUR -1.50 out |  |  |  | /FEE/ monthly",
            "2018-09-22 GBP 15.00 in |  |  |  | ",
        ]
    );
    assert_eq!(statement.lines[3].account, "NL20INGB0001234567");
}

#[test]
fn a_leap_day_and_a_value_day_before_its_booking_are_read() {
    let day = |movement: &str| {
        let text = format!(":20:X\n:60F:C200101EUR0,\n:61:{movement}\n");
        read(text.as_bytes(), &hint())
            .map(|statement| statement.lines[0].day.clone())
            .map_err(|fault| fault.what)
    };
    assert_eq!(day("2003010229C1,NTRFX").as_deref(), Ok("2020-02-29"));
    assert_eq!(day("1901021231C1,NTRFX").as_deref(), Ok("2018-12-31"));
    assert_eq!(day("991231C1,NTRFX").as_deref(), Ok("1999-12-31"));
    assert!(
        matches!(day("1903010229C1,NTRFX").as_deref(), Ok("2020-02-29")),
        "of the nearest year that has it"
    );
    assert!(matches!(day("1902300228C1,NTRFX"), Err(What::Unreadable(Field::Day, _))));
}

#[test]
fn the_last_letter_of_a_currency_may_stand_before_the_amount() {
    let text = ":20:X\n:60F:C180101EUR0,\n:61:1809200920CR1,NTRFX\n:61:1809200920RDR2,NTRFX\n:61:1809200920RCR1,NTRFX\n:62F:C180920EUR2,";
    let minors: Vec<i64> = file(text.as_bytes()).lines.iter().map(|line| line.amount.minor).collect();
    assert_eq!(minors, [100, 200, -100]);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let whole =
        ":20:X\n:25:1\n:60F:C180919EUR0,\n:61:1809200920C20,00NTRFX\n:86:words\n:62F:C180920EUR20,\n-\n";
    assert!(read(whole.as_bytes(), &hint()).is_ok());
    let unreadable = |field: Field, text: &str| What::Unreadable(field, text.to_owned());
    for (from, to, line, what) in [
        (":60F:C180919EUR0,\n", "", 3, What::Missing(Field::Currency)),
        ("EUR0,", "EUX0,", 3, unreadable(Field::Currency, "C180919EUX0,")),
        ("EUR0,", "EUR0.00", 3, unreadable(Field::Balance, "C180919EUR0.00")),
        ("1809200920C", "18O9200920C", 4, unreadable(Field::Day, "18O9200920C20,00NTRFX")),
        ("C20,00N", "X20,00N", 4, unreadable(Field::Direction, "1809200920X20,00NTRFX")),
        ("C20,00N", "C20.00N", 4, unreadable(Field::Amount, "1809200920C20.00NTRFX")),
        ("C20,00N", "C2,0,0N", 4, unreadable(Field::Amount, "1809200920C2,0,0NTRFX")),
        // Part of a payer’s words that begins a line as a movement does.
        ("words", "wo\n:61:1809200920C99,00NTRFX", 7, What::Unbalanced),
        ("-\n", "-\nwords", 8, What::UnknownLine),
    ] {
        let fault = read(whole.replace(from, to).as_bytes(), &hint()).unwrap_err();
        assert_eq!(fault, Fault { place: Place::Line(line), what }, "{from} {to}");
    }
}
