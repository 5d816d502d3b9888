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

use dure_domain::{GroupId, Office};
use dure_texts::shell as menu;
use dure_web::access::Viewer;
use dure_web::{Part, Place, Room};

/// The part of groups.
pub fn part() -> Part {
    Part::default()
        .place(
            Place::new(Room::Group, "/groups", &access::SEE, menu::menu_groups)
                .front()
                .serving(looks_after_all),
        )
        .place(Place::of(Room::Group, own_members, &access::SEE, menu::menu_members))
        .place(
            Place::new(Room::Find, "/groups", &access::SEE, menu::menu_groups)
                .serving(|viewer| !looks_after_all(viewer)),
        )
        .get("/groups", &access::SEE, handlers::list::show)
        .get("/groups/new", &access::CREATE, handlers::edit::blank)
        .post("/groups/new", &access::CREATE, handlers::edit::create)
        .get("/groups/{id}/edit", &access::EDIT, handlers::edit::show)
        .post("/groups/{id}/edit", &access::EDIT, handlers::edit::save)
        .get("/groups/{id}/members", &access::SEE, handlers::roster::show)
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

/// Staff look after every group of the federation, so all of them are theirs.
fn looks_after_all(viewer: &Viewer) -> bool {
    viewer.holds(Office::Staff)
}

/// The group that the viewer calls ours: that of the firm before one where an office is held.
pub fn own(viewer: &Viewer) -> Option<GroupId> {
    let own = viewer.groups.first().copied().or_else(|| viewer.all_groups().first().copied());
    own.filter(|_| !looks_after_all(viewer))
}

fn own_members(viewer: &Viewer) -> Option<String> {
    own(viewer).map(|group| format!("/groups/{group}/members"))
}
