//! Partners of a campaign: organisations that get those of its signers who agreed to each of them, and nobody else.
//! The rules: who stands for a partner, what it is to be told, what it agrees to.

pub mod counting;
pub mod desk_pages;
pub mod desk_routes;
pub mod editing;
pub mod end_pages;
pub mod ending;
pub mod export;
pub mod form_routes;
pub mod gathering;
pub mod invitations;
pub mod key_routes;
pub mod mailing;
pub mod own_pages;
pub mod own_routes;
pub mod pages;
pub mod routes;
pub mod seats;
pub mod store;
pub mod terms;

use crate::campaigns::definition::Partner;

/// Who ended a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    Group,
    Partner,
}

impl EndedBy {
    pub fn word(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Partner => "partner",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        [Self::Group, Self::Partner].into_iter().find(|one| one.word() == word)
    }
}

/// One partnership, from the invitation to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    pub id: i64,
    pub group: i64,
    pub campaign: i64,
    /// Slug of the partner.
    pub partner: String,
    pub invited_at: i64,
    pub accepted_at: Option<i64>,
    /// What was accepted, word for word.
    pub terms: Option<String>,
    pub ended: Option<(i64, Option<EndedBy>)>,
    /// When the partner's partnership before this one ended: whoever agreed until then agreed to that one.
    pub since: i64,
    /// What the partner was called and said of itself when it accepted, where that was kept.
    pub words: Option<Partner>,
}

impl Partnership {
    /// Whether the partner is called and says of itself what it accepted: under another name it is handed nobody.
    pub fn is_as_accepted(&self, partner: &Partner) -> bool {
        self.words.as_ref().is_none_or(|words| {
            (&words.name, &words.website, &words.privacy, &words.privacy_text)
                == (&partner.name, &partner.website, &partner.privacy, &partner.privacy_text)
        })
    }
}

/// What a partner is told of a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Somebody agreed.
    Given,
    /// Who agreed corrected what they signed with.
    Changed,
    /// It holds no more: taken back, withdrawn with the signature, or erased.
    Ended,
}

impl Change {
    pub fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Changed => "changed",
            Self::Ended => "ended",
        }
    }

    pub fn parse(word: &str) -> Option<Self> {
        [Self::Given, Self::Changed, Self::Ended].into_iter().find(|one| one.word() == word)
    }
}

/// A consent as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    pub consent: i64,
    /// Whether it holds: not taken back, and under a signature that stands.
    pub stands: bool,
    /// When it was agreed to: with the sign-on, or later.
    pub agreed_at: i64,
    /// When its signer's name was corrected last; 0 where it never was.
    pub renamed_at: i64,
}

/// What a partner was told of a consent last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub consent: i64,
    pub change: Change,
    pub at: i64,
}

/// What one step of an export comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    pub lines: Vec<(i64, Change)>,
    /// The consent up to which it has come.
    pub upto: i64,
    pub is_last: bool,
}

