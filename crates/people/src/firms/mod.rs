//! Member firms (회원사): the directory, and a page for each.

pub mod access;
pub mod actions;
mod documents;
mod handlers;
mod pages;
pub mod pieces;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use dure_domain::{FirmId, Subject};
use dure_texts::shell as menu;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::{App, Hold, Part, Place, Room};

/// The part of firms.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Find, "/firms", &access::SEE, menu::menu_firms))
        .get("/firms", &access::SEE, handlers::list::show)
        .get("/firms/industries", &access::SEE, handlers::edit::industries)
        .get("/firms/new", &access::CREATE, handlers::edit::blank)
        .post("/firms/new", &access::CREATE, handlers::edit::create)
        .get("/firms/{id}/edit", &access::EDIT, handlers::edit::show)
        .post("/firms/{id}/edit", &access::EDIT, handlers::edit::save)
        .found_by_words(documents::SOURCE)
        .holds(Subject::Firm, hold)
}

/// Files of a firm: the whole federation sees them; who may change the firm's page adds them.
async fn hold(app: App, viewer: Arc<Viewer>, id: FirmId) -> Result<Hold> {
    let (firm, thing) = actions::found_with_thing(&app, &viewer, id).await?;
    let edits = access::EDIT.allows(&viewer, &thing);
    Ok(Hold {
        federation: firm.federation_id,
        title: firm.name,
        path: format!("/firms/{id}"),
        adds: edits,
        keeps: edits,
        ..Hold::looked_at()
    })
}
