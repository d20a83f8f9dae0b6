//! Which line of a statement is which gift. Only what is certain is booked; what may be one of ours is for a person; what
//! is nobody's of ours is not kept, so that a statement's salaries and rents do not stand in our database.

use super::pledge_of;
use super::store::Announced;
use crate::campaigns::files::MOST_AMOUNT;
use crate::clock::{DAY, day};
use broadside_transfers::statement::{Line, Turn};
use broadside_transfers::{Doubt, Expected, Iban, Match, matching, references};

/// What becomes of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is this pledge's.
    Sure(i64),
    /// A person decides whether it is this one's; why, in words between blanks.
    Doubtful(i64, String),
    /// It names one of ours that has been paid.
    PaidBefore,
    /// It has a reference of ours, of a pledge that this fundraiser does not know any more.
    NotKnown(i64),
    /// None of ours.
    Foreign,
}

/// As `transfer_line.why` has it.
pub const PAID_BEFORE: &str = "paid-before";
pub const NOT_KNOWN: &str = "not-known";
const REVERSAL: &str = "reversal";
const OTHER_DAY: &str = "other-day";
/// Nobody has a reference before it is given: what was booked so long before has a day that is misread.
const EARLY: i64 = 7 * DAY;
/// A bank's day may have begun elsewhere.
const AHEAD: i64 = DAY;

/// What a file is held against.
pub struct Against {
    /// The accounts that it may be of; none where that is not known.
    pub own: Vec<Iban>,
    pub announced: Vec<Announced>,
    /// Now, and the clock by which days are told.
    pub now: i64,
    pub zone: String,
}

/// The account of a file none of whose lines can be of one's own; nothing where one can.
pub fn other_account<'l>(lines: &'l [Line], own: &[Iban]) -> Option<&'l str> {
    let is_other = !lines.is_empty() && lines.iter().all(|line| !may_be_of(own, line));
    lines.first().filter(|_| is_other).map(|line| line.account.as_str())
}

fn may_be_of(own: &[Iban], line: &Line) -> bool {
    own.is_empty() || own.iter().any(|own| own.may_be(&line.account))
}

/// Each line's, in their order: one that pays a pledge leaves none for the next. What came in is looked at first, since
/// many files have the newest lines first, and a return above the gift that it undoes.
pub fn sort(lines: &[Line], against: Against) -> Vec<Fate> {
    let mut some = [Group::default(), Group::default(), Group::default()];
    let Against { own, announced, now, zone } = against;
    let days = Days { last: day(now + AHEAD, &zone), zone };
    for one in announced {
        some[one.standing as usize].add((one.pledge, one.at), one.expected);
    }
    let [mut open, mut paid, closed] = some;
    let can_be_ours =
        |line: &Line| line.amount.minor.unsigned_abs() <= MOST_AMOUNT.unsigned_abs() && may_be_of(&own, line);
    let mut fates = vec![Fate::Foreign; lines.len()];
    let ours = lines.iter().zip(&mut fates).filter(|(line, _)| can_be_ours(line));
    let (came, others): (Vec<_>, Vec<_>) = ours.partition(|(line, _)| line.turn == Turn::Incoming);
    for (line, fate) in came {
        *fate = incoming(line, (&open, &paid, &closed), &days);
        if let Fate::Sure(pledge) = fate
            && let Some((one, expected)) = open.take(*pledge)
        {
            paid.add(one, expected);
        }
    }
    for (line, fate) in others {
        *fate = undone(line, &paid);
    }
    fates
}

struct Days {
    /// On which something can have been booked.
    last: String,
    zone: String,
}

impl Days {
    /// Whether a line was booked on a day that can be that of a pledge: not ahead, nor long before it was announced.
    fn fit(&self, line: &Line, announced_at: i64) -> bool {
        line.day <= self.last && line.day >= day(announced_at - EARLY, &self.zone)
    }
}

#[derive(Default)]
struct Group {
    /// Pledges, and when each was announced.
    pledges: Vec<(i64, i64)>,
    expected: Vec<Expected>,
}

impl Group {
    fn add(&mut self, pledge: (i64, i64), expected: Expected) {
        self.pledges.push(pledge);
        self.expected.push(expected);
    }

