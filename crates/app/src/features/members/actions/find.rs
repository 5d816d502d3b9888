//! The verbs of people.

use dure_domain::PersonId;
use dure_tables::people;

use super::super::{access, store};
use crate::access::Viewer;
use crate::error::{Error, Result};
use crate::shell::App;

/// A person whom the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find_for(app: &App, viewer: &Viewer, id: PersonId) -> Result<people::Model> {
    let person = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::thing(&person, Vec::new()))?;
    Ok(person)
}
