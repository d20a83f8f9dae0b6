//! The form by which an officer endorses, and the check that makes an endorsement of it or says what is wrong.

use super::{Said, registrable};
use crate::campaigns::endorsers::Kind;
use crate::signatures::form::{Fault as AddressFault, address_fault};
use crate::signatures::names::{self, TextFault, is_unprintable, name_fault};
use crate::web::i18n::Say;
use serde::Deserialize;
use url::{Host, Url};

/// The fields as typed. Unknown fields are ignored, missing ones are empty.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EndorsementForm {
    pub organisation: String,
    pub office: String,
    pub kind: String,
    pub website: String,
    pub comment: String,
    pub name: String,
    pub role: String,
    pub email: String,
    /// What the page was made from, where it corrects: nobody saves over what they have not seen.
    pub seen: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Organisation,
    Office,
    Kind,
    Website,
    Comment,
    Name,
    Role,
    Email,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    TooLong(usize),
    /// A line break, a control character, or one that turns the direction of what follows.
    Unprintable,
    HoldsLink,
    EmailUnusable,
    KindUnknown,
    /// No web address, or one that nobody outside can open.
    WebsiteUnusable,
}

pub const NAME_MOST: usize = 200;
pub const ROLE_MOST: usize = 120;
pub const COMMENT_MOST: usize = 300;
const WEBSITE_MOST: usize = 300;

impl Field {
    pub fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Office => "office",
            Self::Kind => "kind",
            Self::Website => "website",
            Self::Comment => "comment",
            Self::Name => "name",
            Self::Role => "role",
            Self::Email => "email",
        }
    }

    pub fn label(self, say: &Say) -> String {
        say.text(match self {
            Self::Organisation => "endorsements-organisation",
            Self::Office => "endorsements-office",
            Self::Kind => "endorsements-kind",
            Self::Website => "endorsements-website",
            Self::Comment => "endorsements-comment",
            Self::Name => "endorsements-name",
            Self::Role => "endorsements-role",
            Self::Email => "endorsements-email",
        })
    }
}

impl Fault {
    pub fn words(self, say: &Say) -> String {
        match self {
            Self::Missing => say.text("endorsements-fault-missing"),
            Self::TooLong(most) => {
                say.with("endorsements-fault-too-long", &[("most", &u64::try_from(most).unwrap_or(u64::MAX))])
            }
            Self::Unprintable => say.text("endorsements-fault-unprintable"),
            Self::HoldsLink => say.text("endorsements-fault-link"),
            Self::EmailUnusable => say.text("endorsements-fault-email"),
            Self::KindUnknown => say.text("endorsements-fault-kind"),
            Self::WebsiteUnusable => say.text("endorsements-fault-website"),
        }
    }

    /// What the log calls it.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Missing => "endorsement-field-missing",
            Self::TooLong(_) => "endorsement-field-too-long",
            Self::Unprintable => "endorsement-field-unprintable",
            Self::HoldsLink => "endorsement-name-holds-link",
            Self::EmailUnusable => "endorsement-email-unusable",
            Self::KindUnknown => "endorsement-kind-unknown",
            Self::WebsiteUnusable => "endorsement-website-unusable",
        }
    }
}

/// Whose word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// An officer, who names themselves and a website at whose domain it is proved.
    Officer,
    /// Somebody at the desk, for an organisation that said so elsewhere.
    Organiser,
}

pub type Faults = Vec<(Field, Fault)>;

/// What is said, or every fault in the order of the fields. The address is checked and handed out apart.
pub fn check(form: &EndorsementForm, speaker: Speaker) -> Result<Said, Faults> {
    let mut faults = Faults::new();
    let mut note = |field, fault: Option<Fault>| faults.extend(fault.map(|fault| (field, fault)));
    let officer = speaker == Speaker::Officer;

    let organisation = form.organisation.trim();
    note(Field::Organisation, needed(organisation, NAME_MOST));
    let office = form.office.trim();
    note(Field::Office, line_fault(office, ROLE_MOST));
    let kind = Kind::parse(form.kind.trim());
    note(Field::Kind, kind.is_none().then_some(Fault::KindUnknown));
    let site = website(&form.website);
    let website_fault = match (&site, form.website.trim()) {
        (_, "") if officer => Some(Fault::Missing),
        (None, typed) if !typed.is_empty() => Some(Fault::WebsiteUnusable),
        _ => None,
    };
    note(Field::Website, website_fault);
    let comment = form.comment.split_whitespace().collect::<Vec<_>>().join(" ");
    note(Field::Comment, line_fault(&comment, COMMENT_MOST));
    let (name, role) = (form.name.trim(), form.role.trim());
    if officer {
        note(Field::Name, name_fault(name).as_ref().map(of_name));
        note(Field::Role, needed(role, ROLE_MOST));
        note(Field::Email, address_fault(form.email.trim()).as_ref().map(of_address));
    }
    match (kind, faults.is_empty()) {
        (Some(kind), true) => {
            let (website, domain) = site.unwrap_or_default();
            Ok(Said {
                name: if officer { name.to_owned() } else { String::new() },
                role: if officer { role.to_owned() } else { String::new() },
                organisation: organisation.to_owned(),
                office: Some(office.to_owned()).filter(|office| !office.is_empty()),
                kind,
                website,
                domain,
                comment,
            })
        }
        _ => Err(faults),
    }
}

