//! localstripe's answers as Stripe would have given them.

use crate::Failure;
use crate::pairs::Pairs;
use crate::upstream::Upstream;
use serde_json::{Value, json};

/// What the provider keeps of a charge, in hundredths of a percent and in smallest units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fees {
    pub hundredths_of_percent: i64,
    pub fixed: i64,
    /// Another currency that everything is settled in, and how many thousandths of its smallest unit one of the
    /// charge's is.
    pub settled: Option<(String, i64)>,
}

impl Default for Fees {
    fn default() -> Self {
        Self { hundredths_of_percent: 150, fixed: 25, settled: None }
    }
}

/// Does something to every object within an answer, the outer ones first.
pub fn each(value: &mut Value, change: &mut impl FnMut(&mut Value)) {
    if value.is_object() {
        change(value);
    }
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| each(one, change)),
        Value::Object(fields) => fields.values_mut().for_each(|one| each(one, change)),
        _ => {}
    }
}

/// Mends everything within an answer.
pub fn mend(value: &mut Value, fees: &Fees) {
    each(value, &mut |one| match one["object"].as_str() {
        Some("balance_transaction") => settle(one, fees),
        Some("payment_intent") => mend_payment(one),
        Some("invoice") => mend_invoice(one),
        _ => {}
    });
}

/// It knows of no fees and of one currency only.
fn settle(transaction: &mut Value, fees: &Fees) {
    let mut amount = transaction["amount"].as_i64().unwrap_or_default();
    if let Some((currency, thousandths)) = &fees.settled {
        amount = amount * thousandths / 1000;
        transaction["currency"] = json!(currency);
    }
    let fee = if amount > 0 { amount * fees.hundredths_of_percent / 10_000 + fees.fixed } else { 0 };
    transaction["amount"] = json!(amount);
    transaction["fee"] = json!(fee);
    transaction["net"] = json!(amount - fee);
}

/// A debit of an account has succeeded at once there; what has not moved yet is under way.
fn mend_payment(payment: &mut Value) {
    let charge = &payment["latest_charge"];
    if payment["status"] == "succeeded" && charge.is_object() && charge["balance_transaction"].is_null() {
        payment["status"] = json!("processing");
    }
    if payment["last_payment_error"].is_object() {
        mend_error(&mut payment["last_payment_error"]);
    }
}

/// Since 2025-03-31 an invoice names its payments in a list. It has one here, which brought the money or did not.
fn mend_invoice(invoice: &mut Value) {
    let status = if invoice["status"] == "paid" { "paid" } else { "open" };
    let payments: Vec<Value> = match &invoice["payment_intent"] {
        Value::String(id) => {
            vec![json!({"status": status, "payment": {"type": "payment_intent", "payment_intent": id}})]
        }
        _ => Vec::new(),
    };
    invoice["payments"] = json!({"object": "list", "data": payments, "has_more": false});
}

fn mend_error(error: &mut Value) {
    error["type"] = json!("card_error");
    match error["code"].as_str() {
        Some("card_declined") => error["decline_code"] = json!("generic_decline"),
        Some("payment_intent_authentication_failure") => {
            error["code"] = json!("authentication_required");
            error["decline_code"] = json!("authentication_required");
        }
        _ => {}
    }
}

/// A refusal with the payment that it left, which localstripe does not name.
pub async fn mend_refusal(status: u16, answer: &mut Value, upstream: &Upstream) -> Result<(), Failure> {
    let error = &mut answer["error"];
    match status {
        402 => mend_error(error),
        404 => error["code"] = json!("resource_missing"),
        _ => return Ok(()),
    }
    let Some(charge) = error["charge"].as_str() else { return Ok(()) };
    let (_, charge) = upstream.get(&format!("/v1/charges/{charge}")).await?;
    if let Some(payment) = charge["payment_intent"].as_str() {
        error["payment_intent"] = upstream.get(&format!("/v1/payment_intents/{payment}")).await?.1;
    }
    Ok(())
}

/// What Stripe says where a card wants its holder, who is not there: localstripe waits for them. Its answer is taken as
/// given, that the holder failed to prove who they are.
pub async fn without_its_holder(payment: &Value, upstream: &Upstream) -> Result<Value, Failure> {
    let (id, secret) = (payment["id"].as_str(), payment["client_secret"].as_str());
    let (id, secret) = id.zip(secret).ok_or("a payment without id and secret")?;
    let path = format!("/v1/payment_intents/{id}/_authenticate");
    let fields = Pairs::of([("client_secret", secret), ("success", "false")]);
    let (_, mut payment) = upstream.post(&path, &fields).await?;
    mend_payment(&mut payment);
    let mut error = payment["last_payment_error"].clone();
    error["payment_intent"] = payment;
    Ok(json!({"error": error}))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_settled_with_its_fee_and_its_currency() {
        let answer = json!({"object": "payment_intent", "status": "succeeded", "latest_charge": {"balance_transaction":
            {"object": "balance_transaction", "amount": 10_000, "currency": "usd"}}});
        let mut same = answer.clone();
        mend(&mut same, &Fees::default());
        let moved = &same["latest_charge"]["balance_transaction"];
        assert_eq!(
            (&moved["fee"], &moved["net"], &moved["currency"]),
            (&json!(175), &json!(9_825), &json!("usd"))
        );
        let mut other = answer;
        mend(&mut other, &Fees { settled: Some(("eur".to_owned(), 920)), ..Fees::default() });
        let moved = &other["latest_charge"]["balance_transaction"];
        assert_eq!(
            (&moved["amount"], &moved["fee"], &moved["currency"]),
            (&json!(9_200), &json!(163), &json!("eur"))
        );
        assert_eq!(other["status"], "succeeded");
    }

    #[test]
    fn a_debit_that_has_not_moved_is_under_way() {
        let mut payment = json!({"object": "payment_intent", "status": "succeeded",
            "latest_charge": {"balance_transaction": null}});
        mend(&mut payment, &Fees::default());
        assert_eq!(payment["status"], "processing");
    }
}
