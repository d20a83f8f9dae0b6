//! What can be found in a setup: each a fact, with how grave it is and its sentence in every language.

use crate::web::i18n::{Given, Say};
use std::fmt::Display;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Well,
    /// Works, but somebody should know.
    Note,
    /// Keeps the instance from doing what it is for.
    Wrong,
}

/// One thing found: how grave it is, the key of its sentence, and what is set into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub sort: Sort,
    key: &'static str,
    given: Vec<(&'static str, Value)>,
    /// What to put into the DNS, so that it is mended.
    pub record: Option<Record>,
}

/// A record of the DNS, as a provider's form asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub name: String,
    pub kind: &'static str,
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Words(String),
    Count(u64),
}

impl Value {
    fn given(&self) -> &dyn Given {
        match self {
            Self::Words(words) => words,
            Self::Count(number) => number,
        }
    }
}

impl Fact {
    fn new(sort: Sort, key: &'static str) -> Self {
        Self { sort, key, given: Vec::new(), record: None }
    }

    pub fn with(&mut self, name: &'static str, value: &dyn Display) -> &mut Self {
        self.given.push((name, Value::Words(value.to_string())));
        self
    }

    /// A number that the sentence bends to.
    pub fn count(&mut self, name: &'static str, number: i64) -> &mut Self {
        self.given.push((name, Value::Count(u64::try_from(number).unwrap_or(0))));
        self
    }

    pub fn put(
        &mut self,
        kind: &'static str,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> &mut Self {
        self.record = Some(Record { name: name.into(), kind, value: value.into() });
        self
    }

    pub fn say(&self, say: &Say) -> String {
        let given: Vec<(&str, &dyn Given)> =
            self.given.iter().map(|(name, value)| (*name, value.given())).collect();
        say.with(self.key, &given)
    }
}

#[derive(Default)]
pub struct Findings(pub Vec<Fact>);

impl Findings {
    pub fn well(&mut self, key: &'static str) -> &mut Fact {
        self.add(Sort::Well, key)
    }

    pub fn note(&mut self, key: &'static str) -> &mut Fact {
        self.add(Sort::Note, key)
    }

    pub fn wrong(&mut self, key: &'static str) -> &mut Fact {
        self.add(Sort::Wrong, key)
    }

    fn add(&mut self, sort: Sort, key: &'static str) -> &mut Fact {
        let place = self.0.len();
        self.0.push(Fact::new(sort, key));
        &mut self.0[place]
    }

    pub fn any_wrong(&self) -> bool {
        self.0.iter().any(|fact| fact.sort == Sort::Wrong)
    }
}
