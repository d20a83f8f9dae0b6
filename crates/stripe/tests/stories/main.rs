//! What must hold, told against localstripe behind the proxy of `bench/payments`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot be set up fails")]

mod checkout;
mod losses;
mod monthly;
mod pledges;
mod reconciling;
mod stage;
mod webhooks;
