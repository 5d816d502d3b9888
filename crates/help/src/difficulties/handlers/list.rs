//! The list.

use axum::extract::Query;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;
use serde::Deserialize;

use crate::difficulties::actions::{self, Filter, Scope};
use crate::difficulties::pages;

/// What an address of the list may say. Unknown words narrow nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    scope: String,
    status: String,
    need: String,
    q: String,
    page: Option<u64>,
    /// What was done before this page.
    done: String,
}

impl Asked {
    fn filter(&self) -> Filter {
        Filter {
            scope: Scope::from_word(&self.scope),
            status: self.status.parse().ok(),
            need: self.need.parse().ok(),
            words: self.q.clone(),
            page: self.page.unwrap_or(1).max(1),
        }
    }
}

/// `GET /difficulties`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let filter = asked.filter();
    let listed = actions::list(&visit.app, &visit.viewer, &filter).await?;
    Ok(pages::list::page(&visit, &filter, &listed, &asked.done))
}
