//! The page of a group, put together of what every feature knows of it.

mod handlers;
mod pages;

use dure_web::Part;

use crate::features::groups::access;

/// The part of a group's page.
pub fn part() -> Part {
    Part::default().get("/groups/{id}", &access::SEE, handlers::show)
}
