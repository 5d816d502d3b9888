//! Signed links: an address that can do one thing, for one person, until it expires.
//!
//! A token is `base64url(payload) . base64url(HMAC-SHA-256(key, purpose \n payload))`. The purpose is
//! not in the token but given by who checks it, so a link made for one thing opens nothing else.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use dure_domain::Moment;
use dure_store::{Actor, Store, StoreError};
use hmac::{Hmac, KeyInit, Mac};
use sea_orm::EntityTrait;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::error::{Error, Result};

const SETTING: &str = "signing_key";

/// The installation's key for signed links.
pub struct SigningKey([u8; 64]);

#[derive(Serialize, Deserialize)]
struct Sealed<T> {
    #[serde(rename = "e")]
    expires: Moment,
    #[serde(rename = "v")]
    value: T,
}

impl SigningKey {
    /// The key of this installation, made at the first start.
    pub async fn load_or_make(store: &Store) -> Result<Self> {
        if let Some(key) = Self::load(store).await? {
            return Ok(key);
        }
        let made: Result<(), StoreError> = store
            .write(Actor::System, |tx| async move {
                tx.quiet();
                let found =
                    dure_tables::settings::Entity::find_by_id(SETTING.to_owned()).one(tx.db()).await?;
                if found.is_none() {
                    tx.set_setting(SETTING, &BASE64.encode(tx.secret::<64>())).await?;
                }
                Ok(())
            })
            .await;
        made?;
        Self::load(store).await?.ok_or_else(|| Error::Internal("the signing key was not kept".into()))
    }

    async fn load(store: &Store) -> Result<Option<Self>> {
        let text = store.setting(SETTING).await?;
        let bytes = text.and_then(|text| BASE64.decode(text).ok());
        Ok(bytes.and_then(|bytes| bytes.try_into().ok()).map(Self))
    }

    /// A token that gives `value` back to who checks it for the same purpose before `expires`.
    ///
    /// # Errors
    /// When `value` cannot be written as JSON.
    pub fn seal(&self, purpose: &str, value: &impl Serialize, expires: Moment) -> Result<String> {
        let sealed = serde_json::to_vec(&Sealed { expires, value });
        let payload = BASE64.encode(sealed.map_err(|error| Error::Internal(error.to_string()))?);
        let mark = BASE64.encode(self.mac(purpose, &payload).finalize().into_bytes());
        Ok(format!("{payload}.{mark}"))
    }

    /// What was sealed.
    ///
    /// # Errors
    /// [`Error::LinkExpired`] for a token that is late, was made for something else, or was altered.
    pub fn open<T: DeserializeOwned>(&self, purpose: &str, token: &str, now: Moment) -> Result<T> {
        let (payload, mark) = token.split_once('.').ok_or(Error::LinkExpired)?;
        let mark = BASE64.decode(mark).map_err(|_| Error::LinkExpired)?;
        self.mac(purpose, payload).verify_slice(&mark).map_err(|_| Error::LinkExpired)?;
        let json = BASE64.decode(payload).map_err(|_| Error::LinkExpired)?;
        let sealed: Sealed<T> = serde_json::from_slice(&json).map_err(|_| Error::LinkExpired)?;
        if sealed.expires < now { Err(Error::LinkExpired) } else { Ok(sealed.value) }
    }

    /// A key of its own for another purpose, or what follows from a text under it.
    pub fn derive(&self, purpose: &str, text: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new(&self.0.into());
        // No purpose of a link has this beginning, so that no link's mark is ever a key.
        mac.update(b"derive\0");
        mac.update(purpose.as_bytes());
        mac.update(b"\0");
        mac.update(text);
        mac.finalize().into_bytes().into()
    }

    /// For tests that need no installation.
    #[cfg(any(test, feature = "testing"))]
    pub const fn of_bytes(bytes: [u8; 64]) -> Self {
        Self(bytes)
    }

    fn mac(&self, purpose: &str, payload: &str) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new(&self.0.into());
        mac.update(purpose.as_bytes());
        mac.update(b"\n");
        mac.update(payload.as_bytes());
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_millis(1_000_000);

    #[test]
    fn a_link_opens_for_its_purpose_only_and_until_it_expires() {
        let key = SigningKey([7; 64]);
        let token = key.seal("answer", &"ask 1", NOW.plus_days(1)).unwrap();
        assert_eq!(key.open::<String>("answer", &token, NOW).unwrap(), "ask 1");
        assert!(key.open::<String>("sign-in", &token, NOW).is_err());
        assert!(key.open::<String>("answer", &token, NOW.plus_days(2)).is_err());
        assert!(SigningKey([8; 64]).open::<String>("answer", &token, NOW).is_err());
    }

    #[test]
    fn an_altered_link_is_refused() {
        let key = SigningKey([7; 64]);
        let token = key.seal("answer", &"ask 1", NOW.plus_days(1)).unwrap();
        for at in 0..token.len() {
            let mut altered = token.clone().into_bytes();
            altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
            let altered = String::from_utf8(altered).unwrap();
            let opened = key.open::<String>("answer", &altered, NOW);
            assert!(opened.is_err() || altered == token || at + 1 == token.len(), "byte {at}");
        }
    }
}
