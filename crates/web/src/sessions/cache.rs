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

/// What was shown: neither kind opens what the other does, so neither finds the other's viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shown {
    /// The cookie of a session.
    Cookie(TokenHash),
    /// A personal token.
    Token(TokenHash),
}

/// Viewers of recent requests by what they have shown.
#[derive(Default)]
pub struct ViewerCache(Mutex<Remembered>);

#[derive(Default)]
struct Remembered {
    viewers: HashMap<Shown, (Arc<Viewer>, Moment)>,
    cleared: u64,
}

impl ViewerCache {
    /// Who has shown this lately; else the number that [`Self::put`] wants.
    pub(super) fn get(&self, shown: &Shown, now: Moment) -> Result<Arc<Viewer>, u64> {
        let remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match remembered.viewers.get(shown) {
            Some((viewer, at)) if now.secs_since(*at) < REMEMBERED_SECS => Ok(viewer.clone()),
            _ => Err(remembered.cleared),
        }
    }

    /// Remembers a viewer, unless everybody was forgotten while the roster was being read.
    pub(super) fn put(&self, shown: Shown, viewer: Arc<Viewer>, now: Moment, cleared: u64) {
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if remembered.cleared != cleared {
            return;
        }
        if remembered.viewers.len() >= MOST_REMEMBERED {
            remembered.viewers.clear();
        }
        remembered.viewers.insert(shown, (viewer, now));
    }

    /// Forgets everybody: the roster, an office or a session has changed.
    pub fn clear(&self) {
        let mut remembered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        remembered.viewers.clear();
        remembered.cleared += 1;
    }
}
