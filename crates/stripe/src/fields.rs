//! What goes into a call: fields of a form, names within brackets (docs.stripe.com/api, “curl”).

use crate::{Failure, Metadata};
use broadside_money::{Amount, cards};
use url::form_urlencoded::Serializer;

#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    pub fn new() -> Self {
        Self::default()
    }

    #[allow(clippy::needless_pass_by_value, reason = "numbers, words and truths are handed over as they are")]
    pub fn with(mut self, name: impl Into<String>, value: impl ToString) -> Self {
        self.0.push((name.into(), value.to_string()));
        self
    }

    pub fn maybe(self, name: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// `metadata[pledge]=12`, and the same below each of some other names.
    pub fn metadata(mut self, within: &[&str], metadata: &Metadata) -> Self {
        for (name, value) in metadata {
            for parent in within {
                self = self.with(format!("{parent}[{name}]"), value);
            }
        }
        self
    }

    pub fn expand(mut self, paths: &[&str]) -> Self {
        for path in paths {
            self = self.with("expand[]", path);
        }
        self
    }

    pub fn encoded(&self) -> String {
        Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }
}

/// An amount as the provider is told it, and its currency in lower case.
pub fn told(amount: Amount) -> Result<(i64, String), Failure> {
    if amount.minor <= 0 {
        return Err(Failure::Unsendable("an amount of nothing or less"));
    }
    let number = cards::number(amount).map_err(|_| {
        Failure::Unsendable("an amount that cannot be paid by card: too fine for its currency")
    })?;
    Ok((number, amount.currency.code().to_ascii_lowercase()))
}

/// An id as part of a path. It comes from a visitor's URL or an event, so it is only what ids are made of.
pub fn id(id: &str) -> Result<&str, Failure> {
    let good =
        (1..=255).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if good { Ok(id) } else { Err(Failure::Unsendable("an id with signs that no id has")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use broadside_money::Currency;

    #[test]
    fn fields_are_written_as_a_form() {
        let metadata = Metadata::from([("pledge".to_owned(), "12 & 13".to_owned())]);
        let fields = Fields::new()
            .with("amount", 500)
            .maybe("note", None::<&str>)
            .metadata(&["metadata", "setup_intent_data[metadata]"], &metadata);
        assert_eq!(
            fields.encoded(),
            "amount=500&metadata%5Bpledge%5D=12+%26+13&setup_intent_data%5Bmetadata%5D%5Bpledge%5D=12+%26+13"
        );
    }

    #[test]
    fn an_amount_is_told_in_the_providers_way_or_not_at_all() {
        let of = |minor, code| told(Amount::new(minor, Currency::parse(code).unwrap()));
        assert_eq!(of(1_250, "EUR"), Ok((1_250, "eur".to_owned())));
        assert_eq!(of(5, "ISK"), Ok((500, "isk".to_owned())));
        for (minor, code) in [(0, "EUR"), (-5, "EUR"), (1_234, "KWD")] {
            assert!(matches!(of(minor, code), Err(Failure::Unsendable(_))), "{minor} {code}");
        }
    }

    #[test]
    fn an_id_leads_nowhere_else() {
        assert_eq!(id("cs_test_a1B2"), Ok("cs_test_a1B2"));
        for bad in ["", "../customers", "pi_1/confirm", "pi_1?expand[]=x", "pi 1", "pi_é", &"a".repeat(256)]
        {
            assert!(id(bad).is_err(), "{bad}");
        }
    }
}
