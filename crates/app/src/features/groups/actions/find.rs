//! The verbs of groups.

use std::collections::BTreeMap;

use dure_domain::GroupId;
use dure_tables::groups;
use sea_orm::ConnectionTrait;

use super::super::{access, store};
use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::names;
use crate::shell::App;

/// Names of groups.
pub async fn names<C: ConnectionTrait>(
    db: &C,
    ids: impl IntoIterator<Item = GroupId>,
) -> Result<BTreeMap<GroupId, String>> {
    names::groups(db, ids.into_iter().collect()).await
}

/// A group that the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find_for(app: &App, viewer: &Viewer, id: GroupId) -> Result<groups::Model> {
    let group = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&group))?;
    Ok(group)
}
