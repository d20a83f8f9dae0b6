//! Whoever listens, and what is at hand for each call.

use crate::api::{self, Answer, Call};
use crate::checkout::{self, Session};
use crate::hooks::{self, Hook};
use crate::keys::Keys;
use crate::later::Later;
use crate::mishaps::{Chances, Met, Mishap, Mishaps};
use crate::page::{self, Shown};
use crate::pairs::Pairs;
use crate::upstream::Upstream;
use crate::{Failure, Fees, control, disputes, held};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, header};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// Unix time, in seconds.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

pub struct Options {
    /// Where localstripe is.
    pub localstripe: SocketAddr,
    pub listen: SocketAddr,
    pub now: Clock,
    /// Of mishaps by chance.
    pub seed: u64,
    pub chances: Chances,
    pub fees: Fees,
}

pub struct State {
    pub upstream: Upstream,
    /// Its own address, as `http://127.0.0.1:41234`.
    pub base: String,
    pub now: Clock,
    pub fees: Fees,
    pub mishaps: Mutex<Mishaps>,
    pub keys: Mutex<Keys>,
    pub sessions: Mutex<BTreeMap<String, Session>>,
    pub disputes: Mutex<HashMap<String, Value>>,
    pub later: Later,
    pub hooks: Mutex<Vec<Hook>>,
    /// How many were sent.
    pub events: Mutex<u64>,
}

/// The connection ends without an answer.
#[derive(Debug)]
pub struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("cut")
    }
}

impl std::error::Error for Cut {}

/// A proxy that listens until it is dropped.
pub struct Proxy {
    state: Arc<State>,
    listening: JoinHandle<()>,
}

impl Proxy {
    pub async fn start(options: Options) -> Result<Self, Failure> {
        let listener = TcpListener::bind(options.listen).await?;
        let state = Arc::new(State {
            upstream: Upstream(options.localstripe),
            base: format!("http://{}", listener.local_addr()?),
            now: options.now,
            fees: options.fees,
            mishaps: Mutex::new(Mishaps::new(options.seed, options.chances)),
            keys: Mutex::default(),
            sessions: Mutex::default(),
            disputes: Mutex::default(),
            later: Later::default(),
            hooks: Mutex::default(),
            events: Mutex::default(),
        });
        hooks::listen_to_localstripe(&state).await?;
        let listening = tokio::spawn(listen(listener, state.clone()));
        Ok(Self { state, listening })
    }

    /// `http://127.0.0.1:41234`
    pub fn base(&self) -> &str {
        &self.state.base
    }

    /// What the next call that has no script yet will meet.
    pub fn script(&self, mishap: Mishap) {
        held(&self.state.mishaps).script(mishap);
    }

    /// What the next call meets that makes a payment.
    pub fn script_charge(&self, mishap: Mishap) {
        held(&self.state.mishaps).script_charge(mishap);
    }

    /// What calls meet by chance from now on.
    pub fn change(&self, chances: Chances) {
        held(&self.state.mishaps).change(chances);
    }

    /// What the calls so far met.
    pub fn met(&self) -> Met {
        held(&self.state.mishaps).met
    }

    /// A payer and a way to pay, as a button of a page for saving one leaves them, without the page.
    pub async fn save(&self, email: &str, button: &str) -> Result<(String, String), Failure> {
        page::save(&self.state, email, button).await
    }

    /// The payments that brought money, as localstripe has them: the truth, past every key and mishap.
    pub async fn payments(&self) -> Result<Vec<Value>, Failure> {
        control::payments(&self.state).await
    }

    /// What those are called that brought none.
    pub async fn without_money(&self) -> Result<Vec<String>, Failure> {
        control::without_money(&self.state).await
    }

    /// Tells somebody of events from now on, those of localstripe as well.
    pub fn add_webhook(&self, url: &str, secret: &str) {
        held(&self.state.hooks).push(Hook { url: url.to_owned(), secret: secret.to_owned() });
    }

    /// Tells all who listen that an object changed; how each answered, 0 where it did not.
    pub async fn send_event(&self, kind: &str, object: &str) -> Vec<u16> {
        hooks::send(&self.state, kind, json!({"id": object})).await
    }

    /// Opens a dispute of a payment; its id.
    pub async fn open_dispute(&self, payment: &str) -> Result<String, Failure> {
        disputes::open(&self.state, payment, None).await
    }

    /// The same over a part of it, in smallest units.
    pub async fn open_dispute_over(&self, payment: &str, minor: i64) -> Result<String, Failure> {
        disputes::open(&self.state, payment, Some(minor)).await
    }

    pub fn close_dispute(&self, dispute: &str, won: bool) -> Result<(), Failure> {
        disputes::close(&self.state, dispute, won)
    }

    /// Whether payments are under way only, from now on: banks take their time.
    pub fn hold_payments(&self, holds: bool) {
        self.state.later.holds.store(holds, Ordering::Relaxed);
    }

