//! CAMT: what a bank tells of an account by ISO 20022, as camt.053 (a statement) or camt.052 (a report within the
//! day), whose entries are alike. Every version has the same elements where they are read here, but for a few that moved:
//! in version 8 a status and a party are one step deeper than in version 2, and the amount of a part of a batch is higher.

use super::xml::{Element, parts};
use super::{Entry, Fault, Field, Place, Told, What, figures};
use crate::{Iban, Reference};
use broadside_money::{Amount, Currency};
use jiff::civil::Date;

pub fn read(text: &str) -> Result<Told, Fault> {
    let mut told = Told::default();
    let mut account = (0, String::new());
    parts(text, |statement, part| {
        if account.0 != statement {
            account = (statement, String::new());
        }
        match part.name {
            "Acct" => account.1 = account_of(part),
            "Ntry" if is_booked(part)? => {
                for entry in entries(part, &account.1)? {
                    told.add(entry)?;
                }
            }
            "Ntry" => told.pending += 1,
            _ => {}
        }
        Ok(())
    })?;
    Ok(told)
}

fn account_of(element: &Element) -> String {
    let iban = element.words(&["Id", "IBAN"]);
    let number = if iban.is_empty() { element.words(&["Id", "Othr", "Id"]) } else { iban };
    super::account(number)
}

/// `<Sts>BOOK</Sts>`, and in version 8 `<Sts><Cd>BOOK</Cd></Sts>`. What waits, is for information or has a word of
/// the bank’s own has not moved yet.
fn is_booked(entry: &Element) -> Result<bool, Fault> {
    let status = first_words(entry, &[&["Sts", "Cd"], &["Sts", "Prtry"], &["Sts"]]);
    if status.is_empty() { Err(missing(entry, Field::Status)) } else { Ok(status == "BOOK") }
}

/// An entry, or each of its parts where the bank says how much each is.
fn entries(entry: &Element, account: &str) -> Result<Vec<Entry>, Fault> {
    let amount = amount_of(entry)?.ok_or_else(|| missing(entry, Field::Amount))?;
    let is_credit = is_credit(entry)?.ok_or_else(|| missing(entry, Field::Direction))?;
    let parts: Vec<&Element> = entry.all("NtryDtls").flat_map(|details| details.all("TxDtls")).collect();
    let is_alone = parts.len() < 2;
    let whole = Whole { entry, account, day: day(entry)?, is_reversal: is_reversal(entry), is_alone };
    if is_alone {
        // The amount of its only part may be in another currency.
        let line = whole.line(parts.first().copied(), amount, is_credit);
        return Ok(vec![Entry { is_batch: are_several(entry), ..line }]);
    }
    let mut lines = Vec::with_capacity(parts.len());
    for part in &parts {
        let Some(own) = part_amount(part, amount.currency)? else {
            // Of a batch that the bank does not tell apart, the whole is what is known.
            return Ok(vec![Whole { is_alone: true, ..whole }.together(&parts, amount, is_credit)]);
        };
        let is_credit = self::is_credit(part)?.unwrap_or(is_credit);
        lines.push(whole.line(Some(part), own, is_credit));
    }
    Ok(lines)
}

/// Whether it says to be of several, whichever of them it tells.
fn are_several(entry: &Element) -> bool {
    let told =
        entry.all("NtryDtls").filter_map(|details| details.words(&["Btch", "NbOfTxs"]).parse::<u64>().ok());
    told.fold(0, u64::saturating_add) > 1
}

/// What holds for every part of an entry.
struct Whole<'a> {
    entry: &'a Element,
    account: &'a str,
    day: Date,
    is_reversal: bool,
    /// The entry is one line, so its words and its reference are that line’s.
    is_alone: bool,
}

impl Whole<'_> {
    /// One line with what all parts say: it is nobody’s in particular.
    fn together(&self, parts: &[&Element], amount: Amount, is_credit: bool) -> Entry {
        let whole = self.line(None, amount, is_credit);
        let parts = parts.iter().map(|part| {
            let one = self.line(Some(part), amount, is_credit);
            let of_entry = one.text == whole.text;
            [one.name, if of_entry { String::new() } else { one.text }]
        });
        let words = parts.map(|words| words.join(" ").trim().to_owned()).filter(|words| !words.is_empty());
        let text = std::iter::once(whole.text.clone()).filter(|words| !words.is_empty()).chain(words);
        Entry { text: text.collect::<Vec<_>>().join(" / "), is_batch: true, ..whole }
    }

    fn line(&self, part: Option<&Element>, amount: Amount, is_credit: bool) -> Entry {
        let is_reversal = self.is_reversal || part.is_some_and(is_reversal);
        let (name, iban) = part.map_or_else(Default::default, |part| {
            // Who pays whom is told as it was before it was undone.
            other_side(part, is_credit != is_reversal, self.account)
        });
        let remittance = part.and_then(|part| part.at(&["RmtInf"]));
        let text = remittance.map(words_of).unwrap_or_default();
        let of_bank = part.map_or("", |part| part.words(&["AddtlTxInf"]));
        let text = match (text.is_empty(), of_bank) {
            (true, "") if self.is_alone => self.entry.words(&["AddtlNtryInf"]).to_owned(),
            (true, of_bank) => of_bank.to_owned(),
            (false, _) => text,
        };
        let minor = if is_credit { amount.minor } else { -amount.minor };
        Entry {
            account: self.account.to_owned(),
            day: self.day,
            amount: Amount::new(minor, amount.currency),
            is_reversal,
            name,
            iban,
            reference: remittance.and_then(only_reference),
            text,
            bank_reference: self.bank_reference(part),
            end_to_end: part.map_or("", |part| part.words(&["Refs", "EndToEndId"])).to_owned(),
            is_batch: false,
        }
    }

    /// The bank’s own. What the whole batch has is no part’s.
    fn bank_reference(&self, part: Option<&Element>) -> String {
        let own = part.map_or("", |part| part.words(&["Refs", "AcctSvcrRef"]));
        let whole = self.entry.words(&["AcctSvcrRef"]);
        if self.is_alone {
            return if whole.is_empty() { own } else { whole }.to_owned();
        }
        // A part that repeats the reference of the whole says nothing of itself.
        if own == whole { String::new() } else { own.to_owned() }
    }
}

