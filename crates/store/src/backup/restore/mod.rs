//! Restoring a backup: into an empty database, or in place of another, which is then kept.
//!
//! The file is verified before anything is touched. On SQLite a new file is filled beside the old
//! one and put in its place at the end; on PostgreSQL all happens in one transaction. Whatever
//! fails, the old database is as it was.

mod load;
mod postgres;
mod sqlite;

use std::path::{Path, PathBuf};

use super::{Header, unstorable, verify};
use crate::{Location, StoreResult};

/// What has been restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The backup's header.
    pub header: Header,
    /// Where the database is kept that was there before (SQLite).
    pub kept: Option<PathBuf>,
}

/// What a restore may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct How {
    /// Take the place of a database that has something in it.
    pub replace: bool,
    /// Leave out the character NUL where a text has it; PostgreSQL cannot hold it.
    pub mend: bool,
}

/// Restores the backup at `path` into the database at `to`.
///
/// # Errors
/// [`super::Fault`] for a file that is no good, [`crate::StoreError::NotEmpty`] and
/// [`crate::StoreError::InUse`] for a database that must not be overwritten.
pub async fn restore(
    to: &Location,
    path: &Path,
    how: How,
    mut progress: impl FnMut(u64, u64),
) -> StoreResult<Restored> {
    let header = verify(path)?;
    if matches!(to, Location::Postgres(_)) && !how.mend {
        unstorable::look_through(path, &header)?;
    }
    let total = header.total();
    let mut progress = |done| progress(done, total);
    let kept = match to {
        Location::Sqlite(file) => sqlite::restore(file, path, &header, how, &mut progress).await?,
        Location::Postgres(url) => {
            postgres::restore(url, path, &header, how, &mut progress).await?;
            None
        }
    };
    Ok(Restored { header, kept })
}
