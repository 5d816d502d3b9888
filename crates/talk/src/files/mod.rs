//! Files (첨부): photos, drawings and documents on difficulties, answers, resources, firms, groups and meetings.
//!
//! The thing on which a file hangs says who may see and add ([`dure_web::Hold`]); nothing here asks for more.

pub mod access;
mod actions;
mod handlers;
mod pages;
pub mod rules;
mod sections;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{Compared, compare, forget, move_all};
pub use pages::form;
pub use sections::{lists, section, within};
pub use store::any as hang_on;

use dure_web::Part;

/// The part of files.
pub fn part() -> Part {
    Part::default()
        .post("/files/on/{kind}/{thing}", &access::ADD, handlers::add)
        .get("/files/{id}", &access::SEE, handlers::show)
        .post("/files/{id}/remove", &access::REMOVE, handlers::remove)
        .long_job(actions::FORGET, actions::forgotten)
}
