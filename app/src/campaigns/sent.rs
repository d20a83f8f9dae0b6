//! What a campaign sends to many: made once, and kept in memory with the campaign it was made of.

use crate::web::answer::Kept;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of a campaign that were made once: its pictures by their files, and its count for machines.
#[derive(Debug, Default)]
pub struct Sent {
    pictures: Mutex<HashMap<String, Arc<Kept>>>,
    count: Mutex<Option<(String, Arc<Kept>)>>,
}

/// So many bytes of pictures stay in memory for a campaign; what is over is read each time.
const PICTURES: usize = 16 * 1024 * 1024;

impl Sent {
    pub fn picture(&self, file: &str) -> Option<Arc<Kept>> {
        self.pictures.lock().unwrap_or_else(PoisonError::into_inner).get(file).cloned()
    }

    pub fn keep_picture(&self, file: String, picture: &Arc<Kept>) {
        let mut kept = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.values().map(|one| one.len()).sum::<usize>() + picture.len() <= PICTURES {
            kept.insert(file, picture.clone());
        }
    }

    /// The count as it was made of this text before, or is made now.
    pub fn count(&self, text: String, make: impl FnOnce(&str) -> Kept) -> Arc<Kept> {
        let mut kept = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((made_of, count)) = &*kept
            && *made_of == text
        {
            return count.clone();
        }
        let count = Arc::new(make(&text));
        *kept = Some((text, count.clone()));
        count
    }
}
