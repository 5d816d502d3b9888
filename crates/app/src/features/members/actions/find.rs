//! The verbs of people.

use std::collections::BTreeMap;

use dure_domain::PersonId;
use dure_tables::people;
use sea_orm::ConnectionTrait;

use super::super::{access, store};
use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::shell::App;

/// Names and titles of people, also of those who have left.
pub async fn names<C: ConnectionTrait>(
    db: &C,
    ids: impl IntoIterator<Item = PersonId>,
) -> Result<BTreeMap<PersonId, (String, String)>> {
    store::names(db, ids.into_iter().collect()).await
}

/// A person whom the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find_for(app: &App, viewer: &Viewer, id: PersonId) -> Result<people::Model> {
    let person = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&person, Vec::new()))?;
    Ok(person)
}
