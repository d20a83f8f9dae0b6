//! A gift is paid back at the desk, once somebody has said that it is meant: by the provider, or, where it came by bank
//! transfer, from the bank, which is noted.

use super::entering::today;
use super::pages::AskedPage;
use super::routes::{Seen, find, path, reference};
use crate::accounts::guard::CampaignMember;
use crate::accounts::nav;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::fundraisers::mail::MailKind;
use crate::fundraisers::{Pledge, State as How, books, mailing, shown, store};
use crate::state::App;
use crate::web::answer::private;
use crate::web::i18n::Given;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_money::ledger::Deed;

/// A pledge of the fundraiser, whatever can be done with it.
pub(super) async fn pledge_of(app: &App, seen: &Seen, pledge: i64) -> Result<Pledge> {
    let found = store::by_id(&mut app.db.read().await?, pledge).await?;
    found.filter(|one| one.promise.id == seen.promise.id).ok_or(Error::NotFound)
}

/// The page that asks whether something is meant, as long as it can still be done: its title, what it says, and its button.
pub(super) fn asked(
    app: &App,
    member: &CampaignMember,
    seen: &Seen,
    action: &str,
    ([title, words, button], given): ([&str; 3], &[(&str, &dyn Given)]),
    is_asked: bool,
) -> AskedPage {
    let (here, say) = (&member.here, member.here.language.say());
    AskedPage {
        nav: nav::nav(here, &path(member)),
        frame: nav::frame(app, here, action),
        title: say.text(title),
        words: say.with(words, given),
        button: say.text(button),
        is_asked,
        monthly: String::new(),
        action: here.at(action),
        leave: here.at(&seen.path(member)),
    }
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/refund`: whether it is meant.
pub async fn ask_refund(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser, pledge)): Path<(String, String, i64)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let one = pledge_of(&app, &seen, pledge).await?;
    let own = seen.path(&member);
    let action = format!("{own}/pledges/{pledge}/refund");
    let say = member.here.language.say();
    let (amount, receipt) = (shown::given(&one, &say), reference(&one));
    let given: [(&str, &dyn Given); 3] =
        [("name", &one.said.name), ("amount", &amount), ("receipt", &receipt)];
    let keys = if one.is_transfer() {
        ["fundraisers-desk-went-back-title", "fundraisers-desk-went-back-words", "fundraisers-desk-went-back"]
    } else {
        ["fundraisers-desk-refund-title", "fundraisers-desk-refund-words", "fundraisers-desk-refund"]
    };
    let monthly_end = format!("{own}/pledges/{pledge}/monthly-end");
    let page = AskedPage {
        monthly: if one.can_be_ended() { member.here.at(&monthly_end) } else { String::new() },
        ..asked(&app, &member, &seen, &action, (keys, &given), one.state == How::Paid)
    };
    private(StatusCode::OK, &page)
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/refund`
pub async fn refund(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser, pledge)): Path<(String, String, i64)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let one = pledge_of(&app, &seen, pledge).await?;
    if one.is_transfer() {
        return went_back(&app, &member, &seen, one).await;
    }
    let change = Change::of("pledge-refunded", format!("pledge {pledge}"))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let begun = audit::doing(&app, change, one.id, |c, id, now| {
        Box::pin(async move { store::step(c, *id, (How::Paid, How::Refunding), now).await })
    })
    .await?;
    app.payments.waits.wake();
    app.funds.forget(seen.campaign.id);
    Ok(seen.back(&member, if begun { "refunding" } else { "too-late" }))
}

/// `POST /desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges/{pledge}/monthly-end`: no more of it every month.
pub async fn end_monthly(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser, pledge)): Path<(String, String, i64)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let recurrence = pledge_of(&app, &seen, pledge).await?.recurrence.ok_or(Error::NotFound)?;
    let change = Change::of("recurrence-ended", format!("pledge {pledge}"))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let ending = audit::doing(&app, change, recurrence.id, |c, id, now| {
        Box::pin(async move { store::let_end(c, *id, now).await })
    })
    .await?;
    app.payments.waits.wake();
    app.funds.forget(seen.campaign.id);
    Ok(seen.back(&member, if ending { "ending" } else { "too-late" }))
}

/// Notes that a transfer was sent back, or never came.
async fn went_back(app: &App, member: &CampaignMember, seen: &Seen, one: Pledge) -> Result<Response> {
    let change = Change::of("transfer-reversed", format!("pledge {}", one.id))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    let with = (one.id, today(app, seen));
    let noted = audit::doing(app, change, with, |c, (id, day), now| {
        Box::pin(async move {
            // A part of it may have gone back while this was asked.
            store::wait_for_pledge(c, *id).await?;
            let Some(one) = store::by_id(c, *id).await? else { return Ok(false) };
            if !store::step(c, one.id, (How::Paid, How::Refunded), now).await? {
                return Ok(false);
            }
            let back = Deed::TransferBack { amount: one.left() };
            books::enter_on(c, &one, &back, day, now).await?;
            if !one.said.email.is_empty() {
                mailing::enqueue(c, MailKind::Refunded, &one, now).await?;
            }
            Ok(true)
        })
    })
    .await?;
    app.mail_waits.wake();
    app.funds.forget(seen.campaign.id);
    Ok(seen.back(member, if noted { "went-back" } else { "too-late" }))
}
