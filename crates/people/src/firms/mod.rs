//! Member firms (회원사): the directory, and a page for each.

pub mod access;
pub mod actions;
mod documents;
mod handlers;
mod pages;
pub mod pieces;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of firms.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Find, "/firms", &access::SEE, menu::menu_firms))
        .get("/firms", &access::SEE, handlers::list::show)
        .get("/firms/industries", &access::SEE, handlers::edit::industries)
        .get("/firms/new", &access::CREATE, handlers::edit::blank)
        .post("/firms/new", &access::CREATE, handlers::edit::create)
        .get("/firms/{id}/edit", &access::EDIT, handlers::edit::show)
        .post("/firms/{id}/edit", &access::EDIT, handlers::edit::save)
        .found_by_words(documents::SOURCE)
}
