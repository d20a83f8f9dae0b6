//! A letter's Markdown (CommonMark) as HTML for its page, as plain text for mails, and its length.
//!
//! Whatever the Markdown holds, only what a letter needs comes out: paragraphs, headings, emphasis,
//! links to the web and to mailboxes, lists, quotations, rules. Raw HTML and pictures do not.

mod blocks;
mod html;
mod lost;
mod quotes;
mod text;

pub use blocks::{Block, BlockKind, Run, blocks};
pub use html::html;
pub use lost::{Found, Lost, lost};
pub use text::{text, words};

#[cfg(test)]
mod tests;
