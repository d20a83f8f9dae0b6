//! The code by which a visit is followed to a signature: `?source=poster`. It travels in addresses and
//! in the form, never in a cookie, and says where a link stood, never who followed it.

/// The code of a post’s link is its slug with a word before it.
const MOST: usize = 80;

/// A code as typed or linked: never a reason to refuse anybody.
pub fn source(typed: &str) -> Option<String> {
    let code = typed.trim();
    let fits = !code.is_empty()
        && code.len() <= MOST
        && code.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    fits.then(|| code.to_owned())
}

/// `?source=poster`
pub fn source_asked(query: Option<&str>) -> Option<String> {
    query?.split('&').find_map(|pair| source(pair.strip_prefix("source=")?))
}

/// One of our own addresses, carrying the code along.
pub fn with_source(address: &str, source: Option<&str>) -> String {
    let Some(source) = source else { return address.to_owned() };
    let (address, anchor) = match address.split_once('#') {
        Some((address, anchor)) => (address, format!("#{anchor}")),
        None => (address, String::new()),
    };
    let joint = if address.contains('?') { '&' } else { '?' };
    format!("{address}{joint}source={source}{anchor}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_plain_or_it_is_none() {
        assert_eq!(source_asked(Some("lang=es&source=poster-2")).as_deref(), Some("poster-2"));
        for query in ["source=", "source=a%20b", "source=<b>", "sources=a", "lang=es"] {
            assert_eq!(source_asked(Some(query)), None, "{query}");
        }
        assert_eq!(source(&"a".repeat(81)), None);
    }

    #[test]
    fn it_is_carried_along() {
        assert_eq!(with_source("/a", Some("b")), "/a?source=b");
        assert_eq!(with_source("/a?lang=es#sign", Some("b")), "/a?lang=es&source=b#sign");
        assert_eq!(with_source("/a", None), "/a");
    }
}
