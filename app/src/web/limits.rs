//! How much one network may send: by network only, so that no limit tells anything of an address.

use super::visitor::Network;
use crate::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::num::NonZeroU32;
use std::time::Duration;

type Limiter = RateLimiter<Network, DashMapStateStore<Network>, Clock, NoOpMiddleware<Nanos>>;

pub struct Limits {
    on: bool,
    sign_ons: Limiter,
    links: Limiter,
    clock: Clock,
}

/// Until when a network must wait, in microseconds UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitUntil(pub i64);

/// A hall of sixty people may sign at once; after that twenty a minute.
const SIGN_ONS_AT_ONCE: NonZeroU32 = NonZeroU32::new(60).unwrap();
const SIGN_ON_EVERY: Duration = Duration::from_secs(3);
const LINKS_AT_ONCE: NonZeroU32 = NonZeroU32::new(12).unwrap();
const LINK_EVERY: Duration = Duration::from_secs(15);

impl Limits {
    pub fn new(on: bool, clock: &Clock) -> Self {
        let limiter = |every: Duration, at_once: NonZeroU32| {
            let every = u32::try_from(every.as_millis()).unwrap_or(u32::MAX);
            // A period of zero would be refused; ours are written above.
            let quota = Quota::with_period(Duration::from_millis(u64::from(every.max(1))))
                .unwrap_or(Quota::per_second(at_once))
                .allow_burst(at_once);
            RateLimiter::new(quota, DashMapStateStore::default(), clock.clone())
        };
        Self {
            on,
            sign_ons: limiter(SIGN_ON_EVERY, SIGN_ONS_AT_ONCE),
            links: limiter(LINK_EVERY, LINKS_AT_ONCE),
            clock: clock.clone(),
        }
    }

    pub fn sign_on(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.sign_ons, network)
    }

    pub fn link_request(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.links, network)
    }

    /// Forgets the networks that have long been quiet.
    pub fn forget_quiet(&self) {
        self.sign_ons.retain_recent();
        self.links.retain_recent();
    }

    fn allow(&self, limiter: &Limiter, network: Network) -> Result<(), WaitUntil> {
        if !self.on {
            return Ok(());
        }
        limiter.check_key(&network).map_err(|not_until| {
            let wait = not_until.wait_time_from(governor::clock::Clock::now(&self.clock));
            WaitUntil(self.clock.now() + i64::try_from(wait.as_micros()).unwrap_or(i64::MAX))
        })
    }
}
