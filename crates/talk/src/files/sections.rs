//! Pieces of pages that features show: the files of their things.

use std::collections::BTreeMap;

use dure_domain::Subject;
use dure_ui::headings;
use dure_web::error::{Error, Result};
use dure_web::{Hold, Visit};
use maud::Markup;
use uuid::Uuid;

use super::rules::Album;
use super::{actions, pages};

/// The files of a thing, and the way to add some; nothing where there are none and none can be added. One to a page.
///
/// # Errors
/// [`Error::NotFound`] where the viewer may not see the thing.
pub async fn section(visit: &Visit, kind: Subject, thing: Uuid) -> Result<Markup> {
    let album = actions::album(&visit.app, &visit.viewer, kind, thing).await?;
    Ok(pages::section(visit, &album))
}

/// The files of a thing that is being written, to stand within its form; [`super::form`] goes behind that. `draft` is
/// where the page's script keeps what is typed, so that there is a thing for the files to hang on.
///
/// # Errors
/// Those of the database.
pub async fn within(visit: &Visit, kind: Subject, thing: Uuid, draft: &str) -> Result<Markup> {
    let album = match actions::album(&visit.app, &visit.viewer, kind, thing).await {
        Err(Error::NotFound) => to_be(visit, kind, thing),
        album => album?,
    };
    Ok(if album.may_keep { pages::block(visit, &album, Some(draft)) } else { headings::nothing() })
}

/// The files of a thing which will be there as soon as something is typed.
fn to_be(visit: &Visit, kind: Subject, thing: Uuid) -> Album {
    let hold = Hold { federation: visit.viewer.federation, adds: true, ..Hold::looked_at() };
    let may_keep = visit.app.config.files.is_there();
    Album { hold, on: (kind, thing), files: Vec::new(), senders: BTreeMap::new(), may_keep }
}

/// The files of many things of one kind, which the viewer is known to see, for lists.
///
/// # Errors
/// Those of the database.
pub async fn lists(visit: &Visit, kind: Subject, things: Vec<Uuid>) -> Result<BTreeMap<Uuid, Markup>> {
    let albums = actions::albums(&visit.app, visit.viewer.federation, kind, things).await?;
    Ok(albums.into_iter().map(|(thing, album)| (thing, pages::list(visit, &album))).collect())
}
