//! Whether a sign-on looks false, by what it shows and by the company it came in.
//!
//! Each signal has a weight; a sign-on whose weights come to the threshold is held until somebody has looked. What
//! many share is no signal by itself: a hall signs from one address, and a newsletter's readers send the same
//! words. It becomes one where most of those who share it show signals of their own. So the first of a false
//! crowd is judged again when the crowd is seen, and [`Judge::look`] may name sign-ons that came before.
//!
//! There is no clock, no disk and no randomness here: what is known is what was shown to the judge.

mod addresses;
mod crowds;
mod judge;
mod letters;
mod names;
mod signals;
mod venues;

pub use judge::{Attack, Judge, MOST, Verdict};
pub use signals::{Signal, Weights};
pub use venues::{Venue, is_network, is_public, parse as network, within};

/// What is shown of a sign-on.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    pub id: i64,
    /// Microseconds.
    pub at: i64,
    /// An IPv4 address, or an IPv6 /64 as `2001:db8:1:2::/64`.
    pub network: Option<&'a str>,
    pub email: &'a str,
    pub name: &'a str,
    pub comment: Option<&'a str>,
    /// For how many milliseconds the form was filled in; nothing where no script told.
    pub filled_in: Option<i64>,
    /// Whether the field was filled that people do not see.
    pub trapped: bool,
    /// Whether work was proved, where it is asked for.
    pub worked: bool,
}
