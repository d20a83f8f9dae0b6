//! One call of the API: with its mishap, under its key, by us or by localstripe.

use crate::answers::{mend, mend_refusal, without_its_holder};
use crate::keys::Known;
use crate::mishaps::Mishap;
use crate::pairs::Pairs;
use crate::server::{Cut, State};
use crate::upstream::Upstream;
use crate::{Failure, checkout, disputes, held, later, lists};
use hyper::Method;
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

#[derive(Clone, Debug)]
pub struct Call {
    pub method: Method,
    pub path: String,
    /// Of the query or the form.
    pub fields: Pairs,
    pub key: Option<String>,
    pub authorization: String,
}

impl Call {
    /// What must be the same under the same key.
    pub fn told(&self) -> String {
        format!("{} {}?{}", self.method, self.path, self.fields.encoded())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub body: Value,
    pub replayed: bool,
}

impl Answer {
    pub fn of(status: u16, body: Value) -> Self {
        Self { status, body, replayed: false }
    }
}

pub fn error(status: u16, kind: &str, code: Option<&str>, message: &str) -> Answer {
    let mut said = json!({"type": kind, "message": message});
    if let Some(code) = code {
        said["code"] = json!(code);
    }
    Answer::of(status, json!({"error": said}))
}

pub async fn answer(state: Arc<State>, call: Call) -> Result<Answer, Cut> {
    let is_charge = call.method == Method::POST && call.path == "/v1/payment_intents";
    let mishap = held(&state.mishaps).next(is_charge);
    if mishap == Mishap::LoseRequest {
        return Err(Cut);
    }
    // Whoever asked may be gone before it is done; it is done all the same, and what came of it is kept.
    let answer = tokio::spawn(keyed(state, call, mishap)).await.map_err(|_| Cut)?;
    if mishap == Mishap::LoseAnswer { Err(Cut) } else { Ok(answer) }
}

async fn keyed(state: Arc<State>, call: Call, mishap: Mishap) -> Answer {
    let key = call.key.clone().filter(|_| call.method == Method::POST);
    if let Some(key) = &key
        && let Known::Answered(answer) = held(&state.keys).begin(key, &call)
    {
        return answer;
    }
    let done = perform(&state, &call, mishap == Mishap::Slow).await;
    let mut answer = done.unwrap_or_else(|failure| error(500, "api_error", None, &failure.to_string()));
    if mishap == Mishap::Fail {
        answer = error(500, "api_error", None, "An unknown error occurred.");
    }
    if let Some(key) = &key {
        held(&state.keys).done(key, &answer);
    }
    answer
}

async fn perform(state: &Arc<State>, call: &Call, is_slow: bool) -> Result<Answer, Failure> {
    if !call.authorization.starts_with("Bearer sk_") {
        return Ok(error(401, "invalid_request_error", None, "Invalid API Key provided"));
    }
    if state.later.is_another_account.load(Ordering::Relaxed) {
        return Ok(error(404, "invalid_request_error", Some("resource_missing"), "No such object"));
    }
    let is_charge = call.method == Method::POST && call.path == PAYMENTS;
    let amount = call.fields.get("amount").and_then(|amount| amount.parse().ok()).unwrap_or(0);
    if is_charge && amount > 0 && amount == state.later.refused.load(Ordering::Relaxed) {
        return Ok(error(400, "invalid_request_error", Some("amount_too_small"), "Amount must be more"));
    }
    let parts: Vec<&str> = call.path.trim_start_matches("/v1/").split('/').collect();
    match (&call.method, &parts[..]) {
        (&Method::POST, ["checkout", "sessions"]) => Ok(checkout::create(state, &call.fields)),
        (&Method::GET, ["checkout", "sessions", id]) => checkout::retrieve(state, id, &call.fields).await,
        (&Method::POST, ["checkout", "sessions", id, "expire"]) => checkout::expire(state, id).await,
        (&Method::GET, ["disputes"]) => Ok(disputes::list(state, call.fields.get("payment_intent"))),
        (&Method::GET, ["disputes", id]) => Ok(disputes::retrieve(state, id)),
        (&Method::POST, ["refunds"])
            if call.fields.get("payment_intent").is_some_and(|one| disputes::is_gone(state, one)) =>
        {
            let said = "The charge has been charged back; cannot issue a refund.";
            Ok(error(400, "invalid_request_error", Some("charge_disputed"), said))
        }
        _ => forward(state, call, is_slow).await,
    }
}

/// What localstripe takes no notice of and refuses for being unknown to it.
fn is_unknown(name: &str, value: &str) -> bool {
    name.starts_with("automatic_payment_methods[") || (name == "expand[]" && value.ends_with("payments"))
}

const PAYMENTS: &str = "/v1/payment_intents";
/// So long a bank takes its time.
const SLOW: Duration = Duration::from_secs(2);

/// A payment that whoever asks sees before it is tried.
async fn slowly(call: &Call, fields: &Pairs, upstream: &Upstream) -> Result<(u16, Value), Failure> {
    let untried = fields.without(|name, _| matches!(name, "confirm" | "off_session"));
    let (status, payment) = upstream.call(&call.method, PAYMENTS, &untried, &call.authorization).await?;
    let Some(id) = payment["id"].as_str().filter(|_| status == 200) else { return Ok((status, payment)) };
    tokio::time::sleep(SLOW).await;
    let shown = fields.without(|name, _| name != "expand[]");
    upstream.call(&call.method, &format!("{PAYMENTS}/{id}/confirm"), &shown, &call.authorization).await
}

/// A refund without an amount is of what is left; localstripe takes it for all of it.
async fn whole_refund(state: &State, call: &Call) -> Result<Pairs, Failure> {
    let mut fields = call.fields.clone();
    let payment =
        fields.get("payment_intent").filter(|_| call.method == Method::POST && call.path == "/v1/refunds");
    if let Some(payment) = payment.filter(|_| fields.get("amount").is_none()) {
        let (_, intent) = state.upstream.get(&format!("{PAYMENTS}/{payment}?expand[]=latest_charge")).await?;
        let part = |value: &Value| value.as_i64().unwrap_or_default();
        let left = part(&intent["amount"]) - part(&intent["latest_charge"]["amount_refunded"]);
        if left > 0 {
            fields.push("amount", left.to_string());
        }
    }
    Ok(fields)
}

async fn forward(state: &State, call: &Call, is_slow: bool) -> Result<Answer, Failure> {
    let upstream = &state.upstream;
    let call = &Call { fields: whole_refund(state, call).await?, ..call.clone() };
    let (mut status, mut body) = if call.method == Method::GET && lists::are_ours(&call.path) {
        lists::list(&call.path, &call.fields, &call.authorization, upstream).await?
    } else {
        let fields = call.fields.without(is_unknown);
        if is_slow && call.path == PAYMENTS && fields.get("confirm") == Some("true") {
            held(&state.mishaps).met.slow += 1;
            slowly(call, &fields, upstream).await?
        } else {
            upstream.call(&call.method, &call.path, &fields, &call.authorization).await?
        }
    };
    mend_refusal(status, &mut body, upstream).await?;
    let alone = call.path == PAYMENTS && call.fields.get("off_session") == Some("true");
    if alone && body["status"] == "requires_action" {
        (status, body) = (402, without_its_holder(&body, upstream).await?);
    }
    mend(&mut body, &state.fees);
    if call.method == Method::POST
        && call.path == "/v1/refunds"
        && state.later.refunds_fail.load(Ordering::Relaxed)
    {
        state.later.fail(&body);
    }
    disputes::mark(state, &mut body);
    later::mark(state, &mut body);
    Ok(Answer::of(status, body))
}
