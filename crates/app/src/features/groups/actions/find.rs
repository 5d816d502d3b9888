//! The verbs of groups.

use dure_domain::GroupId;
use dure_tables::groups;

use super::super::{access, store};
use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::shell::App;

/// A group that the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find_for(app: &App, viewer: &Viewer, id: GroupId) -> Result<groups::Model> {
    let group = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&group))?;
    Ok(group)
}