/// The name and the account at the other end.
fn other_side(part: &Element, is_credit: bool, own: &str) -> (String, Option<Iban>) {
    let payer = side(part, "Dbtr", "UltmtDbtr", "DbtrAcct");
    let payee = side(part, "Cdtr", "UltmtCdtr", "CdtrAcct");
    let (likely, other) = if is_credit { (payer, payee) } else { (payee, payer) };
    let is_own = likely.1.is_some_and(|iban| iban.electronic() == own);
    if is_own || likely.0.is_empty() && likely.1.is_none() { other } else { likely }
}

fn side(part: &Element, party: &str, ultimate: &str, account: &str) -> (String, Option<Iban>) {
    let name = first_words(
        part,
        &[
            &["RltdPties", party, "Nm"],
            &["RltdPties", party, "Pty", "Nm"],
            &["RltdPties", ultimate, "Nm"],
            &["RltdPties", ultimate, "Pty", "Nm"],
        ],
    );
    (name.to_owned(), Iban::parse(part.words(&["RltdPties", account, "Id", "IBAN"])).ok())
}

/// What the payer wrote, freely and as references.
fn words_of(remittance: &Element) -> String {
    let free = remittance.all("Ustrd").map(|words| words.text.trim());
    let structured = remittance
        .all("Strd")
        .flat_map(|one| [one.words(&["CdtrRefInf", "Ref"]), one.words(&["AddtlRmtInf"])]);
    free.chain(structured).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The creditor reference, unless there are several.
fn only_reference(remittance: &Element) -> Option<Reference> {
    let mut all =
        remittance.all("Strd").filter_map(|one| Reference::parse(one.words(&["CdtrRefInf", "Ref"])).ok());
    let first = all.next()?;
    all.all(|other| other.is(&first)).then_some(first)
}

/// Says so, or has a reason for its return, or the code of a payment that came back (RRTN) or was called back (RPCR).
fn is_reversal(element: &Element) -> bool {
    matches!(element.words(&["RvslInd"]), "true" | "1")
        || element.at(&["RtrInf"]).is_some()
        || matches!(element.words(&["BkTxCd", "Domn", "Fmly", "SubFmlyCd"]), "RRTN" | "RPCR")
}

fn is_credit(element: &Element) -> Result<Option<bool>, Fault> {
    match element.words(&["CdtDbtInd"]) {
        "" => Ok(None),
        "CRDT" => Ok(Some(true)),
        "DBIT" => Ok(Some(false)),
        other => Err(What::unreadable(Field::Direction, other).at(place(element))),
    }
}

/// When it was booked, or the day of its value where the bank says no other.
fn day(entry: &Element) -> Result<Date, Fault> {
    let paths: [&[&str]; 4] =
        [&["BookgDt", "Dt"], &["BookgDt", "DtTm"], &["ValDt", "Dt"], &["ValDt", "DtTm"]];
    let text = first_words(entry, &paths);
    if text.is_empty() {
        return Err(missing(entry, Field::Day));
    }
    figures::iso_day(text).ok_or_else(|| What::unreadable(Field::Day, text).at(place(entry)))
}

/// Of a part of a batch, in the currency of the account; nothing where none is told in it.
fn part_amount(part: &Element, currency: Currency) -> Result<Option<Amount>, Fault> {
    let amounts = part.at(&["AmtDtls"]);
    let places = [
        Some(part),
        amounts.and_then(|amounts| amounts.at(&["TxAmt"])),
        amounts.and_then(|amounts| amounts.at(&["InstdAmt"])),
    ];
    for place in places.into_iter().flatten() {
        if let Some(amount) = amount_of(place)?.filter(|amount| amount.currency == currency) {
            return Ok(Some(amount));
        }
    }
    Ok(None)
}

fn amount_of(element: &Element) -> Result<Option<Amount>, Fault> {
    let Some(found) = element.at(&["Amt"]) else { return Ok(None) };
    let code = found.currency.as_deref().ok_or_else(|| missing(found, Field::Currency))?;
    let currency =
        Currency::parse(code).ok_or_else(|| What::unreadable(Field::Currency, code).at(place(found)))?;
    let text = found.text.trim();
    let minor = figures::amount(text, '.', &[], currency)
        .ok_or_else(|| What::unreadable(Field::Amount, text).at(place(found)))?;
    Ok(Some(Amount::new(minor, currency)))
}

/// The words of the first path at which there are any.
fn first_words<'a>(element: &'a Element, paths: &[&[&str]]) -> &'a str {
    paths.iter().map(|path| element.words(path)).find(|words| !words.is_empty()).unwrap_or_default()
}

fn missing(element: &Element, field: Field) -> Fault {
    What::Missing(field).at(place(element))
}

fn place(element: &Element) -> Place {
    Place::Element { name: element.name, line: element.line }
}
