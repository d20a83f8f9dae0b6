//! A partner's share of the joint count: how many came by its sources. A signature counts once, by the source it was
//! first confirmed with, however many partners brought its signer.

use super::store;
use crate::campaigns::definition::Partner;
use broadside_db::{Connection, Result};

/// The joint count, and what a partner's sources brought of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    pub everybody: i64,
    /// The partner's own codes, the strongest first.
    pub sources: Vec<(String, i64)>,
}

impl Share {
    pub fn of(counts: Vec<(String, i64)>, partner: &Partner) -> Self {
        let everybody = counts.iter().map(|(_, n)| n).sum();
        let own = |(code, n): &(String, i64)| *n > 0 && partner.is_source(code);
        let mut sources: Vec<_> = counts.into_iter().filter(own).collect();
        sources.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Self { everybody, sources }
    }

    pub fn own(&self) -> i64 {
        self.sources.iter().map(|(_, n)| n).sum()
    }

    /// In hundredths of the joint count, rounded down.
    pub fn percent(&self) -> i64 {
        if self.everybody == 0 { 0 } else { self.own() * 100 / self.everybody }
    }
}

/// Under one letter the tallies count everybody once; where there are several, the signatures are asked.
pub async fn share(c: &mut Connection, campaign: i64, letters: usize, partner: &Partner) -> Result<Share> {
    let counts = if letters > 1 {
        store::deduplicated(c, campaign).await?
    } else {
        store::tallied(c, campaign).await?
    };
    Ok(Share::of(counts, partner))
}
