//! The verbs of people.

mod edit;
mod find;
mod leave;
mod show;

pub use edit::{add, form_for, keeper, outside, update};
pub use find::find_for;
pub use leave::leave;
pub use show::{Portrait, show};
