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

use dure_texts::shell as menu;
use dure_ui::icons::Icon;
use dure_web::{Part, Place};

/// The part of the home page.
pub fn part() -> Part {
    Part::default().place(Place::new("/", Icon::Home, menu::menu_today).tab()).get(
        "/",
        &access::SEE,
        handlers::show,
    )
}
