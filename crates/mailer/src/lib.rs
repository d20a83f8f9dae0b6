//! Sends mails over SMTP: plain, STARTTLS or TLS, with or without a login, over reused connections.
//!
//! It says of each mail whether a server took it, refused it for good, or may take it later. It
//! keeps nothing and tries nothing twice: that is its caller's queue.

mod idle;
mod mailer;
mod message;
mod outcome;
mod server;
mod session;

pub use mailer::{Capabilities, Mailer};
pub use message::Message;
pub use outcome::{On, Outcome};
pub use server::Fault;
