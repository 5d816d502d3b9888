//! The list.

use axum::extract::Query;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;
use serde::Deserialize;

use crate::groups::{actions, pages};

/// What an address may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    page: String,
}

/// `GET /groups`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let page = asked.page.parse().unwrap_or(1).max(1);
    let listed = actions::list(&visit.app, &visit.viewer, page).await?;
    Ok(pages::list::page(&visit, page, &listed))
}
