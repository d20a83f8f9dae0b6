//! Stories through the public surface, each told on SQLite and on PostgreSQL.
//!
//! A [`World`] is an instance of its own with a clock that stands still, a seeded dice and a browser
//! that is only an HTTP client. `BROADSIDE_TEST_POSTGRES_URL` names the server that `bin/test` starts;
//! without it the PostgreSQL half fails, it is never skipped.

#[cfg(feature = "passkeys")]
mod authenticator;
mod banking;
mod campaigns;
mod cards;
mod clicks;
mod coming;
mod coming_clocks;
mod coming_crowds;
mod coming_desk;
mod coming_door;
mod coming_rooms;
mod coming_told;
mod composing;
mod confirming;
mod crowds;
mod databases;
mod deliveries;
mod desk;
mod desk_answers;
mod desk_campaigns;
mod desk_changes;
mod desk_changes_found;
mod desk_changes_long;
mod desk_changes_orders;
mod desk_doors;
mod desk_glance;
mod desk_guessing;
mod desk_holding;
mod desk_lists;
mod desk_lists_kept;
mod desk_members;
mod desk_outbox;
#[cfg(feature = "passkeys")]
mod desk_passkeys;
mod desk_rules;
mod desk_setup;
mod desk_status;
mod desk_tasks;
mod desk_tasks_gone;
mod desk_tasks_xlsx;
mod endorsing;
mod endorsing_logos;
mod endorsing_outside;
mod erasing;
mod fundraising;
mod fundraising_accounts;
mod fundraising_agreeing;
mod fundraising_desk;
mod fundraising_desk_money;
mod fundraising_disputes;
mod fundraising_given_up;
mod fundraising_givers;
mod fundraising_keepers;
mod fundraising_monthly;
mod fundraising_parts;
mod fundraising_promised;
mod fundraising_restored;
mod fundraising_stripe;
mod fundraising_testers;
mod fundraising_unanswered;
mod goals;
mod goals_money;
mod holding;
mod labelled;
mod limits;
mod links;
mod mail_turns;
mod mails;
mod names;
mod outward;
mod own_data;
mod pages;
mod partners;
mod partners_agreeing;
mod partners_boxes;
mod partners_ending;
mod partners_keeping;
mod posts;
mod press;
mod press_files;
mod private_page;
mod promises;
mod refusals;
mod retention;
mod schema;
mod security;
mod signing;
mod slices;
pub mod spellings;
mod statements;
mod statements_files;
mod statements_links;
mod statements_promised;
mod targets;
mod transfers;
mod transfers_files;
mod transfers_hostile;
mod versions;
mod wordings;
mod world;

/// The folder of the checkout. Asked at run time: tests that were built in another checkout, with whom
/// the target folder is shared, must not read that one.
pub fn checkout() -> std::path::PathBuf {
    std::path::PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").expect("cargo names it")).join("..")
}

/// Tells each story twice.
macro_rules! stories {
    ($($(#[$about:meta])* async fn $name:ident($world:ident: World) $story:block)*) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            $(#[$about])*
            async fn story($world: World) $story

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                story(World::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                story(World::on_postgres().await).await;
            }
        }
    )*};
}
use stories;
