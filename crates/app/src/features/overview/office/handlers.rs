//! The secretariat's front page.

use dure_web::Visit;
use maud::Markup;

use super::pages;

/// `GET /office`
pub async fn show(visit: Visit) -> Markup {
    pages::page(&visit)
}
