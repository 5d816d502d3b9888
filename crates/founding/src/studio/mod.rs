//! 결성 작업실: firms become drafts of groups, by a solver and by hand, until they are put to the firms.

pub mod access;
pub mod actions;
mod handlers;
mod memory;
mod pages;
mod pieces;
mod pool;
mod rules;
mod store;
pub mod words;

#[cfg(test)]
mod tests;

pub use pieces::{entrance, of_firm, of_group, tables_of};

use dure_domain::Office;
use dure_texts::shell as menu;
use dure_web::access::Viewer;
use dure_web::error::{Error, Result};
use dure_web::{Part, Place, Room};

use serde::Serialize;

/// The part of the studio.
pub fn part() -> Part {
    use access::{KEEP, SEE, TEND};
    Part::default()
        .place(Place::new(Room::Office, "/formation", &SEE, menu::menu_formation).serving(keeps_federation))
        .get("/formation", &SEE, handlers::drafts::list)
        .get("/formation/new", &KEEP, handlers::drafts::blank)
        .post("/formation/new", &KEEP, handlers::drafts::make)
        .get("/formation/compare", &SEE, handlers::drafts::compare)
        .get("/formation/join", &SEE, handlers::standing::join)
        .get("/formation/recruit", &TEND, handlers::standing::recruit)
        .get("/formation/split", &TEND, handlers::standing::split)
        .get("/formation/tables", &TEND, handlers::standing::tables)
        .get("/formation/{id}", &SEE, handlers::show::show)
        .get("/formation/{id}/progress", &SEE, handlers::show::progress)
        .post("/formation/{id}/solve", &KEEP, handlers::show::solve)
        .post("/formation/{id}/stop", &KEEP, handlers::show::stop)
        .get("/formation/{id}/rules", &KEEP, handlers::drafts::rules)
        .post("/formation/{id}/rules", &KEEP, handlers::drafts::change_rules)
        .post("/formation/{id}/rename", &KEEP, handlers::drafts::rename)
        .post("/formation/{id}/copy", &KEEP, handlers::drafts::copy)
        .post("/formation/{id}/remove", &KEEP, handlers::drafts::remove)
        .get("/formation/{id}/publish", &KEEP, handlers::publish::confirm)
        .post("/formation/{id}/publish", &KEEP, handlers::publish::publish)
        .post("/formation/{id}/move", &KEEP, handlers::firms::act)
        .get("/formation/{id}/firms/{firm}", &SEE, handlers::firms::show)
        .post("/formation/{id}/firms/{firm}/wish", &KEEP, handlers::firms::wish)
        .post("/formation/{id}/firms/{firm}/unwish", &KEEP, handlers::firms::unwish)
        .long_job(actions::SOLVE, actions::solve)
}

fn keeps_federation(viewer: &Viewer) -> bool {
    viewer.holds(Office::Staff)
}

fn json(thing: &impl Serialize) -> Result<String> {
    serde_json::to_string(thing).map_err(|error| Error::Internal(error.to_string()))
}
