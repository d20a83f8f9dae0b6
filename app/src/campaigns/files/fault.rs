//! What is wrong in a campaign's files, where, and how to mend it.

use super::Wrong;
use std::cell::RefCell;
use std::fmt;

/// One fault; shown as `campaign.toml:12: what is wrong; how to mend it`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Path within the campaign's folder.
    pub file: String,
    /// The first line is 1; what concerns a whole file stands there.
    pub line: usize,
    pub message: String,
    /// The same as a fact, where the desk says it too.
    pub wrong: Option<Box<Wrong>>,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for Fault {}

/// Collects faults, so that one run reports them all.
#[derive(Default)]
pub(super) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub fn add(&self, file: &str, line: usize, message: impl Into<String>) {
        self.push(file, line, message.into(), None);
    }

    /// One that the desk says too.
    pub fn add_known(&self, file: &str, line: usize, message: String, wrong: Wrong) {
        self.push(file, line, message, Some(Box::new(wrong)));
    }

    fn push(&self, file: &str, line: usize, message: String, wrong: Option<Box<Wrong>>) {
        self.0.borrow_mut().push(Fault { file: file.to_owned(), line, message, wrong });
    }

    /// By file, then by line; what was found at one line stays in the order it was found.
    pub fn sorted(self) -> Vec<Fault> {
        let mut faults = self.0.into_inner();
        faults.sort_by(|one, two| (&one.file, one.line).cmp(&(&two.file, two.line)));
        faults.dedup();
        faults
    }
}
