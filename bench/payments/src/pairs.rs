//! Fields of a form or a query, in their order.

use url::form_urlencoded;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(pub Vec<(String, String)>);

impl Pairs {
    pub fn read(encoded: &[u8]) -> Self {
        Self(form_urlencoded::parse(encoded).into_owned().collect())
    }

    pub fn of<const N: usize>(pairs: [(&str, &str); N]) -> Self {
        Self(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
    }

    pub fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(held, _)| held == name).map(|(_, value)| value.as_str())
    }

    pub fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        self.0.iter().filter(move |(held, _)| held == name).map(|(_, value)| value.as_str())
    }

    pub fn without(&self, unwanted: impl Fn(&str, &str) -> bool) -> Self {
        Self(self.0.iter().filter(|(name, value)| !unwanted(name, value)).cloned().collect())
    }

    /// The fields `within[name]`, as pairs of name and value.
    pub fn within<'p>(&'p self, parent: &'p str) -> impl Iterator<Item = (&'p str, &'p str)> {
        self.0.iter().filter_map(move |(name, value)| {
            let inner = name.strip_prefix(parent)?.strip_prefix('[')?.strip_suffix(']')?;
            (!inner.contains('[')).then_some((inner, value.as_str()))
        })
    }

    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_within_a_name_are_found() {
        let pairs = Pairs::read(
            b"a=1&metadata%5Bx%5D=2+3&metadata%5By%5D=&b%5Bmetadata%5D%5Bz%5D=4&metadata%5Bq%5D%5Br%5D=5",
        );
        assert_eq!(pairs.within("metadata").collect::<Vec<_>>(), [("x", "2 3"), ("y", "")]);
        assert_eq!(pairs.within("b[metadata]").collect::<Vec<_>>(), [("z", "4")]);
        assert_eq!(Pairs::read(pairs.encoded().as_bytes()), pairs);
    }
}
