//! The log's lines of what was refused: by route and rule, never with what was typed, and so few that nobody can
//! fill a disk by being refused.

use crate::clock::MINUTE;
use crate::error::{Cause, Refusal, Rule};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// After its first line a rule of a route is silent for so long; the next line says how many were not told.
const SILENCE: i64 = MINUTE;

/// As many kinds of lines as there are routes and rules: no more can come about.
type Told = HashMap<(String, StatusCode, &'static str), Since>;

#[derive(Default)]
pub struct Lines(Mutex<Told>);

struct Since {
    told_at: i64,
    untold: u64,
}

/// What the log says of an answer that refuses.
pub struct Line<'l> {
    pub method: &'l Method,
    pub route: &'l str,
    pub status: StatusCode,
    pub request: &'l str,
    pub now: i64,
}

/// The rule by which an answer refuses.
pub fn rule_of(response: &Response) -> &'static str {
    let left = response.extensions();
    let named = left.get::<Rule>().map(|rule| rule.0);
    named.or_else(|| left.get::<Refusal>().map(|refusal| refusal.word())).unwrap_or(match response.status() {
        StatusCode::UNPROCESSABLE_ENTITY => "form",
        StatusCode::TOO_MANY_REQUESTS => "limit",
        StatusCode::CONFLICT => "changed-meanwhile",
        StatusCode::GONE => "used-or-expired",
        StatusCode::SERVICE_UNAVAILABLE => "busy",
        _ => "-",
    })
}

impl Lines {
    /// How many were not told since the last line, where one is due now.
    fn due(&self, route: &str, status: StatusCode, rule: &'static str, now: i64) -> Option<u64> {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(since) = told.get_mut(&(route.to_owned(), status, rule)) else {
            told.insert((route.to_owned(), status, rule), Since { told_at: now, untold: 0 });
            return Some(0);
        };
        if now - since.told_at < SILENCE {
            since.untold += 1;
            return None;
        }
        since.told_at = now;
        Some(std::mem::take(&mut since.untold))
    }

    pub fn tell(&self, line: &Line, rule: &'static str, cause: Option<&Cause>) {
        let Line { method, route, status, request, now } = *line;
        let Some(untold) = self.due(route, status, rule, now) else { return };
        let (method, status) = (word_of(method), status.as_u16());
        match cause {
            Some(Cause(error)) => {
                // As a value of text it is quoted, and no line of it begins another.
                let error = error.as_str();
                tracing::error!(method, route, status, rule, request, untold, error, "a request failed");
            }
            None if status >= 500 => {
                tracing::warn!(method, route, status, rule, request, untold, "refused");
            }
            None => tracing::info!(method, route, status, rule, request, untold, "refused"),
        }
    }
}

/// A method may be any word; the log holds those that there are.
fn word_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SECOND;

    #[test]
    fn a_rule_of_a_route_is_told_once_a_minute_with_how_many_were_not() {
        let lines = Lines::default();
        let due = |route, rule, now| lines.due(route, StatusCode::NOT_FOUND, rule, now);
        assert_eq!(due("/a", "not-found", 0), Some(0));
        for second in 1..60 {
            assert_eq!(due("/a", "not-found", second * SECOND), None);
        }
        assert_eq!(due("/b", "not-found", SECOND), Some(0), "another route has lines of its own");
        assert_eq!(due("/a", "unreadable", SECOND), Some(0), "and so has another rule");
        assert_eq!(due("/a", "not-found", MINUTE), Some(59));
        assert_eq!(due("/a", "not-found", 2 * MINUTE), Some(0));
    }
}
