//! Asking for a proof that an endorsement is the organisation's, and what follows from one.

use super::mail::MailKind;
use super::outside::{self, Found};
use super::pages::{Done, Ways};
use super::private_routes::save;
use super::seeking::sought_once;
use super::store;
use super::{Asked as AskedAt, Endorsement, NoProof, State, mailing, proves};
use crate::campaigns::endorsers::Proof;
use crate::error::Result;
use crate::state::App;
use crate::web::i18n::Say;
use broadside_db::Lane;
use std::sync::Arc;
use std::time::Duration;

impl Endorsement {
    /// As it is once it is proved: a moderator looks next.
    pub fn proved(&self, proof: Proof, now: i64) -> Self {
        Self {
            state: State::Waiting,
            proof: Some(proof),
            proved_at: Some(now),
            sought: None,
            found: None,
            reason: None,
            asked: None,
            ..self.clone()
        }
    }

    /// As it is with other words. A domain that was not proved is to be proved; a moderator looks again.
    pub fn corrected(&self, said: super::Said) -> Self {
        let same = said.domain == self.said.domain && self.proof.is_some();
        Self {
            state: if same { State::Waiting } else { State::Unproved },
            proof: self.proof.filter(|_| same),
            proved_at: self.proved_at.filter(|_| same),
            asked: self.asked.clone().filter(|_| same),
            sought: None,
            found: None,
            reason: None,
            said,
            ..self.clone()
        }
    }

    /// As it is with another logo, or none; a moderator looks again.
    pub fn pictured(&self, logo: Option<String>, alt: String) -> Self {
        Self { logo, logo_alt: alt, ..self.corrected(self.said.clone()) }
    }

    pub fn ended(&self) -> Self {
        Self { state: State::Ended, shown: None, logo: None, sought: None, asked: None, ..self.clone() }
    }

    /// By its domain, not by somebody's word alone.
    pub fn is_proved_by_domain(&self) -> bool {
        matches!(self.state, State::Waiting | State::Approved)
            && self.proof.is_some_and(|proof| proof != Proof::Organiser)
    }
}

/// What became of asking.
pub enum Asked {
    /// The address proves nothing.
    Refused(NoProof),
    Done(Option<Done>),
}

pub fn no_proof_key(why: NoProof) -> &'static str {
    match why {
        NoProof::Unusable => "endorsements-fault-email",
        NoProof::FreeMail => "endorsements-fault-free-mail",
        NoProof::OtherDomain => "endorsements-fault-other-domain",
    }
}

pub async fn ask(app: &App, one: &Endorsement, way: Proof, email: &str) -> Result<Asked> {
    match way {
        Proof::Mail => by_mail(app, one, email.trim()).await,
        Proof::Dns | Proof::Web => by_looking(app, one, way).await,
        Proof::Organiser => Ok(Asked::Done(None)),
    }
}

/// So long somebody waits for an answer before a job goes on.
const PATIENCE: Duration = Duration::from_millis(4_500);

/// Looks into the domain at once; what takes longer is gone on with by a job, and the page says so.
async fn by_looking(app: &App, one: &Endorsement, way: Proof) -> Result<Asked> {
    let sought = Endorsement { sought: Some(way), found: None, ..one.clone() };
    let now = app.clock.now();
    let after = match outside::look(app, one, way, PATIENCE).await {
        Found::Silent => Endorsement { seek_at: Some(now), seeks: 0, ..sought },
        found => sought_once(&sought, found, now),
    };
    let done = match (after.state, after.sought) {
        (State::Waiting, _) => Some(Done::Proved),
        (_, Some(_)) => Some(Done::Sought),
        _ => None,
    };
    let saved = save(app, one, after, None).await?;
    app.proof_waits.wake();
    Ok(Asked::Done(done.filter(|_| saved)))
}

/// Sends a mail with the button to an address at the domain.
async fn by_mail(app: &App, one: &Endorsement, email: &str) -> Result<Asked> {
    if let Err(why) = proves(email, &one.said.domain) {
        return Ok(Asked::Refused(why));
    }
    let now = app.clock.now();
    if app.keys.addresses.of_typed(email) == one.address_key {
        // Whoever is on the page came by a link that was mailed to this very address.
        let saved = save(app, one, one.proved(Proof::Mail, now), None).await?;
        return Ok(Asked::Done(saved.then_some(Done::Proved)));
    }
    let address_key = app.keys.addresses.of_typed(email);
    let asked = AskedAt { email: email.to_owned(), address_key: address_key.clone(), at: now };
    let after = Endorsement { asked: Some(asked), ..one.clone() };
    let work = Arc::new((after, address_key));
    let read_at = one.changed_at;
    app.db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (after, key) = &*work;
                if store::save(c, after, read_at, now).await? {
                    mailing::enqueue(c, MailKind::Proof, after, key, now).await?;
                }
                Ok(())
            })
        })
        .await?;
    app.mail_waits.wake();
    Ok(Asked::Done(Some(Done::Mailed)))
}

fn found_words(say: &Say, found: Found) -> String {
    say.text(match found {
        Found::Proved => "endorsements-done-proved",
        Found::Nothing => "endorsements-found-nothing",
        Found::Other => "endorsements-found-other",
        Found::Silent => "endorsements-found-silent",
        Found::Inside => "endorsements-found-inside",
    })
}

/// The ways as the page tells them.
pub fn ways(app: &App, one: &Endorsement, say: &Say, typed: Ways) -> Ways {
    let suggested =
        if proves(&one.email, &one.said.domain).is_ok() { one.email.clone() } else { String::new() };
    Ways {
        email: if typed.email.is_empty() { suggested } else { typed.email },
        mailed_to: one.asked.as_ref().map(|asked| asked.email.clone()).unwrap_or_default(),
        free_mail: broadside_address::is_free(&one.said.domain),
        record_name: outside::record_name(&one.said.domain),
        record_text: outside::record_text(&outside::code(app, one)),
        file_url: outside::file_url(&one.said.domain),
        file_text: outside::code(app, one),
        found: one
            .found
            .as_deref()
            .and_then(Found::parse)
            .map(|found| found_words(say, found))
            .unwrap_or_default(),
        seeking: one.sought.is_some(),
        ..typed
    }
}
