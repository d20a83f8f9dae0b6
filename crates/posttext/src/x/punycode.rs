//! How long a label of a domain is in ASCII: as it stands, or in punycode (RFC 3492) with its `xn--`.
//! Never makes the punycode itself, and gives up on labels that no domain can have.

use crate::units::code_point;

/// More code points than this are longer than a label may be, however they are written.
const LONGEST: usize = 63;

/// The length in ASCII. The ideographic full stops divide a label as a dot would, and count one.
pub fn length(label: &[u16]) -> usize {
    let parts = label.split(|unit| matches!(unit, 0x3002 | 0xff0e | 0xff61));
    parts.map(|part| part_length(part) + 1).sum::<usize>() - 1
}

fn part_length(part: &[u16]) -> usize {
    // The counter's punycode takes the last character of ASCII for none. (In a browser it takes the control
    // characters for none as well: there it is another version, and differs in labels of 59 and more.)
    if part.iter().all(|unit| *unit < 0x7f) {
        return part.len();
    }
    let mut codes = Vec::new();
    let mut at = 0;
    while let Some((code, width)) = code_point(part, at) {
        codes.push(code);
        at += width;
    }
    if codes.len() > LONGEST { codes.len() } else { "xn--".len() + encoded_length(&codes) }
}

/// RFC 3492, section 6.3, where every digit is counted instead of written.
fn encoded_length(codes: &[u32]) -> usize {
    let basic = codes.iter().filter(|code| **code < 0x80).count();
    let mut length = basic + usize::from(basic > 0);
    let (mut least, mut delta, mut bias, mut handled) = (0x80, 0, 72, basic as u64);
    while let Some(next) = codes.iter().copied().filter(|code| *code >= least).min() {
        delta += u64::from(next - least) * (handled + 1);
        for code in codes {
            if *code < next {
                delta += 1;
            } else if *code == next {
                length += digits(delta, bias);
                bias = adapted(delta, handled + 1, handled == basic as u64);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        least = next + 1;
    }
    length
}

fn digits(delta: u64, bias: u64) -> usize {
    let mut rest = delta;
    let mut count = 1;
    for base in (36..).step_by(36) {
        let threshold = if base <= bias { 1 } else { (base - bias).min(26) };
        if rest < threshold {
            break;
        }
        rest = (rest - threshold) / (36 - threshold);
        count += 1;
    }
    count
}

/// RFC 3492, section 6.1.
fn adapted(delta: u64, points: u64, first: bool) -> u64 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(label: &str) -> usize {
        length(&label.encode_utf16().collect::<Vec<u16>>())
    }

    #[test]
    fn a_label_is_as_long_as_its_punycode() {
        // Samples of RFC 3492, section 7.1, with `xn--` before each.
        for (label, ascii) in [
            ("example", "example"),
            ("bücher", "xn--bcher-kva"),
            ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
            ("なぜみんな日本語を話してくれないのか", "xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"),
            ("3年B組金八先生", "xn--3B-ww4c5e180e575a65lsy2b"),
            ("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("😀", "xn--e28h"),
            ("a。b", "a.b"),
            ("a\u{1}", "a\u{1}"),
            ("a\u{7f}", "xn--a\u{7f}-"),
        ] {
            assert_eq!(of(label), ascii.len(), "{label}");
        }
    }
}
