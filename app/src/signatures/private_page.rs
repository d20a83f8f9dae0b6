//! The signer's private page: what a link leads to, in whichever state it is. It only shows.

mod consents;

use super::changes::{room_for, signature_behind};
use super::confirmations::waiting;
use super::link::Link;
use super::pages::{Changed, NameForm, NewLinkForm, Renewal, SignaturePage, Signed, State as Shown};
use super::store::{self, GivenConsent};
use super::{Signature, State, StoredSignOn, TIME_TO_CONFIRM};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::error::Result;
use crate::posts::Visit;
use crate::posts::teaser::teaser;
use crate::state::App;
use crate::web::answer::private;
use crate::web::countries;
use crate::web::i18n::Language;
use crate::web::layout::Named;
use crate::web::natural;
use crate::web::surroundings::frame;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;

/// What stands as the page of a consent that was given on the private page: its address is its signer's alone.
pub const ITSELF: &str = "private page";

/// What the visitor has just done here, carried in the address after a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Signed,
    Renamed,
    Shown,
    Hidden,
    ConsentEnded,
    /// Agreed to a partner.
    Agreed,
    /// Put under the words that stand now.
    Renewed,
    Withdrawn,
    Deleted,
}

impl Done {
    const ALL: [Self; 9] = [
        Self::Signed,
        Self::Renamed,
        Self::Shown,
        Self::Hidden,
        Self::ConsentEnded,
        Self::Agreed,
        Self::Renewed,
        Self::Withdrawn,
        Self::Deleted,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Renamed => "renamed",
            Self::Shown => "shown",
            Self::Hidden => "hidden",
            Self::ConsentEnded => "consent-ended",
            Self::Agreed => "agreed",
            Self::Renewed => "renewed",
            Self::Withdrawn => "withdrawn",
            Self::Deleted => "deleted",
        }
    }

    /// `?done=signed`
    pub fn asked(query: &str) -> Option<Self> {
        let word = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
        Self::ALL.into_iter().find(|done| done.word() == word)
    }
}

/// The page's own address, in a language where one was asked for.
pub fn path(token: &str, language: Option<Language>, done: Option<Done>) -> String {
    let mut query: Vec<String> =
        language.map(|language| format!("lang={}", language.tag())).into_iter().collect();
    query.extend(done.map(|done| format!("done={}", done.word())));
    if query.is_empty() {
        format!("/signatures/{token}")
    } else {
        format!("/signatures/{token}?{}", query.join("&"))
    }
}

