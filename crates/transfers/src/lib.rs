//! What a fundraiser that is paid by bank transfer needs, and nothing of a fundraiser itself:
//!
//! - [`Reference`], the number that a payer gives and a bank hands on (ISO 11649), and [`Iban`], both as people type them;
//! - [`epc`], what a QR code says so that a banking app fills the transfer in (EPC069-12).

pub mod epc;
pub mod iban;
pub mod reference;

pub use self::iban::Iban;
pub use self::reference::Reference;
