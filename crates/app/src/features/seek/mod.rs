//! One field that finds everything: firms, what they share, experts, programmes, cases, groups,
//! people and difficulties, each only for those who may see it.

mod access;
pub mod actions;
mod handlers;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

use crate::router::Routes;

/// Routes of the search.
pub fn routes() -> Routes {
    Routes::default().get("/search", &access::SEEK, handlers::show)
}
