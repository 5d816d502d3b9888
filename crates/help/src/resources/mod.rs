//! Resources (경영자원): what firms share with each other, from machines to know-how.

pub mod access;
pub mod actions;
mod documents;
mod handlers;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

pub use pages::section;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of resources.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Find, "/resources", &access::SEE, menu::menu_resources))
        .get("/resources", &access::SEE, handlers::list)
        .get("/resources/{id}", &access::SEE, handlers::show)
        .get("/resources/{id}/edit", &access::KEEP, handlers::edit)
        .post("/resources/{id}/edit", &access::KEEP, handlers::save)
        .post("/resources/{id}/remove", &access::KEEP, handlers::remove)
        .get("/firms/{id}/resources/new", &access::KEEP, handlers::blank)
        .post("/firms/{id}/resources/new", &access::KEEP, handlers::add)
        .found_by_words(documents::SOURCE)
}
