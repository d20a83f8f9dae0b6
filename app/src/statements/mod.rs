//! Statements: what a campaign's press page tells. Who was asked, who replied, who has not yet, who said something
//! publicly; the numbers, the letters as files, the timeline.
//!
//! The types and rules stand here; there is no HTTP, SQL, clock or randomness. A reply that came behind a private
//! link is edited by nobody: the organisers can hide it, and then the page says why.

pub mod desk_looks;
pub mod desk_pages;
pub mod desk_routes;
mod fault;
pub mod form;
pub mod kept;
pub mod letter_routes;
pub mod link;
pub mod link_routes;
pub mod mailing;
pub mod pages;
mod press;
pub mod private_routes;
pub mod routes;
pub mod store;
mod timeline;
pub mod unlinking;

use crate::campaigns::directory::Running;
use crate::clock::DAY;
use crate::people::kept::REPLY_DAYS;
use crate::signatures::link::Numbered;
use crate::state::App;
use broadside_address::Address;

/// At most so many private links an address in a day, whatever anybody at the desk sends.
pub const LINKS_A_DAY: i64 = 3;
/// At most so many private links a campaign in a day, to however many addresses: each is a mail with words that
/// somebody at the desk typed.
pub const CAMPAIGN_LINKS_A_DAY: i64 = 100;
/// So many replies can come by one link; all of them together are as long as one may be, so that no link buries the
/// letter.
pub const REPLIES_A_LINK: usize = 10;
/// Characters of who speaks.
pub const SPEAKER_MOST: usize = 120;
/// Characters of why a reply is hidden.
pub const HIDDEN_MOST: usize = 300;

/// A private link that was sent to whom is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub id: i64,
    pub group_id: i64,
    pub campaign_id: i64,
    /// Key of the question.
    pub asked: String,
    pub whom: String,
    /// The question as it was when the link was sent.
    pub words: String,
    pub language: String,
    pub address_key: Vec<u8>,
    pub email: String,
    pub created_at: i64,
    /// When the organisers ended it before its time.
    pub ended_at: Option<i64>,
}

impl Sent {
    pub fn link(&self) -> Numbered {
        Numbered { number: self.id, at: self.created_at }
    }

    /// Of the address that it was mailed to, what is published with a reply.
    pub fn domain(&self) -> Option<String> {
        Address::parse(&self.email).ok().map(|address| address.ascii_domain().to_owned())
    }

    /// Until when it can be used, in microseconds UTC.
    pub fn until(&self) -> i64 {
        self.created_at + REPLY_DAYS * DAY
    }
}

/// The counts that the timeline tells of: powers of ten from ten on, as far as they were reached.
pub fn milestones(signatures: i64) -> impl Iterator<Item = i64> {
    let powers = std::iter::successors(Some(10_i64), |n| n.checked_mul(10));
    powers.take_while(move |n| *n <= signatures)
}

/// Lets nobody see the campaign's pages as they stood before a statement was changed.
pub fn forget(app: &App, campaign: &Running) {
    app.presses.forget(campaign.id);
    for letter in &campaign.letters {
        app.sheets.forget(letter.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milestones_are_powers_of_ten_that_were_reached() {
        assert_eq!(milestones(9).count(), 0);
        assert_eq!(milestones(10).collect::<Vec<_>>(), [10]);
        assert_eq!(milestones(1_234).collect::<Vec<_>>(), [10, 100, 1_000]);
        assert_eq!(milestones(i64::MAX).count(), 18);
    }
}
