//! Small files and records of other people's domains, asked for on behalf of somebody who is not trusted.
//!
//! It opens connections to public addresses alone: each name is looked up here, every address that it leads to
//! is judged, and the connection goes to the very address that was judged, so that a name that leads elsewhere
//! a moment later leads nowhere. The same holds after every redirect. Nothing of the instance goes along: no
//! cookie, no credential, no proxy.

mod fetch;
mod names;
mod public;

pub use fetch::{Dial, Failure, Fetcher, Tcp};
pub use names::{Names, NoNames, Silence};
pub use public::is_public;

use std::pin::Pin;

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
