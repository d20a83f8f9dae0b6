//! Sends somebody who is asked a private link to reply, and ends one that came into wrong hands. From the first on the
//! place of replies can only be raised.

use super::desk_looks::{find, page};
use super::desk_pages::LinkShown;
use super::desk_routes::back;
use super::form::{self, Fault};
use super::{CAMPAIGN_LINKS_A_DAY, LINKS_A_DAY, Sent, mailing, store};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::campaigns::definition::StatementKind;
use crate::campaigns::record::entries;
use crate::clock::DAY;
use crate::error::{Error, Result, Rule};
use crate::signatures::form::address_fault;
use crate::state::App;
use crate::web::answer::private;
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Typed {
    email: String,
    language: String,
}

/// `POST /desk/campaigns/{campaign}/statements/{statement}/links`
pub async fn send(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, key)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let typed: Typed = forms::read(&body)?;
    let found = find(&app, &member, &key).await?;
    if found.entry.kind != StatementKind::Asked {
        return Err(Error::NotFound);
    }
    let campaign = &found.campaign;
    let email = typed.email.trim();
    let language = form::language(&typed.language, &campaign.definition.languages);
    let refused = async |fault: Fault| {
        let mut page = page(&app, &member, &found).await?;
        let words = fault.words(&page.frame.say);
        page.link = page.link.map(|link| LinkShown {
            email: typed.email.clone(),
            language: language.clone(),
            fault: words,
            ..link
        });
        Rule(fault.rule()).refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page))
    };
    if address_fault(email).is_some() {
        return refused(Fault::NoAddress).await;
    }
    // The question in the language of the mail.
    let asked = entries(&campaign.definition, &language, &found.rows);
    let asked = asked.into_iter().find(|entry| entry.key == key).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    let sent = Arc::new(Sent {
        id: 0,
        group_id: campaign.group_id,
        campaign_id: campaign.id,
        asked: key.clone(),
        whom: asked.whom,
        words: if asked.translation.is_empty() { asked.words } else { asked.translation },
        language: language.clone(),
        address_key: app.keys.addresses.of_typed(email),
        email: email.to_owned(),
        created_at: now,
        ended_at: None,
    });
    let (by, group) = (member.here.account.id, member.campaign.group.id);
    let fault = app
        .db
        .write(Lane::Ordinary, move |c| {
            let sent = sent.clone();
            Box::pin(async move {
                store::wait_to_send(c).await?;
                if store::links_since(c, &sent.address_key, now - DAY).await? >= LINKS_A_DAY {
                    return Ok(Some(Fault::TooManyLinks));
                }
                if store::campaign_links_since(c, sent.campaign_id, now - DAY).await? >= CAMPAIGN_LINKS_A_DAY
                {
                    return Ok(Some(Fault::TooManyLinksHere));
                }
                let id = store::add_link(c, &sent, now).await?;
                mailing::enqueue(c, &Sent { id, ..Sent::clone(&sent) }, now).await?;
                let change =
                    Change::of("statement-linked", format!("statement {}", sent.asked)).personal(&["email"]);
                audit::store::record(c, &change.by(by).in_group(group), now).await?;
                Ok(None)
            })
        })
        .await?;
    if let Some(fault) = fault {
        return refused(fault).await;
    }
    app.mail_waits.wake();
    Ok(back(&member, &key, "linked"))
}

/// `POST /desk/campaigns/{campaign}/statements/{statement}/links/{link}/ending`: nobody replies by it any more. What came
/// by it stays.
pub async fn end(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, key, link)): Path<(String, String, String)>,
) -> Result<Response> {
    let found = find(&app, &member, &key).await?;
    let (campaign, link) = (found.campaign.id, link.parse::<i64>().map_err(|_| Error::NotFound)?);
    let asked = store::link(&mut app.db.read().await?, link).await?;
    let asked = asked.filter(|sent| sent.campaign_id == campaign).ok_or(Error::NotFound)?.asked;
    let change = Change::of("statement-link-ended", format!("statement {asked}"))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    // Where it has ended already, that is what was wanted.
    audit::doing(&app, change, link, move |c, link, now| Box::pin(store::end_link(c, campaign, *link, now)))
        .await?;
    Ok(back(&member, &key, "link-ended"))
}
