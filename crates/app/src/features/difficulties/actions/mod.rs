//! What can be done with difficulties.

mod find;
mod list;

pub use find::{Shown, find_for, show, thing_of};
pub use list::{Card, Filter, Listed, PER_PAGE, Scope, list};
