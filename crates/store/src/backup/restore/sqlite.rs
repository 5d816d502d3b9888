//! Restoring into a SQLite file: a new file is filled, then takes the old one's place.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement, TransactionTrait};
use sea_orm_migration::MigratorTrait;

use super::super::Header;
use super::How;
use super::load::load;
use crate::connect::check_folder;
use crate::migrate::Migrator;
use crate::pool::{Discard, sqlite_pool};
use crate::{StoreError, StoreResult};

pub async fn restore(
    target: &Path,
    path: &Path,
    header: &Header,
    how: How,
    progress: &mut dyn FnMut(u64),
) -> StoreResult<Option<PathBuf>> {
    check_folder(target)?;
    make_way(target, how.replace).await?;
    let new = beside(target, "restoring");
    remove_all(&new)?;
    let filled = fill(&new, path, header, how, progress).await;
    if let Err(error) = filled {
        remove_all(&new)?;
        return Err(error);
    }
    // Somebody may have started a server meanwhile.
    make_way(target, how.replace).await?;
    let kept = keep(target)?;
    fs::rename(&new, target)?;
    sync_folder(target)?;
    Ok(kept)
}

async fn fill(
    new: &Path,
    path: &Path,
    header: &Header,
    how: How,
    progress: &mut dyn FnMut(u64),
) -> StoreResult<()> {
    let db = sqlite_pool(new, true, 1, Discard::default()).await?;
    Migrator::up(&db, Some(u32::try_from(header.schema.len()).unwrap_or(u32::MAX))).await?;
    let tx = db.begin().await?;
    load(&tx, path, header, how.mend, progress).await?;
    tx.commit().await?;
    Migrator::up(&db, None).await?;
    alone(&db).await?;
    db.close().await?;
    Ok(File::open(new)?.sync_all()?)
}

/// Makes sure that the file may be replaced, and folds its write-ahead log into it.
async fn make_way(target: &Path, replace: bool) -> StoreResult<()> {
    if fs::metadata(target).map_or(true, |file| file.len() == 0) {
        return Ok(());
    }
    let looked = look(target).await;
    match looked {
        Ok(true) if !replace => Err(StoreError::NotEmpty(target.display().to_string())),
        Ok(_) => Ok(()),
        // A damaged file is just what a restore is for.
        Err(StoreError::Unreadable(_)) if replace => Ok(()),
        Err(StoreError::Conflict) => Err(StoreError::InUse(target.display().to_string())),
        Err(StoreError::Unreadable(_)) => Err(StoreError::Unreadable(target.display().to_string())),
        Err(error) => Err(error),
    }
}

/// Whether there is anything in the database; an error when another program has it open.
async fn look(target: &Path) -> StoreResult<bool> {
    let db = sqlite_pool(target, false, 1, Discard::default()).await?;
    let looked = async {
        db.execute_unprepared("pragma busy_timeout = 500").await?;
        alone(&db).await?;
        has_contents(&db).await
    };
    let looked = looked.await;
    db.close().await?;
    looked
}

/// Leaving the write-ahead log succeeds only for the one program that has the file open.
async fn alone(db: &DatabaseConnection) -> StoreResult<()> {
    db.query_one_raw(Statement::from_string(DbBackend::Sqlite, "pragma journal_mode = delete")).await?;
    Ok(())
}

async fn has_contents(db: &DatabaseConnection) -> StoreResult<bool> {
    for table in ["federations", "people"] {
        let rows = db.query_one_raw(Statement::from_string(
            DbBackend::Sqlite,
            format!("select 1 from {table} limit 1"),
        ));
        if rows.await.is_ok_and(|row| row.is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Puts the old database aside, with what belongs to it: its log must never meet the new file.
fn keep(target: &Path) -> StoreResult<Option<PathBuf>> {
    let kept =
        (1..).map(|number| beside(target, &format!("before-restore-{number}"))).find(|path| !path.exists());
    let Some(kept) = kept else { return Ok(None) };
    let mut any = None;
    for tail in ["", "-wal", "-shm"] {
        let old = with_tail(target, tail);
        if old.exists() {
            fs::rename(&old, with_tail(&kept, tail))?;
            any = Some(kept.clone());
        }
    }
    Ok(any)
}

fn remove_all(path: &Path) -> StoreResult<()> {
    for tail in ["", "-wal", "-shm", "-journal"] {
        match fs::remove_file(with_tail(path, tail)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn beside(path: &Path, tail: &str) -> PathBuf {
    with_tail(path, &format!(".{tail}"))
}

fn with_tail(path: &Path, tail: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(tail);
    PathBuf::from(name)
}

/// The change of names itself must be on the disk.
fn sync_folder(target: &Path) -> StoreResult<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(File::open(folder)?.sync_all()?)
}
