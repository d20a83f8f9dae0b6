//! The sign-on form as it stands on the page: what was typed, what was wrong, whether it is open.
//! It never judges what was typed; it shows the judgement.

use super::problem::{Field, Mistake};
use crate::web::i18n::Say;
use crate::web::layout::Named;

#[derive(Clone, Debug, Default)]
pub struct SignForm {
    /// Where the form is sent, with `?lang=`.
    pub action: String,
    pub standing: Standing,
    pub trouble: Trouble,
    pub name: String,
    pub email: String,
    /// Slug of the chosen relation; empty where none is.
    pub relation: String,
    pub postal_code: String,
    pub country: String,
    pub comment: String,
    pub public: bool,
    /// Which words the page shows; sent along, so that nobody signs others than were read.
    pub seen: String,
    /// Where the visitor came from, handed through.
    pub source: String,
    /// On which page it stands: what is agreed to, is agreed to there.
    pub page: String,
    /// For how many milliseconds it was filled in so far, by the page's script.
    pub filled_in: String,
    /// What the page’s script is asked to work on; empty unless the campaign is under attack.
    pub work: String,
    /// What stands in the field that people do not see.
    pub homepage: String,
    /// The address that a suggestion was made for; sent along, so that the second submit passes.
    pub email_as_typed: Option<String>,
    /// Choices in the page's language; the question is not asked where there are none.
    pub relations: Vec<Choice>,
    pub consents: Vec<Consent>,
    pub asks_postal_code: bool,
    /// Countries to choose from; the question is not asked where there are none.
    pub countries: Vec<Choice>,
    pub asks_comment: bool,
    /// How many days the link in the mail holds.
    pub link_days: u32,
}

#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

/// One partner's question, in the very words that are recorded.
#[derive(Clone, Debug)]
pub struct Consent {
    pub partner: String,
    pub words: String,
    pub given: bool,
    /// The partner's name, leading to what it says about data.
    pub privacy: Named,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    #[default]
    Open,
    /// The letter takes no more names.
    Closed,
}

/// Why the form is shown again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Trouble {
    #[default]
    None,
    /// 422
    Mistakes(Vec<Mistake>),
    /// 429: too many from one network; in how many seconds it takes more.
    TooMany { seconds: u64 },
    /// 409: the letter was closed while the form was filled in.
    JustClosed,
    /// 409: an import changed the words while the form was filled in; the page now shows the new ones.
    WordsChanged { what: Reworded, mistakes: Vec<Mistake> },
    /// 503: nothing was stored.
    Busy,
}

/// What an import or the desk changed while a form was filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reworded {
    Letter,
    /// The words of a permission, or there is one more.
    Permission,
    /// A partner takes part no more; nothing else is new.
    Left,
}

impl SignForm {
    pub(super) fn is_open(&self) -> bool {
        self.standing == Standing::Open
    }

    pub(super) fn mistakes(&self) -> &[Mistake] {
        match &self.trouble {
            Trouble::Mistakes(mistakes) | Trouble::WordsChanged { mistakes, .. } => mistakes,
            _ => &[],
        }
    }

    pub(super) fn mistakes_counted(&self) -> u64 {
        self.mistakes().len() as u64
    }

    /// The `id` that the summary leads to; the form itself where the field is not on the page.
    pub(super) fn anchor(&self, mistake: &Mistake) -> &'static str {
        let shown = match mistake.field {
            Field::Name | Field::Email | Field::Consent => true,
            Field::Relation => !self.relations.is_empty(),
            Field::PostalCode => self.asks_postal_code,
            Field::Country => !self.countries.is_empty(),
            Field::Comment => self.asks_comment,
        };
        if shown { mistake.field.name() } else { "sign" }
    }

    /// Few choices are shown side by side; many are folded into a list.
    pub(super) fn relations_are_few(&self) -> bool {
        self.relations.len() <= 5
    }

    /// What is wrong with this field in words; empty where nothing is.
    pub(super) fn error(&self, field: Field, say: &Say) -> String {
        let found = self.mistakes().iter().find(|mistake| mistake.field == field);
        found.map(|mistake| mistake.problem.words(say)).unwrap_or_default()
    }
}
