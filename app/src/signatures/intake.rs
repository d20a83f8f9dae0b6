//! The intake: sign-ons wait in a bounded queue; a writer appends all that wait in one commit.
//!
//! It looks nothing up and knows no person: whether an address has signed before is for the mailer
//! to find out, so that the answer can be the same for everybody.

use super::SignOn;
use super::store;
use crate::figures::Queue;
use broadside_db::{Db, GroupCommit, Lane};

pub type Intake = GroupCommit<SignOn, ()>;

/// So many sign-ons may wait; the next one is told to come back. At 20,000 a second this is a
/// fifth of a second's worth.
const WAITING: usize = 4_096;

pub fn start(db: Db, watch: Queue) -> Intake {
    GroupCommit::appending(db, Lane::Intake, WAITING, watch, &store::SIGN_ON, store::sign_on_row)
}
