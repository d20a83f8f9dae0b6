//! Databases on the test server, each for one story alone.

use std::process::Command;
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
        let mut psql = Command::new("psql");
        psql.args(["--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", server().as_str()]);
        for ended in ended() {
            psql.arg(format!("--command=drop database {ended} with (force)"));
        }
        psql.arg(format!("--command=create database {name} template {template}"));
        let output = psql.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
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

/// Those that are to be dropped now.
fn ended() -> Vec<String> {
    let mut ended = ENDED.lock().unwrap();
    if ended.len() < MANY { Vec::new() } else { std::mem::take(&mut *ended) }
}

fn server() -> Url {
    let url = std::env::var("BROADSIDE_TEST_POSTGRES_URL")
        .expect("BROADSIDE_TEST_POSTGRES_URL names the PostgreSQL that bin/test starts");
    Url::parse(&url).unwrap()
}
