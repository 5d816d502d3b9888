//! Requests for groups.

use axum::extract::Path;
use dure_domain::GroupId;
use maud::Markup;

use super::actions;
use crate::error::Result;
use crate::shell::Visit;
use crate::ui::headings;

/// `GET /groups`
pub async fn list(visit: Visit) -> Result<Markup> {
    let title = dure_texts::shell::menu_groups(visit.lang());
    Ok(visit.page(title, headings::page_head(title, "", headings::nothing())))
}

/// `GET /groups/{id}`
pub async fn show(visit: Visit, Path(id): Path<GroupId>) -> Result<Markup> {
    let group = actions::find_for(&visit.app, &visit.viewer, id).await?;
    Ok(visit.page(&group.name, headings::page_head(&group.name, &group.rhythm, headings::nothing())))
}
