//! Requests for people.

use axum::extract::Path;
use dure_domain::PersonId;
use maud::Markup;

use super::actions;
use crate::error::Result;
use crate::shell::Visit;
use crate::ui::headings;

/// `GET /people/{id}`
pub async fn show(visit: Visit, Path(id): Path<PersonId>) -> Result<Markup> {
    let person = actions::find_for(&visit.app, &visit.viewer, id).await?;
    Ok(visit.page(&person.name, headings::page_head(&person.name, &person.title, headings::nothing())))
}
