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

use dure_domain::Office;
use dure_texts::shell as menu;
use dure_ui::icons::Icon;
use dure_web::access::Viewer;
use dure_web::{Part, Place};

/// The part of the federation's page.
pub fn part() -> Part {
    use access::{FIGURES, SEE};
    Part::default()
        .place(Place::new("/federation", Icon::Pulse, menu::menu_federation).serving(leads_federation))
        .get("/federation", &SEE, handlers::show)
        .get("/federation/groups.csv", &FIGURES, handlers::groups_csv)
        .get("/federation/statistics.csv", &FIGURES, handlers::statistics_csv)
        .get("/federation/firms", &FIGURES, handlers::firms)
}

fn leads_federation(viewer: &Viewer) -> bool {
    [Office::Staff, Office::Chair, Office::Official].into_iter().any(|office| viewer.holds(office))
}
