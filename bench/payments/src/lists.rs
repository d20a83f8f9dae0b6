//! Lists as Stripe gives them: by customer and since a moment, newest first, in pages. localstripe's know less.

use crate::Failure;
use crate::pairs::Pairs;
use crate::upstream::Upstream;
use hyper::Method;
use serde_json::{Value, json};

/// Lists that are put together here.
pub fn are_ours(path: &str) -> bool {
    matches!(
        path,
        "/v1/payment_intents" | "/v1/balance_transactions" | "/v1/payouts" | "/v1/invoices" | "/v1/refunds"
    )
}

pub async fn list(
    path: &str,
    fields: &Pairs,
    authorization: &str,
    upstream: &Upstream,
) -> Result<(u16, Value), Failure> {
    let mut asked = Pairs::of([("limit", "1000000")]);
    // The only list that it can cut down to a customer's, and the only one that is asked for often.
    if let Some(customer) = fields.get("customer").filter(|_| path == "/v1/payment_intents") {
        asked.push("customer", customer);
    }
    for path in fields.all("expand[]").filter(|path| !path.ends_with("payments")) {
        asked.push("expand[]", path);
    }
    let (status, mut answer) = upstream.call(&Method::GET, path, &asked, authorization).await?;
    if status == 200 {
        let all = answer["data"].as_array().cloned().unwrap_or_default();
        let (data, more) = page(all, fields);
        answer["data"] = json!(data);
        answer["has_more"] = json!(more);
    }
    Ok((status, answer))
}

fn page(mut all: Vec<Value>, fields: &Pairs) -> (Vec<Value>, bool) {
    let since = fields.get("created[gte]").and_then(|since| since.parse::<i64>().ok()).unwrap_or(i64::MIN);
    all.retain(|one| {
        let of = |name| fields.get(name).is_none_or(|wanted| one[name] == wanted);
        of("customer")
            && of("payment_intent")
            && of("subscription")
            && one["created"].as_i64().is_none_or(|at| at >= since)
    });
    // It has them in the order in which they were made, or by the second in which they were.
    all.reverse();
    all.sort_by_key(|one| std::cmp::Reverse(one["created"].as_i64()));
    let after = fields.get("starting_after").and_then(|id| all.iter().position(|one| one["id"] == id));
    let mut rest = all.split_off(after.map_or(0, |at| at + 1));
    let limit = fields.get("limit").and_then(|limit| limit.parse().ok()).unwrap_or(10);
    let more = rest.len() > limit;
    rest.truncate(limit);
    (rest, more)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_page_by_page() {
        let all: Vec<Value> =
            (0..5).map(|n| json!({"id": format!("pi_{n}"), "created": n / 2, "customer": "cus_1"})).collect();
        let ids = |fields: &[(&str, &str)]| {
            let fields = Pairs(fields.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect());
            let (page, more) = page(all.clone(), &fields);
            (
                page.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" "),
                more,
            )
        };
        assert_eq!(ids(&[("limit", "3")]), ("pi_4 pi_3 pi_2".to_owned(), true));
        assert_eq!(ids(&[("limit", "3"), ("starting_after", "pi_2")]), ("pi_1 pi_0".to_owned(), false));
        assert_eq!(ids(&[("created[gte]", "1")]), ("pi_4 pi_3 pi_2".to_owned(), false));
        assert_eq!(ids(&[("customer", "cus_2")]), (String::new(), false));
    }
}
