//! The file of a SQLite database is still the one that was opened. SQLite goes on writing into a file that was
//! deleted, moved away or replaced, and says that all is well; at the next start what it wrote is gone.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::{StoreError, StoreResult};

/// Device and number of a file.
#[cfg(unix)]
type Identity = (u64, u64);
/// Elsewhere nothing tells two files apart; an open one cannot be deleted there.
#[cfg(not(unix))]
type Identity = ();

/// Where the database was opened, and which file that was; nothing on a server. Shared by all clones of a store.
#[derive(Debug, Clone, Default)]
pub(crate) struct Place(Option<Arc<Opened>>);

#[derive(Debug)]
struct Opened {
    path: PathBuf,
    identity: Identity,
    /// The write-ahead log, where there is one: as long as a connection is open, so is it.
    log: Option<PathBuf>,
}

impl Place {
    /// Remembers the file that was just opened.
    pub(crate) fn of_file(path: &Path) -> StoreResult<Self> {
        let identity = identity(path)?;
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let log = Some(PathBuf::from(log)).filter(|log| log.exists());
        // The folder in which a relative path begins is part of the place.
        let path = std::path::absolute(path)?;
        Ok(Self(Some(Arc::new(Opened { path, identity, log }))))
    }

    /// Room left on the disk on which the file lies, in bytes.
    pub(crate) fn room(&self) -> Option<u64> {
        self.0.as_ref().and_then(|opened| room(&opened.path))
    }

    /// Asks the folder: two looks, no reading.
    ///
    /// # Errors
    /// [`StoreError::FileGone`] when the file is not there, or is another one. It may come back.
    pub(crate) fn is_kept(&self) -> StoreResult<()> {
        let Some(opened) = &self.0 else { return Ok(()) };
        let same = identity(&opened.path).is_ok_and(|found| found == opened.identity);
        if same && opened.log.as_ref().is_none_or(|log| log.exists()) {
            return Ok(());
        }
        Err(StoreError::FileGone(opened.path.display().to_string()))
    }
}

/// Room left on the disk on which this lies, in bytes.
#[cfg(unix)]
fn room(path: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(path).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<u64> {
    None
}

#[cfg(unix)]
fn identity(path: &Path) -> io::Result<Identity> {
    use std::os::unix::fs::MetadataExt;
    let file = std::fs::metadata(path)?;
    Ok((file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> io::Result<Identity> {
    std::fs::metadata(path).map(drop)
}
