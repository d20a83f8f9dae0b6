//! A public campaign's partners: who takes part, and where their pages stand.

use super::{Running, RunningLetter};
use crate::campaigns::definition::Partner;
use crate::people::Agreed;
use crate::web::i18n::Language;

impl Running {
    pub fn partner_name(&self, slug: &str) -> String {
        self.partner_once(slug).map_or_else(|| slug.to_owned(), |partner| partner.name.clone())
    }

    /// A partner by its slug, whether it takes part still or not.
    pub fn partner(&self, slug: &str) -> Option<&Partner> {
        self.definition.partners.iter().find(|partner| partner.slug == slug)
    }

    /// The same, also of one that left the files: what is kept of its words.
    pub fn partner_once(&self, slug: &str) -> Option<&Partner> {
        self.partner(slug).or_else(|| self.words_kept(slug))
    }

    /// What a partner was called and said of itself when it accepted, or when it left.
    fn words_kept(&self, slug: &str) -> Option<&Partner> {
        self.parts.get(slug)?.words.as_ref()
    }

    /// Partners that left the files, in the order of their slugs.
    pub fn partners_gone(&self) -> Vec<&str> {
        let mut gone: Vec<&str> =
            self.parts.keys().map(String::as_str).filter(|slug| self.partner(slug).is_none()).collect();
        gone.sort_unstable();
        gone
    }

    /// When a partner ended that takes part no more.
    pub fn partner_ended(&self, slug: &str) -> Option<i64> {
        self.parts.get(slug)?.ended_at
    }

    /// Those that take part, in the order of the files.
    pub fn partners(&self) -> impl Iterator<Item = &Partner> {
        self.definition.partners.iter().filter(|partner| self.partner_ended(&partner.slug).is_none())
    }

    /// Partners with the version of their consent's words in a language.
    pub fn consents(&self, language: Language) -> &[Agreed] {
        self.consents.get(&language).map_or(&[], Vec::as_slice)
    }

    /// Which words the letter's page shows: its version, and that of each consent. Sent along by the
    /// form, so that nobody signs other words than were read.
    pub fn words_shown(&self, letter: &RunningLetter, language: Language) -> String {
        let consents = self.consents(language).iter().map(|agreed| agreed.words_version.as_str());
        let version = letter.version.to_string();
        std::iter::once(version.as_str()).chain(consents).collect::<Vec<_>>().join(".")
    }

    /// What somebody agrees to who read these words of a partner, and in which language they are; nothing where they
    /// stand no more.
    pub fn agreed(&self, partner: &str, words_version: &str) -> Option<(Agreed, Language)> {
        self.languages.iter().find_map(|language| {
            let mut all = self.consents(*language).iter();
            let found = all.find(|one| one.partner == partner && one.words_version == words_version)?;
            Some((found.clone(), *language))
        })
    }

    /// The partner that a visit came by: its page is the campaign's under its own look.
    pub fn partner_of(&self, source: &str) -> Option<&Partner> {
        self.partners().find(|partner| partner.is_source(source))
    }

    /// Where a partner's own page of the campaign stands.
    pub fn partner_path(&self, partner: &Partner, language: Language) -> String {
        format!("/campaigns/{}/partners/{}{}", self.definition.slug, partner.slug, self.query(language))
    }

    /// A page on which a letter is read with its form, by its address as a form says it; nothing where it is none.
    pub fn page_of_form(&self, letter: &RunningLetter, language: Language, said: &str) -> Option<String> {
        let own = [self.path_of(letter, language), self.letter_page_path(letter, language)];
        let is_first = self.letters.first().is_some_and(|first| first.id == letter.id);
        let partners =
            self.partners().filter(|_| is_first).map(|partner| self.partner_path(partner, language));
        own.into_iter().chain(partners).find(|page| page == said)
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

    /// The same of a partner as it was called when somebody agreed to it: whoever is called otherwise by now is not who
    /// they turn to.
    pub fn privacy_as(&self, slug: &str, name: Option<&str>, language: Language) -> String {
        let is_called = |partner: &&Partner| name.is_none_or(|name| partner.name == name);
        match (self.partner_once(slug).filter(is_called), self.words_kept(slug)) {
            (Some(partner), _) => self.privacy_of(partner, language),
            (None, Some(kept)) => kept.privacy.clone(),
            (None, None) => String::new(),
        }
    }
}
