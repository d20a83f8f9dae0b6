//! The folder of exports: how many are there, and whether more could be made.

use super::Findings;
use crate::config::Settings;
use crate::tasks::files;
use rustix::fs::Access;
use std::io;
use std::path::Path;

pub fn look(settings: &Settings, findings: &mut Findings) {
    let folder = files::folder(&settings.data);
    let found = usable(&folder).and_then(|()| files::all(&settings.data));
    match found {
        Ok(all) if all.is_empty() => {}
        Ok(all) => {
            let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
            findings.well("doctor-exports").count("count", count).with("folder", &folder.display());
        }
        Err(error) => {
            findings
                .wrong("doctor-exports-unusable")
                .with("folder", &folder.display())
                .with("error", &error.kind());
        }
    }
}

/// Whether files can be made in it. Where it is not there yet, the folder of data tells.
fn usable(folder: &Path) -> io::Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    if !folder.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    Ok(rustix::fs::access(folder, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_are_counted_and_what_stands_in_the_way_is_named() {
        let data = tempfile::tempdir().unwrap();
        let folder = files::folder(data.path());
        let fits = || usable(&folder);
        fits().unwrap();
        files::open_behind(data.path(), "one", 0).unwrap();
        fits().unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        std::fs::write(&folder, "in the way").unwrap();
        assert_eq!(fits().unwrap_err().kind(), io::ErrorKind::NotADirectory);
    }
}
