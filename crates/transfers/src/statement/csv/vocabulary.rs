//! The heads and words that banks write in their tables, in English, German and Spanish. Data, and how it is compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a column may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Day,
    /// Of the value, for want of the other.
    ValueDay,
    Amount,
    Credit,
    Debit,
    Mark,
    Currency,
    Name,
    Iban,
    Text,
    BankReference,
    Status,
}

/// Each meaning with its heads, in the form of [`plain`] with commas between them, the likelier first.
#[rustfmt::skip]
const HEADS: [(Meaning, &str); 12] = [
    (Meaning::Day, "\
        booking date,bookingdate,transaction date,posting date,date booked,buchungstag,buchungsdatum,\
        buchung,fecha operacion,fecha de operacion,fecha contable,f operacion,fecha oper,date,datum,\
        fecha,completed date,date completed"),
    (Meaning::ValueDay, "\
        value date,valuta,valutadatum,wertstellungsdatum,wertstellung,wert,fecha valor,f valor,valor"),
    (Meaning::Amount, "\
        amount,transaction amount,betrag,umsatz,importe,monto,cantidad,amount eur,betrag eur,\
        betrag €,importe eur,importe €,umsatz in eur,betrag in eur,amount in eur,importe en euros"),
    (Meaning::Credit, "\
        credit,credit amount,paid in,money in,haben,gutschrift,haben eur,abono,abonos,haber,ingreso,\
        ingresos,credito"),
    (Meaning::Debit, "\
        debit,debit amount,paid out,money out,soll,lastschrift,belastung,soll eur,cargo,cargos,debe,\
        gasto,gastos,debito"),
    (Meaning::Mark, "\
        soll haben,soll haben kennzeichen,sollhaben,s h,debit credit,credit debit,cr dr,dr cr,c d,\
        d c,debe haber,cargo abono"),
    (Meaning::Currency, "currency,wahrung,waehrung,divisa,moneda"),
    (Meaning::Name, "\
        payer,payer name,debtor,name,counterparty,counterparty name,partner name,payer payee,payee,\
        zahlungspflichtige r,auftraggeber,beguenstigter zahlungspflichtiger,\
        begunstigter zahlungspflichtiger,name zahlungsbeteiligter,auftraggeber empfanger,\
        auftraggeber begunstigter,auftraggeber zahlungsempfanger,empfanger,begunstigter,\
        zahlungsbeteiligter,ordenante,nombre,ordenante beneficiario,beneficiario,remitente"),
    (Meaning::Iban, "\
        iban,counterparty iban,account number,partner iban,kontonummer iban,iban zahlungsbeteiligter,\
        iban kontonummer,kontonummer,iban auftraggeber,iban ordenante,cuenta,cuenta ordenante"),
    (Meaning::Text, "\
        payment reference,remittance information,reference,description,details,purpose,memo,\
        narrative,verwendungszweck,buchungsdetails,vwz,zahlungsreferenz,concepto,mas datos,\
        observaciones,descripcion,referencia,concepto ampliado,detalle"),
    (Meaning::BankReference, "\
        transaction id,bank reference,id,entry reference,bankreferenz,umsatz id,\
        referencia banco,id transaccion,transferwise id"),
    (Meaning::Status, "status,state,info,estado"),
];

/// What a head means, and how good a word for it that is: the less, the better.
pub fn meaning(head: &str) -> Option<(Meaning, usize)> {
    let plain = plain(head);
    HEADS.iter().find_map(|(meaning, heads)| {
        heads.split(',').position(|known| known == plain).map(|rank| (*meaning, rank))
    })
}

/// Whether it came in, by the letter or word of its mark.
pub fn is_credit(mark: &str) -> Option<bool> {
    match plain(mark).as_str() {
        "h" | "c" | "cr" | "crdt" | "credit" | "haben" | "haber" | "abono" | "gutschrift" | "ingreso" => {
            Some(true)
        }
        "s" | "d" | "dr" | "dbit" | "debit" | "soll" | "debe" | "cargo" | "lastschrift" | "gasto" => {
            Some(false)
        }
        _ => None,
    }
}

/// Whether an entry only waits to be booked, or never will be.
pub fn is_pending(status: &str) -> bool {
    const WORDS: [&str; 12] = [
        "vorgemerkt",
        "vormerkung",
        "pending",
        "pendiente",
        "reverted",
        "declined",
        "failed",
        "cancelled",
        "abgelehnt",
        "storniert",
        "rechazado",
        "anulado",
    ];
    plain(status).split(' ').any(|word| WORDS.contains(&word))
}

/// In lower case, without accents, with one blank for each run of anything that is no letter or digit.
pub fn plain(head: &str) -> String {
    let folded: String = head
        .chars()
        .take(80)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() || c == '€' { c } else { ' ' })
        .collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sort_of_a_transaction_is_no_reference_of_the_bank() {
        assert_eq!(meaning("Transaktionscode"), None);
        assert_eq!(meaning("Transaction ID"), Some((Meaning::BankReference, 0)));
    }
}
