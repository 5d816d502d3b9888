//! One field that finds everything: firms, what they share, experts, programmes, cases, groups,
//! people and difficulties, each only for those who may see it.

use dure_web::Part;

mod access;
pub mod actions;
mod handlers;
mod pages;
pub mod rules;
mod store;

#[cfg(test)]
mod tests;

/// The part of the search.
pub fn part() -> Part {
    Part::default().get("/search", &access::SEEK, handlers::show)
}
