//! Who signs in for a partner: shutting one person out, and taking an invitation back, by the group or by the partner's
//! own people. What is left of the partnership stands.

use super::desk_pages::{Seated, Waiting};
use super::desk_routes;
use super::own_routes;
use super::store;
use crate::accounts::guard::{CampaignMember, PartnerMember};
use crate::accounts::store as accounts;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::i18n::Say;
use axum::extract::{Path, State};
use axum::response::Response;
use broadside_db::Connection;

/// What is listed of a partnership, each with the way to end it below `path`.
pub async fn listed(
    c: &mut Connection,
    partnership: i64,
    (say, zone): (&Say, &str),
    way: impl Fn(String) -> String,
    now: i64,
) -> Result<(Vec<Seated>, Vec<Waiting>)> {
    let people = accounts::partner_seats(c, partnership).await?;
    let people = people.into_iter().map(|one| Seated {
        since: say.day(one.since, zone),
        removal: way(format!("seats/{}/removal", one.id)),
        name: one.name,
        email: one.email,
    });
    let invitations = accounts::partner_invitations(c, partnership, now).await?;
    let invitations = invitations.into_iter().map(|one| Waiting {
        until: say.moment(one.expires_at, zone),
        withdrawal: way(format!("invitations/{}/withdrawal", one.id)),
        email: one.email,
    });
    Ok((people.collect(), invitations.collect()))
}

/// Shuts somebody out; their session here opens nothing at the next click.
async fn shut_out(app: &App, (partnership, group): (i64, i64), seat: &str, by: i64) -> Result<()> {
    let seat: i64 = seat.parse().map_err(|_| Error::NotFound)?;
    let change =
        Change::of("partner-seat-removed", format!("partnership {partnership}")).by(by).in_group(group);
    let change = change.personal(&["email"]);
    let ended = audit::doing(app, change, (partnership, seat), |c, (partnership, seat), now| {
        Box::pin(accounts::end_partner_seat(c, *partnership, *seat, now))
    });
    if ended.await? { Ok(()) } else { Err(Error::NotFound) }
}

/// Takes an invitation back: its link opens nothing any more.
async fn take_back(app: &App, (partnership, group): (i64, i64), link: &str, by: i64) -> Result<()> {
    let link: i64 = link.parse().map_err(|_| Error::NotFound)?;
    let change = Change::of("partner-invitation-withdrawn", format!("partnership {partnership}"));
    let change = change.by(by).in_group(group).personal(&["email"]);
    let withdrawn = audit::doing(app, change, (partnership, link), |c, (partnership, link), now| {
        Box::pin(accounts::withdraw_partner_invitation(c, *partnership, *link, now))
    });
    if withdrawn.await? { Ok(()) } else { Err(Error::NotFound) }
}

/// The partnership of the path's partner that stands, at the group's desk.
async fn of_desk(app: &App, member: &CampaignMember, partner: &str) -> Result<(i64, i64)> {
    let all = store::partnerships(&mut app.db.read().await?, member.campaign.id).await?;
    let open = all.iter().find(|one| one.partner == partner && one.ended.is_none());
    open.map(|one| (one.id, one.group)).ok_or(Error::NotFound)
}

/// `POST /desk/campaigns/{campaign}/partners/{partner}/seats/{seat}/removal`
pub async fn remove_at_desk(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug, seat)): Path<(String, String, String)>,
) -> Result<Response> {
    let place = of_desk(&app, &member, &slug).await?;
    shut_out(&app, place, &seat, member.here.account.id).await?;
    Ok(desk_routes::back(&member, &slug, "removed"))
}

/// `POST /desk/campaigns/{campaign}/partners/{partner}/invitations/{invitation}/withdrawal`
pub async fn withdraw_at_desk(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, slug, link)): Path<(String, String, String)>,
) -> Result<Response> {
    let place = of_desk(&app, &member, &slug).await?;
    take_back(&app, place, &link, member.here.account.id).await?;
    Ok(desk_routes::back(&member, &slug, "withdrawn"))
}

/// `POST /desk/partnerships/{partnership}/seats/{seat}/removal`: oneself as well.
pub async fn remove_own(
    State(app): State<App>,
    member: PartnerMember,
    Path((_, seat)): Path<(String, String)>,
) -> Result<Response> {
    let found = own_routes::find_open(&app, &member).await?;
    shut_out(&app, (found.one.id, found.one.group), &seat, member.here.account.id).await?;
    Ok(own_routes::done(&member, "removed"))
}

/// `POST /desk/partnerships/{partnership}/invitations/{invitation}/withdrawal`
pub async fn withdraw_own(
    State(app): State<App>,
    member: PartnerMember,
    Path((_, link)): Path<(String, String)>,
) -> Result<Response> {
    let found = own_routes::find_open(&app, &member).await?;
    take_back(&app, (found.one.id, found.one.group), &link, member.here.account.id).await?;
    Ok(own_routes::done(&member, "withdrawn"))
}
