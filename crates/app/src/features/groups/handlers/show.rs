//! The list, and a group's page.

use axum::extract::{Path, Query};
use dure_domain::GroupId;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;
use serde::Deserialize;

use crate::features::groups::{actions, pages};
use crate::features::meetings;

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: String,
    done: String,
}

/// `GET /groups`
pub async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let page = asked.page.parse().unwrap_or(1).max(1);
    let listed = actions::list(&visit.app, &visit.viewer, page).await?;
    Ok(pages::list::page(&visit, page, &listed))
}

/// `GET /groups/{id}`
pub async fn show(visit: Visit, Path(id): Path<GroupId>, Query(asked): Query<Asked>) -> Result<Markup> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    let meetings = meetings::of_group(&visit, id).await?;
    Ok(pages::show::page(&visit, &portrait, meetings, &asked.done))
}
