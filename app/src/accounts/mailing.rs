//! Writes the desk's mails when they are sent. A link's token is drawn only then and kept as its hash, so
//! that neither the queue nor a backup holds anything that opens the desk. In the demo, whose mails are sent nowhere, it
//! is the same each time its mailbox shows the mail.

use super::links::partner_names;
use super::store::{self, DeskLink};
use super::{Account, INVITATION, SIGN_IN_LINK, sessions};
use crate::mail::store::{About, Leased, Listed};
use crate::state::App;
use crate::web::i18n::{Given, Language};
use crate::web::layout::{Named, Signal};
use crate::web::letterhead::{Draft, Letterhead, Way, Words, Written};
use broadside_db::{Error, Lane, Result};
use broadside_mailer::Message;

/// Writes one mail; nothing where its account or its link is gone.
pub async fn message(app: &App, mail: &Leased) -> Result<Option<Message>> {
    let said = said(app, &mail.about, &mail.kind, |_| sessions::new_token(app)).await?;
    let Some((account, what)) = said else { return Ok(None) };
    let id = format!("{}.{}", mail.id, mail.created_at);
    composed(app, account, &what, &id, mail.created_at).await.map(Some)
}

/// The mail as it stands now, for the mailbox of the demo.
pub async fn draft_of(app: &App, mail: &Listed) -> Result<Option<Draft>> {
    let said = said(app, &mail.about, &mail.kind, |link| sessions::same_token(app, link)).await?;
    let Some((account, what)) = said else { return Ok(None) };
    let written = written(app, &account, &what)?;
    let (from_name, from_address) = sender(app).await?;
    let language = Language::parse(&account.language).unwrap_or(Language::En);
    Ok(Some(Draft { from_name, from_address, reply_to: None, to: account.email, language, written }))
}

/// To whom, and what; `token` makes that of a link by its number, and the hash of it.
async fn said(
    app: &App,
    about: &About,
    kind: &str,
    token: impl Fn(i64) -> (String, Vec<u8>),
) -> Result<Option<(Account, What)>> {
    let About::Account { account, link } = *about else { return Ok(None) };
    let mut c = app.db.read().await?;
    let Some(account) = store::account_by_id(&mut c, account).await? else { return Ok(None) };
    let link = match link {
        Some(link) => store::link_by_id(&mut c, link).await?,
        None => None,
    };
    let group = match link.as_ref().and_then(|link| link.group) {
        Some(group) => store::group_by_id(&mut c, group).await?.map(|group| group.name),
        None => None,
    };
    let partner = match link.as_ref().and_then(|link| link.partnership) {
        Some(partnership) => store::partner_place(&mut c, partnership).await?,
        None => None,
    };
    drop(c);
    let names = match &partner {
        Some(place) => partner_names(app, place).await?,
        None => (String::new(), String::new()),
    };
    if account.deactivated_at.is_some() {
        return Ok(None);
    }
    let what = match (kind, link) {
        ("desk_guesses", _) => What::Guesses,
        ("desk_sign_in", Some(link)) => What::SignIn(open(app, &link, SIGN_IN_LINK, token(link.id)).await?),
        ("desk_invitation", Some(link)) => What::Invitation {
            link: open(app, &link, INVITATION, token(link.id)).await?,
            group: group.unwrap_or_default(),
        },
        ("desk_partner", Some(link)) if partner.is_some() => {
            let (partner, campaign) = names;
            What::Partner { link: open(app, &link, INVITATION, token(link.id)).await?, partner, campaign }
        }
        _ => return Ok(None),
    };
    if matches!(
        &what,
        What::SignIn(None) | What::Invitation { link: None, .. } | What::Partner { link: None, .. }
    ) {
        return Ok(None);
    }
    Ok(Some((account, what)))
}

/// A mail by which whoever runs the instance tries the mail server; it waits in no queue.
pub async fn trial(app: &App, account: &Account) -> Result<Message> {
    let (id, _) = sessions::new_token(app);
    composed(app, account.clone(), &What::Trial, &id, app.clock.now()).await
}

async fn composed(app: &App, account: Account, what: &What, id: &str, date: i64) -> Result<Message> {
    let written = written(app, &account, what)?;
    let (from_name, from_address) = sender(app).await?;
    Ok(Message {
        from_name,
        from_address,
        message_id: format!("<{id}@{}>", app.settings.host()),
        to_name: None,
        to_address: account.email.clone(),
        reply_to: None,
        subject: written.subject,
        text: written.text,
        html: written.html,
        language: account.language,
        date,
    })
}

