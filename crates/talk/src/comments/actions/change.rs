//! Changing what one said, and taking it back. What it said before is kept; of what was deleted for thirty days.

use std::sync::Arc;

use dure_domain::CommentId;
use dure_store::Tx;
use dure_tables::{comment_versions, comments};
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::{App, Hold};
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};

use super::record;
use crate::comments::rules::{self, KEPT_DAYS, Wrong};
use crate::comments::store;

/// A comment that the viewer said and may change.
///
/// # Errors
/// [`Error::NotFound`] for one that is not there or was deleted, [`Error::Forbidden`] for another's.
pub async fn to_change(app: &App, viewer: &Arc<Viewer>, id: CommentId) -> Result<(comments::Model, Hold)> {
    let comment = store::find(app.store.read(), id).await?.filter(|row| row.deleted_at.is_none());
    let comment = comment.ok_or(Error::NotFound)?;
    let hold = app.hold(viewer, comment.thing_kind, comment.thing_id).await?;
    if comment.author_id != viewer.person {
        return Err(Error::Forbidden);
    }
    Ok((comment, hold))
}

/// Changes what it says; gives the thing under which it stands.
///
/// # Errors
/// [`Error::ChangedMeanwhile`] when it was changed since the form was shown.
pub async fn change(
    app: &App,
    viewer: &Arc<Viewer>,
    id: CommentId,
    version: i32,
    words: &str,
) -> Result<Result<Hold, Wrong>> {
    let (_, hold) = to_change(app, viewer, id).await?;
    let body = match rules::checked(words) {
        Ok(body) => body,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let body = &body;
    app.act(viewer, |tx| async move {
        let row = store::find(tx.db(), id).await?.filter(|row| row.deleted_at.is_none());
        let row = row.ok_or(Error::NotFound)?;
        if row.version != version {
            return Err(Error::ChangedMeanwhile);
        }
        if row.body == *body {
            tx.quiet();
            return Ok(());
        }
        keep(&tx, &row).await?;
        let mut changed = row.into_active_model();
        changed.body = Set(body.clone());
        changed.edited_at = Set(Some(tx.at()));
        changed.version = Set(version + 1);
        tx.record(record("comment.change", &changed.update(tx.db()).await?));
        Ok(())
    })
    .await?;
    Ok(Ok(hold))
}

/// Takes it back: who said it, or staff of the federation, where somebody was hurt.
///
/// # Errors
/// [`Error::Forbidden`] for all others.
pub async fn take_back(app: &App, viewer: &Arc<Viewer>, id: CommentId) -> Result<Hold> {
    let comment = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    let hold = app.hold(viewer, comment.thing_kind, comment.thing_id).await?;
    if comment.author_id != viewer.person && !rules::moderates(viewer, comment.federation_id) {
        return Err(Error::Forbidden);
    }
    app.act(viewer, |tx| async move {
        let row = store::find(tx.db(), id).await?.ok_or(Error::NotFound)?;
        if row.deleted_at.is_some() {
            tx.quiet();
            return Ok(());
        }
        keep(&tx, &row).await?;
        let version = row.version;
        let mut gone = row.into_active_model();
        gone.body = Set(String::new());
        gone.deleted_at = Set(Some(tx.at()));
        gone.version = Set(version + 1);
        tx.record(record("comment.delete", &gone.update(tx.db()).await?));
        Ok(())
    })
    .await?;
    Ok(hold)
}

async fn keep(tx: &Tx, row: &comments::Model) -> Result<()> {
    let before = comment_versions::ActiveModel {
        id: Set(tx.id()),
        comment_id: Set(row.id),
        body: Set(row.body.clone()),
        until: Set(tx.at()),
    };
    before.insert(tx.db()).await?;
    Ok(())
}

/// Erases what was deleted long ago.
///
/// # Errors
/// The database's.
pub async fn erase_old(tx: Tx) -> Result<()> {
    store::erase(tx.db(), tx.at().plus_days(-KEPT_DAYS)).await
}
