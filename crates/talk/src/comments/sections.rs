//! The piece of a page that features show: what was said under their thing.

use dure_domain::Subject;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;
use uuid::Uuid;

use super::{actions, pages};

/// What was said under a thing, and the field to say something; nothing where neither is.
///
/// # Errors
/// [`dure_web::error::Error::NotFound`] where the viewer may not see the thing.
pub async fn section(visit: &Visit, kind: Subject, thing: Uuid) -> Result<Markup> {
    let thread = actions::thread(&visit.app, &visit.viewer, kind, thing).await?;
    Ok(pages::section(visit, &thread))
}
