//! Talk (이야기): what people say under a thing, with answers one level deep; changed and taken back by who said it,
//! with its history; told to everybody it concerns.
//!
//! The thing says who may speak and who is concerned ([`dure_web::Hold`]); nothing here asks for more.

pub mod access;
mod actions;
mod handlers;
mod letters;
mod links;
mod pages;
pub mod rules;
mod sections;
mod store;
#[cfg(test)]
mod tests;

pub use sections::section;

use dure_web::{Part, one_tap};

/// The part of talk.
pub fn part() -> Part {
    Part::default()
        .post("/comments/on/{kind}/{thing}", &access::SAY, handlers::say)
        .get("/comments/{id}/edit", &access::OWN, handlers::edit)
        .post("/comments/{id}/edit", &access::OWN, handlers::save)
        .post("/comments/{id}/delete", &access::TAKE_BACK, handlers::delete)
        .get("/comments/{id}/history", &access::HISTORY, handlers::history)
        .tidy(actions::erase_old)
        .with(one_tap::part(&access::REPLY, &[links::Reply]))
}
