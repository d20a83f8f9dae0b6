//! E-mail addresses as people type them: what can be written to, what counts as the same mailbox,
//! and which well-known domain was meant. Nothing here changes an address that mail goes to.

mod canonical;
mod domains;
mod free;
mod parse;
mod providers;
mod typo;

pub use free::is_free;
pub use parse::{Address, Fault};
