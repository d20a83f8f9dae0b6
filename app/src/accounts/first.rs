//! The first visit, and invitations from the command line: how an instance gets people who work in it.

use super::store::{self, Group, NewAccount, NewLink};
use super::{INVITATION, Role, sessions};
use crate::audit::{self, Change};
use crate::clock::{Clock, Dice};
use crate::config::Settings;
use crate::error::Result;
use crate::instance;
use crate::state::App;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use broadside_address::Address;
use broadside_db::{Connection, Db, Lane};

/// The address of the first visit's page, where nobody has an account yet.
pub async fn link(app: &App) -> Result<Option<String>> {
    if store::any_account(&mut app.db.read().await?).await? {
        return Ok(None);
    }
    let (token, token_hash) = sessions::new_token(app);
    let now = app.clock.now();
    let link = NewLink { token_hash, purpose: "first", expires_at: now + INVITATION, ..NewLink::default() };
    app.db
        .write(Lane::Ordinary, move |c| {
            let link = link.clone();
            Box::pin(async move { store::add_link(c, &link, now).await })
        })
        .await?;
    Ok(Some(app.url(&format!("/desk/first/{token}"))))
}

/// What the first visitor says.
#[derive(Clone, Debug)]
pub struct First {
    pub name: String,
    pub email: Address,
    pub email_as_typed: String,
    /// Empty where the instance holds groups already.
    pub group: String,
    pub language: &'static str,
    /// Under which address people reach the instance; nothing where a setting says it.
    pub base_url: Option<String>,
}

/// Makes the first account, owner of every group there is, or of one made now. Nothing where the link
/// was used, or somebody was first.
pub async fn make(app: &App, link: i64, first: First) -> Result<Option<i64>> {
    let now = app.clock.now();
    let base_url = first.base_url.clone();
    let made = app
        .db
        .write(Lane::Ordinary, move |c| {
            let first = first.clone();
            Box::pin(async move { make_first(c, link, &first, now).await })
        })
        .await?;
    if let (Some(_), Some(base_url)) = (made, base_url) {
        app.settings.base.keep(&base_url);
    }
    Ok(made)
}

async fn make_first(
    c: &mut Connection,
    link: i64,
    first: &First,
    now: i64,
) -> broadside_db::Result<Option<i64>> {
    if store::any_account(c).await? || !store::use_link(c, link, now).await? {
        return Ok(None);
    }
    let new = NewAccount {
        name: &first.name,
        email: &first.email_as_typed,
        email_canonical: &first.email.canonical(),
        language: first.language,
        operates: true,
    };
    let Some(account) = store::add_account(c, &new, now).await? else { return Ok(None) };
    let mut groups = store::groups(c).await?;
    if groups.is_empty() {
        let slug = slug_of(&first.group);
        let id = store::add_group(c, &slug, &first.group, now).await?;
        let change = Change::of("group-made", format!("group {slug}")).by(account).in_group(id);
        audit::store::record(c, &change, now).await?;
        groups.push(Group { id, slug, name: first.group.clone(), second_step_asked_at: None });
    }
    own(c, account, &groups, now).await?;
    if let Some(base_url) = &first.base_url {
        instance::keep_base_url(c, base_url).await?;
        let change = Change::of("instance-changed", "instance").by(account);
        audit::store::record(c, &change.field("base_url", None, Some(base_url)), now).await?;
    }
    Ok(Some(account))
}

async fn own(c: &mut Connection, account: i64, groups: &[Group], now: i64) -> broadside_db::Result<()> {
    for group in groups {
        store::add_member(c, account, group.id, None, Role::Owner, now).await?;
        let change = Change::of("joined", format!("account {account}")).by(account).in_group(group.id).field(
            "role",
            None,
            Some(Role::Owner.word()),
        );
        audit::store::record(c, &change, now).await?;
    }
    Ok(())
}

/// An address for a group's name.
pub fn slug_of(name: &str) -> String {
    Some(crate::slug::slug_of(name, 60)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "group".to_owned())
}

/// Who is invited from the command line, and to what.
#[derive(Clone, Debug)]
pub struct Invited {
    pub email: String,
    pub group: Option<String>,
    pub role: Option<Role>,
    pub language: String,
}

/// `broadside account invite`: a link that works once, and what it will do; or why there is none.
pub async fn invite(
    settings: &Settings,
    invited: Invited,
) -> std::result::Result<String, Box<dyn std::error::Error>> {
    let dice = Dice::machine();
    let clock = Clock::of(settings.clock);
    let (db, _) = instance::open(settings, &dice, clock.now(), false).await?;
    let token = URL_SAFE_NO_PAD.encode(dice.bytes::<32>());
    let made = invite_in(&db, &invited, sessions::hash(&token), clock.now()).await;
    db.close().await;
    made?;
    Ok(format!("{}/desk/links/{token}", settings.base_url()))
}

