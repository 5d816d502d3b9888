//! Whether writes are being kept at present, as `/health` says it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use dure_domain::Moment;
use sea_orm::DbErr;

use crate::error::Class;
use crate::{Actor, Store, StoreError};

/// A write that is known to have been kept vouches for this long, in seconds.
const VOUCHED_SECS: i64 = 10;
/// Longer than any short act waits for the writer; a long import may hold it for longer.
const PATIENCE: Duration = Duration::from_secs(3);
/// A disk that has just been full must take so much before it counts as having room again, in bytes.
const ROOM: usize = 65_536;
const PROBE: &str = "probe.write";

/// Why writes are not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No room left on the disk.
    DiskFull,
    /// The disk fails, or the file may not be written.
    Disk,
    /// The file was deleted, moved away, or another one was put in its place.
    FileGone,
    /// Another program holds the database.
    InUse,
    /// The database server does not answer, or does not take writes.
    Unreachable,
}

impl Trouble {
    /// A word for programs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::DiskFull => "disk_full",
            Self::Disk => "disk",
            Self::FileGone => "file_gone",
            Self::InUse => "in_use",
            Self::Unreachable => "unreachable",
        }
    }
}

/// What the last writes have shown; shared by all clones of a store.
#[derive(Clone, Default)]
pub(crate) struct Keeping(Arc<Mutex<Seen>>);

#[derive(Default)]
struct Seen {
    trouble: Option<Trouble>,
    kept_at: Option<Moment>,
}

impl Keeping {
    /// An error of a write; those that are answers to the act itself say nothing of the database.
    pub(crate) fn note(&self, error: &DbErr) {
        if let Some(trouble) = Class::of(error).trouble() {
            self.found(trouble);
        }
    }

    /// Writes cannot be kept, and this is why.
    pub(crate) fn found(&self, trouble: Trouble) {
        self.seen().trouble = Some(trouble);
    }

    /// A write was verified to have been kept.
    pub(crate) fn kept(&self, at: Moment) {
        *self.seen() = Seen { trouble: None, kept_at: Some(at) };
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// Nothing while writes are kept. Where none has been made for a while, or the last one failed,
    /// one is tried, so that this recovers by itself.
    pub async fn trouble(&self) -> Option<Trouble> {
        // Asked always: a write that was kept a moment ago does not vouch for a file that is gone since.
        if self.is_in_its_place().is_err() {
            return Some(Trouble::FileGone);
        }
        let (trouble, kept_at) = {
            let seen = self.keeping.seen();
            (seen.trouble, seen.kept_at)
        };
        let vouched = kept_at.is_some_and(|at| self.now() < at.plus_secs(VOUCHED_SECS));
        if trouble.is_none() && vouched {
            return None;
        }
        let room = if trouble.is_some() { ROOM } else { 0 };
        match tokio::time::timeout(PATIENCE, self.probe(room)).await {
            Ok(Ok(())) => None,
            Ok(Err(_)) => Some(self.keeping.seen().trouble.unwrap_or(Trouble::Unreachable)),
            // The writer is busy with something long; what was known still holds.
            Err(_) => trouble,
        }
    }

    /// The file that takes the writes is the one that the next start will find.
    ///
    /// # Errors
    /// [`StoreError::FileGone`], noted for whoever asks.
    pub(crate) fn is_in_its_place(&self) -> Result<(), StoreError> {
        self.place.is_kept().inspect_err(|_| self.keeping.found(Trouble::FileGone))
    }

    async fn probe(&self, room: usize) -> Result<(), StoreError> {
        self.write(Actor::System, |tx| async move {
            tx.quiet();
            let value = format!("{}{}", tx.at().millis(), " ".repeat(room));
            tx.set_setting(PROBE, &value).await
        })
        .await
    }
}
