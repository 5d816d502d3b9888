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
use dure_web::access::Viewer;
use dure_web::{Part, Place, Room};

/// The part of the federation's page.
pub fn part() -> Part {
    use access::{FIGURES, SEE};
    Part::default()
        .place(Place::new(Room::Office, "/federation", &SEE, menu::menu_federation).serving(keeps_federation))
        .place(Place::new(Room::Group, "/federation", &SEE, menu::menu_federation).serving(looks_on))
        .get("/federation", &SEE, handlers::show)
        .get("/federation/groups.csv", &FIGURES, handlers::groups_csv)
        .get("/federation/statistics.csv", &FIGURES, handlers::statistics_csv)
        .get("/federation/firms", &FIGURES, handlers::firms)
}

fn keeps_federation(viewer: &Viewer) -> bool {
    viewer.holds(Office::Staff)
}

/// Chairs and officials see how the groups fare without keeping them.
fn looks_on(viewer: &Viewer) -> bool {
    !keeps_federation(viewer) && (viewer.holds(Office::Chair) || viewer.holds(Office::Official))
}
