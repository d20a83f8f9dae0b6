//! What Broadside's form carries.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct SignOn {
    pub name: String,
    pub email: String,
    pub relation: Option<String>,
    pub postal_code: Option<String>,
    pub country: Option<String>,
    pub comment: Option<String>,
    pub public: Option<String>,
    #[serde(default)]
    pub consent: Vec<String>,
    pub source: Option<String>,
    pub email_as_typed: Option<String>,
}
