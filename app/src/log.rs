//! The log: how its lines are written, and that they go to standard error alone.

use std::io::{self, IsTerminal};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::SubscriberBuilder;
use tracing_subscriber::fmt::format::{Format, Json, JsonFields};

/// Read here, since the log is there before the settings are.
const HOW_MUCH: &str = "BROADSIDE_LOG";
const HOW_WRITTEN: &str = "BROADSIDE_LOG_FORMAT";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Text,
    Json,
}

fn written(asked: Option<&str>) -> Result<Written, String> {
    match asked.unwrap_or_default().trim() {
        "" | "text" => Ok(Written::Text),
        "json" => Ok(Written::Json),
        _ => Err(format!("{HOW_WRITTEN} must be text or json")),
    }
}

/// One line an event, its moment in UTC; what could colour a terminal is escaped, and what could end a line
/// where it is a value of text.
pub fn lines() -> SubscriberBuilder {
    tracing_subscriber::fmt()
}

/// The same, each line an object with `timestamp`, `level`, `target`, `message` and the event’s own fields.
pub fn json_lines() -> SubscriberBuilder<JsonFields, Format<Json>> {
    lines().json().flatten_event(true).with_current_span(false).with_span_list(false)
}

/// Begins to log, as the environment says.
pub fn begin() -> Result<(), String> {
    let asked = std::env::var(HOW_WRITTEN).ok();
    let filter = EnvFilter::try_from_env(HOW_MUCH).unwrap_or_else(|_| "info,sqlx=warn".into());
    match written(asked.as_deref())? {
        Written::Text => {
            let colours = io::stderr().is_terminal();
            lines().with_env_filter(filter).with_ansi(colours).with_writer(io::stderr).init();
        }
        Written::Json => {
            json_lines().with_env_filter(filter).with_writer(io::stderr).init();
            // Whoever reads the lines by a program reads of the program’s own end too.
            std::panic::set_hook(Box::new(|panicked| tracing::error!(%panicked, "the program failed")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_text_unless_json_is_asked_for_and_nothing_else_is_understood() {
        for text in [None, Some(""), Some("text")] {
            assert_eq!(written(text), Ok(Written::Text), "{text:?}");
        }
        assert_eq!(written(Some("json")), Ok(Written::Json));
        assert!(written(Some("xml")).unwrap_err().contains("text or json"));
    }
}
