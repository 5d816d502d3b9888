//! The page of a firm, put together of what every feature knows of it.

pub mod actions;
mod handlers;
mod pages;

use dure_web::Part;

use crate::features::firms::access;

/// The part of a firm's page.
pub fn part() -> Part {
    Part::default().get("/firms/{id}", &access::SEE, handlers::show)
}
