//! Writes the mails of endorsements when they are sent: from what an endorsement says then. One that is gone,
//! or has nobody to write to, gets none.

use super::mail::{Mail, MailKind};
use super::{Endorsement, MAILS_A_DAY, link, store};
use crate::clock::DAY;
use crate::mail::store::{self as mails, About, Leased, Listed, NewMailAbout, Subject};
use crate::signatures::link::Numbered;
use crate::signatures::mailing::dressed;
use crate::state::App;
use crate::web::layout::Named;
use crate::web::letterhead::Draft;
use broadside_db::{Connection, Error, Result};
use broadside_mailer::Message;

/// Queues a mail about an endorsement, unless its address got as many today as one may get.
pub async fn enqueue(
    c: &mut Connection,
    kind: MailKind,
    one: &Endorsement,
    address_key: &[u8],
    now: i64,
) -> Result<()> {
    let is_awaited = matches!(kind, MailKind::Link | MailKind::Proof);
    if is_awaited && store::mails_since(c, address_key, now - DAY).await? >= MAILS_A_DAY {
        return Ok(());
    }
    let mail = NewMailAbout {
        group: one.group_id,
        campaign: one.campaign_id,
        subject: Subject::Endorsement(one.id),
        kind: kind.word(),
        rank: kind.rank(),
        address_key: address_key.to_vec(),
    };
    mails::enqueue_about(c, &mail, now).await
}

/// Writes one mail; nothing where what it was about is gone.
pub async fn message(app: &App, mail: &Leased) -> Result<Option<Message>> {
    let About::Of(Subject::Endorsement(endorsement)) = mail.about else { return Ok(None) };
    let draft = draft(app, &mail.kind, endorsement).await?;
    Ok(draft.map(|draft| dressed(app, mail, draft)))
}

/// The mail as it stands now, for the mailbox of the demo.
pub async fn draft_of(app: &App, mail: &Listed) -> Result<Option<Draft>> {
    let About::Of(Subject::Endorsement(endorsement)) = mail.about else { return Ok(None) };
    draft(app, &mail.kind, endorsement).await
}

async fn draft(app: &App, kind: &str, endorsement: i64) -> Result<Option<Draft>> {
    let Some(kind) = MailKind::parse(kind) else { return Ok(None) };
    let Some(one) = store::by_id(&mut app.db.read().await?, endorsement).await? else { return Ok(None) };
    let Some((campaign, place)) = app.directory.by_letter(app, one.letter_id).await? else { return Ok(None) };
    let language = campaign.language(&one.language);
    let say = language.say();
    let query = campaign.query(language);
    let (to, path) = match (kind, &one.asked) {
        (MailKind::Proof, Some(asked)) => {
            let link = Numbered { number: one.id, at: asked.at };
            let token = link::seal_proof(&app.keys.links, link);
            (asked.email.clone(), format!("/endorsements/proofs/{token}{query}"))
        }
        (MailKind::Link | MailKind::Approved | MailKind::Refused, _) if one.has_officer() => {
            let token = link::seal(&app.keys.links, one.link());
            (one.email.clone(), format!("/endorsements/{token}{query}"))
        }
        _ => return Ok(None),
    };
    let definition = &campaign.definition;
    let mail = Mail {
        say: &say,
        kind,
        signal: campaign.signal,
        group: Named {
            name: definition.group.name.clone(),
            url: definition.group.website.clone().unwrap_or_default(),
        },
        letter: campaign.letters[place].title(language),
        endorsement: &one,
        url: app.url(&path),
    };
    let written = mail.write().map_err(|error| Error::Other(broadside_db::decode_error(error)))?;
    Ok(Some(Draft {
        from_name: definition.mail.sender_name.clone(),
        from_address: definition.mail.sender_address.clone(),
        reply_to: definition.mail.reply_to.clone(),
        to,
        language,
        written,
    }))
}
