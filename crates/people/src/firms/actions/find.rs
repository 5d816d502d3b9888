//! Finding firms by their ids.

use dure_domain::FirmId;
use dure_tables::firms;
use dure_web::App;
use dure_web::access::{Thing, Viewer};
use dure_web::error::{Error, Result};

use super::super::{access, store};

/// A firm that the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find_for(app: &App, viewer: &Viewer, id: FirmId) -> Result<firms::Model> {
    let firm = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&firm, None))?;
    Ok(firm)
}

/// Like [`find_for`], with what permissions to change it look at.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn found_with_thing(app: &App, viewer: &Viewer, id: FirmId) -> Result<(firms::Model, Thing)> {
    let found = store::with_secretariat(app.store.read(), id).await?;
    let (firm, secretariat) = found.ok_or(Error::NotFound)?;
    let thing = access::thing(&firm, secretariat);
    access::SEE.require(viewer, &thing)?;
    Ok((firm, thing))
}