enum What {
    SignIn(Option<String>),
    Invitation {
        link: Option<String>,
        group: String,
    },
    /// To sign in for a partner of a campaign.
    Partner {
        link: Option<String>,
        partner: String,
        campaign: String,
    },
    Guesses,
    Trial,
}

/// A new token for a link, as the address that goes out; nothing where it can be used no more.
async fn open(
    app: &App,
    link: &DeskLink,
    lasts: i64,
    (token, hash): (String, Vec<u8>),
) -> Result<Option<String>> {
    let (id, until) = (link.id, app.clock.now() + lasts);
    let renewed = app
        .db
        .write(Lane::Ordinary, move |c| {
            let hash = hash.clone();
            Box::pin(async move { store::renew_link(c, id, hash, until).await })
        })
        .await?;
    Ok(renewed.then(|| app.url(&format!("/desk/links/{token}"))))
}

/// The campaigns' own sender, whom the mail server lets in; the instance where there is none yet.
async fn sender(app: &App) -> Result<(String, String)> {
    let campaign = app.directory.published(app).await?.into_iter().next();
    Ok(campaign.map_or_else(
        || ("Broadside".to_owned(), format!("broadside@{}", app.settings.host())),
        |campaign| {
            let mail = &campaign.definition.mail;
            (mail.sender_name.clone(), mail.sender_address.clone())
        },
    ))
}

fn written(app: &App, account: &Account, what: &What) -> Result<Written> {
    let language = Language::parse(&account.language).unwrap_or(Language::En);
    let say = language.say();
    let host = app.settings.host().to_owned();
    let group = match what {
        What::Invitation { group, .. } => group.clone(),
        What::SignIn(_) | What::Partner { .. } | What::Guesses | What::Trial => String::new(),
    };
    let none = String::new();
    let (partner, campaign) = match what {
        What::Partner { partner, campaign, .. } => (partner, campaign),
        _ => (&none, &none),
    };
    let given: [(&str, &dyn Given); 5] = [
        ("name", &account.name),
        ("host", &host),
        ("group", &group),
        ("partner", partner),
        ("campaign", campaign),
    ];
    let (key, link) = match what {
        What::SignIn(link) => ("sign-in", link.clone().unwrap_or_default()),
        What::Invitation { link, .. } => ("invitation", link.clone().unwrap_or_default()),
        What::Partner { link, .. } => ("partner", link.clone().unwrap_or_default()),
        What::Guesses => ("guesses", app.url("/desk/account")),
        What::Trial => ("trial", app.url("/desk/setup")),
    };
    let [subject, opening, ask, button, closing] = match key {
        "sign-in" => [
            "accounts-mail-sign-in-subject",
            "accounts-mail-sign-in-opening",
            "accounts-mail-sign-in-ask",
            "accounts-mail-sign-in-button",
            "accounts-mail-sign-in-closing",
        ],
        "invitation" => [
            "accounts-mail-invitation-subject",
            "accounts-mail-invitation-opening",
            "accounts-mail-invitation-ask",
            "accounts-mail-invitation-button",
            "accounts-mail-invitation-closing",
        ],
        "partner" => [
            "accounts-mail-partner-subject",
            "accounts-mail-partner-opening",
            "accounts-mail-partner-ask",
            "accounts-mail-partner-button",
            "accounts-mail-partner-closing",
        ],
        "trial" => [
            "accounts-mail-trial-subject",
            "accounts-mail-trial-opening",
            "accounts-mail-trial-ask",
            "accounts-mail-trial-button",
            "accounts-mail-trial-closing",
        ],
        _ => [
            "accounts-mail-guesses-subject",
            "accounts-mail-guesses-opening",
            "accounts-mail-guesses-ask",
            "accounts-mail-guesses-button",
            "accounts-mail-guesses-closing",
        ],
    };
    let subject = say.with(subject, &given);
    let from = Named { name: format!("Broadside, {host}"), url: app.url("/desk") };
    let mail = Letterhead {
        say: &say,
        signal: Signal::default(),
        from: &from,
        heading: &subject,
        subject: subject.clone(),
        words: Words {
            opening: say.with(opening, &given),
            ask: say.text(ask),
            ways: vec![Way { button: say.text(button), url: link, ..Way::default() }],
            closing: say.text(closing),
            why: say.with("accounts-mail-why", &given),
            ..Words::default()
        },
    };
    mail.write().map_err(|error| Error::Other(broadside_db::decode_error(error)))
}
