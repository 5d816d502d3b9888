//! Requests about the log.

use axum::extract::Query;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;
use serde::Deserialize;

use super::{actions, pages};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: Option<u64>,
}

/// `GET /data-access`
pub(super) async fn list(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let log = actions::log(&visit.app, &visit.viewer, asked.page.unwrap_or(1)).await?;
    Ok(pages::list(&visit, &log))
}
