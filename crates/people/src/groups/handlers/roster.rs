//! Who is in a group.

use axum::extract::Query;
use dure_domain::GroupId;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use crate::groups::{actions, pages};

/// What was done before this page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /groups/{id}/members`
pub async fn show(visit: Visit, Key(id): Key<GroupId>, Query(done): Query<Done>) -> Result<Markup> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    Ok(pages::roster::page(&visit, &portrait, &done.done))
}
