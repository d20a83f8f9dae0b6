//! Files and folders as they lie on a disk, read and written whole.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The names a disk holds: paths below the root, folders without content.
pub type Image = BTreeMap<String, Option<Vec<u8>>>;

/// Reads a folder; what SQLite makes anew is left out.
pub fn read_image(root: &Path) -> io::Result<Image> {
    let mut image = Image::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            if path.is_dir() {
                image.insert(name, None);
                folders.push(path);
            } else if !name.ends_with("-shm") {
                image.insert(name, Some(std::fs::read(&path)?));
            }
        }
    }
    Ok(image)
}

pub fn write_image(root: &Path, image: &Image) -> io::Result<()> {
    std::fs::create_dir_all(root)?;
    for (name, content) in image {
        match content {
            None => std::fs::create_dir(root.join(name))?,
            Some(content) => std::fs::write(root.join(name), content)?,
        }
    }
    Ok(())
}
