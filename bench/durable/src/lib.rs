//! What the games here share with others: their chance, and a schema of their own.

pub mod dice;
pub mod schema;

pub type Failure = Box<dyn std::error::Error + Send + Sync>;
