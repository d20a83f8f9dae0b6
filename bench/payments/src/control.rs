//! What a test asks of the proxy over HTTP, where it runs as a program of its own. Each answers JSON.
//!
//! | | |
//! |---|---|
//! | `GET /_proxy/payments` | the payments with money, as localstripe has them |
//! | `POST /_proxy/mishaps` | `next=lose-request`, `lose-answer`, `fail`, `slow` or `none`, several; or the chances `lose_request`, `lose_answer`, `fail`, `slow` in percent |
//! | `POST /_proxy/webhooks` | `url`, `secret`: whom to tell of events from now on |
//! | `POST /_proxy/events` | `type`, `object`: tells them that this object changed; how each answered |
//! | `POST /_proxy/disputes` | `payment_intent` opens one; `dispute` and `won` (true or false) end it |
//! | `POST /_proxy/payouts` | `amount`, `currency` (eur alone): the bank has so much; the payout's id |
//! | `POST /_proxy/day` | a day passes: no idempotency key is known any more |

use crate::api::{Answer, error};
use crate::hooks::{self, Hook};
use crate::mishaps::{Chances, Mishap};
use crate::pairs::Pairs;
use crate::server::State;
use crate::{Failure, disputes, held};
use hyper::Method;
use serde_json::{Value, json};

pub async fn answer(state: &State, method: &Method, path: &str, fields: &Pairs) -> Answer {
    let done = match (method, path) {
        (&Method::GET, "payments") => payments(state).await.map(|payments| json!(payments)),
        (&Method::POST, "mishaps") => mishaps(state, fields),
        (&Method::POST, "webhooks") => webhooks(state, fields),
        (&Method::POST, "events") => events(state, fields).await,
        (&Method::POST, "disputes") => dispute(state, fields).await,
        (&Method::POST, "payouts") => payouts(state, fields).await,
        (&Method::POST, "day") => {
            held(&state.keys).forget();
            Ok(json!({}))
        }
        _ => return error(404, "proxy", None, "no such thing"),
    };
    done.map_or_else(
        |failure| error(400, "proxy", None, &failure.to_string()),
        |value| Answer::of(200, value),
    )
}

/// Those that brought money: the truth, past every key and mishap.
pub async fn payments(state: &State) -> Result<Vec<Value>, Failure> {
    Ok(all_payments(state).await?.into_iter().filter(has_come).collect())
}

/// What the others are called.
pub async fn without_money(state: &State) -> Result<Vec<String>, Failure> {
    let others = all_payments(state).await?.into_iter().filter(|payment| !has_come(payment));
    Ok(others.filter_map(|payment| payment["id"].as_str().map(str::to_owned)).collect())
}

async fn all_payments(state: &State) -> Result<Vec<Value>, Failure> {
    let (_, list) = state.upstream.get("/v1/payment_intents?limit=1000000").await?;
    Ok(list["data"].as_array().cloned().unwrap_or_default())
}

fn has_come(payment: &Value) -> bool {
    payment["status"] == "succeeded"
}

fn mishaps(state: &State, fields: &Pairs) -> Result<Value, Failure> {
    let mut mishaps = held(&state.mishaps);
    for name in fields.all("next") {
        mishaps.script(Mishap::parse(name).ok_or("no such mishap")?);
    }
    let chance = |name| fields.get(name).map(str::parse::<u64>).transpose();
    let (lose_request, lose_answer, fail, slow) =
        (chance("lose_request")?, chance("lose_answer")?, chance("fail")?, chance("slow")?);
    if [lose_request, lose_answer, fail, slow].iter().any(Option::is_some) {
        let or_never = Option::unwrap_or_default;
        mishaps.change(Chances {
            lose_request: or_never(lose_request),
            lose_answer: or_never(lose_answer),
            fail: or_never(fail),
            slow: or_never(slow),
        });
    }
    Ok(json!({}))
}

fn webhooks(state: &State, fields: &Pairs) -> Result<Value, Failure> {
    let field = |name| fields.get(name).map(str::to_owned).ok_or("url and secret are needed");
    held(&state.hooks).push(Hook { url: field("url")?, secret: field("secret")? });
    Ok(json!({}))
}

async fn events(state: &State, fields: &Pairs) -> Result<Value, Failure> {
    let field = |name| fields.get(name).ok_or("type and object are needed");
    Ok(json!(hooks::send(state, field("type")?, json!({"id": field("object")?})).await))
}

async fn dispute(state: &State, fields: &Pairs) -> Result<Value, Failure> {
    match (fields.get("payment_intent"), fields.get("dispute")) {
        (Some(payment), _) => Ok(json!({"id": disputes::open(state, payment, None).await?})),
        (None, Some(id)) => {
            disputes::close(state, id, fields.get("won") == Some("true"))?;
            Ok(json!({"id": id}))
        }
        (None, None) => Err("payment_intent or dispute is needed".into()),
    }
}

async fn payouts(state: &State, fields: &Pairs) -> Result<Value, Failure> {
    let field = |name| fields.get(name).ok_or("amount and currency are needed");
    Ok(json!({"id": pay_out(state, field("amount")?, field("currency")?).await?}))
}

/// Sends so much to the bank; the payout's id.
pub async fn pay_out(state: &State, amount: &str, currency: &str) -> Result<String, Failure> {
    let fields = Pairs::of([("amount", amount), ("currency", currency), ("status", "paid")]);
    let (status, payout) = state.upstream.post("/v1/payouts", &fields).await?;
    let id = payout["id"].as_str().filter(|_| status == 200);
    Ok(id.ok_or_else(|| format!("localstripe answered {status}"))?.to_owned())
}
