//! Who took personal data out (개인정보 열람 기록): every file and every print of people asks why, and leaves a line
//! that stands in the database, apart from logs.

mod access;
pub mod actions;
mod handlers;
mod pages;
pub mod pieces;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of the log.
pub fn part() -> Part {
    Part::default().place(Place::new(Room::Office, "/data-access", &access::SEE, menu::menu_data_access)).get(
        "/data-access",
        &access::SEE,
        handlers::list,
    )
}
