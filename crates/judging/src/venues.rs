//! Networks that many honest people share for a while, and when one lies within another.

use std::net::IpAddr;

/// A network that is no signal between two times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Venue {
    /// An address, or a network as `203.0.113.0/24` or `2001:db8::/32`.
    pub network: String,
    /// Microseconds.
    pub from_at: i64,
    pub until_at: i64,
}

impl Venue {
    pub fn holds(&self, network: &str, at: i64) -> bool {
        (self.from_at..self.until_at).contains(&at) && within(network, &self.network)
    }
}

/// Whether a text is an address or a network.
pub fn is_network(text: &str) -> bool {
    parse(text).is_some()
}

/// Whether a network lies in another one; an IPv6 venue that is smaller than a /64 has all of it.
pub fn within(inner: &str, outer: &str) -> bool {
    let (Some((inner, long)), Some((outer, short))) = (parse(inner), parse(outer)) else { return false };
    match (inner, outer) {
        (IpAddr::V4(a), IpAddr::V4(b)) => {
            long >= short && same(u32::from(a).into(), u32::from(b).into(), 32 - short)
        }
        (IpAddr::V6(a), IpAddr::V6(b)) => {
            let short = short.min(64);
            long >= short && same(u128::from(a), u128::from(b), 128 - short)
        }
        _ => false,
    }
}

fn same(a: u128, b: u128, without: u32) -> bool {
    without >= 128 || a >> without == b >> without
}

/// An address and how many of its bits name a network; an IPv4 address written as IPv6 is the former.
pub fn parse(text: &str) -> Option<(IpAddr, u32)> {
    let (address, bits) = text.split_once('/').map_or((text, None), |(address, bits)| (address, Some(bits)));
    let typed: IpAddr = address.parse().ok()?;
    let address = typed.to_canonical();
    let most = if typed.is_ipv4() { 32 } else { 128 };
    let is_number = |bits: &str| {
        bits.bytes().all(|digit| digit.is_ascii_digit()) && (bits == "0" || !bits.starts_with('0'))
    };
    let bits = match bits {
        Some(bits) if is_number(bits) => bits.parse().ok()?,
        Some(_) => return None,
        None => most,
    };
    let mapped = if typed.is_ipv6() && address.is_ipv4() { 96 } else { 0 };
    (mapped..=most).contains(&bits).then(|| (address, bits - mapped))
}

/// Whether a network is somebody's on the internet. Where it is none, it is a proxy's that nobody named as trusted,
/// and all visitors have it.
pub fn is_public(network: &str) -> bool {
    match parse(network) {
        Some((IpAddr::V4(v4), _)) => {
            !(v4.is_loopback() || v4.is_private() || v4.is_link_local() || v4.is_unspecified())
        }
        Some((IpAddr::V6(v6), _)) => {
            !(v6.is_loopback() || v6.is_unspecified() || v6.is_unique_local() || v6.is_unicast_link_local())
        }
        None => false,
    }
}

/// What stands around a network: its /24, or its /48.
pub fn neighbourhood(network: &str) -> Option<String> {
    match parse(network)? {
        (IpAddr::V4(v4), _) => {
            let [a, b, c, _] = v4.octets();
            Some(format!("{a}.{b}.{c}.0/24"))
        }
        (IpAddr::V6(v6), _) => {
            let [a, b, c, ..] = v6.segments();
            Some(format!("{a:x}:{b:x}:{c:x}::/48"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_lies_within_another_or_not() {
        for (inner, outer, lies) in [
            ("203.0.113.7", "203.0.113.7", true),
            ("203.0.113.7", "203.0.113.0/24", true),
            ("203.0.114.7", "203.0.113.0/24", false),
            ("2001:db8:1:2::/64", "2001:db8::/32", true),
            ("2001:db8:1:2::/64", "2001:db8:1:2::17", true),
            ("2001:db8:1:3::/64", "2001:db8:1:2::/64", false),
            ("203.0.113.7", "0.0.0.0/0", true),
            ("203.0.113.7", "::/0", false),
            ("203.0.113.7", "nowhere", false),
        ] {
            assert_eq!(within(inner, outer), lies, "{inner} in {outer}");
        }
        assert!(!is_network("203.0.113.7/33") && !is_network("hall"));
    }

    #[test]
    fn a_venue_holds_for_its_time_alone() {
        let venue = Venue { network: "203.0.113.0/24".to_owned(), from_at: 10, until_at: 20 };
        assert_eq!([9, 10, 19, 20].map(|at| venue.holds("203.0.113.9", at)), [false, true, true, false]);
    }

    #[test]
    fn what_stands_around_a_network() {
        assert_eq!(neighbourhood("203.0.113.7").unwrap(), "203.0.113.0/24");
        assert_eq!(neighbourhood("2001:db8:1:2::/64").unwrap(), "2001:db8:1::/48");
    }
}
