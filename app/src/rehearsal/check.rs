//! After the play: everybody who was thanked is looked for in the copy.

use super::Failure;
use super::acts::Stage;
use super::copy::Copied;
use super::sink::made_up;
use super::store;
use broadside_db::Db;
use std::collections::{HashMap, HashSet};

/// So many rows at a time.
const PIECE: i64 = 10_000;

/// What was told, and what is kept of it.
pub struct Kept {
    pub thanked: usize,
    pub confirmed: usize,
    /// Who was thanked for a sign-on or a confirmation that is not there.
    pub missing: usize,
    pub counts_agree: bool,
}

impl Kept {
    pub fn is_whole(&self) -> bool {
        self.missing == 0 && self.counts_agree
    }
}

pub async fn look(copied: &Copied, stage: &Stage) -> Result<Kept, Failure> {
    let db = copied.open().await?;
    let kept = kept(&db, copied, stage).await;
    db.close().await;
    kept
}

async fn kept(db: &Db, copied: &Copied, stage: &Stage) -> Result<Kept, Failure> {
    let mut c = db.read().await?;
    let mut stored: HashMap<u64, i64> = HashMap::new();
    let mut newest = stage.place.newest_sign_on;
    loop {
        let rows = store::sign_ons_after(&mut c, newest, PIECE).await?;
        let Some((last, _)) = rows.last() else { break };
        newest = *last;
        stored.extend(rows.iter().filter_map(|(id, email)| Some((made_up(email)?.0, *id))));
    }
    let mut counted: HashSet<i64> = HashSet::new();
    let mut newest = stage.place.newest_sign_on;
    loop {
        let rows = store::signed_after(&mut c, newest, PIECE).await?;
        let Some(last) = rows.last() else { break };
        newest = *last;
        counted.extend(rows);
    }
    drop(c);
    let (thanked, confirmed) = (stage.people.thanked(), stage.people.confirmed());
    let missing = thanked.iter().filter(|number| !stored.contains_key(number)).count()
        + confirmed
            .iter()
            .filter(|number| !stored.get(number).is_some_and(|id| counted.contains(id)))
            .count();
    Ok(Kept {
        thanked: thanked.len(),
        confirmed: confirmed.len(),
        missing,
        counts_agree: copied.counts_agree(db).await?,
    })
}
