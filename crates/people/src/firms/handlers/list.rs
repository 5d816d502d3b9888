//! The directory.

use axum::extract::Query;
use dure_domain::Sector;
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;
use serde::Deserialize;

use crate::firms::actions::{self, Sort, Wish};
use crate::firms::pages;

/// What an address of the directory may say. Unknown words narrow nothing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
    group: String,
    industry: String,
    place: String,
    sector: String,
    sort: String,
    page: String,
}

impl Asked {
    fn wish(self) -> Wish {
        Wish {
            group: self.group.parse().ok(),
            industry: self.industry.parse().ok(),
            place: self.place.parse().ok(),
            sector: Sector::from_word(&self.sector),
            sort: Sort::from_word(&self.sort),
            page: self.page.parse().unwrap_or(1).max(1),
            words: self.q,
        }
    }
}

/// `GET /firms`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Result<Markup> {
    let wish = asked.wish();
    let listed = actions::list(&visit.app, &visit.viewer, &wish).await?;
    Ok(pages::list::page(&visit, &wish, &listed))
}
