//! Taking files away: first the row, then, by a job that tries again, what lies there.

use std::sync::Arc;

use dure_domain::{FileId, Subject};
use dure_store::Tx;
use dure_tables::files;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::{App, Hold};
use sea_orm::{ActiveModelTrait, IntoActiveModel, ModelTrait, Set};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::add::record;
use super::places_of;
use crate::files::store;

/// The job that takes away what lies there.
pub const FORGET: &str = "file.forget";

/// What it is told.
#[derive(Debug, Serialize, Deserialize)]
pub struct Forget {
    id: FileId,
    names: Vec<String>,
}

/// Takes a file away; gives the thing on which it hung.
///
/// # Errors
/// [`Error::Forbidden`] for who neither added it nor answers for the thing.
pub async fn remove(app: &App, viewer: &Arc<Viewer>, id: FileId) -> Result<Hold> {
    let file = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    let hold = app.hold(viewer, file.thing_kind, file.thing_id).await?;
    if !(hold.keeps || (hold.adds && file.added_by == viewer.person)) {
        return Err(Error::Forbidden);
    }
    app.act(viewer, |tx| async move {
        // Two may take it away at once; the second finds nothing, which is what it wanted.
        match store::find(tx.db(), id).await? {
            Some(file) => take_away(&tx, file).await,
            None => {
                tx.quiet();
                Ok(())
            }
        }
    })
    .await?;
    Ok(hold)
}

/// Takes away everything that hangs on a thing which goes itself.
pub async fn forget(tx: &Tx, kind: Subject, thing: Uuid) -> Result<()> {
    for file in store::of(tx.db(), kind, vec![thing]).await? {
        take_away(tx, file).await?;
    }
    Ok(())
}

async fn take_away(tx: &Tx, file: files::Model) -> Result<()> {
    tx.record(record("file.remove", &file));
    tx.job(FORGET, &Forget { id: file.id, names: places_of(&file) }, tx.at())?;
    file.delete(tx.db()).await?;
    Ok(())
}

/// Does it.
///
/// # Errors
/// When the place of files fails; the job is then tried again.
pub async fn forgotten(app: App, what: Forget) -> Result<()> {
    for name in &what.names {
        let removed = app.config.files.remove(name).await;
        removed.map_err(|failed| Error::Internal(format!("file {}: {failed}", what.id)))?;
    }
    Ok(())
}

/// Moves the files of a thing that becomes part of another; what hangs on both stays once.
pub async fn move_all(tx: &Tx, kind: Subject, from: Uuid, to: Uuid) -> Result<()> {
    for file in store::of(tx.db(), kind, vec![from]).await? {
        if store::same(tx.db(), kind, to, &file.digest).await?.is_some() {
            take_away(tx, file).await?;
        } else {
            tx.record(record("file.move", &file));
            let mut moved = file.into_active_model();
            moved.thing_id = Set(to);
            moved.update(tx.db()).await?;
        }
    }
    Ok(())
}
