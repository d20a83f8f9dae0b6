//! People: what they agreed to, and the map of what is known of them.

pub mod declaration;
mod desk_data;
mod endorsement_data;
mod event_data;
mod fundraiser_data;
mod goal_data;
pub mod kept;
mod partner_data;
pub mod personal_data;
mod statement_data;

use serde::{Deserialize, Serialize};

/// A consent as submitted: which partner, as it was called there, and which version of the words the page showed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    pub partner: String,
    pub words_version: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The page on which its box was ticked; empty until it was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub page: String,
}
