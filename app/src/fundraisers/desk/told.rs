//! What a file came to, as the address says it to which its reader is sent. It is sealed, so that nobody can make the desk
//! say what did not happen, and counts for some minutes: later it would be old.

use crate::clock::MINUTE;
use crate::fundraisers::transfers::booking::Counts;
use crate::signatures::link::LinkKey;

const PURPOSE: &[u8] = b"broadside statement read 1";
const COUNTS_FOR: i64 = 10 * MINUTE;
/// Of each number: a file has 100,000 lines at most.
const BITS: u32 = 18;
const MOST: u64 = (1 << BITS) - 1;

pub fn seal(key: &LinkKey, fundraiser: i64, counts: Counts, now: i64) -> String {
    let Counts { booked, asked, known, foreign, pending } = counts;
    let minute = u64::try_from(now / MINUTE).unwrap_or_default();
    let plain = [booked, asked, known, foreign, pending]
        .into_iter()
        .fold(u128::from(minute), |plain, n| plain << BITS | u128::from(n.min(MOST)));
    key.seal_for(&purpose(fundraiser), plain.to_be_bytes())
}

/// Nothing where it is not ours, of another fundraiser, or old.
pub fn open(key: &LinkKey, fundraiser: i64, token: &str, now: i64) -> Option<Counts> {
    let plain = u128::from_be_bytes(key.open_for(&purpose(fundraiser), token)?);
    let number = |place: u32| u64::try_from((plain >> (place * BITS)) & u128::from(MOST)).unwrap_or_default();
    let minute = i64::try_from(plain >> (5 * BITS)).ok()?;
    let is_new = (0..=COUNTS_FOR / MINUTE).contains(&(now / MINUTE - minute));
    is_new.then(|| Counts {
        booked: number(4),
        asked: number(3),
        known: number(2),
        foreign: number(1),
        pending: number(0),
    })
}

fn purpose(fundraiser: i64) -> Vec<u8> {
    [PURPOSE, &fundraiser.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_came_to_is_told_of_its_fundraiser_for_some_minutes() {
        let key = LinkKey::new([7; 32]);
        let counts = Counts { booked: 3, asked: 100_000, known: 0, foreign: 99_999, pending: 1 };
        let now = 1_536_595_200_000_000;
        let token = seal(&key, 5, counts, now);
        assert_eq!(open(&key, 5, &token, now), Some(counts));
        assert_eq!(open(&key, 5, &token, now + COUNTS_FOR), Some(counts));
        assert_eq!(open(&key, 5, &token, now + COUNTS_FOR + MINUTE), None);
        assert_eq!(open(&key, 6, &token, now), None);
        assert_eq!(open(&key, 5, "booked=999", now), None);
    }
}
