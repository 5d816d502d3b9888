//! Resources (경영자원): what firms share with each other, from machines to know-how.

pub mod access;
pub mod actions;
mod documents;
mod handlers;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

pub use pages::section;

use std::sync::Arc;

use dure_domain::{ResourceId, Subject};
use dure_texts::shell as menu;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::{App, Hold, Part, Place, Room};

/// The part of resources.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Find, "/resources", &access::SEE, menu::menu_resources))
        .get("/resources", &access::SEE, handlers::list)
        .get("/resources/{id}", &access::SEE, handlers::show)
        .get("/resources/{id}/edit", &access::KEEP, handlers::edit)
        .post("/resources/{id}/edit", &access::KEEP, handlers::save)
        .post("/resources/{id}/remove", &access::KEEP, handlers::remove)
        .get("/firms/{id}/resources/new", &access::KEEP, handlers::blank)
        .post("/firms/{id}/resources/new", &access::KEEP, handlers::add)
        .found_by_words(documents::SOURCE)
        .holds(Subject::Resource, hold)
}

/// Files of what a firm shares: who sees it sees them, who may change it adds them.
async fn hold(app: App, viewer: Arc<Viewer>, id: ResourceId) -> Result<Hold> {
    let (row, keeps) = actions::found_for(&app, &viewer, id).await?;
    Ok(Hold {
        federation: row.federation_id,
        title: row.title,
        path: format!("/resources/{id}/edit"),
        adds: keeps,
        keeps,
        ..Hold::looked_at()
    })
}
