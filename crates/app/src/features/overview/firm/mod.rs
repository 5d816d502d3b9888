//! The page of a firm, put together of what every feature knows of it.

use dure_people::firms::access;
use dure_web::Part;

pub mod actions;
mod handlers;
mod pages;

/// The part of a firm's page.
pub fn part() -> Part {
    Part::default().get("/firms/{id}", &access::SEE, handlers::show)
}
