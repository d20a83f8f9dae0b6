//! What a mail is about, as things stand when it is written; nothing where that is gone by then.

use crate::instance::{Compared, canonical};
use crate::letters;
use crate::mail::store::Asked;
use crate::signatures::belongings::Belongings;
use crate::signatures::{MailKind, Place, Signature, State, StoredSignOn, place_for, store};
use broadside_db::{Connection, Result};

pub enum About {
    /// A sign-on that waits for its button.
    Waiting(StoredSignOn),
    /// The signature that a repeat met, and its signer's address.
    Repeat(Signature, String),
    /// A further name at a mailbox that holds as many as its letter allows.
    Full { stored: StoredSignOn, most: i64, standing: Vec<(Signature, String)> },
    /// A signature under words that were changed since, its signer's address, and whether names under earlier
    /// words stand under the current ones.
    Changed { signature: Signature, email: String, moves_names: bool },
    /// What was asked for by "send it again".
    Again { language: String, own: Belongings },
}

impl About {
    /// `stored` is the sign-on that the mail names, where it is still there.
    pub async fn of(
        c: &mut Connection,
        kind: &str,
        asked: &Asked,
        stored: Option<&StoredSignOn>,
        now: i64,
    ) -> Result<Option<Self>> {
        match MailKind::parse(kind) {
            None => Ok(None),
            Some(MailKind::Confirmation) => Ok(stored.cloned().map(Self::Waiting)),
            Some(MailKind::SignedAlready) => Self::repeat(c, asked, stored).await,
            Some(MailKind::LinkAgain) => Self::again(c, asked, stored, now).await,
            Some(MailKind::WordsChanged) => Self::changed(c, asked).await,
        }
    }

    async fn repeat(
        c: &mut Connection,
        asked: &Asked,
        stored: Option<&StoredSignOn>,
    ) -> Result<Option<Self>> {
        if let Some((signature, email)) = store::signature_with_address(c, asked.sign_on_id).await? {
            return Ok(Some(Self::Repeat(signature, email)));
        }
        // A further name at a full mailbox: it waits, unless its signature was made and withdrawn.
        let Some(stored) = stored else { return Ok(None) };
        if store::signature_by_sign_on(c, stored.id).await?.is_some() {
            return Ok(None);
        }
        let (letter, mailbox) = (stored.sign_on.letter_id, canonical(&stored.sign_on.email));
        let Some(terms) = letters::store::terms(c, letter).await? else { return Ok(None) };
        let places = store::standing_for(c, letter, &mailbox).await?;
        match place_for(&stored.sign_on.name, &places, terms.names_per_mailbox) {
            Place::Free(_) => Ok(Some(Self::Waiting(stored.clone()))),
            Place::Taken(same) => {
                let signature = store::signature_with_address(c, same.sign_on_id).await?;
                Ok(signature.map(|(signature, email)| Self::Repeat(signature, email)))
            }
            Place::Full => {
                let most = terms.names_per_mailbox;
                let standing = store::signatures_of(c, &mailbox, letter, most).await?;
                Ok(Some(Self::Full { stored: stored.clone(), most, standing }))
            }
        }
    }

    /// Nothing where it was withdrawn, struck, or put under the new words meanwhile.
    async fn changed(c: &mut Connection, asked: &Asked) -> Result<Option<Self>> {
        let Some((signature, email)) = store::signature_with_address(c, asked.sign_on_id).await? else {
            return Ok(None);
        };
        let Some((version, moves_names)) = letters::store::current(c, signature.letter_id).await? else {
            return Ok(None);
        };
        let stands = matches!(signature.state, State::Confirmed | State::Held);
        let is_earlier = signature.letter_version < version;
        Ok((stands && is_earlier).then_some(Self::Changed { signature, email, moves_names }))
    }

    async fn again(
        c: &mut Connection,
        asked: &Asked,
        stored: Option<&StoredSignOn>,
        now: i64,
    ) -> Result<Option<Self>> {
        let request = match asked.link_request_id {
            Some(id) => store::link_request_by_id(c, id).await?,
            None => None,
        };
        let (letter, language, email) = match (request, stored) {
            (Some(request), _) => (request.letter, Some(request.language), request.email),
            (None, Some(stored)) => (Some(stored.sign_on.letter_id), None, stored.sign_on.email.clone()),
            (None, None) => match store::signature_with_address(c, asked.sign_on_id).await? {
                Some((_, email)) => (None, None, email),
                // Whatever it was about is gone.
                None => return Ok(None),
            },
        };
        let address = Compared { canonical: canonical(&email), key: asked.address_key.clone() };
        let own = Belongings::of(c, &address, letter, Some(asked.group), now).await?;
        let signed_in = own.standing.first().map(|(one, _)| &one.language);
        let language =
            language.or_else(|| signed_in.or(own.waiting.first().map(|one| &one.sign_on.language)).cloned());
        Ok(language.map(|language| Self::Again { language, own }))
    }

    /// The letter that the mail is dressed as; nothing where nothing is left to say.
    pub fn letter(&self) -> Option<i64> {
        match self {
            Self::Waiting(stored) | Self::Full { stored, .. } => Some(stored.sign_on.letter_id),
            Self::Repeat(signature, _) | Self::Changed { signature, .. } => Some(signature.letter_id),
            Self::Again { own, .. } => {
                let signed = own.standing.first().map(|(one, _)| one.letter_id);
                signed.or(own.waiting.first().map(|one| one.sign_on.letter_id))
            }
        }
    }

    pub fn language(&self) -> &str {
        match self {
            Self::Waiting(stored) | Self::Full { stored, .. } => &stored.sign_on.language,
            Self::Repeat(signature, _) | Self::Changed { signature, .. } => &signature.language,
            Self::Again { language, .. } => language,
        }
    }

    /// A confirmation goes to the address as it was typed; what tells of a signature, to the address
    /// that its signer confirmed with.
    pub fn address(&self) -> &str {
        match self {
            Self::Waiting(stored) => &stored.sign_on.email,
            Self::Repeat(_, email) | Self::Changed { email, .. } => email,
            Self::Full { stored, standing, .. } => {
                standing.first().map_or(&stored.sign_on.email, |(_, email)| email)
            }
            Self::Again { own, .. } => own.address().unwrap_or_default(),
        }
    }
}
