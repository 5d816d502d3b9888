//! The verbs of people.

use dure_domain::PersonId;
use dure_tables::people;
use dure_web::App;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};

use super::super::{access, store};

/// A person whom the viewer may see.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn find_for(app: &App, viewer: &Viewer, id: PersonId) -> Result<people::Model> {
    let person = store::find(app.store.read(), id).await?.ok_or(Error::NotFound)?;
    access::SEE.require(viewer, &access::seen(&person))?;
    Ok(person)
}
