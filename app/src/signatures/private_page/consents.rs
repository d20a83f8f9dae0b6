//! What the private page says of partners: who was agreed to, who holds what since when, and to whom one can agree.

use super::{ITSELF, Seen};
use crate::signatures::pages::{ConsentGiven, Offer};
use crate::signatures::store::GivenConsent;

impl Seen<'_> {
    pub(super) fn consents(&self, given: Vec<GivenConsent>) -> Vec<ConsentGiven> {
        given.into_iter().map(|one| self.consent(one)).collect()
    }

    fn consent(&self, one: GivenConsent) -> ConsentGiven {
        // What the partner's end ended is noted a moment later; what it means is true at once.
        let over = self.campaign.partner_ended(&one.partner);
        let by_partner = one.withdrawn_at.is_none_or(|at| Some(at) == over) && over.is_some();
        let ended_at = one.withdrawn_at.or(over);
        let name = one.name.filter(|name| !name.is_empty());
        let elsewhere = self.campaign.letters.iter().find(|letter| letter.id == one.letter);
        let elsewhere = elsewhere.filter(|letter| letter.id != self.letter().id);
        ConsentGiven {
            privacy: self.campaign.privacy_as(&one.partner, name.as_deref(), self.language),
            name: name.unwrap_or_else(|| self.campaign.partner_name(&one.partner)),
            partner: one.partner,
            words: one.words,
            given: one.given_at.map(|at| self.moment(at)),
            is_given_here: one.page == ITSELF,
            page: one.page,
            taken: one.taken_at.map(|at| self.moment(at)),
            ended: ended_at.map(|at| self.moment(at)),
            by_partner,
            elsewhere: elsewhere.map(|letter| letter.title(self.language)).unwrap_or_default(),
        }
    }

    /// The partners that can still be agreed to, or agreed to anew.
    pub(super) fn offers(&self, consents: &[ConsentGiven]) -> Vec<Offer> {
        let versions = self.campaign.consents(self.language);
        let holds =
            |slug: &str| consents.iter().any(|consent| consent.partner == slug && consent.ended.is_none());
        let open = self.campaign.partners().filter(|partner| !holds(&partner.slug));
        open.map(|partner| Offer {
            partner: partner.slug.clone(),
            name: partner.name.clone(),
            words: partner.consent.get(self.language.tag()).cloned().unwrap_or_default(),
            version: versions
                .iter()
                .find(|agreed| agreed.partner == partner.slug)
                .map(|agreed| agreed.words_version.clone())
                .unwrap_or_default(),
            privacy: self.campaign.privacy_of(partner, self.language),
        })
        .collect()
    }
}
