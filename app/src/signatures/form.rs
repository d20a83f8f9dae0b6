//! The sign-on form as it arrives, and the check that makes a sign-on of it or says what is wrong.
//!
//! What a name may be stands in `names.rs`.

use super::names::{is_longer, is_unprintable, name_fault};
use super::{Came, SignOn};
use crate::people::Agreed;
use crate::web::countries;
use crate::web::source::source;
use broadside_address::{Address, Fault as AddressFault};
use serde::Deserialize;

/// The fields as typed. Unknown fields are ignored, missing ones are empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignOnForm {
    pub name: String,
    pub email: String,
    pub relation: String,
    pub postal_code: String,
    pub country: String,
    pub comment: String,
    pub public: String,
    pub consent: Vec<String>,
    pub source: String,
    /// Which words the page showed; nothing where the form was not the page's.
    pub seen: String,
    /// The address of the page on which it stood.
    pub page: String,
    /// The address for which a suggestion was shown and passed over.
    pub email_as_typed: String,
    /// How many milliseconds it was filled in, as the page's script says.
    pub filled_in: String,
    /// The field that people do not see.
    pub homepage: String,
    /// Work that the page’s script proved (`letters/proof.rs`).
    pub work: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name,
    Email,
    Relation,
    PostalCode,
    Country,
    Comment,
    Consent,
}

/// What is wrong with a field. Each has its own words in `texts/*/signatures.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    NameMissing,
    NameTooLong,
    /// A line break, a control character, or one that turns the direction of what follows.
    NameUnprintable,
    NameHoldsLink,
    EmailMissing,
    EmailIncomplete,
    EmailTooLong,
    EmailUnusable,
    /// An evident typo: the address with a well-known domain in place of it.
    EmailTypo(String),
    RelationUnknown,
    PostalCodeUnusable,
    CountryUnknown,
    CommentTooLong,
    CommentUnprintable,
    ConsentUnknown,
}

/// What the check needs to know of the letter.
#[derive(Clone, Debug)]
pub struct LetterFacts<'a> {
    pub group_id: i64,
    pub campaign_id: i64,
    pub letter_id: i64,
    pub letter_version: i64,
    pub language: &'a str,
    pub relations: Vec<&'a str>,
    /// Partner and the version of its consent's words in this language.
    pub partners: &'a [Agreed],
}

pub const COMMENT_MOST: usize = 1_000;
const POSTAL_CODE_MOST: usize = 16;
/// Beyond a day nothing is learnt of how long somebody took.
const MOST_FILLED_IN: i64 = 86_400_000;

/// Makes a sign-on of the form, or lists every fault in the order of the fields.
pub fn check(form: &SignOnForm, letter: &LetterFacts, now: i64) -> Result<SignOn, Vec<(Field, Fault)>> {
    let mut faults = Vec::new();
    let mut note = |field, fault: Option<Fault>| faults.extend(fault.map(|fault| (field, fault)));

    let name = form.name.trim();
    note(Field::Name, name_fault(name));
    let email = form.email.trim();
    note(Field::Email, email_fault(email, form.email_as_typed.trim()));
    let relation = filled(&form.relation);
    note(
        Field::Relation,
        relation.is_some_and(|slug| !letter.relations.contains(&slug)).then_some(Fault::RelationUnknown),
    );
    let postal_code = filled(&form.postal_code);
    note(
        Field::PostalCode,
        postal_code
            .is_some_and(|code| {
                code.chars().count() > POSTAL_CODE_MOST
                    || !code.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'))
            })
            .then_some(Fault::PostalCodeUnusable),
    );
    let country = filled(&form.country).map(str::to_ascii_uppercase);
    note(
        Field::Country,
        country.as_deref().is_some_and(|code| !countries::is_code(code)).then_some(Fault::CountryUnknown),
    );
    // Browsers send line breaks of a text area as CR LF; one form is stored.
    let comment = form.comment.replace("\r\n", "\n");
    let comment = filled(&comment);
    note(Field::Comment, comment.and_then(comment_fault));
    let consents: Vec<Agreed> =
        letter.partners.iter().filter(|agreed| form.consent.contains(&agreed.partner)).cloned().collect();
    let known =
        |slug: &String| slug.is_empty() || letter.partners.iter().any(|agreed| agreed.partner == *slug);
    note(Field::Consent, (!form.consent.iter().all(known)).then_some(Fault::ConsentUnknown));

    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(SignOn {
        group_id: letter.group_id,
        campaign_id: letter.campaign_id,
        letter_id: letter.letter_id,
        letter_version: letter.letter_version,
        language: letter.language.to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
        relation: relation.map(str::to_owned),
        postal_code: postal_code.map(str::to_owned),
        country,
        comment: comment.map(str::to_owned),
        is_public: form.public.trim() == "1",
        consents,
        source: source(&form.source),
        came: Came {
            filled_in: form.filled_in.trim().parse().ok().filter(|ms| (0..=MOST_FILLED_IN).contains(ms)),
            trapped: !form.homepage.trim().is_empty(),
            ..Came::default()
        },
        created_at: now,
    })
}