/// Shows what the token leads to; `name` is a correction that was refused, as typed.
pub async fn show(
    app: &App,
    token: &str,
    asked: Option<Language>,
    done: Option<Done>,
    name: Option<NameForm>,
) -> Result<Response> {
    let Some(link) = app.keys.links.open(token) else {
        let form =
            NewLinkForm { action: links_action(asked.unwrap_or(Language::En)), ..NewLinkForm::default() };
        let page = SignaturePage {
            frame: frame(app, asked.unwrap_or(Language::En)),
            state: Shown::Altered { form },
        };
        return private(StatusCode::NOT_FOUND, &page);
    };
    let Some((campaign, place)) = app.directory.by_letter(app, link.letter).await? else {
        return Err(crate::error::Error::NotFound);
    };
    let mut c = app.db.read().await?;
    let signature = signature_behind(app, &mut c, link).await?;
    let waits = waiting(&mut c, link, app.clock.now()).await?;
    let own_language = match (&signature, &waits) {
        (Some(signature), _) => Some(signature.language.clone()),
        (None, Some(stored)) => Some(stored.sign_on.language.clone()),
        (None, None) => None,
    };
    let language = match (asked, own_language) {
        (Some(asked), _) => campaign.spoken(Some(asked)),
        (None, Some(own)) => campaign.language(&own),
        (None, None) => campaign.spoken(None),
    };
    let seen = Seen { token, campaign, place, language };
    let was_refused = name.is_some();
    let source = signature.as_ref().and_then(|signature| signature.source.clone());
    let (status, mut state) = match (signature, waits) {
        (Some(signature), _) => {
            let consents = store::consents_given(&mut c, signature.id).await?;
            (StatusCode::OK, seen.signature(&signature, consents, link, done, name))
        }
        (None, Some(stored)) => {
            let room = room_for(&mut c, &stored).await?;
            let mut consents = Vec::new();
            for agreed in &stored.sign_on.consents {
                // The very words that were submitted, whatever the campaign says by now.
                let words =
                    store::words_of(&mut c, stored.sign_on.campaign_id, &stored.sign_on.language, agreed)
                        .await?;
                consents.extend(words.map(|words| GivenConsent {
                    partner: agreed.partner.clone(),
                    name: Some(agreed.name.clone()),
                    words,
                    given_at: None,
                    page: String::new(),
                    taken_at: None,
                    withdrawn_at: None,
                    letter: stored.sign_on.letter_id,
                }));
            }
            (StatusCode::OK, seen.waiting(&stored, consents, room))
        }
        (None, None) if done == Some(Done::Deleted) => {
            (StatusCode::OK, Shown::JustDeleted { letter: seen.named() })
        }
        (None, None) => (StatusCode::GONE, seen.expired()),
    };
    let status =
        if was_refused && status == StatusCode::OK { StatusCode::UNPROCESSABLE_ENTITY } else { status };
    drop(c);
    if let Shown::Confirmed { signed, .. } = &mut state {
        // The first post, for whoever has signed; the code by which the signer came goes along.
        let signatures = app.sheets.signatures(app, &seen.campaign).await?;
        signed.posts = teaser(app, &seen.campaign, &Visit { language, source, signatures });
    }
    let frame = seen.campaign.inner_frame(app, language);
    private(status, &SignaturePage { frame, state })
}

fn links_action(language: Language) -> String {
    format!("/signatures/links?lang={}", language.tag())
}

/// A page being shown: whose, where, in which language.
struct Seen<'s> {
    token: &'s str,
    campaign: Arc<Running>,
    place: usize,
    language: Language,
}

