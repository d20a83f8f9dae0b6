//! Filters that are kept: named, one's own or shared in the group, without search words, which would be
//! somebody's name or address.

use super::List;
use super::asked::Asked;
use super::routes::base;
use super::store::{self, NewFilter};
use crate::accounts::MODERATORS;
use crate::accounts::guard::Member;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::state::App;
use crate::web::answer::see_other;
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::{RawPathParams, State};
use axum::response::Response;
use broadside_db::Lane;
use serde::Deserialize;

const LONGEST_NAME: usize = 80;

#[derive(Deserialize, Default)]
#[serde(default)]
struct Form {
    list: String,
    name: String,
    query: String,
    shared: String,
}

/// `POST …/filters`
pub async fn save(State(app): State<App>, member: Member, body: Bytes) -> Result<Response> {
    let form: Form = forms::read(&body)?;
    let list = List::of_word(&form.list).ok_or(Error::NotFound)?;
    let asked = Asked::read(list, &form.query);
    let query = serde_html_form::to_string(asked.filters()).unwrap_or_default();
    let joint = if query.is_empty() { "" } else { "&" };
    let back = |done: &str| {
        see_other(&member.here.at(&format!("{}/{}?{query}{joint}done={done}", base(&member), list.word)))
    };
    // It would outlive whoever is erased.
    if form.name.contains(['@', '＠']) {
        return Ok(back("address"));
    }
    // It would outlive what is known of that network.
    if asked.names_a_network(list) {
        return Ok(back("network"));
    }
    let name: String = form.name.trim().chars().take(LONGEST_NAME).collect();
    let name = if name.is_empty() { member.here.language.say().text(list.name_key) } else { name };
    let new = NewFilter {
        group: member.group.id,
        campaign: member.campaign.as_ref().map(|campaign| campaign.id),
        account: member.here.account.id,
        list: list.word,
        name,
        shared: form.shared == "1" && MODERATORS.contains(&member.role),
        query: query.clone(),
    };
    let (now, new) = (app.clock.now(), std::sync::Arc::new(new));
    app.db
        .write(Lane::Ordinary, move |c| {
            let new = new.clone();
            Box::pin(async move {
                let id = store::save_filter(c, &new, now).await?;
                let change = Change::of("filter-kept", format!("filter {id}"))
                    .by(new.account)
                    .in_group(new.group)
                    .field("list", None, Some(new.list))
                    .field("shared", None, Some(if new.shared { "1" } else { "0" }));
                audit::store::record(c, &change, now).await
            })
        })
        .await?;
    Ok(back("kept"))
}

/// `POST …/filters/{filter}/removal`
pub async fn remove(State(app): State<App>, member: Member, path: RawPathParams) -> Result<Response> {
    let id: i64 = number(&path, "filter")?;
    let (now, group, account) = (app.clock.now(), member.group.id, member.here.account.id);
    let campaign = member.campaign.as_ref().map(|campaign| campaign.id);
    let any = MODERATORS.contains(&member.role);
    let list = app
        .db
        .write(Lane::Ordinary, move |c| {
            Box::pin(async move {
                let list = store::remove_filter(c, group, campaign, id, account, any).await?;
                if let Some(list) = &list {
                    let change = Change::of("filter-removed", format!("filter {id}"))
                        .by(account)
                        .in_group(group)
                        .field("list", Some(list), None);
                    audit::store::record(c, &change, now).await?;
                }
                Ok(list)
            })
        })
        .await?
        .ok_or(Error::NotFound)?;
    Ok(see_other(&member.here.at(&format!("{}/{list}?done=removed", base(&member)))))
}

/// A number that the path names.
pub fn number(path: &RawPathParams, name: &str) -> Result<i64> {
    let found = path.iter().find(|(one, _)| *one == name).and_then(|(_, value)| value.parse().ok());
    found.ok_or(Error::NotFound)
}
