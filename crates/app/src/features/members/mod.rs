//! People (임직원): a page for each, and who belongs to which firm.

pub mod access;
pub mod actions;
mod handlers;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

use crate::router::Routes;

/// Routes of people.
pub fn routes() -> Routes {
    Routes::default()
        .get("/people/new", &access::BRING, handlers::blank_outside)
        .post("/people/new", &access::BRING, handlers::add_outside)
        .get("/people/{id}", &access::SEE, handlers::show)
        .get("/people/{id}/edit", &access::EDIT, handlers::edit)
        .post("/people/{id}/edit", &access::EDIT, handlers::save)
        .post("/people/{id}/leave", &access::LEAVE, handlers::leave)
        .get("/firms/{id}/people/new", &access::ADD, handlers::blank)
        .post("/firms/{id}/people/new", &access::ADD, handlers::add)
}
