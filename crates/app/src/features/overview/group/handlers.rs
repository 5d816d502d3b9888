//! A group's page.

use axum::extract::Query;
use dure_domain::GroupId;
use dure_gathering::meetings;
use dure_people::groups::actions;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::{actions as around, pages};

/// What was done before this page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /groups/{id}`
pub async fn show(visit: Visit, Key(id): Key<GroupId>, Query(done): Query<Done>) -> Result<Markup> {
    let portrait = actions::show(&visit.app, &visit.viewer, id).await?;
    let meetings = meetings::of_group(&visit, id).await?;
    let own = around::others(&visit.app, &visit.viewer, id).await?;
    Ok(pages::page(&visit, &portrait, &own, meetings, &done.done))
}
