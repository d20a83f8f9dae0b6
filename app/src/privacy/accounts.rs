//! The account of somebody who works at the desk: everything kept of it, and that it goes. What the same
//! mailbox signed is a signer's, behind the link that was mailed to it.

use super::erasing::{Failed, exports_cannot_go, finish};
use super::store::{self, Asked};
use super::traces::traces;
use super::{Place, register};
use crate::audit::{self, Change};
use crate::tasks::sweeping;
use broadside_db::{Lane, Traces};

/// What became of the wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Erased,
    /// Somebody else must take over first.
    Needed(Needed),
}

/// What would be left without anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Groups, by name, that nobody else owns.
    pub groups: Vec<String>,
    /// The instance, which nobody else runs.
    pub instance: bool,
}

/// Enters the erasure of an account and carries it out. Entries of the record stay and name nobody.
pub async fn erase(place: &Place, account: i64, now: i64) -> Result<Outcome, Failed> {
    let mut c = place.db.read().await?;
    let email = store::email_of_account(&mut c, account).await?;
    let known = traces(&store::known_of_account(&mut c, account).await?);
    drop(c);
    let key = place.addresses.of(&email);
    let asked = place
        .db
        .write(Lane::Ordinary, move |c| {
            let key = key.clone();
            Box::pin(async move {
                let needed = Needed {
                    groups: store::owned_alone(c, account).await?,
                    instance: store::runs_alone(c, account).await?,
                };
                if needed.instance || !needed.groups.is_empty() {
                    return Ok(Err(needed));
                }
                let mut at = now;
                // No two entries of an address bear the same time.
                loop {
                    if let Some(asked) = store::enter_account(c, &key, at).await? {
                        store::erase_account(c, account, now).await?;
                        let change = Change::of("account-erased", format!("account {account}")).by(account);
                        audit::store::record(c, &change, now).await?;
                        return Ok(Ok(asked));
                    }
                    at += 1;
                }
            })
        })
        .await?;
    let asked = match asked {
        Ok(asked) => asked,
        Err(needed) => return Ok(Outcome::Needed(needed)),
    };
    // Their tasks are gone from the database; what these made goes too.
    sweeping::remove_unknown(&place.db, &place.data).await?.map_err(exports_cannot_go(place))?;
    register::write_copy(place).await?;
    if place.db.leave_no_trace(known).await? == Traces::Gone {
        finish(place, vec![asked.id], now).await?;
    }
    Ok(Outcome::Erased)
}

/// Erases the account that an entry is about, should a backup have brought it back.
pub async fn erase_again(place: &Place, asked: &Asked, now: i64) -> broadside_db::Result<()> {
    let made_until = asked.erased_at;
    let accounts = store::accounts_made_until(&mut place.db.read().await?, made_until).await?;
    for (account, email) in accounts {
        if place.addresses.of(&email) == asked.address_key {
            place.db.write(Lane::Ordinary, move |c| Box::pin(store::erase_account(c, account, now))).await?;
        }
    }
    Ok(())
}
