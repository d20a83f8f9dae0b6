//! The log: how its lines are written. Where they go and which are left out is said where the program starts.

use tracing_subscriber::fmt::SubscriberBuilder;

/// One line an event, its moment in UTC; what could end a line or colour a terminal is escaped.
pub fn lines() -> SubscriberBuilder {
    tracing_subscriber::fmt()
}
