//! A firm's page.

use axum::extract::{Path, Query};
use dure_domain::FirmId;
use maud::Markup;
use serde::Deserialize;

use crate::error::Result;
use crate::features::firms::{actions, pages};
use crate::shell::Visit;
use crate::ui::headings;

/// What was done before this page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /firms/{id}`
pub async fn show(visit: Visit, Path(id): Path<FirmId>, Query(done): Query<Done>) -> Result<Markup> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    Ok(pages::show::page(&visit, &portrait, headings::nothing(), &done.done))
}
