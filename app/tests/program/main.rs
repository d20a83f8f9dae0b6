//! The program itself, as people start it: commands, kills, backups, ports. On both engines where the
//! engine matters; `BROADSIDE_TEST_POSTGRES_URL` names the server that `bin/test` starts.
// What fails here fails a test.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod backup;
mod campaigns;
mod demo;
mod desk;
mod doctor;
mod erasure;
mod instance;
mod logging;
mod rehearsal;
mod serving;
#[path = "../../src/stories/spellings.rs"]
mod spellings;
