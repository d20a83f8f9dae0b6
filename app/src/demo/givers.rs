//! Made-up people who pledge by the same road as everybody: form, the provider's page, a card of practice.

use super::people::{expect, post};
use crate::fundraisers::{practice, store};
use crate::state::App;
use crate::work;
use axum::http::header;

type Failure = Box<dyn std::error::Error>;

/// Name, amount, words, named, amount shown, card, language.
const GIVERS: [(&str, &str, &str, bool, bool, &str, &str); 8] = [
    ("Ada Example", "150", "For the children who wait.", true, true, "works", "en"),
    ("Jorge Ejemplo", "50", "¡Que lo vea toda la ciudad!", true, false, "works", "es"),
    ("Lee Example", "500", "", false, true, "works", "en"),
    ("Bartholomew Featherstonehaugh-Example", "15", "", true, true, "works", "en"),
    ("مثال أمل", "300", "من أجل كل عائلة.", true, true, "works", "en"),
    ("Carmen Ejemplo", "250", "", false, false, "declines", "es"),
    ("Kofi Example", "600", "Drive past slowly, please.", true, true, "works", "en"),
    ("Hana Sample", "400", "", true, false, "works", "en"),
];

/// Lets them pledge for a campaign's first fundraiser, once.
pub async fn give(app: &App, campaign: &str) -> Result<(), Failure> {
    let running = app.directory.by_slug(app, campaign).await?.ok_or("the campaign is not there")?;
    let Some(fundraiser) = running.definition.fundraisers.first() else { return Ok(()) };
    let promises = store::promises_of(&mut app.db.read().await?, running.id).await?;
    let Some(promise) = promises.into_iter().find(|one| one.slug == fundraiser.slug) else { return Ok(()) };
    let is_new = store::newest(&mut app.db.read().await?, promise.id, None, 1).await?.is_empty();
    if !is_new || !promise.takes(app.clock.now()) {
        return Ok(());
    }
    for (number, (name, amount, words, named, shown, card, language)) in (1..).zip(GIVERS) {
        let email = format!("giver{number}@example.org");
        let mut form = vec![("name", name), ("email", &email), ("other", amount), ("words", words)];
        form.extend(named.then_some(("named", "1")));
        form.extend(shown.then_some(("show_amount", "1")));
        let path = format!("/campaigns/{campaign}/fundraisers/{}/pledges?lang={language}", fundraiser.slug);
        let answer = post(app, &path, serde_html_form::to_string(&form)?).await?;
        expect(&answer, &format!("the pledge of {name}"))?;
        let there = answer.headers().get(header::LOCATION).and_then(|there| there.to_str().ok());
        let token = there.and_then(|there| there.strip_prefix("/pledges/")?.split('/').next());
        let token = token.ok_or("a pledge led nowhere")?;
        let opened = crate::fundraisers::private_routes::open(app, token, None).await?;
        let session = opened.and_then(|opened| opened.one.session).ok_or("a pledge has no page")?;
        let answer = post(app, &practice::path(&session), format!("card={card}")).await?;
        expect(&answer, "a card of practice")?;
        if let Some(opened) = crate::fundraisers::private_routes::open(app, token, None).await? {
            app.payments.hint(opened.one.id);
        }
        work::run_until_idle(app).await?;
    }
    Ok(())
}
