//! A form with a file, as it is sent: the fields as they were typed, and the file where one was chosen.

use crate::error::{Error, Result};
use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use std::collections::HashMap;

/// Of a file.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Of all that is sent. What is above a file’s most is read to its end and thrown away, so that a browser gets an answer
/// instead of a broken line.
pub const MOST_SENT: usize = 4 * MOST_BYTES;
/// Of a field without a file.
const MOST_TYPED: usize = 64 * 1024;

pub enum File {
    None,
    Whole(Vec<u8>),
    TooLong,
}

pub struct Sent {
    pub fields: HashMap<String, String>,
    pub file: File,
}

/// Reads a form. Of one that is too long as a whole, the fields before its file are kept.
pub async fn read(mut form: Multipart) -> Result<Sent> {
    let mut sent = Sent { fields: HashMap::new(), file: File::None };
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Ok(sent),
            Err(error) => return cut_off(sent, &error),
        };
        let name = field.name().unwrap_or_default().to_owned();
        let is_file = name == "file";
        let bytes = match bytes(field, if is_file { MOST_BYTES } else { MOST_TYPED }).await {
            Ok(bytes) => bytes,
            Err(error) => return cut_off(sent, &error),
        };
        match bytes {
            Some(bytes) if is_file && bytes.is_empty() => sent.file = File::None,
            Some(bytes) if is_file => sent.file = File::Whole(bytes),
            None if is_file => sent.file = File::TooLong,
            Some(bytes) => {
                let text = String::from_utf8(bytes).map_err(|_| Error::Unreadable)?;
                if text.contains('\0') {
                    return Err(Error::Unreadable);
                }
                sent.fields.insert(name, text);
            }
            None => return Err(Error::Unreadable),
        }
    }
}

/// Nothing where there are more.
async fn bytes(mut field: Field<'_>, most: usize) -> std::result::Result<Option<Vec<u8>>, MultipartError> {
    let (mut bytes, mut is_longer) = (Vec::new(), false);
    while let Some(chunk) = field.chunk().await? {
        is_longer |= bytes.len() + chunk.len() > most;
        if !is_longer {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((!is_longer).then_some(bytes))
}

fn cut_off(sent: Sent, error: &MultipartError) -> Result<Sent> {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Ok(Sent { file: File::TooLong, ..sent }),
        _ => Err(Error::Unreadable),
    }
}
