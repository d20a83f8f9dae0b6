//! The bank account of a fundraiser.

use super::Site;
use crate::campaigns::definition::Account;

const FUNDRAISER: &str = r#"[[fundraiser]]
slug = "van"
kind = "keep"
currency = "EUR"
ends = "2018-09-21 20:00"
title.en = "A van"
title.es = "Una furgoneta"
words.en = "For the way."
words.es = "Para el camino."
rule.en = "What is left pays for the next one."
rule.es = "Lo que sobra paga la siguiente."
least = "5"
account.name = "Our Association"
account.iban = "de89 3704 0044 0532 0130 00"
account.bic = "COBADEFFXXX"

[[fundraiser.item]]
slug = "van"
name.en = "A van"
name.es = "Una furgoneta"
price = "500"
"#;

fn with(changes: &[(&str, &str)]) -> Site {
    let site = Site::new();
    let changed = changes.iter().fold(FUNDRAISER.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    site.put("fundraisers.toml", changed);
    site
}

#[test]
fn an_account_is_read_as_people_write_it() {
    let read = with(&[]).definition().fundraisers.remove(0).account;
    let account = Account {
        name: "Our Association".to_owned(),
        iban: "DE89370400440532013000".to_owned(),
        bic: Some("COBADEFFXXX".to_owned()),
    };
    assert_eq!(read, Some(account));
    assert_eq!(
        with(&[("account.bic = \"COBADEFFXXX\"\n", "")])
            .definition()
            .fundraisers
            .remove(0)
            .account
            .and_then(|one| one.bic),
        None
    );
}

#[test]
fn what_is_transferred_cannot_be_promised_to_be_all_or_nothing() {
    let site = with(&[("kind = \"keep\"", "kind = \"all-or-nothing\"\nshort = \"spend\"")]);
    assert_eq!(
        site.faults(),
        [
            "fundraisers.toml:1: [[fundraiser]] money that is transferred is there at once, and cannot be promised to be all or nothing; write kind = \"keep\", or remove account"
        ]
    );
    let site = with(&[("least = \"5\"", "least = \"5\"\nelsewhere.url = \"https://example.org/give\"")]);
    assert_eq!(
        site.faults(),
        [
            "fundraisers.toml:1: [[fundraiser]] money is taken elsewhere or on account, not both; remove elsewhere or account"
        ]
    );
}

#[test]
fn a_slip_in_an_account_is_found() {
    for (changes, says) in [
        (
            [("0130 00", "0130 01"), ("COBADEFFXXX", "COBADEFFXXX")],
            "fundraisers.toml:14: [[fundraiser]] account.iban “de89 3704 0044 0532 0130 01” is mistyped: its check digits do not fit; compare it with the bank’s",
        ),
        (
            [("0130 00", "0130 00"), ("COBADEFFXXX", "cobade")],
            "fundraisers.toml:15: [[fundraiser]] account.bic “cobade” is no BIC; write 8 or 11 capital letters and digits, as \"COBADEFFXXX\"",
        ),
        (
            [("de89 3704 0044 0532 0130 00", "532013000"), ("COBADEFFXXX", "COBADEFF")],
            "fundraisers.toml:14: [[fundraiser]] account.iban “532013000” is no IBAN; write two letters, two digits and the rest, as \"DE89 3704 0044 0532 0130 00\"",
        ),
    ] {
        assert_eq!(with(&changes).faults(), [says]);
    }
}
