//! Mail providers at whose domains anybody can have an address: such an address says nothing of whom somebody
//! works for.

/// One domain a line, sorted by bytes; `data/ORIGIN.md` says from where.
const DOMAINS: &str = include_str!("../data/free-mail-domains.txt");

/// Whether anybody can have an address at a domain, given in lower case ASCII: the domain itself or one above
/// it is a provider’s.
pub fn is_free(ascii_domain: &str) -> bool {
    let mut rest = ascii_domain;
    loop {
        if stands(rest) {
            return true;
        }
        match rest.split_once('.') {
            Some((_, above)) => rest = above,
            None => return false,
        }
    }
}

/// Looks by halves, in the text as it is.
fn stands(domain: &str) -> bool {
    let (mut low, mut high) = (0, DOMAINS.len());
    while low < high {
        let middle = DOMAINS[low..low + (high - low) / 2].rfind('\n').map_or(low, |end| low + end + 1);
        let end = DOMAINS[middle..high].find('\n').map_or(high, |end| middle + end);
        match DOMAINS[middle..end].cmp(domain) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = (end + 1).min(high),
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_are_known_whatever_stands_before_their_domain_and_organisations_are_none() {
        for provider in
            ["gmail.com", "gmx.de", "outlook.com", "web.de", "qq.com", "proton.me", "mail.gmail.com"]
        {
            assert!(is_free(provider), "{provider}");
        }
        for other in
            ["greenpeace.org", "example.org", "nysna.org", "com", "", "notgmail.com", "gmail.com.example.org"]
        {
            assert!(!is_free(other), "{other}");
        }
    }

    #[test]
    fn every_line_is_found_and_they_stand_in_order() {
        let lines: Vec<&str> = DOMAINS.lines().collect();
        assert!(lines.len() > 4_000 && lines.is_sorted());
        assert!(lines.iter().all(|line| stands(line)));
    }
}
