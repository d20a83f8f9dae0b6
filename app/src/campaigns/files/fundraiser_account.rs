//! Reads and writes the bank account of a fundraiser: `account.name`, `account.iban`, `account.bic`.

use super::checks::Rule;
use super::fundraiser_rules::{MOST_HOLDER, is_bic};
use super::table::Table;
use super::toml_text::Toml;
use crate::campaigns::definition::Account;
use broadside_transfers::iban::{Fault, Iban};

pub fn read(table: &Table) -> Option<Account> {
    let inner = table.table(
        "account",
        "write account.name = \"Our Association\" and account.iban = \"DE89 3704 0044 0532 0130 00\"",
    )?;
    let name = inner.text("name", Rule::Words(MOST_HOLDER));
    let typed = inner.text("iban", Rule::Words(60));
    let iban = match Iban::parse(&typed.text) {
        Ok(iban) => Some(iban),
        Err(Fault::Missing) => None,
        Err(fault) => {
            inner.fault(typed.line, format!("[[fundraiser]] account.iban “{}” {}", typed.text, wrong(fault)));
            None
        }
    };
    let bic = inner.optional_text("bic", Rule::Words(11));
    if let (Some(bic), Some(iban)) = (&bic, &iban)
        && !is_bic(&bic.text, iban)
    {
        inner.fault(
            bic.line,
            format!(
                "[[fundraiser]] account.bic “{}” is no BIC; write 8 or 11 capital letters and digits, as \"COBADEFFXXX\"",
                bic.text
            ),
        );
    }
    inner.finish();
    Some(Account {
        name: name.text,
        iban: iban.map_or(typed.text, |iban| iban.electronic().to_owned()),
        bic: bic.map(|bic| bic.text),
    })
}

pub fn write(toml: &mut Toml, account: Option<&Account>) {
    let Some(account) = account else { return };
    toml.text("account.name", &account.name);
    toml.text("account.iban", &account.iban);
    toml.optional("account.bic", account.bic.as_ref());
}

fn wrong(fault: Fault) -> &'static str {
    match fault {
        Fault::CheckDigits => "is mistyped: its check digits do not fit; compare it with the bank’s",
        Fault::Form => "is too long or too short for its country; compare it with the bank’s",
        Fault::Country => "begins with no country’s letters; compare it with the bank’s",
        Fault::Missing | Fault::NoIban => {
            "is no IBAN; write two letters, two digits and the rest, as \"DE89 3704 0044 0532 0130 00\""
        }
    }
}
