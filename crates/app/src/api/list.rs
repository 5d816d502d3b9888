//! Pages of a list.

use dure_web::error::{Error, Result};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which page.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Turn {
    /// From 1; the first if left out.
    #[param(minimum = 1)]
    pub page: Option<u64>,
}

impl Turn {
    /// The page asked for.
    pub fn number(&self) -> u64 {
        self.page.unwrap_or(1).max(1)
    }
}

/// Words are found by the index: an empty list while it is being built would say that there is nothing.
///
/// # Errors
/// [`Error::NotReady`] when there are words and no index yet.
pub fn ready_for(words: &str, ready: bool) -> Result<()> {
    if words.trim().is_empty() || ready { Ok(()) } else { Err(Error::NotReady) }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The things on this page.
    pub items: Vec<T>,
    /// Which page this is, from 1.
    pub page: u64,
    /// The number of pages, at least 1.
    pub pages: u64,
    /// How many things there are on all pages.
    pub total: u64,
}

impl<T> Page<T> {
    /// The page `number` of `total` things.
    pub fn new(items: Vec<T>, number: u64, total: u64, per_page: u64) -> Self {
        Self { items, page: number, pages: total.div_ceil(per_page).max(1), total }
    }
}

/// A thing by name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Named {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// A code of a public classification and what it is called in the reader's language.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Coded {
    /// The code.
    #[schema(example = "25924")]
    pub code: String,
    /// What it is called.
    #[schema(example = "절삭가공 및 유사처리업")]
    pub name: String,
}
