//! What every slice's pages share: layout, texts, answers, limits and what stands in front of them.
//! Nothing here knows of letters or signatures.

pub mod answer;
pub mod asked;
pub mod assets;
pub mod connections;
pub mod countries;
pub mod csv;
pub mod desk;
pub mod forms;
pub mod front;
pub mod health;
pub mod i18n;
pub mod layout;
pub mod letterhead;
pub mod limits;
pub mod pages;
pub mod quiet;
pub mod refused;
pub mod shelf;
pub mod source;
pub mod surroundings;
pub mod visitor;

/// A count as pages take it: it is never below nothing.
pub fn natural(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}
