//! Finding firms by their ids.

use std::collections::BTreeMap;

use dure_domain::FirmId;
use dure_tables::firms;
use sea_orm::ConnectionTrait;

use super::super::{access, store};
use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::names;
use crate::shell::App;

/// Names of firms, also of those that have left.
pub async fn names<C: ConnectionTrait>(
    db: &C,
    ids: impl IntoIterator<Item = FirmId>,
) -> Result<BTreeMap<FirmId, String>> {
    names::firms(db, ids.into_iter().collect()).await
}

/// A firm that the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find_for(app: &App, viewer: &Viewer, id: FirmId) -> Result<firms::Model> {
    let firm = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&firm, Vec::new()))?;
    Ok(firm)
}
