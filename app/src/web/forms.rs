//! Reading the forms that visitors send.

use crate::error::{Error, Result};
use axum::body::Bytes;
use serde::de::DeserializeOwned;
use std::collections::HashMap;

/// Fields that a form may hold several times.
const REPEATED: [&str; 1] = ["consent"];

/// A path with a query.
pub fn with_query(path: &str, pairs: &[(&'static str, String)]) -> String {
    match serde_html_form::to_string(pairs) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

/// Reads a form: what is missing is empty, of a field that stands twice the last one holds. What is no
/// form at all is refused.
pub fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T> {
    serde_html_form::from_bytes(body).or_else(|_| {
        let pairs: Vec<(String, String)> =
            serde_html_form::from_bytes(body).map_err(|_| Error::Unreadable)?;
        let lasts: HashMap<&str, usize> = pairs.iter().map(|(name, _)| name.as_str()).zip(0..).collect();
        let kept: Vec<&(String, String)> = pairs
            .iter()
            .zip(0..)
            .filter(|((name, _), place)| {
                REPEATED.contains(&name.as_str()) || lasts.get(name.as_str()) == Some(place)
            })
            .map(|(pair, _)| pair)
            .collect();
        let form = serde_html_form::to_string(kept).map_err(|_| Error::Unreadable)?;
        serde_html_form::from_str(&form).map_err(|_| Error::Unreadable)
    })
}