    fn take(&mut self, pledge: i64) -> Option<((i64, i64), Expected)> {
        let at = self.pledges.iter().position(|(one, _)| *one == pledge)?;
        Some((self.pledges.remove(at), self.expected.remove(at)))
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

fn incoming(line: &Line, (open, paid, closed): (&Group, &Group, &Group), days: &Days) -> Fate {
    let (at, mut why) = match matching(line, &open.expected) {
        Match::Sure(at) => (at, Vec::new()),
        Match::Doubtful { candidates, why } => match candidates.first() {
            Some(at) => (*at, why.into_iter().map(word).collect()),
            None => return Fate::Foreign,
        },
        Match::Reversal { .. } | Match::None => {
            return if paid.are_named(line) || closed.are_named(line) {
                Fate::PaidBefore
            } else {
                not_known(line)
            };
        }
    };
    let (pledge, announced_at) = open.pledges[at];
    if !days.fit(line, announced_at) {
        why.push(OTHER_DAY);
    }
    if why.is_empty() { Fate::Sure(pledge) } else { Fate::Doubtful(pledge, why.join(" ")) }
}

/// What came long after it was announced has a reference that nothing is kept of.
fn not_known(line: &Line) -> Fate {
    let came_in = line.amount.minor > 0;
    let pledge = references(line).iter().find_map(pledge_of).filter(|_| came_in);
    pledge.map_or(Fate::Foreign, Fate::NotKnown)
}

/// A payment of ours that came back is none of anybody's gifts.
fn undone(line: &Line, paid: &Group) -> Fate {
    let Match::Reversal { candidates } = matching(line, &paid.expected) else { return Fate::Foreign };
    let Some(first) = candidates.first().filter(|_| line.amount.minor < 0) else { return Fate::Foreign };
    let mut why = vec![REVERSAL];
    if candidates.len() > 1 {
        why.push(word(Doubt::Several));
    } else if paid.expected[*first].amount.minor != -line.amount.minor {
        why.push(word(Doubt::OtherAmount));
    }
    Fate::Doubtful(paid.pledges[*first].0, why.join(" "))
}

fn word(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::OtherAmount => "other-amount",
        Doubt::OtherCurrency => "other-currency",
        Doubt::Slip => "slip",
        Doubt::NameOnly => "name-only",
        Doubt::OtherReference => "other-reference",
        Doubt::Several => "several",
        Doubt::Batch => "batch",
    }
}

#[cfg(test)]
mod tests {
    use super::super::reference;
    use super::super::store::Standing;
    use super::*;
    use crate::clock::SECOND;
    use broadside_money::{Amount, Currency};
    use broadside_transfers::Reference;

    fn announced(pledge: i64, minor: i64, standing: Standing) -> Announced {
        let amount = Amount::new(minor, Currency::parse("EUR").unwrap());
        let expected = Expected { reference: reference(pledge), amount, name: "Ada Lovelace".to_owned() };
        Announced { pledge, standing, at: NOW, expected }
    }

    /// Noon of the twentieth of September.
    const NOW: i64 = 1_537_444_800 * SECOND;
    const OWN: &str = "DE89370400440532013000";

    fn against(announced: Vec<Announced>) -> Against {
        Against { own: vec![Iban::parse(OWN).unwrap()], announced, now: NOW, zone: "Etc/UTC".to_owned() }
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
            is_batch: false,
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
        let fates = sort(&lines, against(vec![announced(1, 5_000, Standing::Open)]));
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
        let open = || against(vec![announced(1, 5_000, Standing::Open), announced(2, 700, Standing::Paid)]);
        let fates = sort(
            &[
                line(4_000, "", &reference(1).to_string()),
                line(5_000, "LOVELACE ADA", "for you"),
                line(700, "Ada Lovelace", "for you"),
                line(700, "", &reference(2).to_string()),
                line(700, "", &Reference::of(3).to_string()),
                line(700, "", &reference(3).to_string()),
            ],
            open(),
        );
        assert_eq!(fates[0], Fate::Doubtful(1, "other-amount".to_owned()));
        assert_eq!(fates[1], Fate::Doubtful(1, "name-only".to_owned()));
        assert_eq!(fates[2..], [Fate::Foreign, Fate::PaidBefore, Fate::Foreign, Fate::NotKnown(3)]);
    }

    #[test]
    fn a_return_above_its_gift_is_seen() {
        let one = reference(1).to_string();
        let lines = [line(-5_000, "", &one), line(5_000, "", &one)];
        let fates = sort(&lines, against(vec![announced(1, 5_000, Standing::Open)]));
        assert_eq!(fates, [Fate::Doubtful(1, "reversal".to_owned()), Fate::Sure(1)]);
    }

    #[test]
    fn nothing_of_another_account_nor_beyond_counting_is_ours() {
        let one = reference(1).to_string();
        let of = |account: &str, line: Line| Line { account: account.to_owned(), ..line };
        let lines = [
            of("GB29NWBK60161331926819", line(5_000, "", &one)),
            line(i64::MAX, "", &one),
            line(-i64::MAX, "", &one),
            of("37040044/532013000", line(5_000, "", &one)),
        ];
        let fates = sort(&lines, against(vec![announced(1, 5_000, Standing::Open)]));
        assert_eq!(fates, [Fate::Foreign, Fate::Foreign, Fate::Foreign, Fate::Sure(1)]);
        let own = Iban::parse(OWN).unwrap();
        assert_eq!(other_account(&lines[..1], &[own]), Some("GB29NWBK60161331926819"));
        assert_eq!(other_account(&lines, &[own]), None);
        assert_eq!(other_account(&[], &[own]), None);
    }

    #[test]
    fn a_day_ahead_or_long_before_it_was_announced_is_for_a_person() {
        let one = reference(1).to_string();
        for (day, is_sure) in [
            ("2018-09-20", true),
            ("2018-09-21", true),
            ("2018-09-22", false),
            ("2018-09-13", true),
            ("2018-09-12", false),
            ("1950-01-01", false),
        ] {
            let line = Line { day: day.to_owned(), ..line(5_000, "", &one) };
            let fates = sort(&[line], against(vec![announced(1, 5_000, Standing::Open)]));
            let expected = if is_sure { Fate::Sure(1) } else { Fate::Doubtful(1, "other-day".to_owned()) };
            assert_eq!(fates, [expected], "{day}");
        }
    }
}
