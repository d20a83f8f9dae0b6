//! Writes the mails of signatures when they are sent: from what a sign-on or a signature says then.
//!
//! What is gone by then gets no mail.

mod about;

use super::mail::{Kind, Mail, OwnLink, Stands};
use super::names::unlinked;
use super::{Signature, StoredSignOn, TIME_TO_CONFIRM, link::Link, store};
use crate::campaigns::directory::Running;
use crate::mail::store::{Leased, Listed};
use crate::state::App;
use crate::web::i18n::{Language, Say};
use crate::web::layout::Named;
use crate::web::letterhead::Draft;
use about::About;
use broadside_db::{BoxFuture, Error, Result};
use broadside_mailer::Message;
use std::sync::Arc;

/// Writes a batch; nothing for a mail whose sign-on or signature is gone.
pub fn message<'a>(app: &'a App, leased: &'a [Leased]) -> BoxFuture<'a, Result<Vec<Option<Message>>>> {
    Box::pin(async move {
        let mut c = app.db.read().await?;
        let asked = leased.iter().filter_map(|mail| mail.about.sign_on());
        let ids: Vec<i64> = asked.map(|asked| asked.sign_on_id).collect();
        let waiting = store::sign_ons(&mut c, &ids).await?;
        let mut abouts = Vec::with_capacity(leased.len());
        for mail in leased {
            let Some(asked) = mail.about.sign_on() else {
                abouts.push(None);
                continue;
            };
            let sign_on = waiting.iter().find(|stored| stored.id == asked.sign_on_id);
            abouts.push(About::of(&mut c, &mail.kind, asked, sign_on, app.clock.now()).await?);
        }
        drop(c);
        let mut messages = Vec::with_capacity(leased.len());
        for (mail, about) in leased.iter().zip(abouts) {
            let draft = draft(app, about).await?;
            messages.push(draft.map(|draft| dressed(app, mail, draft)));
        }
        Ok(messages)
    })
}

/// The mail as it stands now, for the mailbox of the demo; nothing for a mail of the desk.
pub async fn draft_of(app: &App, mail: &Listed) -> Result<Option<Draft>> {
    let Some(asked) = mail.about.sign_on() else { return Ok(None) };
    let mut c = app.db.read().await?;
    let stored = store::sign_on(&mut c, asked.sign_on_id).await?;
    let about = About::of(&mut c, &mail.kind, asked, stored.as_ref(), app.clock.now()).await?;
    drop(c);
    draft(app, about).await
}

async fn draft(app: &App, about: Option<About>) -> Result<Option<Draft>> {
    let Some((about, letter)) = about.and_then(|about| about.letter().map(|letter| (about, letter))) else {
        return Ok(None);
    };
    let Some((campaign, place)) = app.directory.by_letter(app, letter).await? else { return Ok(None) };
    let language = campaign.language(about.language());
    let writer = Writer { app, language, say: language.say() };
    let settings = &campaign.definition.mail;
    let (kind, name, links) = writer.told(&about).await?;
    let letter = &campaign.letters[place];
    let mail = Mail {
        subject: match kind {
            Kind::Confirmation { .. } => settings.subject.get(language.tag()).cloned(),
            _ => None,
        },
        kind,
        signal: campaign.signal,
        group: Named {
            name: campaign.definition.group.name.clone(),
            url: campaign.definition.group.website.clone().unwrap_or_default(),
        },
        letter: Named { name: letter.title(language), url: app.url(&campaign.path_of(letter, language)) },
        name: unlinked(&name),
        links,
        say: writer.say,
    };
    let written = mail.write().map_err(|error| Error::Other(broadside_db::decode_error(error)))?;
    Ok(Some(Draft {
        from_name: settings.sender_name.clone(),
        from_address: settings.sender_address.clone(),
        reply_to: settings.reply_to.clone(),
        to: about.address().to_owned(),
        language,
        written,
    }))
}

/// Who writes a mail: in which language, with which links.
struct Writer<'a> {
    app: &'a App,
    language: Language,
    say: Say,
}

