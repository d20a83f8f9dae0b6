//! Two engines, SQLite and PostgreSQL, behind one query text with `$1` placeholders.
//!
//! What callers see: [`Db`] is opened once; [`Db::read`] lends a connection; [`Db::write`] runs a
//! boxed closure in a transaction of its own task, so that neither a dropped request nor a
//! serialization failure leaves it half done; [`GroupCommit`] turns many small writes into few
//! commits. This crate knows nothing of campaigns.

mod beside;
mod by_many;
mod checkpoints;
mod connection;
mod error;
mod file;
mod group_commit;
mod insert;
mod open;
mod postgres;
mod query;
mod shapes;
mod traces;
mod update;
mod value;
mod writer;

pub use beside::{Beside, is_on_this_machine, size_of};
pub use by_many::ByMany;
pub use connection::{Connection, Engine};
pub use error::{Error, Result, decode_error};
pub use group_commit::{GroupCommit, Line, Unsaved, Watch};
pub use insert::{Columns, Insert, Kind};
pub use open::{BoxFuture, Db, Lane, Migration};
pub use query::{IN_LIST, Query, Row, in_list, in_lists, in_rows, query, query_composed};
pub use traces::Traces;
pub use update::Update;
pub use value::Value;
