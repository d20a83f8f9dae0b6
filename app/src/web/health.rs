//! `/healthz` for the process, `/readyz` for the database, `/metrics` on a listener of its own.

use crate::error::Result;
use crate::state::App;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::net::SocketAddr;

const LATENCIES: [f64; 9] = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2.0];

/// Bears a number of its own for each start, by which `bin/dev`'s pages know that it is new.
pub async fn process(State(app): State<App>) -> Response {
    let headers = [("cache-control", "no-store"), ("x-process", app.process.as_str())];
    (StatusCode::OK, headers, "ok\n").into_response()
}

pub async fn database(State(app): State<App>) -> Result<Response> {
    let mut c = app.db.read().await?;
    broadside_db::query("select cast(1 as bigint) as one").one(&mut c, |row| row.get::<i64>("one")).await?;
    Ok((StatusCode::OK, [("cache-control", "no-store")], "ready\n").into_response())
}

/// Serves `/metrics`. A port that is taken is logged and stops nothing.
pub async fn serve_metrics(listen: SocketAddr) {
    let recorder =
        PrometheusBuilder::new().set_buckets(&LATENCIES).and_then(PrometheusBuilder::install_recorder);
    let handle: PrometheusHandle = match recorder {
        Ok(handle) => handle,
        Err(error) => {
            tracing::warn!(%error, "metrics are not kept");
            return;
        }
    };
    let listener = match tokio::net::TcpListener::bind(listen).await {
        Ok(listener) => listener,
        Err(error) => {
            tracing::warn!(%listen, %error, "metrics are not served");
            return;
        }
    };
    let upkeep = handle.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(std::time::Duration::from_secs(5)).await;
            upkeep.run_upkeep();
        }
    });
    let routes = Router::new().route("/metrics", get(move || std::future::ready(handle.render())));
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, routes).await {
            tracing::warn!(%error, "metrics are no longer served");
        }
    });
}
