//! Experts (이업종교류 전문가): what each knows, and how to ask.

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

/// The part of experts.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Find, "/experts", &access::SEE, menu::menu_experts))
        .get("/experts", &access::SEE, handlers::list)
        .get("/experts/{id}", &access::SEE, handlers::show)
        .get("/experts/{id}/edit", &access::EDIT, handlers::edit)
        .post("/experts/{id}/edit", &access::EDIT, handlers::save)
        .post("/experts/{id}/remove", &access::EDIT, handlers::remove)
        .get("/people/{id}/expert", &access::INTRODUCE, handlers::blank)
        .post("/people/{id}/expert", &access::INTRODUCE, handlers::introduce)
        .found_by_words(documents::SOURCE)
}
