//! Addresses as providers give them: a home has one of IPv4 or a /64 of IPv6 for itself; a mobile carrier lets many
//! phones out through few addresses of IPv4; servers stand close together. Which blocks belong to whom is drawn with
//! the seed. Reserved blocks (IANA's special-purpose registries) are never used.

use crate::dice::Dice;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// First numbers under which nothing is reserved.
const FIRST: [u8; 30] = [
    2, 5, 24, 31, 37, 46, 62, 71, 78, 81, 84, 86, 89, 92, 95, 109, 118, 124, 134, 145, 151, 163, 178, 181,
    186, 188, 194, 201, 213, 217,
];
const FIRST_OF_SIX: [u16; 9] = [0x2003, 0x2400, 0x2409, 0x2600, 0x2601, 0x2607, 0x2804, 0x2a01, 0x2a02];

/// A /24.
pub type Block = [u8; 3];

pub struct Provider {
    /// Each a /16.
    wide: Vec<[u8; 2]>,
    six: (u16, u16),
    /// Through these all phones go that have no IPv6.
    exits: Vec<Ipv4Addr>,
    mobile_six: (u16, u16),
}

/// What is connected at one place.
#[derive(Clone, Copy)]
pub enum Line {
    One(Ipv4Addr),
    /// The upper 64 bits; each device makes up its own lower ones.
    Prefix(u64),
}

impl Provider {
    pub fn new(dice: &mut Dice) -> Self {
        let wide = (0..dice.count(3, 9)).map(|_| wide(dice)).collect();
        let pools: Vec<Block> = (0..dice.count(3, 8)).map(|_| block(dice)).collect();
        let mut exits = Vec::new();
        for _ in 0..dice.count(80, 260) {
            let pool = *dice.pick(&pools);
            exits.push(in_block(dice, pool));
        }
        Self { wide, six: six(dice), exits, mobile_six: six(dice) }
    }

    pub fn home(&self, dice: &mut Dice) -> Line {
        if dice.chance(0.4) {
            return Line::Prefix(prefix(dice, self.six));
        }
        let [first, second] = *dice.pick(&self.wide);
        Line::One(Ipv4Addr::new(first, second, dice.byte(0, 255), dice.byte(1, 254)))
    }

    pub fn phone(&self, dice: &mut Dice) -> Line {
        if dice.chance(0.55) {
            return Line::Prefix(prefix(dice, self.mobile_six));
        }
        Line::One(*dice.pick_common(&self.exits))
    }
}

impl Line {
    /// The address of one device there.
    pub fn address(self, dice: &mut Dice) -> IpAddr {
        match self {
            Self::One(address) => address.into(),
            Self::Prefix(upper) => {
                Ipv6Addr::from(u128::from(upper) << 64 | u128::from(dice.bits() | 1)).into()
            }
        }
    }
}

pub fn wide(dice: &mut Dice) -> [u8; 2] {
    [*dice.pick(&FIRST), dice.byte(1, 254)]
}

pub fn block(dice: &mut Dice) -> Block {
    let [first, second] = wide(dice);
    [first, second, dice.byte(0, 255)]
}

pub fn in_block(dice: &mut Dice, [first, second, third]: Block) -> Ipv4Addr {
    Ipv4Addr::new(first, second, third, dice.byte(1, 254))
}

/// A server's own /64.
pub fn server_prefix(dice: &mut Dice) -> Line {
    let provider = six(dice);
    Line::Prefix(prefix(dice, provider))
}

fn six(dice: &mut Dice) -> (u16, u16) {
    let [high, low] = [dice.byte(1, 254), dice.byte(0, 255)];
    (*dice.pick(&FIRST_OF_SIX), u16::from_be_bytes([high, low]))
}

fn prefix(dice: &mut Dice, (first, second): (u16, u16)) -> u64 {
    u64::from(first) << 48 | u64::from(second) << 32 | dice.bits() >> 32
}
