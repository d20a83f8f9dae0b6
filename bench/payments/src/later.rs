//! What becomes of money days later: payments that banks take their time for, and refunds that do not reach anybody.
//! localstripe knows of neither.

use crate::answers::each;
use crate::held;
use crate::server::State;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

#[derive(Default)]
pub struct Later {
    /// Payments are under way until this ends.
    pub holds: AtomicBool,
    /// Payments that did not arrive: banks have said no.
    pub not_arrived: Mutex<BTreeSet<String>>,
    /// Refunds fail from now on.
    pub refunds_fail: AtomicBool,
    /// Charges of this amount are refused, for no reason of a bank’s; nought for none.
    pub refused: AtomicI64,
    /// Nobody is known by the key, as by that of another account.
    pub is_another_account: AtomicBool,
    /// Those that failed, by their ids: of which payment, and how much.
    failed: Mutex<BTreeMap<String, (String, i64)>>,
}

impl Later {
    /// A refund did not reach anybody.
    pub fn fail(&self, refund: &Value) {
        let text = |name: &str| refund[name].as_str().unwrap_or_default().to_owned();
        let amount = refund["amount"].as_i64().unwrap_or_default();
        held(&self.failed).insert(text("id"), (text("payment_intent"), amount));
    }

    fn failed_of(&self, payment: &str) -> i64 {
        held(&self.failed).values().filter(|(of, _)| of == payment).map(|(_, amount)| amount).sum()
    }
}

/// Says so within an answer.
pub fn mark(state: &State, answer: &mut Value) {
    let later = &state.later;
    let id = |one: &Value| one["id"].as_str().unwrap_or_default().to_owned();
    each(answer, &mut |one| match one["object"].as_str() {
        Some("payment_intent") => {
            let failed = later.failed_of(&id(one));
            let charge = &mut one["latest_charge"];
            if charge.is_object() {
                let refunded = charge["amount_refunded"].as_i64().unwrap_or_default();
                charge["amount_refunded"] = json!(refunded - failed);
            }
            if one["status"] == "succeeded" && later.holds.load(Ordering::Relaxed) {
                one["status"] = json!("processing");
            }
            if one["status"] == "succeeded" && held(&later.not_arrived).contains(&id(one)) {
                one["status"] = json!("requires_payment_method");
                let tried = json!({"id": "pm_1", "object": "payment_method", "type": "sepa_debit"});
                one["last_payment_error"] =
                    json!({"code": "payment_intent_payment_attempt_failed", "payment_method": tried});
            }
        }
        Some("refund") if held(&later.failed).contains_key(&id(one)) => one["status"] = json!("failed"),
        _ => {}
    });
}