fn of_name(fault: &AddressFault) -> Fault {
    match fault {
        AddressFault::NameMissing => Fault::Missing,
        AddressFault::NameTooLong => Fault::TooLong(NAME_MOST),
        AddressFault::NameHoldsLink => Fault::HoldsLink,
        _ => Fault::Unprintable,
    }
}

fn of_address(fault: &AddressFault) -> Fault {
    if *fault == AddressFault::EmailMissing { Fault::Missing } else { Fault::EmailUnusable }
}

fn needed(text: &str, most: usize) -> Option<Fault> {
    // What shows nothing is missing, by the rule for names.
    if name_fault(text) == Some(AddressFault::NameMissing) {
        return Some(Fault::Missing);
    }
    line_fault(text, most)
}

pub fn line_fault(text: &str, most: usize) -> Option<Fault> {
    names::line_fault(text, most).map(|fault| match fault {
        TextFault::Unprintable => Fault::Unprintable,
        TextFault::TooLong(most) => Fault::TooLong(most),
    })
}

/// A website as it is kept and its registrable domain; nothing for what is none. `www.example.org` is taken for
/// `https://www.example.org/`. Nothing but http and https, nobody’s password, no ports but the usual.
pub fn website(typed: &str) -> Option<(String, String)> {
    let typed = typed.trim();
    if typed.is_empty() || typed.len() > WEBSITE_MOST || typed.chars().any(is_unprintable) {
        return None;
    }
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&whole).ok()?;
    let plain = matches!(url.scheme(), "http" | "https")
        && url.username().is_empty()
        && url.password().is_none()
        && url.port().is_none();
    let Some(Host::Domain(host)) = url.host() else { return None };
    let domain = registrable(host)?;
    (plain && url.as_str().len() <= WEBSITE_MOST * 3).then(|| (url.to_string(), domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> EndorsementForm {
        EndorsementForm {
            organisation: "Nurses of Example".to_owned(),
            kind: "organisation".to_owned(),
            website: "www.nurses.example.org".to_owned(),
            name: "Ada Example".to_owned(),
            role: "Chair".to_owned(),
            email: "ada@example.org".to_owned(),
            ..EndorsementForm::default()
        }
    }

    #[test]
    fn a_filled_form_says_what_was_typed_and_knows_its_domain() {
        let said = check(&filled(), Speaker::Officer).unwrap();
        assert_eq!(
            (said.website.as_str(), said.domain.as_str()),
            ("https://www.nurses.example.org/", "example.org")
        );
        assert_eq!((said.office, said.comment.as_str()), (None, ""));
        assert_eq!(website("https://bücher.example.de/über uns").unwrap().1, "example.de");
    }

    #[test]
    fn every_fault_is_told_at_its_field_in_order() {
        let faults = check(&EndorsementForm::default(), Speaker::Officer).unwrap_err();
        let told: Vec<_> = faults.iter().map(|(field, fault)| (field.name(), *fault)).collect();
        assert_eq!(
            told,
            [
                ("organisation", Fault::Missing),
                ("kind", Fault::KindUnknown),
                ("website", Fault::Missing),
                ("name", Fault::Missing),
                ("role", Fault::Missing),
                ("email", Fault::Missing)
            ]
        );
        let entered =
            EndorsementForm { name: String::new(), email: String::new(), website: String::new(), ..filled() };
        assert!(check(&entered, Speaker::Organiser).is_ok(), "organisers name the organisation alone");
        let long = EndorsementForm { comment: "a".repeat(301), role: "a\nb".to_owned(), ..filled() };
        let faults = check(&long, Speaker::Officer).unwrap_err();
        assert_eq!(faults, [(Field::Comment, Fault::TooLong(300)), (Field::Role, Fault::Unprintable)]);
    }

    #[test]
    fn a_website_is_a_public_name_under_http_and_nothing_else() {
        for typed in [
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "data:text/html,<script>alert(1)</script>",
            "ftp://example.org",
            "http://127.0.0.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://[::1]/",
            "http://localhost/",
            "http://printer.local/",
            "https://user:word@example.org/",
            "https://example.org:8443/",
            "https://co.uk/",
            "https://exa mple.org/",
            "https://example.org/\u{202e}gro",
            "//",
            "https://",
        ] {
            assert_eq!(website(typed), None, "{typed}");
        }
        assert_eq!(website(&format!("https://example.org/{}", "a".repeat(300))), None);
    }
}
