//! The page of a group, put together of what every feature knows of it.

use dure_people::groups::access;
use dure_web::Part;

mod handlers;
mod pages;

/// The part of a group's page.
pub fn part() -> Part {
    Part::default().get("/groups/{id}", &access::SEE, handlers::show)
}
