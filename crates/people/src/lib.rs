//! Who there is: accounts, firms, groups, their members, rosters as they come, and the letters that went out.

pub mod accounts;
pub mod data_access;
pub mod firms;
pub mod groups;
pub mod inbox;
pub mod members;
pub mod outbox;
pub mod roster;
#[cfg(test)]
mod testing;

use dure_web::Part;

/// Every feature of this crate, for houses in which their order in the menu does not matter: those of tests.
pub fn part() -> Part {
    Part::default()
        .with(accounts::part())
        .with(data_access::part())
        .with(firms::part())
        .with(groups::part())
        .with(inbox::part())
        .with(members::part())
        .with(outbox::part())
        .with(roster::part())
}
