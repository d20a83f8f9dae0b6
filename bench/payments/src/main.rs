//! The proxy as a program: starts localstripe, prints its own address, and serves until it is stopped or its input
//! ends. What can be asked of it stands in `control.rs`.

use broadside_payments_proxy::{Chances, Failure, Fees, Localstripe, Options, Proxy};
use clap::Parser;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

#[derive(Parser)]
#[command(
    about = "A payment provider for tests: localstripe, idempotency keys, Checkout, webhooks and mishaps"
)]
struct Arguments {
    /// The Python that has localstripe; otherwise that of BROADSIDE_LOCALSTRIPE
    #[arg(long)]
    python: Option<PathBuf>,
    /// Where to listen; port 0 is a spare one
    #[arg(long, default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// Of mishaps by chance
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Of requests to be lost, in percent
    #[arg(long, default_value_t = 0)]
    lose_request: u64,
    /// Of answers to be lost, in percent
    #[arg(long, default_value_t = 0)]
    lose_answer: u64,
    /// Of calls that are done and answered 500, in percent
    #[arg(long, default_value_t = 0)]
    fail: u64,
    /// Of payments that are there for a while before they are tried, in percent of all calls
    #[arg(long, default_value_t = 0)]
    slow: u64,
    /// Go on when the input ends
    #[arg(long)]
    stay: bool,
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    let python = match arguments.python {
        Some(python) => python,
        None => Localstripe::python()?,
    };
    let localstripe = Localstripe::start(&python)?;
    let proxy = Proxy::start(Options {
        localstripe: localstripe.address(),
        listen: arguments.listen,
        now: Arc::new(now),
        seed: arguments.seed,
        chances: Chances {
            lose_request: arguments.lose_request,
            lose_answer: arguments.lose_answer,
            fail: arguments.fail,
            slow: arguments.slow,
        },
        fees: Fees::default(),
    })
    .await?;
    println!("{}", proxy.base());
    if arguments.stay {
        std::future::pending::<()>().await;
    }
    tokio::task::spawn_blocking(|| std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink()))
        .await??;
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "whoever it stands in for has a clock of its own")]
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or_default()
}
