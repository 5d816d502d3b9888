//! Exchange groups (교류회): their rosters, offices and rhythm.

pub mod access;
pub mod actions;
mod documents;
mod handlers;
mod letters;
mod pages;
pub mod pieces;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

use dure_texts::shell as menu;
use dure_ui::icons::Icon;
use dure_web::{Part, Place};

/// The part of groups.
pub fn part() -> Part {
    Part::default()
        .place(Place::new("/groups", Icon::Group, menu::menu_groups))
        .get("/groups", &access::SEE, handlers::list::show)
        .get("/groups/new", &access::CREATE, handlers::edit::blank)
        .post("/groups/new", &access::CREATE, handlers::edit::create)
        .get("/groups/{id}/edit", &access::EDIT, handlers::edit::show)
        .post("/groups/{id}/edit", &access::EDIT, handlers::edit::save)
        .get("/groups/{id}/members/new", &access::KEEP_MEMBERS, handlers::members::choose)
        .post("/groups/{id}/members/new", &access::KEEP_MEMBERS, handlers::members::take_in)
        .get("/groups/{id}/members/edit", &access::KEEP_MEMBERS, handlers::members::edit)
        .post("/groups/{id}/members/edit", &access::KEEP_MEMBERS, handlers::members::save)
        .post("/groups/{id}/members/leave", &access::KEEP_MEMBERS, handlers::members::leave)
        .get("/groups/{id}/offices/new", &access::APPOINT, handlers::offices::blank)
        .post("/groups/{id}/offices/new", &access::APPOINT, handlers::offices::appoint)
        .post("/groups/{id}/offices/end", &access::APPOINT, handlers::offices::end)
        .found_by_words(documents::SOURCE)
}
