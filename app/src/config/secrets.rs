//! Secrets that stand in a file of their own, as a service manager hands them over.

use super::Unusable;
use std::path::PathBuf;

/// A secret as it was given, or the one line of the file that was named in its place.
pub fn secret(
    name: &'static str,
    given: Option<String>,
    file: Option<PathBuf>,
) -> Result<Option<String>, Unusable> {
    let file = file.filter(|path| !path.as_os_str().is_empty());
    let (path, given) = match (file, given) {
        (Some(_), Some(_)) => return Err(Unusable::SecretTwice(name)),
        (None, given) => return Ok(given),
        (Some(path), None) => (path.display().to_string(), path),
    };
    let text =
        std::fs::read_to_string(given).map_err(|error| Unusable::SecretFile(name, path.clone(), error))?;
    match text.trim() {
        one if one.is_empty() || one.contains(['\n', '\r']) => Err(Unusable::SecretLines(name, path)),
        one => Ok(Some(one.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_from_its_file_and_a_fault_never_shows_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = |text: &str| {
            let path = folder.path().join("smtp");
            std::fs::write(&path, text).unwrap();
            Some(path)
        };
        let read = |given: Option<&str>, file| secret("smtp_url", given.map(str::to_owned), file);
        let url = "smtp://me:hunter2@mail.example.org";
        assert_eq!(read(None, file(&format!("{url}\n"))).unwrap().as_deref(), Some(url));
        assert_eq!(read(Some(url), None).unwrap().as_deref(), Some(url));
        assert_eq!(read(None, Some(PathBuf::new())).unwrap(), None, "a variable set to nothing is not set");
        for wrong in [
            read(Some(url), file(url)),
            read(None, file("")),
            read(None, file(&format!("{url}\n{url}"))),
            read(None, Some(folder.path().join("none"))),
        ] {
            let why = wrong.unwrap_err().to_string();
            assert!(why.contains("smtp_url") && !why.contains("hunter2"), "{why}");
        }
    }
}