fn email_fault(email: &str, as_typed: &str) -> Option<Fault> {
    match Address::parse(email) {
        Ok(_) if email == as_typed => None,
        Ok(address) => address.suggestion().map(Fault::EmailTypo),
        Err(fault) => Some(unusable(fault)),
    }
}

/// What keeps a mail from going to an address, already trimmed. Typos are not asked about.
pub fn address_fault(email: &str) -> Option<Fault> {
    Address::parse(email).err().map(unusable)
}

fn unusable(fault: AddressFault) -> Fault {
    match fault {
        AddressFault::Empty => Fault::EmailMissing,
        AddressFault::TooLong => Fault::EmailTooLong,
        AddressFault::NoAt
        | AddressFault::NoLocalPart
        | AddressFault::NoDomain
        | AddressFault::DomainWithoutDot => Fault::EmailIncomplete,
        AddressFault::Unusable => Fault::EmailUnusable,
    }
}

fn comment_fault(comment: &str) -> Option<Fault> {
    if comment.chars().any(|c| c != '\n' && c != '\t' && is_unprintable(c)) {
        return Some(Fault::CommentUnprintable);
    }
    is_longer(comment, COMMENT_MOST).then_some(Fault::CommentTooLong)
}

fn filled(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(partners: &[Agreed]) -> LetterFacts<'_> {
        LetterFacts {
            group_id: 1,
            campaign_id: 2,
            letter_id: 3,
            letter_version: 1,
            language: "en",
            relations: vec!["customer"],
            partners,
        }
    }

    fn form(name: &str, email: &str) -> SignOnForm {
        SignOnForm { name: name.to_owned(), email: email.to_owned(), ..SignOnForm::default() }
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let mut form = form("", "nobody");
        form.relation = "owner".to_owned();
        form.country = "Spain".to_owned();
        form.consent = vec!["unheard-of".to_owned()];
        let faults = check(&form, &letter(&[]), 0).unwrap_err();
        let fields: Vec<Field> = faults.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, [Field::Name, Field::Email, Field::Relation, Field::Country, Field::Consent]);
    }

    #[test]
    fn a_typo_is_pointed_out_once_and_then_believed() {
        let mut form = form("Ada", "ada@gmial.com");
        let faults = check(&form, &letter(&[]), 0).unwrap_err();
        assert_eq!(faults, [(Field::Email, Fault::EmailTypo("ada@gmail.com".to_owned()))]);
        form.email_as_typed = "ada@gmial.com".to_owned();
        assert_eq!(check(&form, &letter(&[]), 0).unwrap().email, "ada@gmial.com");
        form.email = "ada@hotmial.com".to_owned();
        assert!(check(&form, &letter(&[]), 0).is_err(), "another typo is pointed out again");
    }

    #[test]
    fn only_name_and_email_are_required_and_a_strange_source_is_dropped() {
        let mut form = form(" Ada Example ", " ada@example.org ");
        form.source = "<script>".to_owned();
        let sign_on = check(&form, &letter(&[]), 5).unwrap();
        assert_eq!((sign_on.name.as_str(), sign_on.email.as_str()), ("Ada Example", "ada@example.org"));
        assert_eq!((sign_on.source, sign_on.is_public, sign_on.created_at), (None, false, 5));
    }

    #[test]
    fn a_consent_carries_the_version_of_the_words_that_were_shown() {
        let partners = [Agreed {
            partner: "greenpeace".to_owned(),
            words_version: "ab12".to_owned(),
            ..Agreed::default()
        }];
        let mut form = form("Ada", "ada@example.org");
        form.consent = vec!["greenpeace".to_owned(), "greenpeace".to_owned()];
        assert_eq!(check(&form, &letter(&partners), 0).unwrap().consents, partners);
    }
}
