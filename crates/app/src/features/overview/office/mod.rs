//! The front of the secretariat's room: what it keeps, as doors.

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

mod access;
mod handlers;
mod pages;

/// The part of the secretariat's front page.
pub fn part() -> Part {
    Part::default().place(Place::new(Room::Office, "/office", &access::SEE, menu::room_office).front()).get(
        "/office",
        &access::SEE,
        handlers::show,
    )
}
