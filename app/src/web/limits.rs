//! How much one network may send: by network, so that no limit tells anything of an address. At the desk's
//! door tries are counted by address too, the same whether it has an account or not.

use super::visitor::Network;
use crate::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use std::hash::Hash;
use std::num::NonZeroU32;
use std::time::Duration;

type Limiter<K = Network> = RateLimiter<K, DashMapStateStore<K>, Clock, NoOpMiddleware<Nanos>>;

pub struct Limits {
    on: bool,
    sign_ons: Limiter,
    links: Limiter,
    endorsements: Limiter,
    proofs: Limiter,
    rsvps: Limiter,
    pledges: Limiter,
    clicks: Limiter,
    knocks: Limiter,
    desk_links: Limiter,
    guesses: Limiter<Vec<u8>>,
    inner_guesses: Limiter<Vec<u8>>,
    codes_from: Limiter<(Network, Vec<u8>)>,
    desk_mails: Limiter<Vec<u8>>,
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
/// An umbrella organisation's meeting may endorse at once.
const ENDORSEMENTS_AT_ONCE: NonZeroU32 = NonZeroU32::new(12).unwrap();
const ENDORSEMENT_EVERY: Duration = Duration::from_secs(30);
/// A bus may fill in the form on its way.
const RSVPS_AT_ONCE: NonZeroU32 = NonZeroU32::new(60).unwrap();
const RSVP_EVERY: Duration = Duration::from_secs(3);
/// A hall may give at once; whoever tries cards may not go on.
const PLEDGES_AT_ONCE: NonZeroU32 = NonZeroU32::new(20).unwrap();
const PLEDGE_EVERY: Duration = Duration::from_mins(1);
/// Looks into a domain, mails to it and logos: each costs others something.
const PROOFS_AT_ONCE: NonZeroU32 = NonZeroU32::new(20).unwrap();
const PROOF_EVERY: Duration = Duration::from_secs(20);
/// Clicks on posts that are counted: a hall may post at once; after that as many as sign.
const CLICKS_AT_ONCE: NonZeroU32 = NonZeroU32::new(120).unwrap();
const CLICK_EVERY: Duration = Duration::from_secs(3);
/// Trying to sign in at the desk: an office may begin its day, a guesser may not go on.
const KNOCKS_AT_ONCE: NonZeroU32 = NonZeroU32::new(20).unwrap();
const KNOCK_EVERY: Duration = Duration::from_secs(10);
/// Links of the desk that are opened or used, right ones among them: a group of twenty may join at once.
const DESK_LINKS_AT_ONCE: NonZeroU32 = NonZeroU32::new(60).unwrap();
const DESK_LINK_EVERY: Duration = Duration::from_secs(10);
/// Passwords and codes for one address, whether it has an account or not: about a hundred and fifty a day.
const GUESSES_AT_ONCE: NonZeroU32 = NonZeroU32::new(10).unwrap();
const GUESS_EVERY: Duration = Duration::from_mins(10);
/// An app’s codes for one account from one network: some of the account’s tries are left to everybody else’s.
const CODES_FROM_AT_ONCE: NonZeroU32 = NonZeroU32::new(6).unwrap();
const CODE_FROM_EVERY: Duration = Duration::from_mins(15);
/// Mails with a sign-in link to one address.
const DESK_MAILS_AT_ONCE: NonZeroU32 = NonZeroU32::new(4).unwrap();
const DESK_MAIL_EVERY: Duration = Duration::from_mins(15);

impl Limits {
    pub fn new(on: bool, clock: &Clock) -> Self {
        Self {
            on,
            sign_ons: limiter(SIGN_ON_EVERY, SIGN_ONS_AT_ONCE, clock),
            links: limiter(LINK_EVERY, LINKS_AT_ONCE, clock),
            endorsements: limiter(ENDORSEMENT_EVERY, ENDORSEMENTS_AT_ONCE, clock),
            proofs: limiter(PROOF_EVERY, PROOFS_AT_ONCE, clock),
            rsvps: limiter(RSVP_EVERY, RSVPS_AT_ONCE, clock),
            pledges: limiter(PLEDGE_EVERY, PLEDGES_AT_ONCE, clock),
            clicks: limiter(CLICK_EVERY, CLICKS_AT_ONCE, clock),
            knocks: limiter(KNOCK_EVERY, KNOCKS_AT_ONCE, clock),
            desk_links: limiter(DESK_LINK_EVERY, DESK_LINKS_AT_ONCE, clock),
            guesses: limiter(GUESS_EVERY, GUESSES_AT_ONCE, clock),
            inner_guesses: limiter(GUESS_EVERY, GUESSES_AT_ONCE, clock),
            codes_from: limiter(CODE_FROM_EVERY, CODES_FROM_AT_ONCE, clock),
            desk_mails: limiter(DESK_MAIL_EVERY, DESK_MAILS_AT_ONCE, clock),
            clock: clock.clone(),
        }
    }

