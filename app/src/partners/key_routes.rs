//! A partner's own key: it gives it itself, since whoever holds the other half reads its files.

use super::editing::{KeyFault, key_fault, key_typed};
use super::own_pages::KeyForm;
use super::own_routes::{Found, done, find_open, page};
use crate::accounts::guard::PartnerMember;
use crate::audit::Change;
use crate::campaigns::keeping::{keep, standing};
use crate::error::{Error, Result, Rule};
use crate::state::App;
use crate::web::answer::private;
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    age_key: String,
}

/// `POST /desk/partnerships/{partnership}/key`: a secret one is refused and not shown again.
pub async fn set(State(app): State<App>, member: PartnerMember, body: Bytes) -> Result<Response> {
    let form: Form = forms::read_with_nuls(&body)?;
    let found = find_open(&app, &member).await?;
    let typed = key_typed(&form.age_key);
    if let Some(fault) = key_fault(&typed) {
        let say = member.here.language.say();
        let value = if fault == KeyFault::Secret { String::new() } else { form.age_key };
        let key = KeyForm { value, error: fault.words(&say), conflict: false };
        return Rule("partner-key")
            .refuses(again(&app, &member, &found, key, StatusCode::UNPROCESSABLE_ENTITY).await);
    }
    if found.partner.age_key.as_deref() == Some(typed.as_str()) {
        return Ok(done(&member, "key"));
    }
    let slug = &found.campaign.definition.slug;
    let (mut campaign, version) = standing(&app, slug).await?;
    let Some(partner) = campaign.partners.iter_mut().find(|one| one.slug == found.partner.slug) else {
        return Err(Error::NotFound);
    };
    let before = partner.age_key.replace(typed.clone());
    let change = Change::of("partner-changed", format!("partner {}", partner.slug))
        .by(member.here.account.id)
        .in_group(found.one.group)
        .field("age_key", before.as_deref(), Some(&typed));
    if keep(&app, &campaign, Some(version), change).await? {
        return Ok(done(&member, "key"));
    }
    let key = KeyForm { value: typed, error: String::new(), conflict: true };
    again(&app, &member, &found, key, StatusCode::CONFLICT).await
}

async fn again(
    app: &App,
    member: &PartnerMember,
    found: &Found,
    key: KeyForm,
    status: StatusCode,
) -> Result<Response> {
    let mut page = page(app, member, found, None).await?;
    page.key = key;
    private(status, &page)
}
