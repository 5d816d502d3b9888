//! Finding firms by their ids.

use dure_domain::FirmId;
use dure_tables::firms;
use dure_web::App;
use dure_web::access::Viewer;
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
