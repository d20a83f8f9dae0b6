//! Honest people: their names as they write them, their mail addresses, how long they take, what they say.

mod given;
mod hands;
mod mail;
mod name;
mod surname;
mod tongue;
mod words;

pub use given::written;
pub use hands::{Hands, seconds};
pub use mail::{DISPOSABLE, domain_word, of_a_person};
pub use name::{Name, latin, named};
pub use tongue::{Tongue, names};
pub use words::{comment, short};
