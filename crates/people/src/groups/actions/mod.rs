//! The verbs of groups.

pub use super::store::Line;

mod edit;
mod find;
mod members;
mod offices;
mod show;

pub use edit::{create, form_for, found, update};
pub use find::find_for;
pub use members::{
    Change, Choosing, Seating, begin_membership, choosing, end_membership, leave, save_seat, seating_of,
    seating_of_new, take_in,
};
pub use offices::{Appointing, appoint, appointing, end_office};
pub use show::{Listed, PER_PAGE, Portrait, list, show};
