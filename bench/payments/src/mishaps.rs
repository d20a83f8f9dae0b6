//! What goes wrong between the client and the provider.

use std::collections::VecDeque;

/// What becomes of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// It arrives and is answered.
    None,
    /// The connection is cut before the provider hears of it.
    LoseRequest,
    /// The provider does it, and the connection is cut before the answer.
    LoseAnswer,
    /// The provider does it and answers 500, now and to every repetition with the same key.
    Fail,
    /// The bank takes its time: for a while a payment is there and has not been tried.
    Slow,
}

impl Mishap {
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "none" => Some(Self::None),
            "lose-request" => Some(Self::LoseRequest),
            "lose-answer" => Some(Self::LoseAnswer),
            "fail" => Some(Self::Fail),
            "slow" => Some(Self::Slow),
            _ => None,
        }
    }
}

/// In percent of all calls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chances {
    pub lose_request: u64,
    pub lose_answer: u64,
    pub fail: u64,
    pub slow: u64,
}

/// How many calls came, and how many of them met what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Met {
    pub calls: u64,
    pub lost_requests: u64,
    pub lost_answers: u64,
    pub failed: u64,
    pub slow: u64,
}

/// What was scripted comes first, then chance. Only calls of the API, never the page's own.
pub struct Mishaps {
    scripted: VecDeque<Mishap>,
    /// For calls that make a payment alone.
    of_charges: VecDeque<Mishap>,
    chances: Chances,
    dice: u64,
    pub met: Met,
}

impl Mishaps {
    pub fn new(seed: u64, chances: Chances) -> Self {
        Self {
            scripted: VecDeque::new(),
            of_charges: VecDeque::new(),
            chances,
            dice: seed,
            met: Met::default(),
        }
    }

    pub fn script(&mut self, mishap: Mishap) {
        self.scripted.push_back(mishap);
    }

    pub fn script_charge(&mut self, mishap: Mishap) {
        self.of_charges.push_back(mishap);
    }

    pub fn change(&mut self, chances: Chances) {
        self.chances = chances;
    }

    pub fn next(&mut self, is_charge: bool) -> Mishap {
        let scripted = if is_charge { self.of_charges.pop_front() } else { None };
        let mishap = scripted.unwrap_or_else(|| self.draw());
        self.met.calls += 1;
        match mishap {
            // Only a payment is slow, and it is counted where it is made.
            Mishap::None | Mishap::Slow => {}
            Mishap::LoseRequest => self.met.lost_requests += 1,
            Mishap::LoseAnswer => self.met.lost_answers += 1,
            Mishap::Fail => self.met.failed += 1,
        }
        mishap
    }

    fn draw(&mut self) -> Mishap {
        if let Some(mishap) = self.scripted.pop_front() {
            return mishap;
        }
        let Chances { lose_request, lose_answer, fail, slow } = self.chances;
        match self.throw() % 100 {
            at if at < lose_request => Mishap::LoseRequest,
            at if at < lose_request + lose_answer => Mishap::LoseAnswer,
            at if at < lose_request + lose_answer + fail => Mishap::Fail,
            at if at < lose_request + lose_answer + fail + slow => Mishap::Slow,
            _ => Mishap::None,
        }
    }

    /// The same seed throws the same numbers (SplitMix64, Steele et al. 2014).
    fn throw(&mut self) -> u64 {
        self.dice = self.dice.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.dice;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_scripted_comes_first_and_chance_repeats_itself() {
        let chances = Chances { lose_request: 20, lose_answer: 30, fail: 10, slow: 5 };
        let thrown = || {
            let mut mishaps = Mishaps::new(7, chances);
            mishaps.script(Mishap::Fail);
            (0..500).map(|_| mishaps.next(false)).collect::<Vec<_>>()
        };
        assert_eq!(thrown(), thrown());
        assert_eq!(thrown()[0], Mishap::Fail);
        let lost = thrown().into_iter().filter(|mishap| *mishap == Mishap::LoseAnswer).count();
        assert!((100..200).contains(&lost), "{lost} of 500");
        assert!((0..100).all(|_| Mishaps::new(1, Chances::default()).next(false) == Mishap::None));
    }
}
