//! Figures, at `/metrics` on a listener of their own: every name is written down here once, and explained
//! in `docs/src/metrics.md`. None of them says anything of a person. The board keeps the sums of this process for
//! the status page in the desk.

pub mod board;
pub mod steps;

use crate::clock::Stopwatch;
use axum::Router;
use axum::http::StatusCode;
use axum::routing::get;
use board::{AnswerSums, Answers, QueueSums};
use broadside_db::Watch;
use metrics::{Counter, Gauge, Histogram, Unit, counter, gauge, histogram};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};
use std::time::Duration;

const REQUESTS: &str = "broadside_request_seconds";
const COMMITS: &str = "broadside_commit_seconds";
const BATCHES: &str = "broadside_batch_size";
const WAITING: &str = "broadside_queue_waiting";
const TURNED_AWAY: &str = "broadside_turned_away_total";
const SHEETS: &str = "broadside_sheets_total";
const MAILS: &str = "broadside_mails_total";
const MAILS_WAITING: &str = "broadside_mails_waiting";
const MAIL_WAITED: &str = "broadside_mail_oldest_wait_seconds";

/// Bounds of how many share a commit.
const SIZES: [f64; 8] = [1.0, 4.0, 16.0, 64.0, 128.0, 256.0, 512.0, 1024.0];

/// Keeps figures from now on: before anything begins that they are about.
pub fn keep() -> Option<PrometheusHandle> {
    let recorder = PrometheusBuilder::new()
        .set_buckets(&steps::MICROS.map(|bound| f64::from(bound) / 1e6))
        .and_then(|builder| builder.set_buckets_for_metric(Matcher::Full(BATCHES.to_owned()), &SIZES))
        .and_then(PrometheusBuilder::install_recorder);
    match recorder {
        Ok(kept) => {
            describe();
            Some(kept)
        }
        Err(error) => {
            tracing::warn!(%error, "metrics are not kept");
            None
        }
    }
}

/// Serves them; `look` brings up to date what is only known by looking. A port that is taken is logged and
/// stops nothing.
pub async fn serve<L>(
    listen: SocketAddr,
    kept: PrometheusHandle,
    look: impl Fn() -> L + Clone + Send + Sync + 'static,
) where
    L: Future<Output = ()> + Send,
{
    let upkeep = kept.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(5)).await;
            upkeep.run_upkeep();
        }
    });
    let listener = match tokio::net::TcpListener::bind(listen).await {
        Ok(listener) => listener,
        Err(error) => {
            tracing::warn!(%listen, %error, "metrics are not served");
            return;
        }
    };
    let answer = move || {
        let (kept, look) = (kept.clone(), look.clone());
        async move {
            look().await;
            kept.render()
        }
    };
    let routes = Router::new().route("/metrics", get(answer));
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, routes).await {
            tracing::warn!(%error, "metrics are no longer served");
        }
    });
}

fn describe() {
    metrics::describe_histogram!(REQUESTS, Unit::Seconds, "how long requests took, by route and status");
    metrics::describe_histogram!(COMMITS, Unit::Seconds, "how long storing a batch took, by queue");
    metrics::describe_histogram!(BATCHES, Unit::Count, "how many items shared a commit, by queue");
    metrics::describe_gauge!(WAITING, Unit::Count, "items that wait to be stored, by queue");
    metrics::describe_counter!(TURNED_AWAY, Unit::Count, "items answered 503 since a queue was full");
    metrics::describe_counter!(SHEETS, Unit::Count, "public pages sent from memory, or written anew");
    metrics::describe_counter!(MAILS, Unit::Count, "mails handed over, by what became of them");
    metrics::describe_gauge!(MAILS_WAITING, Unit::Count, "mails that wait to be handed over");
    metrics::describe_gauge!(
        MAIL_WAITED,
        Unit::Seconds,
        "how long the mail that was queued first has waited"
    );
}

/// What stands for the route where none fits.
pub const ELSEWHERE: &str = "-";

/// How long requests took: the handles of each route, found once.
pub struct Requests {
    by_route: HashMap<&'static str, Latencies>,
    elsewhere: Latencies,
}

#[derive(Default)]
struct Latencies {
    /// Few statuses are ever seen at a route.
    by_status: RwLock<Vec<(StatusCode, Histogram)>>,
    sums: AnswerSums,
}

