//! Pieces for the pages of others: the worth of one help on the difficulty page, and what a firm gave
//! and took on the firm's page.

use dure_domain::FirmId;
use dure_tables::{asks, difficulties, settlements};
use dure_web::Visit;
use dure_web::error::Result;
use maud::Markup;

use super::{actions, pages};

/// Where the worth of a help stands, and what the viewer can say about it. `main` when this is the one
/// thing on the page that waits for the viewer.
pub fn worth(
    visit: &Visit,
    difficulty: &difficulties::Model,
    ask: &asks::Model,
    statements: &[&settlements::Model],
    main: bool,
) -> Markup {
    pages::worth_of(visit, difficulty, ask, statements, main)
}

/// What a firm gave and took, kind by kind.
pub async fn of_firm(visit: &Visit, firm: FirmId) -> Result<Markup> {
    let (gave, took) = actions::of_firm(&visit.app, &visit.viewer, firm).await?;
    Ok(pages::of_firm(visit, firm, &gave, &took))
}