impl Writer<'_> {
    /// What kind of mail it is, the name that it is about, and its links.
    async fn told(&self, about: &About) -> Result<(Kind, String, Vec<OwnLink>)> {
        let name = |stored: &StoredSignOn| stored.sign_on.name.clone();
        Ok(match about {
            About::Waiting(stored) => {
                let link = self.of_sign_on(stored).await?;
                (Kind::Confirmation { until: until(link.as_ref()) }, name(stored), link.into_iter().collect())
            }
            About::Repeat(signature, _) => {
                let link = self.of_signature(signature).await?;
                let campaign = self.campaign(signature.letter_id).await?;
                let partners = campaign.is_some_and(|(campaign, _)| campaign.partners().next().is_some());
                (Kind::SignedAlready { partners }, signature.name.clone(), link.into_iter().collect())
            }
            About::Changed { signature, moves_names, .. } => {
                let link = self.of_signature(signature).await?;
                let letter = self.campaign(signature.letter_id).await?.map(|(campaign, place)| {
                    let letter = &campaign.letters[place];
                    (letter.text(self.language).reason.clone(), campaign.takes_names(letter))
                });
                let (reason, takes_names) = letter.unwrap_or_default();
                let kind = Kind::WordsChanged { reason, moves_names: *moves_names, takes_names };
                (kind, signature.name.clone(), link.into_iter().collect())
            }
            About::Full { stored, most, standing } => {
                let most = u32::try_from(*most).unwrap_or(1);
                let until = until(self.of_sign_on(stored).await?.as_ref());
                (Kind::MailboxFull { most, until }, name(stored), self.of_each(standing, &[]).await?)
            }
            About::Again { own, .. } => {
                let links = self.of_each(&own.standing, &own.waiting).await?;
                (Kind::LinksAgain { more: own.more }, String::new(), links)
            }
        })
    }

    async fn of_each(
        &self,
        standing: &[(Signature, String)],
        waiting: &[StoredSignOn],
    ) -> Result<Vec<OwnLink>> {
        let mut links = Vec::with_capacity(standing.len() + waiting.len());
        for (signature, _) in standing {
            links.extend(self.of_signature(signature).await?);
        }
        for stored in waiting {
            links.extend(self.of_sign_on(stored).await?);
        }
        Ok(links)
    }

    async fn of_signature(&self, signature: &Signature) -> Result<Option<OwnLink>> {
        let Some((campaign, place)) = self.campaign(signature.letter_id).await? else { return Ok(None) };
        let on = self.say.day(signature.confirmed_at, &campaign.definition.time_zone);
        Ok(Some(self.own_link(&campaign, place, &signature.name, signature.link(), Stands::Signed { on })))
    }

    async fn of_sign_on(&self, stored: &StoredSignOn) -> Result<Option<OwnLink>> {
        let one = &stored.sign_on;
        let Some((campaign, place)) = self.campaign(one.letter_id).await? else { return Ok(None) };
        let zone = &campaign.definition.time_zone;
        let stands = Stands::Waits {
            sent: self.say.moment(one.created_at, zone),
            until: self.say.day(one.created_at + TIME_TO_CONFIRM, zone),
        };
        Ok(Some(self.own_link(&campaign, place, &one.name, stored.link(), stands)))
    }

    async fn campaign(&self, letter: i64) -> Result<Option<(Arc<Running>, usize)>> {
        self.app.directory.by_letter(self.app, letter).await
    }

    fn own_link(&self, campaign: &Running, place: usize, name: &str, link: Link, stands: Stands) -> OwnLink {
        OwnLink {
            name: unlinked(name),
            letter: campaign.letters[place].title(self.language),
            stands,
            url: self.app.url(&private_path(self.app, link, campaign, self.language)),
        }
    }
}

/// Until when the link of a sign-on can be confirmed.
fn until(link: Option<&OwnLink>) -> String {
    match link.map(|link| &link.stands) {
        Some(Stands::Waits { until, .. }) => until.clone(),
        Some(Stands::Signed { .. }) | None => String::new(),
    }
}

/// The signer's private page.
pub fn private_path(app: &App, link: Link, campaign: &Running, language: Language) -> String {
    format!("/signatures/{}{}", app.keys.links.seal(link), campaign.query(language))
}

/// A mail as it goes out.
pub fn dressed(app: &App, mail: &Leased, draft: Draft) -> Message {
    Message {
        from_name: draft.from_name,
        from_address: draft.from_address,
        // A retry bears the same number, so that a mailbox that got both shows one.
        message_id: format!("<{}.{}@{}>", mail.id, mail.created_at, app.settings.host()),
        to_name: None,
        to_address: draft.to,
        reply_to: draft.reply_to,
        subject: draft.written.subject,
        text: draft.written.text,
        html: draft.written.html,
        language: draft.language.tag().to_owned(),
        date: mail.created_at,
    }
}
