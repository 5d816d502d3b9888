//! Member firms (회원사): the directory, and a page for each.

pub mod access;
pub mod actions;
mod handlers;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

use crate::router::Routes;

/// Routes of firms.
pub fn routes() -> Routes {
    Routes::default()
        .get("/firms", &access::SEE, handlers::list::show)
        .get("/firms/industries", &access::SEE, handlers::edit::industries)
        .get("/firms/new", &access::CREATE, handlers::edit::blank)
        .post("/firms/new", &access::CREATE, handlers::edit::create)
        .get("/firms/{id}", &access::SEE, handlers::show::show)
        .get("/firms/{id}/edit", &access::EDIT, handlers::edit::show)
        .post("/firms/{id}/edit", &access::EDIT, handlers::edit::save)
}
