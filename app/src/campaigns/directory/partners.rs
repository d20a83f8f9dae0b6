//! A public campaign's partners: who takes part, and where their pages stand.

use super::Running;
use crate::campaigns::definition::Partner;
use crate::web::i18n::Language;

impl Running {
    pub fn partner_name(&self, slug: &str) -> String {
        self.partner(slug).map_or_else(|| slug.to_owned(), |partner| partner.name.clone())
    }

    /// A partner by its slug, whether it takes part still or not.
    pub fn partner(&self, slug: &str) -> Option<&Partner> {
        self.definition.partners.iter().find(|partner| partner.slug == slug)
    }

    /// When a partner ended that takes part no more.
    pub fn partner_ended(&self, slug: &str) -> Option<i64> {
        self.ended.get(slug).copied()
    }

    /// Those that take part, in the order of the files.
    pub fn partners(&self) -> impl Iterator<Item = &Partner> {
        self.definition.partners.iter().filter(|partner| !self.ended.contains_key(&partner.slug))
    }

    /// The partner that a visit came by: its page is the campaign's under its own look.
    pub fn partner_of(&self, source: &str) -> Option<&Partner> {
        self.partners().find(|partner| partner.is_source(source))
    }

    /// Where a partner's own page of the campaign stands.
    pub fn partner_path(&self, partner: &Partner, language: Language) -> String {
        format!("/campaigns/{}/partners/{}{}", self.definition.slug, partner.slug, self.query(language))
    }

    /// Where a partner says what it does with data: here, where it gave us the words.
    pub fn privacy_of(&self, partner: &Partner, language: Language) -> String {
        if partner.privacy_text.is_empty() {
            return partner.privacy.clone();
        }
        format!(
            "/campaigns/{}/partners/{}/privacy{}",
            self.definition.slug,
            partner.slug,
            self.query(language)
        )
    }
}
