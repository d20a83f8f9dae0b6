//! Links that work once: what one would do, and using it up. Looking at a link changes nothing.

use super::store::{self, DeskLink, Group, PartnerPlace};
use super::{Account, leaves_no_owner, sessions};
use crate::audit::{self, Change};
use crate::error::Result;
use crate::state::App;
use broadside_db::{Connection, Lane};

/// What stands behind a link.
#[derive(Clone, Debug)]
pub enum Behind {
    /// It opens the desk for this account, and joins this group first where there is one.
    Open(Box<Opening>),
    /// The first visit: there is no account yet.
    First(DeskLink),
    Used,
    Expired,
    Withdrawn,
    /// No such link; perhaps it was cut in two, or a newer one took its place.
    Unknown,
}

/// What a link that can be used does.
#[derive(Clone, Debug)]
pub struct Opening {
    pub link: DeskLink,
    pub account: Account,
    pub group: Option<Group>,
    /// The partner for which it lets the account sign in.
    pub partner: Option<PartnerPlace>,
}

pub async fn behind(app: &App, token: &str) -> Result<Behind> {
    let mut c = app.db.read().await?;
    let Some(link) = store::link_by_token(&mut c, sessions::hash(token)).await? else {
        return Ok(Behind::Unknown);
    };
    if link.used_at.is_some() {
        return Ok(Behind::Used);
    }
    if link.withdrawn_at.is_some() {
        return Ok(Behind::Withdrawn);
    }
    if link.expires_at <= app.clock.now() {
        return Ok(Behind::Expired);
    }
    if link.purpose == "first" {
        let taken = store::any_account(&mut c).await?;
        return Ok(if taken { Behind::Used } else { Behind::First(link) });
    }
    let Some(account) = link.account else { return Ok(Behind::Unknown) };
    let account = store::account_by_id(&mut c, account).await?;
    let group = match link.group {
        Some(group) => store::group_by_id(&mut c, group).await?,
        None => None,
    };
    let partner = match link.partnership {
        Some(partnership) => match store::partner_place(&mut c, partnership).await? {
            Some(place) => Some(place),
            // It ended before anybody came.
            None => return Ok(Behind::Withdrawn),
        },
        None => None,
    };
    Ok(match account {
        Some(account) if account.deactivated_at.is_none() => {
            Behind::Open(Box::new(Opening { link, account, group, partner }))
        }
        _ => Behind::Withdrawn,
    })
}

/// What a partner is called, and the headline of its campaign.
pub async fn partner_names(app: &App, place: &PartnerPlace) -> broadside_db::Result<(String, String)> {
    let campaign = app.directory.by_id(app, place.campaign).await?;
    Ok(campaign.map_or_else(
        || (place.partner.clone(), String::new()),
        |campaign| {
            let title = campaign.texts(campaign.default_language()).title.clone();
            (campaign.partner_name(&place.partner), title)
        },
    ))
}

/// Uses a link up and does what it says; false where somebody was first.
pub async fn use_up(app: &App, link: DeskLink) -> Result<bool> {
    let now = app.clock.now();
    let used = app
        .db
        .write(Lane::Ordinary, move |c| {
            let link = link.clone();
            Box::pin(async move { take(c, &link, now).await })
        })
        .await?;
    Ok(used)
}

async fn take(c: &mut Connection, link: &DeskLink, now: i64) -> broadside_db::Result<bool> {
    if !store::use_link(c, link.id, now).await? {
        return Ok(false);
    }
    let Some(account) = link.account else { return Ok(false) };
    if let Some(partnership) = link.partnership {
        let Some(place) = store::partner_place(c, partnership).await? else { return Ok(false) };
        if store::add_partner_seat(c, (partnership, place.group.id), account, now).await? {
            let change = Change::of("partner-joined", format!("account {account}"))
                .by(account)
                .in_group(place.group.id)
                .field("partner", None, Some(&place.partner));
            audit::store::record(c, &change, now).await?;
        }
    }
    if let (Some(group), Some(role)) = (link.group, link.role) {
        let members = store::members(c, group).await?;
        let of_group = members.iter().find(|one| one.account == account && one.campaign.is_none());
        let standing = of_group.filter(|_| link.campaign.is_none());
        // Who owns a group alone is made less by no invitation either.
        if standing.is_some_and(|standing| leaves_no_owner(&members, standing.id, Some(role))) {
            return Ok(true);
        }
        store::add_member(c, account, group, link.campaign, role, now).await?;
        let change = Change::of("joined", format!("account {account}")).by(account).in_group(group).field(
            "role",
            standing.map(|standing| standing.role.word()),
            Some(role.word()),
        );
        audit::store::record(c, &change, now).await?;
    }
    Ok(true)
}
