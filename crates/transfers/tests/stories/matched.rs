//! Which gift a line is.

use crate::{currency, file};
use broadside_money::Amount;
use broadside_transfers::statement::Turn;
use broadside_transfers::{Doubt, Expected, Line, Match, Reference, matching, references};
use proptest::prelude::*;

fn expected(number: u64, minor: i64, name: &str) -> Expected {
    Expected {
        reference: Reference::of(number),
        amount: Amount::new(minor, currency("EUR")),
        name: name.to_owned(),
    }
}

fn line(minor: i64, name: &str, text: &str) -> Line {
    Line {
        key: String::new(),
        account: String::new(),
        day: "2018-09-20".to_owned(),
        amount: Amount::new(minor, currency("EUR")),
        turn: if minor < 0 { Turn::Outgoing } else { Turn::Incoming },
        name: name.to_owned(),
        iban: None,
        reference: None,
        text: text.to_owned(),
        is_batch: false,
    }
}

fn open() -> Vec<Expected> {
    vec![
        expected(20_180_001, 1_250, "Zoë Müller"),
        expected(20_180_002, 2_500, "Ada Lovelace"),
        expected(20_180_003, 2_000, "Ada Lovelace"),
        expected(20_180_004, 1_500, "Grace Hopper"),
        expected(20_180_005, 1_500, "GRACE HÖPPER"),
    ]
}

fn doubtful(candidates: &[usize], why: &[Doubt]) -> Match {
    Match::Doubtful { candidates: candidates.to_vec(), why: why.to_vec() }
}

#[test]
fn what_a_bank_tells_as_one_sum_is_nobody_s_without_a_look() {
    let batch = |minor, text| Line { is_batch: true, ..line(minor, "", text) };
    assert_eq!(
        matching(&batch(1_250, "Zoë RF35 2018 0001 / Rent"), &open()),
        doubtful(&[0], &[Doubt::Batch]),
        "though the sum is that of one"
    );
    let both = matching(&batch(3_750, "RF35 2018 0001 / Ada RF08 2018 0002"), &open());
    assert_eq!(both, doubtful(&[0, 1], &[Doubt::Batch, Doubt::Several, Doubt::OtherAmount]));
    assert_eq!(matching(&batch(3_750, "Rent / Salary"), &open()), Match::None);
}

#[test]
fn a_reference_with_its_amount_is_sure_however_it_is_written() {
    for text in [
        "RF3520180001",
        "RF35 2018 0001",
        "For the van rf35-2018-0001, thank you",
        "For the van RF35 2018 00\n01",
        "Ref.RF35 2018 0001.",
        "RF3520180001Spende",
        "RF35 0000 0201 8000 1",
        "RF35 2018 0001 / RF35 2018 0001",
        "RF35 2018 0001 12,50 EUR",
    ] {
        assert_eq!(matching(&line(1_250, "", text), &open()), Match::Sure(0), "{text}");
    }
}

#[test]
fn the_files_of_banks_are_matched_to_the_gifts_that_they_pay() {
    let matched = |bytes: &[u8]| -> Vec<Match> {
        file(bytes).lines.iter().map(|line| matching(line, &open())).collect()
    };
    let (sure, back) = (Match::Sure, |at: &[usize]| Match::Reversal { candidates: at.to_vec() });
    assert_eq!(
        matched(include_bytes!("../data/camt053-version2.xml")),
        [sure(0), sure(1), Match::None, Match::None, Match::None, back(&[0])]
    );
    assert_eq!(
        matched(include_bytes!("../data/mt940-german.sta")),
        [sure(0), sure(1), Match::None, back(&[0]), back(&[])]
    );
    assert_eq!(
        matched(include_bytes!("../data/mt940-envelope.sta")),
        [sure(2), sure(3), Match::None, Match::None]
    );
}

#[test]
fn another_amount_or_currency_is_doubtful() {
    assert_eq!(matching(&line(1_200, "", "RF35 2018 0001"), &open()), doubtful(&[0], &[Doubt::OtherAmount]));
    let mut pounds = line(1_250, "", "RF35 2018 0001");
    pounds.amount.currency = currency("GBP");
    assert_eq!(matching(&pounds, &open()), doubtful(&[0], &[Doubt::OtherCurrency]));
}

#[test]
fn a_slip_is_doubtful() {
    for text in [
        "RF35 2018 0007",
        "RF35 2O18 0001",
        "RF53 2018 0001",
        "FR35 2018 0001",
        "RG35 2018 0001",
        "RF35 208 0001",
        "RF35 2018 00001",
        "REF35 2018 0001",
        "35 2018 0001",
        "RF35201800015",
    ] {
        assert_eq!(matching(&line(1_250, "", text), &open()), doubtful(&[0], &[Doubt::Slip]), "{text}");
    }
    assert_eq!(
        matching(&line(900, "", "RF35 2018 0007"), &open()),
        doubtful(&[0], &[Doubt::Slip, Doubt::OtherAmount])
    );
}

