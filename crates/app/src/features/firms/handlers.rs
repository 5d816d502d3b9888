//! Requests for firms.

use axum::extract::Path;
use dure_domain::FirmId;
use maud::{Markup, html};

use super::actions;
use crate::error::Result;
use crate::shell::Visit;
use crate::ui::headings;

/// `GET /firms`
pub async fn list(visit: Visit) -> Result<Markup> {
    let title = dure_texts::shell::menu_firms(visit.lang());
    Ok(visit.page(title, headings::page_head(title, "", headings::nothing())))
}

/// `GET /firms/{id}`
pub async fn show(visit: Visit, Path(id): Path<FirmId>) -> Result<Markup> {
    let firm = actions::find_for(&visit.app, &visit.viewer, id).await?;
    let body = html! { (headings::page_head(&firm.name, &firm.products, headings::nothing())) };
    Ok(visit.page(&firm.name, body))
}
