//! Idempotency keys as Stripe has them (docs.stripe.com/api/idempotent_requests): the first answer again, an error to
//! whoever uses a key for another call, and to whoever comes while the first is under way.

use crate::api::{Answer, Call, error};
use std::collections::HashMap;

#[derive(Default)]
pub struct Keys(HashMap<String, Kept>);

struct Kept {
    /// Method, path and fields.
    call: String,
    answer: Option<Answer>,
}

/// What to do with a call.
pub enum Known {
    /// Do it, then tell [`Keys::done`].
    New,
    Answered(Answer),
}

impl Keys {
    pub fn begin(&mut self, key: &str, call: &Call) -> Known {
        let call = call.told();
        match self.0.get(key) {
            None => {
                self.0.insert(key.to_owned(), Kept { call, answer: None });
                Known::New
            }
            Some(kept) if kept.call != call => Known::Answered(error(
                400,
                "idempotency_error",
                None,
                "Keys for idempotent requests can only be used with the same parameters they were first used with.",
            )),
            Some(Kept { answer: None, .. }) => Known::Answered(error(
                409,
                "invalid_request_error",
                Some("idempotency_key_in_use"),
                "There is currently another in-progress request using this Idempotent Key.",
            )),
            Some(Kept { answer: Some(answer), .. }) => {
                Known::Answered(Answer { replayed: true, ..answer.clone() })
            }
        }
    }

    /// What was refused before anything began is not kept.
    pub fn done(&mut self, key: &str, answer: &Answer) {
        if matches!(answer.status, 400 | 401 | 404 | 429) {
            self.0.remove(key);
        } else if let Some(kept) = self.0.get_mut(key) {
            kept.answer = Some(answer.clone());
        }
    }

    /// As after a day. No call is under way for so long.
    pub fn forget(&mut self) {
        self.0.retain(|_, kept| kept.answer.is_none());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairs::Pairs;
    use hyper::Method;
    use serde_json::json;

    fn call(amount: &str) -> Call {
        let fields = Pairs::of([("amount", amount)]);
        Call {
            method: Method::POST,
            path: "/v1/refunds".to_owned(),
            fields,
            key: None,
            authorization: String::new(),
        }
    }

    #[test]
    fn a_key_stands_for_one_call() {
        let mut keys = Keys::default();
        assert!(matches!(keys.begin("a", &call("1")), Known::New));
        let status = |known| match known {
            Known::New => (0, false),
            Known::Answered(answer) => (answer.status, answer.replayed),
        };
        assert_eq!(status(keys.begin("a", &call("1"))), (409, false), "under way");
        keys.done("a", &Answer::of(402, json!({"first": true})));
        assert_eq!(status(keys.begin("a", &call("1"))), (402, true));
        assert_eq!(status(keys.begin("a", &call("2"))), (400, false), "another call");
        assert_eq!(status(keys.begin("b", &call("2"))), (0, false));
        keys.done("b", &Answer::of(404, json!({})));
        assert_eq!(status(keys.begin("b", &call("2"))), (0, false), "nothing had begun");
        assert!(matches!(keys.begin("c", &call("1")), Known::New));
        keys.forget();
        assert_eq!(status(keys.begin("a", &call("2"))), (0, false));
        assert_eq!(status(keys.begin("c", &call("1"))), (409, false), "under way all the while");
    }
}