/// Makes the account where there is none, and the link.
pub async fn invite_in(
    db: &Db,
    invited: &Invited,
    token_hash: Vec<u8>,
    now: i64,
) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let email = invited.email.trim().to_owned();
    let address = Address::parse(&email).map_err(|fault| format!("{email}: {fault}"))?;
    let groups = store::groups(&mut db.read().await?).await?;
    let wanted = match &invited.group {
        Some(slug) => Some(
            groups
                .iter()
                .find(|group| group.slug == *slug)
                .cloned()
                .ok_or_else(|| format!("there is no group {slug}; there are: {}", slugs(&groups)))?,
        ),
        None => None,
    };
    let (invited, refusal) = (invited.clone(), format!("name the group with --group: {}", slugs(&groups)));
    let done = db
        .write(Lane::Ordinary, move |c| {
            let (invited, email, address, groups, wanted, token_hash) = (
                invited.clone(),
                email.clone(),
                address.clone(),
                groups.clone(),
                wanted.clone(),
                token_hash.clone(),
            );
            Box::pin(async move {
                let is_first = !store::any_account(c).await?;
                let standing = store::account_by_email(c, &address.canonical()).await?;
                let group = match (wanted, groups.as_slice()) {
                    (Some(group), _) => Some(group),
                    (None, [only]) => Some(only.clone()),
                    // The first account runs the instance and owns what is there; one that is known signs in.
                    (None, _) if is_first || standing.is_some() || groups.is_empty() => None,
                    (None, _) => return Ok(false),
                };
                let operates = is_first || groups.is_empty();
                let (name, _) = email.split_once('@').unwrap_or((&email, ""));
                let new = NewAccount {
                    name,
                    email: &email,
                    email_canonical: &address.canonical(),
                    language: &invited.language,
                    operates,
                };
                let account = match standing {
                    Some(account) => {
                        store::reactivate(c, account.id).await?;
                        account.id
                    }
                    None => store::add_account(c, &new, now).await?.unwrap_or_default(),
                };
                if is_first && group.is_none() {
                    own(c, account, &groups, now).await?;
                }
                // Whoever is a member keeps the role, unless another was named.
                let places = store::places_of(c, account).await?;
                let member = |group: &Group| places.iter().any(|place| place.group.id == group.id);
                let group = group.filter(|group| invited.role.is_some() || !member(group));
                let role = group.as_ref().map(|_| invited.role.unwrap_or(Role::Owner));
                let link = NewLink {
                    token_hash,
                    purpose: "invitation",
                    account: Some(account),
                    group: group.as_ref().map(|group| group.id),
                    role,
                    expires_at: now + INVITATION,
                    ..NewLink::default()
                };
                store::add_link(c, &link, now).await?;
                let change = Change::of("invited", format!("account {account}"))
                    .in_group(link.group)
                    .field("role", None, role.map(Role::word))
                    .personal(&["email"]);
                audit::store::record(c, &change, now).await?;
                Ok(true)
            })
        })
        .await?;
    if done { Ok(()) } else { Err(refusal.into()) }
}

/// `broadside account deactivate`: no session and no link of the account opens anything from now on.
pub async fn deactivate(
    settings: &Settings,
    email: &str,
) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let clock = Clock::of(settings.clock);
    let db = instance::open_existing(settings).await?;
    let address = Address::parse(email).map_err(|fault| format!("{email}: {fault}"))?;
    let now = clock.now();
    let found = db
        .write(Lane::Ordinary, move |c| {
            let canonical = address.canonical();
            Box::pin(async move {
                let Some(account) = store::account_by_email(c, &canonical).await? else { return Ok(false) };
                store::deactivate(c, account.id, now).await?;
                let change = Change::of("account-deactivated", format!("account {}", account.id));
                audit::store::record(c, &change, now).await?;
                Ok(true)
            })
        })
        .await?;
    db.close().await;
    if found { Ok(()) } else { Err(format!("no account has the address {email}").into()) }
}

/// `broadside account operator`: somebody who works here runs the instance too.
pub async fn let_operate(
    settings: &Settings,
    email: &str,
) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let clock = Clock::of(settings.clock);
    let db = instance::open_existing(settings).await?;
    let address = Address::parse(email).map_err(|fault| format!("{email}: {fault}"))?;
    let now = clock.now();
    let found = db
        .write(Lane::Ordinary, move |c| {
            let canonical = address.canonical();
            Box::pin(async move {
                let account = store::account_by_email(c, &canonical).await?;
                let Some(account) = account.filter(|account| account.deactivated_at.is_none()) else {
                    return Ok(false);
                };
                store::let_operate(c, account.id).await?;
                let change = Change::of("operator-made", format!("account {}", account.id));
                audit::store::record(c, &change, now).await?;
                Ok(true)
            })
        })
        .await?;
    db.close().await;
    if found {
        Ok(())
    } else {
        Err(format!("the desk is open to no account with the address {email}").into())
    }
}

fn slugs(groups: &[Group]) -> String {
    groups.iter().map(|group| group.slug.as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_gets_an_address_whatever_its_name() {
        assert_eq!(slug_of("Fight for the Future!"), "fight-for-the-future");
        assert_eq!(slug_of("Ärzte ohne Grenzen"), "arzte-ohne-grenzen");
        assert_eq!(slug_of("自由"), "group");
    }
}
