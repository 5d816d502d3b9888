//! People (임직원): a page for each, and who belongs to which firm.

pub mod access;
pub mod actions;
mod handlers;
mod store;

use crate::router::Routes;

/// Routes of people.
pub fn routes() -> Routes {
    Routes::default().get("/people/{id}", &access::SEE, handlers::show)
}