    pub fn sign_on(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.sign_ons, &network)
    }

    pub fn link_request(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.links, &network)
    }

    /// One endorsement that is sent.
    pub fn endorsement(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.endorsements, &network)
    }

    /// One proof that is asked for, or one logo sent, behind an endorsement's link.
    pub fn proof(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.proofs, &network)
    }

    /// One RSVP that is sent.
    pub fn rsvp(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.rsvps, &network)
    }

    /// One pledge that is sent.
    pub fn pledge(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.pledges, &network)
    }

    /// One click that may be counted. Beyond the limit nobody waits: the click leads on, uncounted.
    pub fn click(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.clicks, &network)
    }

    /// One try to sign in at the desk.
    pub fn knock(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.knocks, &network)
    }

    /// One link of the desk that is opened or used.
    pub fn desk_link(&self, network: Network) -> Result<(), WaitUntil> {
        self.allow(&self.desk_links, &network)
    }

    /// One password tried at the door for an address, known by its key.
    pub fn guess(&self, address_key: &Vec<u8>) -> Result<(), WaitUntil> {
        self.allow(&self.guesses, address_key)
    }

    /// One code of an app tried at the second step. Counted apart: whoever guesses passwords at the door from
    /// afar must not keep the owner out, nor must whoever knows the password, from one network.
    pub fn code(&self, network: Network, address_key: &Vec<u8>) -> Result<(), WaitUntil> {
        self.allow(&self.codes_from, &(network, address_key.clone()))?;
        self.inner_guess(address_key)
    }

    /// One code, password or passkey tried by somebody who sits at the desk already, by the session's key.
    pub fn inner_guess(&self, key: &Vec<u8>) -> Result<(), WaitUntil> {
        self.allow(&self.inner_guesses, key)
    }

    /// One mail with a sign-in link to an address, known by its key.
    pub fn desk_mail(&self, address_key: &Vec<u8>) -> Result<(), WaitUntil> {
        self.allow(&self.desk_mails, address_key)
    }

    /// Forgets the networks that have long been quiet.
    pub fn forget_quiet(&self) {
        self.sign_ons.retain_recent();
        self.links.retain_recent();
        self.endorsements.retain_recent();
        self.proofs.retain_recent();
        self.rsvps.retain_recent();
        self.pledges.retain_recent();
        self.clicks.retain_recent();
        self.knocks.retain_recent();
        self.desk_links.retain_recent();
        self.guesses.retain_recent();
        self.inner_guesses.retain_recent();
        self.codes_from.retain_recent();
        self.desk_mails.retain_recent();
    }

    fn allow<K: Hash + Eq + Clone>(&self, limiter: &Limiter<K>, key: &K) -> Result<(), WaitUntil> {
        if !self.on {
            return Ok(());
        }
        limiter.check_key(key).map_err(|not_until| {
            let wait = not_until.wait_time_from(governor::clock::Clock::now(&self.clock));
            WaitUntil(self.clock.now() + i64::try_from(wait.as_micros()).unwrap_or(i64::MAX))
        })
    }
}

fn limiter<K: Hash + Eq + Clone>(every: Duration, at_once: NonZeroU32, clock: &Clock) -> Limiter<K> {
    // A period of zero would be refused; ours are written above.
    let quota = Quota::with_period(every).unwrap_or(Quota::per_second(at_once)).allow_burst(at_once);
    RateLimiter::new(quota, DashMapStateStore::default(), clock.clone())
}
