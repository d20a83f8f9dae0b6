//! The members of a group: who they are, inviting, roles, removing, leaving.

use super::changes::{Outcome, Step, change};
use super::guard::Member;
use super::pages::{Changed, InvitationLine, MemberLine, MembersPage, RoleChoice, SecondStepAsked};
use super::roles::DEEDS;
use super::store::{self, NewAccount, NewLink};
use super::{INVITATION, Membership, Role, guessing, nav, sessions};
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::mail;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::{forms, natural};
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_address::Address;
use broadside_db::{Connection, Lane};
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    email: String,
    role: String,
    campaign: String,
    version: String,
}

/// `GET /desk/groups/{group}/members`
pub async fn show(State(app): State<App>, member: Member, Query(asked): Query<Asked>) -> Result<Response> {
    let mut page = page(&app, &member).await?;
    page.note = match asked.done.as_str() {
        "invited" => page.frame.say.text("accounts-done-invited"),
        "withdrawn" => page.frame.say.text("accounts-done-withdrawn"),
        "role" => page.frame.say.text("accounts-done-role"),
        "member" => page.frame.say.text("accounts-done-member"),
        "suspended" => page.frame.say.text("accounts-done-suspended"),
        "second-step" => page.frame.say.text("accounts-done-second-step-group"),
        "let-in" => page.frame.say.text("accounts-done-let-in"),
        _ => String::new(),
    };
    private(StatusCode::OK, &page)
}

fn path(member: &Member) -> String {
    format!("/desk/groups/{}/members", member.group.slug)
}

pub(super) async fn page(app: &App, member: &Member) -> Result<MembersPage> {
    let (here, group) = (&member.here, &member.group);
    let say = here.language.say();
    let roles = |chosen: Role| -> Vec<RoleChoice> {
        let choice = |role: Role| RoleChoice {
            word: role.word(),
            name: say.text(role.text_key()),
            chosen: role == chosen,
        };
        Role::ALL.map(choice).into()
    };
    let mut c = app.db.read().await?;
    let members = store::members(&mut c, group.id).await?;
    let invitations = store::open_invitations(&mut c, group.id, app.clock.now()).await?;
    let campaigns = store::campaigns_of(&mut c, group.id).await?;
    let without = store::without_second_step(&mut c, group.id).await?;
    drop(c);
    let own = members.iter().find(|one| one.account == here.account.id && one.campaign.is_none());
    let own_version = own.map(|own| own.version);
    let line = |one: Membership| MemberLine {
        id: one.id,
        version: one.version,
        is_you: one.account == here.account.id,
        role: say.text(one.role.text_key()),
        roles: roles(one.role),
        name: one.name,
        email: one.email,
        campaign: one.campaign,
        since: say.day(one.created_at, "UTC"),
        suspended: one.deactivated_at.map(|since| say.day(since, "UTC")),
    };
    let path = path(member);
    let manages = member.role == Role::Owner;
    Ok(MembersPage {
        nav: nav::nav(here, &path),
        frame: nav::frame(app, here, &path),
        query: here.at(""),
        note: String::new(),
        group: group.name.clone(),
        slug: group.slug.clone(),
        manages,
        members: members.into_iter().map(line).collect(),
        invitations: invitations
            .into_iter()
            .map(|one| InvitationLine {
                id: one.id,
                email: one.email,
                role: say.text(one.role.text_key()),
                until: say.moment(one.expires_at, "UTC"),
            })
            .collect(),
        email: String::new(),
        email_error: String::new(),
        roles: roles(Role::Organiser),
        campaigns: campaigns.into_iter().map(|one| (one.slug.clone(), one.slug)).collect(),
        mails_wait: app.mails_only_wait(),
        own_version,
        second_step: SecondStepAsked {
            is_asked: group.second_step_asked_at.is_some(),
            words: match group.second_step_asked_at {
                Some(since) => {
                    say.with("accounts-second-step-asked-since", &[("since", &say.day(since, "UTC"))])
                }
                None => say.text("accounts-second-step-not-asked"),
            },
            without: say.with("accounts-second-step-without", &[("count", &natural(without))]),
        },
        refused: String::new(),
        changed: None,
        role_names: Role::ALL.map(|role| say.text(role.text_key())),
        deeds: DEEDS
            .iter()
            .map(|deed| (say.text(deed.text), Role::ALL.map(|role| deed.may.contains(&role))))
            .collect(),
    })
}

pub(super) fn done(member: &Member, what: &str) -> Response {
    see_other(&member.here.at(&format!("{}?done={what}", path(member))))
}

