//! A list taken away as a file, written while it is sent.

use super::List;
use super::asked::{self, Asked};
use super::cells;
use super::routes::place;
use super::store::{self, Listing, MAILS, PEOPLE, SIGN_ONS, SIGNATURES};
use crate::accounts::guard::Member;
use crate::audit::{self, Change};
use crate::error::Result;
use crate::state::App;
use crate::web::csv;
use axum::extract::{RawQuery, State};
use axum::response::Response;

const IN_A_CHUNK: usize = 1_000;

/// `GET /desk/campaigns/{campaign}/signatures.csv`
pub async fn signatures(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
    take_away(state.0, member, query.0, &SIGNATURES).await
}

/// `GET /desk/campaigns/{campaign}/sign-ons.csv`
pub async fn sign_ons(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
    take_away(state.0, member, query.0, &SIGN_ONS).await
}

/// `GET /desk/campaigns/{campaign}/mails.csv`
pub async fn mails(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
    take_away(state.0, member, query.0, &MAILS).await
}

/// `GET /desk/groups/{group}/people.csv`
pub async fn people(state: State<App>, member: Member, query: RawQuery) -> Result<Response> {
    take_away(state.0, member, query.0, &PEOPLE).await
}

/// All that the list would show, with the columns that the role reads.
async fn take_away(app: App, member: Member, query: Option<String>, list: &'static List) -> Result<Response> {
    let asked = Asked::read(list, query.as_deref().unwrap_or_default());
    let listing = asked::listing(&app, list, place(&member), &asked, list.in_files).await?;
    let (what, slug) = match &member.campaign {
        Some(campaign) => ("campaign", campaign.slug.clone()),
        None => ("group", member.group.slug.clone()),
    };
    let change = Change::of("exported", format!("{what} {slug}"))
        .by(member.here.account.id)
        .in_group(member.group.id)
        .field("role", None, Some(member.role.word()))
        .field("list", None, Some(list.word));
    audit::note(&app, change).await?;
    let file = format!("{slug}-{}.csv", list.word);
    Ok(csv::stream(&file, |rows| async move { write(&app, &listing, &rows).await }))
}

async fn write(app: &App, listing: &Listing, rows: &csv::Rows) -> Result<()> {
    let mut chunk = csv::row(listing.columns.iter().map(|(column, _)| column.name));
    let mut after = 0;
    loop {
        let (lines, up_to) = store::walk(&mut app.db.read().await?, listing, after, IN_A_CHUNK).await?;
        for line in lines {
            let cells = listing.columns.iter().zip(line.cells);
            let cells: Vec<String> = cells.map(|((column, _), cell)| cells::in_file(column, cell)).collect();
            chunk.push_str(&csv::row(cells.iter().map(String::as_str)));
        }
        // Whoever went away needs no more of it.
        if rows.send(Ok(std::mem::take(&mut chunk).into())).await.is_err() {
            return Ok(());
        }
        match up_to {
            Some(up_to) => after = up_to,
            None => return Ok(()),
        }
    }
}
