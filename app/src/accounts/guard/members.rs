//! Who a handler of the desk deals with, by the rule before it: a member of a group, of one of its campaigns, or somebody
//! of a partner.

use super::{Here, unguarded};
use crate::accounts::Role;
use crate::accounts::store::{CampaignPlace, Group, PartnerPlace};
use crate::error::{Error, Result};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;

/// A member of the group that the path names, or of the group of its campaign.
#[derive(Clone, Debug)]
pub struct Member {
    pub here: Here,
    pub group: Group,
    /// The campaign, where the path names one.
    pub campaign: Option<CampaignPlace>,
    /// The strongest role here.
    pub role: Role,
}

/// A member of the group of the campaign that the path names.
#[derive(Clone, Debug)]
pub struct CampaignMember {
    pub here: Here,
    pub campaign: CampaignPlace,
    pub role: Role,
}

/// Somebody who signs in for the partner whose partnership the path names.
#[derive(Clone, Debug)]
pub struct PartnerMember {
    pub here: Here,
    pub place: PartnerPlace,
}

impl<S: Sync> FromRequestParts<S> for Member {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let here = Here::from_request_parts(parts, state).await?;
        let group = here.group.clone().ok_or_else(unguarded)?;
        let role = here.roles.iter().min().copied().ok_or_else(unguarded)?;
        Ok(Self { campaign: here.campaign.clone(), here, group, role })
    }
}

impl<S: Sync> FromRequestParts<S> for CampaignMember {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let here = Here::from_request_parts(parts, state).await?;
        let campaign = here.campaign.clone().ok_or_else(unguarded)?;
        let role = here.roles.iter().min().copied().ok_or_else(unguarded)?;
        Ok(Self { here, campaign, role })
    }
}

impl<S: Sync> FromRequestParts<S> for PartnerMember {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let here = Here::from_request_parts(parts, state).await?;
        let place = here.partner.clone().ok_or_else(unguarded)?;
        Ok(Self { here, place })
    }
}
