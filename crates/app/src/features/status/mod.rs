//! How the server does, for whoever runs it: database, disk, index, work to be done, letters, the last backup.

mod access;
mod actions;
mod handlers;
mod letters;
mod pages;
mod rules;
mod store;

#[cfg(test)]
mod tests;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of the server's state.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Office, "/status", &access::SEE, menu::menu_status))
        .get("/status", &access::SEE, handlers::show)
        .post("/status/letter", &access::SEE, handlers::try_letter)
}
