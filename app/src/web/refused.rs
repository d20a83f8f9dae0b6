//! The log's lines of what was refused: by route and rule, never with what was typed, and so few that nobody can
//! fill a disk by being refused.

use super::quiet::Quiet;
use crate::error::{Cause, Refusal, Rule};
use axum::http::{Method, StatusCode};
use axum::response::Response;

/// As many kinds of lines as there are routes and rules: no more can come about.
#[derive(Default)]
pub struct Lines(Quiet<(String, StatusCode, &'static str)>);

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
    pub fn tell(&self, line: &Line, rule: &'static str, cause: Option<&Cause>) {
        let Line { method, route, status, request, now } = *line;
        let Some(untold) = self.0.due((route.to_owned(), status, rule), now) else { return };
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
