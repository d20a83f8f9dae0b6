//! The page of a Checkout session: a button for each thing that can happen to a card.

use crate::answers::mend_refusal;
use crate::checkout::{self, Session, Status, find};
use crate::hooks;
use crate::pairs::Pairs;
use crate::server::State;
use crate::{Failure, held};
use serde_json::Value;
use std::fmt::Write;

/// A button, what it says, and the card or account behind it (docs.stripe.com/testing).
const BUTTONS: [(&str, &str, &str); 6] = [
    ("good", "Pay with a good card", "4242424242424242"),
    ("fails-later", "Pay with a card that can be saved and not charged", DECLINED_LATER),
    ("wants-holder", "Pay with a card that wants its holder each time", "4000002760003184"),
    ("account", "Pay by SEPA debit", "DE89370400440532013000"),
    ("account-fails", "Pay by SEPA debit from an empty account", "DE62370400440532013001"),
    ("declined", "Pay with a card that is declined", DECLINED),
];
const DECLINED: &str = "4000000000000002";
const DECLINED_LATER: &str = "4000000000000341";

/// What comes of a button.
pub enum Shown {
    Page { status: u16, html: String },
    Led { to: String },
}

pub fn show(state: &State, id: &str, said: &str) -> Shown {
    let Some(session) = find(state, id) else {
        return Shown::Page { status: 404, html: framed("<h1>No such session</h1>") };
    };
    match session.status {
        Status::Open => Shown::Page { status: 200, html: open_page(&session, said) },
        Status::Pressed => Shown::Page { status: 409, html: framed("<h1>Under way</h1>") },
        Status::Complete => Shown::Led { to: back(&session, "success_url") },
        Status::Expired => Shown::Page { status: 410, html: framed("<h1>This session has expired</h1>") },
    }
}

pub async fn press(state: &State, id: &str, button: &str) -> Result<Shown, Failure> {
    let Some((_, _, number)) = BUTTONS.iter().find(|(name, ..)| *name == button) else {
        return Ok(show(state, id, "No such button."));
    };
    let open = find(state, id)
        .filter(|_| checkout::change(state, id, Status::Open, |one| one.status = Status::Pressed));
    let Some(session) = open else { return Ok(show(state, id, "")) };
    match play(state, &session, number).await {
        Ok((customer, outcome)) => {
            checkout::complete(state, id, customer, outcome).await;
            Ok(show(state, id, ""))
        }
        Err(trouble) => {
            checkout::change(state, id, Status::Pressed, |one| one.status = Status::Open);
            match trouble {
                Trouble::Declined(left) => {
                    checkout::change(state, id, Status::Open, |one| one.outcome = left);
                    Ok(show(state, id, "Your card was declined."))
                }
                Trouble::Broken(failure) => Err(failure),
            }
        }
    }
}

