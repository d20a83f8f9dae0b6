//! Queues the mails of RSVPs, and writes them when they are sent: from what is true by then. One whose RSVP is gone,
//! or that has nothing to say any more, is not sent.

use super::mail::{Mail, MailKind};
use super::shown::{self, When};
use super::{GATHERED, MAILS_A_DAY, Rsvp, State, link, store};
use crate::clock::DAY;
use crate::mail::store::{self as mails, About, Leased, Listed, NewMailAbout, Subject};
use crate::signatures::mailing::dressed;
use crate::state::App;
use crate::web::layout::Named;
use crate::web::letterhead::Draft;
use broadside_db::{Connection, Error, Result};
use broadside_mailer::Message;

/// Queues a mail about an RSVP. What a form asks for goes to nobody more often than an address may get such.
pub async fn enqueue(c: &mut Connection, kind: MailKind, one: &Rsvp, now: i64) -> Result<()> {
    let mut not_before = now;
    if matches!(kind, MailKind::Link | MailKind::Known) {
        let sent = store::mails_since(c, &one.address_key, now - DAY).await?;
        match kind {
            // What comes beyond them goes together in one more, which is written when it is sent.
            MailKind::Link if sent == MAILS_A_DAY => not_before = now + GATHERED,
            _ if sent >= MAILS_A_DAY => return Ok(()),
            _ => {}
        }
    }
    let mail = NewMailAbout {
        group: one.group_id,
        campaign: one.campaign_id,
        subject: Subject::Rsvp(one.id),
        kind: kind.word(),
        rank: kind.rank(),
        address_key: one.address_key.clone(),
    };
    mails::enqueue_about_for_later(c, &mail, now, not_before).await
}

/// Writes one mail; nothing where what it was about is gone.
pub async fn message(app: &App, mail: &Leased) -> Result<Option<Message>> {
    let About::Of(Subject::Rsvp(rsvp)) = mail.about else { return Ok(None) };
    let draft = draft(app, &mail.kind, rsvp).await?;
    Ok(draft.map(|draft| dressed(app, mail, draft)))
}

/// The mail as it stands now, for the mailbox of the demo.
pub async fn draft_of(app: &App, mail: &Listed) -> Result<Option<Draft>> {
    let About::Of(Subject::Rsvp(rsvp)) = mail.about else { return Ok(None) };
    draft(app, &mail.kind, rsvp).await
}

/// Whether a mail still has something to say of an RSVP that stands so.
fn is_news(kind: MailKind, one: &Rsvp, now: i64) -> bool {
    match kind {
        MailKind::Link => one.state == State::Unconfirmed && one.slot.takes_names(now),
        MailKind::Known => !one.state.is_over(),
        MailKind::Coming => one.state == State::Coming,
        MailKind::Waiting => one.state == State::Waiting,
        MailKind::Offer => one.state == State::Offered && one.offered_until.is_some_and(|until| now < until),
        MailKind::Lapsed => one.state == State::Lapsed && !one.slot.is_cancelled,
        MailKind::Reminder => {
            one.state == State::Coming && !one.slot.is_cancelled && now < one.slot.starts_at
        }
        MailKind::Changed | MailKind::Again => !one.state.is_over() && !one.slot.is_cancelled,
        MailKind::Cancelled => !one.state.is_over() && one.slot.is_cancelled,
    }
}

/// So many links stand in one mail; the others are behind each of them.
const MOST_LINKS: i64 = 12;

async fn draft(app: &App, kind: &str, rsvp: i64) -> Result<Option<Draft>> {
    let Some(kind) = MailKind::parse(kind) else { return Ok(None) };
    let (now, mut c) = (app.clock.now(), app.db.read().await?);
    let Some(one) = store::by_id(&mut c, rsvp).await? else { return Ok(None) };
    // A mail with a link brings all of the mailbox's that are open, and its own first while that is.
    let mut open = match kind {
        MailKind::Link => store::open_of(&mut c, one.campaign_id, &one.address_key, now, MOST_LINKS).await?,
        _ => Vec::new(),
    };
    drop(c);
    let one = if is_news(kind, &one, now) || open.is_empty() { one } else { open.remove(0) };
    open.retain(|other| other.id != one.id);
    if one.email.is_empty() || !is_news(kind, &one, now) {
        return Ok(None);
    }
    let Some(campaign) = app.directory.by_id(app, one.campaign_id).await? else { return Ok(None) };
    let language = campaign.language(&one.language);
    let say = language.say();
    let definition = &campaign.definition;
    let event = definition.events.iter().find(|event| event.slug == one.slot.event);
    let zone = event.map_or(definition.time_zone.as_str(), |event| event.zone(&definition.time_zone));
    let token = link::seal(&app.keys.links, one.link());
    let place = event
        .filter(|_| kind != MailKind::Link && kind != MailKind::Known)
        .and_then(|event| shown::place(event, &one.slot.slug, language, one.knows_the_place()));
    let mail = Mail {
        say: &say,
        kind,
        signal: campaign.signal,
        group: Named {
            name: definition.group.name.clone(),
            url: definition.group.website.clone().unwrap_or_default(),
        },
        // One that left the files has no other name any more.
        title: event.map_or_else(|| one.slot.event.clone(), |event| shown::title(event, language)),
        when: When::of(&say, &one.slot, zone),
        place: place.unwrap_or_default(),
        name: one.said.name.clone(),
        people: one.said.people,
        until: one.offered_until.map(|until| say.moment(until, zone)).unwrap_or_default(),
        url: app.url(&format!("/rsvps/{token}{}", campaign.query(language))),
        own: shown::named(&say, definition, &one, language),
        others: open
            .iter()
            .map(|other| {
                let token = link::seal(&app.keys.links, other.link());
                let url = app.url(&format!("/rsvps/{token}{}", campaign.query(language)));
                (shown::named(&say, definition, other, language), url)
            })
            .collect(),
    };
    let written = mail.write().map_err(|error| Error::Other(broadside_db::decode_error(error)))?;
    Ok(Some(Draft {
        from_name: definition.mail.sender_name.clone(),
        from_address: definition.mail.sender_address.clone(),
        reply_to: definition.mail.reply_to.clone(),
        to: one.email,
        language,
        written,
    }))
}
