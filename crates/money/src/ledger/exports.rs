//! A book as others read it: plain-text accounting, as hledger and ledger have it, and a table.

use super::{Book, Entry};
use std::fmt::Write;

impl Book {
    /// A journal that hledger reads (hledger.org, “hledger manual”, section “Journal”).
    pub fn journal(&self) -> String {
        let code = self.currency.code();
        let mut out = format!("commodity {code}\n    format {code} {}\n", sample(self.currency.digits()));
        for entry in &self.entries {
            let _ = write!(out, "\n{} * {}\n", entry.day, entry.key);
            for (account, minor) in &entry.lines {
                // Two spaces end the name of an account.
                let _ = writeln!(out, "    {account}  {code} {}", self.amount(*minor).decimal());
            }
        }
        out
    }

    /// The rows of a table: day, entry, account, amount, currency. The first row names them.
    pub fn rows(&self) -> Vec<[String; 5]> {
        let head = ["day", "entry", "account", "amount", "currency"].map(str::to_owned);
        let of = |entry: &Entry| {
            let row = |(account, minor): &(super::Account, i64)| {
                [
                    entry.day.clone(),
                    entry.key.clone(),
                    account.to_string(),
                    self.amount(*minor).decimal(),
                    self.currency.code().to_owned(),
                ]
            };
            entry.lines.iter().map(row).collect::<Vec<_>>()
        };
        std::iter::once(head).chain(self.entries.iter().flat_map(of)).collect()
    }
}

/// How a commodity is written: with a point in any case, so that nothing else is taken for one.
fn sample(digits: u32) -> String {
    format!("1000.{}", "0".repeat(digits as usize))
}

#[cfg(test)]
mod tests {
    use crate::ledger::{Book, Deed, Entry};
    use crate::tests::currency;
    use std::io::Write;
    use std::process::{Command, Stdio};

    fn book(code: &str) -> Book {
        let mut book = Book::new(currency(code));
        for (key, deed) in [
            ("gift 1", Deed::Gift { amount: 10_005, fee: 175 }),
            ("refund 1", Deed::Refund { amount: 5 }),
            ("payout 1", Deed::Payout { amount: 9_000 }),
            ("invoice 1", Deed::Invoice { item: "king-size-side".to_owned(), amount: 8_000 }),
        ] {
            book.add(Entry::of(key, "2018-09-20", &deed).unwrap());
        }
        book
    }

    /// What Debian's hledger says of a journal.
    fn hledger(journal: &str, more: &[&str]) -> String {
        let mut run = Command::new("hledger")
            .args(["-f", "-"])
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("hledger");
        run.stdin.take().unwrap().write_all(journal.as_bytes()).unwrap();
        let out = run.wait_with_output().unwrap();
        assert!(out.status.success(), "{journal}\n{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    }

    #[test]
    fn hledger_reads_the_journal_and_comes_to_the_same_balances() {
        for (code, gifts, provider) in
            [("EUR", "-100.05", "8.25"), ("JPY", "-10005", "825"), ("KWD", "-10.005", "0.825")]
        {
            let journal = book(code).journal();
            hledger(
                &journal,
                &["check", "--strict"]
                    .map(|word| if word == "--strict" { "balancednoautoconversion" } else { word }),
            );
            let table = hledger(&journal, &["balance", "-O", "csv", "--no-total"]);
            for (account, amount) in [("income:gifts", gifts), ("assets:provider", provider)] {
                let line = table.lines().find(|line| line.contains(account)).expect(account);
                let said = line.rsplit('"').nth(1).unwrap().replace(code, "");
                assert_eq!(said.trim().trim_end_matches('.'), amount, "{code}: {line}");
            }
        }
    }

    #[test]
    fn the_table_has_a_row_for_each_line() {
        let rows = book("EUR").rows();
        assert_eq!(rows.len(), 1 + 4 + 3 * 2);
        assert_eq!(rows[1], ["2018-09-20", "gift 1", "assets:provider", "100.05", "EUR"]);
        assert_eq!(rows[4], ["2018-09-20", "gift 1", "assets:provider", "-1.75", "EUR"]);
    }
}
