//! Tells the other side by mail that a partnership has ended: written when it is sent. An account that is gone gets none.

use super::{EndedBy, Partnership, store};
use crate::accounts::guessing::key_of;
use crate::accounts::store::account_by_id;
use crate::campaigns::directory::Running;
use crate::mail::store::{self as mails, About, Leased, Listed};
use crate::signatures::mailing::dressed;
use crate::signatures::names::unlinked;
use crate::state::App;
use crate::web::i18n::{Given, Language};
use crate::web::letterhead::{Draft, Letterhead, Way, Words};
use broadside_db::{Connection, Error, Result};
use broadside_mailer::Message;

/// As the queue calls it.
pub const KIND: &str = "partnership_ended";

/// Queues a mail to each of those who did not end it.
pub async fn tell(c: &mut Connection, app: &App, partnership: i64, now: i64) -> Result<()> {
    let Some(one) = store::partnership_by_id(c, partnership).await? else { return Ok(()) };
    for (account, email) in store::other_side(c, &one).await? {
        let mail = mails::NewPartnershipMail {
            group: one.group,
            campaign: one.campaign,
            account,
            partnership,
            kind: KIND,
            address_key: key_of(app, &email),
        };
        mails::enqueue_for_partnership(c, &mail, now).await?;
    }
    Ok(())
}

/// Writes one mail; nothing where what it was about is gone.
pub async fn message(app: &App, mail: &Leased) -> Result<Option<Message>> {
    Ok(draft(app, &mail.about).await?.map(|draft| dressed(app, mail, draft)))
}

/// The mail as it stands now, for the mailbox of the demo.
pub async fn draft_of(app: &App, mail: &Listed) -> Result<Option<Draft>> {
    draft(app, &mail.about).await
}

async fn draft(app: &App, about: &About) -> Result<Option<Draft>> {
    let About::Partnership { account, partnership } = *about else { return Ok(None) };
    let mut c = app.db.read().await?;
    let one = store::partnership_by_id(&mut c, partnership).await?;
    let account = account_by_id(&mut c, account).await?.filter(|one| one.deactivated_at.is_none());
    drop(c);
    let (Some(one), Some(account)) = (one, account) else { return Ok(None) };
    let Some((ended_at, by)) = one.ended else { return Ok(None) };
    let Some(campaign) = app.directory.by_id(app, one.campaign).await? else { return Ok(None) };
    let definition = &campaign.definition;
    let language = Language::parse(&account.language).unwrap_or(Language::En);
    let spoken = campaign.spoken(Some(language));
    let say = language.say();
    let (group, title) = (campaign.group(), campaign.texts(spoken).title.clone());
    let (name, partner) = (unlinked(&account.name), campaign.partner_name(&one.partner));
    let when = say.moment(ended_at, &definition.time_zone);
    let given: [(&str, &dyn Given); 5] = [
        ("name", &name),
        ("partner", &partner),
        ("group", &group.name),
        ("campaign", &title),
        ("moment", &when),
    ];
    let told = Told::of(&campaign, &one, by, spoken);
    let mail = Letterhead {
        say: &say,
        signal: campaign.signal,
        from: &group,
        heading: &title,
        subject: say.with("partners-mail-subject", &given),
        words: Words {
            opening: say.with(told.opening, &given),
            ask: say.with(told.follows, &given),
            ways: vec![Way {
                button: say.with(told.button, &given),
                url: app.url(&told.path),
                ..Way::default()
            }],
            why: say.with(told.why, &given),
            ..Words::default()
        },
    };
    let written = mail.write().map_err(|error| Error::Other(broadside_db::decode_error(error)))?;
    Ok(Some(Draft {
        from_name: definition.mail.sender_name.clone(),
        from_address: definition.mail.sender_address.clone(),
        reply_to: definition.mail.reply_to.clone(),
        to: account.email,
        language,
        written,
    }))
}

/// What is said to one of the two sides, and where it can look.
struct Told {
    opening: &'static str,
    follows: &'static str,
    button: &'static str,
    why: &'static str,
    path: String,
}

impl Told {
    fn of(campaign: &Running, one: &Partnership, by: Option<EndedBy>, spoken: Language) -> Self {
        let (slug, partner) = (&campaign.definition.slug, &one.partner);
        match by {
            Some(EndedBy::Partner) => Self {
                opening: if one.accepted_at.is_some() {
                    "partners-mail-left"
                } else {
                    "partners-mail-declined"
                },
                follows: "partners-mail-left-follows",
                button: "partners-mail-left-button",
                why: "partners-mail-left-why",
                path: format!("/desk/campaigns/{slug}/partners/{partner}"),
            },
            Some(EndedBy::Group) | None => Self {
                opening: "partners-mail-ended",
                follows: "partners-mail-ended-follows",
                button: "partners-mail-ended-button",
                why: "partners-mail-ended-why",
                path: format!("/campaigns/{slug}/partners/{partner}/privacy{}", campaign.query(spoken)),
            },
        }
    }
}
