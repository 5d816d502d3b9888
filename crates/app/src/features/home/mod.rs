//! 오늘: what waits for this person, and nothing else. For strangers: what Dure is.

mod access;
mod actions;
mod handlers;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod today;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of the home page.
pub fn part() -> Part {
    Part::default().place(Place::new(Room::Today, "/", &access::SEE, menu::room_today).front()).get(
        "/",
        &access::SEE,
        handlers::show,
    )
}
