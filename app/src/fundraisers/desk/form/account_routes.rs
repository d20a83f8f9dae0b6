//! Saying at the desk where a fundraiser's money goes: for owners alone, who have just proved to be there, and everybody
//! who looks after it is told.

use super::account;
use super::asked::Asked;
use super::editing::Typed;
use super::pages::FormPage;
use super::routes::{Trouble, forget, found, seen};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::campaigns::definition::{Definition, Fundraiser};
use crate::campaigns::keeping::standing;
use crate::campaigns::{files, importing};
use crate::error::{Result, Rule};
use crate::fundraisers::desk::routes::path;
use crate::state::App;
use crate::web::answer::{private, see_other};
use crate::web::forms;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

fn page(
    app: &App,
    member: &CampaignMember,
    (campaign, version): (&Definition, i64),
    one: &Fundraiser,
    typed: &Typed,
    trouble: Trouble,
) -> FormPage {
    let (here, list) = (&member.here, path(member));
    let say = here.language.say();
    let own = format!("{list}/{}/account", one.slug);
    let asked = Asked { say: &say, campaign, one, typed, faults: &trouble.faults };
    let title = one.title.get(here.language.tag()).or_else(|| one.title.values().next());
    FormPage {
        nav: nav::nav(here, &list),
        frame: nav::frame(app, here, &own),
        title: say.with("fundraisers-account-headline", &[("fundraiser", title.unwrap_or(&one.slug))]),
        notes: vec![say.text("fundraisers-account-words")],
        action: here.at(&own),
        version,
        conflict: trouble.conflict,
        others: trouble.others,
        parts: account::parts(&asked),
        kept: Vec::new(),
        ways: Vec::new(),
        leave: here.at(&list),
    }
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/account`
pub async fn show(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
) -> Result<Response> {
    let (campaign, version) = standing(&app, &member.campaign.slug).await?;
    let one = found(&campaign, &fundraiser)?;
    let typed = account::typed(&one);
    private(StatusCode::OK, &page(&app, &member, (&campaign, version), &one, &typed, Trouble::default()))
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/account`
pub async fn save(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response> {
    let typed: Typed = forms::read_with_nuls(&body)?;
    let (mut campaign, version) = standing(&app, &member.campaign.slug).await?;
    let before = found(&campaign, &fundraiser)?;
    let after = match account::taken(&before, &typed) {
        Ok(one) => one,
        Err(faults) => {
            let trouble = Trouble { faults, ..Trouble::default() };
            let page = page(&app, &member, (&campaign, version), &before, &typed, trouble);
            return Rule("fundraiser-account").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    if seen(&typed) != Some(version) {
        return conflict(&app, &member, &before, &typed).await;
    }
    let done = see_other(&member.here.at(&format!("{}?done=saved", path(&member))));
    if after == before {
        return Ok(done);
    }
    if let Some(one) = campaign.fundraisers.iter_mut().find(|one| one.slug == fundraiser) {
        one.clone_from(&after);
    }
    let unfit = files::check(&campaign);
    if !unfit.is_empty() {
        let others = unfit.iter().map(ToString::to_string).collect();
        let trouble = Trouble { others, ..Trouble::default() };
        let page = page(&app, &member, (&campaign, version), &before, &typed, trouble);
        return Rule("fundraiser-unfit").refuses(private(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    if !redirect(&app, &member, campaign, version, (&before, &after)).await? {
        return conflict(&app, &member, &before, &typed).await;
    }
    forget(&app, &member);
    Ok(done)
}

/// Keeps it, and so has whoever looks after the fundraiser told; false where somebody saved meanwhile.
async fn redirect(
    app: &App,
    member: &CampaignMember,
    campaign: Definition,
    version: i64,
    (before, after): (&Fundraiser, &Fundraiser),
) -> Result<bool> {
    let iban = |one: &Fundraiser| one.account.as_ref().map(|account| last_signs(&account.iban));
    let url = |one: &Fundraiser| one.elsewhere.as_ref().map(|elsewhere| elsewhere.url.clone());
    let change = Change::of("fundraiser-redirected", format!("fundraiser {}", after.slug))
        .field("iban", iban(before).as_deref(), iban(after).as_deref())
        .field("elsewhere", url(before).as_deref(), url(after).as_deref())
        // The holder of an account may be a person.
        .personal(&["account"])
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let kept = audit::doing(app, change, campaign, move |c, campaign, now| {
        Box::pin(importing::replace(c, campaign, Some(version), now))
    })
    .await?;
    app.directory.look_again();
    Ok(kept)
}

/// Enough of an account's number to tell it from another.
fn last_signs(iban: &str) -> String {
    let signs: Vec<char> = iban.chars().collect();
    let last: String = signs[signs.len().saturating_sub(4)..].iter().collect();
    format!("…{last}")
}

async fn conflict(app: &App, member: &CampaignMember, one: &Fundraiser, typed: &Typed) -> Result<Response> {
    let (campaign, version) = standing(app, &member.campaign.slug).await?;
    let trouble = Trouble { conflict: true, ..Trouble::default() };
    let page = page(app, member, (&campaign, version), one, typed, trouble);
    Rule("changed-since").refuses(private(StatusCode::CONFLICT, &page))
}
