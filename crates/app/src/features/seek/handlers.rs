//! Requests for the search.

use axum::extract::Query;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;
use serde::Deserialize;

use super::{actions, pages};

/// What an address of the search may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    kind: String,
}

/// `GET /search`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let findings = actions::seek(&visit.app, &visit.viewer, &asked.q).await?;
    Ok(pages::page(&visit, asked.q.trim(), &asked.kind, &findings))
}
