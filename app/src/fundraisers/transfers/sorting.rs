//! Which line of a statement is which gift. Only what is certain is booked; what may be one of ours is for a person; what
//! is nobody's of ours is not kept, so that a statement's salaries and rents do not stand in our database.

use super::store::Announced;
use broadside_transfers::statement::{Line, Turn};
use broadside_transfers::{Doubt, Expected, Match, matching};

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is this pledge's.
    Sure(i64),
    /// A person decides whether it is this one's; why, in words between blanks.
    Doubtful(i64, String),
    /// It names one of ours that has been paid.
    PaidBefore,
    /// None of ours.
    Foreign,
}

/// As `transfer_line.why` has it.
pub const PAID_BEFORE: &str = "paid-before";
const REVERSAL: &str = "reversal";

/// Each line's, in their order: one that pays a pledge leaves none for the next.
pub fn sort(lines: &[Line], announced: Vec<Announced>) -> Vec<Fate> {
    let mut some = [Group::default(), Group::default(), Group::default()];
    for one in announced {
        some[one.standing as usize].add(one.pledge, one.expected);
    }
    let [mut open, mut paid, closed] = some;
    lines
        .iter()
        .map(|line| match line.turn {
            Turn::Incoming => {
                let fate = incoming(line, &open, &paid, &closed);
                if let Fate::Sure(pledge) = fate
                    && let Some(expected) = open.take(pledge)
                {
                    paid.add(pledge, expected);
                }
                fate
            }
            Turn::Outgoing | Turn::Reversal => undone(line, &paid),
        })
        .collect()
}

#[derive(Default)]
struct Group {
    pledges: Vec<i64>,
    expected: Vec<Expected>,
}

impl Group {
    fn add(&mut self, pledge: i64, expected: Expected) {
        self.pledges.push(pledge);
        self.expected.push(expected);
    }

    fn take(&mut self, pledge: i64) -> Option<Expected> {
        let at = self.pledges.iter().position(|one| *one == pledge)?;
        self.pledges.remove(at);
        Some(self.expected.remove(at))
    }

    /// Whether a line names one of them, perhaps with a slip.
    fn are_named(&self, line: &Line) -> bool {
        match matching(line, &self.expected) {
            Match::Sure(_) => true,
            Match::Doubtful { why, .. } => !why.contains(&Doubt::NameOnly),
            Match::Reversal { .. } | Match::None => false,
        }
    }
}

fn incoming(line: &Line, open: &Group, paid: &Group, closed: &Group) -> Fate {
    match matching(line, &open.expected) {
        Match::Sure(at) => Fate::Sure(open.pledges[at]),
        Match::Doubtful { candidates, why } => {
            let words: Vec<&str> = why.into_iter().map(word).collect();
            match candidates.first() {
                Some(at) => Fate::Doubtful(open.pledges[*at], words.join(" ")),
                None => Fate::Foreign,
            }
        }
        Match::Reversal { .. } | Match::None if paid.are_named(line) || closed.are_named(line) => {
            Fate::PaidBefore
        }
        Match::Reversal { .. } | Match::None => Fate::Foreign,
    }
}

/// A payment of ours that came back is none of anybody's gifts.
fn undone(line: &Line, paid: &Group) -> Fate {
    match matching(line, &paid.expected) {
        Match::Reversal { candidates } if line.amount.minor < 0 => match candidates.as_slice() {
            [] => Fate::Foreign,
            [one] if paid.expected[*one].amount.minor == -line.amount.minor => {
                Fate::Doubtful(paid.pledges[*one], REVERSAL.to_owned())
            }
            [one] => Fate::Doubtful(paid.pledges[*one], format!("{REVERSAL} {}", word(Doubt::OtherAmount))),
            [one, ..] => Fate::Doubtful(paid.pledges[*one], format!("{REVERSAL} {}", word(Doubt::Several))),
        },
        _ => Fate::Foreign,
    }
}

fn word(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::OtherAmount => "other-amount",
        Doubt::OtherCurrency => "other-currency",
        Doubt::Slip => "slip",
        Doubt::NameOnly => "name-only",
        Doubt::OtherReference => "other-reference",
        Doubt::Several => "several",
    }
}

#[cfg(test)]
mod tests {
    use super::super::reference;
    use super::super::store::Standing;
    use super::*;
    use broadside_money::{Amount, Currency};

    fn announced(pledge: i64, minor: i64, standing: Standing) -> Announced {
        let amount = Amount::new(minor, Currency::parse("EUR").unwrap());
        let expected = Expected { reference: reference(pledge), amount, name: "Ada Lovelace".to_owned() };
        Announced { pledge, standing, expected }
    }

    fn line(minor: i64, name: &str, text: &str) -> Line {
        Line {
            key: text.to_owned(),
            account: String::new(),
            day: "2018-09-20".to_owned(),
            amount: Amount::new(minor, Currency::parse("EUR").unwrap()),
            turn: if minor < 0 { Turn::Outgoing } else { Turn::Incoming },
            name: name.to_owned(),
            iban: None,
            reference: None,
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_pledge_is_paid_once_and_what_goes_back_is_for_a_person() {
        let one = reference(1).to_string();
        let lines = [
            line(5_000, "", &one),
            line(5_000, "", &one),
            line(-5_000, "", &one),
            line(-4_000, "", &one),
            line(-5_000, "Ada Lovelace", "Rent"),
            line(200_000, "Works Ltd", "Salary of September"),
        ];
        let fates = sort(&lines, vec![announced(1, 5_000, Standing::Open)]);
        assert_eq!(
            fates,
            [
                Fate::Sure(1),
                Fate::PaidBefore,
                Fate::Doubtful(1, "reversal".to_owned()),
                Fate::Doubtful(1, "reversal other-amount".to_owned()),
                Fate::Foreign,
                Fate::Foreign,
            ]
        );
    }

    #[test]
    fn what_differs_is_doubtful_and_a_name_alone_is_nothing_once_it_is_paid() {
        let open = || vec![announced(1, 5_000, Standing::Open), announced(2, 700, Standing::Paid)];
        let fates = sort(
            &[
                line(4_000, "", &reference(1).to_string()),
                line(5_000, "LOVELACE ADA", "for you"),
                line(700, "Ada Lovelace", "for you"),
                line(700, "", &reference(2).to_string()),
                line(700, "", &reference(3).to_string()),
            ],
            open(),
        );
        assert_eq!(fates[0], Fate::Doubtful(1, "other-amount".to_owned()));
        assert_eq!(fates[1], Fate::Doubtful(1, "name-only".to_owned()));
        assert_eq!(fates[2..], [Fate::Foreign, Fate::PaidBefore, Fate::Foreign]);
    }
}
