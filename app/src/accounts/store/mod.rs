//! The SQL of accounts, one function per question.

mod account;
mod link;
mod membership;
mod partner;
mod recovery;
mod session;

pub use account::*;
pub use link::*;
pub use membership::*;
pub use partner::*;
pub use recovery::*;
pub use session::*;

use super::Role;
use broadside_db::{Error, Result, Row, decode_error};

fn role(row: &Row) -> Result<Role> {
    let word: String = row.get("role")?;
    Role::parse(&word)
        .ok_or_else(|| Error::Other(decode_error(std::io::Error::other("a role that there is not"))))
}
