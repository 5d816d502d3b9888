//! 연합회 설정: what a federation calls itself and its groups, how it is reached, how its letters go out, and with what
//! its forms and accounts begin.

mod access;
mod actions;
mod handlers;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of the settings.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Office, "/settings/federation", &access::SET, menu::menu_settings))
        .get("/settings/federation", &access::SET, handlers::show)
        .post("/settings/federation", &access::SET, handlers::save)
}
