//! Who there is: accounts, firms, groups, their members, rosters as they come, and the letters that went out.

pub mod accounts;
pub mod firms;
pub mod groups;
pub mod members;
pub mod outbox;
pub mod roster;
#[cfg(test)]
mod testing;
