//! 기록: who did what and when to a thing, field by field; and for the staff the same for the whole federation.

mod access;
mod actions;
mod fields;
mod handlers;
mod pages;
mod redaction;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod values;
mod wording;

pub use access::FIRM;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of histories.
pub fn part() -> Part {
    use access::{ALL, DIFFICULTY, GROUP, MEETING, PERSON, RESOURCE};
    Part::default()
        .place(Place::new(Room::Office, "/audit", &ALL, menu::menu_history))
        .get("/audit", &ALL, handlers::all)
        .get("/audit/export", &ALL, handlers::ask_why)
        .post("/audit/export", &ALL, handlers::export)
        .get("/difficulties/{id}/history", &DIFFICULTY, handlers::difficulty)
        .get("/firms/{id}/history", &FIRM, handlers::firm)
        .get("/groups/{id}/history", &GROUP, handlers::group)
        .get("/people/{id}/history", &PERSON, handlers::person)
        .get("/meetings/{id}/history", &MEETING, handlers::meeting)
        .get("/resources/{id}/history", &RESOURCE, handlers::resource)
}