impl Seen<'_> {
    fn letter(&self) -> &RunningLetter {
        &self.campaign.letters[self.place]
    }

    fn named(&self) -> Named {
        Named {
            name: self.letter().title(self.language),
            url: self.campaign.path_of(self.letter(), self.language),
        }
    }

    /// Where the words that were signed are read, where others stand by now.
    fn earlier(&self, version: i64) -> Option<String> {
        let letter = self.letter();
        (version != letter.version).then(|| self.campaign.wording_path(letter, version, self.language))
    }

    /// The words that stand by now, where they are others and can be signed.
    fn renewal(&self, version: i64) -> Option<Renewal> {
        let letter = self.letter();
        let is_earlier = version < letter.version && self.campaign.takes_names(letter);
        is_earlier.then(|| Renewal {
            version: letter.version,
            reason: letter.text(self.language).reason.clone(),
            url: self.campaign.wordings_path(letter, self.language),
        })
    }

    fn day(&self, micros: i64) -> String {
        self.language.say().day(micros, &self.campaign.definition.time_zone)
    }

    fn moment(&self, micros: i64) -> String {
        self.language.say().moment(micros, &self.campaign.definition.time_zone)
    }

    fn expired(&self) -> Shown {
        Shown::Expired {
            form: NewLinkForm {
                action: links_action(self.language),
                letter: format!("{}/{}", self.campaign.definition.slug, self.letter().slug),
                ..NewLinkForm::default()
            },
        }
    }

    fn waiting(
        &self,
        stored: &StoredSignOn,
        consents: Vec<GivenConsent>,
        (has_room, most): (bool, i64),
    ) -> Shown {
        let one = &stored.sign_on;
        let consents = self.consents(consents);
        let signed = Signed {
            language: self.spoken_in(&one.language),
            version: natural(one.letter_version),
            earlier: self.earlier(one.letter_version),
            name: one.name.clone(),
            relation: self.relation(one.relation.as_deref()),
            place: self.located(one.postal_code.as_deref(), one.country.as_deref()),
            comment: one.comment.clone().unwrap_or_default(),
            public: one.is_public,
            consents,
            when: self.moment(one.created_at),
            ..self.signed()
        };
        if !self.campaign.takes_names(self.letter()) {
            Shown::LetterClosed { signed, letter: self.named() }
        } else if has_room {
            Shown::Waiting { until: self.day(one.created_at + TIME_TO_CONFIRM), signed }
        } else {
            let most = u32::try_from(most).unwrap_or(1);
            Shown::MailboxFull { signed, letter: self.named(), most }
        }
    }

    fn signature(
        &self,
        signature: &Signature,
        consents: Vec<GivenConsent>,
        link: Link,
        done: Option<Done>,
        correction: Option<NameForm>,
    ) -> Shown {
        let consents = self.consents(consents);
        let signed = Signed {
            language: self.spoken_in(&signature.language),
            version: natural(signature.letter_version),
            earlier: self.earlier(signature.letter_version),
            name: signature.name.clone(),
            relation: self.relation(signature.relation.as_deref()),
            place: self.located(signature.postal_code.as_deref(), signature.country.as_deref()),
            comment: signature.comment.clone().unwrap_or_default(),
            public: signature.is_public,
            kept_off: signature.hidden_at.is_some(),
            renewal: self.renewal(signature.letter_version),
            offers: self.offers(&consents),
            consents,
            holder: self.campaign.group(),
            when: self.moment(signature.confirmed_at),
            ..self.signed()
        };
        let correction =
            correction.unwrap_or_else(|| NameForm { value: signature.name.clone(), problem: None });
        let is_own = link.means(signature.link());
        let changed = match done {
            Some(Done::Renamed) => Some(Changed::Name),
            Some(Done::Shown) if signature.hidden_at.is_some() => Some(Changed::Wished),
            Some(Done::Shown) => Some(Changed::Shown),
            Some(Done::Hidden) => Some(Changed::Hidden),
            Some(Done::ConsentEnded) => Some(Changed::Consent),
            Some(Done::Agreed) => Some(Changed::Agreed),
            Some(Done::Renewed) => Some(Changed::Words),
            _ => None,
        };
        match signature.state {
            // What is held by whom is told also then.
            State::Withdrawn if done == Some(Done::Withdrawn) => {
                Shown::JustWithdrawn { signed: Signed { consents: signed.consents, ..self.signed() } }
            }
            State::Withdrawn => Shown::Withdrawn {
                signed: Signed { consents: signed.consents, ..self.signed() },
                changed: changed.filter(|changed| *changed == Changed::Consent),
                on: self.day(signature.changed_at),
            },
            State::Held if signature.change_id.is_some() => Shown::Held { signed, changed },
            State::Invalidated => Shown::Invalidated { signed, changed },
            // Who is held by signals alone is told nothing else than everybody: whoever sends false ones would learn
            // which pass. What the page says is true of both.
            State::Confirmed | State::Held if !is_own => Shown::SignedAlready { signed, changed, correction },
            State::Confirmed | State::Held => {
                Shown::Confirmed { signed, just_now: done == Some(Done::Signed), changed, correction }
            }
        }
    }

    /// What every state shares.
    fn signed(&self) -> Signed {
        Signed {
            path: format!("/signatures/{}", self.token),
            query: self.campaign.query(self.language),
            letter: self.named(),
            ..Signed::default()
        }
    }

    fn relation(&self, slug: Option<&str>) -> String {
        slug.map(|slug| self.campaign.relation_label(slug, self.language)).unwrap_or_default()
    }

    /// Postal code and country, as far as they were given.
    fn located(&self, postal_code: Option<&str>, country: Option<&str>) -> String {
        let country = country.map(|code| countries::name(code, self.language));
        let parts = [postal_code.map(str::to_owned), country];
        self.language.say().list(parts.into_iter().flatten())
    }

    fn spoken_in(&self, tag: &str) -> String {
        self.campaign.language(tag).native_name().to_owned()
    }
}
