//! Links that act for their reader, encrypted until their letter has been sent.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::links::SigningKey;

/// The purpose of the key that encrypts, derived from the installation's signing key.
const KEY: &str = "mail.links.key";
/// The purpose of the key from which each nonce is made.
const NONCE: &str = "mail.links.nonce";
const NONCE_BYTES: usize = 24;

/// The path of one link, encrypted with XChaCha20-Poly1305.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sealed(String);

impl Sealed {
    /// Encrypts a path. The nonce follows from the path, so that none is ever used for two; the same path gives the
    /// same text, which tells nothing, as every path carries a token of its own.
    ///
    /// # Errors
    /// When the cipher refuses, which it does only for texts of many gigabytes.
    pub fn new(key: &SigningKey, path: &str) -> Result<Self> {
        let made_of = key.derive(NONCE, path.as_bytes());
        let mut nonce = [0; NONCE_BYTES];
        nonce.copy_from_slice(&made_of[..NONCE_BYTES]);
        let hidden = cipher(key)
            .encrypt(&XNonce::from(nonce), Payload { msg: path.as_bytes(), aad: KEY.as_bytes() })
            .map_err(|_| Error::Internal("a link could not be encrypted".into()))?;
        Ok(Self(BASE64.encode([nonce.as_slice(), &hidden].concat())))
    }

    /// The path; none when the text was altered or encrypted with another key.
    fn open(&self, key: &SigningKey) -> Option<String> {
        let bytes = BASE64.decode(&self.0).ok()?;
        let (nonce, hidden) = bytes.split_first_chunk::<NONCE_BYTES>()?;
        let path = cipher(key).decrypt(&XNonce::from(*nonce), Payload { msg: hidden, aad: KEY.as_bytes() });
        String::from_utf8(path.ok()?).ok()
    }
}

/// The paths of a letter's links as its row keeps them; empty when they have gone.
pub fn open(key: &SigningKey, links: &str) -> Vec<String> {
    let sealed: Vec<Sealed> = serde_json::from_str(links).unwrap_or_default();
    sealed.iter().map(|one| one.open(key)).collect::<Option<_>>().unwrap_or_default()
}

fn cipher(key: &SigningKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.derive(KEY, b"").into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_link_is_read_with_its_own_key_alone_and_unaltered(path in "/[a-zA-Z0-9/._-]{1,120}", at in any::<prop::sample::Index>()) {
            let key = SigningKey::of_bytes([7; 64]);
            let sealed = Sealed::new(&key, &path).unwrap();
            prop_assert!(!sealed.0.contains(&path));
            prop_assert_eq!(sealed.open(&key), Some(path));
            prop_assert_eq!(sealed.open(&SigningKey::of_bytes([8; 64])), None);
            let mut bytes = BASE64.decode(&sealed.0).unwrap();
            let at = at.index(bytes.len());
            bytes[at] ^= 1;
            prop_assert_eq!(Sealed(BASE64.encode(bytes)).open(&key), None);
        }
    }
}
