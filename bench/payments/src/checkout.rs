//! Checkout sessions, which localstripe has none of. Their page is in `page.rs`.

use crate::answers::mend;
use crate::api::{Answer, error};
use crate::pairs::Pairs;
use crate::server::State;
use crate::{Failure, held, hooks, later};
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub struct Session {
    pub id: String,
    /// As it was asked for.
    pub order: Pairs,
    pub status: Status,
    pub customer: Option<String>,
    /// What came of it, by the name that the API has for it.
    pub outcome: Option<(&'static str, String)>,
    created: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    /// A button was pressed, and it is not known yet what comes of it.
    Pressed,
    Complete,
    Expired,
}

impl Session {
    pub fn mode(&self) -> &str {
        self.order.get("mode").unwrap_or("payment")
    }

    /// `payment_intent_data[metadata]` and the like, as fields `metadata[…]`.
    pub fn metadata_for(&self, what: &str) -> Vec<(String, String)> {
        let parent = format!("{what}[metadata]");
        self.order
            .within(&parent)
            .map(|(name, value)| (format!("metadata[{name}]"), value.to_owned()))
            .collect()
    }

    pub fn price(&self, field: &str) -> &str {
        self.order.get(&format!("line_items[0][price_data]{field}")).unwrap_or_default()
    }

    fn told(&self, base: &str) -> Value {
        let metadata: serde_json::Map<_, _> =
            self.order.within("metadata").map(|(name, value)| (name.to_owned(), json!(value))).collect();
        let open = matches!(self.status, Status::Open | Status::Pressed);
        let status = match self.status {
            Status::Open | Status::Pressed => "open",
            Status::Complete => "complete",
            Status::Expired => "expired",
        };
        let mut told = json!({
            "id": self.id, "object": "checkout.session", "mode": self.mode(), "status": status,
            "url": open.then(|| format!("{base}/pay/{}", self.id)),
            "client_reference_id": self.order.get("client_reference_id"), "metadata": metadata,
            "customer": self.customer, "customer_email": self.order.get("customer_email"),
            "success_url": self.order.get("success_url"), "cancel_url": self.order.get("cancel_url"),
            "locale": self.order.get("locale"), "created": self.created, "expires_at": self.expires_at(),
            "payment_intent": null, "setup_intent": null, "subscription": null, "livemode": false,
        });
        if let Some((name, id)) = &self.outcome {
            told[name] = json!(id);
        }
        told
    }

    fn expires_at(&self) -> i64 {
        let asked = self.order.get("expires_at").and_then(|at| at.parse().ok());
        asked.unwrap_or(self.created + 24 * 60 * 60)
    }
}

pub fn create(state: &State, order: &Pairs) -> Answer {
    let missing = |name: &str| {
        error(400, "invalid_request_error", Some("parameter_missing"), &format!("Missing {name}"))
    };
    let mode = order.get("mode").unwrap_or_default();
    let needed: &[&str] = match mode {
        "payment" => &["line_items[0][price_data][unit_amount]", "line_items[0][price_data][currency]"],
        "subscription" => {
            &["line_items[0][price_data][unit_amount]", "line_items[0][price_data][recurring][interval]"]
        }
        "setup" => &["currency"],
        _ => return missing("mode"),
    };
    if let Some(name) = ["success_url"].iter().chain(needed).find(|name| order.get(name).is_none()) {
        return missing(name);
    }
    let mut sessions = held(&state.sessions);
    let session = Session {
        id: format!("cs_test_{}", sessions.len() + 1),
        order: order.clone(),
        status: Status::Open,
        customer: None,
        outcome: None,
        created: (state.now)(),
    };
    let wait = session.expires_at() - session.created;
    // With a minute of grace for clocks.
    if !(30 * 60 - 60..=24 * 60 * 60 + 60).contains(&wait) {
        return error(400, "invalid_request_error", None, "expires_at must be 30 minutes to 24 hours ahead");
    }
    let told = session.told(&state.base);
    sessions.insert(session.id.clone(), session);
    Answer::of(200, told)
}

/// The session as it is now: an open one ends by itself.
pub fn find(state: &State, id: &str) -> Option<Session> {
    let mut sessions = held(&state.sessions);
    let session = sessions.get_mut(id)?;
    if session.status == Status::Open && session.expires_at() <= (state.now)() {
        session.status = Status::Expired;
    }
    Some(session.clone())
}

fn no_session() -> Answer {
    error(404, "invalid_request_error", Some("resource_missing"), "No such checkout.session")
}

pub async fn retrieve(state: &State, id: &str, fields: &Pairs) -> Result<Answer, Failure> {
    let Some(session) = find(state, id) else { return Ok(no_session()) };
    let mut told = session.told(&state.base);
    if let Some((name, outcome)) = &session.outcome {
        let mut within = Pairs::default();
        let mut wanted = false;
        for path in fields.all("expand[]") {
            if let Some(rest) = path.strip_prefix(name) {
                wanted = true;
                if let Some(rest) = rest.strip_prefix('.') {
                    within.push("expand[]", rest);
                }
            }
        }
        if wanted {
            let path = format!("/v1/{name}s/{outcome}?{}", within.encoded());
            told[name] = state.upstream.get(&path).await?.1;
        }
    }
    mend(&mut told, &state.fees);
    later::mark(state, &mut told);
    Ok(Answer::of(200, told))
}

pub async fn expire(state: &State, id: &str) -> Result<Answer, Failure> {
    let Some(session) = find(state, id) else { return Ok(no_session()) };
    if !change(state, id, Status::Open, |session| session.status = Status::Expired) {
        return Ok(error(
            400,
            "invalid_request_error",
            None,
            "Only Checkout Sessions with a status of open can be expired.",
        ));
    }
    let told = Session { status: Status::Expired, ..session }.told(&state.base);
    hooks::send(state, "checkout.session.expired", told.clone()).await;
    Ok(Answer::of(200, told))
}

/// Changes a session that stands so; false where it does not.
pub fn change(state: &State, id: &str, from: Status, how: impl FnOnce(&mut Session)) -> bool {
    match held(&state.sessions).get_mut(id) {
        Some(session) if session.status == from => {
            how(session);
            true
        }
        _ => false,
    }
}

/// Notes what came of a session, and tells whoever listens.
pub async fn complete(state: &State, id: &str, customer: String, outcome: (&'static str, String)) {
    let done = change(state, id, Status::Pressed, |session| {
        session.status = Status::Complete;
        session.customer = Some(customer);
        session.outcome = Some(outcome);
    });
    if let Some(session) = find(state, id).filter(|_| done) {
        hooks::send(state, "checkout.session.completed", session.told(&state.base)).await;
    }
}
