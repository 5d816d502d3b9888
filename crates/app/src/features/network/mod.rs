//! 관계도: who helps whom, as a picture and as a table that says the same; and who has not been
//! drawn in yet.

mod access;
mod actions;
pub mod csv;
mod handlers;
mod pages;
mod picture;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of the network.
pub fn part() -> Part {
    use access::SEE;
    Part::default()
        .place(Place::new(Room::Find, "/network", &SEE, menu::menu_network))
        .get("/network", &SEE, handlers::federation)
        .get("/network.json", &SEE, handlers::federation_json)
        .get("/network.csv", &SEE, handlers::federation_csv)
        .get("/network/quiet", &SEE, handlers::quiet)
        .get("/groups/{id}/network", &SEE, handlers::group)
        .get("/groups/{id}/network.json", &SEE, handlers::group_json)
        .get("/groups/{id}/network.csv", &SEE, handlers::group_csv)
}
