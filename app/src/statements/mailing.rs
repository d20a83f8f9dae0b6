//! The mail that brings a private link to whom is asked: it is written when it is sent, from what the link's row
//! says then. One whose row is gone gets none.

use super::{Sent, link, store};
use crate::mail::Rank;
use crate::mail::store::{self as mails, About, Leased, Listed, NewMailAbout, Subject};
use crate::signatures::mailing::dressed;
use crate::signatures::names::unlinked;
use crate::state::App;
use crate::web::i18n::Given;
use crate::web::layout::Named;
use crate::web::letterhead::{Draft, Letterhead, Way, Words};
use broadside_db::{Connection, Error, Result};
use broadside_mailer::Message;

/// As the queue calls it.
pub const KIND: &str = "statement_link";

pub async fn enqueue(c: &mut Connection, sent: &Sent, now: i64) -> Result<()> {
    let mail = NewMailAbout {
        group: sent.group_id,
        campaign: sent.campaign_id,
        subject: Subject::StatementLink(sent.id),
        kind: KIND,
        rank: Rank::Awaited,
        address_key: sent.address_key.clone(),
    };
    mails::enqueue_about(c, &mail, now).await
}

/// Writes one mail; nothing where what it was about is gone.
pub async fn message(app: &App, mail: &Leased) -> Result<Option<Message>> {
    let About::Of(Subject::StatementLink(link)) = mail.about else { return Ok(None) };
    Ok(draft(app, link).await?.map(|draft| dressed(app, mail, draft)))
}

/// The mail as it stands now, for the mailbox of the demo.
pub async fn draft_of(app: &App, mail: &Listed) -> Result<Option<Draft>> {
    let About::Of(Subject::StatementLink(link)) = mail.about else { return Ok(None) };
    draft(app, link).await
}

async fn draft(app: &App, id: i64) -> Result<Option<Draft>> {
    let Some(sent) = store::link(&mut app.db.read().await?, id).await? else { return Ok(None) };
    let Some(campaign) = app.directory.by_id(app, sent.campaign_id).await? else { return Ok(None) };
    let definition = &campaign.definition;
    let language = campaign.language(&sent.language);
    let say = language.say();
    let token = link::seal(&app.keys.links, sent.link());
    let group = campaign.group();
    let title = campaign.texts(language).title.clone();
    let (whom, question) = (unlinked(&sent.whom), unlinked(&sent.words));
    let until = say.day(sent.until(), &definition.time_zone);
    let given: [(&str, &dyn Given); 5] = [
        ("whom", &whom),
        ("question", &question),
        ("campaign", &title),
        ("group", &group.name),
        ("until", &until),
    ];
    let mail = Letterhead {
        say: &say,
        signal: campaign.signal,
        from: &Named { name: group.name.clone(), url: group.url.clone() },
        heading: &title,
        subject: say.with("statements-mail-subject", &given),
        words: Words {
            opening: say.with("statements-mail-opening", &given),
            ask: say.with("statements-mail-ask", &given),
            ways: vec![Way {
                button: say.text("statements-mail-button"),
                url: app.url(&format!("/statements/{token}?lang={}", language.tag())),
                ..Way::default()
            }],
            closing: say.with("statements-mail-closing", &given),
            why: say.with("statements-mail-why", &given),
            ..Words::default()
        },
    };
    let written = mail.write().map_err(|error| Error::Other(broadside_db::decode_error(error)))?;
    Ok(Some(Draft {
        from_name: definition.mail.sender_name.clone(),
        from_address: definition.mail.sender_address.clone(),
        reply_to: definition.mail.reply_to.clone(),
        to: sent.email.clone(),
        language,
        written,
    }))
}
