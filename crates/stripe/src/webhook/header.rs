//! The header `Stripe-Signature`.

/// What a header has, of which at least one signature.
#[derive(Debug, PartialEq, Eq)]
pub struct Header<'a> {
    /// In seconds of Unix time.
    pub time: i64,
    /// As it was written, which is what was signed.
    pub written_time: &'a str,
    /// Those of the scheme v1. Others, such as the v0 of test events, are no proof.
    pub signatures: Vec<[u8; 32]>,
}

/// Of signatures: the provider sends one for each secret that is in use.
const MOST: usize = 16;
/// Of a header, in bytes.
const MOST_BYTES: usize = 4096;

impl<'a> Header<'a> {
    /// Nothing where the time is missing, comes twice or is no plain number, where a part has no name or no value, or
    /// where there is no v1 of 32 bytes in hex, or too many.
    pub fn read(written: &'a str) -> Option<Self> {
        if written.len() > MOST_BYTES {
            return None;
        }
        let mut written_time = None;
        let mut signatures = Vec::new();
        for part in written.split(',') {
            let (name, value) = part.trim_matches(' ').split_once('=')?;
            if name.is_empty() || value.is_empty() {
                return None;
            }
            match name {
                "t" if written_time.is_some() => return None,
                "t" => written_time = Some(value),
                "v1" if signatures.len() == MOST => return None,
                "v1" => signatures.extend(bytes(value)),
                _ => {}
            }
        }
        let written_time = written_time.filter(|time| time.bytes().all(|byte| byte.is_ascii_digit()))?;
        let time = written_time.parse().ok()?;
        (!signatures.is_empty()).then_some(Self { time, written_time, signatures })
    }
}

fn bytes(hex: &str) -> Option<[u8; 32]> {
    let digits: Vec<u8> = hex.bytes().map(digit).collect::<Option<_>>()?;
    let pairs: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    if digits.len() == 64 { pairs.try_into().ok() } else { None }
}

fn digit(sign: u8) -> Option<u8> {
    match sign {
        b'0'..=b'9' => Some(sign - b'0'),
        b'a'..=b'f' => Some(sign - b'a' + 10),
        b'A'..=b'F' => Some(sign - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_garbled_header_is_none() {
        let v1 = "v1=".to_owned() + &"0a".repeat(32);
        for good in [
            format!("t=1,{v1}"),
            format!("t=1, {v1} ,v0=x"),
            format!("{v1},{v1},t=1700000000"),
            format!("t=1,v1=00,{v1}"),
        ] {
            assert!(Header::read(&good).is_some(), "{good}");
        }
        for bad in [
            String::new(),
            " ".to_owned(),
            ",".to_owned(),
            v1.clone(),
            "t=1".to_owned(),
            format!("t=1,t=1,{v1}"),
            format!("t=1,t=2,{v1}"),
            format!("t=,{v1}"),
            format!("t=-1,{v1}"),
            format!("t=+1,{v1}"),
            format!("t=1.5,{v1}"),
            format!("t=1 ,{v1}").replace("1 ", "1\t"),
            format!("t=99999999999999999999,{v1}"),
            format!("t=١,{v1}"),
            format!("t=1,{v1},"),
            format!("t=1,{v1},v2"),
            format!("t=1,{v1},=x"),
            format!("t=1,{v1},v1="),
            format!("t=1,{v1}0"),
            format!("t=1,{}", &v1[..66]),
            format!("t=1,{}", v1.replace("0a", "0g")),
            format!("T=1,{v1}"),
            format!("t=1,{}", v1.replace("v1", "V1")),
            format!("t=1{}", format!(",{v1}").repeat(MOST + 1)),
            format!("t=1,{v1},v0={}", "x".repeat(MOST_BYTES)),
        ] {
            assert_eq!(Header::read(&bad), None, "{bad}");
        }
    }
}
