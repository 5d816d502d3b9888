//! Adding a file: looked at, made ready, laid down, and then written; so what a row names is there.

use std::sync::Arc;

use dure_domain::{FileId, FileKind, Subject};
use dure_files::{Failed, MOST_OF_ONE, Refused, kind_of, prepared};
use dure_store::{Record, StoreError, Tx};
use dure_tables::files;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::{App, Hold};
use sea_orm::{ActiveModelTrait, Set};
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::files::rules::{self, NotAdded};
use crate::files::store;

/// A file as it was sent.
#[derive(Debug, Clone)]
pub struct Sent {
    /// Its name on the sender's machine.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// At most two pictures are read at once on a node: each may take hundreds of megabytes.
struct Readers(Semaphore);

impl Default for Readers {
    fn default() -> Self {
        Self(Semaphore::new(2))
    }
}

/// Adds a file to a thing. The same file sent again is the one that is there.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::Forbidden`] by what the thing says of the viewer.
pub async fn add(
    app: &App,
    viewer: &Arc<Viewer>,
    (kind, thing): (Subject, Uuid),
    sent: Sent,
) -> Result<Result<files::Model, NotAdded>> {
    let hold = app.hold(viewer, kind, thing).await?;
    if !hold.adds {
        return Err(Error::Forbidden);
    }
    let digest = hex(&Sha256::digest(&sent.bytes));
    if let Some(there) = store::same(app.store.read(), kind, thing, &digest).await? {
        return Ok(Ok(there));
    }
    let ready = match ready(app, sent).await {
        Ok(ready) => ready,
        Err(refused) => return Ok(Err(NotAdded::Refused(refused))),
    };
    let id: FileId = app.store.random_id();
    if let Err(failed) = lay_down(app, id, &ready).await {
        tracing::warn!(%failed, file = %id, "a file could not be kept");
        take_back(app, id, ready.kind).await;
        return Ok(Err(NotAdded::NotKept(failed)));
    }
    written(app, viewer, &hold, (kind, thing), id, &ready, &digest).await
}

/// A file ready to be laid down.
struct Ready {
    name: String,
    kind: FileKind,
    /// In the order of [`rules::parts`].
    parts: Vec<Vec<u8>>,
    width: u32,
    height: u32,
}

impl Ready {
    fn bytes(&self) -> u64 {
        self.parts.iter().map(|part| part.len() as u64).sum()
    }
}

async fn ready(app: &App, sent: Sent) -> Result<Ready, Refused> {
    let kind = kind_of(&sent.name, &sent.bytes)?;
    let name = rules::name_of(&sent.name, kind);
    if kind != FileKind::Picture {
        return Ok(Ready { name, kind, parts: vec![sent.bytes], width: 0, height: 0 });
    }
    let readers = app.own::<Readers>();
    let _turn = readers.0.acquire().await.map_err(|_| Refused::Damaged)?;
    let made = tokio::task::spawn_blocking(move || prepared(&sent.bytes)).await;
    let made = made.map_err(|_| Refused::Damaged)??;
    Ok(Ready { name, kind, parts: made.sizes.into(), width: made.width, height: made.height })
}

async fn lay_down(app: &App, id: FileId, ready: &Ready) -> Result<(), Failed> {
    for (name, bytes) in rules::parts(id, ready.kind).iter().zip(&ready.parts) {
        app.config.files.keep(name, bytes.clone()).await?;
    }
    Ok(())
}

/// What cannot be taken back now is found by `dure check` as lying there for nothing.
async fn take_back(app: &App, id: FileId, kind: FileKind) {
    for name in rules::parts(id, kind) {
        drop(app.config.files.remove(&name).await);
    }
}

async fn written(
    app: &App,
    viewer: &Viewer,
    hold: &Hold,
    on: (Subject, Uuid),
    id: FileId,
    ready: &Ready,
    digest: &str,
) -> Result<Result<files::Model, NotAdded>> {
    let row = |tx: &Tx| files::ActiveModel {
        id: Set(id),
        federation_id: Set(hold.federation),
        thing_kind: Set(on.0),
        thing_id: Set(on.1),
        name: Set(ready.name.clone()),
        kind: Set(ready.kind),
        bytes: Set(i64::try_from(ready.bytes()).unwrap_or(i64::MAX)),
        digest: Set(digest.to_owned()),
        width: Set(i32::try_from(ready.width).unwrap_or_default()),
        height: Set(i32::try_from(ready.height).unwrap_or_default()),
        added_by: Set(viewer.person),
        added_at: Set(tx.at()),
    };
    let row = &row;
    let written = app.act(viewer, |tx| async move {
        let (files, bytes) = store::taken(tx.db(), on.0, on.1).await?;
        if files >= rules::MOST || bytes + ready.bytes() > MOST_OF_ONE {
            tx.quiet();
            return Ok(None);
        }
        let row = row(&tx).insert(tx.db()).await?;
        tx.record(record("file.add", &row));
        Ok(Some(row))
    });
    match written.await {
        Ok(Some(row)) => Ok(Ok(row)),
        Ok(None) => {
            take_back(app, id, ready.kind).await;
            Ok(Err(NotAdded::NoRoom))
        }
        // It may have been kept after all: what lies there stays.
        Err(Error::Store(error)) if matches!(*error, StoreError::Unknown) => Err(Error::Store(error)),
        Err(error) => {
            take_back(app, id, ready.kind).await;
            let there = match error.taken() {
                Some("files_once") => store::same(app.store.read(), on.0, on.1, digest).await?,
                _ => None,
            };
            there.map(Ok).ok_or(error)
        }
    }
}

/// The thing on which it hangs is what was changed.
pub(super) fn record(action: &'static str, row: &files::Model) -> Record {
    let told = json!({ "name": row.name, "kind": row.kind, "bytes": row.bytes, "on": row.thing_id });
    let (before, after) = if action == "file.remove" { (Some(told), None) } else { (None, Some(told)) };
    Record {
        action,
        subject: Subject::File,
        id: row.id.0,
        federation: Some(row.federation_id),
        before,
        after,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