    /// No payment that was made so far arrives, as banks say days later.
    pub async fn fail_payments(&self) -> Result<(), Failure> {
        let made = self.payments().await?;
        let ids = made.iter().filter_map(|payment| payment["id"].as_str().map(str::to_owned));
        held(&self.state.later.not_arrived).extend(ids);
        Ok(())
    }

    /// Whether refunds fail from now on.
    pub fn let_refunds_fail(&self, fail: bool) {
        self.state.later.refunds_fail.store(fail, Ordering::Relaxed);
    }

    /// Charges of this amount are refused from now on, for no reason of a bank’s; nought for none.
    pub fn refuse_charges_of(&self, minor: i64) {
        self.state.later.refused.store(minor, Ordering::Relaxed);
    }

    /// Whether nothing is known from now on, as by the key of another account.
    pub fn be_another_account(&self, is_another: bool) {
        self.state.later.is_another_account.store(is_another, Ordering::Relaxed);
    }

    /// All refunds so far turn out to have failed.
    pub async fn fail_refunds(&self) -> Result<(), Failure> {
        let (_, list) = self.state.upstream.get("/v1/refunds?limit=1000000").await?;
        for refund in list["data"].as_array().into_iter().flatten() {
            self.state.later.fail(refund);
        }
        Ok(())
    }

    /// Sends so many smallest units of a currency to the bank, which has them; the payout's id.
    pub async fn pay_out(&self, minor: i64, currency: &str) -> Result<String, Failure> {
        control::pay_out(&self.state, &minor.to_string(), currency).await
    }

    /// A month passes for a subscription, whose card `works` by then or does not.
    pub async fn pass_month(&self, subscription: &str, works: bool) -> Result<(), Failure> {
        page::pass_month(&self.state, subscription, works).await
    }

    /// A day passes: no idempotency key is known any more.
    pub fn forget_keys(&self) {
        held(&self.state.keys).forget();
    }

    /// Presses a button of a session's page, as a browser would: `good`, `declined` and others of `page.rs`. Where it
    /// led to, or nothing where the page was shown again.
    pub async fn press(&self, session: &str, button: &str) -> Result<Option<String>, Failure> {
        match page::press(&self.state, session, button).await? {
            Shown::Led { to } => Ok(Some(to)),
            Shown::Page { .. } => Ok(None),
        }
    }

    /// What was tried last on a session's page: a payment, a set-up or a subscription; nothing where nothing was.
    pub fn tried(&self, session: &str) -> Option<String> {
        checkout::find(&self.state, session)?.outcome.map(|(_, id)| id)
    }

    /// The addresses of all sessions' pages.
    pub fn pages(&self) -> Vec<String> {
        page::all(&self.state)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn listen(listener: TcpListener, state: Arc<State>) {
    while let Ok((stream, _)) = listener.accept().await {
        let state = state.clone();
        let service = service_fn(move |request| serve(state.clone(), request));
        tokio::spawn(async move {
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

async fn serve(state: Arc<State>, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Cut> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| Cut)?.to_bytes();
    let written =
        if head.method == Method::POST { &body[..] } else { head.uri.query().unwrap_or_default().as_bytes() };
    let fields = Pairs::read(written);
    let path = head.uri.path();
    if path == hooks::RELAY {
        let relayed = hooks::relay(&state, &body).await;
        return text(if relayed.is_ok() { 200 } else { 400 }, "text/plain", String::new());
    }
    if let Some(session) = path.strip_prefix("/pay/") {
        let session = session.to_owned();
        // Whoever pressed may be gone before it is done.
        let shown = match (&head.method, fields.get("with").map(str::to_owned)) {
            (&Method::POST, Some(button)) => {
                let pressed = tokio::spawn(async move { page::press(&state, &session, &button).await });
                pressed.await.map_err(|_| Cut)?
            }
            _ => Ok(page::show(&state, &session, "")),
        };
        return shown.map_or_else(|failure| text(500, "text/plain", failure.to_string()), shown_as);
    }
    let answer = if let Some(path) = path.strip_prefix("/_proxy/") {
        control::answer(&state, &head.method, path, &fields).await
    } else {
        let of = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let authorization = of("authorization").unwrap_or_default();
        let call = Call {
            method: head.method.clone(),
            path: path.to_owned(),
            fields,
            key: of("idempotency-key"),
            authorization,
        };
        api::answer(state, call).await?
    };
    let mut response = text(answer.status, "application/json", answer.body.to_string())?;
    if let Answer { replayed: true, .. } = answer {
        response.headers_mut().insert("Idempotent-Replayed", header::HeaderValue::from_static("true"));
    }
    Ok(response)
}

fn shown_as(shown: Shown) -> Result<Response<Full<Bytes>>, Cut> {
    match shown {
        Shown::Page { status, html } => text(status, "text/html; charset=utf-8", html),
        Shown::Led { to } => Response::builder()
            .status(303)
            .header(header::LOCATION, to)
            .body(Full::default())
            .map_err(|_| Cut),
    }
}

fn text(status: u16, kind: &str, body: String) -> Result<Response<Full<Bytes>>, Cut> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, kind)
        .body(Full::new(Bytes::from(body)))
        .map_err(|_| Cut)
}
