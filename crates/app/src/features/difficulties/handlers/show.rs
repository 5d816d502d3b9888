//! One difficulty.

use axum::extract::{Path, Query};
use dure_domain::DifficultyId;
use maud::Markup;
use serde::Deserialize;

use crate::error::{Error, Result};
use crate::features::asks;
use crate::features::difficulties::{actions, pages};
use crate::shell::Visit;

/// What an address of the page may say.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// What was done before this page.
    done: String,
}

/// `GET /difficulties/{id}`
pub async fn show(visit: Visit, Path(id): Path<String>, Query(asked): Query<Asked>) -> Result<Markup> {
    let shown = actions::show(&visit.app, &visit.viewer, id_in(&id)?).await?;
    let panel = asks::panel(&visit, &shown.difficulty).await?;
    let timeline = asks::timeline(&visit, &shown.difficulty).await?;
    Ok(pages::show::page(&visit, &shown, &asked.done, &panel, &timeline))
}

/// The difficulty that an address names.
pub fn id_in(text: &str) -> Result<DifficultyId> {
    text.parse().map_err(|_| Error::NotFound)
}
