//! What every game stands on: the program, a seed, and a folder that is kept where something fails.

use crate::program::Program;
use std::io;
use std::path::{Path, PathBuf};

pub struct Stage {
    pub path: PathBuf,
    pub campaign: PathBuf,
    pub seed: u64,
    pub root: PathBuf,
}

impl Stage {
    /// A new folder of the stage's own.
    pub fn folder(&self, name: &str) -> io::Result<PathBuf> {
        let folder = self.root.join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// The program on an instance in this folder.
    pub fn program(&self, root: &Path) -> Program {
        Program {
            path: self.path.clone(),
            campaign: self.campaign.clone(),
            root: root.to_owned(),
            log: self.root.join("log"),
            smtp_url: None,
            database_url: None,
            recorder: None,
        }
    }
}
