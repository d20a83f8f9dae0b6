//! Inviting a partner, and the end of a partnership, whichever side ends it.

use super::{EndedBy, store};
use crate::accounts::member_routes::account_of;
use crate::accounts::store::{self as accounts, NewLink};
use crate::accounts::{INVITATION, guessing, sessions};
use crate::audit::{self, Change};
use crate::campaigns::definition::Partner;
use crate::campaigns::directory::Running;
use crate::campaigns::importing;
use crate::campaigns::store::{end_part, touch};
use crate::clock::{Clock, Dice};
use crate::config::Settings;
use crate::error::Result;
use crate::instance;
use crate::mail;
use crate::state::App;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use broadside_address::Address;
use broadside_db::{Connection, Db, Lane};
use std::sync::Arc;

/// Who is to sign in for which partner.
pub struct Invited {
    pub partner: String,
    pub email: String,
    pub address: Address,
    /// Who invites; nobody where a demo does.
    pub by: Option<i64>,
    /// In which the mail is written.
    pub language: String,
}

/// An invitation on its way into the database.
struct Way {
    invited: Invited,
    token_hash: Vec<u8>,
    now: i64,
}

impl Way {
    /// Begins a partnership where there is none, and adds a link; answers whose account it opens, and the link.
    async fn add(&self, c: &mut Connection, place: (i64, i64)) -> broadside_db::Result<(i64, i64)> {
        let Self { invited, token_hash, now } = self;
        let (partnership, begun) = store::open(c, place, &invited.partner, *now).await?;
        let (email, address) = (&invited.email, &invited.address);
        let account = account_of(c, email, address, &invited.language, *now).await?;
        let link = NewLink {
            token_hash: token_hash.clone(),
            purpose: "invitation",
            account: Some(account),
            partnership: Some(partnership),
            invited_by: invited.by,
            expires_at: now + INVITATION,
            ..NewLink::default()
        };
        let link = accounts::add_link(c, &link, *now).await?;
        if begun {
            // Its box may have been off the form.
            touch(c, place.1, *now).await?;
        }
        let change = Change::of("partner-invited", format!("partner {}", invited.partner))
            .by(invited.by)
            .in_group(place.0)
            .personal(&["email"]);
        audit::store::record(c, &change, *now).await?;
        Ok((account, link))
    }
}

/// As `invite`, without a mail: whoever asks has the token. `place` are the numbers of group and campaign.
pub async fn link(
    db: &Db,
    place: (i64, i64),
    invited: Invited,
    token_hash: Vec<u8>,
    now: i64,
) -> broadside_db::Result<()> {
    let way = Arc::new(Way { invited, token_hash, now });
    db.write(Lane::Ordinary, move |c| {
        let way = way.clone();
        Box::pin(async move { way.add(c, place).await.map(|_| ()) })
    })
    .await
}

type Failure = Box<dyn std::error::Error>;

/// `broadside account invite --partner CAMPAIGN/PARTNER`: a link that works once, or why there is none.
pub async fn by_command(
    settings: &Settings,
    email: &str,
    partner: &str,
    language: String,
) -> std::result::Result<String, Failure> {
    let email = email.trim().to_owned();
    let address = Address::parse(&email).map_err(|fault| format!("{email}: {fault}"))?;
    let (campaign, partner) = partner
        .split_once('/')
        .ok_or_else(|| format!("{partner}: name campaign and partner, as dropsalesforce/greenpeace"))?;
    let dice = Dice::machine();
    let now = Clock::of(settings.clock).now();
    let db = instance::open_existing(settings).await?;
    let definition = importing::definition(&db, campaign).await?;
    let place = accounts::campaign_place(&mut db.read().await?, campaign).await?;
    let (Some(definition), Some(place)) = (definition, place) else {
        return Err(format!("there is no campaign {campaign}").into());
    };
    if definition.partners.iter().all(|one| one.slug != partner) {
        let known: Vec<&str> = definition.partners.iter().map(|one| one.slug.as_str()).collect();
        return Err(format!("{campaign} has no partner {partner}; there are: {}", known.join(", ")).into());
    }
    let token = URL_SAFE_NO_PAD.encode(dice.bytes::<32>());
    let invited = Invited { partner: partner.to_owned(), email, address, by: None, language };
    link(&db, (place.group.id, place.id), invited, sessions::hash(&token), now).await?;
    db.close().await;
    Ok(format!("{}/desk/links/{token}", settings.base_url()))
}

/// Begins a partnership where there is none, and mails a link that lets somebody sign in for it.
pub async fn invite(app: &App, campaign: &Running, invited: Invited) -> Result<()> {
    let (_, token_hash) = sessions::new_token(app);
    let key = guessing::key_of(app, &invited.email);
    let (now, place) = (app.clock.now(), (campaign.group_id, campaign.id));
    let work = Arc::new((Way { invited, token_hash, now }, key));
    app.db
        .write(Lane::Ordinary, move |c| {
            let work = work.clone();
            Box::pin(async move {
                let (way, key) = &*work;
                let (account, link) = way.add(c, place).await?;
                let (link, address_key) = (Some(link), key.clone());
                let mail = mail::store::NewDeskMail { account, link, kind: "desk_partner", address_key };
                mail::store::enqueue_for_desk(c, &mail, now).await
            })
        })
        .await?;
    app.directory.look_again();
    app.mail_waits.wake();
    Ok(())
}

/// Ends what there is of a partner, also where nobody ever invited it; false where it was over already. From this moment
/// its sign-ins open nothing, and the form asks for it no more; its consents end with this time.
pub async fn end(
    app: &App,
    campaign: &Running,
    partner: &Partner,
    by: EndedBy,
    account: i64,
) -> Result<bool> {
    let change = Change::of("partner-ended", format!("partner {}", partner.slug))
        .by(account)
        .in_group(campaign.group_id)
        .field("by", None, Some(by.word()));
    let with = ((campaign.group_id, campaign.id), partner.clone());
    let ended = audit::doing(app, change, with, move |c, (place, partner), now| {
        Box::pin(async move {
            let ended = end_part(c, *place, (&partner.slug, Some(partner)), by.word(), now).await?;
            if ended {
                touch(c, place.1, now).await?;
            }
            Ok(ended)
        })
    })
    .await?;
    app.directory.look_again();
    Ok(ended)
}
