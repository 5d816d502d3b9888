//! Opening files, for those who may see the thing on which they hang.

use std::collections::BTreeMap;
use std::sync::Arc;

use dure_domain::{FederationId, FileId, FileKind, Subject};
use dure_files::Size;
use dure_tables::files;
use dure_texts::Lang;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::{App, Hold};
use uuid::Uuid;

use crate::files::rules::{self, Album};
use crate::files::store;

/// The files of a thing.
///
/// # Errors
/// [`Error::NotFound`] where the viewer may not see the thing.
pub async fn album(app: &App, viewer: &Arc<Viewer>, kind: Subject, thing: Uuid) -> Result<Album> {
    let hold = app.hold(viewer, kind, thing).await?;
    let files = store::of(app.store.read(), kind, vec![thing]).await?;
    let senders = if hold.unnamed {
        BTreeMap::new()
    } else {
        store::senders(app.store.read(), files.iter().map(|file| file.added_by)).await?
    };
    Ok(Album { hold, on: (kind, thing), files, senders, may_keep: app.config.files.is_there() })
}

/// A file to be sent to its reader.
pub struct Opened {
    /// What it is.
    pub file: files::Model,
    /// Its name as the reader may know it.
    pub name: String,
    /// The name of the part that lies there.
    pub part: String,
}

/// A file, a picture in this size.
///
/// # Errors
/// [`Error::NotFound`] for who may not see it.
pub async fn open(
    app: &App,
    viewer: &Arc<Viewer>,
    lang: Lang,
    id: FileId,
    size: Option<Size>,
) -> Result<Opened> {
    let file = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    let album = album(app, viewer, file.thing_kind, file.thing_id).await?;
    let which = match file.kind {
        FileKind::Picture => size.unwrap_or(Size::Large).as_str(),
        _ => "whole",
    };
    Ok(Opened { name: album.name(lang, &file), part: rules::part(id, which), file })
}

/// The files of many things of one kind, by thing, for lists of what the viewer is known to see.
pub async fn albums(
    app: &App,
    federation: FederationId,
    kind: Subject,
    things: Vec<Uuid>,
) -> Result<BTreeMap<Uuid, Album>> {
    let db = app.store.read();
    let files = store::of(db, kind, things).await?;
    let senders = store::senders(db, files.iter().map(|file| file.added_by)).await?;
    let mut albums: BTreeMap<Uuid, Album> = BTreeMap::new();
    for file in files {
        let album = albums.entry(file.thing_id).or_insert_with(|| Album {
            hold: Hold { federation, ..Hold::looked_at() },
            on: (kind, file.thing_id),
            files: Vec::new(),
            senders: senders.clone(),
            may_keep: false,
        });
        album.files.push(file);
    }
    Ok(albums)
}

/// The names of all that must lie there for a file.
pub fn places_of(file: &files::Model) -> Vec<String> {
    rules::parts(file.id, file.kind)
}
