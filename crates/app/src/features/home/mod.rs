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

use crate::shell::Part;

/// The part of the home page.
pub fn part() -> Part {
    Part::default().get("/", &access::SEE, handlers::show)
}
