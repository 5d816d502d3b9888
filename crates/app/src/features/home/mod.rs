//! 오늘: what waits for this person, and nothing else. For strangers: what Dure is.

mod access;
mod actions;
mod handlers;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod today;

use crate::router::Routes;

/// Routes of the home page.
pub fn routes() -> Routes {
    Routes::default().get("/", &access::SEE, handlers::show)
}
