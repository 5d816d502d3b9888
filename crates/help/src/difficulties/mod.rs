//! Difficulties (애로사항): posted with a guided form, shown to whom they are meant for, and brought
//! together with those who can help, with reasons.

pub mod access;
pub mod actions;
mod documents;
mod handlers;
mod pages;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;

pub use actions::rank_for;
pub use pages::reasons::worded as reason_words;

use std::sync::Arc;

use dure_domain::{DifficultyId, Subject};
use dure_texts::shell as menu;
use dure_web::access::Viewer;
use dure_web::error::Result;
use dure_web::{App, Hold, Part, Place, Room};

/// The part of difficulties.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Help, "/difficulties?scope=mine", &access::POST, menu::menu_mine))
        .place(Place::new(Room::Help, "/difficulties?scope=asked", &access::LIST, menu::menu_asked))
        .place(Place::new(Room::Help, "/difficulties", &access::LIST, menu::menu_difficulties))
        .place(Place::act("/difficulties/new", &access::POST, menu::menu_post))
        .get("/difficulties", &access::LIST, handlers::list::show)
        .post("/difficulties", &access::POST, handlers::write::post)
        .get("/difficulties/new", &access::POST, handlers::write::new)
        .get("/difficulties/new/for", &access::ON_BEHALF, handlers::write::for_whom)
        .post("/difficulties/draft", &access::POST, handlers::write::keep)
        .post("/difficulties/similar", &access::SIMILAR, handlers::write::similar)
        .get("/difficulties/{id}", &access::SEE, handlers::show::show)
        .get("/difficulties/{id}/edit", &access::ACT, handlers::write::edit)
        .post("/difficulties/{id}/edit", &access::ACT, handlers::write::change)
        .post("/difficulties/{id}/discard", &access::DISCARD, handlers::write::discard)
        .get("/difficulties/{id}/why-not", &access::ACT, handlers::why_not::show)
        .found_by_words(documents::SOURCE)
        .holds(Subject::Difficulty, hold)
}

/// Files of a difficulty: who sees it sees them; who answers for it and who was asked to help add them.
async fn hold(app: App, viewer: Arc<Viewer>, id: DifficultyId) -> Result<Hold> {
    actions::hold(&app, &viewer, id).await
}
