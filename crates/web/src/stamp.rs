//! A mark of what was stored when a form was shown, for tables that count no versions: if it has
//! changed when the form comes back, somebody else was first.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// The mark of a thing as it is stored.
///
/// # Errors
/// When the thing cannot be written as JSON.
pub fn of(thing: &impl Serialize) -> Result<String> {
    let text = serde_json::to_vec(thing).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(BASE64.encode(&Sha256::digest(text)[..12]))
}
