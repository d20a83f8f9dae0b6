//! The SQL of sign-ons and signatures, one function per question.

mod consent;
mod held;
mod intake;
mod link_request;
mod name_order;
mod person;
mod pressed;
mod proof;
mod quarter;
mod removed;
mod signals;
mod signature;
mod tally;
mod words;

pub use consent::*;
pub use held::*;
pub use intake::*;
pub use link_request::*;
pub use name_order::*;
pub use person::*;
pub use pressed::*;
pub use proof::*;
pub use quarter::*;
pub use removed::*;
pub use signals::*;
pub use signature::*;
pub use tally::*;
pub use words::*;

use broadside_db::Error;

fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Other(broadside_db::decode_error(error))
}
