//! What a fundraiser that is paid by bank transfer needs, and nothing of a fundraiser itself:
//!
//! - [`Reference`], the number that a payer gives and a bank hands on (ISO 11649), and [`Iban`], both as people type them;
//! - [`epc`], what a QR code says so that a banking app fills the transfer in (EPC069-12);
//! - [`statement`], what stands in the files of banks: CAMT, MT940 and tables;
//! - [`matching`](matching()), which expected transfer a line of them is.
//!
//! Knows no clock, no network and no files: bytes come in, facts go out. Files are uploaded by people and hold the words
//! of strangers, so nothing in one is believed that is not checked, and whatever cannot be understood is a fault with its
//! place, not a line that is missing.

pub mod epc;
pub mod iban;
pub mod matching;
pub mod reference;
pub mod statement;

pub use self::iban::Iban;
pub use self::matching::{Doubt, Expected, Match, matching, references};
pub use self::reference::Reference;
pub use self::statement::{CsvMapping, Hint, Line, Statement, read};