impl Requests {
    pub fn of(routes: impl Iterator<Item = &'static str>) -> Self {
        let by_route = routes.map(|route| (route, Latencies::default())).collect();
        Self { by_route, elsewhere: Latencies::default() }
    }

    /// `route` is a URL as it stands in `routes.rs`; nothing where none fits.
    pub fn took(&self, route: Option<&str>, status: StatusCode, seconds: f64) {
        match route.and_then(|route| self.by_route.get_key_value(route)) {
            Some((route, latencies)) => latencies.record(route, status, seconds),
            None => self.elsewhere.record(ELSEWHERE, status, seconds),
        }
    }

    /// The sums of every route that was asked for.
    fn read(&self) -> Vec<(&'static str, Answers)> {
        let known = self.by_route.iter().map(|(route, latencies)| (*route, latencies));
        known
            .chain([(ELSEWHERE, &self.elsewhere)])
            .map(|(route, latencies)| (route, latencies.sums.read()))
            .filter(|(_, answers)| answers.took.count() > 0)
            .collect()
    }
}

impl Latencies {
    fn record(&self, route: &'static str, status: StatusCode, seconds: f64) {
        self.sums.took.record(seconds);
        if status.is_server_error() && status != StatusCode::SERVICE_UNAVAILABLE {
            self.sums.failed.fetch_add(1, Relaxed);
        }
        let known = self.by_status.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, histogram)) = known.iter().find(|(one, _)| *one == status) {
            histogram.record(seconds);
            return;
        }
        drop(known);
        let histogram = histogram!(REQUESTS, "route" => route, "status" => status.as_str().to_owned());
        histogram.record(seconds);
        let mut known = self.by_status.write().unwrap_or_else(PoisonError::into_inner);
        if known.iter().all(|(one, _)| *one != status) {
            known.push((status, histogram));
        }
    }
}

/// A queue before a writer, and its commits.
pub struct Queue {
    batches: Histogram,
    commits: Histogram,
    waiting: Gauge,
    turned_away: Counter,
    sums: Arc<QueueSums>,
}

impl Queue {
    fn named(queue: &'static str, sums: Arc<QueueSums>) -> Self {
        Self {
            sums,
            batches: histogram!(BATCHES, "queue" => queue),
            commits: histogram!(COMMITS, "queue" => queue),
            waiting: gauge!(WAITING, "queue" => queue),
            turned_away: counter!(TURNED_AWAY, "queue" => queue),
        }
    }
}

impl Watch for Queue {
    fn stores(&self, together: usize, waiting: usize) -> Box<dyn FnOnce() + Send> {
        self.batches.record(approximately(together));
        self.waiting.set(approximately(waiting));
        self.sums.stored.fetch_add(u64::try_from(together).unwrap_or(u64::MAX), Relaxed);
        let (commits, sums, watch) = (self.commits.clone(), self.sums.clone(), Stopwatch::start());
        Box::new(move || {
            let seconds = watch.seconds();
            commits.record(seconds);
            sums.commits.record(seconds);
        })
    }

    fn turns_away(&self) {
        self.sums.turned_away.fetch_add(1, Relaxed);
        self.turned_away.increment(1);
    }
}

fn approximately(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::INFINITY, f64::from)
}

fn sheet_from_shelf() {
    static HITS: LazyLock<Counter> = LazyLock::new(|| counter!(SHEETS, "from" => "shelf"));
    HITS.increment(1);
}

fn sheet_from_memory() {
    static HITS: LazyLock<Counter> = LazyLock::new(|| counter!(SHEETS, "from" => "memory"));
    HITS.increment(1);
}

fn sheet_written() {
    counter!(SHEETS, "from" => "written").increment(1);
}

/// How many mails wait, and how long the first of them has, in microseconds.
pub fn mails_wait(waiting: i64, oldest: Option<i64>) {
    #[expect(clippy::cast_precision_loss, reason = "figures to be drawn")]
    let drawn = |n: i64| n.max(0) as f64;
    gauge!(MAILS_WAITING).set(drawn(waiting));
    gauge!(MAIL_WAITED).set(oldest.map_or(0.0, |micros| drawn(micros) / 1e6));
}
