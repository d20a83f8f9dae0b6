//! Forty made-up people who sign by the same road as everybody: form, mail, button.
//! They live at example.org, and no real organisation has a signer among them.

use super::store;
use crate::campaigns::definition::Partner;
use crate::mail::store as mails;
use crate::signatures::mailing;
use crate::state::App;
use crate::{routes, work};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The people of a demo sit at this machine.
const HERE: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);

type Failure = Box<dyn std::error::Error>;

/// Name, relation (or none), shown on the letter, language.
const PEOPLE: [(&str, &str, bool, &str); 40] = [
    ("Ada Example", "customer", true, "en"),
    ("Ngozi Example", "would-be-customer", true, "en"),
    ("Jorge Ejemplo", "customer", true, "es"),
    ("李例子", "customer", true, "en"),
    ("Zoë Example", "customer", true, "en"),
    ("مثال أمل", "customer", true, "en"),
    ("Bartholomew Featherstonehaugh-Example", "customer", true, "en"),
    ("Q", "would-be-customer", true, "en"),
    ("Lucía Muestra", "would-be-customer", true, "es"),
    ("Jo Example", "", true, "en"),
    ("Priya Example", "customer", true, "en"),
    ("Tomás de la Muestra y Ejemplo", "customer", true, "es"),
    ("Sam Sample", "customer", true, "en"),
    ("Дарья Пример", "would-be-customer", true, "en"),
    ("Kofi Example", "customer", true, "en"),
    ("Hana Sample", "customer", true, "en"),
    ("Ines Muestra", "customer", true, "es"),
    ("Teo Sample 🌿", "", true, "en"),
    ("Mika Example", "would-be-customer", true, "en"),
    ("Rosa Ejemplo", "customer", true, "es"),
    ("Wanjiru Example", "customer", true, "en"),
    ("Olof Exempel", "customer", true, "en"),
    ("Thandiwe Example", "would-be-customer", true, "en"),
    ("Noor Sample", "customer", true, "en"),
    ("Emil Beispiel", "customer", true, "en"),
    ("Marta Ejemplo", "would-be-customer", true, "es"),
    ("Ruth Example", "customer", true, "en"),
    ("Chloé Exemple", "customer", true, "en"),
    ("Dov Sample", "customer", true, "en"),
    ("Anahí Muestra", "customer", true, "es"),
    ("Lee Example", "", false, "en"),
    ("Frances Example", "customer", false, "en"),
    ("Pilar Ejemplo", "customer", false, "es"),
    ("Amadou Example", "would-be-customer", false, "en"),
    ("Greta Sample", "customer", false, "en"),
    ("Hugo Muestra", "would-be-customer", false, "es"),
    ("Yuki Example", "customer", false, "en"),
    ("Carmen Ejemplo", "customer", false, "es"),
    ("Ivo Sample", "customer", false, "en"),
    ("Nell Example", "would-be-customer", false, "en"),
];

/// Lets the people sign who have not yet; a start that was interrupted is taken up again.
pub async fn sign(app: &App, campaign: &str) -> Result<(), Failure> {
    let running = app.directory.by_slug(app, campaign).await?.ok_or("the campaign is not there")?;
    let letter = running.letters.first().ok_or("the campaign has no letter")?;
    let mut c = app.db.read().await?;
    if usize::try_from(store::signatures(&mut c).await?)? >= PEOPLE.len() {
        return Ok(());
    }
    let known = store::addresses(&mut c).await?;
    drop(c);
    let action = format!("{}/signatures", running.letter_path(letter));
    let partner = running.partners().next();
    let source = partner.map(Partner::source);
    for (number, (name, relation, public, language)) in (1..).zip(PEOPLE) {
        let email = format!("person{number}@example.org");
        if known.contains(&email) {
            continue;
        }
        // Each took an own time: people who took none, and all alike, would be held.
        let filled_in = (9_000 + number * 4_711 % 50_000).to_string();
        let mut form =
            vec![("name", name), ("email", &email), ("relation", relation), ("filled_in", &filled_in)];
        if public {
            form.push(("public", "1"));
        }
        // Some let the partner write to them, and some came by its page.
        if number % 3 == 0 {
            form.extend(partner.iter().map(|partner| ("consent", partner.slug.as_str())));
        }
        if number % 5 == 0 {
            form.extend(source.as_deref().map(|source| ("source", source)));
        }
        let body = serde_html_form::to_string(&form)?;
        let answer = post(app, &format!("{action}?lang={language}"), body).await?;
        expect(&answer, &format!("the sign-on of {name}"))?;
    }
    work::run_until_idle(app).await?;
    for link in links_to_confirm(app).await? {
        let (path, query) = link.split_once('?').unwrap_or((&link, ""));
        let answer = post(app, &format!("{path}/confirmation?{query}"), String::new()).await?;
        expect(&answer, "a confirmation")?;
    }
    Ok(())
}

/// The links in the mails of those whose button is not pressed yet.
async fn links_to_confirm(app: &App) -> Result<Vec<String>, Failure> {
    let mut c = app.db.read().await?;
    let waiting = store::waiting(&mut c).await?;
    let newest = mails::newest(&mut c, 100).await?;
    drop(c);
    let mut links = Vec::new();
    for mail in newest {
        if mail.about.sign_on().is_some_and(|asked| waiting.contains(&asked.sign_on_id))
            && let Some(draft) = mailing::draft_of(app, &mail).await?
        {
            links.extend(link_in(&draft.written.text, app.settings.base_url()));
        }
    }
    Ok(links)
}

/// The private link in a mail's text, without the host.
fn link_in(text: &str, base_url: &str) -> Option<String> {
    let line = text.lines().find(|line| line.contains("/signatures/"))?;
    Some(line.trim().strip_prefix(base_url)?.to_owned())
}

pub async fn post(app: &App, path: &str, body: String) -> Result<Response, Failure> {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))?;
    Ok(routes::front(app.clone()).answer(request, HERE).await?)
}

pub fn expect(answer: &Response, what: &str) -> Result<(), Failure> {
    match answer.status() {
        StatusCode::SEE_OTHER => Ok(()),
        status => Err(format!("{what} was answered with {status}").into()),
    }
}