enum Trouble {
    /// With what was tried, by the name that the API has for it.
    Declined(Option<(&'static str, String)>),
    Broken(Failure),
}

impl<E: Into<Failure>> From<E> for Trouble {
    fn from(error: E) -> Self {
        Self::Broken(error.into())
    }
}

/// The calls that the provider's own page makes: a customer, a way to pay, and what the session is for.
async fn play(
    state: &State,
    session: &Session,
    number: &str,
) -> Result<(String, (&'static str, String)), Trouble> {
    let email = session.order.get("customer_email").unwrap_or("somebody@example.org");
    // What is declined once it is attached would leave no try of a payment, or of a set-up.
    let (customer, method) = match (session.mode(), number) {
        ("payment", DECLINED) => payer(state, email, DECLINED_LATER).await?,
        ("setup", DECLINED) => (customer(state, email).await?, method(state, email, number).await?),
        _ => payer(state, email, number).await?,
    };
    let outcome = match session.mode() {
        "setup" => ("setup_intent", set_up(state, session, &customer, &method).await?),
        "subscription" => ("subscription", subscribe(state, session, &customer, &method).await?),
        _ => ("payment_intent", pay(state, session, &customer, &method).await?),
    };
    Ok((customer, outcome))
}

/// A customer who has a way to pay; the names of both.
async fn payer(state: &State, email: &str, number: &str) -> Result<(String, String), Trouble> {
    let (customer, method) = (customer(state, email).await?, method(state, email, number).await?);
    ask(state, &format!("/v1/payment_methods/{method}/attach"), Pairs::of([("customer", &customer)])).await?;
    Ok((customer, method))
}

async fn customer(state: &State, email: &str) -> Result<String, Trouble> {
    id(&ask(state, "/v1/customers", Pairs::of([("email", email)])).await?)
}

async fn method(state: &State, email: &str, number: &str) -> Result<String, Trouble> {
    id(&ask(state, "/v1/payment_methods", way(number, email)).await?)
}

/// What a button of a page for saving a way to pay leaves, without the page.
pub async fn save(state: &State, email: &str, button: &str) -> Result<(String, String), Failure> {
    let (_, _, number) = BUTTONS.iter().find(|(name, ..)| *name == button).ok_or("no such button")?;
    payer(state, email, number).await.map_err(|trouble| match trouble {
        Trouble::Declined(_) => "the card was declined".into(),
        Trouble::Broken(failure) => failure,
    })
}

fn way(number: &str, email: &str) -> Pairs {
    if number.starts_with("DE") {
        return Pairs::of([
            ("type", "sepa_debit"),
            ("sepa_debit[iban]", number),
            ("billing_details[email]", email),
        ]);
    }
    Pairs::of([
        ("type", "card"),
        ("card[number]", number),
        ("card[exp_month]", "12"),
        ("card[exp_year]", "2099"),
        ("card[cvc]", "123"),
    ])
}

async fn pay(state: &State, session: &Session, customer: &str, method: &str) -> Result<String, Trouble> {
    let mut fields = Pairs::of([
        ("amount", session.price("[unit_amount]")),
        ("currency", session.price("[currency]")),
        ("customer", customer),
        ("payment_method", method),
        ("confirm", "true"),
    ]);
    fields.0.extend(session.metadata_for("payment_intent_data"));
    let payment = match state.upstream.post("/v1/payment_intents", &fields).await? {
        (402, mut refusal) => {
            mend_refusal(402, &mut refusal, &state.upstream).await?;
            let left = id(&refusal["error"]["payment_intent"])?;
            return Err(Trouble::Declined(Some(("payment_intent", left))));
        }
        answered => done("/v1/payment_intents", answered)?,
    };
    let payment_id = id(&payment)?;
    if payment["status"] == "requires_action" {
        // Its holder is here.
        let secret = payment["client_secret"].as_str().ok_or("no secret")?;
        let path = format!("/v1/payment_intents/{payment_id}/_authenticate");
        ask(state, &path, Pairs::of([("client_secret", secret), ("success", "true")])).await?;
    }
    Ok(payment_id)
}

async fn set_up(state: &State, session: &Session, customer: &str, method: &str) -> Result<String, Trouble> {
    let mut fields = Pairs::of([("customer", customer), ("usage", "off_session")]);
    fields.0.extend(session.metadata_for("setup_intent_data"));
    let setup = id(&ask(state, "/v1/setup_intents", fields).await?)?;
    let path = format!("/v1/setup_intents/{setup}/confirm");
    let confirmed = match ask(state, &path, Pairs::of([("payment_method", method)])).await {
        Err(Trouble::Declined(_)) => {
            let (_, left) = state.upstream.get(&format!("/v1/setup_intents/{setup}")).await?;
            hooks::send(state, "setup_intent.setup_failed", left).await;
            return Err(Trouble::Declined(Some(("setup_intent", setup))));
        }
        confirmed => confirmed?,
    };
    if confirmed["status"] == "requires_action" {
        ask(state, &path, Pairs::default()).await?;
    }
    Ok(setup)
}

async fn subscribe(
    state: &State,
    session: &Session,
    customer: &str,
    method: &str,
) -> Result<String, Trouble> {
    let default = Pairs::of([("invoice_settings[default_payment_method]", method)]);
    ask(state, &format!("/v1/customers/{customer}"), default).await?;
    let plan = Pairs::of([
        ("amount", session.price("[unit_amount]")),
        ("currency", session.price("[currency]")),
        ("interval", session.price("[recurring][interval]")),
        ("product[name]", session.price("[product_data][name]")),
    ]);
    let plan = id(&ask(state, "/v1/plans", plan).await?)?;
    let mut fields = Pairs::of([("customer", customer), ("items[0][plan]", &plan)]);
    fields.0.extend(session.metadata_for("subscription_data"));
    id(&ask(state, "/v1/subscriptions", fields).await?)
}

/// Asks for another month, from a card that works or from one that does not any more.
pub async fn pass_month(state: &State, subscription: &str, works: bool) -> Result<(), Failure> {
    let broken = |trouble| match trouble {
        Trouble::Declined(_) => "the card was declined".into(),
        Trouble::Broken(failure) => failure,
    };
    let path = format!("/v1/subscriptions/{subscription}");
    let customer = state.upstream.get(&path).await?.1["customer"].as_str().ok_or("no customer")?.to_owned();
    let number = if works { "4242424242424242" } else { DECLINED_LATER };
    let method = ask(state, "/v1/payment_methods", way(number, "")).await.map_err(broken)?;
    let method = id(&method).map_err(broken)?;
    let attached = format!("/v1/payment_methods/{method}/attach");
    ask(state, &attached, Pairs::of([("customer", &customer)])).await.map_err(broken)?;
    let default = Pairs::of([("invoice_settings[default_payment_method]", &method)]);
    ask(state, &format!("/v1/customers/{customer}"), default).await.map_err(broken)?;
    // A card that does not work any more is an answer here, too.
    state.upstream.post(&format!("{path}/another_month"), &Pairs::default()).await?;
    Ok(())
}

async fn ask(state: &State, path: &str, fields: Pairs) -> Result<Value, Trouble> {
    done(path, state.upstream.post(path, &fields).await?)
}

fn done(path: &str, answered: (u16, Value)) -> Result<Value, Trouble> {
    match answered {
        (200, answer) => Ok(answer),
        (402, _) => Err(Trouble::Declined(None)),
        (status, answer) => Err(Trouble::Broken(format!("{path} was answered {status}: {answer}").into())),
    }
}

fn id(answer: &Value) -> Result<String, Trouble> {
    Ok(answer["id"].as_str().ok_or("an answer without an id")?.to_owned())
}

fn back(session: &Session, name: &str) -> String {
    session.order.get(name).unwrap_or("/").replace("{CHECKOUT_SESSION_ID}", &session.id)
}

fn open_page(session: &Session, said: &str) -> String {
    let title = match session.mode() {
        "setup" => "Save a way to pay".to_owned(),
        mode => format!(
            "{} {} {}{}",
            escaped(session.price("[product_data][name]")),
            escaped(session.price("[unit_amount]")),
            escaped(&session.price("[currency]").to_uppercase()),
            if mode == "subscription" { " every month" } else { "" }
        ),
    };
    let mut page = format!("<h1>{title}</h1>\n<p>A made-up page for tests: nothing is paid.</p>\n");
    if !said.is_empty() {
        let _ = writeln!(page, "<p role=alert>{}</p>", escaped(said));
    }
    let email = escaped(session.order.get("customer_email").unwrap_or_default());
    let _ = writeln!(page, "<p>E-mail: {email}</p>\n<form method=post>");
    for (name, says, _) in BUTTONS {
        let says = if session.mode() == "setup" {
            says.replace("Pay with", "Save").replace("Pay by", "Save")
        } else {
            says.to_owned()
        };
        let _ = writeln!(page, "<p><button name=with value={name}>{says}</button></p>");
    }
    let _ = writeln!(page, "</form>\n<p><a href=\"{}\">Back</a></p>", escaped(&back(session, "cancel_url")));
    framed(&page)
}

fn framed(content: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n<meta name=viewport content=\"width=device-width\">\n\
         <title>Checkout</title>\n<main>\n{content}</main>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// The addresses of all pages, for a browser that has none.
pub fn all(state: &State) -> Vec<String> {
    held(&state.sessions).keys().map(|id| format!("{}/pay/{id}", state.base)).collect()
}
