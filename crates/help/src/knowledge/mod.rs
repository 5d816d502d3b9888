//! 해결 사례: what one firm's difficulty taught, kept with its consent, found again by who has the same.

mod access;
pub mod actions;
mod documents;
mod handlers;
mod pages;
mod store;

#[cfg(test)]
mod tests;

pub use pages::keeping_fields;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of solved cases.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Help, "/knowledge", &access::LIST, menu::menu_knowledge))
        .get("/knowledge", &access::LIST, handlers::list)
        .get("/knowledge/{id}", &access::SEE, handlers::show)
        .post("/knowledge/{id}/withdraw", &access::WITHDRAW, handlers::withdraw)
        .get("/difficulties/{id}/case", &access::KEEP, handlers::keep_form)
        .post("/difficulties/{id}/case", &access::KEEP, handlers::keep)
        .found_by_words(documents::SOURCE)
}
