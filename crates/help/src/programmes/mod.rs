//! Support programmes (지원사업) of agencies: what they give, to whom, until when.

pub mod access;
mod actions;
mod documents;
mod handlers;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of programmes.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Find, "/programmes", &access::SEE, menu::menu_programmes))
        .get("/programmes", &access::SEE, handlers::list)
        .get("/programmes/new", &access::ANNOUNCE, handlers::blank)
        .post("/programmes/new", &access::ANNOUNCE, handlers::announce)
        .get("/programmes/{id}", &access::SEE, handlers::show)
        .get("/programmes/{id}/edit", &access::EDIT, handlers::edit)
        .post("/programmes/{id}/edit", &access::EDIT, handlers::save)
        .post("/programmes/{id}/remove", &access::EDIT, handlers::remove)
        .found_by_words(documents::SOURCE)
}
