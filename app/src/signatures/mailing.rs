//! Writes the mails of signatures when they are sent: from what a sign-on or a signature says then.
//!
//! A confirmation goes to the address as it was typed; "you have signed already" to the address that
//! the signer confirmed with. What is gone by then gets no mail.

use super::mail::{Kind, Mail, Written};
use super::{MailKind, Signature, StoredSignOn, TIME_TO_CONFIRM, link::Link, store};
use crate::campaigns::directory::{Running, RunningLetter};
use crate::mail::store::{Leased, Listed};
use crate::state::App;
use crate::web::i18n::Language;
use crate::web::layout::Named;
use broadside_db::{BoxFuture, Connection, Error, Result};
use broadside_mailer::Message;

/// A mail before it is dressed for the wire: also what the demo's mailbox shows.
pub struct Draft {
    pub from_name: String,
    pub from_address: String,
    pub reply_to: Option<String>,
    pub to: String,
    pub language: Language,
    pub written: Written,
}

/// Writes a batch; nothing for a mail whose sign-on or signature is gone.
pub fn message<'a>(app: &'a App, leased: &'a [Leased]) -> BoxFuture<'a, Result<Vec<Option<Message>>>> {
    Box::pin(async move {
        let mut c = app.db.read().await?;
        let ids: Vec<i64> = leased.iter().filter_map(|mail| mail.about.sign_on()).collect();
        let waiting = store::sign_ons(&mut c, &ids).await?;
        let mut abouts = Vec::with_capacity(leased.len());
        for mail in leased {
            let Some(id) = mail.about.sign_on() else {
                abouts.push(None);
                continue;
            };
            let sign_on = waiting.iter().find(|stored| stored.id == id);
            abouts.push(About::of(&mut c, &mail.kind, id, sign_on).await?);
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
    let Some(id) = mail.about.sign_on() else { return Ok(None) };
    let mut c = app.db.read().await?;
    let stored = store::sign_on(&mut c, id).await?;
    let about = About::of(&mut c, &mail.kind, id, stored.as_ref()).await?;
    drop(c);
    draft(app, about).await
}

async fn draft(app: &App, about: Option<About>) -> Result<Option<Draft>> {
    let Some(about) = about else { return Ok(None) };
    let Some((campaign, letter)) = app.directory.by_letter(app, about.link.letter).await? else {
        return Ok(None);
    };
    write(app, &about, &campaign, letter).map(Some)
}

/// What a mail is about, whichever it is.
struct About {
    kind: MailKind,
    link: Link,
    language: String,
    name: String,
    to: String,
}

impl About {
    /// Nothing where the sign-on or the signature is gone.
    async fn of(
        c: &mut Connection,
        kind: &str,
        sign_on: i64,
        waiting: Option<&StoredSignOn>,
    ) -> Result<Option<Self>> {
        let Some(kind) = MailKind::parse(kind) else { return Ok(None) };
        if kind.is_about_signature() {
            let signature = store::signature_with_address(c, sign_on).await?;
            Ok(signature.map(|(signature, to)| Self::signature(kind, &signature, to)))
        } else {
            Ok(waiting.map(|stored| Self::sign_on(kind, stored)))
        }
    }

    fn sign_on(kind: MailKind, stored: &StoredSignOn) -> Self {
        let one = &stored.sign_on;
        Self {
            kind,
            link: stored.link(),
            language: one.language.clone(),
            name: one.name.clone(),
            to: one.email.clone(),
        }
    }

    fn signature(kind: MailKind, signature: &Signature, to: String) -> Self {
        Self {
            kind,
            link: signature.link(),
            language: signature.language.clone(),
            name: signature.name.clone(),
            to,
        }
    }
}

fn write(app: &App, about: &About, campaign: &Running, letter: usize) -> Result<Draft> {
    let language = campaign.language(&about.language);
    let letter: &RunningLetter = &campaign.letters[letter];
    let say = app.texts.say(language);
    let until = say.day(about.link.stored_at + TIME_TO_CONFIRM, &campaign.definition.time_zone);
    let settings = &campaign.definition.mail;
    let mail = Mail {
        kind: match about.kind {
            MailKind::Confirmation => Kind::Confirmation { until },
            MailKind::SignedAlready => Kind::SignedAlready,
            MailKind::LinkAgain => Kind::LinkAgain { until },
        },
        subject: match about.kind {
            MailKind::Confirmation => settings.subject.get(language.tag()).cloned(),
            MailKind::SignedAlready | MailKind::LinkAgain => None,
        },
        signal: campaign.signal,
        group: Named {
            name: campaign.definition.group.name.clone(),
            url: campaign.definition.group.website.clone().unwrap_or_default(),
        },
        letter: Named { name: letter.title(language), url: app.url(&campaign.path_of(letter, language)) },
        name: about.name.clone(),
        link: app.url(&private_path(app, about.link, campaign, language)),
        say,
    };
    let written = mail.write().map_err(|error| Error::Other(broadside_db::decode_error(error)))?;
    Ok(Draft {
        from_name: settings.sender_name.clone(),
        from_address: settings.sender_address.clone(),
        reply_to: settings.reply_to.clone(),
        to: about.to.clone(),
        language,
        written,
    })
}

/// The signer's private page.
pub fn private_path(app: &App, link: Link, campaign: &Running, language: Language) -> String {
    format!("/signatures/{}{}", app.keys.links.seal(link), campaign.query(language))
}

fn dressed(app: &App, mail: &Leased, draft: Draft) -> Message {
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
