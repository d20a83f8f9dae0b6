//! Lists: signatures, sign-ons that wait, people and mails, each described once. From its description a
//! list gets its page, its filters, its pages by key and its files.
//!
//! Who reads which column follows the map of personal data. What a role may not read is not asked for.

pub mod asked;
pub mod cells;
pub mod deeds;
pub mod exports;
pub mod file_routes;
pub mod mail_routes;
pub mod pages;
pub mod routes;
pub mod saved_routes;
pub mod store;

use crate::accounts;
use crate::people::declaration::{self, SeenBy};
use crate::people::personal_data;
pub use deeds::Deed;

/// One list: what it is made of, and in which words its page speaks.
#[derive(Debug)]
pub struct List {
    /// Its name in URLs, kept filters and files.
    pub word: &'static str,
    pub name_key: &'static str,
    pub none_key: &'static str,
    /// The table it walks, with what it is called in the SQL of this list.
    pub table: &'static str,
    /// What is joined to it for its columns.
    pub joined: &'static str,
    pub id: &'static str,
    pub scope: Scope,
    /// What holds of every row; nothing where all belong to it.
    pub always: &'static str,
    pub columns: &'static [Column],
    /// Columns of the page, the first of them its row’s head; those of files are all but the page’s own.
    pub on_page: &'static [&'static str],
    pub in_files: &'static [&'static str],
    pub filters: &'static [Filter],
    pub searches: &'static [Search],
    pub look_key: fn(accounts::Role) -> &'static str,
    /// When a row was made: it rises with the rows’ numbers.
    pub made_at: &'static str,
    /// What can be done with many rows at once.
    pub deeds: &'static [Deed],
}

/// Whose rows a list holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    Campaign {
        column: &'static str,
        /// Whether an index leads from the campaign to its rows by number.
        indexed: bool,
    },
    Group {
        column: &'static str,
    },
}

#[derive(Debug)]
pub struct Column {
    pub name: &'static str,
    /// Of its head on a page; nothing for a column of files alone.
    pub key: &'static str,
    pub sql: &'static str,
    pub shape: Shape,
    /// Where the map declares it; nothing for what says nothing of a person.
    pub of: Option<(&'static str, &'static str)>,
}

/// How a cell is read and shown.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    Text,
    /// A comment or an answer: as long as somebody made it.
    Prose,
    Number,
    Moment,
    Flag,
    Relation,
    Country,
    Language,
    /// Signals of what is held, with spaces between them.
    Signals,
    /// One of these words, each with the key of its text.
    Word(&'static [(&'static str, &'static str)]),
}

#[derive(Debug)]
pub struct Filter {
    pub name: &'static str,
    pub key: &'static str,
    pub ask: Ask,
    /// As with a column: a filter tells as much as the column would.
    pub of: Option<(&'static str, &'static str)>,
}

