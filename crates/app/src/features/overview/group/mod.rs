//! The page of a group, put together of what every feature knows of it.

use dure_people::groups::access;
use dure_texts::shell as menu;
use dure_web::access::Viewer;
use dure_web::{Part, Place, Room};

mod actions;
mod handlers;
mod pages;

/// The part of a group's page.
pub fn part() -> Part {
    Part::default().place(Place::of(Room::Group, own_group, &access::SEE, menu::room_group).front()).get(
        "/groups/{id}",
        &access::SEE,
        handlers::show,
    )
}

fn own_group(viewer: &Viewer) -> Option<String> {
    dure_people::groups::own(viewer).map(|group| format!("/groups/{group}"))
}
