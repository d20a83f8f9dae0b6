//! Reading the forms that visitors send, and the queries of addresses.

use crate::error::{Error, Result};
use axum::body::Bytes;
use serde::de::DeserializeOwned;
use std::collections::{HashMap, HashSet};

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
/// form at all is refused, and so is a NUL.
pub fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T> {
    if holds_nul(body) { Err(Error::Unreadable) } else { read_with_nuls(body) }
}

/// The same of a form that looks for what cannot be printed in each of its fields: there a NUL is a mistake that
/// is shown at its field, with all else that was typed.
pub fn read_with_nuls<T: DeserializeOwned>(body: &Bytes) -> Result<T> {
    each_once(body, |pairs| {
        pairs
            .iter()
            .map(|(name, _)| name.as_str())
            .zip(0..)
            .collect::<HashMap<_, _>>()
            .into_values()
            .collect()
    })
}

/// Reads an address's query: what is missing is empty, of a field that stands twice the first one holds, as
/// it does for the language and the source.
pub fn query<T: DeserializeOwned>(query: Option<&str>) -> Result<T> {
    let query = query.unwrap_or_default().as_bytes();
    if holds_nul(query) {
        return Err(Error::Unreadable);
    }
    each_once(query, |pairs| {
        let backwards = pairs.iter().enumerate().rev().map(|(place, (name, _))| (name.as_str(), place));
        backwards.collect::<HashMap<_, _>>().into_values().collect()
    })
}

/// Whether something encoded holds a NUL: nobody types one, and not every database keeps it in a text.
pub fn holds_nul(encoded: &[u8]) -> bool {
    encoded.contains(&0) || encoded.windows(3).any(|three| three == b"%00")
}

/// Where a field stands several times, all but one of its places are left out.
fn each_once<T: DeserializeOwned>(
    text: &[u8],
    places: impl Fn(&[(String, String)]) -> HashSet<usize>,
) -> Result<T> {
    serde_html_form::from_bytes(text).or_else(|_| {
        let pairs: Vec<(String, String)> =
            serde_html_form::from_bytes(text).map_err(|_| Error::Unreadable)?;
        let places = places(&pairs);
        let kept: Vec<&(String, String)> = pairs
            .iter()
            .zip(0..)
            .filter(|((name, _), place)| REPEATED.contains(&name.as_str()) || places.contains(place))
            .map(|(pair, _)| pair)
            .collect();
        let form = serde_html_form::to_string(kept).map_err(|_| Error::Unreadable)?;
        serde_html_form::from_str(&form).map_err(|_| Error::Unreadable)
    })
}
