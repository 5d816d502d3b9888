//! People (임직원): a page for each, and who belongs to which firm.

use dure_web::Part;

pub mod access;
pub mod actions;
mod documents;
mod handlers;
mod letters;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

/// The part of people.
pub fn part() -> Part {
    Part::default()
        .get("/people/new", &access::BRING, handlers::blank_outside)
        .post("/people/new", &access::BRING, handlers::add_outside)
        .get("/people/{id}", &access::SEE, handlers::show)
        .get("/people/{id}/edit", &access::EDIT, handlers::edit)
        .post("/people/{id}/edit", &access::EDIT, handlers::save)
        .post("/people/{id}/leave", &access::LEAVE, handlers::leave)
        .get("/firms/{id}/people/new", &access::ADD, handlers::blank)
        .post("/firms/{id}/people/new", &access::ADD, handlers::add)
        .found_by_words(documents::SOURCE)
}
