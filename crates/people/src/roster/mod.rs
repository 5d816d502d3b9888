//! Rosters in and out (명부): a secretary's spreadsheet is brought in, looked through, and taken in;
//! firms that stand twice are merged; the roster goes out as a workbook, as CSV and on paper.

mod access;
pub mod actions;
mod apply;
pub mod choices;
mod duplicates;
mod export;
mod handlers;
mod pages;
mod plan;
mod reading;
mod remark;
pub mod report;
mod store;
pub mod words;

#[cfg(test)]
pub mod tests;

use dure_texts::shell as menu;
use dure_web::{Part, Place, Room};

/// The part of rosters.
pub fn part() -> Part {
    Part::default()
        .place(Place::new(Room::Office, "/roster", &access::IMPORT, menu::menu_roster))
        .get("/roster", &access::IMPORT, handlers::front)
        .post("/roster", &access::IMPORT, handlers::receive)
        .get("/roster/imports", &access::IMPORT, handlers::history)
        .get("/roster/imports/{id}", &access::SEE_IMPORT, handlers::show)
        .post("/roster/imports/{id}/columns", &access::SEE_IMPORT, handlers::columns)
        .post("/roster/imports/{id}/sheet", &access::SEE_IMPORT, handlers::sheet)
        .post("/roster/imports/{id}/industries", &access::SEE_IMPORT, handlers::industries)
        .post("/roster/imports/{id}/rows", &access::SEE_IMPORT, handlers::rows)
        .post("/roster/imports/{id}/take-in", &access::SEE_IMPORT, handlers::take_in)
        .get("/roster/imports/{id}/bad-rows.xlsx", &access::SEE_IMPORT, handlers::ask_bad_rows)
        .post("/roster/imports/{id}/bad-rows.xlsx", &access::SEE_IMPORT, handlers::bad_rows)
        .get("/roster/duplicates", &access::MERGE, handlers::duplicates)
        .get("/roster/duplicates/pair", &access::MERGE, handlers::pair)
        .post("/roster/duplicates/merge", &access::MERGE, handlers::merge)
        .post("/roster/duplicates/different", &access::MERGE, handlers::different)
        .get("/roster/export", &access::EXPORT, handlers::ask_why)
        .post("/roster/export", &access::EXPORT, handlers::export)
        .get("/roster/export.xlsx", &access::EXPORT, handlers::xlsx)
        .get("/roster/export.csv", &access::EXPORT, handlers::csv)
        .get("/roster/print", &access::EXPORT, handlers::print)
        .job(actions::IMPORT, actions::take_in_job)
}
