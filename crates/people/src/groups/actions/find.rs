//! The verbs of groups.

use dure_domain::GroupId;
use dure_tables::groups;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};

use super::super::{access, store};

/// A group that the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find_for(app: &App, viewer: &Viewer, id: GroupId) -> Result<groups::Model> {
    let group = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&group))?;
    Ok(group)
}