/// What a partner is to be told behind a place in its consents: of those that it was not told of, of those that were
/// corrected or ended since; all that stand anew where it asks for everything. Both lists begin behind `from`, by
/// their number, and hold as many as `step` at most.
pub fn gathered(facts: &[Fact], told: &[Told], whole: bool, since: i64, from: i64, step: usize) -> Gathered {
    // What was read to its end bounds nothing.
    let end = |read: usize, last: Option<i64>| if read < step { None } else { last };
    let bound = [
        end(facts.len(), facts.last().map(|fact| fact.consent)),
        end(told.len(), told.last().map(|told| told.consent)),
    ];
    let upto = bound.into_iter().flatten().min();
    let within = |consent: i64| upto.is_none_or(|upto| consent <= upto);
    let mut lines: Vec<(i64, Change)> = Vec::new();
    for fact in facts.iter().filter(|fact| within(fact.consent)) {
        let last = told.iter().find(|told| told.consent == fact.consent);
        let holds = last.is_some_and(|last| last.change != Change::Ended);
        let stands = fact.stands && fact.agreed_at > since;
        let change = match (stands, holds) {
            (true, false) => Some(Change::Given),
            (true, true) if whole => Some(Change::Given),
            (true, true) if last.is_some_and(|last| fact.renamed_at > last.at) => Some(Change::Changed),
            (false, true) => Some(Change::Ended),
            (true, true) | (false, false) => None,
        };
        lines.extend(change.map(|change| (fact.consent, change)));
    }
    // Of whom nothing is kept any more: erased, or forgotten when their time was over.
    let is_gone = |told: &&Told| {
        told.change != Change::Ended
            && within(told.consent)
            && facts.iter().all(|fact| fact.consent != told.consent)
    };
    lines.extend(told.iter().filter(is_gone).map(|told| (told.consent, Change::Ended)));
    lines.sort_by_key(|(consent, _)| *consent);
    let seen = facts.iter().map(|fact| fact.consent).chain(told.iter().map(|told| told.consent)).max();
    Gathered { lines, upto: upto.or(seen).unwrap_or(from), is_last: upto.is_none() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(consent: i64) -> Fact {
        Fact { consent, stands: true, agreed_at: 10, renamed_at: 20 }
    }

    fn told(consent: i64, change: Change) -> Told {
        Told { consent, change, at: 30 }
    }

    fn lines(facts: &[Fact], told: &[Told]) -> Vec<(i64, Change)> {
        gathered(facts, told, false, 0, 0, 100).lines
    }

    #[test]
    fn a_partner_is_told_once_of_who_agreed_and_then_of_what_changed() {
        assert_eq!(lines(&[fact(1)], &[]), [(1, Change::Given)]);
        assert_eq!(lines(&[fact(1)], &[told(1, Change::Given)]), []);
        let corrected = Fact { renamed_at: 31, ..fact(1) };
        assert_eq!(lines(&[corrected], &[told(1, Change::Given)]), [(1, Change::Changed)]);
        assert_eq!(
            gathered(&[fact(1)], &[told(1, Change::Given)], true, 0, 0, 9).lines,
            [(1, Change::Given)]
        );
    }

    #[test]
    fn a_partner_is_told_of_an_end_only_where_it_held_something() {
        let over = Fact { stands: false, ..fact(1) };
        assert_eq!(lines(&[over], &[]), [], "who took it back before is never heard of");
        assert_eq!(lines(&[over], &[told(1, Change::Given)]), [(1, Change::Ended)]);
        assert_eq!(lines(&[over], &[told(1, Change::Ended)]), []);
        assert_eq!(lines(&[], &[told(1, Change::Changed)]), [(1, Change::Ended)], "erased");
        assert_eq!(
            lines(&[fact(1)], &[told(1, Change::Ended)]),
            [(1, Change::Given)],
            "held, and let go again"
        );
    }

    #[test]
    fn who_agreed_before_an_earlier_partnership_ended_is_not_the_next_ones() {
        let late = Fact { consent: 2, agreed_at: 11, ..fact(2) };
        assert_eq!(gathered(&[fact(1), late], &[], false, 10, 0, 9).lines, [(2, Change::Given)]);
    }

    #[test]
    fn a_step_goes_no_further_than_both_lists_are_known() {
        let facts = [fact(1), fact(2), fact(7)];
        let told = [told(2, Change::Given), told(4, Change::Given), told(5, Change::Ended)];
        let first = gathered(&facts, &told, false, 0, 0, 3);
        assert_eq!((first.upto, first.is_last), (5, false));
        assert_eq!(first.lines, [(1, Change::Given), (4, Change::Ended)]);
        let last = gathered(&[fact(7)], &[], false, 0, 5, 3);
        assert_eq!(last, Gathered { lines: vec![(7, Change::Given)], upto: 7, is_last: true });
        assert_eq!(
            gathered(&[], &[], false, 0, 7, 3),
            Gathered { lines: Vec::new(), upto: 7, is_last: true }
        );
    }
}
