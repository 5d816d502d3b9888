//! One field that finds everything: firms, what they share, experts, programmes, cases, groups,
//! people and difficulties, each only for those who may see it.

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

mod access;
pub mod actions;
mod handlers;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

/// The part of the search.
pub fn part() -> Part {
    Part::default().place(Place::new(Room::Find, "/search", &access::SEEK, menu::room_find).front()).get(
        "/search",
        &access::SEEK,
        handlers::show,
    )
}
