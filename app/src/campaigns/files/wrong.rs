//! What can be wrong with targets and with what hangs on them, as facts: the desk says it in its own
//! languages, the command line by the fault's message.

use crate::networks::{Excess, Network};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The list holds no line.
    Empty,
    NotCsv,
    /// A field opens with a quotation mark that nothing closes.
    OpenQuotation,
    UnknownColumn(String),
    NoNameColumn,
    TooManyFields {
        fields: usize,
        columns: usize,
    },
    NoName,
    /// Too long, or with characters that have no place in a name.
    Name(String),
    Handle {
        network: Network,
        typed: String,
    },
    /// The address of a page that is nobody's on a network known here.
    Profile(String),
    /// A name and a host among the handles: nobody's mail address is published for a handle.
    MailAmongHandles(String),
    UnknownNetwork(String),
    Address(String),
    Phone(String),
    Session(String),
    /// The same name stands on an earlier line.
    Twice {
        name: String,
        first: u64,
    },
    PostTooLong {
        post: String,
        language: String,
        network: Network,
        length: usize,
        excess: Excess,
        /// The longest target, as the post calls it.
        called: String,
    },
    /// A post, or a target that is several, names what there is none of: a target, a kind.
    NamedElsewhere(String),
    /// There are posts, and nobody to send them to.
    NobodyLeft,
    TooMany(usize),
}
