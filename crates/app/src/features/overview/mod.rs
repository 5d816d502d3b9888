//! Pages that look at everything there is about one thing. They stand above the features that they are put together of:
//! whatever has something to say of a firm or a group is named here, and not in the register of firms or groups.

pub mod firm;
mod group;
mod office;

use dure_web::Part;

/// The part of these pages.
pub fn part() -> Part {
    firm::part().with(group::part()).with(office::part())
}
