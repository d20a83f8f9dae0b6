//! Disputes, which localstripe has none of. A test opens and ends them.

use crate::answers::each;
use crate::api::{Answer, error};
use crate::server::State;
use crate::{Failure, held};
use serde_json::{Value, json};

/// Of the money and the fee that the provider takes for it.
const FEE: i64 = 2_000;

/// Opens a dispute of a payment, over a part where one is named; its id.
pub async fn open(state: &State, payment: &str, part: Option<i64>) -> Result<String, Failure> {
    let (status, intent) = state.upstream.get(&format!("/v1/payment_intents/{payment}")).await?;
    if status != 200 {
        return Err(format!("no payment {payment}").into());
    }
    let mut disputes = held(&state.disputes);
    let id = format!("du_test_{}", disputes.len() + 1);
    let charge = &intent["latest_charge"];
    let charge = if charge.is_object() { &charge["id"] } else { charge };
    let amount = part.or(intent["amount"].as_i64()).unwrap_or_default();
    let dispute = json!({
        "id": id, "object": "dispute", "status": "needs_response", "reason": "fraudulent", "amount": amount,
        "currency": intent["currency"], "payment_intent": payment, "charge": charge,
        "created": (state.now)(), "metadata": {},
        "balance_transactions": [moved(&id, 1, -amount, FEE, &intent["currency"], (state.now)())],
    });
    disputes.insert(id.clone(), dispute);
    Ok(id)
}

/// Ends one: where it is won, the money comes again, and the fee does not.
pub fn close(state: &State, id: &str, won: bool) -> Result<(), Failure> {
    let mut disputes = held(&state.disputes);
    let dispute = disputes.get_mut(id).ok_or("no such dispute")?;
    dispute["status"] = json!(if won { "won" } else { "lost" });
    if won {
        let amount = dispute["amount"].as_i64().unwrap_or_default();
        let again = moved(id, 2, amount, 0, &dispute["currency"], (state.now)());
        dispute["balance_transactions"].as_array_mut().ok_or("no movements")?.push(again);
    }
    Ok(())
}

fn moved(id: &str, number: u8, amount: i64, fee: i64, currency: &Value, now: i64) -> Value {
    json!({"id": format!("txn_{id}_{number}"), "object": "balance_transaction", "type": "adjustment",
        "reporting_category": if amount < 0 { "dispute" } else { "dispute_reversal" }, "amount": amount, "fee": fee,
        "net": amount - fee, "currency": currency, "source": id, "created": now, "available_on": now})
}

/// Those of a payment, newest first.
pub fn list(state: &State, payment: Option<&str>) -> Answer {
    let mut found: Vec<Value> = held(&state.disputes)
        .values()
        .filter(|dispute| payment.is_none_or(|payment| dispute["payment_intent"] == payment))
        .cloned()
        .collect();
    found.sort_by_key(|dispute| std::cmp::Reverse(dispute["created"].as_i64()));
    Answer::of(200, json!({"object": "list", "url": "/v1/disputes", "has_more": false, "data": found}))
}

/// Whether a payment's money is with its holder's bank, so that nothing of it can be paid back.
pub fn is_gone(state: &State, payment: &str) -> bool {
    held(&state.disputes)
        .values()
        .any(|dispute| dispute["payment_intent"] == payment && dispute["status"] != "won")
}

/// Says of each charge within an answer whether it was ever disputed.
pub fn mark(state: &State, answer: &mut Value) {
    each(answer, &mut |one| {
        if one["object"] == "charge" {
            let is_disputed = held(&state.disputes).values().any(|dispute| dispute["charge"] == one["id"]);
            one["disputed"] = json!(is_disputed);
        }
    });
}

pub fn retrieve(state: &State, id: &str) -> Answer {
    match held(&state.disputes).get(id) {
        Some(dispute) => Answer::of(200, dispute.clone()),
        None => error(404, "invalid_request_error", Some("resource_missing"), "No such dispute"),
    }
}
