//! Viewers of recent requests, so that a page does not read the roster each time.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use dure_domain::Moment;

use crate::access::Viewer;

/// A viewer is remembered this long, in seconds, before the roster is asked again.
const REMEMBERED_SECS: i64 = 10;
const MOST_REMEMBERED: usize = 20_000;

/// SHA-256 of what a browser or a program shows.
pub type TokenHash = [u8; 32];

/// Viewers of recent requests by the hash of their token.
#[derive(Default)]
pub struct ViewerCache(Mutex<HashMap<TokenHash, (Arc<Viewer>, Moment)>>);

impl ViewerCache {
    pub(super) fn get(&self, hash: &TokenHash, now: Moment) -> Option<Arc<Viewer>> {
        let viewers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (viewer, at) = viewers.get(hash)?;
        (now.secs_since(*at) < REMEMBERED_SECS).then(|| viewer.clone())
    }

    pub(super) fn put(&self, hash: TokenHash, viewer: Arc<Viewer>, now: Moment) {
        let mut viewers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if viewers.len() >= MOST_REMEMBERED {
            viewers.clear();
        }
        viewers.insert(hash, (viewer, now));
    }

    /// Forgets everybody: the roster, an office or a session has changed.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
