//! A firm's page.

use axum::extract::Query;
use dure_domain::{FirmId, Id, Subject};
use dure_help::ledger;
use dure_talk::files;
use dure_web::Visit;
use dure_web::error::Result;
use dure_web::paths::Key;
use maud::Markup;
use serde::Deserialize;

use super::{actions, pages};

/// What was done before this page.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /firms/{id}`
pub async fn show(visit: Visit, Key(id): Key<FirmId>, Query(done): Query<Done>) -> Result<Markup> {
    let overview = actions::overview(&visit.app, &visit.viewer, id).await?;
    let ledger = ledger::of_firm(&visit, id).await?;
    let files = files::section(&visit, Subject::Firm, id.uuid()).await?;
    let shared = overview.resources.iter().map(|row| row.id.uuid()).collect();
    let shown = files::lists(&visit, Subject::Resource, shared).await?;
    Ok(pages::page(&visit, &overview, &files, &shown, ledger, &done.done))
}