/// `POST /desk/groups/{group}/invitations`: answers alike whether the address has an account or not.
pub async fn invite(State(app): State<App>, member: Member, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let (Ok(address), Some(role)) = (Address::parse(&form.email), Role::parse(&form.role)) else {
        let mut page = page(&app, &member).await?;
        page.email = form.email;
        page.email_error = page.frame.say.text("accounts-email-error");
        return private(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let campaign = if form.campaign.is_empty() {
        None
    } else {
        let found = store::campaign_place(&mut app.db.read().await?, &form.campaign).await?;
        let ours = found.filter(|found| found.group.id == member.group.id).ok_or(Error::NotFound)?;
        Some(ours.id)
    };
    let (now, group, inviter) = (app.clock.now(), member.group.id, member.here.account.id);
    let (_, token_hash) = sessions::new_token(&app);
    let key = guessing::key_of(&app, &form.email);
    let (email, language) = (form.email.trim().to_owned(), member.here.account.language.clone());
    app.db
        .write(Lane::Ordinary, move |c| {
            let (email, address, language) = (email.clone(), address.clone(), language.clone());
            let (token_hash, key) = (token_hash.clone(), key.clone());
            Box::pin(async move {
                let account = account_of(c, &email, &address, &language, now).await?;
                let link = NewLink {
                    token_hash,
                    purpose: "invitation",
                    account: Some(account),
                    group: Some(group),
                    campaign,
                    role: Some(role),
                    partnership: None,
                    invited_by: Some(inviter),
                    expires_at: now + INVITATION,
                };
                let link = Some(store::add_link(c, &link, now).await?);
                let mail =
                    mail::store::NewDeskMail { account, link, kind: "desk_invitation", address_key: key };
                mail::store::enqueue_for_desk(c, &mail, now).await?;
                let change = Change::of("invited", format!("account {account}"))
                    .by(inviter)
                    .in_group(group)
                    .field("role", None, Some(role.word()))
                    .personal(&["email"]);
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    app.mail_waits.wake();
    Ok(done(&member, "invited"))
}

/// The account of an address; made, with nothing in it, where there is none.
pub async fn account_of(
    c: &mut Connection,
    email: &str,
    address: &Address,
    language: &str,
    now: i64,
) -> broadside_db::Result<i64> {
    let canonical = address.canonical();
    if let Some(account) = store::account_by_email(c, &canonical).await? {
        return Ok(account.id);
    }
    let name = email.split('@').next().unwrap_or(email);
    let new = NewAccount { name, email, email_canonical: &canonical, language, operates: false };
    Ok(store::add_account(c, &new, now).await?.unwrap_or_default())
}

/// `POST /desk/groups/{group}/invitations/{invitation}/withdrawal`
pub async fn withdraw(
    State(app): State<App>,
    member: Member,
    Path((_, invitation)): Path<(String, i64)>,
) -> Result<Response> {
    let group = member.group.id;
    let change = Change::of("invitation-withdrawn", format!("invitation {invitation}"))
        .by(member.here.account.id)
        .in_group(group);
    let withdrawn = audit::doing(&app, change, invitation, move |c, invitation, now| {
        Box::pin(store::withdraw_invitation(c, group, *invitation, now))
    })
    .await?;
    if withdrawn { Ok(done(&member, "withdrawn")) } else { Err(Error::NotFound) }
}

async fn answer(
    app: &App,
    member: &Member,
    outcome: Outcome,
    wanted: Option<Role>,
    what: &str,
) -> Result<Response> {
    let mut page = match outcome {
        Outcome::Done => return Ok(done(member, what)),
        Outcome::NotHere => return Err(Error::NotFound),
        Outcome::LastOwner | Outcome::Changed(_) => page(app, member).await?,
    };
    match (outcome, wanted) {
        (Outcome::Changed(standing), Some(wanted)) => {
            page.changed = Some(Changed {
                id: standing.id,
                name: standing.name,
                version: standing.version,
                stands: nav::role_name(&member.here, standing.role),
                wanted: nav::role_name(&member.here, wanted),
                wanted_word: wanted.word(),
            });
        }
        (Outcome::Changed(_), None) => page.refused = page.frame.say.text("accounts-changed-since"),
        _ => page.refused = page.frame.say.text("accounts-last-owner"),
    }
    private(StatusCode::CONFLICT, &page)
}

/// `POST /desk/groups/{group}/members/{member}/role`: the second of two who change it sees both.
pub async fn set_role(
    State(app): State<App>,
    member: Member,
    Path((_, membership)): Path<(String, i64)>,
    body: Bytes,
) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let role = Role::parse(&form.role).ok_or(Error::Unreadable)?;
    let version = form.version.parse().map_err(|_| Error::Unreadable)?;
    let outcome = change(&app, &member, membership, version, Step::Role(role)).await?;
    answer(&app, &member, outcome, Some(role), "role").await
}

/// `POST /desk/groups/{group}/members/{member}/removal`: at the next click the group is closed to them.
pub async fn remove(
    State(app): State<App>,
    member: Member,
    Path((_, membership)): Path<(String, i64)>,
    body: Bytes,
) -> Result<Response> {
    take(&app, &member, membership, &body, Step::Ended, "member").await
}

/// `POST /desk/groups/{group}/members/{member}/deactivation`: closed to them until an owner lets them in
/// again; what they are is kept.
pub async fn suspend(
    State(app): State<App>,
    member: Member,
    Path((_, membership)): Path<(String, i64)>,
    body: Bytes,
) -> Result<Response> {
    take(&app, &member, membership, &body, Step::Suspended, "suspended").await
}

/// `POST /desk/groups/{group}/members/{member}/reactivation`
pub async fn let_in(
    State(app): State<App>,
    member: Member,
    Path((_, membership)): Path<(String, i64)>,
    body: Bytes,
) -> Result<Response> {
    take(&app, &member, membership, &body, Step::LetIn, "let-in").await
}

async fn take(
    app: &App,
    member: &Member,
    membership: i64,
    body: &Bytes,
    step: Step,
    done: &str,
) -> Result<Response> {
    let form: Form = forms::read(body)?;
    let version = form.version.parse().map_err(|_| Error::Unreadable)?;
    let outcome = change(app, member, membership, version, step).await?;
    answer(app, member, outcome, None, done).await
}

/// `POST /desk/groups/{group}/departure`: one's own membership of the whole group.
pub async fn leave(State(app): State<App>, member: Member, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let version = form.version.parse().map_err(|_| Error::Unreadable)?;
    let group = member.group.id;
    let own = member.here.places.iter().find(|place| place.group.id == group && place.campaign.is_none());
    let own = own.ok_or(Error::NotFound)?.membership;
    match change(&app, &member, own, version, Step::Left).await? {
        Outcome::Done => Ok(see_other(&member.here.at("/desk?done=left"))),
        outcome => answer(&app, &member, outcome, None, "left").await,
    }
}