/// What a filter asks. Of two ways to say it, the first leads by an index, the second stays out of it.
#[derive(Debug)]
pub enum Ask {
    Choice(&'static [Choice]),
    Letter {
        leads: Option<&'static str>,
        holds: &'static str,
    },
    Relation {
        holds: &'static str,
    },
    Country {
        leads: Option<&'static str>,
        holds: &'static str,
    },
    Language {
        holds: &'static str,
    },
    Source {
        leads: Option<&'static str>,
        holds: &'static str,
    },
    /// An address of the internet, or what stands around one: a /24, or a /48 of IPv6.
    Network {
        holds: &'static str,
    },
    /// A mail domain.
    Domain {
        holds: &'static str,
    },
    /// A signal of what is held.
    Signal {
        holds: &'static str,
    },
    /// An hour of the campaign’s clock, as `2018-09-10T16`.
    Hour,
    /// A campaign of the group.
    Campaign {
        holds: &'static str,
    },
    /// On this day or later; on this day or before.
    From,
    Until,
}

#[derive(Debug)]
pub struct Choice {
    pub word: &'static str,
    pub key: &'static str,
    pub leads: Option<&'static str>,
    pub holds: &'static str,
}

/// What may be typed into a list’s field for search words.
#[derive(Debug)]
pub enum Search {
    /// Texts that begin so, in this column, which then is what the list is ordered by.
    Begins { what: Begins, column: &'static str, of: (&'static str, &'static str) },
    /// A whole address, found by its keyed hash: for rows whose address nobody at the desk reads.
    WholeAddress { leads: &'static str },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begins {
    Name,
    Address,
}

/// How much of a column a role reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    All,
    /// Of those who chose to be shown to everybody.
    WhereShown,
    Nothing,
}

/// What a role reads of a column, by the map of personal data.
pub fn sight(role: accounts::Role, of: Option<(&str, &str)>) -> Sight {
    let Some((table, column)) = of else { return Sight::All };
    let here = |roles: &[declaration::Role]| {
        roles.iter().any(|one| {
            matches!(
                (one, role),
                (declaration::Role::Owner, accounts::Role::Owner)
                    | (declaration::Role::Organiser, accounts::Role::Organiser)
                    | (declaration::Role::Moderator, accounts::Role::Moderator)
            )
        })
    };
    match personal_data::seen_by(table, column) {
        None | Some(SeenBy::Anybody) => Sight::All,
        Some(SeenBy::Everybody(roles)) if here(roles) => Sight::All,
        Some(SeenBy::Everybody(_)) => Sight::WhereShown,
        Some(SeenBy::Roles(roles) | SeenBy::Listed(roles)) if here(roles) => Sight::All,
        Some(SeenBy::Roles(_) | SeenBy::Listed(_) | SeenBy::Person | SeenBy::Nobody) => Sight::Nothing,
    }
}

impl List {
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Of these columns, those that a role reads anything of.
    pub fn readable(&self, names: &[&str], role: accounts::Role) -> Vec<&'static Column> {
        let found = names.iter().filter_map(|name| self.column(name));
        found.filter(|column| sight(role, column.of) != Sight::Nothing).collect()
    }

    /// The filters that tell a role no more than its columns do.
    pub fn askable(&self, role: accounts::Role) -> impl Iterator<Item = &'static Filter> {
        self.filters.iter().filter(move |filter| sight(role, filter.of) != Sight::Nothing)
    }

    /// What a role may do with many rows at once.
    pub fn doable(&self, role: accounts::Role) -> impl Iterator<Item = Deed> {
        self.deeds.iter().copied().filter(move |deed| deed.may().contains(&role))
    }

    pub fn of_word(word: &str) -> Option<&'static Self> {
        store::ALL.iter().copied().find(|list| list.word == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::Role;

    #[test]
    fn a_role_reads_what_the_map_says_and_nothing_else() {
        let reads = |role, table, column| sight(role, Some((table, column)));
        assert_eq!(reads(Role::Organiser, "person", "email"), Sight::All);
        assert_eq!(reads(Role::Moderator, "person", "email"), Sight::Nothing);
        assert_eq!(reads(Role::Moderator, "signature", "name"), Sight::All);
        for role in [Role::Viewer, Role::Treasurer] {
            assert_eq!(reads(role, "signature", "name"), Sight::WhereShown);
            assert_eq!(reads(role, "signature", "country"), Sight::Nothing);
        }
        for role in Role::ALL {
            assert_eq!(reads(role, "sign_on", "email"), Sight::Nothing, "what nobody confirmed");
            assert_eq!(sight(role, None), Sight::All);
        }
    }

    #[test]
    fn every_column_and_filter_names_what_the_map_declares_as_personal() {
        for list in store::ALL {
            let filters = list.filters.iter().filter_map(|filter| filter.of);
            for (table, column) in list.columns.iter().filter_map(|column| column.of).chain(filters) {
                assert!(personal_data::seen_by(table, column).is_some(), "{table}.{column} of {}", list.word);
            }
            for name in list.on_page.iter().chain(list.in_files) {
                assert!(list.column(name).is_some(), "{name} of {}", list.word);
            }
            for name in list.on_page {
                assert!(list.column(name).is_some_and(|column| !column.key.is_empty()), "{name} has a head");
            }
        }
    }
}
