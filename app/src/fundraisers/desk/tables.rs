//! What is taken away at the desk: the book as a table and as a journal, and who pledged and paid.

use super::routes::{AT_ONCE, find};
use crate::accounts::guard::CampaignMember;
use crate::audit::{self, Change};
use crate::error::{Error, Result};
use crate::fundraisers::{Pledge, State as How, store};
use crate::state::App;
use crate::web::csv;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/ledger.journal`: as hledger reads it.
pub async fn journal(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let book = store::book(&mut app.db.read().await?, seen.promise.id, seen.promise.currency).await?;
    file(&format!("{fundraiser}.journal"), "text/plain; charset=utf-8", book.journal())
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/ledger.csv`
pub async fn ledger(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let book = store::book(&mut app.db.read().await?, seen.promise.id, seen.promise.currency).await?;
    let rows = book.rows().into_iter().map(|[day, entry, account, amount, currency]| {
        // An amount below nothing is a number, and no formula.
        let [day, entry, account, currency] =
            [day, entry, account, currency].map(|cell| csv::row([cell.as_str()]).trim_end().to_owned());
        format!("{day},{entry},{account},{amount},{currency}\r\n")
    });
    file(&format!("{fundraiser}-ledger.csv"), "text/csv; charset=utf-8", rows.collect())
}

fn file(name: &str, kind: &'static str, text: String) -> Result<Response> {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, disposition.map_err(|_| Error::NotFound)?),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, text).into_response())
}

/// `GET /desk/campaigns/{campaign}/fundraisers/{fundraiser}/pledges.csv`: who pledged and paid; noted in the record.
pub async fn table(
    State(app): State<App>,
    member: CampaignMember,
    Path((_, fundraiser)): Path<(String, String)>,
) -> Result<Response> {
    let seen = find(&app, &member, &fundraiser).await?;
    let change = Change::of("pledges-exported", format!("fundraiser {fundraiser}"))
        .by(member.here.account.id)
        .in_group(member.campaign.group.id);
    audit::note(&app, change).await?;
    Ok(csv::stream(&format!("{fundraiser}-pledges.csv"), move |rows| async move {
        const HEAD: [&str; 14] = [
            "id",
            "state",
            "name",
            "email",
            "organisation",
            "memory",
            "amount",
            "fees",
            "currency",
            "receipt",
            "payment",
            "created_at",
            "month",
            "refunded",
        ];
        let gone = |_| Error::Broken("the reader of a table went away".to_owned());
        rows.send(Ok(Bytes::from(csv::row(HEAD)))).await.map_err(gone)?;
        let mut before = None;
        loop {
            let some = store::newest(&mut app.db.read().await?, seen.promise.id, before, AT_ONCE).await?;
            let Some(last) = some.last() else { return Ok(()) };
            before = Some(last.id);
            let text: String = some.iter().map(line).collect();
            rows.send(Ok(Bytes::from(text))).await.map_err(gone)?;
        }
    }))
}

fn line(one: &Pledge) -> String {
    let decimal = |minor| broadside_money::Amount::new(minor, one.promise.currency).decimal();
    let at = jiff::Timestamp::from_microsecond(one.created_at).unwrap_or_default().to_string();
    csv::row([
        one.id.to_string().as_str(),
        one.state.word(),
        &one.said.name,
        &one.said.email,
        &one.said.organisation,
        &one.said.memory,
        &decimal(one.said.amount),
        &decimal(one.said.fees),
        one.promise.currency.code(),
        &one.receipt_number().unwrap_or_default(),
        one.payment.as_deref().unwrap_or_default(),
        &at,
        &one.recurrence.as_ref().map(|all| all.month.to_string()).unwrap_or_default(),
        &decimal(if one.state == How::Refunded { one.said.amount } else { one.returned }),
    ])
}
