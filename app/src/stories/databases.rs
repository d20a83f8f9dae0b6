//! Databases on the test server, each for one story alone.

use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use url::Url;

/// Those whose stories have ended. They are dropped many at a time, since all together would fill a disk: ext4 looks for
/// room for new files beyond all that were deleted in the last seconds, so that one dropped for each one made doubles
/// the time of both.
static ENDED: Mutex<Vec<String>> = Mutex::new(Vec::new());
const MANY: usize = 64;

pub struct OwnDatabase {
    name: String,
}

impl OwnDatabase {
    pub fn empty() -> Self {
        Self::made("template1")
    }

    /// One that begins with all that is in this, to which nobody may be connected.
    pub fn copied(&self) -> Self {
        Self::made(&self.name)
    }

    fn made(template: &str) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = format!("story_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
        let to_drop = to_drop();
        if !to_drop.is_empty() {
            // One that cannot be dropped goes with its server: no story fails for another's database.
            psql(to_drop.iter().map(|name| format!("drop database {name} with (force)")));
        }
        let made = psql([format!("create database {name} template {template}")]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Self { name }
    }

    pub fn url(&self) -> String {
        let mut url = server();
        url.set_path(&self.name);
        url.into()
    }
}

impl Drop for OwnDatabase {
    fn drop(&mut self) {
        ENDED.lock().unwrap().push(std::mem::take(&mut self.name));
    }
}

/// Those of the stories that have ended, once they are many.
fn to_drop() -> Vec<String> {
    let mut ended = ENDED.lock().unwrap();
    if ended.len() < MANY { Vec::new() } else { std::mem::take(&mut *ended) }
}

fn psql(commands: impl IntoIterator<Item = String>) -> Output {
    let mut psql = Command::new("psql");
    psql.args(["--quiet", "--no-psqlrc", server().as_str()]);
    psql.args(commands.into_iter().map(|command| format!("--command={command}")));
    psql.output().unwrap()
}

fn server() -> Url {
    let url = std::env::var("BROADSIDE_TEST_POSTGRES_URL")
        .expect("BROADSIDE_TEST_POSTGRES_URL names the PostgreSQL that bin/test starts");
    Url::parse(&url).unwrap()
}
