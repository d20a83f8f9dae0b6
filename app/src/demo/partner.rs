//! The way in for a partner of the demo's campaign.

use super::Failure;
use crate::accounts::sessions;
use crate::partners::invitations::{self, Invited};
use crate::state::App;
use broadside_address::Address;

/// A link that lets somebody sign in for the campaign's first partner, once: the terms are still to be accepted.
pub async fn link(app: &App, campaign: &str) -> Result<Option<String>, Failure> {
    let Some(running) = app.directory.by_slug(app, campaign).await? else { return Ok(None) };
    let Some(partner) = running.partners().next() else { return Ok(None) };
    let (token, hash) = sessions::new_token(app);
    let email = "partner@example.org".to_owned();
    let address = Address::parse(&email).map_err(|_| "the partner's address is none")?;
    let language = "en".to_owned();
    let invited = Invited { partner: partner.slug.clone(), email, address, by: None, language };
    invitations::link(&app.db, (running.group_id, running.id), invited, hash, app.clock.now()).await?;
    app.directory.look_again();
    Ok(Some(app.url(&format!("/desk/links/{token}"))))
}
