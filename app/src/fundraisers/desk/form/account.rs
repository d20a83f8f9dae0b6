//! Where a fundraiser's money goes, as it is typed at the desk: a bank account, or another site.

use super::asked::Asked;
use super::editing::Typed;
use super::faults::{Fault, Faults};
use super::pages::Part;
use crate::campaigns::definition::{Account, Elsewhere, Fundraiser};
use crate::campaigns::files::fundraiser_rules::{Clash, MOST_HOLDER, clashes, is_bic};
use crate::campaigns::files::{Rule, one_paragraph};
use crate::campaigns::typed::{WordsFault, value};
use crate::web::asked::Ask;
use broadside_transfers::iban::{Fault as IbanFault, Iban};

/// What stands in the form.
pub fn typed(one: &Fundraiser) -> Typed {
    let mut all = Typed::new();
    if let Some(account) = &one.account {
        all.insert("holder".to_owned(), account.name.clone());
        all.insert("iban".to_owned(), in_fours(&account.iban));
        all.insert("bic".to_owned(), account.bic.clone().unwrap_or_default());
    }
    if let Some(elsewhere) = &one.elsewhere {
        all.insert("url".to_owned(), elsewhere.url.clone());
    }
    all
}

/// `DE89 3704 0044 0532 0130 00`
pub fn in_fours(iban: &str) -> String {
    let signs: Vec<char> = iban.chars().collect();
    signs.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The fundraiser with its money going where it was typed, or all that is wrong with that.
pub fn taken(before: &Fundraiser, typed: &Typed) -> Result<Fundraiser, Faults> {
    let mut faults = Faults::new();
    let account = account(typed, &mut faults);
    let url = value(typed, "url");
    let elsewhere = (!url.is_empty()).then(|| Elsewhere {
        url: url.to_owned(),
        total: before.elsewhere.as_ref().and_then(|elsewhere| elsewhere.total.clone()),
    });
    if elsewhere.is_some() && Rule::Url.check(url).is_err() {
        faults.push(("url".to_owned(), Fault::Url));
    }
    let after = Fundraiser { elsewhere, account, ..before.clone() };
    for clash in clashes(&after) {
        let field = match clash {
            Clash::AccountPromised => "iban",
            _ => "url",
        };
        faults.push((field.to_owned(), Fault::Clash(clash, after.currency())));
    }
    if faults.is_empty() { Ok(after) } else { Err(faults) }
}

fn account(typed: &Typed, faults: &mut Faults) -> Option<Account> {
    let mut wrong = |name: &str, fault: Fault| faults.push((name.to_owned(), fault));
    let (holder, bic) = (one_paragraph(value(typed, "holder")), value(typed, "bic").to_uppercase());
    let iban = match Iban::parse(value(typed, "iban")) {
        Ok(iban) => Some(iban),
        Err(IbanFault::Missing) if holder.is_empty() && bic.is_empty() => return None,
        Err(IbanFault::Missing) => {
            wrong("iban", Fault::NoIban);
            None
        }
        Err(fault) => {
            wrong("iban", Fault::Iban(fault));
            None
        }
    };
    if holder.is_empty() {
        wrong("holder", Fault::Words(WordsFault::Missing));
    } else if holder.chars().count() > MOST_HOLDER {
        wrong("holder", Fault::Words(WordsFault::TooLong(MOST_HOLDER)));
    } else if Rule::Words(MOST_HOLDER).check(&holder).is_err() {
        wrong("holder", Fault::Words(WordsFault::Unprintable));
    }
    let iban = iban?;
    if !bic.is_empty() && !is_bic(&bic, &iban) {
        wrong("bic", Fault::Bic);
    }
    Some(Account { name: holder, iban: iban.electronic().to_owned(), bic: (!bic.is_empty()).then_some(bic) })
}

pub fn parts(asked: &Asked) -> Vec<Part> {
    let say = asked.say;
    let transfers = vec![
        asked.field("holder", "fundraisers-account-holder", "fundraisers-account-holder-hint", Ask::Line),
        asked.field("iban", "fundraisers-transfer-iban", "", Ask::Line),
        asked.field("bic", "fundraisers-transfer-bic", "fundraisers-account-bic-hint", Ask::Line),
    ];
    let elsewhere =
        vec![asked.field("url", "fundraisers-account-url", "fundraisers-account-url-hint", Ask::Line)];
    vec![
        Part {
            title: say.text("fundraisers-account-transfers"),
            words: say.text("fundraisers-account-transfers-words"),
            fields: transfers,
        },
        Part {
            title: say.text("fundraisers-form-elsewhere"),
            words: say.text("fundraisers-account-elsewhere-words"),
            fields: elsewhere,
        },
    ]
}
