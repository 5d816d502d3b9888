//! The verbs of firms.

mod edit;
mod find;
mod list;
mod show;

pub use edit::{blank, create, form_for, update};
pub use find::{find_for, names};
pub use list::{Card, Listed, PER_PAGE, Sort, Wish, found_for, list};
pub use show::{Portrait, show};
