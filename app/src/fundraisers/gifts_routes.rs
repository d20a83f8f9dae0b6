//! The yearly statement behind a pledge’s private link: what came in from its address, by year.

use super::pages::{GiftsPage, Year};
use super::private_routes::{gone, open};
use super::{Pledge, shown, store};
use crate::campaigns::directory::Running;
use crate::clock::day;
use crate::error::Result;
use crate::state::App;
use crate::web::answer::private;
use crate::web::i18n::{Language, Say};
use crate::web::layout::Frame;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use broadside_money::{Amount, Currency};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// `GET /pledges/{token}/gifts`
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let opened = open(&app, &token, query.as_deref()).await?.filter(|opened| opened.is_mailed);
    let Some(opened) = opened.filter(|opened| !opened.one.address_key.is_empty()) else {
        return gone(&app, query.as_deref());
    };
    let (one, campaign) = (&opened.one, &opened.campaign);
    let gifts = store::gifts_of(&mut app.db.read().await?, one.promise.group, &one.address_key).await?;
    let say = opened.language.say();
    // A group's campaigns may call their fundraisers alike.
    let mut campaigns: HashMap<i64, Arc<Running>> = HashMap::new();
    for gift in &gifts {
        let id = gift.promise.campaign;
        if let Entry::Vacant(place) = campaigns.entry(id)
            && let Some(found) = app.directory.by_id(&app, id).await?
        {
            place.insert(found);
        }
    }
    let page = GiftsPage {
        years: by_year(&gifts, (campaign, &campaigns), opened.language, &say),
        group: campaign.definition.group.name.clone(),
        back: opened.own_page(),
        frame: Frame {
            further_stylesheet: Some(app.assets.inner_stylesheet.clone()),
            ..campaign.inner_frame(&app, opened.language)
        },
    };
    private(StatusCode::OK, &page)
}

/// The newest year first; of several currencies each by itself.
fn by_year(
    gifts: &[Pledge],
    (campaign, campaigns): (&Running, &HashMap<i64, Arc<Running>>),
    language: Language,
    say: &Say,
) -> Vec<Year> {
    let zone = &campaign.definition.time_zone;
    let mut years: Vec<(String, Currency, i64, Year)> = Vec::new();
    for gift in gifts {
        let at = gift.paid_at.unwrap_or(gift.changed_at);
        let (year, currency) = (day(at, zone).chars().take(4).collect::<String>(), gift.promise.currency);
        let place = years.iter().position(|(known, of, ..)| *known == year && *of == currency);
        let place = place.unwrap_or_else(|| {
            years.push((year, currency, 0, Year { sum: String::new(), gifts: Vec::new() }));
            years.len() - 1
        });
        let (_, _, sum, shown) = &mut years[place];
        *sum += gift.left();
        shown.gifts.push((
            gift.receipt_number().unwrap_or_default(),
            say.day(at, zone),
            campaigns
                .get(&gift.promise.campaign)
                .map_or_else(|| gift.promise.slug.clone(), |own| shown::title(own, &gift.promise, language)),
            shown::given(gift, say),
        ));
    }
    let told = |(year, currency, sum, shown): (String, Currency, i64, Year)| Year {
        sum: say.with(
            "fundraisers-gifts-sum",
            &[("year", &year), ("sum", &say.money(Amount::new(sum, currency)))],
        ),
        ..shown
    };
    years.into_iter().rev().map(told).collect()
}
