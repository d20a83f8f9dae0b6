//! What stands in a line: the facts of a sign-on, and what it really is.

use serde::Serialize;
use std::net::IpAddr;

/// What Broadside gets to know when somebody signs.
#[derive(Clone, Debug, Serialize)]
pub struct SignOn {
    /// Seconds since the campaign's start.
    pub at: f64,
    pub address: IpAddr,
    pub name: String,
    pub email: String,
    /// As chosen in the form: ISO 3166-1, two letters.
    pub country: Option<&'static str>,
    pub comment: Option<String>,
    pub public: bool,
    /// Measured by a script in the page between opening and sending; nothing where no script ran.
    pub seconds_to_fill: Option<f64>,
    /// What was typed into a field that the style sheet hides.
    pub honeypot: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    Honest,
    False,
}

#[derive(Debug, Serialize)]
pub struct Labelled {
    #[serde(flatten)]
    pub sign_on: SignOn,
    pub label: Label,
    pub scene: &'static str,
}

/// A network that an organiser expects many people from, told beforehand.
#[derive(Debug, Serialize)]
pub struct Venue {
    pub network: String,
    /// Seconds since the campaign's start.
    pub from: f64,
    pub until: f64,
    pub name: String,
}

/// To the thousandth of a second.
pub fn milliseconds(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}