#[test]
fn a_name_and_an_amount_are_doubtful_and_so_are_several() {
    assert_eq!(matching(&line(1_250, "MUELLER ZOE", "gift"), &open()), doubtful(&[0], &[Doubt::NameOnly]));
    assert_eq!(
        matching(&line(1_500, "Grace Hopper", ""), &open()),
        doubtful(&[3, 4], &[Doubt::NameOnly, Doubt::Several])
    );
    assert_eq!(
        matching(&line(2_500, "", "RF78 2018 0003 and RF08 2018 0002"), &open()),
        doubtful(&[1, 2], &[Doubt::Several])
    );
    assert_eq!(
        matching(&line(1_250, "", "RF35 2018 0001 RF18 5390 0754 7034"), &open()),
        doubtful(&[0], &[Doubt::OtherReference])
    );
    // The beginning of a longer reference is one too, once in 97 times.
    let longer = (0..1_000)
        .map(|more| Reference::of(20_180_001_000 + more))
        .find(|one| one.electronic().starts_with("RF35"));
    let longer = longer.unwrap().electronic().replace("RF3520180001", "RF35 2018 0001 ");
    assert_eq!(matching(&line(1_250, "", &longer), &open()[..1]), doubtful(&[0], &[Doubt::OtherReference]));
    // A second gift of somebody who promised as much once more, or the first one paid twice: a person knows.
    assert_eq!(
        matching(&line(1_250, "Zoë Müller", "RF18 5390 0754 7034"), &open()),
        doubtful(&[0], &[Doubt::NameOnly, Doubt::OtherReference])
    );
    let twice = [expected(1, 500, "A"), expected(1, 500, "A")];
    assert_eq!(matching(&line(500, "", "RF231"), &twice[..0]), Match::None);
    let text = Reference::of(1).to_string();
    assert_eq!(matching(&line(500, "", &text), &twice), doubtful(&[0, 1], &[Doubt::Several]));
}

#[test]
fn what_was_not_expected_is_none_and_what_goes_out_is_no_gift() {
    for unknown in [line(1_250, "Somebody", "gift"), line(1_250, "", ""), line(1_200, "Zoë Müller", "")] {
        assert_eq!(matching(&unknown, &open()), Match::None);
    }
    assert_eq!(matching(&line(0, "Zoë Müller", "RF35 2018 0001"), &open()), Match::None);
    assert_eq!(matching(&line(-1_250, "Zoë Müller", "rent"), &open()), Match::None);
    assert_eq!(
        matching(&line(-1_250, "", "RF35 2018 0001"), &open()),
        Match::Reversal { candidates: vec![0] }
    );
    let mut undone = line(-1_250, "Zoe Mueller", "");
    undone.turn = Turn::Reversal;
    assert_eq!(matching(&undone, &open()), Match::Reversal { candidates: vec![0] });
    // A payment of ours that came back, with the words of a gift.
    let mut returned = line(1_250, "", "RF35 2018 0001");
    returned.turn = Turn::Reversal;
    assert_eq!(matching(&returned, &open()), Match::Reversal { candidates: vec![0] });
}

proptest! {
    #[test]
    fn one_slip_is_never_sure_and_never_another(number in 10_000_000..99_999_999_u64, at in 0..12_usize, how in 0..3, digit in b'0'..=b'9') {
        let open = [expected(number, 500, "A"), expected(number + 1, 500, "B"), expected(number + 10, 500, "C")];
        let mut typed = open[0].reference.electronic().as_bytes().to_vec();
        let at = at.min(typed.len() - 2);
        match how {
            0 => typed[at] = digit,
            1 => typed.swap(at, at + 1),
            _ => { typed.remove(at); }
        }
        let text = String::from_utf8(typed).unwrap();
        prop_assume!(text != open[0].reference.electronic());
        let found = matching(&line(500, "", &text), &open);
        let has_it = matches!(&found, Match::Doubtful { candidates, .. } if candidates.contains(&0));
        prop_assert!(has_it, "{} {:?}", text, found);
    }

    #[test]
    fn a_reference_is_found_wherever_blanks_stand_in_it(number in 10_000_000_u64.., blanks in prop::collection::vec(any::<bool>(), 25), before in "[a-z .,\n]{0,20}", after in "[ .,\n][a-qs-z .,\n]{0,20}") {
        let open = [expected(number, 500, "A")];
        let mut text = before;
        for (c, blank) in open[0].reference.electronic().chars().zip(blanks) {
            text.push(c);
            if blank { text.push(' '); }
        }
        text.push_str(&after);
        prop_assert_eq!(matching(&line(500, "", &text), &open), Match::Sure(0));
    }

    #[test]
    fn no_words_stop_it(text in ".{0,200}|[RF0-9 ]{0,200}", name in ".{0,40}", minor: i64) {
        let _ = matching(&line(minor, &name, &text), &open());
    }
}

#[test]
fn every_reference_that_is_right_is_told_whoever_s_it_is() {
    let told =
        |text: &str| references(&line(1_250, "", text)).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(told("For the van rf35-2018-0001, and RF08 2018 0002."), ["RF35 2018 0001", "RF08 2018 0002"]);
    assert_eq!(told("RF35 2018 0002"), Vec::<String>::new(), "its check digits do not fit");
    let own = Line { reference: Reference::parse("RF3520180001").ok(), ..line(1_250, "", "RF35 2018 0001") };
    assert_eq!(references(&own).len(), 1, "once, wherever it stands");
}
