//! What everybody sees of a campaign's fundraisers, read at most once a second and shown on while the database is
//! silent.

use super::store::{self, Invoice, Sum};
use super::{Pledge, Promise, Stage, State, attack};
use crate::campaigns::definition::FundraiserKind;
use crate::error::Result;
use crate::fresh::FreshByCampaign;
use crate::state::App;
use broadside_money::ledger::WhereItWent;
use std::sync::Arc;

/// So many of those who gave are named on the page.
const NEWEST: i64 = 60;

#[derive(Debug)]
pub struct Fund {
    pub promise: Promise,
    pub sums: Vec<(State, Sum)>,
    /// How many people stand behind what stands towards the goal.
    pub givers: i64,
    /// The newest, whoever of them may be named.
    pub newest: Vec<Pledge>,
    pub went: WhereItWent,
    pub invoices: Vec<Invoice>,
    /// Cards seem to be tried.
    pub is_attacked: bool,
}

#[derive(Debug)]
pub struct Standing {
    pub funds: Vec<Fund>,
    /// Microseconds UTC.
    pub as_of: i64,
}

#[derive(Default)]
pub struct Funds(FreshByCampaign<Standing>);

impl Funds {
    pub async fn of(&self, app: &App, campaign: i64) -> Result<Arc<Standing>> {
        Ok(self.0.of(campaign).get(app, |_| read(app.clone(), campaign)).await?)
    }

    /// Lets nobody see them as they stood.
    pub fn forget(&self, campaign: i64) {
        self.0.of(campaign).forget();
    }
}

async fn read(app: App, campaign: i64) -> broadside_db::Result<Standing> {
    let as_of = app.clock.now();
    let mut c = app.db.read().await?;
    let is_attacked = app.settings.rate_limits && attack::is_under_attack(&mut c, as_of).await?;
    let mut funds = Vec::new();
    for promise in store::promises_of(&mut c, campaign).await? {
        let sums = store::sums(&mut c, promise.id).await?;
        let givers = store::givers(&mut c, &promise).await?;
        let newest = store::newest_givers(&mut c, promise.id, NEWEST).await?;
        let went = WhereItWent::of(store::balances(&mut c, promise.id).await?);
        let invoices = store::invoices(&mut c, promise.id).await?;
        funds.push(Fund { promise, sums, givers, newest, went, invoices, is_attacked });
    }
    Ok(Standing { funds, as_of })
}

impl Standing {
    pub fn fund(&self, slug: &str) -> Option<&Fund> {
        self.funds.iter().find(|fund| fund.promise.slug == slug)
    }
}

impl Fund {
    fn sum(&self, of: impl Fn(State) -> bool) -> Sum {
        self.sums.iter().filter(|(state, _)| of(*state)).fold(Sum::default(), |sum, (_, more)| Sum {
            pledges: sum.pledges + more.pledges,
            amount: sum.amount + more.amount,
            fees: sum.fees + more.fees,
            returned: sum.returned + more.returned,
        })
    }

    /// What stands towards the goal.
    pub fn towards(&self) -> Sum {
        self.sum(|state| self.promise.stage.counts(state))
    }

    /// What is still asked for.
    pub fn under_way(&self) -> Sum {
        self.sum(State::is_under_way)
    }

    /// What came in, whatever was paid back since.
    pub fn came_in(&self) -> Sum {
        self.sum(State::came_in)
    }

    /// Whether what counts is promised, and nothing is charged yet.
    pub fn is_promised(&self) -> bool {
        self.promise.stage == Stage::Open && self.promise.kind == FundraiserKind::AllOrNothing
    }

    pub fn of(&self, state: State) -> Sum {
        self.sum(|one| one == state)
    }
}
