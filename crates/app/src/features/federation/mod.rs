//! 연합회 현황: which groups are alive, and the statistics of the members; each number leads to the
//! firms behind it.

mod access;
mod actions;
mod handlers;
mod pages;
mod rules;
mod store;
#[cfg(test)]
mod tests;

use crate::shell::Part;

/// The part of the federation's page.
pub fn part() -> Part {
    use access::{FIGURES, SEE};
    Part::default()
        .get("/federation", &SEE, handlers::show)
        .get("/federation/groups.csv", &FIGURES, handlers::groups_csv)
        .get("/federation/statistics.csv", &FIGURES, handlers::statistics_csv)
        .get("/federation/firms", &FIGURES, handlers::firms)
}
