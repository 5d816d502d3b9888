//! Requests about the server's state.

use axum::extract::Query;
use axum::response::Redirect;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;
use serde::Deserialize;

use super::{actions, pages};

/// What was done before this page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /status`
pub async fn show(visit: Visit, Query(done): Query<Done>) -> Result<Markup> {
    let state = actions::state(&visit.app).await?;
    Ok(pages::page(&visit, &state, &done.done))
}

/// `POST /status/letter`
pub async fn try_letter(visit: Visit) -> Result<Redirect> {
    let posted = actions::try_letter(&visit.app, &visit.viewer).await?;
    Ok(Redirect::to(if posted { "/status?done=posted" } else { "/status?done=no-address" }))
}
