//! Changes to a membership: another role, suspended, let in again, ended. Each is made where the membership
//! stands as the form showed it, and none that leaves a group without an owner.

use super::guard::Member;
use super::{Membership, Role, leaves_no_owner, store};
use crate::audit::{self, Change};
use crate::error::Result;
use crate::state::App;
use broadside_db::{Connection, Lane};

/// What became of a change to a membership.
pub enum Outcome {
    Done,
    /// Not one of this group's.
    NotHere,
    /// The group would be left without an owner.
    LastOwner,
    /// Somebody changed it since the form was opened.
    Changed(Membership),
}

/// A change to a membership.
#[derive(Clone, Copy)]
pub enum Step {
    Role(Role),
    /// Kept, and opening nothing.
    Suspended,
    /// Opening again what its role opens.
    LetIn,
    /// For good: by an owner, or by whoever it is.
    Ended,
    Left,
}

impl Step {
    fn action(self) -> &'static str {
        match self {
            Self::Role(_) => "role-changed",
            Self::Suspended => "member-suspended",
            Self::LetIn => "member-let-in",
            Self::Ended => "member-removed",
            Self::Left => "left",
        }
    }

    /// The role that is left of this one.
    fn role(self, stands: Role) -> Option<Role> {
        match self {
            Self::Role(role) => Some(role),
            Self::LetIn => Some(stands),
            Self::Suspended | Self::Ended | Self::Left => None,
        }
    }

    async fn make(
        self,
        c: &mut Connection,
        standing: &Membership,
        group: i64,
        now: i64,
    ) -> broadside_db::Result<bool> {
        let (id, version) = (standing.id, standing.version);
        if let Self::Suspended | Self::Ended | Self::Left = self {
            store::withdraw_invitations_of(c, standing.account, group, now).await?;
        }
        match self {
            Self::Role(role) => store::set_role(c, id, version, role).await,
            Self::Suspended => store::suspend(c, id, version, Some(now)).await,
            Self::LetIn => store::suspend(c, id, version, None).await,
            Self::Ended | Self::Left => store::end_membership(c, id, version, now).await,
        }
    }
}

/// Makes a change to a membership where it stands as the form showed it.
pub async fn change(
    app: &App,
    member: &Member,
    membership: i64,
    version: i64,
    step: Step,
) -> Result<Outcome> {
    let (now, group, by) = (app.clock.now(), member.group.id, member.here.account.id);
    let outcome = app
        .db
        .write(Lane::Ordinary, move |c| {
            Box::pin(async move {
                let members = store::members(c, group).await?;
                let Some(standing) = members.iter().find(|one| one.id == membership) else {
                    return Ok(Outcome::NotHere);
                };
                if standing.version != version {
                    return Ok(Outcome::Changed(standing.clone()));
                }
                let role = step.role(standing.role);
                if leaves_no_owner(&members, membership, role) {
                    return Ok(Outcome::LastOwner);
                }
                if !step.make(c, standing, group, now).await? {
                    return Ok(Outcome::Changed(standing.clone()));
                }
                let change = Change::of(step.action(), format!("account {}", standing.account))
                    .by(by)
                    .in_group(group)
                    .field("role", Some(standing.role.word()), role.map(Role::word))
                    .field("campaign", None, standing.campaign.as_deref());
                audit::store::record(c, &change, now).await?;
                Ok(Outcome::Done)
            })
        })
        .await?;
    // What they asked for in a role that is no longer theirs goes.
    app.sweep_waits.wake();
    Ok(outcome)
}
