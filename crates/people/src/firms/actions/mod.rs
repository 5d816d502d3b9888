//! The verbs of firms.

pub use super::store::{members_of, with_secretariat};

mod edit;
mod find;
mod list;
mod show;

pub use edit::{blank, create, form_for, update};
pub use find::{find_for, found_with_thing};
pub use list::{Card, Listed, PER_PAGE, Sort, Wish, found_for, list};
pub use show::{Portrait, show};
